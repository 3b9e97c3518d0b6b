"""Regions that are no bodies: left out where nobody asked for them, refused at once where somebody did."""

from dataclasses import replace

import numpy as np
import pytest
from drawn_regions import CT, ball, cylinder, moved
from little_patients import ball_target, torso
from made_dicom import square

from tps.access.crossing import CrossingFinder
from tps.access.obstacles import find_obstacles
from tps.errors import BadInput, UnknownName
from tps.geometry.solid import build_all, build_solid
from tps.model import Case, CaseIdentity, Contour, Prescription, Protocol, Structure, Volume
from tps.model.limit import Limit
from tps.model.steering import Steering
from tps.pipeline.regions import build_regions
from tps.pipeline.request import PlanRequest


def body(contours, name="speck"):
    return Structure(name, tuple(map(Contour, contours)))


def sliver():
    return [np.array([(-20, 0, z), (10, 0, z), (10, 0.05, z), (-20, 0.05, z)], float) for z in (0.0, 2.5)]


SPECKS = {
    "0.12 mm": [square(0, 0.12, 0)],
    "0.3 mm": [square(0, 0.3, 0)],
    "wire": [square(0, 0.2, z) for z in np.arange(20) * 2.5 - 25],
    "sliver": sliver(),
    "three planes": [square(0, 0.1, z) for z in (0.0, 2.5, 5.0)],
}


@pytest.mark.parametrize("name", SPECKS)
def test_bodies_that_the_grid_does_not_show_are_refused(name):
    with pytest.raises(BadInput, match="too small or too thin to be looked at") as caught:
        build_solid(body(SPECKS[name]), CT)
    assert "ROI 'speck'" in str(caught.value)


@pytest.mark.parametrize("edge", [0.6, 0.8, 1.0, 1.5, 3.0])
@pytest.mark.parametrize("planes", [1, 2, 5])
def test_what_is_shown_can_be_sampled(edge, planes):
    """Refused, or sampled inside and out: never an error later on."""
    for shift in (0.0, 0.13, 0.31):
        contours = [square(shift, shift + edge, 2.5 * k + shift) for k in range(planes)]
        try:
            solid = build_solid(body(contours), CT)
        except BadInput:
            assert edge < 0.8
            continue
        points, volumes = solid.scattered(1.0)
        assert len(points) > 100 and volumes.sum() == pytest.approx(solid.volume_mm3)
        assert len(solid.surface_points(1.0)) and np.isfinite(solid.signed_distance_mm(points)).all()


def test_all_that_can_be_built_is():
    good = body(ball((0, 0, 0), 8), "good")
    solids, failures = build_all([good, body(SPECKS["wire"])], CT)
    assert [s.name for s in solids] == ["good"] and list(failures) == ["speck"]


def case_with(**regions) -> Case:
    structures = {name: body(contours, name) for name, contours in regions.items()}
    return Case(Volume(CT, np.zeros(CT.shape, np.int16), "HU"), structures, CaseIdentity())


def request(**options):
    return PlanRequest(targets=("GTV",), prescription=Prescription(120.0), **options)


def test_a_speck_nobody_asked_for_is_left_out_of_a_plan():
    case = case_with(GTV=ball((0, 0, 0), 10), Marker=SPECKS["0.3 mm"], Organ=ball((20, 20, 0), 8))
    regions = build_regions(case, request(), ())
    assert [o.name for o in regions.organs] == ["Organ"]
    assert any("'Marker' IS LEFT OUT" in w and "too small" in w for w in regions.warnings)


@pytest.mark.parametrize(
    "options, limits",
    [({"avoid": {"Marker": None}}, ()), ({}, (Limit.parse("Marker mean < 5 Gy"),))],
)
def test_a_speck_that_is_asked_for_is_refused_before_the_search(options, limits):
    case = case_with(GTV=ball((0, 0, 0), 10), Marker=SPECKS["0.3 mm"])
    with pytest.raises(BadInput, match="'Marker': its contours enclose"):
        build_regions(case, request(**options), limits)
    with pytest.raises(BadInput, match="too small"):
        build_regions(case_with(GTV=SPECKS["wire"]), request(), ())


