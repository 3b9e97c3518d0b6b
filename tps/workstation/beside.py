"""Work beside the server's loop that nobody waits for when the program ends."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


async def beside(work: Callable[[], Found], name: str) -> Found:
    """What ``work`` gives; what it raises is raised here.

    Its thread ends with the program, whatever it is at: it must write nothing.

    Parameters
    ----------
    work : callable
    name : str
        Of the thread.
    """
    loop = asyncio.get_running_loop()
    made: asyncio.Future[Found] = loop.create_future()

    def settle(action: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the server has ended meanwhile
            loop.call_soon_threadsafe(lambda: None if made.done() else action())

    def run() -> None:
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            failure = error
            settle(lambda: made.set_exception(failure))
        else:
            settle(lambda: made.set_result(found))

    threading.Thread(target=run, name=name, daemon=True).start()
    return await made
