"""Plan figures against closed formulas: one inverse-square seed in the middle of a sphere."""

import numba
import numpy as np
import pytest
from evaluation_doubles import InverseSquareEngine, SphereSolid, empty_case, one_seed_plan

from tps.dose.engine import DoseEngine
from tps.errors import BadInput
from tps.evaluate import Dvh, evaluate_plan
from tps.evaluate.isodose import Surroundings
from tps.evaluate.samples import organ_dvh
from tps.export.plan_json import metric_entries
from tps.model import Plan, Prescription, Protocol, Seed, parse_limit
from tps.sources.library import load_source

ENGINE, PROTOCOL = InverseSquareEngine(), Protocol()


def radius_of(volume_cc):
    return (volume_cc * 1000 / (4 / 3 * np.pi)) ** (1 / 3)


@pytest.mark.parametrize("volume_cc", [0.5, 5.0, 30.0])
@pytest.mark.parametrize("part", [0.8, 1.25])
def test_figures_of_a_target(volume_cc, part):
    """The dose at the surface is 100 Gy, the prescription ``part`` of it."""
    radius = radius_of(volume_cc)
    solid = SphereSolid("T", (0.3, -0.2, 0.1), radius)
    plan = one_seed_plan(100 * radius**2, 100 * part, solid.centre)
    m = evaluate_plan(empty_case(), plan, ENGINE, [solid], [], PROTOCOL).metrics["T"]
    # 1 % throughout: about 4,000 samples per target, and half-voxel steps of the box around it.
    assert m["volume_cc"] == pytest.approx(volume_cc, rel=1e-9)
    # Points are moved along the surface to 1e-7 mm or so.
    assert m["minimum_peripheral_dose_gy"] == pytest.approx(100, rel=1e-6)
    assert m["d100_gy"] == pytest.approx(100, rel=1e-6)
    assert m["matched_peripheral_dose_gy"] == pytest.approx(100, rel=0.01)
    assert m["d90_gy"] == pytest.approx(100 * 0.9 ** (-2 / 3), rel=0.01)
    # The double's dose is constant inside 0.5 mm; 1 mm samples see its peak only in part.
    assert m["mean_gy"] == pytest.approx(300 * (1 - 1 / (3 * radius)), rel=0.02)
    for key, level in (("v90", 0.9), ("v100", 1.0), ("v150", 1.5), ("v200", 2.0)):
        assert m[key] == pytest.approx(min(1, (part * level) ** -1.5), abs=0.01)
    reference = part**-1.5
    inner = min(1, reference)
    assert m["ci"] == pytest.approx(inner**2 / reference, abs=0.015)
    assert m["ei"] == pytest.approx(max(0, reference - 1), abs=0.015)
    assert m["hi"] == pytest.approx(1 - min(1, (1.5 * part) ** -1.5) / inner, abs=0.015)


def test_where_the_minimum_is():
    solid = SphereSolid("T", (0, 0, 0), 15.0)
    found = evaluate_plan(empty_case(), one_seed_plan(2e4, 90, (5, 0, 0)), ENGINE, [solid], [], PROTOCOL)
    assert found.metrics["T"]["minimum_peripheral_dose_gy"] == pytest.approx(2e4 / 20**2, rel=1e-3)
    assert np.linalg.norm(found.minimum_at_mm["T"] - [-15, 0, 0]) < 1.0


def test_isodose_that_leaves_the_first_box():
    """A tenfold overdose: the prescription isodose ends 30 mm outside a target of 10 mm."""
    solid = SphereSolid("T", (0, 0, 0), 10.0)
    m = evaluate_plan(empty_case(), one_seed_plan(40.0**2 * 100, 100), ENGINE, [solid], [], PROTOCOL).metrics[
        "T"
    ]
    assert m["ei"] == pytest.approx(63, rel=0.02)  # (40/10)^3 - 1; the box then has 1.1 mm cells
    assert m["ci"] == pytest.approx(1 / 64, rel=0.02)


