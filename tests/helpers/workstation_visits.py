"""A room of the workstation behind a real server on the loopback address, and visitors to it."""

import asyncio
import contextlib
import json
import struct
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import numpy as np
from aiohttp import web

from tps.pipeline.reevaluate import open_folder
from tps.workstation.application import make_application
from tps.workstation.entrance import Entrance
from tps.workstation.guard import Guard
from tps.workstation.launch import listening
from tps.workstation.open_plan import desk_of, room_around
from tps.workstation.room import Room

# A message is waited for so long: the planner is silent for a minute where other work has the machine.
SLOWEST_S = 300.0


def opened_desk(folder):
    """A desk with the plan of a folder on it, all that editing needs made, no journal kept."""
    return made_ready(desk_of(open_folder(folder)))


def made_ready(desk):
    """The desk, once all that editing what lies on it needs is made."""
    for step in desk.moment.basis.steps:
        step()
    return desk


def opened_room(desk, folder="/nowhere"):
    """A room around a desk, no journal kept; exports go into ``folder``."""
    return room_around(desk, Path(folder))


@dataclass
class Visit:
    """One client of the server."""

    http: aiohttp.ClientSession
    guard: Guard
    line: aiohttp.ClientWebSocketResponse | None = None
    session: str = ""
    role: str = ""
    language: str = "en"

    @property
    def base(self):
        return f"http://127.0.0.1:{self.guard.port}"

    def headers(self, **changes):
        found = {"Authorization": f"Bearer {self.guard.key}", "Origin": self.base, "X-Session": self.session}
        found.update({name.replace("_", "-"): value for name, value in changes.items()})
        return {name: value for name, value in found.items() if value is not None}

    async def get(self, path, **changes):
        async with self.http.get(self.base + path, headers=self.headers(**changes)) as answer:
            return answer.status, answer.headers, await answer.read()

    async def json(self, path):
        status, _, content = await self.get(path)
        assert status == 200, content
        return json.loads(content)

    async def grid(self, path):
        _, headers, content = await self.get(path)
        about = json.loads(headers["X-Grid"])
        kind = "<i2" if path.endswith("ct") else "<f4"
        return about, np.frombuffer(content, kind).reshape(about["shape"])

    async def post(self, path, document=None, **changes):
        headers = self.headers(**changes)
        async with self.http.post(self.base + path, json=document or {}, headers=headers) as answer:
            return answer.status, json.loads(await answer.text())

    async def do(self, path, document=None):
        """A change that must succeed; its answer."""
        status, found = await self.post(path, document)
        assert status == 200, found
        return found

    async def edit(self, revision, **edit):
        edit["type"] = edit.pop("kind")
        return await self.do("/api/edit", {"base_revision": revision, "edit": edit})

    async def connect(self):
        self.line = await self.http.ws_connect(self.base + "/ws", headers={"Origin": self.base})
        await self.line.send_json({"type": "hello", "token": self.guard.key, "language": self.language})
        welcome = await self.hear("welcome")
        self.session, self.role = welcome["session"], welcome["role"]
        return welcome

    async def hear(self, *kinds, where=lambda message: True):
        """The next message of one of these kinds; others are passed over."""
        while True:
            message = await asyncio.wait_for(self.line.receive(), SLOWEST_S)
            assert message.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY), message
            if message.type == aiohttp.WSMsgType.TEXT:
                found = json.loads(message.data)
                if found["type"] in kinds and where(found):
                    return found

    async def hear_planes(self):
        """The next binary message: its header, and the values of each plane."""
        while True:
            message = await asyncio.wait_for(self.line.receive(), SLOWEST_S)
            if message.type == aiohttp.WSMsgType.BINARY:
                (length,) = struct.unpack("<I", message.data[:4])
                header = json.loads(message.data[4 : 4 + length])
                values = np.frombuffer(message.data[4 + length :], "<f4")
                return header, np.split(values, np.cumsum(header["sizes"])[:-1])


@contextlib.asynccontextmanager
async def served(room: Room, refine=False):
    """The server of a room; yields a function that makes visits."""
    listener = listening()
    guard = Guard(listener.getsockname()[1])
    if not refine:
        room.refine_soon = lambda: None
    runner = web.AppRunner(make_application(Entrance(room), guard), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.SockSite(runner, listener).start()
    visits = []
    async with aiohttp.ClientSession() as http:

        def make():
            visits.append(Visit(http, guard))
            return visits[-1]

        try:
            yield make
        finally:
            for visit in visits:
                if visit.line is not None:
                    await visit.line.close()
            await runner.cleanup()


def visiting(room, visit, refine=False):
    """Run ``visit(make)``, a coroutine function, against the server of a room."""

    async def run():
        async with served(room, refine) as make:
            return await visit(make)

    return asyncio.run(run())
