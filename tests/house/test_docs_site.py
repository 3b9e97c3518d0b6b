"""The documentation as a site: links hold, every module has its page, examples and the README's lines run."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

import phantoms
from docs.site.examples import FOLDER, readme_lines, run
from docs.site.source import DOCS, ROOT, linked, public_modules, write_source


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    out = tmp_path_factory.mktemp("site") / "source"
    write_source(out, quick=True)
    return out


def test_links_hold_on_the_site():
    homes = {(ROOT / "README.md"): "index.md", (DOCS / "batch.md"): "batch.md"}
    text = "[a](docs/batch.md#speed) [b](tps/model/protocol.py) [c](https://x.org) [e](#f)"
    text += " ![d](docs/images/plan.png)"
    assert linked(text, ROOT, homes) == (
        "[a](batch.md#speed) b [c](https://x.org) [e](#f) ![d](images/plan.png)"
    )
    assert linked("[r](../README.md)", DOCS, homes) == "[r](index.md)"


def test_every_page_of_the_menu_is_made(source):
    menu = re.findall(r": ([\w-]+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.M)
    assert len(menu) > 15 and [name for name in menu if not (source / name).is_file()] == []
    written = {path.name for path in DOCS.glob("*.md")}
    assert written <= set(menu)


def test_every_module_has_its_page(source):
    modules = public_modules()
    assert "tps.language.catalogue" in modules and "tps" in modules and not any("._" in m for m in modules)
    listed = re.findall(r"\]\(api/([\w.]+)\.md\): (.*)", (source / "api.md").read_text(encoding="utf-8"))
    assert [name for name, _ in listed] == modules
    assert [name for name, said in listed if not said] == []
    assert all((source / "api" / f"{name}.md").is_file() for name in modules)


def test_examples_are_shown_with_what_they_print(source):
    page = (source / "examples.md").read_text(encoding="utf-8")
    assert page.count("```python") == page.count("```text") == len(list(FOLDER.glob("*.py")))
    # S_K L / (r in cm)^2 g(r) at 1 cm, as in the check by hand: 15.12 Gy.
    assert "[10.  0.  0.]  0.735 cGy/h  15.12 Gy" in page


def test_an_example_that_fails_is_told():
    with pytest.raises(RuntimeError, match="1 / 0"):
        run("1 / 0", Path.cwd())


@pytest.mark.patient
def test_lines_of_the_readme_run(tmp_path):
    """On a smaller phantom than the README's: it is their names and calls that are looked at."""
    phantoms.write_phantom("small_lung_nodule", tmp_path / "patient")
    lines = readme_lines()
    assert len([line for line in lines.splitlines() if line.strip()]) <= 10
    said = run(lines, tmp_path).splitlines()
    assert re.fullmatch(r"(met|not-met) \d+ \d+", said[0]) and float(said[1]) > 0
    assert (tmp_path / "plan" / "RTPLAN.dcm").is_file() and (tmp_path / "plan" / "report.html").is_file()


def test_site_is_built_without_a_warning(source, tmp_path):
    if importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("mkdocstrings") is None:
        pytest.skip("the extra `docs` is not installed (make docs does it)")
    settings = tmp_path / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text().replace("paths: [.]", f"paths: [{ROOT}]")
    settings.write_text(
        text.replace("out/site-source", str(source)).replace("out/site", str(tmp_path / "site"))
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "one_seed_gy" in (tmp_path / "site" / "api" / "tps.dose.hand_check.html").read_text(
        encoding="utf-8"
    )