def test_two_targets_do_not_spill_into_each_other():
    one, two = SphereSolid("T", (-14, 0, 0), 10.0), SphereSolid("U", (14, 0, 0), 10.0)
    seeds = (Seed(1, 1, (-14, 0, 0), (0, 1, 0), 1e4), Seed(2, 1, (14, 0, 0), (0, 1, 0), 1e4))
    base = one_seed_plan(1e4, 110, one.centre)
    plan = Plan(base.source, base.prescription, ("T", "U"), base.needles, seeds)
    metrics = evaluate_plan(empty_case(), plan, ENGINE, [one, two], [], PROTOCOL).metrics
    assert metrics["T"] == pytest.approx(metrics["U"], rel=0.005, abs=0.005)
    alone = evaluate_plan(empty_case(), plan, ENGINE, [one], [], PROTOCOL).metrics["T"]
    assert alone["ei"] > metrics["T"]["ei"] + 0.8, "the other lesion's own isodose counted as spill"


def test_no_seed_no_dose():
    base = one_seed_plan(1e4, 110)
    plan = Plan(base.source, Prescription(110), ("T",), base.needles, ())
    found = evaluate_plan(empty_case(), plan, ENGINE, [SphereSolid("T", (0, 0, 0), 10.0)], [], PROTOCOL)
    volume = found.metrics["T"].pop("volume_cc")
    assert volume > 4 and set(found.metrics["T"].values()) == {0.0}


@pytest.mark.parametrize("centre, radius", [((70, 0, 0), 55.0), ((0, 40, 30), 60.0)])
def test_organ_against_brute_force(centre, radius):
    """Organs of 700 to 900 cc, beside the seeds and around them, against 1 mm samples of the whole organ."""
    plan = one_seed_plan(1e4, 110)
    seeds = [Seed(i, 1, (2.0 * i, 9.0 * i - 20, 3.0 * i), (0, 1, 0), 5e3) for i in range(5)]
    organ = SphereSolid("O", centre, radius)
    axis = np.arange(-radius, radius) + 0.5
    points = np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 3) + organ.centre
    points = points[organ.contains(points)]
    brute = np.sort(ENGINE.dose_gy(points, seeds))[::-1]
    near = np.arange(-4, 4, 0.2) + 0.1
    box = np.stack(np.meshgrid(near, near, near), axis=-1).reshape(-1, 3)
    around = np.concatenate([box + seed.position_mm for seed in seeds])
    finest = np.sort(ENGINE.dose_gy(around[organ.contains(around)], seeds))[::-1]
    dvh = organ_dvh(organ, ENGINE, seeds, 110.0)
    assert plan.needles and dvh.total_cc == pytest.approx(organ.volume_mm3 / 1000, rel=1e-9)
    hottest = finest[int(0.1 * 1000 / 0.2**3)] if len(finest) > 50_000 else brute[100]
    assert dvh.d_at_volume_cc(0.1) == pytest.approx(hottest, rel=0.015)
    # Brute samples of 1 mm: a thousand of them in 1 cm3.
    for cc, tolerance in ((1.0, 0.02), (2.0, 0.015), (50.0, 0.03)):
        assert dvh.d_at_volume_cc(cc) == pytest.approx(brute[int(cc * 1000)], rel=tolerance)
    assert dvh.mean_gy == pytest.approx(brute.mean(), rel=0.02)


@pytest.mark.parametrize("radius", [10.0, 20.0, 28.0])
def test_organ_that_is_hot_all_over(radius):
    """Organs of 4 to 92 cc with the implant inside, all of it above a quarter of a low prescription."""
    organ = SphereSolid("O", (0, 0, 0), radius)
    seeds = [Seed(i, 1, (2.0 * i, 9.0 * i - 20, 3.0 * i), (0, 1, 0), 5e3) for i in range(5)]
    dvh = organ_dvh(organ, ENGINE, seeds, 10.0)
    points, volumes = organ.quadrature(0.5)
    brute = Dvh.of(ENGINE.dose_gy(points, seeds), volumes)
    assert dvh.total_cc == pytest.approx(organ.volume_mm3 / 1000, rel=1e-9)
    for part in (0.2, 0.5, 0.9):
        assert dvh.d_at_fraction(part) == pytest.approx(brute.d_at_fraction(part), rel=0.02)


