"""Send DICOM objects to an archive (PACS) and fetch studies from it, by DIMSE or by DICOMweb.

An address says which: ``AE@host:port`` is the classic network protocol, ``http(s)://...`` is DICOMweb.  The
network libraries are an optional part of the installation and are loaded on use.  Passwords of DICOMweb
servers come from ``~/.netrc``, never from the command line.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from pydicom import Dataset, dcmread

from tps.dicom.file.dicom_file import open_header, open_whole, reading_guard
from tps.dicom.file.file_source import list_blobs
from tps.dicom.identity.anonymise import anonymise_dataset
from tps.dicom.network.addresses import Address, DimseAddress, WebAddress, address_text
from tps.dicom.network.arrived import Study, check_study, named
from tps.dicom.rt.header import encode_as
from tps.errors import BadInput

# The name this side goes by; PACS keep lists of names they talk to.
CALLING_AE = "SEEDWRIGHT"


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
