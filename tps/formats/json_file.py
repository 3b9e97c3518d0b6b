"""Read a JSON file that anybody may have made: of bounded size and depth, or refused in one message."""

import json
from pathlib import Path

from tps.errors import BadInput
from tps.formats.text_file import read_text
from tps.formats.visible import one_line


def read_json(path: Path | str, *, most_bytes: int, expected: str = "", remedy: str = ""):
    """The value of a JSON file.

    Parameters
    ----------
    path : path
    most_bytes : int
    expected, remedy : str
        For the messages.

    Raises
    ------
    BadInput
        If it cannot be read, is too large or nested too deep, or is not JSON.
    """
    found = read_text(path, most_bytes=most_bytes, expected=expected, remedy=remedy, only_unicode=True)
    try:
        return json.loads(found.text)
    except json.JSONDecodeError as error:
        why = f"not JSON (line {error.lineno}: {error.msg})"
    except RecursionError:
        why = "not JSON that can be read: nested too deep"
    except ValueError as error:  # a number of thousands of digits
        why = f"not JSON that can be read: {str(error)[:80]}"
    raise BadInput(why, where=one_line(path), expected=expected, remedy=remedy)
