"""Limits: reading them, refusing what is not one, checking them."""

import numpy as np
import pytest

from tps.errors import UnknownName, WrongUsage
from tps.evaluate import Dvh, check_limits, measure
from tps.model import Limit, parse_limit

# 100 samples of 0.1 cc, 1 to 100 Gy: everything can be worked out in the head.
DVH = Dvh.of(np.arange(1.0, 101), np.full(100, 100.0))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Spinal-Cord D0.1cc < 45 Gy", Limit("Spinal-Cord", "dose-at-cc", 0.1, "<", 45, "Gy")),
        ("GTV V150 < 40 %", Limit("GTV", "volume-at-prescription", 1.5, "<", 0.4, "fraction")),
        ("GTV V150%<=40%", Limit("GTV", "volume-at-prescription", 1.5, "<=", 0.4, "fraction")),
        ("GTV D90 > 120 Gy", Limit("GTV", "dose-at-fraction", 0.9, ">", 120, "Gy")),
        ("left lung V20Gy < 100 cm3", Limit("left lung", "volume-at-dose", 20, "<", 100, "cc")),
        ("lung V20% < 5 %", Limit("lung", "volume-at-prescription", 0.2, "<", 0.05, "fraction")),
        ("Cord D2% < 45 Gy", Limit("Cord", "dose-at-fraction", 0.02, "<", 45, "Gy")),
        ("GTV D98 > 100 Gy", Limit("GTV", "dose-at-fraction", 0.98, ">", 100, "Gy")),
        ("GTV V90 > 95 %", Limit("GTV", "volume-at-prescription", 0.9, ">", 0.95, "fraction")),
        ("Liver mean < 30 gy", Limit("Liver", "mean", 0, "<", 30, "Gy")),
        ("Aorta MAX <= 300 Gy", Limit("Aorta", "max", 0, "<=", 300, "Gy")),
        ("GTV minimum >= 120 Gy", Limit("GTV", "minimum", 0, ">=", 120, "Gy")),
    ],
)
def test_reads_limits(text, expected):
    assert parse_limit(text) == expected
    assert parse_limit(expected.text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cord",
        "Cord D0.1cc",
        "Cord D0.1cc < 45",
        "Cord D0.1cc = 45 Gy",
        "Cord D0.1cc < -45 Gy",
        "Cord D0.1cc < nan Gy",
        "D0.1cc < 45 Gy",
        "Cord D0.1cc < 45 %",
        "Cord D20Gy < 45 Gy",
        "Cord V2cc < 45 %",
        "Cord V150 < 120 %",
        "Cord V0% < 20 %",
        "Cord V20Gy < 20 Gy",
        "Cord D120 < 20 Gy",
        "Cord mean < 20 cc",
    ],
)
def test_refuses_what_is_not_a_limit(text):
    with pytest.raises(WrongUsage, match="Spinal-Cord D0.1cc < 45 Gy") as error:
        parse_limit(text)
    assert repr(text) in str(error.value)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Lung V20 < 5 %", "V20Gy or V20%"),
        ("Lung V5 < 60 %", "V5Gy or V5%"),
        ("GTV V120 > 90 %", "V120Gy or V120%"),
        ("Cord D2 < 45 Gy", "D2cc or D2%"),
        ("Cord D0.1 < 45 Gy", "D0.1cc or D0.1%"),
    ],
)
def test_a_number_that_can_be_meant_in_two_ways_needs_its_unit(text, ways):
    with pytest.raises(WrongUsage, match=f"write {ways}"):
        parse_limit(text)


@pytest.mark.parametrize("field, value", [("comparison", "="), ("value", float("inf")), ("unit", "%")])
def test_no_half_valid_limit(field, value):
    fields = {"roi": "A", "kind": "mean", "parameter": 0.0, "comparison": "<", "value": 1.0, "unit": "Gy"}
    with pytest.raises(ValueError):
        Limit(**(fields | {field: value}))


@pytest.mark.parametrize(
    "text, value",
    [
        ("A D2cc < 90 Gy", 80.5),
        ("A D90 > 5 Gy", 10.5),
        ("A V50Gy < 6 cc", 5.05),
        ("A V50Gy < 60 %", 0.505),
        ("A V200 < 60 %", 0.505),
        ("A mean < 51 Gy", 50.5),
        ("A max < 101 Gy", 100.0),
        ("A minimum > 0.5 Gy", 1.0),
    ],
)
def test_measures_each_kind(text, value):
    assert measure(parse_limit(text), DVH, prescription_gy=25.0) == pytest.approx(value, rel=1e-12)
    assert check_limits([parse_limit(text)], {"A": DVH}, 25.0)[0].met


def test_checks_both_ways_and_at_the_border():
    results = check_limits(
        [parse_limit(f"A max {c} 100 Gy") for c in ("<", "<=", ">", ">=")], {"A": DVH}, 120
    )
    assert [r.met for r in results] == [False, True, False, True]
    assert results[0].value_text == "100.0 Gy"
    texts = [
        check_limits([parse_limit(t)], {"A": DVH}, 25)[0].value_text for t in ("A V200<1%", "A V50Gy<1cc")
    ]
    assert texts == ["50.5 %", "5.05 cc"]


def test_unknown_region_lists_the_known():
    with pytest.raises(UnknownName, match="Aorta"):
        check_limits([parse_limit("Cord max < 9 Gy")], {"Aorta": DVH}, 120)
