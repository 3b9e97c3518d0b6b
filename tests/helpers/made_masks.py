"""Label maps and segmentations as auto-segmenters write them, made for one test each.

SimpleITK writes the voxels; what it does not write (a NIfTI file's extended header) is put in by hand; the
DICOM SEG is pydicom's alone.  Nothing here is of the code under test.
"""

import gzip
import struct
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
import SimpleITK as sitk
from pydicom import Dataset

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
LABELMAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7"

NAMES = {1: "liver part", 4: "lesion"}


def labels_on(grid):
    """Two labels on a CT grid: a box and a small one beside it."""
    values = np.zeros(grid.shape, np.uint8)
    values[1:3, 4:10, 3:8] = 1
    values[2:4, 1:3, 9:11] = 4
    return values


def ball_on(grid, centre_mm, radius_mm):
    """True where a voxel's centre lies in a ball."""
    off = grid.centres_mm() - np.asarray(centre_mm, float)
    return (np.einsum("ij,ij->i", off, off) <= radius_mm**2).reshape(grid.shape)


def save(path, values, grid, texts=None, is_vector=False):
    """Voxels on a grid (DICOM's coordinates) in the format that the name's ending says."""
    image = sitk.GetImageFromArray(values, isVector=is_vector)
    image.SetOrigin(grid.origin_mm.tolist())
    image.SetSpacing(grid.spacing_mm.tolist())
    image.SetDirection(grid.axes.T.ravel().tolist())
    for key, value in (texts or {}).items():
        image.SetMetaData(key, value)
    sitk.WriteImage(image, str(path))
    return Path(path)


def caret_table(names):
    """The label table of an extended NIfTI header, in XML."""
    labels = "".join(
        f"<Label Key={quoteattr(str(key))} Red='1' Green='0' Blue='0' Alpha='1'><![CDATA[{name}]]></Label>\n"
        for key, name in names.items()
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?> <CaretExtension> <VolumeInformation Index='0'>"
        f"<LabelTable>{labels}</LabelTable><VolumeType><![CDATA[Label]]></VolumeType>"
        "</VolumeInformation></CaretExtension>"
    )


def with_extension(path, text, code=0):
    """Put an extension into a NIfTI file: its size, a code and the text, between fields and voxels."""
    path, content = Path(path), Path(path).read_bytes()
    is_packed = path.name.endswith(".gz")
    content = gzip.decompress(content) if is_packed else content
    text = text.encode() if isinstance(text, str) else text
    text += b"\0" * (-(len(text) + 8) % 16)
    (start,) = struct.unpack_from("<f", content, 108)
    head = bytearray(content[:352])
    struct.pack_into("<f", head, 108, start + len(text) + 8)
    head[348] = 1
    content = bytes(head) + struct.pack("<2i", len(text) + 8, code) + text + content[352:]
    path.write_bytes(gzip.compress(content, 1, mtime=0) if is_packed else content)
    return path


def save_multilabel(path, values, grid, names):
    """One NIfTI file with all labels and their names, as TotalSegmentator writes it with --ml."""
    return with_extension(save(path, values, grid), caret_table(names))


def save_folder(folder, values, grid, names):
    """One NIfTI file per class, as TotalSegmentator writes it without --ml."""
    Path(folder).mkdir()
    for label, name in names.items():
        save(Path(folder) / f"{name}.nii.gz", (values == label).astype(np.uint8), grid)
    return Path(folder)


