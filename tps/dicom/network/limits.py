"""How much an archive may send and how long it may take: what never ends is refused, not waited for."""

import time
from collections.abc import Iterator

from tps.errors import BadInput

# A study for planning has well under a gigabyte; this is room for several.
MOST_STUDY_BYTES = 4_000_000_000
MOST_OBJECTS = 20_000

# Lists of studies and receipts are short.
MOST_ANSWER_BYTES = 20_000_000
MOST_ANSWERS = 1_000

# Seconds for a list or a receipt; and the slowest a study may come in, once it has had so many seconds.
ANSWER_S = 120.0
PATIENCE_S = 60.0
SLOWEST_BYTES_PER_S = 10_000.0

_REMEDY = "ask who runs the archive"


class Allowance:
    """What is left of what an answer may have.

    Parameters
    ----------
    where : str
        The archive, for messages.
    most_bytes : int
    most_s : float or None
        Time for all of it; None: as long as it keeps coming in fast enough.

    Raises
    ------
    BadInput
        From ``take``, once it is used up.
    """

    def __init__(self, where: str, most_bytes: int, most_s: float | None = None):
        self._where, self._most_bytes, self._most_s = where, most_bytes, most_s
        self._bytes, self._objects, self._begun = 0, 0, time.monotonic()

    def take(self, count: int, objects: int = 0) -> None:
        """Note that so many bytes and objects have come."""
        self._bytes += count
        self._objects += objects
        if self._bytes > self._most_bytes:
            raise BadInput(
                f"the answer is longer than {self._most_bytes / 1e6:.0f} MB",
                where=self._where,
                expected="an answer that ends",
                remedy=_REMEDY,
            )
        if self._objects > MOST_OBJECTS:
            raise BadInput(f"more than {MOST_OBJECTS} objects came", where=self._where, remedy=_REMEDY)
        spent = time.monotonic() - self._begun
        slow = self._most_s is None and spent > PATIENCE_S and self._bytes < SLOWEST_BYTES_PER_S * spent
        if slow or (self._most_s is not None and spent > self._most_s):
            raise BadInput(
                f"only {self._bytes} bytes came in {spent:.0f} s",
                where=self._where,
                expected="an answer in reasonable time",
                remedy=f"check the network; {_REMEDY}",
            )


class LimitedBody:
    """The body of a web answer, read within an allowance; all else as the body itself."""

    def __init__(self, body, allowance: Allowance):
        self._body, self._allowance = body, allowance

    def __getattr__(self, name: str):
        return getattr(self._body, name)

    def stream(self, amount: int, decode_content: bool | None = None) -> Iterator[bytes]:
        """Pieces of the body, unpacked; each is counted."""
        for piece in self._body.stream(min(amount, PIECE_BYTES), decode_content=decode_content):
            try:
                self._allowance.take(len(piece))
            except BadInput:
                self._body.close()
                raise
            yield piece


# Packed answers are unpacked piece by piece: no piece of this length becomes unreasonably long.
PIECE_BYTES = 65_536
