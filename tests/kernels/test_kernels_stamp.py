"""Compiled code must not outlive a change in a file that was compiled into it."""

from pathlib import Path

import pytest

from dose_kernels.compile import cache_key
from dose_kernels.dose import grid, tg43

# Every way in which one file may name another, in rooms of their own.
TEXTS = {
    "upper/top.py": "from dose_kernels.middle.between import f\n",
    "upper/late.py": "def f():\n    from dose_kernels.middle import between\n",
    "upper/several.py": "from dose_kernels.middle import (\n    between as b,\n    other,\n)\n",
    "middle/between.py": "import dose_kernels.lower.low\n",
    "middle/other.py": "import numpy\n",
    "lower/low.py": "x = 1\n",
}
BEHIND_LOW = {"upper/top.py", "upper/late.py", "upper/several.py", "middle/between.py", "lower/low.py"}


@pytest.fixture
def package(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def digests(package: Path) -> dict[str, str]:
    return {name: cache_key.digest(package / name, package) for name in TEXTS}


def test_a_change_behind_an_import_changes_the_stamp(package):
    before = digests(package)
    (package / "lower/low.py").write_text("x = 2\n")
    after = digests(package)
    assert {name for name in TEXTS if before[name] != after[name]} == BEHIND_LOW


def test_a_change_of_a_room_changes_the_stamp_of_what_imports_from_it(package):
    before = digests(package)
    (package / "middle/__init__.py").write_text("x = 2\n")
    after = digests(package)
    assert before["upper/several.py"] != after["upper/several.py"]
    assert before["lower/low.py"] == after["lower/low.py"]


def test_compiled_functions_use_the_stamp():
    behind = {
        p.relative_to(cache_key.PACKAGE).as_posix() for p in cache_key.files_behind(Path(grid.__file__))
    }
    assert behind >= {"dose/grid.py", "dose/block.py", "dose/table.py", "dose/tg43.py", "compile/options.py"}
    for function, file in ((grid._tiles, grid.__file__), (tg43.rate_2d, tg43.__file__)):
        locator = function._cache._impl.locator
        assert locator.get_source_stamp() == cache_key.digest(Path(file))
        assert cache_key.digest(Path(file))[:12] in locator.get_disambiguator()


def test_files_elsewhere_keep_numbas_own_stamp(tmp_path):
    own = cache_key._of_this_folder(cache_key.CacheImpl._locator_classes[-1])
    assert own.from_function(test_compiled_functions_use_the_stamp, str(tmp_path / "x.py")) is None