def test_small_organ_is_sampled_whole():
    organ = SphereSolid("O", (30, 0, 0), 8.0)
    plan = one_seed_plan(1e4, 110)
    found = evaluate_plan(empty_case(), plan, ENGINE, [SphereSolid("T", (0, 0, 0), 10.0)], [organ], PROTOCOL)
    m = found.metrics["O"]
    assert list(found.dvhs) == ["T", "O"]
    assert m["volume_cc"] == pytest.approx(organ.volume_mm3 / 1000, rel=1e-9)
    assert 1e4 / 22**2 >= m["max_gy"] > m["d0.1cc_gy"] > m["d1cc_gy"] > m["d2cc_gy"]
    assert m["max_gy"] == pytest.approx(1e4 / 22**2, rel=0.003)


def lens_mm3(a, b, d):
    """Volume of two balls of radii ``a`` and ``b``, centres ``d`` apart, in common."""
    if d >= a + b:
        return 0.0
    return np.pi * (a + b - d) ** 2 * (d**2 + 2 * d * (a + b) - 3 * (a - b) ** 2) / (12 * d)


@pytest.mark.parametrize("radius", [6.0, 9.0, 11.0, 30.0, 60.0])
def test_the_hottest_part_of_an_organ_around_a_seed(radius):
    """Closed form: at most V gets more than S / r^2 with V the ball of radius r."""
    place = np.array([0.11, 0.07, -0.23])
    organ = SphereSolid("O", tuple(place + [0.3, -0.2, 0.2]), radius)
    dvh = organ_dvh(organ, ENGINE, [Seed(1, 1, place, (0, 0, 1), 5e3)], 110.0)
    for cc in (0.1, 0.2, 0.5, 0.7):
        # D0.1cc of a liver with an implant came out 4.8 % low on cells of 1 mm.
        assert dvh.d_at_volume_cc(cc) == pytest.approx(5e3 / radius_of(cc) ** 2, rel=0.01)
    assert dvh.max_gy == pytest.approx(5e3 / 0.25, rel=1e-9)  # the double is constant inside 0.5 mm


@pytest.mark.parametrize("radius", [5.0, 7.0, 12.0, 30.0])
@pytest.mark.parametrize("gap", [2.0, 5.0, 12.0])
def test_the_hottest_part_of_an_organ_beside_a_seed(radius, gap):
    """Closed form: the part of the organ within r of the seed is what two balls have in common."""
    organ = SphereSolid("O", (gap + radius, 0.4, -0.3), radius)
    apart = float(np.linalg.norm(organ.centre))
    dvh = organ_dvh(organ, ENGINE, [Seed(1, 1, (0, 0, 0), (0, 0, 1), 2e4)], 110.0)
    assert dvh.max_gy == pytest.approx(2e4 / (apart - radius) ** 2, rel=0.004)
    for reach in (gap + 3.0, gap + 6.0):
        cc = lens_mm3(radius, reach, apart) / 1000
        if 0.05 < cc < 0.98 * dvh.total_cc:
            assert dvh.d_at_volume_cc(cc) == pytest.approx(2e4 / reach**2, rel=0.012), cc


def test_the_hottest_part_of_an_organ_with_an_implant():
    """TG-43 seeds in an organ of 114 cm3, against samples 0.25 mm apart around each seed."""
    engine = DoseEngine(load_source("i125_6711"))
    places = [(-10, -8, 3), (0.3, 9, -4), (11, 1, 0), (2, -12, -7)]
    seeds = [Seed(i + 1, 1, p, (0.6, 0.0, 0.8), 0.762) for i, p in enumerate(places)]
    organ = SphereSolid("O", (1.0, 0.0, 0.0), 30.0)
    axis = np.arange(-5, 5, 0.25) + 0.125
    box = np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 3)
    brute = np.sort(np.concatenate([engine.dose_gy(box + p, seeds) for p in places]))[::-1]
    dvh = organ_dvh(organ, engine, seeds, 120.0)
    for cc in (0.1, 0.3, 1.0):
        # A cell of 0.25 mm on either side.
        assert dvh.d_at_volume_cc(cc) == pytest.approx(brute[int(cc * 1000 / 0.25**3)], rel=0.01), cc


