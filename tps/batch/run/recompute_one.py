"""The dose of one plan again: the pure function that every worker runs.

The same item and options give the same rows to the last bit, wherever and however often they are computed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from tps.batch.comparison import compare_doses, stored_dose_near, stored_dvh
from tps.batch.dose_file import write_dose_file
from tps.batch.find.item import Item
from tps.batch.implant import ReadImplant, read_implant
from tps.batch.options import AS_PLANNED, RecomputeOptions, Variant
from tps.batch.run.blas import one_blas_thread
from tps.batch.run.result_key import dose_files, item_key
from tps.batch.run.source_models import HOURS_PER_DAY, dose_engine, source_model
from tps.batch.run.timed_engine import Clock, TimedEngine
from tps.dicom.rt.rtdose_read import DoseRead
from tps.dose.decay import dose_fraction_within
from tps.dose.engine import DoseEngine
from tps.dose.grids import file_dose
from tps.errors import BadInput
from tps.evaluate.evaluate import evaluate_implant
from tps.evaluate.samples import target_step_mm
from tps.geometry.solid import Solid
from tps.model import Implant, Seed, SourceModel, Volume
from tps.model.moment import hours_between, read_moment, remark_on_moment


def recompute_one(item: Item, options: RecomputeOptions) -> dict:
    """Rows of one plan.

    Parameters
    ----------
    item : Item
    options : RecomputeOptions

    Returns
    -------
    dict
        ``key`` (see ``item_key``), ``rows`` (a dict per variant and region, names as in the table), and
        ``timing_s`` by part: reading, contours, dose, metrics, comparison, writing.

    Raises
    ------
    BadInput
        If the plan cannot be computed; the message says why.
    """
    if item.trouble:
        raise BadInput(item.trouble)
    with one_blas_thread():
        return _recompute(item, options)


def _recompute(item: Item, options: RecomputeOptions) -> dict:
    clock = Clock()
    with clock.part("reading"):
        key = item_key(item, options)
        read = read_implant(item, options)
    with clock.part("contours"):
        read.build()
    rows = []
    files = dose_files(item, options)
    for n, variant in enumerate(options.variants):
        found, dose = _variant_rows(item, read, variant, options, clock)
        rows += found
        if files:
            with clock.part("writing"):
                write_dose_file(files[n], item, read, variant, dose(), options.identify)
    _add_changes(rows)
    timing = dict(clock.seconds)
    timing["metrics"] = timing.get("metrics", 0.0) - timing.pop("dose_in_metrics", 0.0)
    return {"key": key, "rows": rows, "timing_s": timing}


def assumed_source(item: Item, implant: Implant, variant: Variant, options: RecomputeOptions) -> SourceModel:
    """The source model of a variant: its own, else the manifest's, else the plan's.

    Parameters
    ----------
    item : Item
    implant : Implant
    variant : Variant
    options : RecomputeOptions
    """
    name = variant.source or item.source or implant.source
    if not name:
        raise BadInput(
            "the plan names no source model that is known here", where="plan", remedy="--assume-source MODEL"
        )
    return source_model(name, options.source_folder, variant.half_life_days)


def days_given(variant: Variant, implanted: datetime | None) -> float | None:
    """Days from the implant in which the dose is counted; None for the total dose.

    Raises
    ------
    BadInput
        If a date is asked for and the plan has none, or the date lies before the implant.
    """
    if not variant.to_date:
        return variant.days
    if implanted is None:
        raise BadInput("the plan has no date of the implant", where="--to-date", remedy="use --days")
    until = read_moment(variant.to_date, "--to-date")
    if until.utcoffset() is None:
        until = until.replace(tzinfo=implanted.tzinfo)  # by the plan's own clock
    elif implanted.utcoffset() is None:
        raise BadInput(
            "the date has a time zone, the plan's has none", where="--to-date", remedy="leave it out"
        )
    days = hours_between(implanted, until, "--to-date") / HOURS_PER_DAY
    if days <= 0:
        raise BadInput(
            f"it lies {-days:.1f} days before the implant", where="--to-date", remedy="give a later date"
        )
    return days


def assumed_implant(
    implant: Implant, variant: Variant, source: SourceModel, days: float | None
) -> tuple[Implant, Implant]:
    """The implant with the variant's strengths, and the same with those that give the dose within ``days``.

    Dose is proportional to strength, so a part of the total dose is the dose of weaker seeds.

    Parameters
    ----------
    implant : Implant
    variant : Variant
    source : SourceModel
    days : float or None
        After the implant; None: until all has decayed.
    """
    strong = replace(implant, source=source.name).scaled(variant.strength_factor)
    part = 1.0 if days is None else dose_fraction_within(source, days * HOURS_PER_DAY)
    return strong, strong.scaled(part)


def _variant_rows(
    item: Item, read: ReadImplant, variant: Variant, options: RecomputeOptions, clock: Clock
) -> tuple[list[dict], Callable[[], Volume]]:
    """Rows of one variant, and what makes its dose for a file."""
    source = assumed_source(item, read.implant, variant, options)
    notes = _source_notes(source)
    if variant.formalism == "2d" and not read.implant.has_axes:
        variant = replace(variant, formalism="1d")
        notes += ("1D formalism: the plan does not give every seed's orientation",)
    days = days_given(variant, read.implant.at)
    notes += _time_notes(variant, days)
    shown, implant = assumed_implant(read.implant, variant, source, days)
    engine = dose_engine(source, variant.formalism)
    dose_before = clock.seconds.get("dose", 0.0)
    with clock.part("metrics"):
        evaluation = evaluate_implant(
            implant,
            TimedEngine(engine, clock),
            read.targets,
            read.organs,
            options.protocol,
            within=read.grid,
            formalism=variant.formalism,
        )
    clock.seconds["dose_in_metrics"] = (
        clock.seconds.get("dose_in_metrics", 0.0) + clock.seconds.get("dose", 0.0) - dose_before
    )
    common = _common(shown, variant, source, days, read.needles) | {
        "warnings": " | ".join((*item.warnings, *read.warnings, *notes))
    }
    with clock.part("comparison"):
        # What came with a plan is its total dose, and so is what it is compared with.
        compared = _comparison(read, shown, engine)
    rows = []
    targets = [solid.name for solid in read.targets]
    for name, metrics in evaluation.metrics.items():
        role = "target" if name in targets else "organ"
        rows.append(common | {"roi": name, "role": role} | _plain(metrics) | compared.get(name, {}))
    bounds = [solid.structure.bounds_mm() for solid in read.targets]
    seeds = implant.dose_seeds(variant.formalism)
    return rows, partial(file_dose, engine, seeds, bounds, options.protocol)


def _common(
    implant: Implant, variant: Variant, source: SourceModel, days: float | None, needles: int | None
) -> dict:
    total = implant.total_strength_u
    return {
        "variant": variant.name,
        "status": "ok",
        "message": "",
        "source": source.name,
        "source_level": source.level,
        "formalism": variant.formalism,
        "half_life_days": source.half_life_h / HOURS_PER_DAY,
        "strength_factor": variant.strength_factor,
        "days": days,
        "seeds": len(implant.seeds),
        "needles": needles,
        "strength_u": total / len(implant.seeds),
        "total_strength_u": total,
        "prescription_gy": implant.reference_gy,
    }


def _source_notes(source: SourceModel) -> tuple[str, ...]:
    return (f"source {source.name}: {source.standing} data",) if source.standing else ()


def _time_notes(variant: Variant, days: float | None) -> tuple[str, ...]:
    """What must be known of a dose that is not the total dose."""
    if days is None:
        return ()
    assumed = remark_on_moment(variant.to_date, "The date of --to-date") if variant.to_date else ""
    compared = (
        f"metrics are of the dose given in the first {days:.4g} days; input_* and the comparison are of the"
        " total dose"
    )
    return (compared, assumed) if assumed else (compared,)


def _comparison(read: ReadImplant, shown: Implant, engine: DoseEngine) -> dict[str, dict]:
    """By target: what came with the plan beside what we compute."""
    prescription_gy, seeds = shown.reference_gy, shown.dose_seeds(engine.formalism)
    result = {}
    for solid in read.targets:
        row = {}
        recorded = read.recorded.get(solid.name, {})
        # A region that was an organ to the plan has other figures there.
        if recorded.get("d90_gy") is not None and recorded.get("v100") is not None:
            row = {
                "input_d90_gy": recorded["d90_gy"],
                "input_v100": recorded["v100"],
                "input_metrics": "plan.json",
            }
        if read.dose is not None:
            stored = stored_dose_near(read.dose, solid, seeds, prescription_gy)
            row |= compare_doses(stored, engine, seeds, prescription_gy)
            if not row.get("input_metrics"):
                row |= _stored_metrics(read.dose, solid, seeds, prescription_gy)
        result[solid.name] = row
    return result


def _stored_metrics(dose: DoseRead, solid: Solid, seeds: tuple[Seed, ...], prescription_gy: float) -> dict:
    dvh = stored_dvh(dose, solid, target_step_mm(solid.volume_mm3), seeds)
    if dvh is None:
        return {}
    return {
        "input_d90_gy": dvh.d_at_fraction(0.9),
        "input_v100": dvh.fraction_at_dose(prescription_gy),
        "input_metrics": "RTDOSE",
    }


def _plain(metrics: dict) -> dict:
    """Metrics as JSON numbers; a figure that is not finite becomes None."""
    values = {name: float(value) for name, value in metrics.items()}
    return {name: value if abs(value) < float("inf") else None for name, value in values.items()}


def _add_changes(rows: list[dict]) -> None:
    """In every target row of another variant: how it differs from the plan as it is."""
    planned = {row["roi"]: row for row in rows if row["variant"] == AS_PLANNED and row["role"] == "target"}
    for row in rows:
        before = planned.get(row["roi"])
        if before is not None and row["variant"] != AS_PLANNED:
            row["d90_change"] = row["d90_gy"] / before["d90_gy"] - 1.0 if before["d90_gy"] else None
            row["v100_change"] = row["v100"] - before["v100"]
