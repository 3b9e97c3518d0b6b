"""Checks by hand and bounds of the inputs: against printed numbers, and against what a slip does to them."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from evaluation_doubles import seven_needle_plan

from tps.dose.engine import DoseEngine
from tps.dose.hand_check import (
    check_entries,
    hand_checks,
    input_bounds,
    one_seed_gy,
    rule_strength_u,
)
from tps.model import Needle, Strength
from tps.sources.library import load_source


@pytest.fixture(scope="module")
def source():
    return load_source("i125_6711")


def ball_cc(diameter_cm):
    return np.pi / 6 * diameter_cm**3


@pytest.mark.parametrize(
    "diameter_cm, mci",
    # 5 d; 3.87 d^1.293 at 2.8 cm: 14.65.
    [(1.0, 5.0), (2.0, 10.0), (2.8, 14.65)],
)
def test_nomogram_gives_the_activity_of_its_formula(diameter_cm, mci):
    assert rule_strength_u(ball_cc(diameter_cm), 145.0, 1.0) == pytest.approx(mci, rel=5e-4)
    assert rule_strength_u(ball_cc(diameter_cm), 72.5, 1.27) == pytest.approx(1.27 * mci / 2, rel=5e-4)


def test_power_law_gives_units_of_kerma_whatever_the_factor():
    """2.15 d^2 at 4 cm."""
    assert rule_strength_u(ball_cc(4.0), 145.0, 1.27) == pytest.approx(34.4)
    assert rule_strength_u(ball_cc(4.0), 145.0, 1.0) == pytest.approx(34.4)


@pytest.mark.parametrize("joint_cm, apart", [(2.4, 2e-3), ((6 * 14.0 / np.pi) ** (1 / 3), 0.1)])
def test_rules_meet(joint_cm, apart):
    """Coefficients with a slipped digit, or a unit of the other kind (1.27), would not."""
    below, above = (rule_strength_u(ball_cc(joint_cm + d), 145.0, 1.27) for d in (-1e-6, 1e-6))
    assert below == pytest.approx(above, rel=apart)


def test_rule_that_was_not_read_is_printed_with_its_mark(source):
    def how(volume_cc):
        strength = Strength.at_implant(source, 0.762)
        checks = hand_checks(seven_needle_plan(), source, strength, {"GTV": volume_cc}, DoseEngine(source))
        return checks[1].how

    assert "Anderson" in how(13.9) and "not verified against the publication" in how(13.9)
    assert "Wu" in how(14.1) and "abstract" in how(14.1)


def test_one_seed_by_hand_is_what_the_engine_gives(source):
    """0.762 U x 0.965 cGy/(h U) x 1425.6 h / ln 2 = 1512.4 cGy."""
    assert one_seed_gy(source, 0.762) == pytest.approx(15.124, abs=0.002)
    plan = seven_needle_plan()
    checks = hand_checks(plan, source, Strength.at_implant(source, 0.762), {"GTV": 14.1}, DoseEngine(source))
    assert checks[0].found == pytest.approx(15.124, abs=0.02) and checks[0].ok
    total = checks[1]
    assert total.found == pytest.approx(21 * 0.762)
    assert total.expected == pytest.approx(rule_strength_u(14.1, 120.0, 1.27))
    assert total.ok


def test_a_slip_of_a_unit_is_seen(source):
    plan = seven_needle_plan(strength_u=0.762 * 2.7)
    checks = hand_checks(plan, source, Strength.at_implant(source, 0.762), {"GTV": 14.1}, DoseEngine(source))
    assert not checks[1].ok and checks[1].difference > 1.0
    entry = check_entries(checks, ())["hand"][1]
    assert entry["ok"] is False and entry["unit"] == "U"


def test_seeds_count_for_the_target_that_their_needle_serves(source):
    plan = seven_needle_plan()
    needles = [Needle(n.id, n.entry_mm, n.tip_mm, target="Node" if n.id > 4 else "GTV") for n in plan.needles]
    plan = replace(plan, needles=tuple(needles), targets=("GTV", "Node"))
    volumes = {"GTV": 14.1, "Node": 8.0}
    checks = hand_checks(plan, source, Strength.at_implant(source, 0.762), volumes, DoseEngine(source))
    found = {c.what: c.found for c in checks[1:]}
    assert found["Strength of all seeds for GTV"] == pytest.approx(12 * 0.762)
    assert found["Strength of all seeds for Node"] == pytest.approx(9 * 0.762)


def test_no_nomogram_for_other_nuclides_and_none_without_seeds():
    other = load_source("pd103_theraseed_200")
    plan = seven_needle_plan()
    told = Strength.at_implant(other, 2.0)
    assert len(hand_checks(plan, other, told, {"GTV": 14.1}, DoseEngine(other))) == 1
    assert hand_checks(replace(plan, seeds=()), other, told, {}, DoseEngine(other)) == ()


def test_bounds_hold_for_shipped_data_and_find_slips(source):
    plan, implant = seven_needle_plan(), datetime(2026, 3, 1, 9)
    told = Strength.at_implant(source, 0.762, at=implant, calibrated_at=implant - timedelta(days=10))
    bounds = {b.what: b for b in input_bounds(plan, source, told)}
    assert all(b.ok for b in bounds.values())
    assert bounds["From calibration to implant"].value == pytest.approx(10.0)
    assert bounds["Half-life of I-125"].value == pytest.approx(59.4)
    slipped = replace(source, dose_rate_constant=0.0965, half_life_h=17.0 * 24)
    wrong = {b.what: b.ok for b in input_bounds(seven_needle_plan(strength_u=0.02), slipped, told)}
    assert wrong["Dose-rate constant"] is False and wrong["Half-life of I-125"] is False
    assert wrong["Strength of a seed at the implant"] is False