def segmentation(values, ct, kind="BINARY", names=None):
    """A SEG of labels on the CT's slices, frames without content left out, in odd order.

    ``ct`` are the data sets of the slices, in the order of the planes of ``values``.
    """
    names = names or {1: "Liver", 4: "GTV", 5: "Nothing"}
    dataset = Dataset()
    dataset.update(ct[0])
    dataset.file_meta = ct[0].file_meta
    sop_class = LABELMAP_SEGMENTATION if kind == "LABELMAP" else SEGMENTATION
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID = sop_class
    dataset.SOPInstanceUID, dataset.Modality, dataset.SegmentationType = "1.2.3.4.40", "SEG", kind
    dataset.ContentLabel, dataset.MaximumFractionalValue = "AUTO", 200
    for keyword in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing"):
        delattr(dataset, keyword)
    shared, plane, measures = Dataset(), Dataset(), Dataset()
    plane.ImageOrientationPatient, measures.PixelSpacing = ct[0].ImageOrientationPatient, ct[0].PixelSpacing
    shared.PlaneOrientationSequence, shared.PixelMeasuresSequence = [plane], [measures]
    dataset.SharedFunctionalGroupsSequence = [shared]
    dataset.SegmentSequence = []
    for number, label in names.items():
        segment = Dataset()
        segment.SegmentNumber, segment.SegmentLabel = number, label
        dataset.SegmentSequence.append(segment)
    dataset.PerFrameFunctionalGroupsSequence, planes = [], []
    order = range(len(values) - 1, -1, -1)
    wanted = [(0, k) for k in range(len(values))]
    if kind != "LABELMAP":
        wanted = [(n, k) for n in sorted(names, reverse=True) for k in order]
    for number, k in wanted:
        plane_values = values[k] if kind == "LABELMAP" else values[k] == number
        if not plane_values.any():
            continue
        frame, position, identity = Dataset(), Dataset(), Dataset()
        position.ImagePositionPatient, identity.ReferencedSegmentNumber = ct[k].ImagePositionPatient, number
        frame.PlanePositionSequence = [position]
        if kind != "LABELMAP":
            frame.SegmentIdentificationSequence = [identity]
        dataset.PerFrameFunctionalGroupsSequence.append(frame)
        planes.append(plane_values)
    set_frames(dataset, np.array(planes, np.uint8) * (200 if kind == "FRACTIONAL" else 1))
    return dataset


def set_frames(dataset, stored):
    """Put the frames (n, rows, columns) uint8 into a SEG, as bits or bytes."""
    dataset.NumberOfFrames, dataset.Rows, dataset.Columns = stored.shape
    if dataset.SegmentationType == "BINARY":
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 1, 1, 0
        content = np.packbits(stored.ravel(), bitorder="little").tobytes()
    else:
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 8, 8, 7
        content = stored.tobytes()
    dataset.add_new(0x7FE00010, "OB", content + b"\0" * (len(content) % 2))


def frames_of(dataset):
    """The frames of a SEG as ``set_frames`` takes them."""
    shape = dataset.NumberOfFrames, dataset.Rows, dataset.Columns
    stored = np.frombuffer(dataset.PixelData, np.uint8)
    if dataset.SegmentationType == "BINARY":
        stored = np.unpackbits(stored, bitorder="little")
    return stored[: np.prod(shape)].reshape(shape)


# What TotalSegmentator calls the organs of a phantom.
CLASSES = {
    "Spinal-Cord": "spinal_cord",
    "Aorta": "aorta",
    "Vena-Cava": "inferior_vena_cava",
    "Heart": "heart",
    "Bowel": "small_bowel",
    "Stomach": "stomach",
    "Kidney-L": "kidney_left",
    "Kidney-R": "kidney_right",
    "Spleen": "spleen",
    "Liver": "liver",
    "Lung-L": "lung_left",
    "Lung-R": "lung_right",
}


def segmented(regions, grid):
    """Labels on ``grid`` and name by label of a phantom's organs, as a segmenter that is never wrong."""
    x, y, z = grid.centres_mm().T.reshape(3, *grid.shape)
    values, names = np.zeros(grid.shape, np.uint8), {}
    for region in regions:
        inside = region.shape.field(x, y, z) <= 0 if region.name in CLASSES else np.zeros(1, bool)
        if inside.sum() > 20:
            names[len(names) + 1] = CLASSES[region.name]
            values[inside & (values == 0)] = len(names)
    return values, names
