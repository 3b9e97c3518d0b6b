"""Routes that show and change nothing."""

import numpy as np
from aiohttp import web

from tps.model import Grid
from tps.workstation.answers import number_in, room_of, told, voxels, working
from tps.workstation.look import contours_of
from tps.workstation.point import point_entry
from tps.workstation.room import EDITOR, READER
from tps.workstation.routes_plan import moment_named
from tps.workstation.state import shapes_on, state_entry

routes = web.RouteTableDef()


@routes.get("/api/state")
async def state(request: web.Request) -> web.StreamResponse:
    """All that the page needs to begin."""
    room = room_of(request)
    session = request.headers.get("X-Session")
    first = room.visitors[0].session if room.visitors else None
    role = EDITOR if session is not None and session == first else READER
    return told(request, await working(request, lambda: state_entry(room, role)))


@routes.get("/api/dose")
async def dose(request: web.Request) -> web.StreamResponse:
    """The dose on the grid that isodoses are drawn from, Gy: of the desk, or of another version."""
    room = room_of(request)
    desk = room.desk
    if desk.history is None:
        raise web.HTTPNotFound
    other = moment_named(room, request.query["version"]) if "version" in request.query else None

    def found() -> tuple[int, np.ndarray, Grid]:
        with desk.lock:
            moment, revision = other or desk.moment, desk.revision
            doses = desk.doses(moment)
        return revision, doses.on_grid, doses.live.grid

    revision, values, grid = await working(request, found)
    values = values.astype("<f4", copy=False)
    answer = await voxels(request, values, grid, revision=revision, max_gy=float(values.max()))
    room.shown()
    return answer


@routes.get("/api/contours")
async def contours(request: web.Request) -> web.StreamResponse:
    """The regions as drawn and as found: of all, or of those of one kind."""
    desk, kind = room_of(request).desk, request.query.get("kind")

    def found() -> dict[str, list[dict]]:
        return {s.key: contours_of(s.structure) for s in shapes_on(desk) if kind in (None, s.kind)}

    return told(request, await working(request, found))


@routes.get("/api/outlines")
async def outlines(request: web.Request) -> web.StreamResponse:
    """The regions where a sagittal or coronal plane cuts them."""
    from tps.workstation.outlines import outlines_at  # as ``plane_entry``

    desk, axis, at = room_of(request).desk, request.query.get("axis"), number_in(request, "at")
    if axis not in ("x", "y"):
        raise web.HTTPNotFound
    room = room_of(request)
    return told(
        request, await room.by_hand(lambda: outlines_at(desk.case, desk.bodies, shapes_on(desk), axis, at))
    )


@routes.get("/api/surfaces")
async def surfaces(request: web.Request) -> web.StreamResponse:
    """The regions as triangles, for the picture in space."""
    from tps.workstation.surfaces import surface_entry  # VTK too is loaded once the slices are there

    room = room_of(request)
    shapes = [s for s in shapes_on(room.desk) if s.kind in ("target", "organ")]
    bodies = room.desk.bodies
    return told(request, await room.in_mind(lambda: {s.key: surface_entry(bodies.of(s)) for s in shapes}))


@routes.get("/api/plane")
async def plane(request: web.Request) -> web.StreamResponse:
    """The plane along a needle: voxels, dose and what it passes."""
    # What it shares with the report takes a second to load, which a page that opens need not wait for.
    from tps.workstation.needle_plane import plane_entry

    desk, number = room_of(request).desk, int(number_in(request, "needle"))
    turn = number_in(request, "turn") if "turn" in request.query else 0.0
    return told(request, await working(request, lambda: plane_entry(desk, number, turn)))


@routes.get("/api/point")
async def point(request: web.Request) -> web.StreamResponse:
    """HU, dose and regions at a point."""
    desk = room_of(request).desk
    place = np.array([number_in(request, axis) for axis in "xyz"])
    return told(request, await working(request, lambda: point_entry(desk, place)))
