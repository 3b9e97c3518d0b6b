"""The result of ``tps plan`` on the screen."""

import sys
from pathlib import Path

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.model.words import counted

TARGET_ROWS = (
    ("volume", "volume_cc", "{:.1f} cc"),
    ("minimum peripheral dose", "minimum_peripheral_dose_gy", "{:.1f} Gy"),
    ("matched peripheral dose", "matched_peripheral_dose_gy", "{:.1f} Gy"),
    ("D90", "d90_gy", "{:.1f} Gy"),
    ("D100", "d100_gy", "{:.1f} Gy"),
    ("mean dose", "mean_gy", "{:.1f} Gy"),
    ("V100", "v100", "{:.2%}"),
    ("V150", "v150", "{:.1%}"),
    ("V200", "v200", "{:.1%}"),
    ("conformity index CI", "ci", "{:.2f}"),
    ("external index EI", "ei", "{:.2f}"),
    ("homogeneity index HI", "hi", "{:.2f}"),
)
# Organs with less D0.1cc are counted, not listed: a label map has a hundred of them.
SHOWN_FROM_GY = 1.0

# Where the output is no terminal, lines may be as long as the needle table needs.
PLAIN_WIDTH = 118
ORGAN_ROWS = (("D0.1cc", "d0.1cc_gy"), ("D1cc", "d1cc_gy"), ("D2cc", "d2cc_gy"), ("max", "max_gy"))


def print_result(result, written, as_json: bool) -> None:
    """Print the table for people, or the whole plan.json for machines."""
    out = written.folder
    if as_json:
        sys.stdout.write((out / "plan.json").read_text())
        return
    from rich.console import Console

    width = None if sys.stdout.isatty() else PLAIN_WIDTH
    console = Console(file=sys.stdout, highlight=False, width=width)
    plan, prescription = result.plan, result.plan.prescription
    colour = "green" if plan.status == "met" else "red"
    headline = f"{plan.headline} ({prescription.dose_gy:g} Gy, {prescription.metric})"
    console.print(f"[bold {colour}]{headline}[/]", soft_wrap=True)
    for name, text in _verdict_lines(plan.verdict):
        console.print(f"[bold]{name:<8}[/]{_plain(text)}", soft_wrap=True)
    for reason in plan.reasons:
        console.print(f"[{colour}]  {_plain(str(reason))}[/]", soft_wrap=True)
    console.print(_targets(result))
    if told := result.strength.calibration_text:
        console.print(f"Each seed: {told}.", soft_wrap=True)
    if organs := _organs(result):
        console.print(organs)
    if goals := _goals(result):
        console.print(goals)
    console.print(_needles(result))
    if ways := _ways(result):
        console.print(ways)
    if result.alternatives:
        console.print(_alternatives(result.alternatives))
    if result.sweep:
        console.print(_plans("Strengths tried", "mCi", "activity_mci", "{:.2f}", result.sweep))
    if result.step_cost:
        title = "What the gun's steps cost: this plan, and the best found in steps of 1 mm"
        console.print(_plans(title, "step mm", "seed_step_mm", "{:g}", result.step_cost))
    for warning in (*result.plan.warnings, *written.notes):
        console.print(f"[yellow]Warning:[/] {_plain(warning)}", soft_wrap=True)
    _footer(console, result, written)


def _plain(text: str) -> str:
    """Text in which square brackets, of a structure's name say, are no markup."""
    from rich.markup import escape

    return escape(text)


def _verdict_lines(verdict) -> list[tuple[str, str]]:
    """Dose, limits and access, each for itself."""
    if verdict is None:
        return []
    return [("Dose", verdict.dose), ("Limits", verdict.limits), ("Access", verdict.access)]


def _table(title: str):
    from rich import box
    from rich.table import Table

    return Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)


def _targets(result):
    strength = result.strength
    table = _table(f"{result.plan.size} of {result.source.name}, {strength.text} each")
    names = [t.name for t in result.regions.targets]
    table.add_column("")
    for name in names:
        table.add_column(name, justify="right")
    for label, key, form in TARGET_ROWS:
        table.add_row(label, *(form.format(result.evaluation.metrics[n][key]) for n in names))
    return table


def _organs(result):
    from tps.evaluate.metrics import hottest_part_gy

    metrics = result.evaluation.metrics
    organs = [name for name, m in metrics.items() if "d2cc_gy" in m]
    shown = [name for name in organs if hottest_part_gy(metrics[name]) >= SHOWN_FROM_GY]
    if not shown:
        return None
    cold = len(organs) - len(shown)
    table = _table("Organs, Gy" + f" ({cold} more below {SHOWN_FROM_GY:g} Gy)" * bool(cold))
    table.add_column("", min_width=20)
    for label, _ in ORGAN_ROWS:
        table.add_column(label, justify="right")
    for name in sorted(shown, key=lambda n: -hottest_part_gy(metrics[n])):
        table.add_row(_plain(name), *(_gy(metrics[name][key]) for _, key in ORGAN_ROWS))
    return table


def _gy(dose: float) -> str:
    """A dose; a dash for one to more than the organ has."""
    return "-" if dose != dose else f"{dose:.1f}"


