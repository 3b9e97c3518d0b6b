"""What leaves the house says nothing about the patient, and still fits together."""

import io
import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from evaluation_doubles import seen_obstacles
from export_case import (
    CENTRE_MM,
    DoseEngine,
    SecondCheck,
    ball,
    make_case,
    plan_folder_files,
    small_plan,
    write_ct,
)
from pydicom import Dataset, dcmread

from tps.access.unreachable import Unreachable
from tps.dicom.case import read_case
from tps.dicom.identity.anonymise import anonymise_case, anonymise_dataset, anonymous_uid
from tps.dicom.identity.identifying import Identifying
from tps.errors import BadInput
from tps.evaluate.evaluate import evaluate_plan
from tps.geometry.solid import build_solid
from tps.model import Crossing, Protocol, Reason, Verdict
from tps.model.limit import Limit
from tps.pipeline.regions import Regions
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.write import write_plan
from tps.sources.library import load_source

# Attributes the basic profile (PS3.15 table E.1-1) names, one for each way of saying who it is; several are
# in no object this project writes.
PERSONAL = {
    "PatientName": "Doe^Jane",
    "PatientID": "4711",
    "PatientBirthDate": "19500101",
    "PatientSex": "F",
    "PatientAge": "075Y",
    "PatientWeight": 70.5,
    "PatientAddress": "Elm Street 1",
    "OtherPatientNames": "Janie",
    "InstitutionName": "St Elsewhere",
    "InstitutionAddress": "There",
    "StationName": "CT7",
    "ReferringPhysicianName": "Kildare^J",
    "PerformingPhysicianName": "House^G",
    "OperatorsName": "Chapel",
    "StudyDescription": "Jane's liver",
    "SeriesDescription": "Jane arterial",
    "ProtocolName": "for Jane",
    "AccessionNumber": "A4711",
    "StudyID": "S4711",
    "StudyDate": "20250102",
    "StudyTime": "093000",
    "SeriesDate": "20250102",
    "AcquisitionDateTime": "20250102093000",
    "ContentDate": "20250102",
    "DeviceSerialNumber": "SN4711",
    "ImageComments": "Jane moved",
    "PatientComments": "afraid of needles",
    "RequestingService": "Oncology of Jane",
    "EthnicGroup": "x4711",
    "SmokingStatus": "YES",
    "PatientBodyMassIndex": 23.5,
    "ResponsiblePersonRole": "PARENT",
    "PositionReferenceIndicator": "Jane's chin",
    "RTPlanDescription": "Jane's plan",
    "ROIObservationLabel": "Jane's lump",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return make_case(tmp_path_factory.mktemp("patient"))


@pytest.fixture(scope="module")
def files(case):
    plan = replace(
        small_plan(), warnings=("series of TEST^EXPORT in ct000.dcm", f"study {case.identity.study_uid}")
    )
    source = load_source("i125_6711")
    return plan_folder_files(case, plan, source, anonymise=True, implant=datetime(2025, 2, 3, 8, 30))


def test_no_file_holds_anything_of_the_patient(case, files):
    identity = case.identity
    secrets = ["TEST", "EXPORT", "19500101", "20250102", "20250203", "2025-02", identity.series_uid]
    secrets += [identity.study_uid, identity.frame_of_reference_uid, *identity.slice_uids]
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        for secret in secrets:
            assert secret.encode() not in data, f"{secret} in {name}"


def test_anonymous_files_still_point_to_each_other(files):
    ds = {n: dcmread(io.BytesIO(c)) for n, c in files.items() if n.endswith(".dcm")}
    rtstruct, rtplan, rtdose = (ds[n] for n in ("RTSTRUCT.dcm", "RTPLAN.dcm", "RTDOSE.dcm"))
    assert rtplan.ReferencedStructureSetSequence[0].ReferencedSOPInstanceUID == rtstruct.SOPInstanceUID
    assert rtdose.ReferencedRTPlanSequence[0].ReferencedSOPInstanceUID == rtplan.SOPInstanceUID
    assert len({d.StudyInstanceUID for d in ds.values()}) == 1
    assert len({d.FrameOfReferenceUID for d in ds.values()}) == 1
    assert len({d.PatientID for d in ds.values()}) == 1
    for d in ds.values():
        assert d.PatientIdentityRemoved == "YES"
        assert d.DeidentificationMethodCodeSequence[0].CodeValue == "113100"
        assert d.file_meta.MediaStorageSOPInstanceUID == d.SOPInstanceUID


def test_anonymous_files_still_say_what_they_are(files):
    rtplan = dcmread(io.BytesIO(files["RTPLAN.dcm"]))
    assert "not for clinical use" in rtplan.RTPlanDescription
    assert rtplan.SourceSequence[0].SourceIsotopeName == "I-125"
    assert rtplan.SourceSequence[0].SourceStrengthReferenceDate == "19000101"
    assert "not for clinical use" in dcmread(io.BytesIO(files["RTDOSE.dcm"])).DoseComment


def test_anonymising_changes_no_number(case, files):
    plain = plan_folder_files(case, small_plan(), load_source("i125_6711"))
    for name in ("seeds.csv", "dvh.csv"):
        assert files[name] == plain[name]
    # The plan's number is made of the RT Plan's UID, which is another one; the patient's pseudonym is not.
    number = [json.loads(f["plan.json"])["plan"]["number"] for f in (files, plain)]
    assert files["needles.csv"].replace(*number) == plain["needles.csv"] and number[0] != number[1]
    a, b = (dcmread(io.BytesIO(f["RTDOSE.dcm"])) for f in (files, plain))
    assert a.PixelData == b.PixelData and a.DoseGridScaling == b.DoseGridScaling
    a, b = (dcmread(io.BytesIO(f["RTSTRUCT.dcm"])) for f in (files, plain))
    assert a.ROIContourSequence[0].ContourSequence[3].ContourData == (
        b.ROIContourSequence[0].ContourSequence[3].ContourData
    )


def test_a_ct_loses_all_the_profile_names(tmp_path):
    ct = dcmread(sorted(write_ct(tmp_path / "ct", shape=(2, 8, 8)).iterdir())[0])
    for keyword, value in PERSONAL.items():
        setattr(ct, keyword, value)
    ct.private_block(0x0011, "MAKER", create=True).add_new(1, "LO", "Doe private")
    ct.add_new(0x60003000, "OW", b"Doe overlay ")
    ct.RequestAttributesSequence = [Dataset()]
    ct.RequestAttributesSequence[0].ScheduledProcedureStepDescription = "Doe scheduled"
    clean = anonymise_dataset(ct)
    text = clean.to_json()
    for keyword, value in PERSONAL.items():
        assert not clean.get(keyword) or keyword == "PatientID", keyword
        assert len(str(value)) < 4 or str(value) not in text, keyword
    assert "Doe" not in text
    assert clean.PixelData == ct.PixelData
    for kept in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "RescaleSlope", "Rows"):
        assert clean[kept] == ct[kept]
    assert clean.FrameOfReferenceUID == anonymous_uid(ct.FrameOfReferenceUID)
    assert clean.SOPClassUID == ct.SOPClassUID
    assert "PatientName" in ct and str(ct.PatientName) == "Doe^Jane"


