"""What the hand holds: the preview of an edit, and the dose of all that rests meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tps.workstation.dose_plane import DosePlane
from tps.workstation.figures import Figures
from tps.workstation.live_dose import Doses, Held
from tps.workstation.moment import Moment, previewed_at


@dataclass(frozen=True, eq=False)
class Preview:
    """What a drag gives before the hand lets go.

    Parameters
    ----------
    before, moment : Moment
        What lies on the desk, and what would.
    figures : Figures
    doses : Doses
    planes : tuple of (n,) float32
        Dose on each plane that was asked for, Gy.
    """

    before: Moment
    moment: Moment
    figures: Figures
    doses: Doses
    planes: tuple[np.ndarray, ...]

    @property
    def moved(self) -> tuple[frozenset[int], frozenset[int]]:
        """Numbers of the needles and of the seeds that moved."""
        before, after = self.before.arrangement, self.moment.arrangement
        old = {id(item) for item in (*before.needles, *before.seeds)}
        needles = frozenset(n.id for n in after.needles if id(n) not in old)
        return needles, frozenset(s.id for s in after.seeds if id(s) not in old)


@dataclass(eq=False)
class Hand:
    """Holds what moves, from one message of a drag to the next."""

    _held: tuple[int, str, Held] | None = field(init=False, default=None, repr=False)

    def let_go(self) -> None:
        """Nothing is held."""
        self._held = None

    def hold(
        self, revision: int, edit: Mapping[str, Any] | None, total: Doses, before: Moment, after: Moment
    ) -> Held:
        """What rests while an edit's object moves; the same from one message of a drag to the next.

        Parameters
        ----------
        revision : int
            Of ``before``.
        edit : mapping, optional
            None for one that moves nothing.
        total : Doses
            Of ``before``.
        before, after : Moment
        """
        what = "" if edit is None else _what(edit)
        if self._held is not None and self._held[:2] == (revision, what):
            held = self._held[2]
            if held.rest.samples is total.sampled.samples and held.fits(after.arrangement.seeds):
                return held
        held = Held.around(total, before.arrangement.seeds, after.arrangement.seeds)
        self._held = (revision, what, held)
        return held


def preview_of(held: Held, before: Moment, after: Moment, planes: Sequence[DosePlane]) -> Preview:
    """Figures from samples, and the dose on planes.

    Parameters
    ----------
    held : Held
    before, after : Moment
    planes : sequence of DosePlane
    """
    seeds = after.arrangement.seeds
    on_planes = tuple(held.on_plane(plane, seeds) for plane in planes)
    doses = held.with_moved(seeds)
    return Preview(before, after, previewed_at(after, doses), doses, on_planes)


def _what(edit: Mapping[str, Any]) -> str:
    """What an edit moves, so that the next message of the same drag is known as such."""
    return f"{edit.get('type')} {edit.get('needle')} {edit.get('seed')}"
