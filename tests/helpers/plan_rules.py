"""The hard rules of a plan folder, read from its files alone; shares nothing with the planner.

Each function gives a list of what is broken, empty where all holds.
"""

import csv
import json
from pathlib import Path

import numpy as np
import pydicom

FILES = {
    "plan.json",
    "RTPLAN.dcm",
    "RTDOSE.dcm",
    "RTSTRUCT.dcm",
    "needles.csv",
    "seeds.csv",
    "dvh.csv",
    "order.csv",
    "report.html",
}

# Positions are written to 0.001 mm; two of them differ by at most this from what was meant.
WRITTEN_MM = 0.02


def read(folder: Path) -> dict:
    """``plan.json``, with positions as arrays."""
    plan = json.loads((folder / "plan.json").read_text())
    for needle in plan["needles"]:
        needle["entry"], needle["tip"] = np.array(needle["entry_mm"]), np.array(needle["tip_mm"])
    for seed in plan["seeds"]:
        seed["position"], seed["axis"] = np.array(seed["position_mm"]), np.array(seed["direction"])
    return plan


def broken_files(folder: Path) -> list[str]:
    """Files of the interface that are missing, and disagreements between plan.json and the CSV files."""
    found = [f"{name} is missing" for name in sorted(FILES) if not (folder / name).is_file()]
    plan = read(folder)
    with open(folder / "seeds.csv", newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    if len(rows) != len(plan["seeds"]):
        found.append(f"seeds.csv has {len(rows)} seeds, plan.json {len(plan['seeds'])}")
    for row, seed in zip(rows, plan["seeds"], strict=False):
        place = np.array([float(row[c]) for c in ("x_mm", "y_mm", "z_mm")])
        if np.abs(place - seed["position"]).max() > WRITTEN_MM:
            found.append(f"seed {row['seed']} lies elsewhere in seeds.csv")
    return found


def broken_spacing(plan: dict, low=10.0, high=15.0, target=None) -> list[str]:
    """Seeds off their needle, too near each other, or too far apart on one needle; needles too near."""
    found = []
    places = np.array([s["position"] for s in plan["seeds"]])
    gaps = np.linalg.norm(places[:, None] - places[None], axis=-1) + np.eye(len(places)) * 1e9
    if gaps.min() < low - WRITTEN_MM:
        found.append(f"two seeds are {gaps.min():.3f} mm apart")
    for needle in plan["needles"]:
        axis = (needle["tip"] - needle["entry"]) / np.linalg.norm(needle["tip"] - needle["entry"])
        mine = [s for s in plan["seeds"] if s["needle"] == needle["id"]]
        along = np.sort([float((s["position"] - needle["entry"]) @ axis) for s in mine])
        for seed in mine:
            offset = seed["position"] - needle["entry"]
            if np.linalg.norm(offset - (offset @ axis) * axis) > WRITTEN_MM:
                found.append(f"seed {seed['id']} is off its needle")
            if abs(abs(float(seed["axis"] @ axis)) - 1) > 1e-4:
                found.append(f"seed {seed['id']} is not along its needle")
        if len(along) > 1 and np.diff(along).max() > high + WRITTEN_MM:
            found.append(f"needle {needle['id']} has a gap of {np.diff(along).max():.2f} mm")
        if len(along) == 0:
            found.append(f"needle {needle['id']} carries no seed")
    return found


def scan(ct_folder: Path):
    """HU (z, y, x) and a function from patient coordinates (n, 3) to nearest voxel values (nan outside)."""
    slices = [pydicom.dcmread(p) for p in Path(ct_folder).iterdir()]
    row, column = np.split(np.array(slices[0].ImageOrientationPatient, float), 2)
    normal = np.cross(row, column)
    slices.sort(key=lambda s: float(np.array(s.ImagePositionPatient, float) @ normal))
    hu = np.stack([s.pixel_array * float(s.RescaleSlope) + float(s.RescaleIntercept) for s in slices])
    origin = np.array(slices[0].ImagePositionPatient, float)
    step = float((np.array(slices[1].ImagePositionPatient, float) - origin) @ normal)
    spacing = np.array([float(slices[0].PixelSpacing[1]), float(slices[0].PixelSpacing[0]), step])

    def at(points):
        index = np.rint((points - origin) @ np.array([row, column, normal]).T / spacing).astype(int)
        inside = np.all((index >= 0) & (index < np.array(hu.shape)[::-1]), axis=1)
        values = np.full(len(points), np.nan)
        values[inside] = hu[index[inside, 2], index[inside, 1], index[inside, 0]]
        return values

    return at


def broken_paths(plan: dict, at, dense_hu=400.0, deepest_mm=200.0) -> list[str]:
    """Needles through dense bone, too long, or whose entry is not where the scan shows skin."""
    found = []
    for needle in plan["needles"]:
        way = needle["tip"] - needle["entry"]
        length = float(np.linalg.norm(way))
        axis = way / length
        if length > deepest_mm:
            found.append(f"needle {needle['id']} is {length:.1f} mm deep")
        steps = np.arange(0.0, length, 0.25)[:, None]
        inside = at(needle["entry"] + steps * axis)
        if np.isnan(inside).any():
            found.append(f"needle {needle['id']} leaves the scan")
        elif inside.max() > dense_hu:
            found.append(f"needle {needle['id']} meets {inside.max():.0f} HU")
        outside = at((needle["entry"] - 3.0 * axis)[None])
        if not outside[0] < -300:
            found.append(f"needle {needle['id']} does not enter through skin that the scan shows")
    return found
