"""How a scanner lays a patient out in files: identifiers, patient position, order of rows and slices."""

import hashlib
from dataclasses import dataclass

import numpy as np

from phantoms.errors import PhantomError

# Image Orientation (Patient) as the gantry sees it: turning the patient turns the image axes in the patient's
# frame (DICOM PS3.3 C.7.6.2.1.1 with C.7.3.1.1.2); the slices then follow the cross product of the two axes.
ORIENTATIONS: dict[str, tuple[int, int, int, int, int, int]] = {
    "HFS": (1, 0, 0, 0, 1, 0),
    "HFP": (-1, 0, 0, 0, -1, 0),
    "FFS": (-1, 0, 0, 0, 1, 0),
    "FFP": (1, 0, 0, 0, -1, 0),
}

# Scans are sent in part as a rule: the first image of the part has this number.
FIRST_IMAGE = 31

# Root of identifiers made from a UUID or any other 128-bit number (ITU-T X.667).
UID_ROOT = "2.25."


class Identifiers:
    """DICOM UIDs that depend on nothing but the text they are made for."""

    def __init__(self, text: str):
        self.text = text

    def uid(self, what: str) -> str:
        """Identifier of one object of the phantom."""
        digest = hashlib.sha256(f"{self.text}/{what}".encode()).digest()
        return UID_ROOT + str(int.from_bytes(digest[:16], "big"))


@dataclass(frozen=True)
class Frame:
    """Patient position and the raster of the slices, in their order along row x column.

    Parameters
    ----------
    position : {"HFS", "HFP", "FFS", "FFP"}
    x_mm, y_mm, z_mm : arrays
        Voxel centres along the patient's axes, ascending.
    upright : bool
        Images are stored with the patient's front up however he lies, as some workstations send them.
    """

    position: str
    x_mm: np.ndarray
    y_mm: np.ndarray
    z_mm: np.ndarray
    upright: bool = False

    def __post_init__(self):
        if self.position not in ORIENTATIONS:
            raise PhantomError(f"no patient position {self.position!r}", f"one of: {', '.join(ORIENTATIONS)}")

    @property
    def orientation(self) -> tuple[int, int, int, int, int, int]:
        """Image Orientation (Patient)."""
        return ORIENTATIONS["HFS" if self.upright else self.position]

    @property
    def flips(self) -> tuple[bool, bool, bool]:
        """Whether columns, rows and slices run against x, y and z of the patient."""
        row, column = self.orientation[0], self.orientation[4]
        return row < 0, column < 0, row * column < 0

    @property
    def slice_z_mm(self) -> np.ndarray:
        """Height of each slice, in their order along row x column."""
        return self.z_mm[::-1] if self.flips[2] else self.z_mm

    @property
    def image_numbers(self) -> list[int]:
        """Number of each slice's image, in the order of ``slice_z_mm``: as it passed the gantry.

        Head first that is from the head down, feet first from the feet up: in every position against the
        order of the slices along row x column.
        """
        return list(range(FIRST_IMAGE + len(self.z_mm) - 1, FIRST_IMAGE - 1, -1))

    def corner_mm(self, z: float) -> tuple[float, float, float]:
        """Image Position (Patient) of the slice at ``z``."""
        flip_x, flip_y, _ = self.flips
        return float(self.x_mm[-1 if flip_x else 0]), float(self.y_mm[-1 if flip_y else 0]), float(z)

    def stored(self, volume: np.ndarray) -> np.ndarray:
        """Voxels (nz, ny, nx) along the patient's axes, rearranged to slices, rows, columns of the files."""
        flip_x, flip_y, flip_z = self.flips
        return volume[:: -1 if flip_z else 1, :: -1 if flip_y else 1, :: -1 if flip_x else 1]
