"""Read label maps as auto-segmenters write them: NIfTI, NRRD, MetaImage."""

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tps.dicom.file.file_source import MAX_FILE_BYTES
from tps.dicom.masks.affine import SAME_PLACE_MM, corners_of, grid_of_matrices
from tps.dicom.masks.labelmap_header import check_labelmap_header, damaged, voxel_file_of
from tps.dicom.masks.nifti import read_nifti
from tps.dicom.masks.structures import contours_of_labels, labels_in
from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput
from tps.model import Contour, Grid, Structure
from tps.model.words import counted

SUFFIXES = (".nii", ".nii.gz", ".nrrd", ".seg.nrrd", ".mha", ".mhd")

# More labels than any segmenter gives; an image of grey values has thousands.
MAX_LABELS = 500

# A label written as a floating-point number must be a whole one that such a number can hold.
MAX_LABEL = 2**24

# Files of a folder read side by side; each takes some 100 MB.
_AT_A_TIME = 4

# Of labels without a name so many are listed.
_LISTED = 10

# Text keys in which 3D Slicer names the segments of a .seg.nrrd.
_SLICER_NAME, _SLICER_VALUE, _SLICER_LAYER = "Segment{}_Name", "Segment{}_LabelValue", "Segment{}_Layer"


@dataclass(frozen=True, eq=False)
class LabelMap:
    """One file of labels.

    Parameters
    ----------
    layers : (layers, nz, ny, nx) unsigned int
    grid : Grid
        In DICOM's coordinates.
    names : dict of (int, int) to str
        Name by layer and label, as the file has them; empty where it names nothing.
    """

    layers: np.ndarray
    grid: Grid
    names: dict[tuple[int, int], str]


def is_labelmap(path: Path) -> bool:
    """True for a file whose name ends as label maps do."""
    return path.name.lower().endswith(SUFFIXES) and not path.name.startswith(".")


def labelmap_files(path: Path) -> list[Path]:
    """The label maps at ``path``: the file itself, or all of a folder (one organ each, as a rule)."""
    if path.is_file():
        return [path] if is_labelmap(path) else []
    return sorted(p for p in path.iterdir() if p.is_file() and is_labelmap(p)) if path.is_dir() else []


def read_labelmaps(
    path: Path | str, ct_grid: Grid | None = None, names: dict[int, str] | None = None
) -> StructureSet:
    """Structures of one label map, or of all label maps in a folder.

    A region is named by the file: in the table of a NIfTI file's extended header (as TotalSegmentator
    writes it), or as a segment of 3D Slicer; by ``names``; or, where the file has a single label and no
    names, by the file's own name.  Numbers name nothing: what label 7 is depends on program and version.
    Label 0 is background.

    Parameters
    ----------
    path : path
    ct_grid : Grid, optional
        Of the CT they were drawn on.
    names : dict of int to str, optional
        Name by label, for a single file that names nothing itself.

    Raises
    ------
    BadInput
        If a file cannot be read, is no map of whole labels, has labels without a name, or two regions have
        the same name.
    """
    path = Path(path)
    files = labelmap_files(path)
    if names and len(files) > 1:
        raise BadInput(
            f"names of labels are given for {len(files)} label maps",
            where="--labels",
            expected="one label map",
            remedy="name the file instead of its folder",
        )
    structures: dict[str, Structure] = {}
    empty: list[str] = []
    warnings = ["label maps carry no frame of reference: placed by their own geometry"]
    read = _read_all(files, ct_grid, names)
    for file in read:
        warnings += file.remarks
        for name, contours in file.regions:
            if contours and name in structures:
                raise BadInput(f"two regions are named {name!r}", where=file.name, remedy="rename one")
            if contours:
                structures[name] = Structure(name, contours, len(structures) + 1)
            empty.append(name)
    if not structures:
        raise BadInput("no label is set in it", where=str(path), expected="a map of labels above 0")
    elsewhere = [file.name for file in read if file.is_elsewhere]
    if elsewhere:
        warnings.append(
            f"the voxels of {_listed(elsewhere)} are not those of the CT: check that this very scan was"
            " segmented"
        )
    empty = [name for name in dict.fromkeys(empty) if name not in structures]
    digests = [file.sha256 for file in read]
    digest = digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    return StructureSet(structures, tuple(empty), tuple(warnings), sha256=digest)


@dataclass(frozen=True, eq=False)
class _FileRead:
    """Name and contours of each region of a file, remarks, and whether its voxels are not the CT's."""

    name: str
    regions: list[tuple[str, tuple[Contour, ...]]]
    remarks: list[str]
    is_elsewhere: bool
    sha256: str


