"""``tps dvh``: dose-volume histograms of any structure set in any dose."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

EPILOG = "Example: tps dvh rtstruct.dcm rtdose.dcm --roi PTV --prescription-gy 120 --out dvh.csv"


def dvh_command(
    structures: Annotated[Path, typer.Argument(metavar="RTSTRUCT", help="RTSTRUCT or DICOM SEG.")],
    dose: Annotated[Path, typer.Argument(metavar="RTDOSE", help="The dose, whoever computed it.")],
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="Curves: roi, dose_gy, volume_cc, volume_fraction.")
    ],
    metrics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the figures of each ROI as CSV.")
    ] = None,
    roi: Annotated[
        list[str],
        typer.Option("--roi", metavar="ROI", help="Only this ROI; may be given again. [default: all]"),
    ] = [],  # noqa: B006 - Typer reads the default, nothing changes it
    prescription_gy: Annotated[
        float | None, typer.Option(metavar="GY", help="Also give V90 to V200 of this dose.")
    ] = None,
    step_gy: Annotated[
        float | None, typer.Option(metavar="GY", help="Step of the curves. [default: fits the dose]")
    ] = None,
    charset: Annotated[
        str, typer.Option(metavar="SET", help="What names are written in where files do not say so truly.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print figures and curves as JSON.")] = False,
) -> None:
    """Dose-volume histograms of every region of a structure set in a dose.

    Exit code 0: written; 4: bad input; 2: wrong usage.
    """
    from tps.cli.progress import progress_bar
    from tps.cli.screen import say_json, warn
    from tps.dicom.file.charset import statable
    from tps.errors import BadInput, WrongUsage
    from tps.evaluate.region_dose import SAMPLING
    from tps.export.dose_tables import DVH_COLUMNS, METRIC_COLUMNS, curve_grid, metrics_csv, metrics_entries
    from tps.export.tables import dvh_csv, dvh_doses
    from tps.formats.owned import check_replaceable
    from tps.formats.whole_file import write_whole
    from tps.pipeline.stored_dose import dvhs_of_files

    for value, option in ((prescription_gy, "--prescription-gy"), (step_gy, "--step-gy")):
        if value is not None and not 0 < value < float("inf"):
            raise BadInput(f"{value:g} Gy", where=option, expected="a dose above 0 Gy")
    if metrics is not None and metrics.resolve() == out.resolve():
        raise WrongUsage("--out and --metrics name the same file")
    for path, columns in ((out, DVH_COLUMNS), (metrics, METRIC_COLUMNS)):
        if path is not None:
            check_replaceable(path, partial(_begins_with, tuple(columns)), "a table of DVHs")
            if any(path.exists() and path.samefile(p) for p in (structures, dose) if p.exists()):
                raise WrongUsage(f"{path} is also an input; choose another name")
    with progress_bar(quiet=as_json) as progress:
        found = dvhs_of_files(
            structures, dose, roi, charset=statable(charset) if charset else "", progress=progress
        )
    dvhs = {region.name: region.dvh for region in found.regions if region.dvh is not None}
    top, step = curve_grid(list(dvhs.values()), prescription_gy, step_gy)
    write_whole(out, dvh_csv(dvhs, top, step))
    if metrics is not None:
        write_whole(metrics, metrics_csv(found.regions, prescription_gy))
    for note in found.warnings:
        warn(f"tps: warning: {note}")
    if as_json:
        curves = {}
        for name, dvh in dvhs.items():
            doses = dvh_doses(dvh, top, step)
            curves[name] = {"dose_gy": doses.tolist(), "volume_cc": dvh.curve(doses).tolist()}
        entries = metrics_entries(found.regions, prescription_gy)
        say_json({"metrics": entries, "dvhs": curves, "warnings": list(found.warnings), "sampling": SAMPLING})
        return
    _print(found.regions, prescription_gy, out)


def _print(regions, prescription_gy: float | None, out: Path) -> None:
    from tps.cli.screen import Table, console, line
    from tps.evaluate.region_dose import METRICS, PRESCRIBED, SAMPLING

    screen = console()
    for title, columns in (("Volumes and least dose, Gy", METRICS[:6]), ("Doses, Gy", METRICS[6:])):
        table = Table(title)
        table.add_column("ROI", min_width=16)
        for _, label in columns:
            table.add_column(label, right=True)
        for region in regions:
            values = region.metrics(prescription_gy)
            table.add_row(region.name, *(_cell(key, values[key]) for key, _ in columns))
        screen.print(table)
    if prescription_gy:
        table = Table(f"Fractions of the volume at parts of {prescription_gy:g} Gy")
        table.add_column("ROI", min_width=16)
        for _, label in PRESCRIBED:
            table.add_column(label, right=True)
        for region in regions:
            values = region.metrics(prescription_gy)
            table.add_row(region.name, *(_cell(key, values[key]) for key, _ in PRESCRIBED))
        screen.print(table)
    screen.print(line(f"How: {SAMPLING}."), soft_wrap=True)
    screen.print(line(f"Curves: {out}"), soft_wrap=True)


def _cell(key: str, value: float) -> str:
    if value != value:
        return "-"
    if key == "volume_cc":
        return f"{value:.2f}"
    return f"{value:.1%}" if key == "outside_fraction" or key.startswith("v") else f"{value:.2f}"


def _begins_with(known: tuple[str, ...], path: Path) -> bool:
    from tps.formats.csv_table import heading_of

    return heading_of(path)[: len(known)] == known
