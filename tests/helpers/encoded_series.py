"""The same CT as multi-frame and other encodings."""

from pydicom import Dataset

SHAPE = (4, 64, 48)  # JPEG 2000 wants 32 pixels each way


ENHANCED = "1.2.840.10008.5.1.4.1.1.2.1"


def enhanced(slices, order):
    """An enhanced CT of the frames of single slices, in ``order``."""
    dataset = Dataset()
    dataset.update(slices[0])
    dataset.file_meta = slices[0].file_meta
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID = ENHANCED
    for keyword in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "RescaleSlope",
                    "RescaleIntercept"):  # fmt: skip
        delattr(dataset, keyword)
    dataset.NumberOfFrames = len(slices)
    shared, plane, measures, rescale = Dataset(), Dataset(), Dataset(), Dataset()
    plane.ImageOrientationPatient = slices[0].ImageOrientationPatient
    measures.PixelSpacing = slices[0].PixelSpacing
    rescale.RescaleSlope, rescale.RescaleIntercept = 1, -1024
    shared.PlaneOrientationSequence, shared.PixelMeasuresSequence = [plane], [measures]
    shared.PixelValueTransformationSequence = [rescale]
    dataset.SharedFunctionalGroupsSequence = [shared]
    dataset.PerFrameFunctionalGroupsSequence = []
    for k in order:
        frame, position = Dataset(), Dataset()
        position.ImagePositionPatient = slices[k].ImagePositionPatient
        frame.PlanePositionSequence = [position]
        dataset.PerFrameFunctionalGroupsSequence.append(frame)
    dataset.add_new(0x7FE00010, "OW", b"".join(slices[k].PixelData for k in order))
    return dataset
