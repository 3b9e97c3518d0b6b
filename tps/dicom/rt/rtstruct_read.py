"""Read an RT Structure Set: regions as they were drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from pydicom import Dataset

from tps.dicom.contours.planes import LEAST_PLANES, neighbours, usual_step
from tps.dicom.contours.region import Drawn, read_drawn, settle
from tps.dicom.file.dicom_file import DicomFile, reading_guard
from tps.dicom.file.values import has, integer, items, text, text_trouble, unread
from tps.dicom.rt.region_names import believed_names
from tps.errors import BadInput
from tps.model import Structure
from tps.model.names import left_out_warnings

RTSTRUCT = "1.2.840.10008.5.1.4.1.1.481.3"


@dataclass(frozen=True)
class RegionTies:
    """What one region says of where it belongs: its frame of reference, and images its contours name."""

    frame_of_reference_uid: str
    image_uids: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class StructureSet:
    """Regions of interest as read, from whatever kind of file.

    Parameters
    ----------
    structures : dict of str to Structure
    empty_rois : tuple of str
        ROI names without closed contours.
    warnings : tuple of str
    sop_uid, label, study_uid, patient_id : str
    frame_of_reference_uids : frozenset of str
        All frames of reference the regions name.
    image_uids : frozenset of str
        SOP Instance UIDs of the images the contours name.
    sha256 : str
    left_out : dict of str to str
        Regions that cannot be used, and why.
    ties : dict of str to RegionTies
        What each region names, by ROI name; only of an RTSTRUCT.
    renamed : dict of str to str
        Names in the file that no DICOM object can hold, and what the region is called instead.
    """

    structures: dict[str, Structure]
    empty_rois: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sop_uid: str = ""
    label: str = ""
    study_uid: str = ""
    patient_id: str = ""
    frame_of_reference_uids: frozenset[str] = frozenset()
    image_uids: frozenset[str] = field(default_factory=frozenset)
    sha256: str = ""
    left_out: dict[str, str] = field(default_factory=dict)
    ties: dict[str, RegionTies] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)


def read_structure_set(file: DicomFile, normal=(0.0, 0.0, 1.0)) -> StructureSet:
    """All regions of an RTSTRUCT.

    Closed planar contours are kept where and as they were drawn, on whatever planes.  Points, open lines
    and contours without area are left out, with a warning.  A contour that runs along a cut into a hole
    and back (keyhole) is split into its rings; a contour drawn twice counts once, and planes far nearer to
    each other than the usual step are one, with a warning.  A region that is malformed, or that can be read
    in several ways, is left out, with a warning and its reason in ``left_out``.

    Parameters
    ----------
    file : DicomFile
    normal : (3,) float
        Unit normal of the CT slices.

    Raises
    ------
    BadInput
        If the file is no RTSTRUCT, its regions cannot be told apart, or none of them can be used and one
        is malformed.
    """
    with reading_guard(file.name):
        return _read(file, np.asarray(normal, dtype=float))


def _read(file: DicomFile, normal: np.ndarray) -> StructureSet:
    dataset = file.dataset
    if text(dataset, "SOPClassUID") != RTSTRUCT:
        raise BadInput(
            f"is not a structure set (modality {text(dataset, 'Modality') or 'unknown'})",
            where=file.name,
            expected="an RTSTRUCT",
            remedy="name the RTSTRUCT file of this scan",
        )
    rois = items(dataset, "StructureSetROISequence")
    if not rois:
        raise BadInput(
            "no regions of interest in it (Structure Set ROI Sequence is missing or empty)",
            where=file.name,
            remedy="export the structure set again",
        )
    if "ROIContourSequence" not in dataset:
        raise BadInput(
            "no contours in it (ROI Contour Sequence is missing)",
            where=file.name,
            remedy="export the structure set again",
        )
    names, name_warnings = _names(rois, file.name)
    drawn, left_out = _drawn_items(dataset, names, file.name)
    warnings = [f"{note}: {file.name}" for note in file.notes] + name_warnings
    warnings += _name_warnings(rois, names, drawn)
    if not items(dataset, "RTROIObservationsSequence"):
        warnings.append("the structure set states no ROI types (RT ROI Observations Sequence is missing)")
    types, doubtful = _types(dataset, names, file.name)
    regions = _Regions(file.name, normal)
    for number, name in names.items():
        if name not in left_out:
            regions.read(name, drawn.get(number))
    structures = regions.settled({name: (n, types.get(n, "")) for n, name in names.items()})
    left_out |= regions.left_out
    if left_out and not structures:
        raise regions.first_error or BadInput(
            next(iter(left_out.values())), where=file.name, remedy="export the structure set again"
        )
    known: dict[bytes, frozenset[str]] = {}
    images = {number: _images(item, known) for number, item in drawn.items()}
    return StructureSet(
        structures,
        regions.empty,
        (*left_out_warnings(left_out), *warnings, *doubtful, *regions.warnings),
        text(dataset, "SOPInstanceUID"),
        "" if text_trouble(dataset, "StructureSetLabel") else text(dataset, "StructureSetLabel"),
        text(dataset, "StudyInstanceUID"),
        text(dataset, "PatientID"),
        _frames(dataset, rois),
        frozenset[str]().union(*images.values()),
        file.sha256,
        left_out,
        {
            name: RegionTies(text(roi, "ReferencedFrameOfReferenceUID"), images.get(number, frozenset()))
            for (number, name), roi in zip(names.items(), rois, strict=True)
        },
    )


class _Regions:
    """The regions of one file as they are read, with what is to be said of them."""

    def __init__(self, where: str, normal: np.ndarray):
        self._where, self._normal = where, normal
        self._drawn: dict[str, Drawn] = {}
        self._empty: list[str] = []
        self._ignored: dict[str, list[str]] = {}
        self._remarks: list[str] = []
        self.left_out: dict[str, str] = {}
        self.first_error: BadInput | None = None

    def read(self, name: str, item: Dataset | None) -> None:
        """Take in what is drawn of a region."""
        try:
            drawn = read_drawn(item, self._normal, f"{self._where}, ROI {name!r}")
        except BadInput as error:
            self._leave_out(name, error)
            return
        for kind in drawn.ignored:
            self._ignored.setdefault(kind, []).append(name)
        if drawn.rings:
            self._drawn[name] = drawn
        else:
            self._empty.append(name)

    def settled(self, about: dict[str, tuple[int, str]]) -> dict[str, Structure]:
        """The structures, given the number and the type of each region by its name."""
        follows = {name: neighbours(drawn.stack) for name, drawn in self._drawn.items()}
        steps = {name: usual_step(found) for name, found in follows.items()}
        level = [
            step
            for name, drawn in self._drawn.items()
            if drawn.normal is self._normal and len(follows[name].level_mm) >= LEAST_PLANES
            if (step := steps[name]) is not None
        ]
        structures = {}
        for name, drawn in self._drawn.items():
            common = min(level, default=None) if drawn.normal is self._normal else steps[name]
            try:
                contours, remarks = settle(drawn, follows[name], common, f"{self._where}, ROI {name!r}")
            except BadInput as error:
                self._leave_out(name, error)
                continue
            self._remarks += [f"ROI {name!r}: {remark}" for remark in (*drawn.remarks, *remarks)]
            number, kind = about[name]
            structures[name] = Structure(name, contours, number, "contoured", kind)
        return structures

    def _leave_out(self, name: str, error: BadInput) -> None:
        part = error.where.removeprefix(f"{self._where}, ROI {name!r}").removeprefix(", ")
        self.left_out[name] = f"{part}: {error.what}" if part else error.what
        self.first_error = self.first_error or error

    @property
    def empty(self) -> tuple[str, ...]:
        """Names of regions without closed contours."""
        return tuple(self._empty)

    @property
    def warnings(self) -> list[str]:
        """What was remarkable, regions that were left out apart."""
        found = list(self._remarks)
        if self._empty:
            found.append(f"without closed contours: ROI {', '.join(self._empty)}")
        for kind, of in self._ignored.items():
            found.append(f"ignored {len(of)} x {kind} of ROI {', '.join(dict.fromkeys(of))}")
        return found


def _drawn_items(
    dataset: Dataset, names: dict[int, str], where: str
) -> tuple[dict[int, Dataset], dict[str, str]]:
    """Items of the ROI Contour Sequence by ROI number; and why regions that several items claim fail."""
    found: dict[int, Dataset] = {}
    doubled: dict[str, str] = {}
    for item in items(dataset, "ROIContourSequence"):
        number = integer(item, "ReferencedROINumber", where)
        if number in found and number in names:
            doubled[names[number]] = (
                f"several items of the ROI Contour Sequence claim its number {number}: which contours are its"
                " own cannot be told"
            )
        found[number] = item
    return found, doubled


def _images(item: Dataset, known: dict[bytes, frozenset[str]]) -> frozenset[str]:
    """UIDs of the images that a region's contours name.

    Parameters
    ----------
    item : Dataset
    known : dict of bytes to frozenset of str
        What was read so far, by the bytes it was read from: every region names the same few images.
    """
    found: frozenset[str] = frozenset()
    for contour in items(item, "ContourSequence"):
        content = unread(contour, "ContourImageSequence", ("SQ",))
        if content is None:
            found |= _named_in(contour)
            continue
        if content not in known:
            known[content] = _named_in(contour)
        found |= known[content]
    return found


def _named_in(contour: Dataset) -> frozenset[str]:
    return frozenset(text(i, "ReferencedSOPInstanceUID") for i in items(contour, "ContourImageSequence"))


def _names(rois: Sequence[Dataset], where: str) -> tuple[dict[int, str], list[str]]:
    """Name by ROI number; a name used twice, or none, is made unique with the number; warnings."""
    numbers_used = [integer(r, "ROINumber", where) for r in rois]
    if len(set(numbers_used)) < len(rois):
        raise BadInput(
            "two regions have the same ROI Number, so it is unclear which contours belong to which",
            where=where,
            remedy="export the structure set again",
        )
    plain, warnings = believed_names(list(zip(numbers_used, rois, strict=True)), "ROIName", "ROI", where)
    unique = {
        n: name if name and plain.count(name) == 1 else f"{name} (ROI {n})".strip()
        for n, name in zip(numbers_used, plain, strict=True)
    }
    return unique, warnings


def _name_warnings(rois: Sequence[Dataset], names: dict[int, str], drawn: dict[int, Dataset]) -> list[str]:
    plain = [text(r, "ROIName") for r in rois]
    warnings = [
        f"{plain.count(name)} ROIs are named {name!r}: told apart by their number"
        for name in sorted({p for p in plain if plain.count(p) > 1})
    ]
    lost = sorted(set(drawn) - set(names))
    if lost:
        warnings.append(f"contours of ROI numbers {lost} belong to no named ROI: ignored")
    return warnings


def _types(dataset: Dataset, names: dict[int, str], where: str) -> tuple[dict[int, str], list[str]]:
    """RT ROI Interpreted Type by ROI number, and a warning for each region that is given two."""
    found: dict[int, str] = {}
    warnings = []
    for item in items(dataset, "RTROIObservationsSequence"):
        if not has(item, "ReferencedROINumber"):
            continue
        number, kind = integer(item, "ReferencedROINumber", where), text(item, "RTROIInterpretedType")
        if found.setdefault(number, kind) != kind and number in names:
            warnings.append(
                f"ROI {names[number]!r} has the types {found[number]!r} and {kind!r}: taken as none"
            )
            found[number] = ""
    return found, warnings


def _frames(dataset: Dataset, rois: Sequence[Dataset]) -> frozenset[str]:
    found = {text(r, "ReferencedFrameOfReferenceUID") for r in rois}
    found |= {text(f, "FrameOfReferenceUID") for f in items(dataset, "ReferencedFrameOfReferenceSequence")}
    return frozenset(found - {""})
