"""``tps dose``: exact TG-43 dose of seeds at points, from table to table."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from tps.errors import UnknownName, WrongUsage


def dose_command(
    source: Annotated[str, typer.Option("--source", help="Seed model; `tps sources` lists them.")],
    seeds: Annotated[Path, typer.Option("--seeds", help="Table of seeds, as in a plan's seeds.csv.")],
    points: Annotated[Path, typer.Option("--points", help="Table of points: x_mm,y_mm,z_mm.")],
    out: Annotated[Path, typer.Option("--out", help="Table to write; replaced if it is there.")],
    formalism: Annotated[
        str, typer.Option("--formalism", help="2d: with each seed's direction; 1d: averaged over directions.")
    ] = "2d",
    source_dir: Annotated[
        Path | None,
        typer.Option(
            "--source-dir",
            envvar="SEEDWRIGHT_SOURCE_DIR",
            help="Folder of your own source files.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Summary as JSON on stdout.")] = False,
) -> None:
    """Compute initial dose rate and total dose of a permanent implant at points, after TG-43, exactly.

    Example: tps dose --source i125_6711 --seeds plan/seeds.csv --points points.csv --out doses.csv
    """
    if formalism not in ("2d", "1d"):
        raise UnknownName("formalism", formalism, ("2d", "1d"), where="--formalism")
    if out.exists() and any(path.exists() and out.samefile(path) for path in (seeds, points)):
        raise WrongUsage(f"--out {out} is also an input; choose another name")
    from tps.cli.sources import DEMONSTRATION
    from tps.dose.points import dose_at_points
    from tps.dose.points_csv import doses_csv, read_points_csv, write_whole
    from tps.export.seeds_csv import read_seeds_csv
    from tps.sources.library import load_source

    model = load_source(source, source_dir)
    implant, where = read_seeds_csv(seeds), read_points_csv(points)
    rate, total = dose_at_points(model, implant, where, formalism)
    write_whole(out, doses_csv(where, rate, total))
    if model.is_demonstration:
        sys.stderr.write(f"tps: warning: {model.name}: {DEMONSTRATION} (level {model.level})\n")
    result = {
        "source": model.name,
        "level": model.level,
        "formalism": formalism,
        "seeds": len(implant),
        "points": len(where),
        "min_total_dose_gy": float(total.min()),
        "max_total_dose_gy": float(total.max()),
        "out": str(out),
    }
    if as_json:
        sys.stdout.write(json.dumps(result, indent=1) + "\n")
        return
    sys.stdout.write(
        f"{_count(implant, 'seed')} {model.name}, {_count(where, 'point')}, {formalism.upper()} formalism: "
        f"total dose {total.min():.4g} to {total.max():.4g} Gy, written to {out}\n"
    )


def _count(things, noun: str) -> str:
    return f"{len(things)} {noun}" + ("" if len(things) == 1 else "s")
