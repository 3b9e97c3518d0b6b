"""Compiled code must not outlive a change in a file that was compiled into it."""

from pathlib import Path

from dose_kernels import grid, stamp, tg43


def test_a_change_behind_an_import_changes_the_stamp(tmp_path):
    texts = {
        "top.py": "from dose_kernels.middle import f\n",
        "middle.py": "import dose_kernels.low\n",
        "low.py": "x = 1\n",
        "other.py": "x = 1\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    before = {name: stamp.digest(tmp_path / name) for name in texts}
    (tmp_path / "low.py").write_text("x = 2\n")
    after = {name: stamp.digest(tmp_path / name) for name in texts}
    assert {name for name in texts if before[name] != after[name]} == {"top.py", "middle.py", "low.py"}


def test_compiled_functions_use_the_stamp():
    path = Path(grid.__file__)
    assert {p.name for p in stamp.files_behind(path)} >= {
        "grid.py",
        "block.py",
        "table.py",
        "tg43.py",
        "jit.py",
    }
    for function, file in ((grid._tiles, grid.__file__), (tg43.rate_2d, tg43.__file__)):
        locator = function._cache._impl.locator
        assert locator.get_source_stamp() == stamp.digest(Path(file))
        assert stamp.digest(Path(file))[:12] in locator.get_disambiguator()


def test_files_elsewhere_keep_numbas_own_stamp(tmp_path):
    own = stamp._of_this_folder(stamp.CacheImpl._locator_classes[-1])
    assert own.from_function(test_compiled_functions_use_the_stamp, str(tmp_path / "x.py")) is None
