"""What CONTRIBUTING, CITATION and CHANGELOG say of this repository is so."""

import ast
import re
import tomllib
from importlib import import_module

import pytest
from places import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TABLE = TEXT.split("## Where does my change go?")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", TABLE, re.MULTILINE)


def places():
    """Each file that the table names; ``b.py`` after ``tps/x/a.py`` lies beside it."""
    for question, answer in ROWS:
        folder = ""
        for name in re.findall(r"`([\w./]+)`", answer):
            path = name if "/" in name else folder + name
            if "/" in name:
                folder = name.rpartition("/")[0] + "/"
            if path.endswith((".py", "/")):
                yield question, path


def test_the_table_is_not_empty():
    assert len(list(places())) > 40


@pytest.mark.parametrize(("question", "path"), list(places()))
def test_every_place_of_a_change_is_there(question, path):
    assert (ROOT / path).exists(), question


def test_every_command_is_one_of_make():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", TEXT)) <= targets


def test_version_and_licence_are_those_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {project['version']}\n" in citation
    assert f"license: {project['license']}\n" in citation
    assert project["version"] in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_what_examples_import_is_there(document):
    for block in re.findall(r"```python\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL):
        if document.name == "architecture.md":
            continue  # signatures, not code
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom):
                module = import_module(node.module)
                assert not [n.name for n in node.names if not hasattr(module, n.name)], node.module
            elif isinstance(node, ast.Import):
                for name in node.names:
                    import_module(name.name)
