"""The server's sentences in the language of the page."""

import json
import re

import pytest
from hand_plans import write_hand_plan
from places import ROOT
from workstation_visits import opened_desk, opened_room, visiting

from tps.errors import TpsError
from tps.language import catalogue
from tps.workstation.implant_commands import apply_correction
from tps.workstation.sign_page import sign_page_entry
from tps.workstation.words import SENTENCES, in_language, language_of

CHINESE = catalogue("zh")
TEXTS = ROOT / "tps" / "language" / "data"

# Names, units and metrics that are written alike in both languages.
ALIKE = re.compile(
    r"GTV|Cord|RT Plan|U\b|mm|Gy|HU|cm3|D0\.1cc|D\d+|V\d+|CT\b|A\. Planner|---?[a-z-]+|max|tps|[xyz]\b"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def opened(folder):
    return opened_desk(folder)


@pytest.fixture
def desk(opened):
    opened.open(opened.history.first.basis, opened.history.first.arrangement)
    return opened


def english_left(text):
    """The English words that a Chinese text still has."""
    return re.findall(r"[A-Za-z]{3,}", ALIKE.sub("", text))


@pytest.mark.parametrize(
    ("stated", "usual", "found"),
    [
        ("zh", "en", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "en", "zh"),
        ("en-US", "zh", "en"),
        ("fr", "zh", "zh"),
        ("", "en", "en"),
        (None, "zh", "zh"),
        (7, "en", "en"),
    ],
)
def test_the_language_that_is_asked_for(stated, usual, found):
    assert language_of(stated, usual) == found


def test_sentences_change_and_names_do_not():
    document = {
        "edits": [{"number": 1, "text": "needle 2 removed"}],
        "name": "needle 2 removed",
        "metrics": {"needle 2 removed": {"d90_gy": 1.0}},
        "needles": [{"name": "Liver", "rules": ["needle 2 removed"]}],
        "dose": [1.0, 2.0],
        "message": None,
    }
    said = in_language(document, "zh")
    assert (
        said["edits"] == [{"number": 1, "text": CHINESE.translate("needle 2 removed")}] != document["edits"]
    )
    assert said["needles"][0]["rules"] != document["needles"][0]["rules"]
    for key in ("name", "metrics", "dose", "message"):
        assert said[key] == document[key]
    assert in_language(document, "en") is document


def test_rules_and_edits_are_known_in_chinese(desk):
    """Everything that a person may do, and most that can be wrong with it."""
    texts = []

    def do(kind, **edit):
        try:
            plan = desk.edit(desk.revision, {"type": kind, **edit})
        except TpsError as error:
            texts.append(str(error))
        else:
            texts.extend([*plan["rules"], *(e["text"] for e in plan["edits"])])

    tip, entry = (desk.moment.arrangement.needle(1).__getattribute__(f"{n}_mm") for n in ("tip", "entry"))
    do("move-seed", seed=5, depth_mm=18.3)
    do("move-seed", seed=5, depth_mm=3.5)
    do("move-seed", seed=1, depth_mm=-5)
    do("move-seed", seed=1, depth_mm=1.0)
    do("move-seed", seed=3, depth_mm=45.0)
    do("move-needle", needle=1, tip_mm=(tip + [4, 0, 4]).tolist(), entry_mm=(entry + [9, 0, 9]).tolist())
    do("move-needle", needle=3, entry_mm=(entry + [0, -40, 9]).tolist())
    do("add-needle", entry_mm=(entry + [1, 0, 1]).tolist(), tip_mm=(tip + [1, 0, 1]).tolist())
    for item in ({"needle": 2}, {"seed": 9}):
        do("lock", **item)
        do("unlock", **item)
    do("lock", needle=2)
    do("remove-needle", needle=2)
    do("remove-seed", seed=9)
    do("add-seed", needle=5, depth_mm=3)
    do("move-seed", seed=99, depth_mm=3)
    do("move-seed", seed=3, depth_mm=120.0)
    desk.original()
    texts += [e["text"] for e in desk.entry()["edits"]]
    assert len(set(texts)) > 25
    left = {t: english_left(CHINESE.translate(t)) for t in texts}
    assert {t: words for t, words in left.items() if words} == {}


def test_corrections_of_seeds_found_are_known_in_chinese(desk):
    texts = []
    arrangement = desk.moment.arrangement
    for kind, edit in (
        ("move-seed", {"position_mm": [0.0, 1.0, 2.0]}),
        ("move-seed", {"direction": [0.0, 1.0, 1.0]}),
        ("move-seed", {"position_mm": [0.0, 1.0, 2.0], "direction": [1.0, 1.0, 1.0]}),
        ("move-seed", {"direction": [0.0, 0.0, 0.0]}),
        ("add-seed", {"position_mm": [0.0, -1.5, 2.0]}),
        ("split-seed", {}),
        ("remove-seed", {}),
    ):
        try:
            texts.append(apply_correction({"type": kind, "seed": 3} | edit, arrangement, 0.7)[1])
        except TpsError as error:
            texts.append(str(error))
    assert len(set(texts)) == 7
    left = {t: english_left(CHINESE.translate(t)) for t in texts}
    assert {t: words for t, words in left.items() if words} == {}


def facts_in(document, hidden):
    """All names of facts in a document, at any depth."""
    if isinstance(document, dict):
        for name, value in document.items():
            if name not in hidden:
                yield name
                yield from facts_in(value, hidden)
    elif isinstance(document, list):
        for each in document:
            yield from facts_in(each, hidden)


def test_every_fact_of_the_page_that_is_signed_has_a_name_in_both_languages(desk, tmp_path):
    room = opened_room(desk, tmp_path)
    number = room.versions.check(desk.revision, "A. Planner", "moved away").number
    room.versions.sign(number, "prepared", "A. Planner")
    page = ROOT / "tps" / "workstation" / "page"
    script = (page / "src" / "dialogs" / "finish.js").read_text(encoding="utf-8")
    hidden = set(re.findall(r'"(\w+)"', script.partition("NAMES_HIDDEN = new Set([")[2].partition("]")[0]))
    facts = set(facts_in(sign_page_entry(room.versions), hidden))
    assert len(facts) > 25
    for language in ("en", "zh"):
        texts = json.loads((TEXTS / f"workstation_{language}.json").read_text(encoding="utf-8"))
        assert {name for name in facts if f"fact.{name}" not in texts} == set()


def test_answers_news_and_previews_come_in_the_page_s_language(desk, tmp_path):
    room = opened_room(desk, tmp_path)
    desk.refine()

    async def visit(make):
        page = make()
        page.language = "zh"
        await page.connect()
        status, _, content = await page.get("/api/state", Accept_Language="zh-CN")
        plan = json.loads(content)["plan"]
        assert (
            status == 200
            and english_left(" ".join(str(v) for v in plan["verdict"].values() if v is not True)) == []
        )
        assert [m["label"] for m in plan["metric_table"] if m["key"] == "mean_gy"][0] == "平均剂量"
        english = await page.json("/api/state")
        assert english["plan"]["verdict"] != plan["verdict"] and english["plan"]["metrics"] == plan["metrics"]
        edit = {"type": "move-seed", "seed": 5, "depth_mm": 18.3}
        drag = {"serial": 1, "base_revision": desk.revision, "edit": edit}
        await page.line.send_json({"type": "drag", **drag})
        ruled = await page.hear("ruled")
        assert ruled["rules"] and english_left(" ".join(ruled["rules"])) == []
        await page.line.send_json({"type": "drag-end", **drag, "commit": True})
        assert english_left((await page.hear("plan"))["plan"]["edits"][0]["text"]) == []
        for path, code in (("/api/redo", 409), ("/api/sign", 422)):
            status, said = await page.post(path, Accept_Language="zh")
            assert status == code and (code == 422 or english_left(said["error"]) == [])
        status, said = await page.post("/api/redo", Authorization=None, Accept_Language="zh")
        assert status == 401 and english_left(said["error"]) == []
        version = room.versions.check(desk.revision, "A. Planner", "")
        body = {"number": version.number, "name": "chinese"}
        status, _ = await page.post("/api/export", body, Accept_Language="zh")
        assert status == 200

    visiting(room, visit)
    report = (tmp_path / "chinese" / "report.html").read_text(encoding="utf-8")
    assert 'lang="zh-CN"' in report and "最小周边剂量" in report


def test_keys_of_sentences_are_those_of_the_documents(desk):
    """A key that no document has is a slip."""
    desk.refine()
    text = json.dumps(desk.entry())
    elsewhere = {
        "impossible",
        "error",
        "message",
        "headline",
        "notes",
        "note",
        "calibration",
        "stage",
        "busy",
    }
    assert {key for key in SENTENCES if f'"{key}"' not in text} == elsewhere
