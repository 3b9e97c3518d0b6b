"""The report's tables as text, ready for the page."""

from datetime import timedelta
from typing import Any

from tps.export.operator_terms import needle_row, slice_name
from tps.export.order import DAYS_BEFORE, order_lines, strength_before
from tps.model.metric_table import TARGET_METRICS
from tps.model.moment import moment_text
from tps.model.nuclide import find_nuclide
from tps.model.strength import strength_text
from tps.model.words import counted
from tps.report.content import Content


def prescription_text(content: Content) -> str:
    """Dose and where it is asked for."""
    p = content.plan.prescription
    return f"{p.dose_gy:g} Gy to the {p.measure.label}"


def target_table(content: Content) -> dict:
    """Names of the targets and a row for each figure; the prescribed one is marked."""
    names = [s.name for s in content.targets]
    prescribed = content.plan.prescription.measure.key
    wanted = content.plan.prescription.dose_gy
    rows = []
    for metric in TARGET_METRICS:
        key = metric.key
        values = [content.evaluation.metrics[n][key] for n in names]
        marks: list[bool | None] = [None] * len(names)
        if key == prescribed:
            marks = [
                _met(v, wanted) if n in content.plan.targets else None
                for n, v in zip(names, values, strict=True)
            ]
        rows.append({"label": metric.label, "values": [metric.text(v) for v in values], "marks": marks})
    return {"names": names, "rows": rows}


def goal_rows(content: Content) -> list[dict]:
    """A row for each limit and preference."""
    return [
        {"text": g.limit.text, "value": g.value_text, "met": g.met, "preference": g.limit.preference}
        for g in content.evaluation.goals
    ]


def plan_table(rows: tuple[dict, ...], first: str, key: str, form: str) -> dict:
    """Headings and lines of rows as ``tps.pipeline.plan_rows.plan_row`` gives them; ``first`` shows ``key``.

    Parameters
    ----------
    rows : tuple of dict
    first : str
        Heading of the first column.
    key : str
        Of what it shows.
    form : str
        How that is written.
    """
    columns = (
        ("needles", "needles", "{}"),
        ("seeds", "seeds", "{}"),
        ("mCi in all", "total_activity_mci", "{:.1f}"),
        ("minimum peripheral dose, Gy", "minimum_peripheral_dose_gy", "{:.1f}"),
        ("D90, Gy", "d90_gy", "{:.1f}"),
        ("V150", "v150", "{:.1%}"),
        ("V200", "v200", "{:.1%}"),
    )
    return {
        "headings": [first, *(c[0] for c in columns), "prescription"],
        "lines": [
            {
                "values": [form.format(row[key]), *(c[2].format(row[c[1]]) for c in columns)],
                "met": row["met"],
                "taken": row.get("taken", False),
            }
            for row in rows
        ],
    }


def unreached_rows(content: Content) -> list[dict]:
    """A row for each target that no needle reaches all of."""
    return [
        {
            "target": part.target,
            "part": f"{100 * part.fraction:.0f} %",
            "volume": f"{part.volume_mm3 / 1000:.1f} cm\N{SUPERSCRIPT THREE}",
            "around": _point(part.centroid_mm),
            "blockers": ", ".join(
                f"{name} {100 * share:.0f} %" for name, share in part.blockers.items() if share >= 0.01
            ),
        }
        for part in content.unreachable
    ]


def order_rows(content: Content) -> list[dict]:
    """A row for each strength to order."""
    told = content.strength

    def both(strength_u: float) -> str:
        return strength_text(strength_u, told.factor, digits=3)

    rows = []
    dates = told.at, told.calibrated_at
    for line in order_lines(content.plan, content.source, content.protocol, *dates, told.factor):
        each = line.strength
        before = [
            f"{days} days before: {both(strength_before(content.source, each.u, timedelta(days)))}"
            for days in DAYS_BEFORE
        ]
        rows.append(
            {
                "needed": line.needed,
                "spares": line.spares,
                "count": line.count,
                "strength": both(each.u),
                "certified": "; ".join(before) if each.calibrated_at is None else both(each.calibrated_u),
            }
        )
    return rows


def title_text(content: Content) -> str:
    """What the report is headed by: the nuclide is the source's own."""
    nuclide = find_nuclide(content.source.isotope)
    return f"{nuclide.word if nuclide else content.source.isotope} seed implant: plan"


def date_texts(content: Content) -> dict[str, str]:
    """Implant and calibration, "" where not dated."""
    dates = {"implant": content.strength.at, "certified": content.strength.calibrated_at}
    return {name: "" if moment is None else moment_text(moment) for name, moment in dates.items()}


