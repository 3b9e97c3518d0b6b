"""Routes that plan, check, compare, sign and export."""

import asyncio
import time
from typing import Any

from aiohttp import web

from tps.errors import BadInput
from tps.workstation.answers import body_of, page_language, room_of, told, working
from tps.workstation.compared import compared_entry
from tps.workstation.conflict import Conflict
from tps.workstation.moment import Moment
from tps.workstation.planning import Planning, begin, form_entry
from tps.workstation.room import Room
from tps.workstation.routes_edit import base_revision_in
from tps.workstation.sign_page import sign_page_entry

# Progress is told no oftener than this, seconds.
TOLD_EVERY_S = 0.1

ORIGINAL = "original"

routes = web.RouteTableDef()


@routes.get("/api/request-schema")
async def request_schema(request: web.Request) -> web.StreamResponse:
    """What the form asks for."""
    return told(request, await working(request, lambda: form_entry(room_of(request).desk)))


@routes.post("/api/plan")
async def plan(request: web.Request) -> web.StreamResponse:
    """Start the planner."""
    room = room_of(request)
    room.check_editor(request.headers.get("X-Session"))
    body = await body_of(request)
    record = body.get("request")
    if not isinstance(record, dict):
        raise BadInput("request is no JSON object", where="the request")
    planning = await room.by_hand(lambda: begin(room.desk, record, body.get("keep_locked") is not False))
    room.start(_plan(room, planning))
    return told(request, {"state": planning.state})


@routes.post("/api/plan/cancel")
async def cancel(request: web.Request) -> web.StreamResponse:
    """Stop the planner."""
    room = room_of(request)
    room.check_editor(request.headers.get("X-Session"))
    if room.planning is None:
        raise Conflict("nothing is being planned")
    room.planning.stop()
    return told(request, {"state": "stopping"})


async def _plan(room: Room, planning: Planning) -> None:
    """Run the planner, tell every page how far it is, and what became of it."""
    loop = asyncio.get_running_loop()
    last: list[tuple[str, float]] = [("", 0.0)]

    def progress(stage: str, fraction: float) -> None:
        now, (before, at) = time.monotonic(), last[0]
        if stage == before and now - at < TOLD_EVERY_S and fraction < 1.0:
            return
        last[0] = (stage, now)
        message = {"type": "progress", "stage": stage, "fraction": round(min(fraction, 1.0), 3)}
        loop.call_soon_threadsafe(lambda: room.start(room.tell_all(message)))

    planning.progress = progress
    room.planning = planning
    try:
        await room.tell_all({"type": "job", "state": planning.state, "message": ""})
        await room.by_planner(planning.run)
    finally:
        room.planning = None
    await room.tell_all({"type": "job", "state": planning.state, "message": planning.message})
    if planning.state == "done":
        await room.tell_all({"type": "state"})
        await room.plan_changed(await room.by_hand(room.desk.entry))


@routes.get("/api/compare")
async def compare(request: web.Request) -> web.StreamResponse:
    """Another version beside what lies on the desk."""
    room = room_of(request)
    wanted = request.query.get("with", ORIGINAL)
    other = moment_named(room, wanted)
    return told(request, await working(request, lambda: compared_entry(room.desk, other, wanted)))


def moment_named(room: Room, name: str) -> Moment:
    """The plan as it was opened, or a version by its number; raises ``Conflict``."""
    if room.desk.history is None:
        raise Conflict("there is no plan yet")
    if name == ORIGINAL:
        return room.desk.history.first
    for version in room.versions.all:
        if str(version.number) == name:
            return version.moment
    raise Conflict("there is no such version")


@routes.post("/api/check")
async def check(request: web.Request) -> web.StreamResponse:
    """Evaluate and second-check in full: a new version."""
    room = room_of(request)
    room.check_editor(request.headers.get("X-Session"))
    body = await body_of(request)
    base, author, reason = base_revision_in(body), text_in(body, "author"), text_in(body, "reason", "")
    made = await room.in_mind(lambda: room.versions.check(base, author, reason))
    plan = await room.by_hand(room.desk.entry)
    await room.tell_all({"type": "plan", "plan": plan})
    return told(request, {"version": made.entry(), "plan": plan})


@routes.get("/api/sign-page")
async def sign_page(request: web.Request) -> web.StreamResponse:
    """What a signature would stand for."""
    room = room_of(request)
    return told(request, await room.in_mind(lambda: sign_page_entry(room.versions)))


@routes.post("/api/sign")
async def sign(request: web.Request) -> web.StreamResponse:
    """Sign the version that was shown."""
    room = room_of(request)
    room.check_editor(request.headers.get("X-Session"))
    body = await body_of(request)
    number, role = whole_in(body, "number"), text_in(body, "role")
    name, reason = text_in(body, "name"), text_in(body, "reason", "")
    version = await room.by_hand(lambda: room.versions.sign(number, role, name, reason))
    plan = await room.by_hand(room.desk.entry)
    await room.tell_all({"type": "plan", "plan": plan})
    return told(request, {"version": version.entry(), "plan": plan})


@routes.post("/api/export")
async def export(request: web.Request) -> web.StreamResponse:
    """Write the version as a new plan folder."""
    room = room_of(request)
    room.check_editor(request.headers.get("X-Session"))
    body = await body_of(request)
    number, name = whole_in(body, "number"), text_in(body, "name")
    await room.tell_all({"type": "progress", "stage": "writing", "fraction": 0.0})
    language = page_language(request)
    version, written = await room.by_planner(lambda: room.versions.export(number, name, language))
    await room.tell_all({"type": "progress", "stage": "writing", "fraction": 1.0})
    plan = await room.by_hand(room.desk.entry)
    await room.tell_all({"type": "plan", "plan": plan})
    files = sorted(path.name for path in written.folder.iterdir())
    return told(request, {"folder": name, "files": files, "notes": written.notes, "version": version.entry()})


def text_in(document: dict[str, Any], name: str, default: str | None = None) -> str:
    """A text of a request; raises ``BadInput``."""
    found = document.get(name, default)
    if not isinstance(found, str):
        raise BadInput(f"{name} is no text", where="the request")
    return found


def whole_in(document: dict[str, Any], name: str) -> int:
    """A whole number of a request; raises ``BadInput``."""
    found = document.get(name)
    if isinstance(found, bool) or not isinstance(found, int):
        raise BadInput(f"{name} is no whole number", where="the request")
    return found
