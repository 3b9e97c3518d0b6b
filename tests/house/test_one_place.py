"""Facts that stand in one place: whoever needs one takes it from there."""

import re

import pytest
from places import ROOT

from tps.render3d import palette
from tps.report.layers import seed_lines
from tps.report.planes import Plane
from tps.report.style import ISODOSE_STYLES
from tps.sources.library import list_sources


@pytest.mark.parametrize(
    ("what", "pattern", "home"),
    [
        ("isodoses that are drawn", r"^ISODOSES\w* = ", "tps/render3d/palette.py"),
        ("U per mCi", r"\bU_PER_MCI\b|1\.27\d* \* ", "tps/model/nuclide.py"),
        ("types of targets", r"^TARGET_TYPES = ", "tps/model/structure.py"),
        ("length of a seed", r"SEED_LENGTH", ""),
        ("metrics that are prescribable", r"^PRESCRIBED_METRICS = ", "tps/model/prescribed_metric.py"),
    ],
)
def test_a_fact_stands_in_one_file(what, pattern, home):
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "tps").rglob("*.py"))
        if re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert set(found) <= {home}, what


@pytest.mark.parametrize("name", ["AXIS_POINT_MARGIN", "ORGAN_RANGE_MM", "CHOICE_DECAY", "MOST_NEEDLES"])
def test_a_constant_that_others_speak_of_is_defined_once(name):
    found = [
        path.relative_to(ROOT).as_posix()
        for package in ("tps", "dose_kernels")
        for path in sorted((ROOT / package).rglob("*.py"))
        if re.search(rf"^{name} = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(found) == 1, found


def test_isodoses_have_one_set_of_levels_on_every_ground():
    assert tuple(ISODOSE_STYLES) == tuple(palette.ISODOSES_ON_WHITE) == palette.ISODOSES
    assert [s.colour for s in ISODOSE_STYLES.values()] == list(palette.ISODOSES_ON_CT.values())


def test_a_seed_is_drawn_as_long_as_its_capsule():
    from tps.model import Seed

    plane = Plane((0, 0, 0), (1, 0, 0), (0, 1, 0), 10.0, 10.0)
    for source in list_sources():
        assert source.capsule_length_mm == 2 * source.capsule_half_length_mm > source.active_length_mm
        (line,) = seed_lines(
            [Seed(1, 1, (5, 5, 0), (1, 0, 0), 1.0)], plane, -1.0, 1.0, source.capsule_length_mm
        )
        assert abs(line[1, 0] - line[0, 0]) == pytest.approx(source.capsule_length_mm)
