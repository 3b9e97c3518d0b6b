"""Real scans: what is found as body, bone and lung, and whether needles keep the rules there."""

import numpy as np
import pytest

from dose_kernels.geometry import rays
from tps.access.approach import find_approaches
from tps.access.obstacles import find_obstacles
from tps.access.path_check import check_path
from tps.access.unreachable import unreachable_part
from tps.dicom.case import read_case
from tps.geometry.solid import build_solid
from tps.model import Protocol
from tps.model.position import position_named

PROTOCOL = Protocol(axial_step_deg=20.0, tilt_step_deg=15.0, max_tilt_deg=15.0)


@pytest.fixture
def look(shared_data):
    """Case, solid, obstacles and approaches of a real target."""

    def load(name, roi, position=None):
        folder = shared_data / name
        case = read_case(folder / "ct", folder / "rtstruct" / "RS.dcm")
        target = build_solid(case.structures[roi], case.ct.grid)
        obstacles = find_obstacles(case, [target], {}, PROTOCOL, position=position)
        return case, target, obstacles, find_approaches(obstacles, target, PROTOCOL)

    return load


def litres(obstacles, bit) -> float:
    return float(obstacles.mask(bit).values.sum()) * obstacles.grid.voxel_mm3 * 1e-6


def assert_needles_keep_rules(case, obstacles, approaches, rng, count=60):
    """Needles on rays: allowed, no dense voxel, air in front of the skin; by nearest voxels."""
    grid, judged, refused = case.ct.grid, 0, 0
    for _ in range(count):
        approach = approaches[rng.integers(len(approaches))]
        i, j = (rng.integers(n) for n in approach.shape)
        entry_t, tip_t = float(approach.entry_t[i, j]), float(approach.reach_t[i, j])
        # No plan sends a tip farther beyond its target.
        beyond = PROTOCOL.seed_beyond_target_mm + PROTOCOL.tip_beyond_seed_mm
        if np.isfinite(approach.target_last_t[i, j]):
            tip_t = min(tip_t, float(approach.target_last_t[i, j]) + beyond)
        if not np.isfinite(entry_t) or tip_t < entry_t + 5:
            continue
        a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
        entry, tip = approach.point_mm(a, b, entry_t), approach.point_mm(a, b, tip_t)
        check = check_path(obstacles, entry, tip)
        judged += 1
        refused += not check.allowed
        t = np.concatenate([np.arange(entry_t, tip_t, 0.5), [tip_t, entry_t - 2.5, entry_t - 3.0]])
        index = np.round(grid.world_to_index(approach.point_mm(a, b, t))).astype(int)
        hu = case.ct.values[index[:, 2], index[:, 1], index[:, 0]]
        assert hu[:-2].max() <= 400
        # In another position than the scan's the mattress lies in front of the skin.
        assert hu[-2:].max() < -300 or not obstacles.position.as_scanned
    assert judged > count / 4 and refused <= 0.05 * judged


def test_calf_under_the_skin(look, rng):
    case, target, obstacles, approaches = look("limb-sts-025", "GTV_Mass_CT")
    assert target.volume_mm3 == pytest.approx(30_000, rel=0.02)
    assert litres(obstacles, rays.LUNG) == 0
    # The other leg lies in the corner of the image: not this body.
    assert litres(obstacles, rays.OBJECT) > 0
    (note,) = obstacles.warnings
    assert "the edge of its images: anterior" in note and "right (z 443 to 515 mm)" in note
    assert approaches[0].reachable_fraction > 0.8
    assert unreachable_part(target, approaches, obstacles).message == ""
    assert_needles_keep_rules(case, obstacles, approaches, rng)


def test_buttock_on_a_mattress_with_bowel_cut_by_the_scan(look, rng):
    case, target, obstacles, approaches = look(
        "limb-sts-002", "GTV_Mass_CT", position_named("prone", as_scanned=False)
    )
    # Bowel gas at the upper left corner is no outside air.
    assert not (obstacles.voxels.labels[:8, :15, :15] & rays.AIR).any()
    assert litres(obstacles, rays.AIR) > 0.3
    assert_needles_keep_rules(case, obstacles, approaches, rng)


def test_chest_with_lung_spine_and_airways(look, rng):
    case, target, obstacles, approaches = look("lung-4d-113", "LN_c40")
    assert target.volume_mm3 == pytest.approx(6_500, rel=0.05)
    # Lungs of an adult of which the scan shows all but the bases and apices: a few litres.
    assert 1.5 < litres(obstacles, rays.LUNG) < 6.0
    assert 0.3 < litres(obstacles, rays.BONE) < 2.5
    carina = case.structures["Carina_c40"].contours[0].points_mm.mean(axis=0)
    i, j, k = np.round(obstacles.grid.world_to_index(carina)).astype(int)
    near = obstacles.voxels.labels[k - 3 : k + 8, j - 8 : j + 9, i - 8 : i + 9]
    assert (near & rays.GAS).any(), "the airway at the carina"
    # Nodes among the great vessels: no needle goes there unless the user opens the mediastinum by name.
    assert approaches == ()
    assert "Mediastinum (from CT)" in unreachable_part(target, approaches, obstacles).message
    opened = obstacles.opened(["Mediastinum (from CT)"])
    ways = find_approaches(opened, target, PROTOCOL)
    assert len(ways) > 3
    assert_needles_keep_rules(case, opened, ways, rng)
