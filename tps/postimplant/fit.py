"""Fit several seeds at once to the voxels about them: Levenberg-Marquardt on places, axes and brightness."""

from dataclasses import dataclass, field, replace

import numpy as np

from tps.postimplant.hard_core import SOFTNESS_MM, WANTED_MM, contacts
from tps.postimplant.response import Response, Window, rod_gradient, rod_image

# What lies behind the seeds is known to about so many HU.
BACKGROUND_SD_HU = 150.0

MOST_STEPS = 30
CONVERGED = 1e-3


@dataclass(frozen=True, eq=False)
class Scene:
    """The voxels that are explained, and how well they are known.

    Parameters
    ----------
    window : Window
    hu, behind, sd : (nz, ny, nx)
        Measured; what lies behind the seeds; standard deviation of both and of the model.
    used : (nz, ny, nx) bool
        Voxels that count.
    clip_hu : float
        Values at or above say "at least".
    tilt_sd : float
        Standard deviation of the axis' component across the slices, as needles have it; inf: anything.
    sd_by_slice : (nz, ny, nx), optional
        The same as ``sd``, less where a slice catches little of the metal: for heights, which show there, and
        not for counts, which what is made of little there would change.
    """

    window: Window
    hu: np.ndarray
    behind: np.ndarray
    sd: np.ndarray
    used: np.ndarray
    clip_hu: float
    tilt_sd: float = np.inf
    sd_by_slice: np.ndarray | None = None

    def for_heights(self) -> "Scene":
        """The scene as heights are read from it."""
        return self if self.sd_by_slice is None else replace(self, sd=self.sd_by_slice)


@dataclass(frozen=True, eq=False)
class Rods:
    """Seeds of one scene: centres, axes (k, 3), log brightness (k,), HU added behind each slice (nz,)."""

    position: np.ndarray
    axis: np.ndarray
    log_brightness: np.ndarray
    offset: np.ndarray

    @staticmethod
    def none(slices: int) -> "Rods":
        """No seed in a scene of so many slices."""
        return Rods(np.zeros((0, 3)), np.zeros((0, 3)), np.zeros(0), np.zeros(slices))

    def with_one(self, position, axis) -> "Rods":
        """These and one more."""
        return Rods(
            np.vstack([self.position, position]),
            np.vstack([self.axis, axis]),
            np.append(self.log_brightness, 0.0),
            self.offset,
        )

    def without(self, index: int) -> "Rods":
        """These but one."""
        keep = np.arange(len(self.position)) != index
        return Rods(self.position[keep], self.axis[keep], self.log_brightness[keep], self.offset)

    def __len__(self):
        return len(self.position)


@dataclass(frozen=True, eq=False)
class Fit:
    """Result: the rods, chi square of the voxels, the penalty of what is assumed, the covariance.

    ``covariance`` is of (position, two tangents of the axis, log brightness) of each rod, then the offsets;
    ``tangents`` (k, 2, 3) are the unit vectors the axis' components belong to.
    """

    rods: Rods
    chi2: float
    penalty: float
    covariance: np.ndarray = field(repr=False)
    free_covariance: np.ndarray = field(repr=False)
    tangents: np.ndarray = field(repr=False)

    @property
    def cost(self) -> float:
        """Chi square and penalty."""
        return self.chi2 + self.penalty


def predicted(response: Response, scene: Scene, rods: Rods) -> np.ndarray:
    """HU of the scene as the rods make it, not clipped."""
    total = scene.behind + rods.offset[:, None, None]
    for p, u, a in zip(rods.position, rods.axis, rods.log_brightness, strict=True):
        total = total + np.exp(a) * rod_image(response, scene.window, p, u)
    return total


def residual(scene: Scene, hu: np.ndarray) -> np.ndarray:
    """(measured - predicted) / sd of the used voxels, both clipped, (n,)."""
    return ((np.minimum(scene.hu, scene.clip_hu) - np.minimum(hu, scene.clip_hu)) / scene.sd)[scene.used]


def _priors(response: Response, scene: Scene, rods: Rods) -> np.ndarray:
    tilt = rods.axis[:, 2] / scene.tilt_sd
    near = [(WANTED_MM - c.gap_mm) / SOFTNESS_MM for c in contacts(rods.position, rods.axis)]
    return np.concatenate([rods.log_brightness / response.spread, tilt, near, rods.offset / BACKGROUND_SD_HU])


def cost_of(response: Response, scene: Scene, rods: Rods) -> tuple[float, float]:
    """Chi square and penalty of rods as they are."""
    r, q = residual(scene, predicted(response, scene, rods)), _priors(response, scene, rods)
    return float(r @ r), float(q @ q)