@pytest.mark.parametrize("apart", [9.0, 8.0])
def test_d100_is_the_lowest_dose_anywhere(apart):
    """Two seeds in line: the lowest dose lies between them on their axis, where samples hardly come."""
    engine = DoseEngine(load_source("i125_6711"))
    target = SphereSolid("T", (0.2, -0.3, 0.1), 6.5)
    plan = one_seed_plan(1.0, 30.0)
    seeds = tuple(Seed(i, 1, (0, 0, z), (0, 0, 1), 1.0) for i, z in ((1, -apart), (2, apart)))
    plan = Plan(plan.source, plan.prescription, plan.targets, plan.needles, seeds)
    m = evaluate_plan(empty_case(), plan, engine, [target], [], PROTOCOL).metrics["T"]
    along = np.stack([np.zeros(1001), np.zeros(1001), np.linspace(-5, 5, 1001)], axis=1)
    wanted = engine.dose_gy(along, seeds, exact=True).min()
    # The walk ends within 0.03 mm of the place.
    assert m["d100_gy"] == pytest.approx(wanted, rel=1e-3)
    sampled = engine.dose_gy(target.scattered(1.0)[0], seeds).min()
    assert sampled > 1.02 * m["d100_gy"] and m["d100_gy"] < 0.98 * m["minimum_peripheral_dose_gy"]
    limit = parse_limit("T minimum > 1 Gy")
    found = evaluate_plan(empty_case(), plan, engine, [target], [], PROTOCOL, [limit])
    assert found.goals[0].value == m["d100_gy"], "a limit on the minimum sees the same dose"


def test_nothing_in_a_target_is_colder_than_its_d100(rng):
    engine = DoseEngine(load_source("i125_6711"))
    target = SphereSolid("T", (0, 0, 0), 9.0)
    base = one_seed_plan(1.0, 30.0)
    axis = np.arange(-9, 9, 0.4)
    dense = np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 3)
    dense = dense[target.contains(dense)]
    for _ in range(4):
        direction = rng.normal(size=3)
        direction /= np.linalg.norm(direction)
        seeds = tuple(
            Seed(n, 1, p + k * 12.0 * direction, direction, 0.7)
            for n, (p, k) in enumerate([(p, k) for p in rng.uniform(-7, 7, (3, 3)) for k in (-1, 0, 1)])
        )
        plan = Plan(base.source, base.prescription, base.targets, base.needles, seeds)
        m = evaluate_plan(empty_case(), plan, engine, [target], [], PROTOCOL).metrics["T"]
        assert m["d100_gy"] <= m["minimum_peripheral_dose_gy"]
        assert m["d100_gy"] <= 1.002 * engine.dose_gy(dense, seeds).min()


def test_no_dose_to_more_than_the_organ_has():
    """An organ of 0.27 cm3 has no D1cc: neither its lowest dose nor any other."""
    organ = SphereSolid("O", (30, 0, 0), 4.0)
    plan = one_seed_plan(1e4, 110)
    found = evaluate_plan(empty_case(), plan, ENGINE, [SphereSolid("T", (0, 0, 0), 10.0)], [organ], PROTOCOL)
    m = found.metrics["O"]
    assert np.isnan(m["d1cc_gy"]) and np.isnan(m["d2cc_gy"]) and m["d0.1cc_gy"] > 0
    assert metric_entries(found.metrics)["O"]["d1cc_gy"] is None
    with pytest.raises(BadInput, match="has only 0.27 cm3: there is no D2cc"):
        evaluate_plan(
            empty_case(),
            plan,
            ENGINE,
            [SphereSolid("T", (0, 0, 0), 10.0)],
            [organ],
            PROTOCOL,
            [parse_limit("O D2cc < 50 Gy")],
        )


