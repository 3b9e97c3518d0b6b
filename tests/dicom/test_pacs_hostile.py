"""Archives that misbehave: another patient's objects, receipts that confirm nothing, answers without end."""

import gc
import gzip
import http.server
import json
import threading
import time
from contextlib import contextmanager
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from export_case import make_case
from orthanc import free_port
from pydicom import dcmread, dcmwrite
from pydicom.config import disable_value_validation
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from tps.dicom.network import addresses, pacs
from tps.dicom.network import limits as network_limits
from tps.dicom.network.multipart import parts
from tps.errors import BadInput, OutputRefused

pytest.importorskip("pynetdicom", reason="the extra `pacs` is not installed")
pytest.importorskip("dicomweb_client", reason="the extra `pacs` is not installed")


@pytest.fixture(scope="module")
def slices(tmp_path_factory):
    """A few objects of one study."""
    folder = tmp_path_factory.mktemp("slices")
    make_case(folder, shape=(3, 8, 8), spacing=(2.5, 2.0, 2.0))
    return [dcmread(path) for path in sorted((folder / "ct").iterdir())]


def copies(datasets, number=0, **changes):
    """The objects, one of them with other values."""
    found = [dcmread(BytesIO(as_bytes(d))) for d in datasets]
    for name, value in changes.items():
        setattr(found[number], name, value)
    return found


def as_bytes(dataset) -> bytes:
    content = BytesIO()
    dcmwrite(content, dataset, enforce_file_format=True)
    return content.getvalue()


@contextmanager
def web(get=None, post=None):
    """A web server; ``get`` and ``post`` make (status, type, body, headers) of a path."""

    class Handler(http.server.BaseHTTPRequestHandler):
        seen = []

        def log_message(self, *_):
            """Nothing on the screen."""

        def _answer(self, make):
            status, kind, body, *headers = make(self.path)
            self.send_response(status)
            for name, value in {"Content-Type": kind, **(headers[0] if headers else {})}.items():
                self.send_header(name, value)
            if isinstance(body, bytes):
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                for piece in [body] if isinstance(body, bytes) else body:
                    self.wfile.write(piece)
            except (BrokenPipeError, ConnectionResetError):
                """Who asked went away, as it should."""
            self.close_connection = True

        def do_GET(self):
            self._answer(get)

        def do_POST(self):
            if "Content-Length" in self.headers:
                self.rfile.read(int(self.headers["Content-Length"]))
            self.seen.append(self.path)
            self._answer(post)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield addresses.WebAddress(f"http://127.0.0.1:{server.server_port}/dicom-web"), Handler.seen
    finally:
        server.shutdown()
        server.server_close()


def multipart(parts, boundary="BB"):
    head = f"\r\n--{boundary}\r\nContent-Type: application/dicom\r\n\r\n".encode()
    body = b"".join(head + part for part in parts) + f"\r\n--{boundary}--\r\n".encode()
    return 200, f'multipart/related; type="application/dicom"; boundary={boundary}', body


def study_answer(path, count):
    """What a server says of the study that it is asked for."""
    asked = parse_qs(urlsplit(path).query)["StudyInstanceUID"]
    return {"0020000D": {"vr": "UI", "Value": asked}, "00201208": {"vr": "IS", "Value": count}}


def study_server(parts, count=3):
    """Answers of a DICOMweb server that holds ``parts``."""

    def get(path):
        if "/instances" in path or "?" not in path:
            return multipart(parts)
        answer = [study_answer(path, [count])]
        return 200, "application/dicom+json", json.dumps(answer).encode()

    return get


def test_a_whole_study_comes_through(slices):
    with web(study_server([as_bytes(d) for d in slices])) as (address, _):
        files = pacs.fetch(str(slices[0].StudyInstanceUID), address)
    assert len(files) == 3


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"StudyInstanceUID": "1.2.3.999"}, "another study"),
        ({"PatientID": "SOMEBODY-ELSE"}, "2 patients"),
        ({"PatientName": "Else^Somebody"}, "2 patients"),
    ],
)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_one_object_of_another_is_enough_to_refuse_all(slices, changes, message, number):
    mixed = copies(slices, number, **changes)
    with web(study_server([as_bytes(d) for d in mixed])) as (address, _):
        with pytest.raises(BadInput, match=message):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