def _read_all(files: Sequence[Path], ct_grid: Grid | None, names: dict[int, str] | None) -> list[_FileRead]:
    """All files, in order, several at a time: a hundred of one organ each take half a minute one by one."""
    if len(files) == 1:
        return [_read_file(files[0], ct_grid, names)]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        return list(pool.map(lambda file: _read_file(file, ct_grid, names), files))


def _read_file(file: Path, ct_grid: Grid | None, names: dict[int, str] | None) -> _FileRead:
    content = _content(file)
    beside = _content_beside(file, content)
    found = _load(file, content, beside)
    normal = (0.0, 0.0, 1.0) if ct_grid is None else ct_grid.axes[2]
    regions, remarks = _regions(file, found, normal, names)
    is_elsewhere = ct_grid is not None and not _is_part_of(found.grid, ct_grid)
    digest = hashlib.sha256(content + (beside or b"")).hexdigest()
    return _FileRead(file.name, regions, remarks, is_elsewhere, digest)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            raise BadInput(
                f"the file has {file.stat().st_size / 1e9:.1f} GB",
                where=file.name,
                expected=f"at most {MAX_FILE_BYTES / 1e9:.1f} GB",
            )
        return file.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror})", where=file.name) from error


def _content_beside(file: Path, content: bytes) -> bytes | None:
    """The voxels of a MetaImage header that has them in a file of their own; None for every other file."""
    voxels = voxel_file_of(content) if file.name.lower().endswith(".mhd") else ""
    return _content(file.parent / voxels) if voxels and (file.parent / voxels).is_file() else None


def _is_part_of(grid: Grid, ct_grid: Grid) -> bool:
    """True if every voxel of ``grid`` is one of the CT's, in whatever order they are stored."""
    last = np.array(grid.shape[::-1], float) - 1
    first, *ends = ct_grid.world_to_index(grid.index_to_world(np.vstack([np.zeros(3), np.diag(last)])))
    steps = np.rint((np.array(ends) - first) / np.maximum(last, 1)[:, None])
    slips = np.array([first - np.rint(first), *(np.array(ends) - first - steps * last[:, None])])
    is_turned_only = (np.abs(steps).sum(axis=1) == (last > 0)).all()
    is_inside = ct_grid.contains(grid.index_to_world(corners_of(grid.shape))).all()
    return bool(is_turned_only and is_inside and np.abs(slips * ct_grid.spacing_mm).max() < SAME_PLACE_MM)


def _regions(
    file: Path, found: LabelMap, normal, names: dict[int, str] | None
) -> tuple[list[tuple[str, tuple[Contour, ...]]], list[str]]:
    """Name and contours of each region of a file, and remarks; no contours where a named label is nowhere."""
    where = file.name
    if found.names and names:
        raise BadInput(
            "names of labels are given, but the file names its labels itself",
            where=f"--labels, {where}",
            remedy="leave --labels out",
        )
    known = found.names or {(0, label): name for label, name in (names or {}).items()}
    present = [_labels_of(layer, where) for layer in found.layers]
    if not known:
        if len(found.layers) > 1:
            raise BadInput("the image has several values per voxel", where=where, expected="one label each")
        if len(present[0]) > 1:
            raise _nameless(where, present[0])
        known = {(0, label): _stem(file) for label in present[0] or [1]}
    unnamed = sorted({v for n, labels in enumerate(present) for v in labels if (n, v) not in known})
    remarks = []
    if unnamed and _is_slicer(found.names, file):
        remarks.append(f"labels {unnamed[:_LISTED]} of {where} belong to no segment: ignored")
    elif unnamed:
        raise _nameless(where, unnamed)
    drawn = [contours_of_labels(layer, found.grid, normal, where) for layer in found.layers]
    return [(name, drawn[n].get(label, ())) for (n, label), name in known.items()], remarks


def _nameless(where: str, labels: Sequence[int]) -> BadInput:
    return BadInput(
        f"holds {counted(len(labels), 'label')} without a name: {_listed(labels)}",
        where=where,
        expected="a name for every label: which organ a number means depends on program and version",
        remedy='name them with --labels FILE (JSON such as {"1": "spleen"}, or a CSV with the columns'
        " index,name), or export one file per region",
    )


def _listed(things: Sequence) -> str:
    more = f" and {len(things) - _LISTED} more" if len(things) > _LISTED else ""
    return ", ".join(map(str, things[:_LISTED])) + more


