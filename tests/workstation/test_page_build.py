"""The page that ships is built from its sources, has all texts in both languages, and asks nobody else."""

import hashlib
import json
import re
import shutil
import subprocess
import tomllib

import pytest
from places import ROOT

from tps.language import catalogue

SOURCES = ROOT / "tps" / "workstation" / "page"
BUILT = ROOT / "tps" / "workstation" / "static"
LANGUAGES = ("en", "zh")

# The page's texts stand with all others of the program.
TEXTS = ROOT / "tps" / "language" / "data"

# English words of the page that mean another thing in the report: a table of needles to push, their count,
# a figure reckoned by hand, how long something took, an RT Structure Set, a dose, an angle.
OTHER_SENSE = {
    "Needles",
    "Seeds",
    "by hand",
    "Time",
    "Structures",
    "Prescription",
    "Axial",
    "Plan",
}


def texts(language):
    return json.loads((TEXTS / f"workstation_{language}.json").read_text(encoding="utf-8"))


def scripts():
    return {p: p.read_text(encoding="utf-8") for p in sorted((SOURCES / "src").rglob("*.js"))}


def built(folder):
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_the_list_of_sources_names_every_source():
    named = json.loads((SOURCES / "files.json").read_text())["files"]
    there = [
        p.relative_to(SOURCES).as_posix()
        for p in SOURCES.rglob("*")
        if p.is_file() and "node_modules" not in p.parts and p.name != "files.json"
    ]
    shared = [f"../../language/data/workstation_{language}.json" for language in LANGUAGES]
    assert sorted(named) == sorted(there + shared)


def test_the_built_page_belongs_to_these_sources():
    digest = hashlib.sha256()
    for name in json.loads((SOURCES / "files.json").read_text())["files"]:
        digest.update(name.encode() + b"\0" + (SOURCES / name).read_bytes() + b"\0")
    assert digest.hexdigest() == (BUILT / "SOURCES.sha256").read_text().strip(), "run `make page`"


def test_building_again_gives_the_same_bytes(tmp_path):
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("npm is not installed")
    page = tmp_path / SOURCES.relative_to(ROOT)
    shutil.copytree(SOURCES, page, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(TEXTS, tmp_path / TEXTS.relative_to(ROOT))
    got = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=page, capture_output=True, text=True)
    if got.returncode:
        pytest.skip(f"npm has no registry to install from: {got.stderr[-200:]}")
    subprocess.run([node, "build.mjs", str(tmp_path / "static")], cwd=page, check=True)
    assert built(tmp_path / "static") == built(BUILT)


def test_the_wheel_takes_the_built_page_with_its_licences():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["package-data"]["tps.workstation"] == ["static/*"]
    licences = (BUILT / "LICENCES.txt").read_text(encoding="utf-8")
    needed = json.loads((SOURCES / "package.json").read_text())["dependencies"]
    assert all(re.search(rf"^{name}$", licences, re.MULTILINE) for name in needed)
    assert licences.count("MIT License") == len(needed)


def test_the_lock_file_names_no_registry():
    assert "resolved" not in (SOURCES / "package-lock.json").read_text(encoding="utf-8")


def test_every_text_is_there_in_every_language_with_the_same_blanks():
    first = texts("en")
    for language in LANGUAGES[1:]:
        other = texts(language)
        assert list(other) == list(first)
        for key, text in first.items():
            assert other[key].strip(), key
            assert sorted(re.findall(r"\{\w+\}", other[key])) == sorted(re.findall(r"\{\w+\}", text)), key


def test_chinese_texts_are_chinese():
    english = texts("en")
    for key, text in texts("zh").items():
        words = re.findall(r"[A-Za-z]{3,}", re.sub(r"\{\w+\}", "", english[key]))
        # Numbers, units and names of metrics are written alike.
        assert not words or re.search(r"[\u4e00-\u9fff]", text), key


def test_words_of_the_page_are_those_of_report_and_screen():
    """The same English words are the same Chinese words, but for those that mean another thing there."""
    chinese, english = catalogue("zh"), texts("en")
    both = {key: text for key, text in english.items() if text in set(catalogue("en").texts().values())}
    assert len(both) > 40
    page = texts("zh")
    differ = {both[key] for key in both if chinese.translate(both[key]) != page[key]}
    assert differ == OTHER_SENSE


def test_regions_found_in_the_ct_are_called_as_everywhere():
    """The page's names of them are those of the report."""
    for language in LANGUAGES:
        names = {key: text for key, text in texts(language).items() if key.startswith("region.")}
        assert len(names) > 8
        say = catalogue(language).translate
        assert {key: say(key.removeprefix("region.")) for key in names} == names


def used_keys():
    """Keys that the scripts ask for as they stand, and the beginnings of those that they put together."""
    whole, begun = set(), set()
    for text in scripts().values():
        whole |= set(re.findall(r'\bt\("([^"]+)"', text))
        begun |= set(re.findall(r"`([\w-]+\.)\$\{", text))
    return whole, begun


def test_every_text_that_is_asked_for_is_there():
    whole, begun = used_keys()
    assert len(whole) > 80
    assert not whole - set(texts("en"))
    assert not [start for start in begun if not any(key.startswith(start) for key in texts("en"))]


def test_no_text_is_left_over():
    named = " ".join(scripts().values())
    whole, begun = used_keys()
    left = [
        key
        for key in texts("en")
        if key not in whole and not any(key.startswith(start) for start in begun) and f'"{key}"' not in named
    ]
    begins_elsewhere = ("metric.", "request.", "keys.", "region.")
    assert [key for key in left if not key.startswith(begins_elsewhere)] == []


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
)
def test_no_script_of_ours_makes_markup_or_code_of_text(forbidden):
    assert [p.name for p, text in scripts().items() if forbidden in text] == []


@pytest.mark.parametrize("forbidden", ["localStorage", "indexedDB", "document.cookie", "serviceWorker"])
def test_no_script_of_ours_keeps_anything_in_the_browser(forbidden):
    assert [p.name for p, text in scripts().items() if forbidden in text] == []


def test_only_the_key_is_kept_for_the_tab():
    kept = {m for text in scripts().values() for m in re.findall(r"sessionStorage\.setItem\((\w+)", text)}
    assert kept == {"TOKEN"}


def test_the_page_names_no_other_host_and_has_no_inline_script_or_style():
    page = (BUILT / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r"https?://", page)
    assert not re.findall(r"<style|\sstyle=|\son\w+=", page)
    assert all(' src="/static/' in tag for tag in re.findall(r"<script[^>]*>", page))
    styles = (BUILT / "page.css").read_text(encoding="utf-8")
    assert not re.findall(r"url\(|@import", styles)
