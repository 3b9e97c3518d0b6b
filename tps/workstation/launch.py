"""Start the server on this machine's own address, open the browser, end in order."""

import asyncio
import contextlib
import html
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from tps.errors import BadInput, TpsError
from tps.formats.own_file import own_file
from tps.workstation.application import make_application
from tps.workstation.beside import beside
from tps.workstation.entrance import Entrance
from tps.workstation.guard import Guard

if TYPE_CHECKING:
    from tps.workstation.room import Room  # the page is served before what opens the plan is loaded

# The one address that other machines cannot reach; never a name, which somebody could point elsewhere.
HOST = "127.0.0.1"

# The file that the browser is given is needed until it has been read, seconds.
REDIRECT_S = 20.0

# A server whose pages were all closed so long ago ends itself, seconds; how often that is looked at.
DESERTED_S, LOOK_EVERY_S = 3600.0, 5.0

# A page that waits hears within this why nothing can be opened, seconds.
TOLD_WITHIN_S = 0.5

# Open lines are closed within this at the end, seconds.
CLOSING_S = 2.0


def listening(port: int = 0) -> socket.socket:
    """A socket that listens on the loopback address; port 0 takes any that is free.

    Raises
    ------
    BadInput
        If the port is no port, or is taken.
    """
    if not 0 <= port <= 65535:
        raise BadInput(f"port {port}", where="--port", expected="0 (any that is free) to 65535")
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((HOST, port))
        found.listen(64)
    except OSError as error:
        found.close()
        raise BadInput(
            f"port {port} cannot be used ({error.strerror})",
            where="--port",
            remedy="name another one, or leave it out for any that is free",
        ) from error
    return found


def address(guard: Guard, language: str) -> str:
    """The address of the page; the key stands behind the hash, which a browser never sends."""
    return f"http://{HOST}:{guard.port}/?lang={language}#token={guard.key}"


@dataclass(frozen=True)
class Opening:
    """How the page is opened.

    Parameters
    ----------
    browser : bool
    say : callable
        Tells the user.
    language : {"en", "zh"}
        Of the page at first.
    """

    browser: bool
    say: Callable[[str], None]
    language: str = "en"


def serve(make: Callable[[Entrance], "Room"], listener: socket.socket, opening: Opening) -> None:
    """Serve until the process is told to end; the page is there before the plan is.

    Parameters
    ----------
    make : callable (Entrance)
        Opens the plan, beside the server; what it tells the entrance meanwhile is shown.  What it raises
        ends the server.
    listener : socket
    opening : Opening
    """
    guard = Guard(listener.getsockname()[1])
    with contextlib.suppress(asyncio.CancelledError, KeyboardInterrupt):  # Ctrl-C is how it is ended
        asyncio.run(_serve(make, guard, listener, opening))


async def _serve(
    make: Callable[[Entrance], "Room"], guard: Guard, listener: socket.socket, opening: Opening
) -> None:
    entrance = Entrance()
    # No log of requests: it would tell who looked at whom.
    runner = web.AppRunner(make_application(entrance, guard), access_log=None, shutdown_timeout=CLOSING_S)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        pages = asyncio.create_task(_show(address(guard, opening.language), opening))
        room = await _made(make, entrance)
        room.start(room.begin())
        await pages
        await _until_deserted(room, opening)
    finally:
        await runner.cleanup()


async def _made(make: Callable[[Entrance], "Room"], entrance: Entrance) -> "Room":
    """The room, made beside the server; a page that waits is told why there is none before that is raised."""
    try:
        room = await beside(lambda: _opened(make, entrance), "opening")
    except TpsError as error:
        entrance.fail(str(error))
        await asyncio.sleep(TOLD_WITHIN_S)
        raise
    entrance.enter(room)
    return room


def _opened(make: Callable[[Entrance], "Room"], entrance: Entrance) -> "Room":
    """The room, and what answers for it: both are loaded while the page can be seen already."""
    from tps.workstation import inside

    inside.router()
    return make(entrance)


async def _show(page: str, opening: Opening) -> None:
    """Open the page, or say where it is."""
    if not opening.browser:
        opening.say(f"Open in a browser on this machine: {page}\nEnd with Ctrl-C.")
        return
    with own_file(redirect_page(page), suffix=".html") as path:
        opened = await asyncio.to_thread(webbrowser.open, path.as_uri())
        if not opened:
            opening.say(f"No browser was found. Open on this machine: {page}")
        opening.say("The page is open in your browser. End with Ctrl-C.")
        await asyncio.sleep(REDIRECT_S)


async def _until_deserted(room: "Room", opening: Opening) -> None:
    """Wait until every page has been closed for ``DESERTED_S``."""
    while not room.is_deserted(DESERTED_S):
        await asyncio.sleep(LOOK_EVERY_S)
    opening.say("No page has been open for an hour: ended. The next tps view goes on where this one was.")


def redirect_page(page: str) -> str:
    """A page that leads to another one: the key stands in a file of the user's own, not on a command line."""
    target = html.escape(page, quote=True)
    return (
        '<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="refresh" content="0;url={target}"><title>seedwright</title></head>'
        f'<body><a href="{target}">seedwright</a></body></html>'
    )
