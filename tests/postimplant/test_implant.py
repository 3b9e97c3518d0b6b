"""Seeds that lie somewhere: what is unknown of them stays unknown; the dose asks only for what it needs."""

from datetime import datetime

import numpy as np
import pytest

from tps.dose.engine import DoseEngine
from tps.errors import WrongUsage
from tps.model import Implant, PlacedSeed, Plan, Prescription, Seed
from tps.sources.library import load_source

SOURCE = load_source("i125_6711")
PLACES = np.array([[0.0, 0, 0], [10.0, 2, -3]])
POINTS = np.array([[4.0, 3, 2], [-7.0, 1, 9], [12.0, 12, 0]])


def seeds(direction=(0.0, 0.6, 0.8)):
    return tuple(PlacedSeed(n, None, place, direction, 0.5 * n) for n, place in enumerate(PLACES, start=1))


def test_what_is_not_known_stays_unknown():
    implant = Implant("", seeds(None))
    assert implant.prescription is None and implant.at is None and not implant.has_axes
    assert [s.needle for s in implant.seeds] == [None, None]
    with pytest.raises(ValueError, match="prescription"):
        _ = implant.reference_gy


def test_dose_in_2d_asks_for_axes_and_in_1d_does_not():
    with pytest.raises(WrongUsage, match="1D"):
        Implant("", seeds(None)).dose_seeds()
    dose = DoseEngine(SOURCE, "1d").dose_gy
    # 1D does not look at the axis: the stand-in gives the dose of any.
    stood_in, turned = Implant("", seeds(None)).dose_seeds("1d"), Implant("", seeds()).dose_seeds("1d")
    np.testing.assert_allclose(
        dose(POINTS, stood_in, exact=True), dose(POINTS, turned, exact=True), rtol=1e-12
    )


def test_seeds_of_a_plan_reach_the_dose_untouched():
    mine = (Seed(1, 4, PLACES[0], (0.0, 0.6, 0.8), 0.7),)
    at = datetime(2026, 3, 1, 9, 30)
    plan = Plan("i125_6711", Prescription(100.0), ("T",), (), ())
    assert Implant.of_plan(plan, at).at == at and Implant.of_plan(plan).reference_gy == 100.0
    assert Implant("i125_6711", mine).dose_seeds()[0] is mine[0]


def test_moved_keeps_all_but_the_places():
    implant = Implant("i125_6711", seeds(), Prescription(90.0))
    there = implant.moved(PLACES + [1.0, 2.0, 3.0])
    np.testing.assert_array_equal(there.positions_mm, PLACES + [1.0, 2.0, 3.0])
    np.testing.assert_array_equal(there.seeds[1].direction, implant.seeds[1].direction)
    assert there.seeds[1].strength_u == 1.0 and there.prescription is implant.prescription
    turned = implant.moved(PLACES, np.tile([1.0, 0, 0], (2, 1)))
    np.testing.assert_array_equal(turned.seeds[0].direction, [1.0, 0, 0])
    # The dose moves with the seeds.
    dose = DoseEngine(SOURCE).dose_gy
    np.testing.assert_allclose(
        dose(POINTS + [1.0, 2.0, 3.0], there.dose_seeds()), dose(POINTS, implant.dose_seeds()), rtol=1e-12
    )


def test_moved_refuses_another_number_of_places():
    with pytest.raises(ValueError, match="shorter|longer"):
        Implant("", seeds()).moved(PLACES[:1])
    with pytest.raises(ValueError, match="shorter|longer"):
        Implant("", seeds()).moved(PLACES, np.eye(3))


def test_strengths_add_and_scale():
    implant = Implant("", seeds())
    assert implant.total_strength_u == 1.5
    assert implant.scaled(0.5).total_strength_u == 0.75 and implant.scaled(1.0) is implant
    both = implant.joined((Seed(1, 1, PLACES[0] + 5, (0, 0, 1.0), 0.25),))
    assert len(both.seeds) == 3 and both.total_strength_u == 1.75


@pytest.mark.parametrize("direction, strength, match", [((0, 0, 2.0), 1.0, "unit"), (None, 0.0, "strength")])
def test_a_seed_that_cannot_be_is_refused(direction, strength, match):
    with pytest.raises(ValueError, match=match):
        PlacedSeed(1, None, PLACES[0], direction, strength)


def test_a_seed_of_a_plan_has_an_axis():
    with pytest.raises(ValueError, match="direction"):
        Seed(1, 1, PLACES[0], None, 1.0)
