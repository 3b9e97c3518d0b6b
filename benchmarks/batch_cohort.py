"""A cohort of made-up implants as RTPLAN and RTSTRUCT: seeds in a simple lattice, no planner, no CT.

``python -m benchmarks.batch_cohort FOLDER [--plans 100] [--seeds 60] [--dose]`` writes one.
"""

import argparse
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from pydicom import Dataset, dcmread

from phantoms.cohort import write_random_phantom
from tps.dicom.rt.header import Stamp
from tps.dicom.rt.write_rtdose import write_rtdose
from tps.dicom.rt.write_rtplan import SetupDose, write_rtplan
from tps.dicom.rt.write_rtstruct import write_rtstruct
from tps.dose.engine import DoseEngine
from tps.geometry.solid import build_solid
from tps.model import (
    Case,
    CaseIdentity,
    Contour,
    Grid,
    Needle,
    Plan,
    Prescription,
    Seed,
    Structure,
    Volume,
)
from tps.pipeline.load import load_case
from tps.sources.library import load_source

SLICE_MM = 2.5
VERTICES = 72
IMPLANTED = datetime(2026, 3, 2, 9, 30)
STAMP = Stamp(datetime(2026, 3, 1, 12, 0), "cohort")
UID_ROOT = "1.2.826.0.1.3680043.10.1111"