def test_two_contents_under_one_identifier_are_refused(slices):
    double = copies(slices, 1, SOPInstanceUID=slices[0].SOPInstanceUID)
    with web(study_server([as_bytes(d) for d in double])) as (address, _):
        with pytest.raises(BadInput, match="came twice, with different content"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


@pytest.mark.parametrize(
    "answer",
    [
        (200, "text/html", b"<html>please log in</html>"),
        (200, "application/dicom+json", b"{}"),
        (200, "application/dicom+json", b"[]"),
        (200, "application/dicom+json", b"[1,2"),
        (200, "application/dicom+xml", b"<x/>"),
        (204, "text/plain", b""),
        (202, "application/dicom+json", b'{"00081198":{"vr":"SQ","Value":[{}]}}'),
    ],
)
def test_only_a_receipt_that_names_every_object_counts(slices, answer):
    with web(post=lambda path: answer) as (address, _):
        with pytest.raises(OutputRefused):
            pacs.send(slices, address)


def test_a_full_receipt_is_believed_and_a_part_is_not(slices):
    def receipt(datasets):
        items = [{"00081155": {"vr": "UI", "Value": [str(d.SOPInstanceUID)]}} for d in datasets]
        body = json.dumps({"00081199": {"vr": "SQ", "Value": items}}).encode()
        return lambda path: (200, "application/dicom+json", body)

    with web(post=receipt(slices)) as (address, _):
        assert pacs.send(slices, address) == 3
    with web(post=receipt(slices[:2])) as (address, _):
        with pytest.raises(OutputRefused, match="1 of 3"):
            pacs.send(slices, address)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda part: b"this is not DICOM" * 100, "not DICOM"),
        (lambda part: b"", "empty|not DICOM"),
        (lambda part: part[:132], "it names none"),
        (lambda part: part[:-1], "cut short"),
        (lambda part: part[: len(part) // 2], "cut short"),
        (lambda part: part[:700], "cut short"),
    ],
)
def test_an_object_that_is_cut_or_none_is_one_message(slices, damage, message):
    sent = [as_bytes(d) for d in slices]
    sent[1] = damage(sent[1])
    with web(study_server(sent)) as (address, _):
        with pytest.raises(BadInput, match=message):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


