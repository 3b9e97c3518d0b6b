"""What there is to see while a plan is being opened: how far that is, then the scan, then the room."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tps.model import Volume
from tps.workstation.grids import grid_entry

if TYPE_CHECKING:
    from tps.workstation.room import Room  # the way in is there before it

# The stage in which images are read: it is told in images.
IMAGES = "reading"


class StillOpening(web.HTTPServiceUnavailable):
    """The room is not there yet: nothing in it can be seen or changed."""


@dataclass(eq=False)
class Entrance:
    """The way in; filled by whoever opens the plan, looked at by the server.

    Parameters
    ----------
    room : Room, optional
        Once it is ready.

    Attributes
    ----------
    scan : Volume or None
        The CT, as soon as it is read; nothing is known of the plan then.
    number : int
        Grows with all that is told.
    failed : str
        Why nothing can be opened; "" as long as it may.
    """

    room: "Room | None" = None
    scan: Volume | None = field(init=False, default=None)
    number: int = field(init=False, default=0)
    failed: str = field(init=False, default="")
    _stage: dict[str, Any] = field(init=False, default_factory=dict, repr=False)

    def stage(self, name: str, fraction: float) -> None:
        """A step of the opening begins, or goes on."""
        if fraction < 1.0 and self._stage.get("stage") != name:
            self._tell({"stage": name})

    def images(self, done: int, of: int) -> None:
        """So many images of the scan are read."""
        self._tell({"stage": IMAGES, "done": done, "of": of})

    def show(self, scan: Volume) -> None:
        """The scan is read."""
        self.scan = scan
        self._tell({"stage": IMAGES})

    def enter(self, room: "Room") -> None:
        """Everything is there."""
        self.room = room
        self._tell({})

    def fail(self, why: str) -> None:
        """Nothing can be opened."""
        self.failed = why
        self._tell({})

    def entry(self) -> dict[str, Any]:
        """``GET /api/opening``."""
        shown = self.scan if self.room is None else None
        return {
            "number": self.number,
            **self._stage,
            "ct": grid_entry(shown.grid) if shown is not None else None,
            "ready": self.room is not None,
            "error": self.failed,
        }

    def _tell(self, stage: dict[str, Any]) -> None:
        self._stage = stage
        self.number += 1