def test_limits_are_checked():
    limits = [parse_limit("T V150 < 20 %"), parse_limit("T D90 > 90 Gy")]
    solid = SphereSolid("T", (0, 0, 0), 10.0)
    found = evaluate_plan(empty_case(), one_seed_plan(1e4, 100), ENGINE, [solid], [], PROTOCOL, limits)
    assert [g.met for g in found.goals] == [False, True]


def test_refuses_no_target_and_one_outside_the_scan():
    plan = one_seed_plan(1e4, 110)
    with pytest.raises(BadInput, match="no target"):
        evaluate_plan(empty_case(), plan, ENGINE, [], [], PROTOCOL)
    with pytest.raises(BadInput, match="outside the scan"):
        evaluate_plan(empty_case(50), plan, ENGINE, [SphereSolid("T", (0, 0, 90), 9.0)], [], PROTOCOL)


def test_target_with_its_margin_are_not_rivals():
    """A lesion and the same lesion grown by 3 mm: each counts all space around it as its own."""
    lesion, grown = SphereSolid("T", (0, 0, 0), 10.0), SphereSolid("T+3mm", (0, 0, 0), 13.0)
    plan = one_seed_plan(2e4, 100)
    both = evaluate_plan(empty_case(), plan, ENGINE, [grown, lesion], [], PROTOCOL).metrics
    for solid in (lesion, grown):
        alone = evaluate_plan(empty_case(), plan, ENGINE, [solid], [], PROTOCOL).metrics[solid.name]
        assert both[solid.name] == alone


def test_seeds_already_there_count():
    solid, organ = SphereSolid("T", (0, 0, 0), 10.0), SphereSolid("O", (40, 0, 0), 9.0)
    plan = one_seed_plan(1e4, 100)
    half = one_seed_plan(5e3, 100)
    whole = evaluate_plan(empty_case(), plan, ENGINE, [solid], [organ], PROTOCOL)
    split = evaluate_plan(empty_case(), half, ENGINE, [solid], [organ], PROTOCOL, existing=half.seeds)
    for name in ("T", "O"):
        assert split.metrics[name] == pytest.approx(whole.metrics[name], rel=1e-6)  # the grid is float32


def test_what_was_left_out_around_a_target_is_not_asked_for():
    around = Surroundings(np.array([50.0, 80.0]), np.array([2.0, 3.0]), 10.0, least_gy=40.0)
    assert around.volume_at_dose_mm3(40.0) == 5.0 and around.volume_at_dose_mm3(60.0) == 3.0
    with pytest.raises(ValueError, match="left out"):
        around.volume_at_dose_mm3(39.0)


def test_figures_are_the_same_bits_on_any_number_of_threads():
    engine = DoseEngine(load_source("i125_6711"))
    target, organ = SphereSolid("T", (0.0, 0.0, 0.0), 12.0), SphereSolid("Liver", (0.0, 20.0, 0.0), 30.0)
    far = SphereSolid("Heart", (0.0, 60.0, 0.0), 25.0)
    plan = one_seed_plan(0.7, 60.0, (1.0, 2.0, 0.5))
    before, found = numba.get_num_threads(), []
    try:
        for threads in (1, before):
            numba.set_num_threads(threads)
            found.append(evaluate_plan(empty_case(), plan, engine, [target], [organ, far], PROTOCOL))
    finally:
        numba.set_num_threads(before)
    one, several = found
    assert list(one.metrics) == list(several.metrics) == ["T", "Liver", "Heart", "Liver minus T"]
    assert one.metrics == several.metrics and list(one.dvhs) == list(one.metrics)
    for name, dvh in one.dvhs.items():
        assert np.array_equal(dvh.dose_gy, several.dvhs[name].dose_gy)
    assert np.array_equal(one.minimum_at_mm["T"], several.minimum_at_mm["T"])
