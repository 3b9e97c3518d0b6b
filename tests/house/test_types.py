"""Types that others may rely on: the packages say that they have them, and the protocols hold."""

import subprocess
import sys

import pytest
from places import ROOT

USER = """
from tps.dose.engine import DoseEngine
from tps.dose.model import DoseModel, SeedDoseModel
from tps.geometry.region import Region
from tps.geometry.solid import Solid

def check(engine: DoseEngine, solid: Solid) -> tuple[DoseModel, SeedDoseModel, Region]:
    return engine, engine, solid
"""


@pytest.mark.parametrize("package", ["tps", "dose_kernels"])
def test_a_package_says_that_it_has_types(package):
    assert (ROOT / package / "py.typed").exists()
    assert f'"{package}" = ["py.typed"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def check_types(tmp_path, text):
    (tmp_path / "user.py").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--follow-imports=silent", str(tmp_path / "user.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def test_engine_and_solid_are_what_the_protocols_ask_for(tmp_path):
    done = check_types(tmp_path, USER)
    assert done.returncode == 0, done.stdout


def test_what_gives_no_dose_is_refused_as_an_engine(tmp_path):
    done = check_types(tmp_path, USER.replace("return engine, engine, solid", "return solid, engine, solid"))
    assert done.returncode == 1 and "DoseModel" in done.stdout