def needle_rows(content: Content) -> list[dict]:
    """A row a needle, in the operator's terms."""
    rows = []
    for needle in content.plan.needles:
        row = needle_row(needle, content.plan.seeds_on(needle.id), content.case)
        clearance = "\N{EN DASH}" if row.clearance_mm is None else f"{row.clearance_mm:.1f}"
        rows.append(
            {
                "id": needle.id,
                "target": needle.target,
                "entry": _point(needle.entry_mm),
                "tip": _point(needle.tip_mm),
                "depth": f"{row.depth_mm:.0f}",
                "axial": f"{round(row.axial_angle_deg) + 0.0:.0f}\N{DEGREE SIGN}",
                "tilt": _signed(row.cranio_caudal_angle_deg),
                "slice": slice_name(row),
                "seeds": len(row.from_tip_mm),
                "from_tip": ", ".join(f"{d:g}" for d in row.from_tip_mm),
                "clearance": clearance,
                "nearest": needle.nearest_obstacle,
                "lung": f"{needle.lung_path_mm:.0f}" if needle.lung_path_mm > 0 else "\N{EN DASH}",
            }
        )
    return rows


def way_rows(content: Content) -> list[dict]:
    """A row a needle with what it passes; none where no needle was looked at."""
    rows = []
    for needle in content.plan.needles:
        row = needle_row(needle, content.plan.seeds_on(needle.id), content.case)
        passed = [
            f"{c.name.removesuffix(' (from CT)')}{'*' * c.derived} {c.length_mm:.1f}" for c in needle.crossed
        ]
        angle = "\N{EN DASH}" if row.skin_angle_deg is None else f"{row.skin_angle_deg:.0f}\N{DEGREE SIGN}"
        rows.append(
            {
                "id": needle.id,
                "depth": f"{row.depth_mm:.0f}",
                "skin": angle,
                "passages": row.pleural_passages or "\N{EN DASH}",
                "crossed": ", ".join(passed) or "nothing that was looked at",
            }
        )
    return rows if content.plan.verdict is not None else []


def sheet_facts(content: Content) -> dict:
    """What stands above the needle sheet, and which of its columns are of use."""
    who, plan = content.case.identity, content.plan
    facts = [
        " ".join(t for t in (who.patient_name.replace("^", " ").strip(), who.patient_id) if t),
        f"patient position {who.patient_position or 'not given'}",
        f"{plan.size} of {content.source.name}",
        f"{_strengths(content)} each",
        plan.edits_text,
    ]
    return {
        "facts": [text for text in facts if text],
        "several_targets": len({n.target for n in plan.needles}) > 1,
        "through_lung": any(n.lung_path_mm > 0 for n in plan.needles),
    }


def _strengths(content: Content) -> str:
    strengths = sorted({s.strength_u for s in content.plan.seeds})
    return ", ".join(strength_text(s, content.strength.factor) for s in strengths) or "\N{EN DASH}"


def patient_rows(content: Content) -> list[tuple[str, str]]:
    """Who and which scan."""
    who, grid = content.case.identity, content.case.ct.grid
    dx, dy, dz = grid.spacing_mm
    nz, ny, nx = grid.shape
    return [
        ("Patient", who.patient_name.replace("^", " ").strip() or "\N{EN DASH}"),
        ("Patient ID", who.patient_id or "\N{EN DASH}"),
        (
            "Born, sex",
            ", ".join(t for t in (_date(who.patient_birth_date), who.patient_sex) if t) or "\N{EN DASH}",
        ),
        ("Study", " ".join(t for t in (_date(who.study_date), who.study_description) if t) or "\N{EN DASH}"),
        ("CT series", who.series_description or "\N{EN DASH}"),
        ("CT grid", f"{nx} x {ny} x {nz}, {dx:.2f} x {dy:.2f} x {dz:.2f} mm"),
        ("Patient position", who.patient_position or "not given"),
        ("Structures", who.structure_set_label or "\N{EN DASH}"),
    ]


def plan_rows(content: Content) -> list[tuple[str, str]]:
    """What is implanted."""
    plan, told = content.plan, content.strength
    total = sum(s.strength_u for s in plan.seeds)
    factor = "" if told.factor is None else f", at {told.factor:.3f} U/mCi"
    all_mci = "" if told.factor is None else f" ({total / told.factor:.1f} mCi)"
    rows = [
        ("Prescription", prescription_text(content)),
        ("Needles, seeds", plan.size),
        ("Strength of a seed", f"{_strengths(content)}{factor}"),
        ("Strength of all", f"{total:.2f} U{all_mci}"),
        ("Plan", f"{content.identity.number}, version {content.identity.version}"),
        ("Approval", plan.approval.text if plan.approval else "UNAPPROVED"),
    ]
    if content.existing:
        rows[2:2] = [("Seeds there already", content.existing_text), *content.contributions.items()]
    return rows


