"""What the series and the neighbours say of a seed: the thickness in the header, few others about."""

from types import SimpleNamespace

import numpy as np
import pytest
from made_implants import errors_mm, isolated, located, matched, raster_of, volume_of

from phantoms.implant_errors import EASY, implanted, planned_rows
from phantoms.scanner import Scanner
from phantoms.seed_looks import look_of
from phantoms.stamp import stamp
from tps.dicom.ct.identity import _thickness
from tps.postimplant.classify import LEAST_CONFIDENCE
from tps.postimplant.locate import FoundSeed, _among_others
from tps.postimplant.series import stated_thickness


@pytest.mark.parametrize(
    "stated, resampled, taken",
    [(5.0, False, 5.0), (0.0, False, None), (40.0, False, None), (5.0, True, None)],
)
def test_a_stated_thickness_is_believed_where_it_can_be(stated, resampled, taken):
    assert stated_thickness(stated, resampled) == taken


def test_images_that_state_several_thicknesses_state_none():
    same = [SimpleNamespace(thickness_mm=5.0)] * 3
    assert _thickness(same) == 5.0 and _thickness([*same, SimpleNamespace(thickness_mm=2.0)]) == 0.0


def test_overlapping_slices_are_as_thick_as_stated(rng):
    """Slices of 5 mm every 2.5 mm: with their thickness the brightness of a seed comes out right."""
    seeds, raster = isolated(10, rng, tilted=False), raster_of(2.5)
    how = Scanner(slice_mm=5.0, noise_hu=12.0, clip_hu=30000.0)
    hu = np.full(raster.shape, 40.0)
    ct = volume_of(stamp(hu, raster, seeds, look_of("6711"), how), raster)
    told = located(ct, slice_mm=5.0)
    pairs = matched(seeds, told)
    assert len(pairs) == len(told.seeds) == len(seeds)
    true = look_of("6711").mass_hu_mm3
    assert told.calibration.response.mass == pytest.approx(true, rel=0.05)
    # Half of what is reached at 5 mm without overlap (0.8 mm).
    assert errors_mm(pairs).mean() < 0.4


def seen(place, confidence, group):
    return FoundSeed(np.asarray(place, float), np.eye(3)[0], np.eye(3), 5.0, 3.0, "image", confidence, group)


def test_one_with_few_others_about_must_look_like_a_seed():
    together = [(seen((10.0 * n, 0, 0), 0.9, n), 0.1) for n in range(5)]
    apart = (seen((0, 0, 200.0), 0.9, 9), 0.1)
    judged = _among_others([*together, apart])
    assert [s.confidence for s in judged] == [0.9] * 5 + [0.1] and LEAST_CONFIDENCE > 0.1
    # Several in one piece of metal are no others about.
    piece = [(seen((0, 0, 200.0 + n), 0.9, 9), 0.2) for n in range(4)]
    assert [s.confidence for s in _among_others([*together, *piece])][5:] == [0.2] * 4
    # Where there are few at all, nobody is apart from the rest.
    assert [s.confidence for s in _among_others([apart])] == [0.9]


def test_seeds_that_never_come_are_those_nearest_to_the_head():
    from dataclasses import replace

    plan = planned_rows((0, 0, 0), (0, 1, 0), 20)
    seeds, lost = implanted(plan, replace(EASY, missing=4), np.random.default_rng(1))
    assert len(seeds) == 16 and len(lost) == 4
    heights = sorted(p.position_mm[2] for p in plan)
    assert sorted(s.position_mm[2] for s in lost) == heights[-4:]
