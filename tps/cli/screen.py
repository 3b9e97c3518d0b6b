"""What people see: text of any origin on a screen that may know few letters, be full, or be gone.

A result that is written is written, whatever becomes of the words about it: where a stream fails, the rest of
what would be said is dropped, and the failure is told once, at the end.
"""

import errno
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tps.errors import WrongUsage
from tps.formats.visible import one_line, shown
from tps.language import ENGLISH, LANGUAGES, Catalogue, catalogue

# Where the output is no terminal, lines may be as long as the needle table needs.
PLAIN_WIDTH = 118


class Stream:
    """A text stream that never fails to be written.

    Parameters
    ----------
    stream : text stream
        Letters that it does not know are escaped.
    """

    def __init__(self, stream):
        self._stream, self.failure = stream, None
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")

    def __getattr__(self, name: str):
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write, or note why that failed."""
        self._try(lambda: self._stream.write(text))
        return len(text)

    def writelines(self, lines) -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Flush, or note why that failed."""
        self._try(self._stream.flush)

    def _try(self, act) -> None:
        if self.failure is not None:
            return
        try:
            act()
        except (OSError, ValueError) as error:  # ValueError: the stream was closed
            self.failure = error

    @property
    def is_gone(self) -> bool:
        """True if whoever read it has read enough, as ``head`` does, or it was closed."""
        return isinstance(self.failure, ValueError) or getattr(self.failure, "errno", None) == errno.EPIPE


@contextmanager
def guarded_screen() -> Iterator[Stream]:
    """Put such streams in the place of stdout and stderr; yields that of stdout."""
    before = sys.stdout, sys.stderr
    _fill_missing()
    sys.stdout, sys.stderr = (Stream(s) if s is not None else Stream(open(os.devnull, "w")) for s in before)
    try:
        yield sys.stdout
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        _let_go(sys.stdout, before[0])
        _let_go(sys.stderr, before[1])
        sys.stdout, sys.stderr = before


def _fill_missing() -> None:
    """Open what was closed to nothing: else the next file opened would take the place of the screen."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _let_go(stream: Stream, original) -> None:
    """Keep Python from trying once more, as the process ends, what has failed."""
    if stream.failure is None or original is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, original.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass


class _Voice:
    """The language of the screen, and names that no table translates."""

    catalogue: Catalogue = catalogue(ENGLISH)
    names: frozenset[str] = frozenset()


def speak(language: str, names: Iterable[str] = ()) -> None:
    """From now on say everything in this language but for ``names``, those of regions, as cells of tables.

    Raises
    ------
    WrongUsage
        For a language that the catalogue does not have.
    """
    if language not in LANGUAGES:
        raise WrongUsage(f"--lang {language!r}: expected {' or '.join(LANGUAGES)}")
    _Voice.catalogue, _Voice.names = catalogue(language), frozenset(names)


def in_words(text: str) -> str:
    """A text in the language of the screen; what ends in spaces keeps its width in columns."""
    if text in _Voice.names:
        return text
    said = _Voice.catalogue.translate(text)
    if said != text and text.endswith(" "):
        return said.rstrip() + " " * max(1, len(text) - _columns(said.rstrip()))
    return said


def padded(text: str, width: int) -> str:
    """A text in the language of the screen, so many columns wide; with a width below 0 at its right end."""
    said = in_words(text)
    room = " " * max(0, abs(width) - _columns(said))
    return room + said if width < 0 else said + room


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: letters of Chinese take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def say(text: str = "") -> None:
    """Write a text, of a line or several, to stdout; what would steer the terminal is escaped."""
    sys.stdout.write(shown(in_words(text)) + "\n")


def warn(text: str) -> None:
    """The same to stderr."""
    sys.stderr.write(shown(in_words(text)) + "\n")


def say_json(value, indent: int = 1) -> None:
    """Write a value as JSON to stdout, in ASCII, which every screen and file knows."""
    sys.stdout.write(json.dumps(value, indent=indent) + "\n")


def say_json_text(text: str) -> None:
    """Write a text that is JSON already, its other letters escaped."""
    sys.stdout.write("".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text))


def console(stream=None):
    """A Rich console that takes no text for markup or a picture's name."""
    from rich.console import Console

    stream = stream or sys.stdout
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(file=stream, highlight=False, markup=False, emoji=False, width=width)


def line(*parts: str | tuple[str, str]):
    """A line of Rich text: parts as they are, or with their style."""
    from rich.text import Text

    pairs = [part if isinstance(part, tuple) else (part, "") for part in parts]
    return Text.assemble(*((one_line(in_words(text)), style) for text, style in pairs))


class Table:
    """A table of texts, none of which is taken for markup; ``rich`` is what a console prints.

    Parameters
    ----------
    title : str
    """

    def __init__(self, title: str):
        from rich import box
        from rich.table import Table as RichTable

        self.rich = RichTable(
            title=line(title),
            title_justify="left",
            title_style="bold",
            box=box.SIMPLE_HEAD,
            pad_edge=False,
        )

    def add_column(self, heading: str, *, right: bool = False, min_width: int | None = None) -> None:
        """Add a column."""
        self.rich.add_column(line(heading), justify="right" if right else "left", min_width=min_width)

    def add_row(self, *cells: str | tuple[str, str]) -> None:
        """Add a row; a cell may come with its style."""
        self.rich.add_row(*(line(cell) for cell in cells))

    def __rich__(self):
        return self.rich
