"""What a physicist signs: source, strength, dose in time, how it was computed, checks and uncertainty."""

from dataclasses import dataclass

from tps.dose.decay import dose_fraction_within
from tps.dose.grids import FILE_STEP_MM
from tps.dose.hand_check import Bounds, HandCheck
from tps.export.agreement import DOSE_VOXELS, SAME_DOSE
from tps.model.moment import moment_text
from tps.model.nuclide import find_nuclide
from tps.report.content import Content

# Doses are told after so many days.
DAYS = (30, 60, 90)


@dataclass(frozen=True)
class Uncertainty:
    """One part of the budget: relative standard uncertainty (k = 1), %."""

    what: str
    percent: float


# L. A. DeWerd et al., AAPM TG-138 and GEC-ESTRO, Med. Phys. 38 (2011) 782-801, doi:10.1118/1.3533720:
# low-energy sources, dose at 1 cm on the transverse plane, best practice.  The parts add up in squares to the
# whole: 1.3, 1.7 and 3.8 make 4.4.  The paper's title page was read, its summary table was not: each
# figure is printed with that mark until somebody holds it against the table.
NOT_VERIFIED = "not verified against the publication"
BUDGET = (
    Uncertainty("Air-kerma strength, from the clinic's own measurement", 1.3),
    Uncertainty("Dose per strength, by Monte Carlo", 1.7),
    Uncertainty("Interpolation in the planning system's tables", 3.8),
)
BUDGET_TOTAL = 4.4
BUDGET_SOURCE = (
    "AAPM TG-138 and GEC-ESTRO (L. A. DeWerd et al., Med. Phys. 38 (2011) 782-801, doi:10.1118/1.3533720):"
    " one low-energy source, dose at 1 cm on its transverse plane, k = 1"
)
NOT_IN_BUDGET = (
    "where the seeds come to lie (needle, gun, migration, swelling)",
    "what was contoured, and the CT's slices",
    "tissue instead of water: several per cent in soft tissue, far more beside bone, lung and calcification"
    " (AAPM TG-186, L. Beaulieu et al., Med. Phys. 39 (2012) 6208-6236)",
    "the shadow of one seed on another, and of metal",
    "a patient smaller than the water around a source in TG-43",
)


def source_rows(content: Content) -> list[tuple[str, str]]:
    """The seed model and its data."""
    source = content.source
    mark = f" ({source.standing})" if source.standing else ""
    constant = f"{source.dose_rate_constant:g} cGy/(h U)"
    if source.monte_carlo_constant is not None:
        other = source.monte_carlo_constant / source.dose_rate_constant - 1
        constant += f"; by Monte Carlo alone {source.monte_carlo_constant:g} ({100 * other:+.1f} %), not used"
    rows = [
        ("Source", f"{source.name}: {source.isotope} {source.model}, {source.manufacturer}"),
        ("Dose-rate constant", constant),
        (
            "Active length L, half-life",
            f"{source.active_length_mm:g} mm, {source.half_life_h / 24:.2f} d ({source.half_life_h:.1f} h)",
        ),
        ("Formalism", "AAPM TG-43U1, 2D, line source, each seed along its needle; water"),
        ("Source data", f"level {source.level}{mark}: {source.level_text}"),
        ("", source.citation),
    ]
    if source.file_sha256:
        rows.append(("SHA-256 of the data", source.file_sha256))
    return rows


def strength_rows(content: Content) -> list[tuple[str, str]]:
    """Strength, dates and what follows from them."""
    told, plan, source = content.strength, content.plan, content.source
    total = sum(s.strength_u for s in plan.seeds)
    rows = [("Factor", factor_text(content))]
    if told.at is not None:
        rows.append(("Implant", _zoned(told.at)))
    if told.calibration_text:
        rows.append(("Calibration", f"{told.calibration_text}{_no_zone(told.calibrated_at)}"))
    if plan.seeds:
        kerma = total * source.mean_life_h / 1000.0
        rows.append(("Total reference air kerma", f"{kerma:.1f} mGy m\N{SUPERSCRIPT TWO}, until decayed"))
    return rows


def factor_text(content: Content) -> str:
    """The factor between U and mCi, and where it comes from."""
    told, nuclide = content.strength, find_nuclide(content.source.isotope)
    if told.factor is None:
        return "none known: strengths in U alone"
    if nuclide is None or told.factor != nuclide.u_per_mci:
        return f"{told.factor:.3f} U/mCi, as the certificate states"
    published = "AAPM TG-43 (1995)" if nuclide.factor_published else "not verified against a publication"
    return f"{told.factor:.3f} U/mCi of {nuclide.name}, {published}"


