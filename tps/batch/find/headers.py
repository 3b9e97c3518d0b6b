"""What a file is and what it refers to, from its header alone."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydicom import dcmread
from pydicom.tag import Tag

from tps.dicom.file.dicom_file import has_dicom_suffix, looks_like_dicom, open_header, reading_guard
from tps.dicom.file.file_source import list_blobs
from tps.dicom.file.file_tree import walk
from tps.dicom.identity.identifying import IDENTIFYING_KEYWORDS, identifying_of_dataset
from tps.errors import BadInput
from tps.export.integrity import PLAN_JSON, is_plan_folder

_KINDS = {
    "1.2.840.10008.5.1.4.1.1.481.5": "plan",
    "1.2.840.10008.5.1.4.1.1.481.3": "structures",
    "1.2.840.10008.5.1.4.1.1.481.2": "dose",
    "1.2.840.10008.5.1.4.1.1.2": "ct",
    "1.2.840.10008.5.1.4.1.1.2.1": "ct",
}

_DIRECTORY = "1.2.840.10008.1.3.10"  # a DICOMDIR is no object of its own
# More files than any archive of plans: a link to a whole disk.
MOST_FILES = 5_000_000

# Enough to see whether a file is DICOM without reading it.
_HEAD_BYTES = 160

_TAGS = [
    Tag(0x0008, 0x0016),  # SOP Class UID
    Tag(0x0008, 0x0018),  # SOP Instance UID
    Tag(0x0010, 0x0020),  # Patient ID
    Tag(0x0020, 0x0052),  # Frame of Reference UID
    Tag(0x3006, 0x0010),  # Referenced Frame of Reference Sequence
    Tag(0x300C, 0x0060),  # Referenced Structure Set Sequence
    Tag(0x300C, 0x0002),  # Referenced RT Plan Sequence
    *(Tag(keyword) for keyword in IDENTIFYING_KEYWORDS),
]
_CT_TAGS = _TAGS[:4]


@dataclass(frozen=True)
class Header:
    """One file of a tree.

    Parameters
    ----------
    path : str
    kind : {"plan", "structures", "dose", "ct", "plan.json", "damaged", "unread", "other"}
        ``unread``: a folder that cannot be opened, or a link that leads nowhere.
    uid : str
        SOP Instance UID.
    patient_id : str
    frames : tuple of str
        Frame of Reference UIDs it lies in.
    refers_to : tuple of str
        SOP Instance UIDs: of the structure set for a plan, of the plan for a dose.
    trouble : str
        For ``damaged`` and ``unread``: why it cannot be read.
    words : frozenset of str
        Of names and numbers that tell who the patient is, for plans, structures and doses.
    """

    path: str
    kind: str
    uid: str = ""
    patient_id: str = ""
    frames: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    trouble: str = ""
    words: frozenset[str] = frozenset()

    @property
    def folder(self) -> str:
        """The folder it lies in."""
        return os.path.dirname(self.path)


def scan_tree(root: Path) -> Iterator[Header]:
    """Headers of all files below ``root`` in the order of their paths; each once, however links lead."""
    if not root.is_dir():
        yield read_header(root)
        return
    tree = walk(root, MOST_FILES)
    yield from map(read_header, tree.files)
    for path, why in tree.unread:
        yield Header(str(path), "unread", trouble=f"cannot be read ({why}): plans below it are missing")


def read_header(path: Path) -> Header:
    """The header of one file; ``other`` if it is nothing this work needs, ``damaged`` if it claims to be."""
    where = str(path)
    if path.exists() and not path.is_file():
        return Header(where, "other")  # opening a pipe or a device may wait for ever
    if path.name == PLAN_JSON:
        return _of_plan_json(path)
    try:
        with open(path, "rb") as stream:
            head = stream.read(_HEAD_BYTES)
        if not looks_like_dicom(head):
            if not has_dicom_suffix(path.name):
                return Header(where, "other")
            return Header(where, "damaged", trouble="is named like a DICOM file and is none")
        with reading_guard(path.name):
            return _parse(path, where)
    except OSError as error:
        return Header(where, "damaged", trouble=f"cannot be read ({error.strerror})")
    except BadInput as error:
        return Header(where, "damaged", trouble=error.what)


def damage(path: str) -> str:
    """What is wrong with a whole DICOM file, of which a header may still be readable; "" if nothing is."""
    try:
        file = open_header(list_blobs(path)[0])
    except BadInput as error:
        return error.what
    if file is not None and not file.dataset.get("SOPInstanceUID"):
        return "the file is cut short or damaged: it has no SOP Instance UID"
    return ""


def is_own_plan(header: Header) -> bool:
    """True for a damaged ``plan.json`` that is ours, not another program's."""
    path = Path(header.path)
    return path.name == PLAN_JSON and is_plan_folder(path.parent)


def _of_plan_json(path: Path) -> Header:
    """What a plan.json of ours says about the DICOM objects written with it."""
    try:
        document = json.loads(path.read_bytes())
        dicom, inputs = document.get("dicom", {}), document.get("inputs", {})
        refers, frames = [dicom.get("RTSTRUCT.dcm", "")], [inputs.get("frame_of_reference_uid", "")]
        return Header(
            str(path), PLAN_JSON, str(dicom.get("RTPLAN.dcm", "")), "", _present(frames), _present(refers)
        )
    except (OSError, ValueError, RecursionError, AttributeError):
        return Header(str(path), "damaged", trouble="is not a plan.json as `tps plan` writes it")


def _parse(path: Path, where: str) -> Header:
    data = dcmread(path, stop_before_pixels=True, force=True, specific_tags=_CT_TAGS)
    meta = getattr(data, "file_meta", {})
    sop_class = str(data.get("SOPClassUID") or meta.get("MediaStorageSOPClassUID") or "")
    if not sop_class:
        return Header(where, "damaged", trouble="is a DICOM file that does not say what it holds")
    kind = _KINDS.get(sop_class, "other")
    if kind == "other" and sop_class != _DIRECTORY and not data.get("SOPInstanceUID"):
        # Cut short within its class: 1.2.840.10008.5.1.4.1.1.481.5, a plan, becomes ...1.1.4, an MR image.
        return Header(where, "damaged", trouble=damage(where) or "does not say which object it is")
    if kind in ("plan", "structures", "dose"):
        data = dcmread(path, stop_before_pixels=True, force=True, specific_tags=_TAGS)
    frames = [data.get("FrameOfReferenceUID", "")]
    frames += [
        item.get("FrameOfReferenceUID", "") for item in data.get("ReferencedFrameOfReferenceSequence") or ()
    ]
    wanted = {"plan": "ReferencedStructureSetSequence", "dose": "ReferencedRTPlanSequence"}.get(kind, "")
    refers = [item.get("ReferencedSOPInstanceUID", "") for item in data.get(wanted) or ()] if wanted else []
    return Header(
        where,
        kind,
        uid=str(data.get("SOPInstanceUID", "")),
        patient_id=str(data.get("PatientID") or ""),
        frames=_present(frames),
        refers_to=_present(refers),
        words=identifying_of_dataset(data).words if kind in ("plan", "structures", "dose") else frozenset(),
    )


def _present(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(value) for value in values if value))
