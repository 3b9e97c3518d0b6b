"""Routes that change the plan: the editor's alone."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from tps.errors import BadInput
from tps.workstation.answers import body_of, room_of, told

routes = web.RouteTableDef()


@routes.post("/api/edit")
async def edit(request: web.Request) -> web.StreamResponse:
    """One edit."""
    body = await body_of(request)
    base, wanted = base_revision_in(body), edit_in(body)
    return await changed(request, lambda: room_of(request).desk.edit(base, wanted))


@routes.post("/api/undo")
async def undo(request: web.Request) -> web.StreamResponse:
    """Take the last step back."""
    return await changed(request, room_of(request).desk.undo)


@routes.post("/api/redo")
async def redo(request: web.Request) -> web.StreamResponse:
    """Take it again."""
    return await changed(request, room_of(request).desk.redo)


@routes.post("/api/original")
async def original(request: web.Request) -> web.StreamResponse:
    """Back to the plan as it was opened."""
    return await changed(request, room_of(request).desk.original)


async def changed(request: web.Request, change: Callable[[], dict[str, Any]]) -> web.StreamResponse:
    """Change the plan, tell every page, evaluate in full soon, and answer with the plan.

    Parameters
    ----------
    request : Request
    change : callable
        Gives the plan for the page.
    """
    room = room_of(request)
    room.check_editor(request.headers.get("X-Session"))
    plan = await room.by_hand(change)
    await room.plan_changed(plan)
    return told(request, plan)


def base_revision_in(document: dict[str, Any]) -> int:
    """The revision that the page had; raises ``BadInput``."""
    found = document.get("base_revision")
    if isinstance(found, bool) or not isinstance(found, int):
        raise BadInput("base_revision is no whole number", where="the request")
    return found


def edit_in(document: dict[str, Any]) -> dict[str, Any]:
    """The edit that a message carries; raises ``BadInput``."""
    found = document.get("edit")
    if not isinstance(found, dict):
        raise BadInput("edit is no JSON object", where="the request")
    return found