def test_words_of_other_makers_are_not_trusted():
    plan = Dataset()
    plan.Manufacturer, plan.RTPlanDescription, plan.StudyInstanceUID = "Other", "Jane's plan", "1.2.3"
    assert "RTPlanDescription" not in anonymise_dataset(plan)
    plan.Manufacturer = "seedwright"
    assert "RTPlanDescription" in anonymise_dataset(plan)


def test_several_values_and_empty_ones_are_handled():
    ds = Dataset()
    ds.StudyInstanceUID = "1.2.3"
    ds.add_new("FailedSOPInstanceUIDList", "UI", ["1.2.3", "1.2.4"])
    ds.RelatedGeneralSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    ds.SeriesInstanceUID = None
    clean = anonymise_dataset(ds)
    assert list(clean.FailedSOPInstanceUIDList) == [anonymous_uid("1.2.3"), anonymous_uid("1.2.4")]
    assert clean.RelatedGeneralSOPClassUID == "1.2.840.10008.5.1.4.1.1.2"
    assert clean.SeriesInstanceUID == ""


def test_case_and_dataset_agree_on_the_new_identifiers(case, tmp_path):
    clean = anonymise_case(replace(case, warnings=("patient X1, TEST^EXPORT",)))
    ct = anonymise_dataset(dcmread(sorted(write_ct(tmp_path / "ct", shape=(2, 8, 8)).iterdir())[0]))
    assert clean.identity.patient_id == ct.PatientID
    assert clean.identity.study_uid == ct.StudyInstanceUID
    assert clean.identity.frame_of_reference_uid == ct.FrameOfReferenceUID
    assert clean.files == {} and clean.identity.patient_name == ""
    assert clean.warnings == ("patient X1, (removed)",)
    assert clean.identity.structure_set_label == "" and clean.file_names == ()
    assert clean.ct is case.ct


