"""One page that holds plans against each other; it needs nothing else."""

import base64
import math
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.export.compared_plan import ComparedPlan
from tps.export.comparison_table import IMPLANT, Row, crossing_rows
from tps.export.operator_terms import angles_deg
from tps.language import catalogue
from tps.language.figure import language_notes
from tps.language.page import translate_page
from tps.model import Case
from tps.model.metric_table import BY_KEY
from tps.report.comparison_pictures import dvh_picture, isodose_picture
from tps.report.picture_file import to_png
from tps.report.report import page_number

DPI = 180

LABELS = {key: metric.label for key, metric in BY_KEY.items()}

# Digits after the point by unit; a difference that shows none of them is none.
DIGITS = {"Gy": 1, "cc": 2, "U": 3, "mCi": 2, "mm": 1, "deg": 0, "": 0}

# Organs that get less than this in every plan are named in one line.
SHOWN_FROM_GY = 1.0


def comparison_page(
    plans: Sequence[ComparedPlan],
    rows: Sequence[Row],
    case: Case | None,
    notes: Sequence[str],
    made: str,
    language: str = "en",
) -> str:
    """The page as HTML.

    Parameters
    ----------
    plans : sequence of ComparedPlan
    rows : sequence of Row
        Of ``comparison_rows``.
    case : Case, optional
        The scan they were made on, for the pictures.
    notes : sequence of str
        What the reader must know.
    made : str
        When, as text.
    language : str
        Of page and pictures, a code of ``tps.language.LANGUAGES``.
    """
    said = catalogue(language)
    environment = Environment(
        loader=PackageLoader("tps.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    targets = list(dict.fromkeys(name for plan in plans for name in plan.plan.targets))
    drawn = [t for t in targets if any(t in p.structures for p in plans) and any(p.dose for p in plans)]
    shown, cold = _organs(rows)
    treated = {row.roi for row in rows if row.metric == "ci"}
    page = environment.get_template("comparison.html").render(
        not_for_clinical_use=NOT_FOR_CLINICAL_USE,
        version=__version__,
        made=made,
        names=[plan.name for plan in plans],
        notes=[*notes, *language_notes(said)],
        page_number=page_number(said),
        verdicts=_verdicts(plans),
        implant=[_line(row, row.metric) for row in rows if row.roi == IMPLANT],
        targets=[(roi, _lines(found)) for roi, found in shown if roi in treated],
        organs=[(roi, _lines(found)) for roi, found in shown if roi not in treated],
        cold=cold,
        crossings=crossing_rows(plans),
        needles=[_needles(plan, case) for plan in plans],
        dvh=_data_uri(to_png(dvh_picture(plans), DPI, said)),
        isodoses=[(t, _data_uri(to_png(isodose_picture(plans, t, case), DPI, said))) for t in drawn],
    )
    return translate_page(page, said)


def label_of(key: str) -> str:
    """A figure of plan.json in words."""
    return LABELS.get(key, key.removesuffix("_gy").replace("d", "D", 1))


def _lines(rows: Sequence[Row]) -> list[dict]:
    return [_line(row, label_of(row.metric)) for row in rows]


def _organs(rows: Sequence[Row]) -> tuple[list[tuple[str, list[Row]]], list[str]]:
    """Rows by region, targets first; names of organs that hardly get anything."""
    by_roi: dict[str, list[Row]] = {}
    for row in rows:
        if row.roi != IMPLANT:
            by_roi.setdefault(row.roi, []).append(row)
    cold = []
    for roi, found in by_roi.items():
        highest = max(
            (v for r in found if r.metric == "max_gy" for v in r.values if v is not None), default=None
        )
        if highest is not None and highest < SHOWN_FROM_GY:
            cold.append(roi)
    return [(roi, found) for roi, found in by_roi.items() if roi not in cold], cold


def _line(row: Row, label: str) -> dict:
    """A row as text: values, and differences with their sign."""
    differences = [None if d is None or not math.isfinite(d) else d for d in row.differences]
    return {
        "label": label + (f", {row.unit}" if row.unit not in ("", "fraction") else ""),
        "values": [_text(value, row) for value in row.values],
        "differences": [_signed(d, row) for d in differences],
    }


def _text(value: float | None, row: Row, sign: str = "") -> str:
    if value is None or not math.isfinite(value):
        return "-"
    if row.unit == "fraction":
        indices = row.metric in ("ci", "ei", "hi")
        return f"{value:{sign}.2f}" if indices else f"{100 * value:{sign}.1f} %"
    return f"{value:{sign}.{DIGITS[row.unit]}f}"


def _signed(value: float | None, row: Row) -> str:
    text = _text(value, row, "+")
    return "=" if text.strip("+-0. %") == "" and text != "-" else text


def _verdicts(plans: Sequence[ComparedPlan]) -> list[tuple[str, list[str]]]:
    def told(plan: ComparedPlan, key: str) -> str:
        verdict = plan.plan.verdict
        return getattr(verdict, key) if verdict is not None else "-"

    rows = [
        ("", [plan.plan.headline for plan in plans]),
        ("Prescription", [_prescription(plan) for plan in plans]),
        ("Dose", [told(plan, "dose") for plan in plans]),
        ("Limits", [told(plan, "limits") for plan in plans]),
        ("Access", [told(plan, "access") for plan in plans]),
        ("Reasons", ["; ".join(map(str, plan.plan.reasons)) or "-" for plan in plans]),
        ("Changed by hand", ["; ".join(plan.plan.edited_by_hand) or "-" for plan in plans]),
        ("Seeds of", [plan.plan.source for plan in plans]),
        ("Made by", [plan.file.software for plan in plans]),
    ]
    return [(name, values) for name, values in rows if any(v != "-" for v in values)]


def _prescription(plan: ComparedPlan) -> str:
    asked = plan.plan.prescription
    return f"{asked.dose_gy:g} Gy, {asked.measure.label}"


def _needles(plan: ComparedPlan, case: Case | None) -> dict:
    rows = []
    for needle in plan.plan.needles:
        seeds = plan.plan.seeds_on(needle.id)
        angles = ("-", "-")
        if case is not None:
            axial, tilt = angles_deg(needle.direction, case.ct.grid)
            angles = (f"{round(axial)}\N{DEGREE SIGN}", f"{round(tilt):+d}\N{DEGREE SIGN}")
        crossed = ", ".join(f"{c.name} {c.length_mm:.0f}" for c in needle.crossed) or "-"
        near = f"{needle.clearance_mm:.1f} ({needle.nearest_obstacle})" if needle.nearest_obstacle else "-"
        distances = [f"{float((needle.tip_mm - s.position_mm) @ needle.direction):.0f}" for s in seeds]
        rows.append([needle.id, f"{needle.length_mm:.0f}", *angles, " ".join(distances), near, crossed])
    return {"name": plan.name, "size": plan.plan.size, "rows": rows}


def _data_uri(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()
