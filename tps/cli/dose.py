"""``tps dose``: exact TG-43 dose of seeds at points, from table to table."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import SourceDir
from tps.cli.screen import say, say_json, warn
from tps.errors import BadInput, UnknownName, WrongUsage


def dose_command(
    source: Annotated[str, typer.Option("--source", help="Seed model; `tps sources` lists them.")],
    seeds: Annotated[Path, typer.Option("--seeds", help="Table of seeds, as in a plan's seeds.csv.")],
    points: Annotated[Path, typer.Option("--points", help="Table of points: x_mm,y_mm,z_mm.")],
    out: Annotated[
        Path, typer.Option("--out", help="Table to write; one of doses that is there is replaced.")
    ],
    formalism: Annotated[
        str, typer.Option("--formalism", help="2d: with each seed's direction; 1d: averaged over directions.")
    ] = "2d",
    source_dir: SourceDir = None,
    calibrated: Annotated[
        str,
        typer.Option(
            "--calibrated",
            "--calibration-date",
            metavar="ISO",
            help="Date and time at which the seeds have the strength in the table; with --implanted. Without,"
            " they have it at the implant, as in a plan's seeds.csv.",
            show_default=False,
        ),
    ] = "",
    implanted: Annotated[
        str,
        typer.Option(
            "--implanted",
            "--implant-date",
            metavar="ISO",
            help="Date and time of the implant: the strengths decay until then; with --calibrated.",
            show_default=False,
        ),
    ] = "",
    days: Annotated[
        float | None,
        typer.Option("--days", help="Also the dose given within this time.", show_default=False),
    ] = None,
    allow_any_strength: Annotated[
        bool, typer.Option("--allow-any-strength", help="Accept improbable seed strengths and dates.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Summary as JSON on stdout.")] = False,
) -> None:
    """Compute initial dose rate and total dose of a permanent implant at points, after TG-43, exactly.

    Example: tps dose --source i125_6711 --seeds assayed.csv --points points.csv --out doses.csv
    --calibrated 2026-03-01T12:00 --implanted 2026-03-10T09:30 --days 60
    """
    if bool(calibrated) != bool(implanted):
        raise WrongUsage(
            "--calibrated and --implanted belong together: strengths decay from one to the other"
        )
    if formalism not in ("2d", "1d"):
        raise UnknownName("formalism", formalism, ("2d", "1d"), where="--formalism")
    if out.exists() and any(path.exists() and out.samefile(path) for path in (seeds, points)):
        raise WrongUsage(f"--out {out} is also an input; choose another name")
    from tps.dose.decay import dose_fraction_within
    from tps.dose.points import dose_at_points
    from tps.export.integrity import check_beside_plan
    from tps.formats.csv_table import heading_of
    from tps.formats.owned import check_replaceable
    from tps.formats.points_csv import DOSE_COLUMNS, doses_csv, read_points_csv
    from tps.formats.seeds_csv import read_seeds_csv
    from tps.formats.whole_file import write_whole
    from tps.sources.library import load_source

    check_replaceable(out, lambda p: heading_of(p)[: len(DOSE_COLUMNS)] == DOSE_COLUMNS, "a table of doses")
    model = load_source(source, source_dir)
    check_beside_plan(seeds)
    if calibrated:
        _check_not_decayed_yet(seeds)
    listed = read_seeds_csv(seeds, allow_any_strength=allow_any_strength)
    where = read_points_csv(points)
    known = _strengths(model, listed, calibrated, implanted, allow_any_strength, seeds.name)
    implant = [replace(seed, strength_u=each.u) for seed, each in zip(listed, known, strict=True)]
    notes = _notes(known, calibrated, implanted)
    part = None if days is None else dose_fraction_within(model, 24 * days)
    rate, total = dose_at_points(model, implant, where, formalism)
    write_whole(out, doses_csv(where, rate, total, None if part is None else part * total))
    if model.is_demonstration:
        notes = (f"{model.name}: {model.standing} (level {model.level})", *notes)
    for note in notes:
        warn(f"tps: warning: {note}")
    result = {
        "source": model.name,
        "level": model.level,
        "formalism": formalism,
        "seeds": len(implant),
        "points": len(where),
        "min_total_dose_gy": float(total.min()),
        "max_total_dose_gy": float(total.max()),
        "total_strength_u": sum(seed.strength_u for seed in implant),
        "notes": list(notes),
        "out": str(out),
    }
    if calibrated:
        dates = {"calibrated_at": known[0].calibrated_at.isoformat(), "at": known[0].at.isoformat()}
        result |= dates | {"strength_change": known[0].change}
    if part is not None:
        result |= {"days": days, "fraction_in_time": part}
    changed = f"{'decayed' if known[0].change <= 0 else 'grown'} to {implanted} from {calibrated}"
    if as_json:
        say_json(result)
        return
    say(
        f"{_count(implant, 'seed')} {model.name}, {_count(where, 'point')}, {formalism.upper()} formalism: "
        f"total dose {total.min():.4g} to {total.max():.4g} Gy"
        + (f" ({100 * part:.1f} % of it within {days:g} days)" if part is not None else "")
        + (f", strengths {changed} by {100 * abs(known[0].change):.1f} %" if implanted else "")
        + f", written to {out}"
    )


def _check_not_decayed_yet(seeds: Path) -> None:
    """Refuse to let the seeds of a plan with a calibration decay a second time.

    Raises
    ------
    BadInput
        If the table lies beside such a plan.
    """
    from tps.export.integrity import PLAN_JSON, is_plan_folder
    from tps.export.plan_json import read_plan_json

    folder = seeds.resolve().parent
    told = read_plan_json(folder).strength if is_plan_folder(folder) else None
    if told is not None and told.calibrated_at is not None:
        raise BadInput(
            f"these seeds have decayed already, from {told.calibrated_at} to {told.at} ({PLAN_JSON})",
            where=str(seeds),
            expected="strengths at the calibration",
            remedy="leave out --calibrated and --implanted; or copy the table to a folder of its own",
        )


def _strengths(model, seeds, calibrated: str, implanted: str, insist: bool, name: str) -> list:
    """The ``Strength`` of each seed of a table, at the implant and at the calibration."""
    from tps.model import Strength
    from tps.model.moment import read_moment

    return [
        Strength.stated(
            model,
            s.strength_u,
            at=read_moment(implanted, "--implanted") if calibrated else None,
            calibrated_at=read_moment(calibrated, "--calibrated") if calibrated else None,
            insist=insist,
            where=f"{name}, seed {s.id}",
            where_dates="--calibrated and --implanted",
        )
        for s in seeds
    ]


def _notes(strengths: list, calibrated: str, implanted: str) -> tuple[str, ...]:
    """What must be known of the strengths, each said once."""
    from tps.model.moment import remark_on_moment

    dates = ("--calibrated", calibrated), ("--implanted", implanted)
    said = [remark_on_moment(text, name) for name, text in dates if text]
    extremes = (pick(strengths, key=lambda each: each.u) for pick in (min, max))
    said += [remark for each in extremes for remark in each.remarks]
    return tuple(text for text in dict.fromkeys(said) if text)


def _count(things, noun: str) -> str:
    return f"{len(things)} {noun}" + ("" if len(things) == 1 else "s")
