"""All routes of the room: what they need takes longest to load, and is not needed before there is one."""

from functools import cache

from aiohttp import web

from tps.workstation import line, routes_edit, routes_look, routes_plan


@cache
def router() -> web.UrlDispatcher:
    """Finds who answers a request."""
    found = web.UrlDispatcher()
    for routes in (routes_look.routes, routes_edit.routes, routes_plan.routes, line.routes):
        found.add_routes(routes)
    return found
