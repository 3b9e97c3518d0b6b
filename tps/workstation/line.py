"""The page's open line: drags go in, previews and news come out."""

import asyncio
import contextlib
import json
import struct
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from aiohttp import WSMsgType, web

from tps.errors import BadInput, TpsError
from tps.workstation.answers import GUARD, room_of
from tps.workstation.dose_plane import planes_in
from tps.workstation.figures import CURVE_DOSES
from tps.workstation.guard import MOST_MESSAGE_BYTES, SOCKET
from tps.workstation.hand import Preview
from tps.workstation.plan_entry import metrics_entry
from tps.workstation.room import Room, Visitor, send
from tps.workstation.routes_edit import base_revision_in, edit_in
from tps.workstation.state import shapes_on
from tps.workstation.words import language_of

# A page says who it is within this, seconds.
HELLO_S = 2.0

# Close codes of our own (4000-4999): no hello, or a wrong key.
UNKNOWN_VISITOR = 4401

# While the hand is faster than the rules, they are told this often, seconds.
RULES_WITHIN_S = 0.3

routes = web.RouteTableDef()


@routes.get(SOCKET)
async def socket(request: web.Request) -> web.WebSocketResponse:
    """One page's line."""
    room = room_of(request)
    line = web.WebSocketResponse(max_msg_size=MOST_MESSAGE_BYTES, heartbeat=20.0)
    await line.prepare(request)
    hello = await _hello(line)
    if not request.app[GUARD].knows(hello.get("token")):
        await line.close(code=UNKNOWN_VISITOR, message=b"the key is missing or of another run")
        return line
    visitor = Visitor(line, language_of(hello.get("language"), room.language))
    await room.enter(visitor)
    drags = Drags(room, visitor)
    try:
        welcome = {"role": room.role_of(visitor), "session": visitor.session, "revision": room.desk.revision}
        desk = room.desk
        welcome |= {"regions": len(shapes_on(desk)), "preparing": desk.preparing, "exact": desk.is_exact}
        await send(visitor, {"type": "welcome", **welcome})
        async for message in line:
            if message.type == WSMsgType.TEXT:
                await _heard(drags, message.data)
    finally:
        drags.stop()
        await room.leave(visitor)
    return line


async def _hello(line: web.WebSocketResponse) -> dict[str, Any]:
    """The page's first message; empty where it brings none in time."""
    with contextlib.suppress(TimeoutError, ValueError, TypeError):
        first = await asyncio.wait_for(line.receive(), HELLO_S)
        if first.type == WSMsgType.TEXT:
            found = json.loads(first.data)
            if isinstance(found, dict) and found.get("type") == "hello":
                return found
    return {}


async def _heard(drags: "Drags", text: str) -> None:
    """Act on one message; what is wrong with it is said to the page that sent it."""
    serial = None
    try:
        message = json.loads(text)
        if not isinstance(message, dict):
            raise BadInput("is no JSON object", where="the message")
        serial = message.get("serial")
        drags.room.check_editor(drags.visitor.session)
        if message.get("type") == "drag":
            drags.latest(message)
        elif message.get("type") == "drag-end":
            await drags.end(message)
        else:
            raise BadInput("no such message", where="the message", expected="drag or drag-end")
    except ValueError:
        await send(drags.visitor, {"type": "error", "serial": serial, "message": "is no JSON"})
    except TpsError as error:
        await send(drags.visitor, {"type": "error", "serial": serial, "message": str(error)})


class Drags:
    """What one page drags: the newest message waits while one is worked on, older ones are dropped.

    Parameters
    ----------
    room : Room
    visitor : Visitor
    """

    def __init__(self, room: Room, visitor: Visitor):
        self.room, self.visitor = room, visitor
        self._waiting: dict[str, Any] | None = None
        self._ruled_at = 0.0
        self._task: asyncio.Task | None = None

    def latest(self, message: dict[str, Any]) -> None:
        """Take the newest message; what was waiting is dropped."""
        self._waiting = message
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def end(self, message: dict[str, Any]) -> None:
        """Let go: do the edit, or leave everything as it was."""
        self._waiting = None
        if self._task is not None:
            await self._task
        desk = self.room.desk
        if message.get("commit") is not True:
            plan = await self.room.by_hand(desk.entry)
            await send(self.visitor, {"type": "plan", "plan": plan})
            return
        base, wanted = base_revision_in(message), edit_in(message)
        plan = await self.room.by_hand(lambda: desk.edit(base, wanted))
        await self.room.plan_changed(plan)

    def stop(self) -> None:
        """The page has gone: nothing is committed."""
        self._waiting = None
        if self._task is not None:
            self._task.cancel()

    async def _work(self) -> None:
        while self._waiting is not None:
            message, self._waiting = self._waiting, None
            try:
                await self._show(message)
            except TpsError as error:
                said = {"type": "error", "serial": message.get("serial"), "message": str(error)}
                await send(self.visitor, said)
            except ConnectionError:
                return

    async def _show(self, message: dict[str, Any]) -> None:
        """Answer one drag message: dose and figures first, then what the rules say, which takes longer."""
        about = {"serial": message.get("serial"), "revision": base_revision_in(message)}
        preview = await self.room.by_hand(lambda: self._preview(message))
        text = json.dumps(preview_entry(preview) | about, allow_nan=False)
        header = about | {"sizes": [len(values) for values in preview.planes]}
        if not self.visitor.socket.closed:
            await self.visitor.socket.send_str(text)
            await self.visitor.socket.send_bytes(packed(header, preview.planes))
        now = time.monotonic()
        # Of places that the hand has left already the rules may stay unsaid, but not for long.
        if self._waiting is None or now - self._ruled_at > RULES_WITHIN_S:
            self._ruled_at = now
            ruled = await self.room.by_hand(lambda: ruled_entry(preview))
            await send(self.visitor, ruled | about)

    def _preview(self, message: dict[str, Any]) -> Preview:
        base, wanted, planes = base_revision_in(message), edit_in(message), planes_in(message)
        return self.room.desk.drag(base, wanted, planes)


def preview_entry(preview: Preview) -> dict[str, Any]:
    """Figures of a preview for the page."""
    return {
        "type": "preview",
        "metrics": metrics_entry(preview.figures.metrics),
        "dvh": {
            name: {"volume_fraction": np.round(curve, 4).tolist()}
            for name, curve in preview.figures.curves.items()
        },
        "doses": CURVE_DOSES,
    }


def ruled_entry(preview: Preview) -> dict[str, Any]:
    """What moved, as it is told of in a plan, and what the rules say."""
    basis, arrangement = preview.moment.basis, preview.moment.arrangement
    ruled = basis.rules.check(arrangement)
    return {
        "type": "ruled",
        **basis.moved_entry(arrangement, ruled, *preview.moved),
        "impossible": ruled.impossible,
        "asked": ruled.asked,
    }


def packed(header: dict[str, Any], values: Sequence[np.ndarray]) -> bytes:
    """A binary message.

    Parameters
    ----------
    header : dict
    values : sequence of (n,) float32

    Returns
    -------
    bytes
        Length of the header, the header padded to whole words, then all values as little-endian float32.
    """
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 4)
    return (
        struct.pack("<I", len(text)) + text + b"".join(v.astype("<f4", copy=False).tobytes() for v in values)
    )
