"""The server's application: guard, the page's own files, what is there before the plan, the room."""

import re
from importlib import resources

from aiohttp import web

from tps.workstation import routes_opening
from tps.workstation.answers import ENTRANCE, GUARD, room_of
from tps.workstation.entrance import Entrance
from tps.workstation.guard import API, MOST_BODY_BYTES, SOCKET, Guard

PAGE = "static"
INDEX = "index.html"

# What the page may be made of; anything else in its folder is not given out.
KINDS = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}

# One part of a file's path: no dot first, so no way up.
PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


def make_application(entrance: Entrance, guard: Guard) -> web.Application:
    """The application of one run.

    Parameters
    ----------
    entrance : Entrance
    guard : Guard
    """
    app = web.Application(middlewares=[guard.middleware], client_max_size=MOST_BODY_BYTES)
    app[ENTRANCE], app[GUARD] = entrance, guard
    app.on_response_prepare.append(guard.add_headers)
    app.router.add_get("/", page_file)
    app.router.add_get("/static/{name:.+}", page_file)
    app.add_routes(routes_opening.routes)
    for inside in (API + "{what:.*}", SOCKET):
        app.router.add_route("*", inside, within)
    app.on_shutdown.append(_close)
    return app


async def _close(app: web.Application) -> None:
    room = app[ENTRANCE].room
    if room is not None:
        await room.close()


async def within(request: web.Request) -> web.StreamResponse:
    """What the room answers, once there is one."""
    room_of(request)
    from tps.workstation.inside import router  # which the room came with

    found = await router().resolve(request)
    return await found.handler(request)


async def page_file(request: web.Request) -> web.Response:
    """One file of the page."""
    name = request.match_info.get("name", INDEX)
    content = page_content(name)
    if content is None:
        raise web.HTTPNotFound
    return web.Response(body=content, content_type=KINDS["." + name.rpartition(".")[2]], charset="utf-8")


def page_content(name: str) -> bytes | None:
    """The content of a file of the page; None for anything that is none of them."""
    parts = name.split("/")
    if "." + name.rpartition(".")[2] not in KINDS or not all(PART.fullmatch(part) for part in parts):
        return None
    file = resources.files("tps.workstation").joinpath(PAGE, *parts)
    return file.read_bytes() if file.is_file() else None
