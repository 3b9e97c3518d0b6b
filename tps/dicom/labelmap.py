"""Read label maps as auto-segmenters write them: NIfTI, NRRD, MetaImage."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tps.dicom.blobs import MAX_FILE_BYTES
from tps.dicom.labelmap_header import check_labelmap_header, damaged
from tps.dicom.masks import structure_of_mask
from tps.dicom.rtstruct_read import StructureSet
from tps.errors import BadInput
from tps.model import Grid

SUFFIXES = (".nii", ".nii.gz", ".nrrd", ".seg.nrrd", ".mha", ".mhd")

# More labels than any segmenter gives; an image of grey values has thousands.
MAX_LABELS = 500

# A label written as a floating-point number must be a whole one that such a number can hold.
MAX_LABEL = 2**24

# 2 GB of 16-bit labels.
MAX_VOXELS = 1_000_000_000

# Two ways in which a header states one geometry agree within single precision; a slip is a voxel and more.
SAME_PLACE_MM = 0.1

# Text keys in which 3D Slicer names the segments of a .seg.nrrd.
_SLICER_NAME, _SLICER_VALUE, _SLICER_LAYER = "Segment{}_Name", "Segment{}_LabelValue", "Segment{}_Layer"


def is_labelmap(path: Path) -> bool:
    """True for a file whose name ends as label maps do."""
    return path.name.lower().endswith(SUFFIXES)


def labelmap_files(path: Path) -> list[Path]:
    """The label maps at ``path``: the file itself, or all of a folder (one organ each, as a rule)."""
    if path.is_file():
        return [path] if is_labelmap(path) else []
    return sorted(p for p in path.iterdir() if p.is_file() and is_labelmap(p)) if path.is_dir() else []


def read_labelmaps(path: Path | str, normal=(0.0, 0.0, 1.0)) -> StructureSet:
    """Structures of one label map, or of all label maps in a folder.

    The regions are named by the file where it has a single label, by the segment names of 3D Slicer where
    the file has them, else ``FILE label N``.  Label 0 is background.

    Raises
    ------
    BadInput
        If a file cannot be read, is no map of whole labels, or two regions have the same name.
    """
    path = Path(path)
    structures, empty, digest = {}, [], hashlib.sha256()
    for file in labelmap_files(path):
        digest.update(_content(file))
        for name, mask, grid in _regions(file):
            if name in structures or name in empty:
                raise BadInput(f"two regions are named {name!r}", where=file.name, remedy="rename one file")
            found = structure_of_mask(name, mask, grid, normal, len(structures) + 1)
            if found is None:
                empty.append(name)
            else:
                structures[name] = found
    if not structures:
        raise BadInput("no label is set in it", where=str(path), expected="a map of labels above 0")
    warning = "label maps carry no frame of reference: placed by their own geometry"
    return StructureSet(structures, tuple(empty), (warning,), sha256=digest.hexdigest())


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.stat().st_size <= MAX_FILE_BYTES else b""
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror})", where=file.name) from error


def _regions(file: Path) -> Iterator[tuple[str, np.ndarray, Grid]]:
    labels, grid, texts = _load(file)
    stem = file.name
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if stem.lower().endswith(suffix):
            stem = stem[: -len(suffix)]
            break
    segments = _slicer_segments(texts)
    if segments:
        for name, value, layer in segments:
            if layer >= labels.shape[-1]:
                raise BadInput(f"segment {name!r} is on layer {layer}", where=file.name, expected="fewer")
            yield name, labels[..., layer] == value, grid
        return
    if labels.shape[-1] != 1:
        raise BadInput("the image has several values per voxel", where=file.name, expected="one label each")
    values = [int(v) for v in np.unique(labels) if v != 0]
    if len(values) > MAX_LABELS:
        raise BadInput(
            f"{len(values)} different values: an image, not a label map",
            where=file.name,
            expected=f"at most {MAX_LABELS} labels",
        )
    if not values:
        yield stem, labels[..., 0] != 0, grid
    for value in values:
        yield stem if len(values) == 1 else f"{stem} label {value}", labels[..., 0] == value, grid


def _slicer_segments(texts: dict[str, str]) -> list[tuple[str, int, int]]:
    segments = []
    while _SLICER_NAME.format(len(segments)) in texts:
        n = len(segments)
        value = texts.get(_SLICER_VALUE.format(n), str(n + 1))
        layer = texts.get(_SLICER_LAYER.format(n), "0")
        if not (value.strip().isdigit() and layer.strip().isdigit()):
            raise BadInput("a segment's label or layer is not a number", where=_SLICER_NAME.format(n))
        segments.append((texts[_SLICER_NAME.format(n)].strip(), int(value), int(layer)))
    return segments


def _load(file: Path) -> tuple[np.ndarray, Grid, dict[str, str]]:
    """Labels (nz, ny, nx, layers), their grid in DICOM coordinates (ITK converts), and text keys."""
    import SimpleITK as sitk

    matrices = check_labelmap_header(file.name, _content(file), MAX_FILE_BYTES)
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    reader = sitk.ImageFileReader()
    reader.SetFileName(str(file))
    try:
        reader.ReadImageInformation()
        size = reader.GetSize()
        if len(size) != 3 or np.prod(size, dtype=float) * reader.GetNumberOfComponents() > MAX_VOXELS:
            raise BadInput(
                f"the header promises an image of {' x '.join(map(str, size))}",
                where=file.name,
                expected=f"three dimensions, at most {MAX_VOXELS:,} voxels",
            )
        image = reader.Execute()
    except RuntimeError as error:
        raise damaged(file.name) from error
    values = sitk.GetArrayFromImage(image)
    if values.dtype.kind == "f":
        if not (np.all(np.abs(values) <= MAX_LABEL) and np.array_equal(values, np.rint(values))):
            raise BadInput(
                "holds fractions, not labels",
                where=file.name,
                expected="whole numbers",
                remedy="threshold it",
            )
        values = values.astype(np.int32)
    axes = np.array(image.GetDirection()).reshape(3, 3).T
    try:
        grid = Grid(image.GetOrigin(), image.GetSpacing(), values.shape[:3], axes)
    except ValueError as error:
        raise BadInput(f"its geometry is not usable: {error}", where=file.name) from error
    _check_place(grid, matrices, file.name)
    keys = {k: image.GetMetaData(k) for k in image.GetMetaDataKeys()}
    return values.reshape(*values.shape[:3], -1), grid, keys


def _check_place(grid: Grid, matrices: tuple[np.ndarray, ...], where: str) -> None:
    """Every matrix of the header must put the corners where the library put them."""
    nz, ny, nx = grid.shape
    corners = np.array([[i, j, k] for i in (0, nx - 1) for j in (0, ny - 1) for k in (0, nz - 1)], float)
    found = grid.index_to_world(corners)
    for matrix in matrices:
        apart = float(np.abs(corners @ matrix[:, :3].T + matrix[:, 3] - found).max())
        if not apart <= SAME_PLACE_MM:
            raise BadInput(
                f"its geometry is contradictory (qform, sform, or sheared axes): {apart:.1f} mm apart",
                where=where,
                expected="one right-angled geometry",
                remedy="export it again in the geometry of the CT",
            )
