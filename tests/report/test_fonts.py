"""Region names in pictures: as they are where a font has their letters, else by number and one sentence."""

import warnings
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from evaluation_doubles import torso_result
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib.font_manager import fontManager

from tps.language import fonts
from tps.report.content import Content
from tps.report.dvh_plot import dvh_figure, font_notes, picture_names
from tps.report.picture_file import drawn

CHINESE = "肿瘤靶区"


def named(target):
    """A result whose target is called so."""
    met = torso_result()
    evaluation = replace(
        met.evaluation,
        metrics={target if n == "GTV" else n: m for n, m in met.evaluation.metrics.items()},
        dvhs={target if n == "GTV" else n: d for n, d in met.evaluation.dvhs.items()},
    )
    solids = tuple(replace(s, name=target) for s in met.regions.targets)
    regions = SimpleNamespace(**{**vars(met.regions), "targets": solids})
    return Content.of(SimpleNamespace(**{**vars(met), "evaluation": evaluation, "regions": regions}))


def made_font(path, letters, name):
    """A font in which every letter is a square."""
    pen = TTGlyphPen(None)
    for place, point in enumerate(((100, 0), (100, 800), (900, 800), (900, 0))):
        (pen.lineTo if place else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    glyphs = {".notdef": square, **{f"uni{ord(c):04X}": square for c in letters}}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(c): f"uni{ord(c):04X}" for c in letters})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({g: (1000, 100) for g in glyphs})
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-100, usWinAscent=900, usWinDescent=100)
    builder.setupPost()
    builder.save(path)
    return str(path)


@pytest.fixture
def no_fonts(monkeypatch):
    """A machine without fonts but matplotlib's own."""
    own = [f for f in fontManager.ttflist if f.name not in fonts.FALLBACKS]
    monkeypatch.setattr(fontManager, "ttflist", own)
    monkeypatch.setattr("matplotlib.font_manager.findSystemFonts", lambda: [])


def test_without_a_font_regions_go_by_number_and_one_sentence_says_so(no_fonts):
    content = named(CHINESE)
    (note,) = font_notes(content)
    number = content.targets[0].structure.number or 1
    assert f"ROI {number} is {CHINESE}" in note and "Noto Sans CJK" in note
    assert picture_names(content)[CHINESE] == f"ROI {number}" and picture_names(content)["Aorta"] == "Aorta"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn(dvh_figure(content), 60)


def test_with_a_font_names_stand_as_they_are(no_fonts, monkeypatch, tmp_path):
    """A font that was installed after matplotlib last looked is found."""
    path = made_font(tmp_path / "made.ttf", CHINESE, "Noto Sans CJK SC")
    monkeypatch.setattr("matplotlib.font_manager.findSystemFonts", lambda: [path, str(tmp_path / "none.ttf")])
    content = named(CHINESE)
    assert font_notes(content) == () and picture_names(content)[CHINESE] == CHINESE
    figure = dvh_figure(content)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn(figure, 60)
    entry = next(t for t in figure.legends[0].get_texts() if CHINESE in t.get_text())
    assert "Noto Sans CJK SC" in entry.get_fontfamily()


def test_two_fonts_that_have_half_each(no_fonts, tmp_path):
    for name, letters in (("SimSun", "肿瘤"), ("SimHei", "靶区")):
        fontManager.addfont(made_font(tmp_path / f"{name}.ttf", letters, name))
    found, missing = fonts.families([CHINESE, "Aorta", "龘"])
    assert set(found[1:]) == {"SimSun", "SimHei"} and missing == {"龘"}


def test_letters_of_europe_need_no_other_font(no_fonts, monkeypatch):
    monkeypatch.setattr(fonts, "_installed", lambda: pytest.fail("looked for fonts"))
    for names in (["GTV", "Aorta"], ["Tumör", "Печень", "Ήπαρ", "Ó", "GTV (α/β)"]):
        assert fonts.families(names)[1] == set()


@pytest.mark.parametrize("name", ["_GTV", "GTV$_1$", "a$b", "GTV{x}^2_3", r"\alpha"])
def test_names_are_no_formulas(name):
    figure = dvh_figure(named(name))
    texts = [t.get_text().strip("\u200a") for t in figure.legends[0].get_texts()]
    assert any(t.startswith(f"{name} (") for t in texts)
    assert np.ptp(drawn(figure, 40)) > 0
