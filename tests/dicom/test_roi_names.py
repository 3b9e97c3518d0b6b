"""Names of regions that DICOM has no room for, and names that two regions would share."""

from types import SimpleNamespace

import pytest
from export_case import CENTRE_MM, dose_of_ball, evaluate_ball, make_case, small_plan
from export_case import ball as drawn_ball
from made_dicom import ct_slices, rtstruct, square, write, write_series

from tps.cli.values import avoided
from tps.dicom.case import read_case
from tps.dicom.rt.roi_names import fitting_names
from tps.errors import UnknownName
from tps.export.plan_folder import ExportOptions, dicom_objects
from tps.model.names import LONGEST_NAME, free_name
from tps.pipeline.request import PlanRequest
from tps.pipeline.write import _named_apart
from tps.sources.library import load_source

GOOD = [square(-8, -2, z) for z in (32.5, 35.0)]


def case_of(tmp_path, dataset):
    write_series(ct_slices(), tmp_path / "ct")
    return read_case(tmp_path / "ct", write(dataset, tmp_path / "rs.dcm"))


LONG = "x" * 70


@pytest.mark.filterwarnings("ignore:The value length")
def test_names_that_dicom_has_no_room_for(tmp_path):
    names = (LONG, LONG + "y", "a\\b", "tab\there", "GTV")
    case = case_of(tmp_path, rtstruct({name: GOOD for name in names}))
    assert list(case.structures) == ["x" * 62 + "~1", "x" * 62 + "~2", "a/b", "tab?here", "GTV"]
    for name in names[:4]:
        assert case.structure(name).name == case.name_of(name) != name
        assert any(repr(name) in w and repr(case.name_of(name)) in w for w in case.warnings)
    assert set(names) <= set(case.names)
    assert avoided([f"{LONG}:5", "a\\b"], list(case.names)) == {LONG: 5.0, "a\\b": None}
    with pytest.raises(UnknownName):
        case.structure("x" * 62)


def test_new_names_are_nobody_elses():
    taken = "x" * 62 + "~1"
    assert fitting_names([taken, LONG]) == {LONG: "x" * 62 + "~2"}
    assert fitting_names(["a/b", "a\\b"]) == {"a\\b": "a/b~1"}
    assert fitting_names(["a", "\u809d\u810f"]) == {}


def test_free_names():
    assert free_name("a", set()) == "a" and free_name("a", {"a"}) == "a~1"
    name = free_name("y" * 62 + "+5mm", {"b"}, "+5mm")
    assert name.endswith("~1+5mm") and len(name) == LONGEST_NAME


def test_a_request_by_the_names_of_the_input():
    asked = PlanRequest(
        targets=("old",), avoid={"old 2": 3.0}, limits=(" old 2 mean < 5 Gy",), preferences=("b max < 9 Gy",)
    )
    called = asked.with_names(lambda n: {"old": "new", "old 2": "new 2"}.get(n, n))
    assert (called.targets, called.avoid) == (("new",), {"new 2": 3.0})
    assert called.limits == ("new 2 mean < 5 Gy",) and called.preferences == asked.preferences


# --- names that two regions would share ----------------------------------------------------------------


def test_what_is_found_in_the_ct_keeps_apart_from_an_earlier_export(tmp_path):
    """The input may be a structure set of ours: its regions keep their names."""
    case = make_case(tmp_path)
    grid = case.ct.grid
    organ = drawn_ball(grid, CENTRE_MM, 8.0, "Bone (from CT)", 3, "ORGAN")
    regions = SimpleNamespace(targets=(SimpleNamespace(name="GTV"),), organs=(organ,))
    result = SimpleNamespace(regions=regions, case=case)
    found = _named_apart((organ, drawn_ball(grid, CENTRE_MM, 9.0, "Gas (from CT)", 4)), result)
    assert [s.name for s in found] == ["Bone (from CT)~1", "Gas (from CT)"]


def test_isodoses_and_needles_keep_apart_from_an_earlier_export(tmp_path):
    case, source, plan = make_case(tmp_path), load_source("i125_6711"), small_plan()
    names = ("GTV", "Isodose 120 Gy", "Needle 2")
    drawn = [drawn_ball(case.ct.grid, CENTRE_MM, 15.0 - n, name, n + 1) for n, name in enumerate(names)]
    objects = dicom_objects(
        case,
        plan,
        source,
        evaluate_ball(plan, source),
        drawn,
        ExportOptions(isodoses_gy=(120.0,), needle_contours=True),
        dose_of_ball(plan, source),
    )
    written = [str(r.ROIName) for r in objects["RTSTRUCT.dcm"].StructureSetROISequence]
    assert len(set(written)) == len(written)
    assert {*names, "Isodose 120 Gy~1", "Needle 1", "Needle 2~1"} <= set(written)
