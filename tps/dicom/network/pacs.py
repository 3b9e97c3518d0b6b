"""Send DICOM objects to an archive (PACS) and fetch studies from it, by DIMSE or by DICOMweb.

An address says which: ``AE@host:port`` is the classic network protocol, ``http(s)://...`` is DICOMweb.  The
network libraries are an optional part of the installation and are loaded on use.  Passwords of DICOMweb
servers come from ``~/.netrc``, never from the command line.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType

from pydicom import Dataset, dcmread

from tps.dicom.file.dicom_file import open_header, open_whole, reading_guard
from tps.dicom.file.file_source import Blob, list_blobs
from tps.dicom.identity.anonymise import anonymise_dataset
from tps.dicom.rt.header import encode_as
from tps.errors import BadInput, WrongUsage

# The name this side goes by; PACS keep lists of names they talk to.
CALLING_AE = "SEEDWRIGHT"

_EXPECTED = "AE@host:port, such as PACS@10.0.0.5:104, or a DICOMweb address, such as https://pacs/dicom-web"
_AE = r"[^@\\\s][^@\\]{0,14}[^@\\\s]|[^@\\\s]"
_DIMSE = re.compile(rf"(?P<ae>{_AE})@(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):(?P<port>\d{{1,5}})")
_UID = re.compile(r"[0-9]+(\.[0-9]+)*")


@dataclass(frozen=True)
class DimseAddress:
    """An application entity in the network."""

    ae: str
    host: str
    port: int


@dataclass(frozen=True)
class WebAddress:
    """The root of a DICOMweb service."""

    url: str


Address = DimseAddress | WebAddress


@dataclass(frozen=True)
class Study:
    """What an archive holds of a study: number of objects, or None where it does not say."""

    uid: str
    objects: int | None


def parse_address(text: str, option: str) -> Address:
    """Read an address.

    Raises
    ------
    WrongUsage
        If it is neither ``AE@host:port`` nor a web address.
    """
    if re.fullmatch(r"https?://[^\s/?#]+[^\s]*", text):
        return WebAddress(text.rstrip("/"))
    found = _DIMSE.fullmatch(text)
    if not found or not 0 < int(found["port"]) < 65536:
        raise WrongUsage(f"{option}: cannot read {text!r}\nExpected: {_EXPECTED}")
    return DimseAddress(found["ae"], found["host"].strip("[]"), int(found["port"]))


def is_uid(text: str) -> bool:
    """True for digits and dots, at most 64 of them: what an identifier is, and may be a file's name."""
    return bool(_UID.fullmatch(text)) and len(text) <= 64


def check_uid(text: str, option: str) -> str:
    """``text`` if it is a UID; raises ``WrongUsage`` otherwise (a wildcard would ask for every patient)."""
    if not is_uid(text):
        raise WrongUsage(f"{option}: {text!r} is not a UID\nExpected: digits and dots, at most 64 characters")
    return text


def check_ae(text: str, option: str) -> str:
    """``text`` if it can name an application entity; raises ``WrongUsage`` otherwise."""
    if not re.fullmatch(_AE, text):
        raise WrongUsage(f"{option}: {text!r} is not a name of 1 to 16 characters without @ and backslash")
    return text


