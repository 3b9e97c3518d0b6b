"""Imports point one way: the table here is the architecture."""

import ast
import re
import subprocess
import sys
from collections import Counter

import pytest
from places import ROOT

DOCUMENT = ROOT / "docs" / "architecture.md"

# What everybody may use: version, notice, public verbs.
PACKAGE = "tps"


def stage_of(path):
    """``tps/model/`` as ``tps.model``."""
    return path.removesuffix(".py").strip("/").replace("/", ".")


def read_table():
    """Stage to the names it may import, ours and others', in the order of the document's table."""
    rows = re.findall(r"^\| `([\w/.]+)` \|(.*)\|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    cells = {stage_of(path): rest.split("|")[-2:] for path, rest in rows if rest.count("|") == 3}
    short = {stage.removeprefix("tps."): stage for stage in cells}
    ours = {s: {short[n] for n in re.findall(r"`(\w+)`", own)} for s, (own, _) in cells.items()}
    return ours, {s: set(re.findall(r"`(\w+)`", others)) for s, (_, others) in cells.items()}


STAGES, THIRD_PARTY = read_table()


def files_of(stage):
    path = ROOT / stage.replace(".", "/")
    return [path.with_suffix(".py")] if path.with_suffix(".py").exists() else sorted(path.rglob("*.py"))


def imported_names(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def owner_of(name):
    return max((s for s in STAGES if name == s or name.startswith(s + ".")), key=len, default=None)


def imports_of(stage):
    """What a stage imports, ours and others', each with a file that does."""
    ours, others = {}, {}
    for path in files_of(stage):
        for name in imported_names(path):
            owner, top = owner_of(name), name.split(".")[0]
            if owner not in (None, stage):
                ours.setdefault(owner, path.relative_to(ROOT))
            elif owner is None and top != PACKAGE and top not in sys.stdlib_module_names:
                others.setdefault(top, path.relative_to(ROOT))
    return ours, others


def test_the_document_has_a_row_for_every_stage():
    folders = {f"tps.{p.name}" for p in (ROOT / "tps").iterdir() if (p / "__init__.py").exists()}
    assert set(STAGES) == folders | {"dose_kernels", "phantoms", "tps.errors"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_what_its_row_names_and_all_of_it(stage):
    assert files_of(stage), f"stage {stage} has no files"
    for allowed, found in zip((STAGES[stage], THIRD_PARTY[stage]), imports_of(stage), strict=True):
        assert not {name: str(path) for name, path in found.items() if name not in allowed}
        assert not allowed - set(found), f"{stage} need not import these: take them out of the table"


def test_imports_point_upwards_in_the_table():
    order = list(STAGES)
    for stage, allowed in STAGES.items():
        assert not [name for name in allowed if order.index(name) > order.index(stage)], stage


def circles(imports):
    """Modules that import each other, directly or through others: each found once, by the first of them."""

    def reached_from(start):
        found, open_ends = set(), [start]
        while open_ends:
            for name in imports[open_ends.pop()]:
                if name not in found:
                    found.add(name)
                    open_ends.append(name)
        return found

    reached = {name: reached_from(name) for name in imports}
    return sorted(
        {tuple(sorted(b for b in reached[a] if a in reached[b])) for a in imports if a in reached[a]}
    )


def test_no_modules_import_each_other():
    files = {
        ".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): f
        for top in ("tps", "dose_kernels", "phantoms")
        for f in (ROOT / top).rglob("*.py")
    }
    # What a module imports from its own package's __init__ is what that has loaded before.
    imports = {
        name: {n for n in imported_names(f) if n in files and n != name and not name.startswith(n + ".")}
        for name, f in files.items()
    }
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [("a", "b", "c")]
    assert circles(imports) == []


def test_every_module_belongs_to_a_stage():
    owned = {f for stage in STAGES for f in files_of(stage)} | {ROOT / "tps/__init__.py"}
    found = {f for top in ("tps", "dose_kernels", "phantoms") for f in (ROOT / top).rglob("*.py")}
    assert found == owned


def test_help_loads_nothing_heavy():
    heavy = {"numpy", "numba", "scipy", "SimpleITK", "vtk", "matplotlib", "dask", "pydicom", "trame"}
    code = f"""
import sys
from tps.cli.app import main
sys.argv = ["tps", "--help"]
try:
    main()
except SystemExit:
    pass
assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def test_planning_loads_only_what_it_uses():
    # scipy's parts alone would take a quarter of a second of every start; numba loads its bare package.
    heavy = {f"scipy.{part}" for part in ("ndimage", "spatial", "special", "linalg", "sparse", "optimize")}
    heavy |= {
        "SimpleITK",
        "vtk",
        "vtkmodules",
        "matplotlib",
        "dask",
        "trame",
        "jinja2",
        "pynetdicom",
        "requests",
    }
    code = f"""
import sys
import tps.cli.plan, tps.pipeline.load, tps.pipeline.plan, tps.pipeline.write
assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)
# What was kept from being loaded can be loaded by whoever needs it.
import requests, scipy.linalg
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


# What can lose or leak a file, or read it in a way of its own, is done in one room.
ONE_ROOM = {
    "tables are read and written": (
        r"^import csv|\bcsv\.(writer|DictReader)",
        {"tps/dicom/masks/label_names.py"},
    ),
    "files are replaced": (
        r"os\.replace|shutil\.|mkstemp|mkdtemp|NamedTemporaryFile|TemporaryDirectory",
        set(),
    ),
}


@pytest.mark.parametrize("what", ONE_ROOM)
def test_one_room_for_what_can_lose_a_file(what):
    pattern, others = ONE_ROOM[what]
    for top in ("tps", "phantoms"):
        for path in (ROOT / top).rglob("*.py"):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith("tps/formats/") and name not in others:
                assert not re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE), (
                    f"{name}: {what}"
                )


# Half of a pair whose other half is in use, what tools outside the packages use, and what numba calls.
USED_ELSEWHERE = {
    "remove_seed",
    "hero_picture",
    "writelines",
    "same_as",
    "influence_blocks",
    "rebuild",
    "add_overload",
    "persistent_id",  # of pickle
    "persistent_load",
}


def test_nothing_is_used_by_tests_alone():
    sources = [p for d in ("tps", "dose_kernels", "phantoms", "benchmarks") for p in (ROOT / d).rglob("*")]
    words = Counter(
        word for p in sources if p.suffix in (".py", ".html") for word in re.findall(r"\w+", p.read_text())
    )
    unused = []
    for path in sorted(p for d in ("tps", "dose_kernels") for p in (ROOT / d).rglob("*.py")):
        for name in _defined(ast.parse(path.read_text()).body):
            if words[name] == 1 and not name.startswith("_") and name not in USED_ELSEWHERE:
                unused.append(f"{path.relative_to(ROOT)}: {name}")
    assert unused == []


def _defined(body):
    """Names of the functions, classes, methods and constants defined in a module."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
            if isinstance(node, ast.ClassDef):
                yield from (n.name for n in node.body if isinstance(n, ast.FunctionDef))
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
