"""Second check, decay, doses at points."""

import ast
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

import tps.dose.second_check as module
from tps.dose import decay
from tps.dose.points import dose_at_points
from tps.dose.second_check import MIN_POINTS, recompute_gy, second_check
from tps.errors import BadInput, WrongUsage
from tps.model import Seed
from tps.sources.library import list_sources, load_source

SOURCE = load_source("i125_6711")


def implant(rng, count=6):
    directions = rng.normal(size=(count, 3))
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    return [
        Seed(k + 1, 1, p, u, s)
        for k, (p, u, s) in enumerate(
            zip(rng.uniform(-20, 20, (count, 3)), directions, rng.uniform(0.4, 0.8, count), strict=True)
        )
    ]


@pytest.mark.parametrize("name", [s.name for s in list_sources()])
def test_second_check_agrees_with_the_engine_even_in_capsules_and_far_away(name, rng):
    source, seeds = load_source(name), implant(rng)
    points = np.vstack(
        [
            rng.uniform(-60, 60, (200, 3)),
            seeds[0].position_mm + rng.uniform(-1, 1, (50, 3)),
            seeds[0].position_mm + np.outer([0.0, 1.0, 3.0, 40.0, 250.0], seeds[0].direction),
        ]
    )
    _, dose = dose_at_points(source, seeds, points)
    result = second_check(source, seeds, points, dose)
    assert result.points == len(points)
    # On the seed's axis the second calculation loses digits: two nearly equal angles.
    assert result.max_relative_difference < 1e-8


def test_second_check_finds_one_wrong_dose_among_many(rng):
    seeds = implant(rng)
    points = rng.uniform(-30, 30, (MIN_POINTS, 3))
    _, dose = dose_at_points(SOURCE, seeds, points)
    dose[17] *= 1.03
    assert second_check(SOURCE, seeds, points, dose).max_relative_difference == pytest.approx(0.03, rel=1e-6)
    assert second_check(SOURCE, seeds[1:], points, dose).max_relative_difference > 0.01


def test_second_check_shares_no_code_with_the_kernels():
    tree = ast.parse(Path(module.__file__).read_text())
    imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)} | {
        alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names
    }
    assert imported == {"dataclasses", "numpy", "tps.errors", "tps.model"}


def test_second_check_refuses_what_proves_nothing(rng):
    seeds, points = implant(rng, 2), rng.uniform(-30, 30, (MIN_POINTS, 3))
    dose = recompute_gy(SOURCE, seeds, points)
    with pytest.raises(BadInput, match="at 199 points"):
        second_check(SOURCE, seeds, points[1:], dose[1:])
    with pytest.raises(BadInput, match="doses at"):
        second_check(SOURCE, seeds, points, dose[1:])
    with pytest.raises(BadInput, match="without seeds"):
        second_check(SOURCE, [], points, dose)
    dose[3] = np.nan
    with pytest.raises(BadInput, match="not finite"):
        second_check(SOURCE, seeds, points, dose)


def test_dose_at_points_in_both_formalisms():
    seeds = [Seed(1, 1, [0, 0, 0], [0, 0, 1], 2.0)]
    points = [[10.0, 0, 0], [0, 0, 20.0]]
    rate, total = dose_at_points(SOURCE, seeds, points)
    assert rate[0] == pytest.approx(2 * 0.965)
    # Total dose = initial rate x half-life / ln 2.
    np.testing.assert_allclose(total, rate / 100 * 59.4 * 24 / np.log(2), rtol=1e-12)
    rate_1d, _ = dose_at_points(SOURCE, seeds, points, "1d")
    assert rate_1d[0] == pytest.approx(2 * 0.965 * 0.944)
    assert rate_1d[1] > 1.5 * rate[1]
    with pytest.raises(WrongUsage, match="3d"):
        dose_at_points(SOURCE, seeds, points, "3d")


def test_strength_converts_between_u_mci_and_mbq():
    assert decay.strength_from_mci(SOURCE, 0.6) == pytest.approx(0.762)
    assert decay.strength_from_mci(SOURCE, 0.6, 1.30) == pytest.approx(0.78)
    assert decay.activity_mci(SOURCE, 0.762) == pytest.approx(0.6)
    palladium = load_source("pd103_theraseed_200")
    assert decay.strength_from_mci(palladium, 1.0) == pytest.approx(1.293)
    caesium = load_source("cs131_cs1_rev2")
    assert decay.strength_from_mci(caesium, 1.0) == pytest.approx(0.6378)
    assert decay.activity_mci(caesium, 0.6378) == pytest.approx(1.0)
    ytterbium = replace(palladium, isotope="Yb-169")
    with pytest.raises(BadInput, match="no U/mCi known for Yb-169"):
        decay.strength_from_mci(ytterbium, 1.0)
    assert decay.strength_from_mci(ytterbium, 1.0, 1.35) == pytest.approx(1.35)
    with pytest.raises(BadInput, match="1.27 U/mCi is not the factor of Cs-131"):
        decay.strength_from_mci(caesium, 1.0, 1.27)
    for bad in (0.0, -1.0, float("inf"), float("nan")):
        with pytest.raises(BadInput, match="positive"):
            decay.strength_from_mci(SOURCE, bad)
        with pytest.raises(BadInput, match="certificate"):
            decay.u_per_mci(SOURCE, bad)


def test_decay_counts_hours_not_days():
    calibrated = datetime(2026, 3, 1, 8, 0)
    at_half = decay.strength_at(SOURCE, 1.0, calibrated, calibrated + timedelta(days=59.4))
    assert at_half == pytest.approx(0.5, rel=1e-12)
    morning = decay.strength_at(SOURCE, 1.0, calibrated, datetime(2026, 3, 10, 8, 0))
    evening = decay.strength_at(SOURCE, 1.0, calibrated, datetime(2026, 3, 10, 20, 0))
    assert evening / morning == pytest.approx(2 ** (-0.5 / 59.4), rel=1e-12)
    before = decay.strength_at(SOURCE, 1.0, calibrated, calibrated - timedelta(days=59.4))
    assert before == pytest.approx(2.0)
    aware = decay.strength_at(
        SOURCE, 1.0, calibrated.replace(tzinfo=UTC), datetime(2026, 3, 10, 8, tzinfo=UTC)
    )
    assert aware == morning
    with pytest.raises(BadInput, match="time zone"):
        decay.strength_at(SOURCE, 1.0, calibrated, datetime(2026, 3, 10, tzinfo=UTC))


def test_dose_in_a_time_grows_to_the_whole():
    assert decay.dose_fraction_within(SOURCE, 0.0) == 0.0
    assert decay.dose_fraction_within(SOURCE, SOURCE.half_life_h) == pytest.approx(0.5)
    # 94 % of the dose of iodine-125 is given in eight months.
    assert decay.dose_fraction_within(SOURCE, 24 * 243) == pytest.approx(0.94, abs=0.003)
    # The first hour against the initial rate times one hour over the mean life.
    assert decay.dose_fraction_within(SOURCE, 1.0) == pytest.approx(1 / SOURCE.mean_life_h, rel=3e-4)
    with pytest.raises(BadInput, match="not negative"):
        decay.dose_fraction_within(SOURCE, -1.0)