def load_extra(module: str) -> ModuleType:
    """A module of the optional part ``pacs``.

    Raises
    ------
    BadInput
        If it is not installed, with how to install it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise BadInput(
            f"talking to a PACS needs {module.partition('.')[0]}, which is not installed",
            remedy="pip install 'seedwright[pacs]'",
        ) from error


def collect(path: Path | str, *, anonymise: bool = False) -> list[Dataset]:
    """All DICOM objects at a path (plan folder, series, file or ZIP), complete, in the order of their names.

    Raises
    ------
    BadInput
        If there is none, or one cannot be read.
    """
    found = []
    for blob in list_blobs(path):
        header = open_header(blob)
        if header is None or "SOPClassUID" not in header.dataset:
            continue
        with reading_guard(header.name):
            whole = open_whole(header)
            if anonymise:
                syntax = whole.file_meta.TransferSyntaxUID
                whole = dcmread(BytesIO(encode_as(anonymise_dataset(whole, header.name), syntax)))
        found.append(whole)
    if not found:
        raise BadInput(
            "no DICOM objects there", where=str(path), expected="a plan folder or a folder of DICOM"
        )
    return found


def send(datasets: Iterable[Dataset], address: Address, *, calling_ae: str = CALLING_AE) -> int:
    """Store objects in an archive (C-STORE or STOW-RS); returns how many.

    Parameters
    ----------
    datasets : iterable of Dataset
        As read from files, with their file meta information.
    address : DimseAddress or WebAddress
    calling_ae : str
        Name of this side, for DIMSE.

    Raises
    ------
    OutputRefused
        If the archive cannot be reached or refuses an object; some may have arrived by then.
    """
    if isinstance(address, WebAddress):
        from tps.dicom.network.web import stow

        return stow(list(datasets), address)
    from tps.dicom.network.dimse import store

    return store(list(datasets), address, calling_ae)


def find(study_uid: str, address: Address, *, calling_ae: str = CALLING_AE) -> Study:
    """Ask an archive for a study (C-FIND or QIDO-RS).

    Raises
    ------
    BadInput
        If the archive cannot be reached, refuses the question or has no such study.
    """
    if isinstance(address, WebAddress):
        from tps.dicom.network.web import search

        return search(study_uid, address)
    from tps.dicom.network.dimse import find_study

    return find_study(study_uid, address, calling_ae)


def fetch(
    study_uid: str,
    address: Address,
    *,
    receive: DimseAddress | None = None,
    calling_ae: str = CALLING_AE,
) -> dict[str, bytes]:
    """All objects of a study (C-GET, C-MOVE or WADO-RS), as files.

    Parameters
    ----------
    study_uid : str
    address : DimseAddress or WebAddress
    receive : DimseAddress, optional
        For DIMSE: be sent the objects (C-MOVE) under this name, listening at this host and port, instead of
        fetching them (C-GET); the archive must know name, host and port.
    calling_ae : str

    Returns
    -------
    dict of str to bytes
        Relative path, by series, to the bytes of the file.

    Raises
    ------
    BadInput
        If the archive cannot be reached, has no such study, or hands out fewer objects than it says it has.
    """
    study = find(study_uid, address, calling_ae=calling_ae)
    if isinstance(address, WebAddress):
        from tps.dicom.network.web import retrieve

        files = retrieve(study_uid, address)
    else:
        from tps.dicom.network.dimse import get_study, move_study

        files = (
            move_study(study_uid, address, receive, calling_ae)
            if receive
            else get_study(study_uid, address, calling_ae)
        )
    if not files or (study.objects is not None and len(files) < study.objects):
        raise BadInput(
            f"{len(files)} of {study.objects or 'some'} objects of the study arrived",
            where=address_text(address),
            expected="all of them: a missing slice would falsify the scan",
            remedy="fetch it again; if that does not help, ask who runs the archive",
        )
    check_study(files, study_uid, address_text(address))
    return named(files, address_text(address))


def check_study(files: Mapping[str, bytes], study_uid: str, where: str) -> None:
    """Raise ``BadInput`` unless all objects (by SOP Instance UID) belong to one study of one patient.

    Parameters
    ----------
    files : mapping of str to bytes
    study_uid : str
    where : str
        The archive, for messages.
    """
    patients = set()
    for uid, content in files.items():
        header = _header(content, where)
        if header.study_uid != study_uid:
            raise BadInput(
                f"an object of another study arrived ({header.study_uid[:64] or 'it names none'})",
                where=where,
                expected=f"objects of the study {study_uid}",
                remedy="ask who runs the archive; nothing was kept",
            )
        check_arrived_uid(uid, where)
        if header.uid != uid:
            raise BadInput("an object arrived under the identifier of another", where=where)
        patients.add(header.patient)
    if len(patients) > 1:
        raise BadInput(
            f"the objects of the study name {len(patients)} patients",
            where=where,
            expected="one patient",
            remedy="ask who runs the archive; nothing was kept",
        )


def add_arrived(files: dict[str, bytes], uid: str, content: bytes, where: str) -> None:
    """Add an object to those that arrived; ``BadInput`` where another came under its identifier.

    Parameters
    ----------
    files : dict of str to bytes
        SOP Instance UID to file; changed.
    uid : str
    content : bytes
    where : str
        For messages.
    """
    if files.setdefault(uid, content) != content:
        raise BadInput(
            "an object came twice, with different content",
            where=where,
            remedy="fetch it again; if that does not help, ask who runs the archive",
        )


def arrived_uid(content: bytes, where: str) -> str:
    """SOP Instance UID of an object that arrived, "" where it has none; ``BadInput`` where it is no DICOM."""
    return _header(content, where).uid


def check_arrived_uid(uid: str, where: str) -> None:
    """Raise ``BadInput`` unless an object that arrived has an identifier that could be a file's name."""
    if not is_uid(uid):
        raise BadInput(
            "an object that arrived has no valid SOP Instance UID",
            where=where,
            expected="digits and dots, at most 64 characters",
            remedy="ask who runs the archive; nothing was kept",
        )


@dataclass(frozen=True)
class _Named:
    """What an object that arrived says of itself, "" where it says nothing."""

    uid: str
    study_uid: str
    series_uid: str
    modality: str
    patient: tuple[str, str]


def _header(content: bytes, where: str) -> _Named:
    """What an object that arrived says of itself; refused where it is cut short or no DICOM."""
    name = f"{where}, an object that arrived"
    header = open_header(Blob(name, lambda: content, lambda count: content[:count]))
    if header is None:
        raise BadInput(
            "an object that arrived is not DICOM",
            where=where,
            expected="DICOM objects",
            remedy="ask who runs the archive; nothing was kept",
        )
    with reading_guard(name):  # values that break a rule of their type are looked at, not warned of
        uid, study, series, modality, patient, patient_name = (
            str(header.dataset.get(keyword) or "")
            for keyword in (
                "SOPInstanceUID",
                "StudyInstanceUID",
                "SeriesInstanceUID",
                "Modality",
                "PatientID",
                "PatientName",
            )
        )
    return _Named(uid, study, series, modality, (patient, patient_name))


def address_text(address: Address) -> str:
    """For messages, without any password in it."""
    if isinstance(address, DimseAddress):
        return f"{address.ae}@{address.host}:{address.port}"
    return re.sub(r"//[^/@]*@", "//", address.url)


def named(files: Mapping[str, bytes], where: str) -> dict[str, bytes]:
    """Files by SOP Instance UID -> files by path: a folder for each series, named by its modality.

    Raises
    ------
    BadInput
        If what arrived is not DICOM, or its identifiers could not be file names.
    """
    series: dict[tuple[str, str], int] = {}
    result = {}
    for uid, content in files.items():
        check_arrived_uid(uid, where)
        header = _header(content, where)
        modality = re.sub("[^a-z]", "", header.modality.lower())[:16] or "other"
        key = (modality, header.series_uid)
        number = series.setdefault(key, 1 + sum(1 for m, _ in series if m == modality))
        result[f"{modality}_{number}/{uid}.dcm"] = content
    return result
