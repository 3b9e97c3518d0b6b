"""One catalogue: the same keys in every language, nothing in English on a Chinese page, picture or screen."""

import json
import re
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from drawn_scene import DrawnScene
from evaluation_doubles import torso_result
from matplotlib.text import Text
from page_texts import english_in, texts_of
from PIL import Image

import tps
from tps.batch import plan_batch, table
from tps.cli import screen
from tps.cli.plan_result import print_result
from tps.errors import WrongUsage
from tps.export.needle_guide import SIDES
from tps.language import LANGUAGES, catalogue, figure, fonts
from tps.language.page import translate_page
from tps.model.metric_table import BY_KEY
from tps.report import make_report
from tps.report.column_rows import column_tables
from tps.report.content import Content
from tps.report.picture_file import pack, with_notice
from tps.report.report import SIGNATURES, _figures

ENGLISH, CHINESE = catalogue("en"), catalogue("zh")
PLACE = re.compile(r"\{(\w+)(?::([nt]))?\}")
# A number, a name that is nobody's word, and a text that both languages have.
FILLED = {"n": "12.5", "": "Xyz_7", "t": "dose met"}


@pytest.fixture(autouse=True)
def english_screen():
    yield
    screen.speak("en")


def test_no_text_is_missing_in_either_language():
    keys = set(ENGLISH.texts())
    for language in LANGUAGES:
        texts = catalogue(language).texts()
        assert set(texts) == keys
        assert [key for key, text in texts.items() if not text and not key.startswith("page.number")] == []


def test_no_english_text_stands_twice():
    texts = list(ENGLISH.texts().values())
    assert sorted({t for t in texts if texts.count(t) > 1}) == []


def test_every_text_is_found_again_in_a_finished_sentence():
    """Filled, it is known as itself and not as another text of its form, and nothing of it is lost."""
    lost = []
    for key, english in ENGLISH.texts().items():
        places = dict(PLACE.findall(english))
        assert set(places) == {name for name, _ in PLACE.findall(CHINESE.texts()[key])}, key
        values = {name: FILLED[kind] for name, kind in places.items()}
        wanted = {name: CHINESE.translate(v) if places[name] == "t" else v for name, v in values.items()}
        said = CHINESE.translate(ENGLISH.text(key, **values))
        # Before, between and after the numbers of a page: they are looked up by their keys.
        if said.split() != CHINESE.text(key, **wanted).split() and not key.startswith("page.number"):
            lost.append(key)
    assert lost == []


def test_english_stays_the_same_words():
    page = "<html lang='en'><p>No.  needle</p>\n</html>"
    assert translate_page(page, ENGLISH) is page
    assert ENGLISH.translate(" Warnings and notes ") == " Warnings and notes "


def test_names_and_numbers_stay():
    said = CHINESE.translate("8 needles through Liver, up to 73 mm; not looked at: other vessels, nerves")
    assert said == "8 针经过 Liver，最长 73 mm；未检查：其他血管，神经"
    assert CHINESE.translate("GTV_Mass") == "GTV_Mass"
    assert CHINESE.translate("  D90  ") == "  D90  "


def test_page_keeps_its_marks_and_names():
    page = (
        '<html lang="en"><style>.Needles{}</style><th translate="no">Needles</th>'
        '<img alt="Needles &amp; co"><th>Needles</th><p>seed\n  centres 3, 13 mm from the tip</p></html>'
    )
    said = translate_page(page, CHINESE)
    assert said == (
        '<html lang="zh-CN"><style>.Needles{}</style><th translate="no">Needles</th>'
        '<img alt="Needles &amp; co"><th>进针</th><p>粒子中心距针尖 3, 13 mm</p></html>'
    )


def test_catalogue_for_the_browser_is_the_same():
    assert json.loads(CHINESE.as_json()) == CHINESE.texts()


