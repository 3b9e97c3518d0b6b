"""A case: one CT and the structures that belong to it, or a refusal that says why."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tps.dicom.anatomy import check_anatomy
from tps.dicom.ct.series import read_ct
from tps.dicom.file.dicom_file import DicomFile, open_header
from tps.dicom.file.file_source import list_blobs
from tps.dicom.hearing import SILENT, Hearing
from tps.dicom.masks.label_names import read_label_names
from tps.dicom.masks.labelmap import is_labelmap, labelmap_files, read_labelmaps
from tps.dicom.masks.seg import SEGMENTATION_CLASSES, read_segmentation
from tps.dicom.rt.frames import in_frame
from tps.dicom.rt.roi_names import with_fitting_names
from tps.dicom.rt.rtstruct_read import RTSTRUCT, StructureSet, read_structure_set
from tps.dicom.several_sets import combined
from tps.errors import BadInput
from tps.model import Case, CaseIdentity, Grid
from tps.model.words import counted

# A contour plane this near to a CT slice counts as lying on it.
ON_SLICE_MM = 0.1


def read_case(
    ct_path: Path | str,
    structures_path: Path | str | Sequence[Path | str] | None = None,
    *,
    series: str | None = None,
    resample: bool = False,
    labels_path: Path | str | None = None,
    acquisition: str | None = None,
    charset: str = "",
    hearing: Hearing = SILENT,
) -> Case:
    """Read a CT series and, where given, the structures drawn on it.

    Parameters
    ----------
    ct_path : path
        Folder, ZIP, or multi-frame file.
    structures_path : path, optional
        RTSTRUCT, DICOM SEG, a folder holding exactly one of them, or label maps (NIfTI, NRRD); several of
        these together, where one holds the target and another the organs.
    series : str, optional
        Which CT series, by UID or number, where the folder holds several.
    resample : bool
        Straighten a tilted or unevenly stepped stack instead of refusing it.
    labels_path : path, optional
        JSON or CSV that names the labels of a label map which does not name them itself.
    acquisition : str, optional
        Which of several acquisitions in one series: "1" and so on, or "all" where they are one scan.
    charset : str
        What texts are written in where the files do not say so truly (``tps.dicom.file.charset.STATABLE``).
    hearing : Hearing
        Told of each image, and of the scan before the structures are read.

    Returns
    -------
    Case

    Raises
    ------
    BadInput
        If the CT is not one regular stack, or the structures belong to another scan.
    UnknownName
        If ``series`` or ``acquisition`` is not there.

    Notes
    -----
    The voxel array keeps rows and columns as stored; slices are ordered along row axis x column axis, so
    the grid's axes are right-handed in every patient position.
    """
    ct = read_ct(ct_path, series, resample, acquisition, charset, hearing)
    paths = structure_paths(structures_path)
    names = _file_names(ct_path, *paths)
    if not paths:
        if labels_path is not None:
            raise BadInput(
                "names of labels are given, but no structures", where="--labels", remedy="add --structures"
            )
        return Case(ct.volume, {}, ct.identity, (), ct.warnings, ct.files, names)
    grid, sets, warnings, files = ct.volume.grid, [], [], dict(ct.files)
    for path in paths:
        one = read_structures(path, grid, _labels_for(path, paths, labels_path), charset)
        one = in_frame(one, ct.identity.frame_of_reference_uid, ct.identity.slice_uids, str(path))
        warnings += [*one.warnings, *check_belongs(one, ct.identity, grid, str(path))]
        sets.append(one)
        files[one.sop_uid or f"structures{'' if len(paths) == 1 else f' {len(sets)}'}"] = one.sha256
    found = combined(sets, [str(path) for path in paths])
    if len(sets) > 1:
        warnings += check_anatomy(found.structures, ", ".join(map(str, paths)))
    identity = replace(ct.identity, structure_set_uid=found.sop_uid, structure_set_label=found.label)
    return Case(
        ct.volume,
        found.structures,
        identity,
        found.empty_rois,
        (*ct.warnings, *dict.fromkeys(warnings)),
        files,
        names,
        ", ".join(map(str, paths)),
        found.left_out,
        found.renamed,
    )


def structure_paths(structures_path: Path | str | Sequence[Path | str] | None) -> tuple[Path | str, ...]:
    """What was given as structures, as a tuple."""
    if structures_path is None:
        return ()
    return (structures_path,) if isinstance(structures_path, (str, Path)) else tuple(structures_path)


def _labels_for(path: Path | str, paths: Sequence[Path | str], labels_path: Path | str | None):
    """The file of label names for one of several sets: for the label map, of which there must be one."""
    if labels_path is None or len(paths) == 1:
        return labels_path
    maps = [p for p in paths if labelmap_files(Path(p))]
    if len(maps) != 1:
        raise BadInput(
            f"names of labels are given, and {counted(len(maps), 'label map')}",
            where="--labels",
            expected="one label map",
        )
    return labels_path if path is maps[0] else None


def _file_names(*paths: Path | str) -> tuple[str, ...]:
    return tuple(blob.name for path in paths for blob in list_blobs(path))


def read_structures(
    path: Path | str, grid: Grid, labels_path: Path | str | None = None, charset: str = ""
) -> StructureSet:
    """Read structures for a CT on ``grid``: RTSTRUCT, DICOM SEG, or label maps (NIfTI, NRRD, MetaImage).

    Parameters
    ----------
    path : path
    grid : Grid
    labels_path : path, optional
        JSON or CSV that names the labels of a label map.
    charset : str
        As for ``read_case``.

    Raises
    ------
    BadInput
        If there is none, more than one set, or it cannot be read.
    """
    path = Path(path)
    names = read_label_names(labels_path) if labels_path is not None else None
    if labelmap_files(path):
        return with_fitting_names(_with_remarks(read_labelmaps(path, grid, names), _beside_labelmaps(path)))
    if names:
        raise BadInput(
            "names of labels are given, but the structures are no label map",
            where="--labels",
            expected="a label map (.nii, .nii.gz, .nrrd, .mha)",
            remedy="leave --labels out",
        )
    file = _find_structures(path, charset)
    if file.sop_class in SEGMENTATION_CLASSES:
        return with_fitting_names(read_segmentation(file))
    return with_fitting_names(read_structure_set(file, grid.axes[2]))


def _with_remarks(found: StructureSet, remarks: list[str]) -> StructureSet:
    return replace(found, warnings=(*found.warnings, *remarks))


def _beside_labelmaps(path: Path) -> list[str]:
    """What else lies in a folder of label maps, in words; a structure set there is refused.

    Sub-folders are not looked into: a folder of masks often lies beside the scan.
    """
    if not path.is_dir():
        return []
    others = [p for p in sorted(path.iterdir()) if p.is_file() and not p.name.startswith(".")]
    others = [p for p in others if not is_labelmap(p) and p.suffix.lower() not in (".raw", ".zraw")]
    for other in others:
        file = open_header(list_blobs(other)[0])
        if file is not None and file.sop_class in (RTSTRUCT, *SEGMENTATION_CLASSES):
            raise BadInput(
                f"label maps and a structure set ({other.name}) in it",
                where=str(path),
                expected="one or the other",
                remedy="name the file, or the label maps in a folder of their own",
            )
    if not others:
        return []
    return [
        f"not read, as no label map: {counted(len(others), 'file')} in {path.name}, {others[0].name} first"
    ]


def _find_structures(path: Path, charset: str) -> DicomFile:
    files = [f for blob in list_blobs(path) if (f := open_header(blob, charset)) is not None]
    if len(files) == 1:
        return files[0]
    wanted = [f for f in files if f.sop_class in (RTSTRUCT, *SEGMENTATION_CLASSES)]
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(f.name for f in wanted)
    raise BadInput(
        f"{len(wanted)} structure sets in it{': ' + names if wanted else ''}",
        where=str(path),
        expected="one RTSTRUCT or SEG, or label maps (.nii, .nii.gz, .nrrd)",
        remedy="name the file" if wanted else "name the structure set of this scan",
    )


def check_belongs(found: StructureSet, identity: CaseIdentity, grid: Grid, where: str) -> list[str]:
    """Warnings about how structures and CT hang together; ``BadInput`` where they do not.

    Parameters
    ----------
    found : StructureSet
    identity : CaseIdentity
        Of the CT.
    grid : Grid
        Of the CT.
    where : str
        For messages.
    """
    warnings = _check_frame(found, identity, where)
    named = found.image_uids - {""}
    foreign = named - set(identity.slice_uids)
    if foreign:
        warnings.append(
            f"contours name {len(foreign)} image(s) that are not in this series ({len(named)} named in all): "
            "placed by frame of reference and coordinates instead"
        )
    if found.patient_id and identity.patient_id and found.patient_id != identity.patient_id:
        warnings.append("structures and CT carry different Patient IDs: check that they belong together")
    warnings += _check_inside(found, grid, where) + check_anatomy(found.structures, where)
    return warnings + _off_slices(found, grid)


def _check_frame(found: StructureSet, identity: CaseIdentity, where: str) -> list[str]:
    frames = found.frame_of_reference_uids
    if identity.frame_of_reference_uid and identity.frame_of_reference_uid in frames:
        return []
    if found.image_uids & set(identity.slice_uids):
        return ["frame of reference of the structures is not the CT's, but they name its images: accepted"]
    if not found.sop_uid:  # a label map: it says nothing of patient or study, and has warned of it
        return []
    same_study = bool(found.study_uid) and found.study_uid == identity.study_uid
    if frames and identity.frame_of_reference_uid:
        raise BadInput(
            f"the structures belong to another scan: their frame of reference is {', '.join(sorted(frames))}"
            f"{'' if same_study else ', and they are of another study'}",
            where=where,
            expected=f"the frame of reference of the CT, {identity.frame_of_reference_uid}",
            remedy="name the RTSTRUCT drawn on this CT",
        )
    if not same_study:
        raise BadInput(
            "nothing ties the structures to this CT: no frame of reference in common, another study",
            where=where,
            expected="the same Frame of Reference UID",
            remedy="name the RTSTRUCT drawn on this CT",
        )
    return ["no frame of reference ties structures and CT: accepted because they are of one study"]


def _check_inside(found: StructureSet, grid: Grid, where: str) -> list[str]:
    """Every ROI against the scanned box; slices reach half a step beyond their centres."""
    warnings, outside = [], []
    for name, structure in found.structures.items():
        inside = grid.contains(np.concatenate([c.points_mm for c in structure.contours]))
        if not inside.any():
            outside.append(name)
        elif not inside.all():
            warnings.append(f"ROI {name!r} reaches beyond the scan ({np.mean(~inside):.0%} of its points)")
    if outside and len(outside) == len(found.structures):
        raise BadInput(
            f"every contour lies outside the scan (ROI {', '.join(outside)})",
            where=where,
            expected="contours drawn on this CT",
            remedy="name the RTSTRUCT drawn on this CT",
        )
    return warnings + [f"ROI {name!r} lies outside the scan" for name in outside]


def _off_slices(found: StructureSet, grid: Grid) -> list[str]:
    warnings = []
    for name, structure in found.structures.items():
        counts = np.array([len(c.points_mm) for c in structure.contours])
        index = grid.world_to_index(np.concatenate([c.points_mm for c in structure.contours]))[:, 2]
        heights = np.add.reduceat(index, np.cumsum(counts) - counts) / counts
        off = np.abs(heights - np.round(heights)) * grid.spacing_mm[2] > ON_SLICE_MM
        if off.any():
            warnings.append(
                f"ROI {name!r}: {off.sum()} of {len(off)} contours lie between CT slices: kept as drawn"
            )
        if len(structure.contours) == 1:
            warnings.append(f"ROI {name!r} has a single contour")
    return warnings
