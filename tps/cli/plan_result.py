"""The result of ``tps plan`` on the screen."""

from pathlib import Path

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.cli.screen import Table, console, line, say_json_text
from tps.evaluate.contributions import contribution_text
from tps.model.metric_table import ORGAN_METRICS, TARGET_METRICS
from tps.model.words import counted

# What the screen leaves to the report.
NOT_ON_SCREEN = ("d95_gy", "v90")
ORGANS_ON_SCREEN = tuple(m for m in ORGAN_METRICS if m.key != "mean_gy")

# Organs with less D0.1cc are counted, not listed: a label map has a hundred of them.
SHOWN_FROM_GY = 1.0


def print_result(result, written, as_json: bool) -> None:
    """Print the table for people, or the whole plan.json for machines."""
    out = written.folder
    if as_json:
        say_json_text((out / "plan.json").read_text(encoding="utf-8"))
        return
    screen = console()
    plan, prescription = result.plan, result.plan.prescription
    colour = "green" if plan.status == "met" else "red"
    headline = f"{plan.headline} ({prescription.dose_gy:g} Gy, {prescription.metric})"
    screen.print(line((headline, f"bold {colour}")), soft_wrap=True)
    for name, text in _verdict_lines(plan.verdict):
        screen.print(line((f"{name:<8}", "bold"), text), soft_wrap=True)
    for reason in plan.reasons:
        screen.print(line("  ", (str(reason), colour)), soft_wrap=True)
    if plan.edits_text:
        screen.print(line((plan.edits_text, "bold yellow")), soft_wrap=True)
    screen.print(_targets(result))
    if told := result.strength.calibration_text:
        screen.print(line(f"Each seed: {told}."), soft_wrap=True)
    if organs := _organs(result):
        screen.print(organs)
    if goals := _goals(result):
        screen.print(goals)
    screen.print(_needles(result))
    if ways := _ways(result):
        screen.print(ways)
    if result.alternatives:
        screen.print(_alternatives(result.alternatives))
    if result.sweep:
        screen.print(_plans("Strengths tried", "mCi", "activity_mci", "{:.2f}", result.sweep))
    if result.step_cost:
        title = "What the gun's steps cost: this plan, and the best found in steps of 1 mm"
        screen.print(_plans(title, "step mm", "seed_step_mm", "{:g}", result.step_cost))
    for warning in (*result.plan.warnings, *written.notes):
        screen.print(line(("Warning:", "yellow"), " ", str(warning)), soft_wrap=True)
    _footer(screen, result, written)


def _verdict_lines(verdict) -> list[tuple[str, str]]:
    """Dose, limits and access, each for itself."""
    if verdict is None:
        return []
    return [("Dose", verdict.dose), ("Limits", verdict.limits), ("Access", verdict.access)]


def _targets(result):
    strength = result.strength
    table = Table(f"{result.plan.size} of {result.source.name}, {strength.text} each")
    names = [t.name for t in result.regions.targets]
    table.add_column("")
    for name in names:
        table.add_column(name, right=True)
    for metric in TARGET_METRICS:
        if metric.key not in NOT_ON_SCREEN:
            table.add_row(
                metric.label, *(metric.text(result.evaluation.metrics[n][metric.key]) for n in names)
            )
    return table


def _organs(result):
    from tps.evaluate.metrics import hottest_part_gy

    metrics = result.evaluation.metrics
    organs = [name for name, m in metrics.items() if "d2cc_gy" in m]
    shown = [name for name in organs if hottest_part_gy(metrics[name]) >= SHOWN_FROM_GY]
    if not shown:
        return None
    cold = len(organs) - len(shown)
    table = Table("Organs, Gy" + f" ({cold} more below {SHOWN_FROM_GY:g} Gy)" * bool(cold))
    table.add_column("", min_width=20)
    for metric in ORGANS_ON_SCREEN:
        table.add_column(metric.label, right=True)
    for name in sorted(shown, key=lambda n: -hottest_part_gy(metrics[n])):
        table.add_row(name, *(m.text(metrics[name][m.key], with_unit=False) for m in ORGANS_ON_SCREEN))
    return table


