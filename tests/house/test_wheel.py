"""What is installed from the wheel works without the checkout: no file of data or template is left behind."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from places import ROOT

# What the workstation's page is built from; the built one is in the wheel.
PAGE_SOURCES = ROOT / "tps" / "workstation" / "page"

# Kinds of files that the packages read beside their code.
READ_AT_RUN_TIME = (".toml", ".json", ".html", ".css", ".js", ".typed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(out), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    (found,) = out.glob("seedwright-*.whl")
    return found


def test_every_file_that_code_reads_is_in_the_wheel(wheel):
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("tps", "dose_kernels", "phantoms")
        for path in (ROOT / package).rglob("*")
        if (path.suffix == ".py" or path.suffix in READ_AT_RUN_TIME) and PAGE_SOURCES not in path.parents
    }
    assert wanted - inside == set()
    assert not [name for name in inside if name.startswith(("tests/", "benchmarks/"))]


def test_the_installed_command_computes_a_dose(wheel, tmp_path):
    target = tmp_path / "installed"
    with ZipFile(wheel) as archive:
        archive.extractall(target)
    (tmp_path / "seeds.csv").write_text(
        "seed,needle,x_mm,y_mm,z_mm,ux,uy,uz,strength_u\n1,1,0,0,0,0,0,1,1.0\n", encoding="utf-8"
    )
    (tmp_path / "points.csv").write_text("x_mm,y_mm,z_mm\n10,0,0\n", encoding="utf-8")
    words = ["dose", "--source", "i125_6711", "--seeds", "seeds.csv", "--points", "points.csv"]
    # Only what is in the wheel: isolated from this checkout, which an editable install would find.
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r}); import tps;"
        f" assert tps.__file__.startswith({str(target)!r}), tps.__file__;"
        " from tps.cli.app import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, *words, "--out", "doses.csv"],
        cwd=tmp_path,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    row = (tmp_path / "doses.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")
    # The dose-rate constant of the 6711 seed: 0.965 cGy/h per U at 10 mm (TG-43U1).
    assert float(row[3]) == pytest.approx(0.965, rel=1e-4)


def test_the_containerfile_names_what_is_there():
    """Not every place can build it; what it copies, installs and calls can be looked at everywhere."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    copied = re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE)
    assert copied and [name for line in copied for name in line.split() if not (ROOT / name).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (extras,) = re.findall(r'"\.\[([\w,]+)\]"', text)
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    assert project["requires-python"].removeprefix(">=") in text
    (rendering,) = re.findall(
        r"^render=\((.*)\)$", (ROOT / ".ci" / "system-packages").read_text(), re.MULTILINE
    )
    assert [name for name in rendering.split() if name not in text] == []
    assert 'ENTRYPOINT ["tps"]' in text and "tps" in project["scripts"]