def _stem(file: Path) -> str:
    """The file's name without its ending."""
    ending = max((s for s in SUFFIXES if file.name.lower().endswith(s)), key=len)
    return file.name[: -len(ending)]


def _labels_of(layer: np.ndarray, where: str) -> list[int]:
    """The labels of a layer, refused where there are too many of them."""
    found: set[int] = set()
    for plane in layer:
        found.update(labels_in(plane))
        if len(found) > MAX_LABELS:
            raise BadInput(
                f"more than {MAX_LABELS} different values: an image, not a label map",
                where=where,
                expected=f"at most {MAX_LABELS} labels",
            )
    return sorted(found)


def _load(file: Path, content: bytes, beside: bytes | None) -> LabelMap:
    if file.name.lower().endswith((".nii", ".nii.gz")):
        found = read_nifti(file.name, content)
        names = {(0, label): name for label, name in found.names.items()}
        return LabelMap(_as_labels(found.values, file.name)[np.newaxis], found.grid, names)
    check_labelmap_header(file.name, content, beside)
    return _by_library(file)


def _by_library(file: Path) -> LabelMap:
    """Labels of an NRRD or MetaImage; ITK gives them in DICOM's coordinates."""
    import SimpleITK as sitk

    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    reader = sitk.ImageFileReader()
    reader.SetFileName(str(file))
    try:
        reader.ReadImageInformation()
        size = reader.GetSize()
        if len(size) != 3:
            raise BadInput(
                f"the header promises an image of {' x '.join(map(str, size))}",
                where=file.name,
                expected="three dimensions",
            )
        image = reader.Execute()
    except RuntimeError as error:
        raise damaged(file.name) from error
    values = sitk.GetArrayViewFromImage(image)
    layers = np.moveaxis(values.reshape(*values.shape[:3], -1), -1, 0)
    columns = np.array(image.GetDirection()).reshape(3, 3) * image.GetSpacing()
    grid = grid_of_matrices(file.name, [np.column_stack([columns, image.GetOrigin()])], values.shape[:3])
    texts = {k: image.GetMetaData(k) for k in image.GetMetaDataKeys()}
    labels = np.array([_as_labels(layer, file.name) for layer in layers])
    return LabelMap(labels, grid, _slicer_segments(texts, len(layers), file.name))


def _as_labels(values: np.ndarray, where: str) -> np.ndarray:
    """Values (nz, ny, nx) as unsigned integers, if that is what they are."""
    if values.dtype.kind == "f":
        for plane in values:
            if not (np.all(np.abs(plane) <= MAX_LABEL) and np.array_equal(plane, np.rint(plane))):
                raise BadInput(
                    "holds fractions, not labels",
                    where=where,
                    expected="whole numbers",
                    remedy="threshold it",
                )
    low, high = values.min(), values.max()
    if low < 0 or high > MAX_LABEL:
        raise BadInput(
            f"its values go from {low:g} to {high:g}",
            where=where,
            expected=f"0 for the background and labels from 1 to {MAX_LABEL}",
            remedy="export it as a label map",
        )
    return values.astype(np.min_scalar_type(int(high)), copy=False)


def _is_slicer(names: dict[tuple[int, int], str], file: Path) -> bool:
    return bool(names) and file.name.lower().endswith(".nrrd")


def _slicer_segments(texts: dict[str, str], layers: int, where: str) -> dict[tuple[int, int], str]:
    """Name by layer and label of the segments that 3D Slicer describes."""
    segments: dict[tuple[int, int], str] = {}
    number = 0
    while _SLICER_NAME.format(number) in texts:
        name = texts[_SLICER_NAME.format(number)].strip()
        value = texts.get(_SLICER_VALUE.format(number), str(number + 1)).strip()
        layer = texts.get(_SLICER_LAYER.format(number), "0").strip()
        if not (value.isdecimal() and layer.isdecimal()) or int(layer) >= layers or int(value) < 1:
            raise BadInput(
                f"segment {name!r} has label {value!r} on layer {layer!r}",
                where=where,
                expected=f"a label from 1, and a layer from 0 to {layers - 1}",
            )
        if name in segments.values() or (int(layer), int(value)) in segments:
            raise BadInput(
                f"segment {number} has the name or the label of another: {name!r}",
                where=where,
                remedy="give each segment its own name and label",
            )
        segments[int(layer), int(value)] = name or f"segment {number + 1}"
        number += 1
    return segments
