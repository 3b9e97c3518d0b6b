"""The room around the desk: who is in it, what works in the background, who hears of it."""

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aiohttp import web

from tps.errors import TpsError
from tps.workstation.basis import READY
from tps.workstation.beside import beside
from tps.workstation.conflict import ReadOnly
from tps.workstation.desk import Desk
from tps.workstation.memory import Memory
from tps.workstation.planning import Planning
from tps.workstation.versions import Versions
from tps.workstation.words import in_language

Found = TypeVar("Found")

EDITOR, READER = "editor", "reader"

# What editing needs is begun after this at the latest, seconds, even if no page shows anything yet.
SHOWN_WITHIN_S = 3.0

# A page that has got everything draws it within this, seconds; what takes every core waits so long.
DRAWN_S = 0.5


@dataclass(eq=False)
class Visitor:
    """One open page.

    Parameters
    ----------
    socket : WebSocketResponse
    language : str
    session : str
        By which its requests are known.
    """

    socket: web.WebSocketResponse
    language: str = "en"
    session: str = field(default_factory=lambda: secrets.token_urlsafe(16))


@dataclass(eq=False)
class Room:
    """A desk, its visitors, and two workers: one does what the hand does, one what takes longer.

    Parameters
    ----------
    desk : Desk
    versions : Versions
    language : str
    memory : Memory, optional
        What was and is noted in the journal.

    Attributes
    ----------
    planning : Planning or None
        What the planner works on.
    visitors : list of Visitor
        The first of them edits.
    left_at : float or None
        Since when nobody is there (``time.monotonic``); None while somebody is, or nobody has come yet.
    """

    desk: Desk
    versions: Versions
    language: str = "en"
    memory: Memory | None = None
    planning: Planning | None = field(init=False, default=None)
    visitors: list[Visitor] = field(init=False, default_factory=list)
    left_at: float | None = field(init=False, default=None)
    _hand: ThreadPoolExecutor = field(
        init=False, default_factory=lambda: ThreadPoolExecutor(1, "hand"), repr=False
    )
    _mind: ThreadPoolExecutor = field(
        init=False, default_factory=lambda: ThreadPoolExecutor(1, "mind"), repr=False
    )
    _planner: ThreadPoolExecutor = field(
        init=False, default_factory=lambda: ThreadPoolExecutor(1, "planner"), repr=False
    )
    _shown: asyncio.Event = field(init=False, default_factory=asyncio.Event, repr=False)
    _running: set[asyncio.Task] = field(init=False, default_factory=set, repr=False)

    async def by_hand(self, work: Callable[[], Found]) -> Found:
        """What ``work`` gives; after what was asked before it."""
        return await asyncio.get_running_loop().run_in_executor(self._hand, work)

    async def in_mind(self, work: Callable[[], Found]) -> Found:
        """What ``work`` gives, beside what the hand does."""
        return await asyncio.get_running_loop().run_in_executor(self._mind, work)

    async def by_planner(self, work: Callable[[], Found]) -> Found:
        """What ``work`` gives, beside what hand and mind do: it may take minutes."""
        return await asyncio.get_running_loop().run_in_executor(self._planner, work)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let some work go on beside everything else."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def role_of(self, visitor: Visitor) -> str:
        """Whoever came first edits."""
        return EDITOR if self.visitors and self.visitors[0] is visitor else READER

    def check_editor(self, session: str | None) -> None:
        """Raise ``ReadOnly`` for a session that is not the editor's."""
        if not self.visitors or session is None or self.visitors[0].session != session:
            raise ReadOnly("This tab is read-only: another tab is editing, or its connection was lost.")

    async def enter(self, visitor: Visitor) -> None:
        """A page has come."""
        self.visitors.append(visitor)
        self.left_at = None

    async def leave(self, visitor: Visitor) -> None:
        """A page has gone; the next one may edit."""
        if visitor not in self.visitors:
            return
        was_editor = self.role_of(visitor) == EDITOR
        self.visitors.remove(visitor)
        if not self.visitors:
            self.left_at = time.monotonic()
        if was_editor and self.visitors:
            await send(self.visitors[0], {"type": "role", "role": EDITOR})

    def is_deserted(self, after_s: float) -> bool:
        """Whether every page has been closed for so long and nothing is being planned."""
        gone = self.left_at is not None and time.monotonic() - self.left_at >= after_s
        return gone and self.planning is None

    async def tell_all(self, message: dict[str, Any]) -> None:
        """Send a message to every page."""
        for visitor in list(self.visitors):
            await send(visitor, message)

    def shown(self) -> None:
        """A page has got the last of what it shows at first."""
        self._shown.set()

    async def plan_changed(self, plan: dict[str, Any]) -> None:
        """Tell every page of the plan as it is now, and evaluate it in full soon."""
        await self.tell_all({"type": "plan", "plan": plan})
        self.refine_soon()

    async def begin(self) -> None:
        """Make ready what lies on the desk, once somebody sees it: showing it comes first."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._shown.wait(), SHOWN_WITHIN_S)
        with contextlib.suppress(TpsError):  # it is asked for again, and said, below
            if self.desk.preparing != READY:
                await self._prepare_more()
        await asyncio.sleep(DRAWN_S)
        self.refine_soon()

    async def _prepare_more(self) -> None:
        """Make the next of what is not there yet, and tell every page."""
        await beside(next(step for step in self.desk.moment.basis.steps if not step.done), "preparing")
        await self.tell_all({"type": "plan", "plan": await self.by_hand(self.desk.entry)})

    def refine_soon(self) -> None:
        """Evaluate in full what lies on the desk, and tell every page when it is done."""
        self.start(self._refine())

    async def _refine(self) -> None:
        desk = self.desk
        try:
            while desk.preparing != READY:
                await self._prepare_more()
            plan = await self.in_mind(desk.refine)
            if plan is not None:
                await self.tell_all({"type": "plan", "plan": plan})
                await self.in_mind(desk.settle)
            await self._find_regions()
        except TpsError as error:
            await self.tell_all({"type": "error", "serial": None, "message": str(error)})

    async def _find_regions(self) -> None:
        """Outline what was found in the CT, and tell every page that there is more to see."""
        if self.desk.history is None:
            return
        basis = self.desk.moment.basis
        missing = [step for step in basis.steps if not step.done]
        for step in missing:
            await beside(step, "preparing")
        if missing:
            regions = [shape.entry() for shape in basis.shapes]
            await self.tell_all({"type": "regions", "structures": regions})

    async def close(self) -> None:
        """Say goodbye to every page and stop working; the journal stays as it is."""
        if self.planning is not None:
            self.planning.stop()
        for visitor in list(self.visitors):
            await visitor.socket.close(code=1001, message=b"the server has ended")
        self._hand.shutdown(wait=False, cancel_futures=True)
        self._mind.shutdown(wait=False, cancel_futures=True)
        self._planner.shutdown(wait=False, cancel_futures=True)
        if self.memory is not None:
            self.memory.journal.close()


async def send(visitor: Visitor, message: dict[str, Any]) -> None:
    """Send a message to one page; one that has gone hears nothing."""
    if not visitor.socket.closed:
        try:
            await visitor.socket.send_json(in_language(message, visitor.language))
        except (ConnectionError, RuntimeError):
            pass
