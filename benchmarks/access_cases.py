"""Cases whose access is looked at: the phantoms, and real scans where they are at hand."""

import json
from dataclasses import dataclass
from pathlib import Path

import phantoms
from tps.model import Prescription
from tps.pipeline.request import PlanRequest, SphereTarget

# Real scans lie beside the repository; they are not part of it.
REAL = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True)
class AccessCase:
    """One case.

    Parameters
    ----------
    name : str
    phantom : str
        Name of a phantom; "" for a real scan.
    scan : str
        Folder of a real scan.
    targets : tuple of str
        ROIs; empty for all that a phantom means to be treated.
    sphere : tuple of float
        X, y, z and radius of a target without contours, mm.
    position : str
        As ``PlanRequest.position``.
    """

    name: str
    phantom: str = ""
    scan: str = ""
    targets: tuple[str, ...] = ()
    sphere: tuple[float, ...] = ()
    position: str = ""

    @property
    def file_name(self) -> str:
        """The name as a folder's."""
        return self.name.replace(" ", "_").replace(",", "")

    def find(self, folder: Path) -> Path | None:
        """The patient's folder, made if it is a phantom's; None for a real scan that is not there."""
        if not self.phantom:
            return REAL / self.scan if (REAL / self.scan).is_dir() else None
        made = folder / self.phantom
        if not made.exists():
            folder.mkdir(parents=True, exist_ok=True)
            phantoms.write_phantom(self.phantom, made)
        return made

    def structures_in(self, folder: Path) -> Path | None:
        """The contours, if the case has some."""
        if self.sphere:
            return None
        return folder / "rtstruct.dcm" if self.phantom else folder / "rtstruct" / "RS.dcm"

    def request(self, folder: Path) -> PlanRequest:
        """Defaults, but for target and position."""
        targets = self.targets
        if self.phantom:
            targets = tuple(json.loads((folder / "truth.json").read_text())["targets"])
        spheres = (SphereTarget(self.sphere[:3], self.sphere[3]),) if self.sphere else ()
        return PlanRequest(
            targets=targets, spheres=spheres, prescription=Prescription(120.0), position=self.position
        )


REAL_CASES = (
    AccessCase("limb-sts-025", scan="limb-sts-025", targets=("GTV_Mass_CT",)),
    AccessCase("limb-sts-025, prone", scan="limb-sts-025", targets=("GTV_Mass_CT",), position="prone"),
    AccessCase("limb-sts-002", scan="limb-sts-002", targets=("GTV_Mass_CT",)),
    AccessCase("limb-sts-002, prone", scan="limb-sts-002", targets=("GTV_Mass_CT",), position="prone"),
    AccessCase("lung-4d-113 tumour", scan="lung-4d-113", targets=("Tumor_c40",)),
    AccessCase("lung-4d-113 tumour, prone", scan="lung-4d-113", targets=("Tumor_c40",), position="prone"),
    AccessCase("lung-4d-113 node", scan="lung-4d-113", targets=("LN_c40",)),
    AccessCase("liver-crlm-1006 sphere", scan="liver-crlm-1006", sphere=(-94.0, 33.0, -303.0, 15.0)),
)
PHANTOM_CASES = tuple(AccessCase(name.replace("_", " "), phantom=name) for name in phantoms.names())
ACCESS_CASES = REAL_CASES + PHANTOM_CASES
QUICK_CASES = PHANTOM_CASES[2:3]
