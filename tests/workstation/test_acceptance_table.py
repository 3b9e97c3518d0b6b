"""The acceptance tests of the workstation: each of the twenty is held by tests that are there."""

import ast
import re

from places import ROOT

TABLE = ROOT / "docs" / "workstation.md"
FOLDER = ROOT / "tests" / "workstation"


def rows():
    """Number, and the tests named for it, of each row of the document's table."""
    text = TABLE.read_text(encoding="utf-8").partition("## Acceptance")[2]
    for number, _, held in re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", text, re.MULTILINE):
        yield int(number), re.findall(r"`(\w+)::(\w+)`", held), held


def functions(module):
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_all_twenty_are_there():
    assert [number for number, _, _ in rows()] == list(range(1, 21))


def test_every_test_that_is_named_is_there():
    lost = [(n, m, f) for n, named, _ in rows() for m, f in named if f not in functions(m)]
    assert not lost


def test_each_is_held_by_a_test_or_by_a_benchmark():
    assert [n for n, named, held in rows() if not named and "python -m benchmarks view" not in held] == []
