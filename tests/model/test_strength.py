"""The strength of a seed: nuclide's factor, calibration and implant, and what is refused as improbable."""

from datetime import UTC, datetime, timedelta
from math import exp, log, pi

import numpy as np
import pytest

from tps.errors import BadInput
from tps.model import Strength
from tps.model.moment import hours_between, moment_text, read_moment, remark_on_moment
from tps.model.nuclide import NUCLIDES, Nuclide, find_nuclide
from tps.model.strength import (
    LARGEST_U,
    MOST_HALF_LIVES_AFTER,
    MOST_HALF_LIVES_BEFORE,
    PLAUSIBLE_U,
    check_strength,
    remaining_fraction,
    strength_remark,
    strength_text,
    u_per_mci_of,
)
from tps.sources.library import list_sources, load_source

SOURCE = load_source("i125_6711")
IMPLANT = datetime(2026, 3, 10, 9, 30)
CALIBRATION = datetime(2026, 3, 1, 12, 0)

# Photons of 12 keV and more of the nuclides, keV: number per decay (K x rays and gammas; ENSDF).
LINES = {
    "I-125": {27.202: 0.397, 27.472: 0.741, 31.0: 0.257, 35.49: 0.0668},
    "Pd-103": {20.074: 0.224, 20.216: 0.425, 22.72: 0.1235},
    "Cs-131": {29.461: 0.211, 29.782: 0.389, 33.62: 0.106, 34.42: 0.0212},
}
# Mass energy-absorption coefficient of air, cm2/g (NIST, Hubbell and Seltzer 1995).
AIR_KEV, AIR_CM2_PER_G = np.array([15.0, 20.0, 30.0, 40.0]), np.array([1.334, 0.5389, 0.1537, 0.06833])


@pytest.mark.parametrize("name", NUCLIDES)
def test_the_factor_of_a_nuclide_is_that_of_its_photons(name):
    """Air kerma of 1 mCi of bare nuclide, from its lines: finds another nuclide's factor or a slipped digit.
    Apparent activities follow older constants and lie up to 15 % from it."""
    kerma = sum(
        n * kev * exp(np.interp(log(kev), np.log(AIR_KEV), np.log(AIR_CM2_PER_G)))
        for kev, n in LINES[name].items()
    )
    # keV cm2/g per decay, over the sphere, times decays per hour of 1 mCi, in cGy cm2/h.
    u = kerma / (4 * pi) * 3.7e7 * 3600 * 1.602e-16 * 1e3 * 100
    assert NUCLIDES[name].u_per_mci == pytest.approx(u, rel=0.16)


def test_the_published_factors():
    assert {n.name: n.u_per_mci for n in NUCLIDES.values()} == {
        "I-125": 1.270,
        "Pd-103": 1.293,
        "Cs-131": 0.6378,
    }


def test_a_factor_that_no_publication_vouches_for_is_said():
    caesium, iodine = load_source("cs131_cs1_rev2"), load_source("i125_6711")
    (remark,) = Strength.stated(caesium, 2.0).remarks
    assert "0.6378 U/mCi for Cs-131 could not be verified" in remark and "--u-per-mci" in remark
    assert Strength.stated(caesium, 2.0, factor=0.62).remarks == ()
    assert Strength.stated(iodine, 0.8).remarks == ()


@pytest.mark.parametrize("source", list_sources(), ids=lambda s: s.name)
def test_every_source_model_has_a_nuclide_of_the_table_and_its_half_life(source):
    nuclide = NUCLIDES[source.isotope]
    assert source.half_life_h / 24 == pytest.approx(nuclide.half_life_days, rel=1e-4)
    low, high = nuclide.usual_u
    assert PLAUSIBLE_U[0] < low < nuclide.strongest_u <= high <= PLAUSIBLE_U[1] < LARGEST_U


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((t, "I-125") for t in ("I-125", "I125", "125I", "i 125", "Iodine-125")),
        *((t, "Pd-103") for t in ("PD103", "Palladium-103")),
        *((t, "Cs-131") for t in ("Cs-131", "Caesium 131")),
        *((t, None) for t in ("", "I-131", "Ir-192", "Cs-137", "125")),
    ],
)
def test_names_of_nuclides(text, name):
    found = find_nuclide(text)
    assert (found.name if isinstance(found, Nuclide) else None) == name


