"""A protocol as a TOML file: the names of ``Protocol``, each with a value of its kind."""

import dataclasses
import tomllib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from tps.errors import BadInput, UnknownName
from tps.model import Protocol


def load_protocol(path) -> Protocol:
    """Read a protocol file.

    Parameters
    ----------
    path : path-like
        TOML; any field of ``tps.model.Protocol``, those left out keep their defaults.

    Raises
    ------
    BadInput
        If the file cannot be read, names an unknown setting, or a value is of the wrong kind or range.
    """
    path = Path(path)
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(
            f"cannot be read: {error.strerror}",
            where=str(path),
            expected="a protocol as TOML",
            remedy="check the path of --protocol, or leave it out for the built-in rules",
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(
            f"cannot be read as TOML: {error}",
            where=str(path),
            expected="a protocol as TOML: a line NAME = VALUE for each setting that differs",
            remedy="correct the protocol file",
        ) from error
    known = {f.name: f.type for f in dataclasses.fields(Protocol)}
    for name in settings:
        if name not in known:
            raise UnknownName("protocol setting", name, known, where=str(path))
    values = {}
    for name, value in settings.items():
        try:
            values[name] = TypeAdapter(known[name]).validate_python(
                tuple(value) if isinstance(value, list) else value
            )
        except ValidationError as error:
            raise BadInput(f"{name} is {value!r}: {error.errors()[0]['msg']}", where=str(path)) from error
    try:
        return Protocol(**values)
    except ValueError as error:
        raise BadInput(str(error), where=str(path), remedy="correct the protocol file") from error