def _tangents(axis: np.ndarray) -> np.ndarray:
    """Two unit vectors (k, 2, 3) across each axis: the first within the slice, the second across it."""
    level = np.column_stack([-axis[:, 1], axis[:, 0], np.zeros(len(axis))])
    size = np.linalg.norm(level, axis=1, keepdims=True)
    level = np.where(size > 1e-6, level / np.maximum(size, 1e-6), [1.0, 0.0, 0.0])
    return np.stack([level, np.cross(axis, level)], axis=1)


def _linearised(response: Response, scene: Scene, rods: Rods):
    """Residuals, Jacobian of the voxels (n, 6k+nz), and of the assumptions, at the rods."""
    k, count = len(rods), int(scene.used.sum())
    slices = scene.window.shape[0]
    jacobian = np.zeros((6 * k + slices, count))
    tangents = _tangents(rods.axis)
    total = scene.behind + rods.offset[:, None, None]
    which = np.broadcast_to(np.arange(slices)[:, None, None], scene.used.shape)[scene.used]
    for i in range(k):
        images = np.exp(rods.log_brightness[i]) * rod_gradient(
            response, scene.window, rods.position[i], rods.axis[i]
        )
        total = total + images[0]
        flat = images[:, scene.used]
        jacobian[6 * i : 6 * i + 3] = flat[1:4]
        jacobian[6 * i + 3 : 6 * i + 5] = tangents[i] @ flat[4:7]
        jacobian[6 * i + 5] = flat[0]
    jacobian[6 * k + which, np.arange(count)] = 1.0
    below = (total < scene.clip_hu)[scene.used]
    jacobian *= below / scene.sd[scene.used]
    q = _priors(response, scene, rods)
    prior = np.zeros((len(q), 6 * k + slices))
    for i in range(k):
        prior[i, 6 * i + 5] = 1 / response.spread
        prior[k + i, 6 * i + 3 : 6 * i + 5] = tangents[i][:, 2] / scene.tilt_sd
    for row, c in enumerate(contacts(rods.position, rods.axis), start=2 * k):
        for i, along, sign in ((c.a, c.along_a, -1.0), (c.b, c.along_b, 1.0)):
            push = sign * c.normal / SOFTNESS_MM
            prior[row, 6 * i : 6 * i + 3] = push
            prior[row, 6 * i + 3 : 6 * i + 5] = along * (tangents[i] @ push)
    prior[-slices:, -slices:] = np.eye(slices) / BACKGROUND_SD_HU
    return residual(scene, total), jacobian, q, prior, tangents


def _moved(rods: Rods, step: np.ndarray, tangents: np.ndarray) -> Rods:
    k = len(rods)
    parts = step[: 6 * k].reshape(k, 6)
    axis = rods.axis + np.einsum("ka,kac->kc", np.clip(parts[:, 3:5], -0.7, 0.7), tangents)
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    shift = np.clip(parts[:, :3], -2.0, 2.0)
    return Rods(
        rods.position + shift,
        axis,
        np.clip(rods.log_brightness + parts[:, 5], -1.5, 1.5),
        rods.offset + step[6 * k :],
    )


def fit(response: Response, scene: Scene, rods: Rods, steps: int = MOST_STEPS, inflation: float = 1.0) -> Fit:
    """The rods that explain the scene best, from a start.

    Parameters
    ----------
    response : Response
    scene : Scene
    rods : Rods
        The start.
    steps : int
        At most so many.
    inflation : float
        By which the voxels' information is divided, as their errors are not independent.
    """
    damping = 1e-2
    r, j, q, p, tangents = _linearised(response, scene, rods)
    cost = r @ r / inflation + q @ q
    for _ in range(steps):
        normal = j @ j.T / inflation + p.T @ p
        slope = j @ r / inflation - p.T @ q
        better = False
        for _ in range(6):
            try:
                step = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-9), slope)
            except np.linalg.LinAlgError:
                damping *= 10
                continue
            trial = _moved(rods, step, tangents)
            chi2, penalty = cost_of(response, scene, trial)
            if chi2 / inflation + penalty < cost:
                better = True
                break
            damping *= 5
        if not better:
            break
        gain = cost - chi2 / inflation - penalty
        rods, damping = trial, max(damping / 5, 1e-6)
        r, j, q, p, tangents = _linearised(response, scene, rods)
        cost = r @ r / inflation + q @ q
        if gain < CONVERGED * max(1.0, cost * 1e-2):
            break
    information = j @ j.T / inflation
    tiny = 1e-9 * np.eye(len(information))
    covariance = np.linalg.pinv(information + p.T @ p + tiny)
    loose = p.copy()
    loose[len(rods) : 2 * len(rods)] = 0  # what the image alone says of the tilt
    free = np.linalg.pinv(information + loose.T @ loose + 0.04 * np.eye(len(information)))
    return Fit(rods, float(r @ r) / inflation, float(q @ q), covariance, free, tangents)
