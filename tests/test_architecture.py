"""Imports point one way: the table here is the architecture."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Order matters: a stage may import the stages named in its row, nothing else of this repository.
MODEL = {"tps.errors", "tps.model", "tps.formats"}
STAGES = {
    "dose_kernels": set(),
    "phantoms": {"tps.errors", "tps.formats"},
    "tps.errors": set(),
    "tps.model": {"tps.errors"},
    "tps.formats": {"tps.errors", "tps.model"},
    "tps.dicom": MODEL,
    "tps.sources": MODEL,
    "tps.geometry": MODEL | {"dose_kernels"},
    "tps.access": MODEL | {"dose_kernels", "tps.geometry"},
    "tps.dose": MODEL | {"dose_kernels", "tps.geometry", "tps.access", "tps.sources"},
}
STAGES["tps.evaluate"] = STAGES["tps.dose"] | {"tps.dose"}
STAGES["tps.optimize"] = STAGES["tps.evaluate"] | {"tps.evaluate"}
STAGES["tps.export"] = STAGES["tps.evaluate"] | {"tps.evaluate", "tps.dicom"}
STAGES["tps.render3d"] = STAGES["tps.evaluate"] | {"tps.evaluate"}
STAGES["tps.report"] = STAGES["tps.render3d"] | {"tps.render3d", "tps.export"}
STAGES["tps.postimplant"] = MODEL | {"tps.geometry"}
STAGES["tps.pipeline"] = {s for s in STAGES if s.startswith("tps.")} | {"dose_kernels"}
STAGES["tps.batch"] = STAGES["tps.pipeline"] | {"tps.pipeline"}
STAGES["tps.cli"] = STAGES["tps.batch"] | {"tps.batch", "phantoms"}

# Third-party packages that must not be loaded by stages that do not need them.
THIRD_PARTY = {
    "dose_kernels": {"numpy", "numba"},
    "phantoms": {"numpy", "scipy", "pydicom"},
    "tps.errors": set(),
    "tps.model": {"numpy"},
    "tps.formats": set(),
}


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


@pytest.mark.parametrize("stage", STAGES)
def test_imports_point_one_way(stage):
    assert files_of(stage), f"stage {stage} has no files"
    for path in files_of(stage):
        for name in imported_names(path):
            owner = max((s for s in STAGES if name == s or name.startswith(s + ".")), key=len, default=None)
            if owner and owner != stage:
                assert owner in STAGES[stage], (
                    f"{path.relative_to(ROOT)} imports {name}; {stage} may not use {owner}"
                )
            top = name.split(".")[0]
            if stage in THIRD_PARTY and top not in {"tps", "dose_kernels", "phantoms"} | set(
                sys.stdlib_module_names
            ):
                assert top in THIRD_PARTY[stage], f"{path.relative_to(ROOT)} imports {name}"


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
    "tables are read and written": (r"^import csv|\bcsv\.(writer|DictReader)", {"tps/dicom/label_names.py"}),
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


# Half of a pair whose other half is in use, and what tools outside the packages use.
USED_ELSEWHERE = {"remove_seed", "hero_picture", "writelines", "same_as", "influence_blocks"}


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