def test_limits_on_what_the_scan_does_not_show_are_refused():
    """Its dose would be nothing, and the limit kept."""
    case = case_with(GTV=ball((0, 0, 0), 10), Cord=moved(cylinder((0, 0), 5, -20, 20), 700, 0, 0))
    with pytest.raises(BadInput, match="'Cord' lies outside the scan"):
        build_regions(case, request(), (Limit.parse("Cord max < 5 Gy"),))
    with pytest.raises(UnknownName):
        build_regions(case, request(), (Limit.parse("Core max < 5 Gy"),))


def test_a_margin_gets_a_name_of_its_own():
    case = case_with(**{"GTV": ball((0, 0, 0), 8), "GTV+3mm": ball((0, 0, 0), 12)})
    regions = build_regions(case, request(margin_mm=3.0), ())
    assert [t.name for t in regions.planned] == ["GTV~1+3mm"]


def test_notes_about_gaps_reach_the_plan():
    gapped = [c for c in ball((0, 0, 0), 12) if abs(c[0, 2]) > 0.1]
    regions = build_regions(case_with(GTV=gapped), request(), ())
    assert any("no contour for 5.0 mm above height -2.5 mm, interpolated" in w for w in regions.warnings)


# --- what needles keep away from ---------------------------------------------------------------------------


def patient_with_specks():
    """A body with a ball to treat, and specks of an artery (closed to needles) and of a liver in the way."""
    sketch = torso()
    target = ball_target(sketch.grid)
    specks = [body([square(20, 20.2, 0)], name) for name in ("Aorta", "Liver")]
    return sketch.case(target.structure, *specks), target


def test_specks_in_the_way_end_no_plan():
    case, target = patient_with_specks()
    obstacles = find_obstacles(case, [target], {}, Protocol())
    assert any("'Aorta' IS LEFT OUT" in w for w in obstacles.warnings)
    assert "Aorta" not in obstacles.closing.looked_at and "Aorta" in obstacles.closing.failed
    way = np.array([60.0, 20.0, 0.0]), np.array([-5.0, 20.0, 0.0])
    found = CrossingFinder(obstacles, case, [way]).crossed(*way, ("Target",))
    assert not {"Aorta", "Liver"} & {c.name for c in found}


def test_specks_to_keep_from_or_to_enter_by_are_refused():
    case, target = patient_with_specks()
    for options in ({"avoid": {"Aorta": None}}, {"avoid": {}, "steering": Steering(entry="Liver")}):
        with pytest.raises(BadInput, match="too small or too thin"):
            find_obstacles(case, [target], protocol=Protocol(), **options)


def test_what_is_left_out_cannot_steer_needles():
    case, target = patient_with_specks()
    case = replace(case, left_out={"Vein": "damaged"})
    for options in ({"avoid": {"Vein": 3.0}}, {"avoid": {}, "cross": ("Vein",)}):
        with pytest.raises(BadInput, match="'Vein' cannot be used: damaged"):
            find_obstacles(case, [target], protocol=Protocol(), **options)
    with pytest.raises(BadInput, match="'Vein' cannot be used: damaged"):
        find_obstacles(case, [target], {}, Protocol(), steering=Steering(entry="Vein"))
    with pytest.raises(UnknownName, match="no ROI named 'Nerve'"):
        find_obstacles(case, [target], {"Nerve": None}, Protocol())


def test_a_speck_called_body_is_not_the_patient():
    case, target = patient_with_specks()
    speck = replace(body([square(20, 20.2, 1.0)], "Body"), interpreted_type="EXTERNAL")
    with_speck = replace(case, structures=case.structures | {"Body": speck})
    plain, marked = (find_obstacles(c, [target], {}, Protocol()) for c in (case, with_speck))
    np.testing.assert_array_equal(plain.voxels.labels, marked.voxels.labels)
    assert any("contoured body does not hold the targets" in w for w in marked.warnings)
    assert not any("contoured body" in w for w in plain.warnings)