def _zoned(moment) -> str:
    return moment_text(moment) + _no_zone(moment)


def _no_zone(moment) -> str:
    return "" if moment.utcoffset() is not None else ", local time: no zone was given"


def time_table(content: Content) -> dict:
    """Dose and dose rate of each target in time: at the place where its dose is lowest, and its D90."""
    source = content.source
    parts = [dose_fraction_within(source, 24.0 * d) for d in DAYS]
    rows = []
    for name in content.plan.targets:
        found = content.evaluation.metrics[name]
        for label, key in (("lowest on the surface", "minimum_peripheral_dose_gy"), ("D90", "d90_gy")):
            dose = found[key]
            rows.append(
                {
                    "name": f"{name}, {label}",
                    "rate": f"{100 * dose / source.mean_life_h:.2f}",
                    "doses": [f"{dose * part:.1f}" for part in parts],
                    "total": f"{dose:.1f}",
                }
            )
    return {"days": DAYS, "parts": [f"{100 * p:.0f} %" for p in parts], "rows": rows}


def calculation_rows(content: Content) -> list[tuple[str, str]]:
    """How doses and volumes come about."""
    protocol, source = content.protocol, content.source
    diameter, length = 2 * source.capsule_radius_mm, 2 * source.capsule_half_length_mm
    return [
        (
            "Sampling",
            f"targets at steps of 1 mm or finer, their surface every {protocol.surface_step_mm:g} mm and"
            " between samples where it is coldest, by the exact formula; organs coarsely and the hot parts at"
            " 1 mm and below",
        ),
        (
            "Surfaces",
            "as contoured, interpolated between slices; beyond the last contours rounded where their areas"
            " taper (a parabola through the last three), flat half a slice beyond otherwise",
        ),
        (
            "Dose on file",
            f"voxels of {FILE_STEP_MM:g} mm, coarser for targets far apart,"
            f" {protocol.dose_grid_margin_mm:g} mm around them; figures in this report are not read from it",
        ),
        (
            "In a capsule",
            "no dose is defined: that of its surface stands there, where the ray from the seed's centre"
            f" leaves it ({diameter:g} x {length:g} mm)",
        ),
        (
            "Maximum",
            "not told for regions with seeds in them: it is the dose at a capsule's surface",
        ),
    ]


def numerical_check_text(content: Content) -> str:
    """The numerical check of the engine in one sentence."""
    check, allowed = content.second_check, content.protocol.second_check_tolerance
    if not check.points:
        return "There are no seeds, so there was nothing to check."
    return (
        f"A separately coded calculation at {check.points} points differs by at most "
        f"{100 * check.max_relative_difference:.2g} % (allowed: {100 * allowed:g} %). It shares the source"
        " data and the seeds' places: it sees slips of the engine and no others."
    )


def read_back_text(content: Content) -> str:
    """What is done with the files once they are written; a folder that fails is not handed out."""
    if not content.plan.seeds:
        return ""
    return (
        "RTPLAN.dcm and RTDOSE.dcm are read back from disk: seeds, strengths and prescription against"
        f" plan.json, the dose at up to {DOSE_VOXELS} voxels against that of the seeds in RTPLAN.dcm"
        f" (allowed: {100 * SAME_DOSE:g} %). Where they differ nothing is handed out; what was found stands"
        " in plan.json (checks.read_back)."
    )


def hand_rows(checks: tuple[HandCheck, ...]) -> list[dict]:
    """A row for each check by hand."""
    return [
        {
            "what": c.what,
            "found": f"{c.found:.2f} {c.unit}",
            "expected": f"{c.expected:.2f} {c.unit}",
            "difference": f"{round(100 * c.difference, 1) + 0.0:+.1f} %",
            "allowed": f"{100 * c.allowed:g} %",
            "how": c.how,
            "ok": c.ok,
        }
        for c in checks
    ]


def bound_rows(bounds: tuple[Bounds, ...]) -> list[dict]:
    """A row for each input and its bounds."""
    return [
        {
            "what": b.what,
            "found": f"{b.value:.4g} {b.unit}".strip(),
            "expected": f"{b.low:.4g} to {b.high:.4g}",
            "ok": b.ok,
        }
        for b in bounds
    ]


def uncertainty_rows() -> list[dict]:
    """The budget, its sum last."""
    rows = [{"what": u.what, "percent": f"{u.percent:.1f} %", "note": NOT_VERIFIED} for u in BUDGET]
    total = {"what": "Dose of one source in water", "percent": f"{BUDGET_TOTAL:.1f} %", "note": NOT_VERIFIED}
    return [*rows, total]