def test_an_assayed_seed_decays_to_the_implant():
    seed = Strength.stated(SOURCE, 1.016, at=IMPLANT, calibrated_at=CALIBRATION)
    hours = (IMPLANT - CALIBRATION).total_seconds() / 3600
    assert seed.u == pytest.approx(1.016 * 2 ** (-hours / (59.4 * 24)), rel=1e-12)
    assert (seed.calibrated_u, seed.calibrated_mci) == (1.016, pytest.approx(0.8))
    assert seed.mci == pytest.approx(seed.u / 1.27) and seed.factor == 1.27
    assert seed.calibration_text == (
        "1.016 U (0.80 mCi) at the calibration 2026-03-01 12:00, decayed by 9.9 % until the implant"
        " 2026-03-10 09:30"
    )
    assert seed.remarks == ()
    assert seed.entry() == {
        "u": pytest.approx(0.915822, abs=1e-6),
        "mci": pytest.approx(0.721120, abs=1e-6),
        "factor": 1.27,
        "at": "2026-03-10T09:30:00",
        "calibrated_at": "2026-03-01T12:00:00",
        "calibrated_u": 1.016,
        "calibrated_mci": 0.8,
    }


def test_a_strength_without_a_calibration_holds_at_the_implant():
    for dates in ({}, {"at": IMPLANT}):
        seed = Strength.stated(SOURCE, 0.762, **dates)
        assert seed.u == seed.calibrated_u == 0.762 and seed.calibration_text == "" and seed.change == 0


@pytest.mark.parametrize("days", [-20.0, -0.25, 0.0, 0.5, 9.9, 100.0])
@pytest.mark.parametrize("name", ["i125_6711", "i125_best_2301"])
def test_stated_and_at_implant_are_each_other_s_inverse(name, days):
    source, then = load_source(name), IMPLANT - timedelta(days=days)
    stated = Strength.stated(source, 0.9, at=IMPLANT, calibrated_at=then, factor=1.3)
    again = Strength.at_implant(source, stated.u, at=IMPLANT, calibrated_at=then, factor=1.3)
    assert again.calibrated_u == pytest.approx(0.9, rel=1e-12) and again.factor == 1.3
    assert (stated.u < 0.9) == (days > 0) and (stated.u > 0.9) == (days < 0)


def test_a_calibration_after_the_implant_is_said_to_grow():
    seed = Strength.stated(SOURCE, 0.762, at=CALIBRATION, calibrated_at=IMPLANT)
    assert seed.u > 0.762 and "grown" in seed.calibration_text and "decayed" not in seed.calibration_text
    assert (
        seed.remarks[0].startswith("The calibration lies after the implant") and "10.9 %" in seed.remarks[0]
    )


@pytest.mark.parametrize(
    ("calibrated", "says"),
    [
        (datetime(2025, 3, 1, 12), "374 days before the implant: 0.013 of the strength would be left"),
        (datetime(2027, 3, 1, 12), "356 days after the implant: the strength would grow 64 times"),
        (datetime(2026, 9, 10, 12), "the two dates are swapped"),
        (datetime(1951, 1, 1), "check the year"),
        (datetime(2199, 1, 1), "grow 10^300 times"),
    ],
)
def test_dates_that_cannot_be_those_of_one_seed_are_refused(calibrated, says):
    with pytest.raises(BadInput) as caught:
        Strength.stated(SOURCE, 0.762, at=IMPLANT, calibrated_at=calibrated)
    assert says in str(caught.value) and "--allow-any-strength" in str(caught.value)


def test_who_insists_has_it_up_to_what_can_be():
    early = IMPLANT - timedelta(days=200)
    with pytest.raises(BadInput):
        Strength.stated(SOURCE, 0.762, at=IMPLANT, calibrated_at=early)
    seed = Strength.stated(SOURCE, 0.762, at=IMPLANT, calibrated_at=early, insist=True)
    assert seed.u == pytest.approx(0.762 * 2 ** (-200 / 59.4))
    with pytest.raises(BadInput, match="check the year$"):
        Strength.stated(SOURCE, 0.762, at=IMPLANT, calibrated_at=datetime(1960, 1, 1), insist=True)
    with pytest.raises(BadInput, match="decayed to the implant"):
        Strength.stated(SOURCE, 60, at=IMPLANT, calibrated_at=IMPLANT + timedelta(days=60), insist=True)


