"""A plan folder made without a search: a ball in an oval of water, four straight needles from in front."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
from export_case import CENTRE_MM, ball, write_ct
from pydicom import dcmread

from tps.dicom.case import read_case
from tps.dicom.rt.write_rtstruct import write_rtstruct
from tps.model import Needle, Prescription, Protocol, Seed
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.load import load_case
from tps.pipeline.prepare import prepare
from tps.pipeline.reevaluate import judged_layout
from tps.pipeline.request import PlanRequest
from tps.pipeline.write import write_plan

BALL_MM = 10.0
SKIN_MM = (74.0, 58.0)
STRENGTH_U = 0.762


def write_patient(folder: Path) -> tuple[Path, Path]:
    """CT folder and RTSTRUCT of the oval, the ball (``GTV``) and a smaller one beside it (``Cord``)."""
    ct = write_ct(folder / "ct")
    for path in ct.iterdir():
        # An oval: a circle as wide as the scan would be taken for its field of view.
        ds = dcmread(path)
        j, i = np.indices((ds.Rows, ds.Columns))
        across, down = (
            (i - (ds.Columns - 1) / 2) * 2.0 / SKIN_MM[0],
            (j - (ds.Rows - 1) / 2) * 2.0 / SKIN_MM[1],
        )
        ds.PixelData = np.where(np.hypot(across, down) < 1.0, 1034, 24).astype("<u2").tobytes()
        ds.save_as(path)
    case = read_case(ct)
    grid = case.ct.grid
    cord = ball(grid, CENTRE_MM + [25.0, 20.0, 0.0], 8.0, "Cord", 2, "ORGAN")
    structures = [ball(grid, CENTRE_MM, BALL_MM), cord]
    write_rtstruct(case, structures, folder / "rs.dcm")
    return ct, folder / "rs.dcm"


def hand_layout() -> Edit:
    """Four needles 12 mm apart that enter through the skin, three seeds each."""
    needles, seeds = [], []
    for n, (a, b) in enumerate([(-6.0, -6.0), (6.0, -6.0), (-6.0, 6.0), (6.0, 6.0)], start=1):
        entry = CENTRE_MM + [a, -SKIN_MM[1] * np.sqrt(1 - (a / SKIN_MM[0]) ** 2), b]
        tip = CENTRE_MM + [a, 13.0, b]
        needles.append(Needle(n, entry, tip, target="GTV"))
        for i in range(3):
            place = tip - [0.0, 3.0 + 10 * i, 0.0]
            seeds.append(Seed(len(seeds) + 1, n, place, [0.0, 1.0, 0.0], STRENGTH_U))
    return Edit(tuple(needles), tuple(seeds))


def hand_request(**changes) -> PlanRequest:
    """What the folder says it was made for."""
    request = PlanRequest(
        targets=("GTV",),
        prescription=Prescription(100.0),
        protocol=Protocol(),
        avoid={"Cord": 3.0},
        limits=("Cord D0.1cc < 200 Gy",),
        preferences=("GTV V200 < 99 %",),
        strength_u=STRENGTH_U,
        max_needles=20,
    )
    return replace(request, **changes)


def write_hand_plan(folder: Path, request: PlanRequest | None = None, out: str = "plan", **options) -> Path:
    """The plan folder ``folder/plan`` on the patient of ``write_patient``, made if it is not there."""
    ct, structures = folder / "ct", folder / "rs.dcm"
    if not ct.exists():
        write_patient(folder)
    case = load_case(ct, structures)
    request = request or hand_request()
    prepared = prepare(case, request, search=False)
    layout = judged_layout(prepared, request, hand_layout(), "a test")
    result = finish(case, request, prepared, layout)
    return write_plan(result, folder / out, report=False, **options).folder


def changed_table(path: Path, change) -> str:
    """The text of a CSV after ``change`` of its rows (list of dict), as a spreadsheet saves it."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    columns = list(rows[0])
    rows = change(rows) or rows
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()
