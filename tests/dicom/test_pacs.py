"""A real archive stores what is written, finds it, and hands it back unchanged, by DIMSE and by DICOMweb."""

import gc
import json
import socket
import sys
from dataclasses import dataclass

import pytest
from export_case import make_case, plan_folder_files, small_plan
from orthanc import free_port, running
from pydicom import Dataset, dcmread
from pydicom.uid import ImplicitVRLittleEndian

from tps.cli.app import main
from tps.dicom.case import read_case
from tps.dicom.network import addresses, arrived, pacs
from tps.dicom.rt.rtplan_read import read_plan
from tps.errors import BadInput, OutputRefused, WrongUsage
from tps.formats.folder import write_folder
from tps.sources.library import load_source


@dataclass
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def tps(capsys, monkeypatch):
    """Run the command line, in this process."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["tps", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Done(ended.value.code, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def patient(tmp_path_factory):
    """CT and plan folder; 8 slices are enough."""
    folder = tmp_path_factory.mktemp("patient")
    case = make_case(folder, shape=(16, 40, 44), spacing=(2.5, 2.0, 2.0))
    write_folder(folder / "plan", plan_folder_files(case, small_plan(), load_source("i125_6711")))
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    pytest.importorskip("pynetdicom", reason="the extra `pacs` is not installed")
    pytest.importorskip("dicomweb_client", reason="the extra `pacs` is not installed")
    with running(tmp_path_factory.mktemp("orthanc")) as archive:
        yield archive


@pytest.fixture
def empty(archive):
    archive.clear()
    return archive


def by_uid(folder):
    return {str(d.SOPInstanceUID): d for d in (dcmread(p) for p in sorted(folder.rglob("*.dcm")))}


def same(a: Dataset, b: Dataset) -> bool:
    """Equal in every element; how they are encoded may differ."""
    return a.to_json_dict() == b.to_json_dict()


@pytest.mark.interop
@pytest.mark.parametrize(
    ("way", "back"), [("dimse", "get"), ("dimse", "move"), ("dimse", "wado"), ("web", "get"), ("web", "wado")]
)
def test_what_is_stored_comes_back_equal(tps, empty, patient, tmp_path, way, back):
    to = empty.dimse if way == "dimse" else empty.web
    for folder, count in (("ct", 16), ("plan", 3)):
        done = tps("send", patient / folder, "--to", to)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"{count} objects stored")
    assert empty.ask("/statistics")["CountInstances"] == 19
    uid = next(iter(by_uid(patient / "plan").values())).StudyInstanceUID
    source = empty.web if back == "wado" else empty.dimse
    extra = ["--receive", empty.receive] if back == "move" else []
    done = tps("fetch", "--from", source, "--study", uid, "--out", tmp_path / "got", *extra, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["folders"] == {"ct_1": 16, "rtstruct_1": 1, "rtplan_1": 1, "rtdose_1": 1}
    sent = by_uid(patient / "ct") | by_uid(patient / "plan")
    got = by_uid(tmp_path / "got")
    assert set(got) == set(sent)
    for uid, dataset in sent.items():
        assert same(got[uid], dataset), dataset.Modality


@pytest.mark.interop
def test_a_fetched_study_can_be_planned_on(tps, empty, patient, tmp_path):
    for folder in ("ct", "plan"):
        tps("send", patient / folder, "--to", empty.dimse)
    uid = next(iter(by_uid(patient / "plan").values())).StudyInstanceUID
    write_folder(tmp_path / "got", pacs.fetch(str(uid), addresses.parse_address(empty.dimse, "--from")))
    got = tmp_path / "got"
    case = read_case(got / "ct_1", got / "rtstruct_1")
    assert set(case.structures) == {"GTV"}
    assert len(read_plan(next((got / "rtplan_1").iterdir())).seeds) == 12


@pytest.mark.interop
@pytest.mark.parametrize("way", ["dimse", "web"])
def test_a_study_is_found_with_its_number_of_objects(empty, patient, way):
    address = addresses.parse_address(empty.dimse if way == "dimse" else empty.web, "--from")
    with pytest.raises(BadInput, match="no study"):
        pacs.find("1.2.3.4", address)
    datasets = pacs.collect(patient / "plan")
    assert pacs.send(datasets, address) == 3
    study = pacs.find(str(datasets[0].StudyInstanceUID), address)
    assert study.objects == 3


@pytest.mark.interop
def test_anonymous_sending_leaves_nothing_of_the_patient(tps, empty, patient):
    for folder in ("ct", "plan"):
        done = tps("send", patient / folder, "--to", empty.web, "--anonymise", "--json")
        assert done.returncode == 0, done.stderr
    assert len(empty.ask("/patients")) == 1 and len(empty.ask("/studies")) == 1
    assert empty.ask("/statistics")["CountInstances"] == 19
    (patient_id,) = empty.ask("/patients")
    tags = empty.ask(f"/patients/{patient_id}")["MainDicomTags"]
    assert tags["PatientName"] == "" and tags["PatientID"].startswith("ANON-")


@pytest.mark.interop
def test_an_incomplete_study_is_refused(empty, patient, tmp_path, monkeypatch):
    datasets = pacs.collect(patient / "plan")
    address = addresses.parse_address(empty.dimse, "--from")
    pacs.send(datasets, address)
    uid = str(datasets[0].StudyInstanceUID)
    monkeypatch.setattr(pacs, "find", lambda *a, **k: arrived.Study(uid, 4))
    with pytest.raises(BadInput, match="3 of 4 objects"):
        pacs.fetch(uid, address)


@pytest.mark.interop
def test_the_archive_refusing_is_one_clear_message(tps, empty, patient, tmp_path):
    plan = patient / "plan"
    wrong_name = empty.dimse.replace("ORTHANC", "OTHER")
    done = tps("send", plan, "--to", wrong_name)
    assert done.returncode == 4 and "refused the connection" in done.stderr
    done = tps("send", plan, "--to", empty.http + "/nothing")
    assert done.returncode == 4 and "status 404" in done.stderr
    done = tps("fetch", "--from", empty.http + "/nothing", "--study", "1.2", "--out", tmp_path / "x")
    assert done.returncode == 4 and "status 404" in done.stderr
    pacs.send(pacs.collect(plan), addresses.parse_address(empty.dimse, "--to"))
    uid = dcmread(plan / "RTPLAN.dcm").StudyInstanceUID
    unknown = f"NOBODY@127.0.0.1:{free_port()}"
    done = tps("fetch", "--from", empty.dimse, "--study", uid, "--receive", unknown, "--out", tmp_path / "x")
    assert done.returncode == 4 and "refused the study" in done.stderr
    assert not (tmp_path / "x").exists()
    assert "TEST" not in done.stderr


@pytest.mark.interop
def test_a_web_server_is_no_archive(archive, patient):
    port = archive.http_port
    with pytest.raises(OutputRefused, match="not as an archive does"):
        pacs.send(pacs.collect(patient / "plan"), addresses.DimseAddress("ORTHANC", "127.0.0.1", port))


@pytest.mark.interop
def test_a_busy_port_is_told(empty, patient):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        receive = addresses.DimseAddress("RECEIVER", "127.0.0.1", other.getsockname()[1])
        pacs.send(pacs.collect(patient / "plan"), addresses.parse_address(empty.dimse, "--to"))
        uid = str(dcmread(patient / "plan" / "RTPLAN.dcm").StudyInstanceUID)
        with pytest.raises(BadInput, match="cannot listen"):
            pacs.fetch(uid, addresses.parse_address(empty.dimse, "--from"), receive=receive)


# pynetdicom drops the socket of a refused connection without closing it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_nobody_there_is_told(patient, tmp_path):
    pytest.importorskip("pynetdicom", reason="the extra `pacs` is not installed")
    port = free_port()
    for address, text in ((f"X@127.0.0.1:{port}", "nobody answers"), (f"http://127.0.0.1:{port}", "reached")):
        with pytest.raises(OutputRefused, match=text):
            pacs.send(pacs.collect(patient / "plan"), addresses.parse_address(address, "--to"))
        with pytest.raises(BadInput, match=text):
            pacs.find("1.2", addresses.parse_address(address, "--from"))
    gc.collect()


def test_addresses_are_read():
    assert addresses.parse_address("PACS@10.0.0.5:104", "--to") == addresses.DimseAddress(
        "PACS", "10.0.0.5", 104
    )
    assert addresses.parse_address("MY PACS@h:1", "--to") == addresses.DimseAddress("MY PACS", "h", 1)
    assert addresses.parse_address("A@[::1]:11112", "--to") == addresses.DimseAddress("A", "::1", 11112)
    assert addresses.parse_address("https://pacs/dicom-web/", "--to") == addresses.WebAddress(
        "https://pacs/dicom-web"
    )


@pytest.mark.parametrize(
    "text",
    ["", "PACS", "PACS@host", "@host:104", "PACS@host:0", "PACS@host:70000", "SEVENTEEN LETTERS@h:1",
     "ftp://host/x", "http://", "PACS@ho st:104", "A\\B@h:1"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(WrongUsage, match="AE@host:port"):
        addresses.parse_address(text, "--to")


def test_passwords_do_not_reach_the_screen():
    address = addresses.parse_address("https://user:secret@pacs/dicom-web", "--to")
    assert addresses.address_text(address) == "https://pacs/dicom-web"


@pytest.mark.parametrize("uid", ["", "*", "1.2.*", "1..2", "abc", "1" * 65])
def test_a_study_is_asked_for_by_its_uid_alone(uid):
    with pytest.raises(WrongUsage, match="not a UID"):
        arrived.check_uid(uid, "--study")


@pytest.mark.parametrize("name", ["", "x" * 17, "a@b", " a"])
def test_a_calling_name_that_is_none_is_refused(name):
    with pytest.raises(WrongUsage, match="not a name"):
        addresses.check_ae(name, "--calling-ae")


def test_receiving_goes_with_the_classic_protocol_only(tps, tmp_path):
    done = tps(
        "fetch",
        "--from",
        "http://h/dicom-web",
        "--study",
        "1.2",
        "--out",
        tmp_path / "x",
        "--receive",
        "A@h:1",
    )
    assert done.returncode == 2 and "--receive" in done.stderr


def test_a_missing_extra_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pynetdicom", None)
    with pytest.raises(BadInput, match=r"pip install 'seedwright\[pacs\]'"):
        addresses.load_extra("pynetdicom")


def test_a_folder_without_dicom_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(BadInput, match="no DICOM objects"):
        pacs.collect(tmp_path)


def test_a_bare_data_set_is_taken_as_what_it_is(patient, tmp_path):
    dataset = dcmread(patient / "plan" / "RTPLAN.dcm")
    del dataset.file_meta
    dataset.save_as(tmp_path / "bare.dcm", implicit_vr=True, little_endian=True)
    (read,) = pacs.collect(tmp_path)
    assert read.file_meta.TransferSyntaxUID == ImplicitVRLittleEndian
    (read,) = pacs.collect(tmp_path, anonymise=True)
    assert read.PatientID.startswith("ANON-")


def test_what_arrives_cannot_choose_its_place_on_the_disk(patient):
    content = (patient / "plan" / "RTPLAN.dcm").read_bytes()
    assert list(arrived.named({"1.2.3": content}, "PACS")) == ["rtplan_1/1.2.3.dcm"]
    with pytest.raises(BadInput, match="SOP Instance UID"):
        arrived.named({"../../etc/passwd": content}, "PACS")
    with pytest.raises(BadInput, match="not DICOM"):
        arrived.named({"1.2.3": b"<html>"}, "PACS")