@dataclass(frozen=True, eq=False)
class Lesion:
    """A bumpy ellipsoid: its shape is known, so that what contours make of it can be told.

    Parameters
    ----------
    centre_mm, axes_mm : (3,) float
    amplitudes, phases : (3,) float
        Of the waves that each section's outline carries, the first with two crests; as parts of its radius.
    """

    centre_mm: np.ndarray
    axes_mm: np.ndarray
    amplitudes: np.ndarray
    phases: np.ndarray

    @classmethod
    def random(cls, rng: np.random.Generator, radius_mm: float, centre_mm) -> "Lesion":
        """A lesion of about this radius."""
        axes = radius_mm * rng.uniform(0.9, 1.1, 3)
        return cls(np.asarray(centre_mm), axes, rng.uniform(-0.05, 0.05, 3), rng.uniform(0, 2 * np.pi, 3))

    def bumps(self, angle) -> np.ndarray:
        """Radius of a section's outline at angles (n,), as a part of the ellipse's."""
        waves = zip(self.amplitudes, self.phases, strict=True)
        return 1 + sum(a * np.cos((n + 2) * angle + p) for n, (a, p) in enumerate(waves))

    def points_inside(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Points (n, 3) drawn evenly inside; ``count`` are tried, about two fifths are inside."""
        x, y, z = rng.uniform(-1.2, 1.2, (3, count))
        section = np.sqrt(np.maximum(0.0, 1 - z**2))
        inside = np.hypot(x, y) < section * self.bumps(np.arctan2(y, x))
        return self.centre_mm + np.stack([x, y, z], axis=1)[inside] * self.axes_mm

    def contoured(self, name: str, kind: str) -> Structure:
        """Contours on slices ``SLICE_MM`` apart, polygons of the area of the sections they stand for."""
        angle = np.linspace(0, 2 * np.pi, VERTICES, endpoint=False)
        # With its vertices on the outline a polygon is smaller, by 0.13 % of the area.
        swell = np.sqrt(2 * np.pi / (VERTICES * np.sin(2 * np.pi / VERTICES)))
        outline = swell * self.bumps(angle)
        x0, y0, z0 = self.centre_mm
        low = np.ceil((z0 - self.axes_mm[2]) / SLICE_MM) * SLICE_MM
        contours = []
        for z in np.arange(low, z0 + self.axes_mm[2], SLICE_MM):
            size = np.sqrt(max(0.0, 1 - ((z - z0) / self.axes_mm[2]) ** 2))
            if size > 0.1:
                x = x0 + size * self.axes_mm[0] * outline * np.cos(angle)
                y = y0 + size * self.axes_mm[1] * outline * np.sin(angle)
                contours.append(Contour(np.round(np.stack([x, y, np.full_like(x, z)], axis=1), 2)))
        return Structure(name, tuple(contours), interpreted_type=kind)


def lattice_nodes(reach: int = 4) -> np.ndarray:
    """Nodes (n, 3) of a 10 mm lattice, from the centre outwards."""
    line = np.arange(-reach, reach + 1) * 10.0
    nodes = np.stack(np.meshgrid(line, line, line, indexing="ij"), axis=-1).reshape(-1, 3)
    return nodes[np.argsort(np.linalg.norm(nodes, axis=1), kind="stable")]


def lattice_plan(rng: np.random.Generator, centre_mm, nodes, strength_u: float, target: str) -> Plan:
    """Seeds on the nodes (n, 3) of a lattice about a centre, jittered a little, a needle per column."""
    tilt = rng.uniform(-0.2, 0.2, 2)
    direction = np.array([tilt[0], tilt[1], 1.0]) / np.linalg.norm([tilt[0], tilt[1], 1.0])
    columns = sorted({(x, y) for x, y, _ in nodes.tolist()})
    needles, seeds = [], []
    for number, (x, y) in enumerate(columns, start=1):
        foot = np.asarray(centre_mm) + [x, y, 0] + rng.uniform(-0.5, 0.5, 3)
        depths = sorted((z for a, b, z in nodes.tolist() if (a, b) == (x, y)), reverse=True)
        tip = foot + (depths[0] + 3) * direction
        needles.append(Needle(number, foot - 120 * direction, tip, target=target))
        for depth in depths:
            seeds.append(Seed(len(seeds) + 1, number, foot + depth * direction, direction, strength_u))
    return Plan("i125_6711", Prescription(120.0), (target,), tuple(needles), tuple(seeds))


def make_case(number: int, seeds: int, organ: bool, random_seed: int = 1) -> tuple[Case, Plan, Lesion]:
    """One implant: a lesion of about a cm3 per seed, an organ beside it if wanted, and its seeds."""
    rng = np.random.default_rng([random_seed, number])
    radius = 10.0 * np.cbrt(seeds * 3 / (4 * np.pi))
    centre = np.round(rng.uniform(-60, 60, 3), 1)
    lesion = Lesion.random(rng, radius, centre)
    target = lesion.contoured("GTV", "GTV")
    beside = Lesion.random(rng, 12.0, centre + [radius + 16.0, 0, 0]).contoured("Aorta", "ORGAN")
    regions = (target, beside) if organ else (target,)
    low, high = centre - 2 * radius - 40, centre + 2 * radius + 40
    low[2] = np.floor(low[2] / SLICE_MM) * SLICE_MM
    grid = Grid(
        low, (2.0, 2.0, SLICE_MM), tuple((np.ceil((high - low) / [2, 2, SLICE_MM]).astype(int) + 1)[::-1])
    )
    identity = CaseIdentity(
        patient_id=f"COHORT-{number:05d}",
        patient_name=f"Cohort^{number:05d}",
        study_uid=f"{UID_ROOT}.{number}.1",
        series_uid=f"{UID_ROOT}.{number}.2",
        frame_of_reference_uid=f"{UID_ROOT}.{number}.3",
        ct_sop_class_uid="1.2.840.10008.5.1.4.1.1.2",
        slice_uids=tuple(f"{UID_ROOT}.{number}.2.{k}" for k in range(grid.shape[0])),
        patient_position="HFS",
    )
    ct = Volume(grid, np.zeros(grid.shape, np.int16), "HU")
    plan = lattice_plan(rng, centre, lattice_nodes()[:seeds], 0.5, target.name)
    return Case(ct, {s.name: s for s in regions}, identity), plan, lesion


def write_cohort(
    folder: Path, plans: int, seeds: int = 60, dose: bool = False, random_seed: int = 1, organ: bool = True
) -> list[Path]:
    """Write ``plans`` folders with RTPLAN, RTSTRUCT and, if wanted, an RTDOSE on a 2 mm grid."""
    engine = DoseEngine(load_source("i125_6711"))
    folders = []
    for number in range(plans):
        case, plan, _ = make_case(number, seeds, organ, random_seed)
        place = folder / f"implant_{number:04d}"
        place.mkdir(parents=True)
        structures = write_rtstruct(case, tuple(case.structures.values()), place / "RS.dcm", stamp=STAMP)
        written = _write_plan(case, plan, structures, place / "RP.dcm")
        if dose:
            low, high = case.structures["GTV"].bounds_mm()
            volume = engine.dose_grid(Grid.around(low - 20, high + 20, 2.0), plan.seeds)
            write_rtdose(
                case.identity, volume, place / "RD.dcm", prescription_gy=120.0, plan=written, stamp=STAMP
            )
        folders.append(place)
    return folders


def _write_plan(case: Case, plan: Plan, structures: Dataset, path: Path) -> Dataset:
    # Some readers insist on a dose for every setup.
    share = SetupDose(plan.prescription.dose_gy / len(plan.needles), plan.seeds[0].position_mm)
    return write_rtplan(
        case,
        plan,
        load_source(plan.source),
        path,
        structure_set=structures,
        implant=IMPLANTED,
        setup_doses={needle.id: share for needle in plan.needles},
        stamp=STAMP,
    )


def write_phantom_cohort(folder: Path, plans: int, keep_ct: int = 0) -> list[Path]:
    """Random phantoms (CT and structures by ``phantoms``) with a lattice of seeds in each lesion.

    The scan is deleted but for the first ``keep_ct`` of them: it is not needed, and 200 are large.
    """
    folders = []
    for number in range(plans):
        place = folder / f"phantom_{number:04d}"
        write_random_phantom(place, number + 1)
        case = load_case(place / "ct", place / "rtstruct.dcm")
        solid = build_solid(case.structures["Target"], case.ct.grid)
        nodes = lattice_nodes()
        nodes = nodes[
            (solid.signed_distance_mm(nodes + solid.centroid_mm) > 1.0) | (np.arange(len(nodes)) == 0)
        ]
        plan = lattice_plan(np.random.default_rng([2, number]), solid.centroid_mm, nodes, 0.762, "Target")
        _write_plan(case, plan, dcmread(place / "rtstruct.dcm"), place / "plan.dcm")
        if number >= keep_ct:
            shutil.rmtree(place / "ct")
        folders.append(place)
    return folders


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--dose", action="store_true")
    chosen = parser.parse_args()
    write_cohort(chosen.folder, chosen.plans, chosen.seeds, chosen.dose)
    print(f"{chosen.plans} implants of {chosen.seeds} seeds in {chosen.folder}")


if __name__ == "__main__":
    main()
