"""A protocol as a TOML file: the names of ``Protocol``, each with a value in its range."""

import tomllib

from tps.errors import BadInput, UnknownName
from tps.formats.text_file import read_text
from tps.formats.visible import one_line
from tps.model import Protocol
from tps.model.setting import settings_of

# A protocol has a few dozen lines.
MAX_BYTES = 1_000_000

_EXPECTED = "a protocol as TOML: a line NAME = VALUE for each setting that differs"


def load_protocol(path) -> Protocol:
    """Read a protocol file.

    Parameters
    ----------
    path : path-like
        TOML; any field of ``tps.model.Protocol``, those left out keep their defaults.

    Raises
    ------
    BadInput
        If the file cannot be read, names an unknown setting, a value is of the wrong kind or out of its
        range, or two settings contradict each other.
    """
    where = one_line(path)
    found = read_text(
        path,
        most_bytes=MAX_BYTES,
        expected=_EXPECTED,
        remedy="check the path of --protocol, or leave it out for the built-in rules",
    )
    try:
        values = tomllib.loads(found.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise BadInput(
            f"cannot be read as TOML: {why}",
            where=where,
            expected=_EXPECTED,
            remedy="correct the protocol file",
        ) from error
    known = settings_of(Protocol)
    for name in values:
        if name not in known:
            raise UnknownName("protocol setting", name, known, where=where)
    try:
        return Protocol(**values)
    except ValueError as error:
        raise BadInput(str(error), where=where, remedy="correct the protocol file") from error