@pytest.mark.parametrize("uid", ["../../../../tmp/outside", "1." * 300 + "1", "", "1.2/3"])
def test_an_identifier_that_is_none_names_no_file(slices, uid):
    foreign = copies(slices)
    with disable_value_validation():
        foreign[1].SOPInstanceUID = uid
        sent = [as_bytes(d) for d in foreign]
    with web(study_server(sent)) as (address, _):
        with pytest.raises(BadInput, match="no valid SOP Instance UID"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


@pytest.mark.parametrize("count", [3, None])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_an_answer_that_breaks_off_is_refused_however_many_were_promised(slices, kept, count):
    """Where the archive states no number, the end of the answer is all that tells it is complete."""
    status, kind, body = multipart([as_bytes(d) for d in slices])

    def get(path):
        if "?" in path:
            answer = [study_answer(path, [count] if count else [])]
            return 200, "application/dicom+json", json.dumps(answer).encode()
        return status, kind, body[: int(kept * len(body))]

    with web(get) as (address, _):
        with pytest.raises(BadInput, match="breaks off"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


@pytest.mark.parametrize("kind", ["text/html", "application/dicom", "multipart/related", ""])
def test_an_answer_that_is_not_made_of_parts_is_no_study(slices, kind):
    def get(path):
        answer = study_server([])(path)
        return answer if "?" in path else (200, kind, as_bytes(slices[0]))

    with web(get) as (address, _):
        with pytest.raises(BadInput, match="not DICOMweb"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_parts_do_not_depend_on_how_the_answer_is_cut(rng, size):
    """Contents come out byte for byte, those too that hold what looks like the beginning of a boundary."""
    contents = [rng.bytes(300) + b"\r\n--B" + rng.bytes(40), b"", b"\r\n--BA\r\n\r\n", rng.bytes(1000)]
    _, kind, body = multipart(contents)
    pieces = [body[k : k + size] for k in range(0, len(body), size)]
    assert list(parts(pieces, kind, "PACS")) == contents
    assert list(parts([b"a preamble", *pieces, b"an epilogue"], kind, "PACS")) == contents


def test_an_object_without_end_is_not_kept_in_memory(monkeypatch):
    monkeypatch.setattr("tps.dicom.network.multipart.MAX_FILE_BYTES", 1_000_000)
    taken = []

    def endless():
        yield b"--BB\r\n\r\n"
        for _ in range(10_000):
            taken.append(bytes(65536))
            yield taken[-1]

    with pytest.raises(BadInput, match="longer than 1 MB"):
        list(parts(endless(), "multipart/related; boundary=BB", "PACS"))
    assert len(taken) < 20


def test_patients_data_follow_no_redirection(slices):
    with web(get=lambda p: (200, "", b""), post=lambda p: (200, "", b"")) as (elsewhere, seen):
        moved = {"Location": elsewhere.url + "/studies"}
        with web(lambda p: (302, "", b"", moved), lambda p: (307, "", b"", moved)) as (address, _):
            with pytest.raises(OutputRefused, match="points to another address"):
                pacs.send(slices, address)
            with pytest.raises(BadInput, match="points to another address"):
                pacs.find("1.2.3", address)
        assert seen == []


@pytest.mark.parametrize(
    "body", [b'"hello"', b"[null]", b"[[1,2,3]]", b"[" * 100_000, b"<html>", b"", b"[]", b"{}"]
)
def test_an_answer_that_is_none_is_one_message(body):
    with web(lambda path: (200, "application/dicom+json", body)) as (address, _):
        with pytest.raises(BadInput, match="not DICOMweb|no study"):
            pacs.find("1.2.3.4", address)


@pytest.mark.parametrize("value", [[-1], [10**30], ["abc"], {"x": 1}, [{"a": 1}], []])
def test_an_impossible_number_of_objects_states_none(value):
    def get(path):
        return 200, "application/dicom+json", json.dumps([study_answer(path, value)]).encode()

    with web(get) as (address, _):
        assert pacs.find("1.2.3.4", address).objects is None


def test_an_answer_without_end_ends(monkeypatch):
    monkeypatch.setattr("tps.dicom.network.web.MOST_ANSWER_BYTES", 1_000_000)
    endless = (b" " * 65536 for _ in range(10_000))
    with web(lambda path: (200, "application/dicom+json", endless)) as (address, _):
        with pytest.raises(BadInput, match="longer than 1 MB"):
            pacs.find("1.2.3.4", address)


def test_a_packed_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("tps.dicom.network.web.MOST_ANSWER_BYTES", 1_000_000)
    bomb = gzip.compress(b" " * 50_000_000)
    packed = {"Content-Encoding": "gzip"}
    with web(lambda path: (200, "application/dicom+json", bomb, packed)) as (address, _):
        with pytest.raises(BadInput, match="longer than 1 MB"):
            pacs.find("1.2.3.4", address)


def test_a_trickle_is_not_waited_for(monkeypatch):
    clock = iter(range(0, 100_000, 30))
    monkeypatch.setattr(network_limits.time, "monotonic", lambda: float(next(clock)))
    allowance = network_limits.Allowance("PACS", 10**9)
    with pytest.raises(BadInput, match="bytes came in"):
        for _ in range(10):
            allowance.take(100)
    quick = network_limits.Allowance("PACS", 10**9)
    for _ in range(10):
        quick.take(10_000_000)


def test_too_many_objects_are_refused():
    allowance = network_limits.Allowance("PACS", 10**9)
    with pytest.raises(BadInput, match="objects came"):
        for _ in range(network_limits.MOST_OBJECTS + 1):
            allowance.take(1, 1)


# --- the classic protocol -----------------------------------------------------------------------------------


@contextmanager
def archive(datasets, port, *, receiver=None, syntaxes=None, before_move=None, count=None):
    """An archive that stores what it gets, finds every study, and hands out ``datasets``."""
    from pynetdicom import AE, AllStoragePresentationContexts, build_context, evt
    from pynetdicom import sop_class as classes

    stored = []
    entity = AE("ARCHIVE")
    model = "StudyRootQueryRetrieveInformationModel"
    for service in ("Find", "Get", "Move"):
        entity.add_supported_context(getattr(classes, model + service))
    for context in AllStoragePresentationContexts:
        entity.add_supported_context(
            context.abstract_syntax, syntaxes or context.transfer_syntax, scu_role=True, scp_role=True
        )

    def found(event):
        answer = event.identifier
        answer.NumberOfStudyRelatedInstances = str(len(datasets)) if count is None else count
        yield 0xFF00, answer

    def hand_out(event):
        yield len(datasets)
        for dataset in datasets:
            yield 0xFF00, dataset

    def move(event):
        kinds = sorted({str(d.SOPClassUID) for d in datasets})
        yield "127.0.0.1", receiver, {"contexts": [build_context(kind) for kind in kinds]}
        yield len(datasets)
        if before_move is not None:
            before_move()
        for dataset in datasets:
            yield 0xFF00, dataset

    def store(event):
        stored.append(event.context.transfer_syntax)
        return 0x0000

    handlers = [
        (evt.EVT_C_FIND, found),
        (evt.EVT_C_GET, hand_out),
        (evt.EVT_C_MOVE, move),
        (evt.EVT_C_STORE, store),
    ]
    server = entity.start_server(("127.0.0.1", port), block=False, evt_handlers=handlers)
    try:
        yield addresses.DimseAddress("ARCHIVE", "127.0.0.1", port), stored
    finally:
        server.shutdown()


def test_an_archive_of_the_default_syntax_only_is_served(slices):
    assert slices[0].file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
    with archive([], free_port(), syntaxes=[ImplicitVRLittleEndian]) as (address, stored):
        assert pacs.send(slices, address) == 3
    assert stored == [ImplicitVRLittleEndian] * 3


def test_key_objects_and_reports_are_fetched_too(slices):
    others = copies(slices)
    for dataset, kind in zip(others, ("88.59", "88.11", "88.33"), strict=True):
        dataset.SOPClassUID = f"1.2.840.10008.5.1.4.1.1.{kind}"
        dataset.SOPInstanceUID += f".{kind}"
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    with archive([*slices, *others], free_port()) as (address, _):
        assert len(pacs.fetch(str(slices[0].StudyInstanceUID), address)) == 6


def test_an_archive_that_hands_out_another_study_is_refused(slices):
    with archive(copies(slices, 1, StudyInstanceUID="1.2.3.999"), free_port()) as (address, _):
        with pytest.raises(BadInput, match="another study"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)


def test_a_number_that_is_none_is_no_number(slices):
    with archive(slices, free_port(), count="") as (address, _):
        assert pacs.find(str(slices[0].StudyInstanceUID), address).objects is None


def test_an_identifier_that_is_none_is_refused_without_the_library_s_warnings(slices, recwarn):
    foreign = copies(slices)
    with disable_value_validation():
        foreign[1].SOPInstanceUID = "../../x"
    with archive(foreign, free_port()) as (address, _):
        with pytest.raises(BadInput, match="no valid SOP Instance UID"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)
    assert not recwarn.list


def test_a_refusal_does_not_wait_for_what_is_still_to_come(slices, monkeypatch):
    monkeypatch.setattr("tps.dicom.network.dimse.MOST_ANSWERS", 2)
    double = copies(slices, 1, SOPInstanceUID=slices[0].SOPInstanceUID) * 3
    with archive(double, free_port()) as (address, _):
        begun = time.monotonic()
        with pytest.raises(BadInput, match="came twice"):
            pacs.fetch(str(slices[0].StudyInstanceUID), address)
        assert time.monotonic() - begun < 10  # to wait for a good-bye would take 30 s


def stranger_stores(dataset, port, name):
    """A third machine sends an object to the open port; the status it gets, None if it is not let in."""
    from pynetdicom import AE

    entity = AE("STRANGER")
    entity.add_requested_context(dataset.SOPClassUID, [ExplicitVRLittleEndian])
    association = entity.associate("127.0.0.1", port, ae_title=name)
    if not association.is_established:
        association.kill()
        del association, entity
        gc.collect()
        return None
    try:
        return association.send_c_store(dataset).Status
    finally:
        association.release()


def test_what_a_stranger_sends_is_not_taken(slices):
    port, receiver = free_port(), free_port()
    foreign = copies(slices, 1)[1]
    foreign.PixelData = bytes(len(foreign.PixelData))
    answers = []

    def intrude():
        answers.append(stranger_stores(foreign, receiver, "ME"))

    with archive(slices, port, receiver=receiver, before_move=intrude) as (address, _):
        me = addresses.DimseAddress("ME", "127.0.0.1", receiver)
        files = pacs.fetch(str(slices[0].StudyInstanceUID), address, receive=me)
    assert answers and answers[0] != 0x0000
    kept = {d.SOPInstanceUID: d for d in (dcmread(BytesIO(content)) for content in files.values())}
    assert len(kept) == 3
    for dataset in slices:
        assert kept[dataset.SOPInstanceUID].PixelData == dataset.PixelData
