"""A table with pseudonyms names nobody, though regions are called after the patient or the physician."""

import csv
from pathlib import Path

import pydicom
import pytest

from benchmarks.batch_cohort import write_cohort
from tps.batch.options import RecomputeOptions
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor
from tps.dicom.identity.identifying import Identifying


def named(folder: Path, patient: str, physician: str, target: str, organ: str) -> None:
    """Rename the regions of an implant and write names into its objects."""
    for path in folder.glob("R*.dcm"):
        data = pydicom.dcmread(path)
        data.SpecificCharacterSet = "ISO_IR 192"
        data.PatientName, data.ReferringPhysicianName = patient, physician
        for roi, name in zip(data.get("StructureSetROISequence", ()), (target, organ), strict=False):
            roi.ROIName = name
        data.save_as(path)


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    folder = tmp_path_factory.mktemp("identity")
    first, second = (p for p in sorted(f for f in write_cohort(folder / "plans", 2, 6)))
    named(first, "Mustermann^Erika", "Li^Wei", "GTV_Mustermann", "Cord Li")
    named(second, "张三", "", "张三肿瘤", "GTV erika")
    return folder


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def test_names_of_people_stay_out_of_names_of_regions(cohort, tmp_path):
    options = RecomputeOptions()
    recompute([cohort / "plans"], tmp_path / "results.csv", options, where=Executor(1))
    rows = rows_of(tmp_path / "results.csv")
    assert [row["roi"] for row in rows] == ["GTV_(removed)", "Cord (removed)", "(removed)肿瘤", "GTV erika"]
    text = (tmp_path / "results.csv").read_text() + (tmp_path / "summary.html").read_text()
    assert not any(name in text for name in ("Mustermann", "张三", "Cord Li", "Wei"))
    assert "no picture" not in text and text.count("data:image/png;base64,") > 2
    recompute(
        [cohort / "plans"],
        tmp_path / "known.csv",
        RecomputeOptions(identify=True),
        where=Executor(1),
        summary=False,
    )
    assert [r["roi"] for r in rows_of(tmp_path / "known.csv")] == [
        "GTV_Mustermann",
        "Cord Li",
        "张三肿瘤",
        "GTV erika",
    ]


def test_nor_are_they_in_messages(cohort, tmp_path):
    options = RecomputeOptions(targets=("Nope",))
    recompute([cohort / "plans"], tmp_path / "results.csv", options, where=Executor(1))
    messages = " ".join(row["message"] for row in rows_of(tmp_path / "results.csv"))
    assert "GTV_(removed)" in messages and "(removed)肿瘤" in messages
    assert not any(name in messages for name in ("Mustermann", "张三"))


def test_names_without_spaces_around_them_are_found():
    hidden = Identifying(words=frozenset({"张三", "Li"}))
    assert hidden.without("张三左肾 Li Live GTV_li") == "(removed)左肾 (removed) Live GTV_(removed)"
