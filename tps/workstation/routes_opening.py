"""Routes that are there before the plan is: how far its opening is, and the scan."""

import asyncio
import time

from aiohttp import web

from tps.workstation.answers import ENTRANCE, number_in, room_of, told, voxels

# A page that waits for news of the opening is answered within this; how often they are looked for, seconds.
NEWS_WITHIN_S, LOOK_EVERY_S = 10.0, 0.05

routes = web.RouteTableDef()


@routes.get("/api/opening")
async def opening(request: web.Request) -> web.StreamResponse:
    """How far the opening is; waits a little for something that the page has not seen."""
    entrance, seen = request.app[ENTRANCE], number_in(request, "seen")
    end = time.monotonic() + NEWS_WITHIN_S
    while entrance.number == seen and time.monotonic() < end:
        await asyncio.sleep(LOOK_EVERY_S)
    return told(request, entrance.entry())


@routes.get("/api/ct")
async def ct(request: web.Request) -> web.StreamResponse:
    """The scan, HU: as soon as it is read."""
    volume = request.app[ENTRANCE].scan or room_of(request).desk.case.ct
    return await voxels(request, volume.values.astype("<i2", copy=False), volume.grid)