@pytest.mark.parametrize(
    "texts",
    [
        [metric.label for metric in BY_KEY.values() if not re.fullmatch(r"[DV][\d.]+(cc)?", metric.label)],
        [meaning for _, _, meaning in (*table.COLUMNS, *table.IDENTITY_COLUMNS, *plan_batch.COLUMNS)],
        [meaning for _, columns in column_tables() for _, meaning in columns],
        list(SIDES.values()),
        list(SIGNATURES),
    ],
    ids=["metrics", "columns of many implants", "columns of a plan", "sides", "signatures"],
)
def test_what_tables_of_the_code_say_is_known(texts):
    assert texts and [text for text in texts if not CHINESE.knows(text)] == []


def test_stages_that_a_screen_names_are_known():
    sources = "".join(p.read_text(encoding="utf-8") for p in Path(tps.__file__).parent.rglob("*.py"))
    stages = set(re.findall(r"\.stage\(\s*\"([^\"]+)\"", sources))
    known = set(ENGLISH.texts().values())
    assert len(stages) > 10 and stages <= known, stages - known


def test_report_in_chinese_has_no_english_left():
    report = make_report(torso_result(), DrawnScene(), "", None, "zh")
    page = report.files["report.html"].decode()
    assert '<html lang="zh-CN">' in page and 'content: "第 " counter(page) " 页，共 " counter(pages)' in page
    assert report.notes == ()
    assert [t for t in texts_of(page) if english_in(t)] == []
    for text in ("未批准", "进针单", "剂量体积直方图", "最小周边剂量", "未与原文核对", "needles.csv"):
        assert text in page


def test_pictures_in_chinese_have_no_english_and_no_boxes():
    if fonts.families(["靶区"])[1]:
        pytest.skip("no font with Chinese letters here (.ci/system-packages installs one)")
    seen = 0
    for _, drawn, _ in _figures(Content.of(torso_result())):
        figure.translate_figure(drawn, CHINESE)
        for text in drawn.findobj(Text):
            said = text.get_text()
            seen += any("\u4e00" <= c for c in said)
            assert not english_in(said), said
            assert not fonts.families([said])[1] or said.isascii()
    assert seen > 50


def test_pictures_are_english_where_no_font_has_the_letters(monkeypatch):
    monkeypatch.setattr(figure, "families", lambda texts: (["DejaVu Sans"], {"\u9776"}))
    assert figure.picture_language(CHINESE).language == "en"
    (note,) = figure.language_notes(CHINESE)
    assert "fonts-noto-cjk" in note and CHINESE.knows(note)


def test_picture_in_space_says_the_notice_in_chinese_below_the_english():
    if fonts.families(["靶区"])[1]:
        pytest.skip("no font with Chinese letters here (.ci/system-packages installs one)")
    white = pack(np.full((60, 400, 3), 255, np.uint8))
    assert with_notice(white, ENGLISH) is white
    pixels = np.asarray(Image.open(BytesIO(with_notice(white, CHINESE))))
    assert pixels.shape[1] == 400 and pixels.shape[0] > 60
    assert (pixels[:60] == 255).all() and (pixels[60:] < 100).any()


def test_screen_in_chinese_has_no_english_left(tmp_path, capsys):
    result = torso_result()
    screen.speak("zh", result.evaluation.metrics)
    written = SimpleNamespace(folder=tmp_path, notes=(), timing_s={"a": 1.0})
    result = SimpleNamespace(**{"alternatives": (), "contributions": {}, **vars(result)})
    print_result(result, written, as_json=False)
    lines = [line.replace(str(tmp_path), "") for line in capsys.readouterr().out.splitlines()]
    cells = [cell for line in lines for cell in re.split(r"\s{2,}", line.strip())]
    assert "达到处方要求" in lines[0] and [c for c in cells if english_in(c)] == []


def test_language_that_there_is_not_is_refused():
    with pytest.raises(WrongUsage, match="en or zh"):
        screen.speak("fr")