def _goals(result):
    goals = result.evaluation.goals
    if not goals:
        return None
    table = _table("Limits")
    for heading in ("", "plan gives", ""):
        table.add_column(heading, justify="right" if heading else "left")
    for goal in goals:
        kind = " (preference)" if goal.limit.preference else ""
        mark = "[green]kept[/]" if goal.met else "[red]not kept[/]"
        table.add_row(f"{goal.limit.text}{kind}", goal.value_text, mark)
    return table


def _alternatives(rows):
    """The ways in that were searched, the one taken first."""
    table = _table("Ways in; --alternative N takes another one")
    headings = ("N", "needles", "seeds", "depth mm", "lung mm", "skin angle", "tilt", "min Gy", "V150", "")
    for heading in headings:
        table.add_column(heading, justify="right")
    for place, row in enumerate(rows):
        table.add_row(
            str(row["alternative"]),
            str(row["needles"]),
            str(row["seeds"]),
            *(_span(row[key]) for key in ("depth_mm", "lung_mm", "skin_angle_deg", "tilt_deg")),
            f"{row['minimum_peripheral_dose_gy']:.1f}",
            f"{row['v150']:.0%}",
            ("[green]met[/]" if row["met"] else "[red]not met[/]") + ("" if place else ", taken"),
        )
    return table


def _span(ends: tuple[float, float]) -> str:
    low, high = (f"{end:.0f}" for end in ends)
    return low if low == high else f"{low}-{high}"


def _plans(title: str, first: str, key: str, form: str, rows):
    """Rows of ``plan_row``, the one taken marked."""
    table = _table(title)
    for heading in (first, "needles", "seeds", "mCi in all", "min Gy", "D90 Gy", "V150", "V200", "", ""):
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(
            form.format(row[key]),
            str(row["needles"]),
            str(row["seeds"]),
            f"{row['total_activity_mci']:.1f}",
            f"{row['minimum_peripheral_dose_gy']:.1f}",
            f"{row['d90_gy']:.1f}",
            f"{row['v150']:.1%}",
            f"{row['v200']:.1%}",
            "[green]met[/]" if row["met"] else "[red]not met[/]",
            "taken" if row.get("taken") else "",
        )
    return table


def _needles(result):
    from tps.export.operator_terms import needle_row, slice_name

    table = _table("Needles")
    for heading in (
        "needle",
        "depth mm",
        "axial angle",
        "cranio-caudal",
        "CT image (z)",
        "seeds",
        "from tip mm",
        "clearance mm",
    ):
        table.add_column(heading, justify="right")
    for needle in result.plan.needles:
        row = needle_row(needle, result.plan.seeds_on(needle.id), result.case)
        clearance = (
            f"{needle.clearance_mm:.1f} ({needle.nearest_obstacle})" if needle.nearest_obstacle else "-"
        )
        table.add_row(
            str(needle.id),
            f"{row.depth_mm:.0f}",
            f"{round(row.axial_angle_deg)}\N{DEGREE SIGN}",
            f"{round(row.cranio_caudal_angle_deg):+d}\N{DEGREE SIGN}",
            slice_name(row),
            str(len(row.from_tip_mm)),
            " ".join(f"{d:g}" for d in row.from_tip_mm),
            clearance,
        )
    return table


def _ways(result):
    """What each needle passes; None where none passes anything that was looked at."""
    crossing = [needle for needle in result.plan.needles if needle.crossed]
    if not crossing:
        return None
    table = _table("On the way in, mm (* found in the CT)")
    table.add_column("needle", justify="right")
    table.add_column("into lung", justify="right")
    table.add_column("crosses", min_width=28)
    for needle in crossing:
        passed = [
            f"{c.name.removesuffix(' (from CT)')}{'*' * c.derived} {c.length_mm:.0f}" for c in needle.crossed
        ]
        table.add_row(str(needle.id), str(needle.pleural_passages or "-"), _plain(", ".join(passed)))
    return table


def _footer(console, result, written) -> None:
    out: Path = written.folder
    check = result.second_check
    console.print(
        f"Second check: {check.points} points, at most {100 * check.max_relative_difference:.3f} % apart.",
        soft_wrap=True,
    )
    if result.plan.certificate.get("lower_bound") is not None:
        c = result.plan.certificate
        console.print(
            f"Certificate: {counted(c['seeds'], 'seed')}, at least {c['lower_bound']} needed,"
            f" gap {c['gap']:.0%}; {counted(c['needles'], 'needle')},"
            f" at least {c['needles_lower_bound']} needed, gap {c['needles_gap']:.0%}"
            f" (of {c['candidates']} candidates; {result.timing_s.get('certifying', 0.0):.0f} s).",
            soft_wrap=True,
        )
    console.print(f"Time: {sum(written.timing_s.values()):.1f} s.")
    console.print("Look at:")
    for name, what in (
        ("report.html", "report"),
        ("RTPLAN.dcm", "DICOM"),
        ("needles.csv", "needle sheet"),
        ("order.csv", "order list"),
    ):
        if (out / name).exists():
            console.print(f"  {what:<13}{out / name}", soft_wrap=True)
    pictures = sorted(p.name for p in out.glob("*.png"))
    if pictures:
        console.print(f"  {'pictures':<13}{out / pictures[0]} and {len(pictures) - 1} more", soft_wrap=True)
    console.print(f"[dim]seedwright {__version__}. {NOT_FOR_CLINICAL_USE}[/]")
