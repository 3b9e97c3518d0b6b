"""What routes answer with, and the desk they find in the application."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from aiohttp import web

from tps.errors import BadInput
from tps.model import Grid
from tps.workstation.entrance import Entrance, StillOpening
from tps.workstation.grids import grid_entry
from tps.workstation.guard import Guard
from tps.workstation.words import in_language, language_of

if TYPE_CHECKING:
    from tps.workstation.room import Room  # what is told before there is one does not wait for its parts

Found = TypeVar("Found")

ENTRANCE: web.AppKey[Entrance] = web.AppKey("entrance", Entrance)
GUARD: web.AppKey[Guard] = web.AppKey("guard", Guard)

# Bytes that go out in one piece: other requests are answered in between.
PIECE_BYTES = 1 << 20


def room_of(request: web.Request) -> "Room":
    """The room that a request is about; raises ``StillOpening`` where it is not ready."""
    room = request.app[ENTRANCE].room
    if room is None:
        raise StillOpening
    return room


def told(request: web.Request, document: Any) -> web.Response:
    """A JSON document, its sentences in the language that the page asks for."""
    said = in_language(document, page_language(request))
    text = json.dumps(said, allow_nan=False, separators=(",", ":"))
    return web.Response(text=text, content_type="application/json")


def page_language(request: web.Request) -> str:
    """The language that a request asks for; else that of the room."""
    room = request.app[ENTRANCE].room
    return language_of(request.headers.get("Accept-Language"), "en" if room is None else room.language)


async def voxels(request: web.Request, values: np.ndarray, grid: Grid, **more: Any) -> web.StreamResponse:
    """Values on a grid as little-endian bytes, the grid in a header.

    Parameters
    ----------
    request : Request
    values : (nz, ny, nx) array
    grid : Grid
    **more
        For the header.
    """
    response = web.StreamResponse()
    response.content_type = "application/octet-stream"
    response.content_length = values.nbytes
    response.headers["X-Grid"] = json.dumps(grid_entry(grid) | more)
    await response.prepare(request)
    data = np.ascontiguousarray(values).view(np.uint8).reshape(-1).data
    for start in range(0, len(data), PIECE_BYTES):
        await response.write(data[start : start + PIECE_BYTES])
    await response.write_eof()
    return response


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object that a request carries; raises ``BadInput``."""
    try:
        found = json.loads(await request.text())
    except ValueError as error:
        raise BadInput("is no JSON", where="the request") from error
    if not isinstance(found, dict):
        raise BadInput("is no JSON object", where="the request")
    return found


def number_in(request: web.Request, name: str) -> float:
    """A number of the query; raises ``BadInput``."""
    try:
        value = float(request.query[name])
    except (KeyError, ValueError) as error:
        raise BadInput(f"{name} is no number", where="the address") from error
    if not abs(value) < 1e6:
        raise BadInput(f"{name} is no number that can be meant", where="the address")
    return value


async def working(request: web.Request, work: Callable[[], Found]) -> Found:
    """What ``work`` gives, done beside the server's loop, one piece of work after the other."""
    return await room_of(request).by_hand(work)
