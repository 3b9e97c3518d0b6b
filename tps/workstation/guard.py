"""Who may talk to the server: this machine's own page, with the key of this run, and nobody else.

A server on the loopback address can be reached by every page that the user's browser shows.  So each request
is held against exact lists of hosts and origins before anything else, and whatever tells of the patient asks
for a key that only the page of this run has.  There are no cookies: all ports of one host share them.
"""

import hmac
import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from aiohttp import web

from tps.errors import TpsError
from tps.workstation.conflict import Conflict, ReadOnly
from tps.workstation.words import in_language, language_of

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# 256 bits.
KEY_BYTES = 32

# Nobody types more than this; drawings and requests are far smaller.
MOST_BODY_BYTES = 1_000_000
MOST_MESSAGE_BYTES = 65_536

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}

SOCKET = "/ws"
API = "/api/"


class Refusal(NamedTuple):
    """Why something is not done: HTTP status, kind and sentence."""

    status: int
    kind: str
    message: str


@dataclass(frozen=True)
class Guard:
    """The rules of one run.

    Parameters
    ----------
    port : int
    key : str
        That the page was given.
    """

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(KEY_BYTES), repr=False)

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may call this server."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    @property
    def origins(self) -> frozenset[str]:
        """Pages that may talk to it."""
        return frozenset(f"http://{host}" for host in self.hosts)

    def knows(self, key: object) -> bool:
        """Whether a key is that of this run, in the same time for every wrong one."""
        return isinstance(key, str) and hmac.compare_digest(key.encode(), self.key.encode())

    def refusal(self, request: web.Request) -> Refusal | None:
        """Why a request is refused; None where it is not."""
        if request.host not in self.hosts:
            return Refusal(403, "forbidden", "this server answers to its own address alone")
        origin = request.headers.get("Origin")
        needed = request.method not in ("GET", "HEAD") or request.path == SOCKET
        if (origin is None and needed) or (origin is not None and origin not in self.origins):
            return Refusal(403, "forbidden", "requests from other pages are not answered")
        if request.path.startswith(API):
            scheme, _, key = request.headers.get("Authorization", "").partition(" ")
            if scheme != "Bearer" or not self.knows(key):
                return Refusal(401, "forbidden", "the key is missing or of another run: open the page again")
            if request.method == "POST" and request.content_type != "application/json":
                return Refusal(415, "bad-input", "expected a JSON document")
        return None

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse, or answer; every answer carries the same headers."""
        refusal = self.refusal(request)
        if refusal is not None:
            return said_no(request, refusal)
        return await answered(request, handler)

    async def add_headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Put the headers of safety on a response before it goes out."""
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.pop("Server", None)


async def answered(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The handler's response; what goes wrong becomes one message, never a traceback."""
    try:
        return await handler(request)
    except ReadOnly as error:
        return said_no(request, Refusal(409, "read-only", str(error)))
    except Conflict as error:
        return said_no(request, Refusal(409, "conflict", str(error)))
    except TpsError as error:
        return said_no(request, Refusal(422, "bad-input", str(error)))
    except web.HTTPException as error:
        kinds = {
            404: "there is nothing here",
            405: "not in this way",
            413: "that is too much at once",
            503: "the plan is still being opened",
        }
        return said_no(
            request, Refusal(error.status, "unknown", kinds.get(error.status, "cannot be answered"))
        )
    except (ConnectionResetError, TimeoutError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault becomes a message without what it was about
        return said_no(request, Refusal(500, "unknown", f"a fault of this program: {type(error).__name__}"))


def said_no(request: web.Request, refusal: Refusal) -> web.Response:
    """A refusal for the page, in its language."""
    language = language_of(request.headers.get("Accept-Language"))
    document = in_language({"error": refusal.message, "kind": refusal.kind}, language)
    return web.Response(status=refusal.status, text=json.dumps(document), content_type="application/json")
