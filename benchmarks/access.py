"""Access: what each plan's needles go through, in figures and as pictures of every needle's plane."""

from pathlib import Path

import tps
from benchmarks.access_cases import ACCESS_CASES, QUICK_CASES, AccessCase
from tps.export.operator_terms import angles_deg
from tps.pipeline.plan import plan_case
from tps.pipeline.result import PlanResult
from tps.report.content import Content
from tps.report.needle_plane import needle_figures

DOCUMENT = "docs/access.md"

PICTURE_DPI = 130


def run(options) -> dict:
    """Plan every case with defaults, and draw every needle's plane beside the results."""
    rows = []
    for which in QUICK_CASES if options.quick else ACCESS_CASES:
        folder = which.find(options.out / "access_patients")
        if folder is None:
            rows.append({"case": which.name, "missing": True})
            continue
        case = tps.load_case(folder / "ct", which.structures_in(folder))
        result = plan_case(case, which.request(folder))
        rows.append(row_of(which, result))
        draw(result, options.out / "access" / which.file_name)
    return {"cases": rows}


def row_of(which: AccessCase, result: PlanResult) -> dict:
    """The figures of one plan."""
    plan, grid = result.plan, result.case.ct.grid
    needles = plan.needles
    metrics = [result.evaluation.metrics[name] for name in plan.targets]
    crossed: dict[str, float] = {}
    for needle in needles:
        for item in needle.crossed:
            if item.name not in plan.targets:
                crossed[item.name] = crossed.get(item.name, 0.0) + item.length_mm
    return {
        "case": which.name,
        "met": plan.status == "met",
        "needles": len(needles),
        "seeds": len(plan.seeds),
        "depth_mm": [n.length_mm for n in needles],
        "skin_angle_deg": [n.skin_angle_deg for n in needles],
        "tilt_deg": [abs(angles_deg(n.direction, grid)[1]) for n in needles],
        "lung_mm": [n.lung_path_mm for n in needles],
        "crossed": crossed,
        "minimum_peripheral_dose_gy": min(m["minimum_peripheral_dose_gy"] for m in metrics),
        "d90_gy": min(m["d90_gy"] for m in metrics),
        "v150": max(m["v150"] for m in metrics),
        "access": result.plan.verdict.access,
        "solve_s": result.timing_s["optimising"],
    }


def draw(result: PlanResult, folder: Path) -> None:
    """A picture for every few needles."""
    if not result.plan.needles:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for number, figure in enumerate(needle_figures(Content.of(result)), start=1):
        figure.savefig(folder / f"needles_{number}.png", dpi=PICTURE_DPI)


def _span(values, form: str = "{:.0f}") -> str:
    if not values:
        return "-"
    low, high = form.format(min(values)), form.format(max(values))
    return low if low == high else f"{low}-{high}"


def lines(result: dict) -> list[str]:
    """The table a person reads."""
    found = [
        "| case | met | needles | seeds | depth mm | skin angle | tilt | lung mm | crossed, mm in all "
        "| min Gy | D90 | V150 |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in result["cases"]:
        if row.get("missing"):
            found.append(f"| {row['case']} | not on this machine | | | | | | | | | | |")
            continue
        crossed = ", ".join(f"{name} {mm:.0f}" for name, mm in sorted(row["crossed"].items()))
        found.append(
            f"| {row['case']} | {'yes' if row['met'] else 'no'} | {row['needles']} | {row['seeds']}"
            f" | {_span(row['depth_mm'])} | {_span(row['skin_angle_deg'])} | {_span(row['tilt_deg'])}"
            f" | {_span(row['lung_mm'])} | {crossed or '-'}"
            f" | {row['minimum_peripheral_dose_gy']:.0f} | {row['d90_gy']:.0f} | {row['v150']:.0%} |"
        )
    return found