# Warnings that begin so say what was left aside on reading, and belong at the end.
TRIVIA = ("ignored, not",)


def warnings(content: Content) -> list[str]:
    """The plan's warnings but for trivia."""
    return [w for w in content.plan.warnings if not w.startswith(TRIVIA)]


def trivia(content: Content) -> list[str]:
    """What was left aside on reading."""
    return [w for w in content.plan.warnings if w.startswith(TRIVIA)]


def page_text(content: Content) -> str:
    """What every printed page says of the plan in its margin."""
    identity = content.identity
    return f"Plan {identity.number}, version {identity.version}, UNAPPROVED"


def uid_text(content: Content) -> str:
    """The identifiers of the plan's DICOM files in one line; "" for a plan that was not written."""
    return " \u00b7 ".join(
        f"{name.removesuffix('.dcm')} {uid}" for name, uid in content.identity.uids.items()
    )


def source_notes(content: Content) -> list[str]:
    """What must be known about the seed data."""
    notes = []
    if content.source.is_demonstration:
        notes.append(
            f"Source data of {content.source.name} are of level {content.source.level}:"
            f" {content.source.standing}. Doses in this report must not be used."
        )
    if "6711" in content.source.name:
        notes.append(
            "Data of model 6711: the usual surrogate for seeds without a published table of their own, such "
            "as CIAE-6711. Whether the seeds in hand are of this build is for the user to verify."
        )
    return notes


def _seed_word(content: Content) -> str:
    """What the certificate counts: of a top-up the new seeds alone."""
    return "new seed" if content.existing else "seed"


def certificate_text(content: Content) -> str:
    """How far the number of seeds may be from the least possible; "" if it was not asked for."""
    certificate = content.plan.certificate
    if certificate.get("lower_bound") is None:
        return ""
    text = (
        f"{counted(certificate['seeds'], _seed_word(content))};"
        " no plan from the same candidates has fewer than "
        f"{certificate['lower_bound']} (gap {100 * certificate['gap']:.0f} %)."
    )
    if "needles" in certificate:
        text += (
            f" {counted(certificate['needles'], 'needle')};"
            f" at least {certificate['needles_lower_bound']} are needed"
            f" (gap {100 * certificate['needles_gap']:.0f} %). Candidates: {certificate['candidates']},"
            f" {certificate['valid_for']}. It says nothing about other positions."
        )
    return text


def search_text(content: Content) -> str:
    """How the plan was found."""
    found: dict[str, Any] = {}
    for key, value in content.plan.search.items():
        parts = value.items() if isinstance(value, dict) else [("", value)]
        found |= {f"{key} {name}".strip().replace("_", " "): part for name, part in parts}
    return "; ".join(f"{key} {value}" for key, value in found.items())


def found_names(content: Content) -> set[str]:
    """Names of organs and obstacles that the program gave: no region of the patient has them."""
    named = {needle.nearest_obstacle for needle in content.plan.needles} | set(content.evaluation.metrics)
    return named - set(content.case.structures)


def derived_rows(content: Content) -> list[str]:
    """Names of what was computed from the CT."""
    return [s.name for s in content.derived]


def input_rows(content: Content) -> list[tuple[str, str]]:
    """UIDs of what was read."""
    who = content.case.identity
    return [
        ("Study UID", who.study_uid),
        ("Series UID", who.series_uid),
        ("Frame of reference UID", who.frame_of_reference_uid),
        ("Structure set UID", who.structure_set_uid or "\N{EN DASH}"),
    ]


def file_rows(content: Content) -> tuple[list[tuple[str, str]], str]:
    """SHA-256 of the files that are not CT slices, and one over those of all slices in order."""
    import hashlib

    slices = set(content.case.identity.slice_uids)
    others = [(uid, sha) for uid, sha in content.case.files.items() if uid not in slices]
    ordered = [
        content.case.files[uid] for uid in content.case.identity.slice_uids if uid in content.case.files
    ]
    digest = hashlib.sha256("".join(ordered).encode()).hexdigest() if ordered else ""
    return others, digest


def _met(value: float, wanted: float) -> bool:
    return value >= wanted


def _signed(angle_deg: float) -> str:
    whole = round(angle_deg)
    return f"{whole:+d}\N{DEGREE SIGN}" if whole else "0\N{DEGREE SIGN}"


def _point(point) -> str:
    return ", ".join(f"{c:.1f}" for c in point)


def _date(text: str) -> str:
    """DICOM's 20260102 as 2026-01-02."""
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if len(text) == 8 and text.isdigit() else text