@pytest.mark.parametrize("name", ["i125_6711", "pd103_theraseed_200", "cs131_cs1_rev2"])
def test_the_longest_times_count_in_half_lives(name):
    source = load_source(name)
    for half_lives in (MOST_HALF_LIVES_BEFORE, -MOST_HALF_LIVES_AFTER):
        for part, fine in ((0.99, True), (1.01, False)):
            then = IMPLANT - timedelta(hours=part * half_lives * source.half_life_h)
            if fine:
                Strength.stated(source, 1.0, at=IMPLANT, calibrated_at=then)
            else:
                with pytest.raises(BadInput):
                    Strength.stated(source, 1.0, at=IMPLANT, calibrated_at=then)


def test_a_calibration_needs_an_implant_and_the_same_kind_of_clock():
    with pytest.raises(BadInput, match="the implant is not"):
        Strength.stated(SOURCE, 0.762, calibrated_at=CALIBRATION)
    with pytest.raises(BadInput, match="time zone"):
        Strength.stated(SOURCE, 0.762, at=IMPLANT.replace(tzinfo=UTC), calibrated_at=CALIBRATION)
    assert hours_between(CALIBRATION, IMPLANT, "") == pytest.approx(213.5)


def test_a_time_zone_counts():
    here = read_moment("2026-03-10T09:30+01:00", "")
    there = read_moment("2026-03-10T09:30+08:00", "")
    assert hours_between(there, here, "") == 7.0
    assert moment_text(here) == "2026-03-10 09:30+01:00"
    seed = Strength.stated(SOURCE, 0.762, at=here, calibrated_at=there)
    assert seed.u == pytest.approx(0.762 * remaining_fraction(SOURCE.half_life_h, 7.0))
    assert seed.entry()["at"] == "2026-03-10T09:30:00+01:00"


def test_a_date_without_a_time_is_the_start_of_the_day_and_says_so():
    assert read_moment("2026-03-10", "") == datetime(2026, 3, 10)
    assert "no time of day: the start of the day (00:00) is taken" in remark_on_moment("2026-03-10", "It")
    assert remark_on_moment("2026-03-10T00:00", "It") == ""


@pytest.mark.parametrize("text", ["soon", "2026-02-30", "", "2026-03-10T25:00", "0226-03-10", "9999-01-01"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadInput, match="--implant-date"):
        read_moment(text, "--implant-date")


@pytest.mark.parametrize(
    ("strength_u", "unit", "hint"),
    [
        (22.2, "U", "(22.2 MBq would be 0.762 U: is the unit or the decimal point wrong?)"),
        (22.2 * 1.27, "mCi", "(22.2 MBq would be 0.762 U: "),
        (0.0222, "U", "(0.0222 GBq would be 0.762 U, ten times it is 0.222 U: "),
        (0.0006 * 1.27, "mCi", "(0.0006 Ci would be 0.762 U: "),
        (7.62, "U", "a tenth of it is 0.762 U: "),
        (90.0, "U", ""),
    ],
)
def test_a_strength_in_another_unit_is_refused_with_a_hint(strength_u, unit, hint):
    with pytest.raises(BadInput, match="improbable") as caught:
        check_strength(strength_u, "here", isotope="I-125", unit=unit)
    assert hint in str(caught.value) and ("is the unit" in str(caught.value)) == bool(hint)
    check_strength(strength_u, "here", isotope="I-125", unit=unit, insist=True)


@pytest.mark.parametrize("strength_u", [0.0, -1.0, float("nan"), float("inf"), 101.0])
def test_what_cannot_be_is_refused_even_from_who_insists(strength_u):
    with pytest.raises(BadInput, match="above 0, at most 100 U") as caught:
        check_strength(strength_u, "here", insist=True)
    assert "--allow-any-strength" not in str(caught.value)


def test_possible_and_unusual_strengths_are_said():
    assert "unusual for I-125" in strength_remark(3.81, "I-125")
    assert strength_remark(3.81, "Cs-131") == strength_remark(0.762, "I-125") == ""
    assert "unusual for Cs-131" in Strength.stated(load_source("cs131_cs1_rev2"), 0.38).remarks[0]
    assert strength_remark(3.81, "Yb-169") == ""


def test_without_a_factor_strengths_are_in_u_alone():
    assert strength_text(0.762, None) == "0.762 U"
    seed = Strength("Yb-169", 0.762, None)
    assert (seed.mci, seed.calibrated_mci, seed.entry()["mci"], seed.text) == (None, None, None, "0.762 U")
    with pytest.raises(BadInput, match="no U/mCi known for Yb-169"):
        u_per_mci_of("Yb-169")