def test_bytes_of_unknown_meaning_go(tmp_path):
    ct = dcmread(sorted(write_ct(tmp_path / "ct", shape=(2, 8, 8)).iterdir())[0])
    ct.EncapsulatedDocument = b"letter about Doe"
    ct.add_new(0x00189999, "UN", b"Doe in a new element")
    ct.add_new(0xFFFCFFFC, "OB", b"Doe padding ")
    clean = anonymise_dataset(ct)
    assert "EncapsulatedDocument" not in clean and 0x00189999 not in clean and 0xFFFCFFFC not in clean
    assert clean.PixelData == ct.PixelData


def test_text_burned_into_pixels_is_refused(tmp_path):
    ct = dcmread(sorted(write_ct(tmp_path / "ct", shape=(2, 8, 8)).iterdir())[0])
    ct.BurnedInAnnotation = "NO"
    anonymise_dataset(ct)
    ct.BurnedInAnnotation = "YES"
    with pytest.raises(BadInput, match="a.dcm: .*Burned In Annotation") as caught:
        anonymise_dataset(ct, "a.dcm")
    assert "TEST" not in str(caught.value)


def test_labels_of_other_makers_become_dummies_and_names_lose_the_patient():
    rtstruct = Dataset()
    rtstruct.Manufacturer, rtstruct.PatientName, rtstruct.PatientID = "Other", "Doe^Jane^Q", "P-4711"
    rtstruct.StudyInstanceUID, rtstruct.StructureSetLabel = "1.2.3", "Jane 2025"
    rtstruct.StructureSetROISequence = [Dataset(), Dataset(), Dataset()]
    names = ("GTV_DOE p-4711", "Doeblin node", "Liver")
    for roi, name in zip(rtstruct.StructureSetROISequence, names, strict=True):
        roi.ROIName = name
    clean = anonymise_dataset(rtstruct)
    assert clean.StructureSetLabel == "ANON"
    assert [r.ROIName for r in clean.StructureSetROISequence] == [
        "GTV_(removed) (removed)",
        "Doeblin node",
        "Liver",
    ]


def test_a_name_that_grows_still_fits_its_element():
    rtstruct = Dataset()
    rtstruct.PatientName, rtstruct.StudyInstanceUID = "Wu", "1.2.3"
    rtstruct.StructureSetROISequence = [Dataset()]
    rtstruct.StructureSetROISequence[0].ROIName = "wu " * 21
    assert len(anonymise_dataset(rtstruct).StructureSetROISequence[0].ROIName) <= 64


def test_new_names_stay_apart():
    hidden = Identifying(frozenset({"Jane", "Doe"}))
    assert hidden.renamed(["Jane", "Doe", "(removed) 2", "Aorta", "Jane"]) == {
        "Jane": "(removed)",
        "Doe": "(removed) 3",
    }


