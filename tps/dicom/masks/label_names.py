"""Which label of a map is called what: from the extended header of a NIfTI file, or from a file of names."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from tps.errors import BadInput
from tps.formats.text_file import read_text

# Extension codes under which a Caret label table stands in a NIfTI file: its own, and that of "unknown",
# which TotalSegmentator uses.
CARET_CODES = (0, 30)

# What a file of names may hold: far more than 500 names need.
MAX_NAMES_BYTES = 1024**2

# Members of a JSON object under which names may stand, and columns of a CSV, by what they hold.
_MEMBERS = ("labels", "label_map", "classes", "segments")
_LABEL_WORDS = ("index", "label", "value", "id", "key", "number", "labelid", "labelvalue", "label_value")
_NAME_WORDS = ("name", "label", "structure", "class", "roi", "segment")

_EXPECTED = 'JSON such as {"1": "spleen", "2": "liver"}, or a CSV with the columns index,name'


def names_of_caret(where: str, content: bytes) -> dict[int, str]:
    """Name by label of a Caret label table in XML; empty where the content is none.

    Raises
    ------
    BadInput
        If it is a label table but damaged, or names one label twice.
    """
    if b"<CaretExtension" not in content:
        return {}
    # A label table declares nothing; what does could make the parser grow without bound.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _bad_table(where)
    try:
        root = ElementTree.fromstring(content.strip(b"\0 \t\r\n"))
        pairs = [(_whole(label.get("Key")), label.text or "") for label in root.iter("Label")]
    except (ElementTree.ParseError, ValueError) as error:
        raise _bad_table(where) from error
    return _checked(where, pairs)


def _bad_table(where: str) -> BadInput:
    return BadInput(
        "the table of label names in its extended header is damaged",
        where=where,
        expected="CaretExtension with a LabelTable",
        remedy="export it again, or name the labels with --labels FILE",
    )


def read_label_names(path: Path | str) -> dict[int, str]:
    """Name by label from a JSON or CSV file.

    JSON: an object of label to name or of name to label, by itself or as member ``labels`` of another, or a
    list of objects with a label and a name.  CSV: two columns, label and name, with or without a heading.

    Raises
    ------
    BadInput
        If the file cannot be read or is neither, or one label or name stands for two.
    """
    path = Path(path)
    text = read_text(path, most_bytes=MAX_NAMES_BYTES, expected=_EXPECTED, only_unicode=True).text
    try:
        is_json = text.lstrip()[:1] in ("{", "[")
        pairs = _of_json(json.loads(text, object_pairs_hook=_once)) if is_json else _of_csv(text)
    except (ValueError, RecursionError, csv.Error) as error:
        raise BadInput(
            "does not say which label has which name", where=path.name, expected=_EXPECTED
        ) from error
    names = _checked(path.name, pairs)
    if not names:
        raise BadInput("names no label", where=path.name, expected=_EXPECTED)
    return names


def _once(pairs: list[tuple[str, object]]) -> dict:
    """A JSON object; ``ValueError`` where it has a member twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a member twice")
    return dict(pairs)


def _of_json(content) -> list[tuple[int, str]]:
    """Pairs of label and name; ``ValueError`` where the content has another form."""
    if isinstance(content, dict):
        for member in _MEMBERS:
            if isinstance(content.get(member), (dict, list)):
                return _of_json(content[member])
        if all(_is_whole(key) for key in content):
            return [(_whole(key), _text(value)) for key, value in content.items()]
        return [(_whole(value), key) for key, value in content.items()]
    if not isinstance(content, list):
        raise ValueError("neither object nor list")
    return [_of_item(item) for item in content]


def _of_item(item) -> tuple[int, str]:
    """Label and name of an object that has one of each."""
    if not isinstance(item, dict):
        raise ValueError("no object")
    labels = [v for key, v in item.items() if key.lower() in _LABEL_WORDS and _is_whole(v)]
    names = [v for key, v in item.items() if key.lower() in _NAME_WORDS and not _is_whole(v)]
    if len(labels) != 1 or len(names) != 1:
        raise ValueError("not one label and one name")
    return _whole(labels[0]), _text(names[0])


def _of_csv(text: str) -> list[tuple[int, str]]:
    first = text.split("\n", 1)[0]
    delimiter = next((d for d in ("\t", ";", ",") if d in first), ",")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True) if any(row)]
    number, name = 0, 1
    if rows and not rows[0][0].strip().isdigit():
        heading = [cell.strip().lower() for cell in rows.pop(0)]
        number = next((i for i, cell in enumerate(heading) if cell in _LABEL_WORDS), -1)
        name = next((i for i, cell in enumerate(heading) if cell in _NAME_WORDS and i != number), -1)
        if min(number, name) < 0:
            raise ValueError("no such columns")
    if any(len(row) <= max(number, name) for row in rows):
        raise ValueError("a row is too short")
    return [(_whole(row[number]), row[name]) for row in rows]


def _is_whole(value) -> bool:
    if isinstance(value, str):
        return value.strip().isascii() and value.strip().isdigit()
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _whole(value) -> int:
    if not _is_whole(value):
        raise ValueError("no whole number")
    return int(value)


def _text(value) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _checked(where: str, pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The pairs as a mapping; label 0 is the background and names nothing, nor does a blank name.

    Raises
    ------
    BadInput
        If a label has two names, or two labels have one.
    """
    names: dict[int, str] = {}
    labels: dict[str, int] = {}
    for label, name in pairs:
        name = name.strip()
        if not label or not name:
            continue
        if names.setdefault(label, name) != name:
            raise BadInput(
                f"label {label} is named {names[label]!r} and {name!r}", where=where, remedy="name it once"
            )
        if labels.setdefault(name, label) != label:
            raise BadInput(
                f"labels {labels[name]} and {label} are both named {name!r}",
                where=where,
                remedy="give each its own name",
            )
    return names


def merged(where: str, names: dict[int, str], more: dict[int, str]) -> dict[int, str]:
    """Both tables together; ``BadInput`` where a label has two names, or two labels have one."""
    return _checked(where, [*names.items(), *more.items()])