def _goals(result):
    goals = result.evaluation.goals
    if not goals:
        return None
    table = Table("Limits")
    for heading in ("", "plan gives", ""):
        table.add_column(heading, right=bool(heading))
    for goal in goals:
        kind = " (preference)" if goal.limit.preference else ""
        mark = ("kept", "green") if goal.met else ("not kept", "red")
        table.add_row(f"{goal.limit.text}{kind}", goal.value_text, mark)
    return table


def _alternatives(rows):
    """The ways in that were searched, the one taken first."""
    table = Table("Ways in; --alternative N takes another one")
    headings = ("N", "needles", "seeds", "depth mm", "lung mm", "skin angle", "tilt", "min Gy", "V150", "")
    for heading in headings:
        table.add_column(heading, right=True)
    for place, row in enumerate(rows):
        table.add_row(
            str(row["alternative"]),
            str(row["needles"]),
            str(row["seeds"]),
            *(_span(row[key]) for key in ("depth_mm", "lung_mm", "skin_angle_deg", "tilt_deg")),
            f"{row['minimum_peripheral_dose_gy']:.1f}",
            f"{row['v150']:.0%}",
            (("met" if row["met"] else "not met") + ("" if place else ", taken"), _colour(row)),
        )
    return table


def _colour(row) -> str:
    return "green" if row["met"] else "red"


def _span(ends: tuple[float, float]) -> str:
    low, high = (f"{end:.0f}" for end in ends)
    return low if low == high else f"{low}-{high}"


def _plans(title: str, first: str, key: str, form: str, rows):
    """Rows of ``plan_row``, the one taken marked."""
    table = Table(title)
    for heading in (first, "needles", "seeds", "mCi in all", "min Gy", "D90 Gy", "V150", "V200", "", ""):
        table.add_column(heading, right=True)
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
            ("met" if row["met"] else "not met", _colour(row)),
            "taken" if row.get("taken") else "",
        )
    return table


def _needles(result):
    from tps.export.operator_terms import needle_row, slice_name

    table = Table("Needles")
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
        table.add_column(heading, right=True)
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
    table = Table("On the way in, mm (* found in the CT)")
    table.add_column("needle", right=True)
    table.add_column("into lung", right=True)
    table.add_column("crosses", min_width=28)
    for needle in crossing:
        passed = [
            f"{c.name.removesuffix(' (from CT)')}{'*' * c.derived} {c.length_mm:.0f}" for c in needle.crossed
        ]
        table.add_row(str(needle.id), str(needle.pleural_passages or "-"), ", ".join(passed))
    return table


def _footer(screen, result, written) -> None:
    out: Path = written.folder
    check = result.second_check
    screen.print(
        line(
            f"Second check: {check.points} points, at most {100 * check.max_relative_difference:.3f} % apart."
        ),
        soft_wrap=True,
    )
    for target, rows in result.contributions.items():
        screen.print(line(f"What each gives, {target}: {contribution_text(rows)}."), soft_wrap=True)
    if result.plan.certificate.get("lower_bound") is not None:
        c = result.plan.certificate
        word = "new seed" if result.existing else "seed"
        screen.print(
            line(
                f"Certificate: {counted(c['seeds'], word)}, at least {c['lower_bound']} needed,"
                f" gap {c['gap']:.0%}; {counted(c['needles'], 'needle')},"
                f" at least {c['needles_lower_bound']} needed, gap {c['needles_gap']:.0%}"
                f" (of {c['candidates']} candidates; {result.timing_s.get('certifying', 0.0):.0f} s)."
            ),
            soft_wrap=True,
        )
    screen.print(line(f"Time: {sum(written.timing_s.values()):.1f} s."))
    screen.print(line("Look at:"))
    for name, what in (
        ("report.html", "report"),
        ("RTPLAN.dcm", "DICOM"),
        ("needles.csv", "needle sheet"),
        ("order.csv", "order list"),
    ):
        if (out / name).exists():
            screen.print(line("  ", f"{what:<13}", str(out / name)), soft_wrap=True)
    pictures = sorted(p.name for p in out.glob("*.png"))
    if pictures:
        more = f" and {len(pictures) - 1} more"
        screen.print(line("  ", f"{'pictures':<13}", str(out / pictures[0]), more), soft_wrap=True)
    screen.print(line((f"seedwright {__version__}. {NOT_FOR_CLINICAL_USE}", "dim")))
