"""What the seeds of other pieces of metal add to a piece: unknown at first, known once they are found.

Two seeds end to end often are two pieces, each with the other's blurred end in its voxels; and where the beam
hardens a seed's streaks cross all that lies beside it.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tps.postimplant.fit import Rods, Scene
from tps.postimplant.response import Response, Window, rod_image

# A seed's streaks are followed so far beyond its blur, mm.
STREAKS_MM = 6.0

# Less than this, in standard deviations of a voxel, is not worth a second fit.
LEAST_SDS = 0.25


def with_others(response: Response, scenes: Sequence[Scene], rods: Sequence[Rods]) -> list[Scene | None]:
    """Scenes with the seeds of all others behind; None where these add next to nothing.

    Parameters
    ----------
    response : Response
    scenes : sequence of Scene
    rods : sequence of Rods
        What explains each.
    """
    owner = np.concatenate([np.full(len(r), n) for n, r in enumerate(rods)] or [np.zeros(0)])
    every = [(p, u, a) for r in rods for p, u, a in zip(r.position, r.axis, r.log_brightness, strict=True)]
    places = np.array([p for p, _, _ in every]).reshape(-1, 3)
    found: list[Scene | None] = []
    for n, scene in enumerate(scenes):
        added = np.zeros(scene.window.shape)
        for i in np.flatnonzero((owner != n) & _within(places, scene.window, response)):
            position, axis, bright = every[i]
            added += np.exp(bright) * rod_image(response, scene.window, position, axis)
        matters = (np.abs(added) > LEAST_SDS * scene.sd)[scene.used].any()
        found.append(replace(scene, behind=scene.behind + added) if matters else None)
    return found


def _within(places: np.ndarray, window: Window, response: Response) -> np.ndarray:
    reach = response.reach_mm() + [STREAKS_MM, STREAKS_MM, 0]
    axes = (window.x_mm, window.y_mm, window.z_mm)
    low, high = np.array([a[0] for a in axes]) - reach, np.array([a[-1] for a in axes]) + reach
    return ((places > low) & (places < high)).all(axis=1)