@pytest.fixture(scope="module")
def careless(tmp_path_factory):
    """A patient whose name is in the names of files and regions, planned on and written without identity."""
    folder = tmp_path_factory.mktemp("careless")
    write_ct(folder / "ct", name="Doe^Jane")
    (folder / "ct" / "DOE Jane notes.txt").write_text("x")
    case = read_case(folder / "ct")
    target = ball(case.ct.grid, CENTRE_MM, 15.0, "GTV_Doe")
    organ = ball(case.ct.grid, CENTRE_MM + [30, 0, 0], 6.0, "jane's vessel", number=2)
    identity = replace(case.identity, structure_set_label="Elm Street")
    case = replace(case, structures={s.name: s for s in (target, organ)}, identity=identity)
    source, request = (
        load_source("i125_6711"),
        PlanRequest(
            targets=("GTV_Doe",),
            avoid={"jane's vessel": None},
            limits=("jane's vessel D0.1cc < 9000 Gy",),
            implant_datetime="2025-02-03T08:30",
            existing_seeds="/home/doe/seeds.csv",
        ),
    )
    plan = small_plan()
    passed = (Crossing("jane's vessel", "never", False, 12.0),)
    needles = [
        replace(n, target="GTV_Doe", nearest_obstacle="jane's vessel", crossed=passed) for n in plan.needles
    ]
    plan = replace(
        plan, targets=("GTV_Doe",), needles=tuple(needles), reasons=(Reason("dose", "GTV_Doe: cold"),)
    )
    plan = replace(plan, warnings=(*case.warnings, "study 1.2.826.0.1.3680043.9.9999.1 of DOE"))
    access = "4 needles through jane's vessel, up to 12 mm"
    said = Verdict(
        "dose not met: GTV_Doe 80 of 120 Gy", "limits kept", access, False, True, ("jane's vessel",)
    )
    plan = replace(plan, verdict=said)
    solids = [build_solid(s, case.ct.grid) for s in (target, organ)]
    engine = DoseEngine(source)
    evaluation = evaluate_plan(
        case, plan, engine, solids[:1], solids[1:], Protocol(), limits=tuple(map(Limit.parse, request.limits))
    )
    regions = Regions(tuple(solids[:1]), tuple(solids[:1]), tuple(solids[1:]))
    vessel = {"jane's vessel": 1.0}
    walled = Unreachable("GTV_Doe", 0.1, 100.0, (0.0, 0.0, 0.0), vessel, openings=vessel)
    result = PlanResult(
        case, request, source, plan, evaluation, SecondCheck(400, 0.0), regions,
        seen_obstacles(case), engine=engine, unreachable=(walled,),
    )  # fmt: skip
    return write_plan(result, folder / "out", anonymise=True, needle_contours=True).folder


def test_names_of_files_and_regions_do_not_betray_the_patient(careless):
    """Nor do dates: not of the implant, nor of the day the report was made."""
    year = str(datetime.now().year)
    for path in careless.iterdir():
        data = re.sub(rb"base64,[A-Za-z0-9+/=]+", b"", path.read_bytes())
        if path.suffix == ".png":
            continue
        for secret in (b"doe", b"jane", b"elm street", b"2025-02", b"20250203", year.encode() + b"-"):
            assert secret not in data.lower(), f"{secret} in {path.name}"


def test_anonymous_files_agree_on_the_new_names(careless):
    rtstruct = dcmread(careless / "RTSTRUCT.dcm")
    names = [r.ROIName for r in rtstruct.StructureSetROISequence]
    assert names[:2] == ["GTV_(removed)", "(removed)'s vessel"]
    plan = json.loads((careless / "plan.json").read_text())
    assert plan["targets"] == names[:1] and set(plan["metrics"]) == set(names[:2])
    assert plan["goals"][0]["limit"].startswith("(removed)'s vessel D0.1cc")
    assert plan["needles"][0]["nearest_obstacle"] == names[1]
    assert plan["needles"][0]["crossed"][0]["name"] == names[1]
    assert plan["access"]["looked_at"] == [names[1]] and names[1] in plan["verdict"]["access"]
    assert "ignored, not DICOM: (removed)" in plan["warnings"]
    assert "GTV_(removed)" in (careless / "report.html").read_text()
    assert "GTV_(removed),0," in (careless / "dvh.csv").read_text()
