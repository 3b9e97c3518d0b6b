"""The open set of planning cases: targets of known shape in water, some with ribs, vessel or cord beside."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import phantoms
from tps.model import Case, Prescription
from tps.pipeline.load import load_case
from tps.pipeline.request import PlanRequest

SLICE_MM = 2.5


@dataclass(frozen=True)
class OpenCase:
    """A target of the open set.

    Parameters
    ----------
    shape : str
        A name of ``phantoms.shape_names()``.
    volume_cc : float
    obstacles : tuple of str
        As of ``phantoms.shape_case``.
    """

    shape: str
    volume_cc: float
    obstacles: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Shape, volume and obstacles in one line."""
        return f"{self.shape} {self.volume_cc:g} cc" + "".join(f" +{o}" for o in self.obstacles)


# Every shape in sizes from 5 to 64 cm3; each obstacle with small and large targets.
OPEN_SET = (
    OpenCase("sphere", 5),
    OpenCase("sphere", 15),
    OpenCase("sphere", 30),
    OpenCase("sphere", 64),
    OpenCase("ellipsoid", 5, ("ribs",)),
    OpenCase("ellipsoid", 15, ("vessel",)),
    OpenCase("ellipsoid", 30, ("ribs", "cord")),
    OpenCase("ellipsoid", 64),
    OpenCase("kidney", 5, ("cord",)),
    OpenCase("kidney", 15),
    OpenCase("kidney", 30, ("vessel", "cord")),
    OpenCase("kidney", 64, ("ribs",)),
    OpenCase("dumbbell", 5),
    OpenCase("dumbbell", 15, ("ribs", "vessel")),
    OpenCase("dumbbell", 30),
    OpenCase("dumbbell", 64, ("cord",)),
)

# A few of them, to see that everything runs.
QUICK_SET = (OPEN_SET[0], OPEN_SET[5], OPEN_SET[10])

AVOID = {"vessel": "Vessel", "cord": "Spinal-Cord"}


def read_open_case(which: OpenCase) -> Case:
    """The case, written as DICOM by the phantoms and read back."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "patient"
        phantoms.write_shape_case(out, which.shape, which.volume_cc, which.obstacles, slice_mm=SLICE_MM)
        return load_case(out / "ct", out / "rtstruct.dcm")


def request_for(which: OpenCase, metric: str = "minimum-peripheral") -> PlanRequest:
    """120 Gy with seeds of 0.6 mCi; vessel and cord avoided by the protocol's clearance."""
    return PlanRequest(
        targets=("Target",),
        prescription=Prescription(120.0, metric),
        avoid={AVOID[o]: None for o in which.obstacles if o in AVOID},
    )
