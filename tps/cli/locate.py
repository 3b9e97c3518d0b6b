"""``tps locate``: find the seeds of an implant in the CT made after it."""

from pathlib import Path
from typing import Annotated

import typer

from tps import NOT_FOR_CLINICAL_USE
from tps.cli.options import AsJson, Resample, Series, SourceDir
from tps.cli.screen import say, say_json, warn
from tps.errors import BadInput, WrongUsage

EPILOG = "Exit codes: 0 done, also where no seed was found; 2 wrong usage; 4 bad input."


def locate_command(
    ct: Annotated[Path, typer.Argument(help="CT made after the implant: folder, ZIP or multi-frame file.")],
    source: Annotated[str, typer.Option("--source", help="Seed model; `tps sources` lists them.")],
    out: Annotated[
        Path, typer.Option("--out", help="Table of seeds to write; one that is there is replaced.")
    ],
    near: Annotated[
        str,
        typer.Option(
            "--near",
            metavar="RTSTRUCT:ROI",
            help="Look within 40 mm of this region only. Default: the whole CT.",
            show_default=False,
        ),
    ] = "",
    expected: Annotated[
        int | None,
        typer.Option(
            "--expected",
            help="How many were implanted: ranks what is uncertain, never forces the count.",
            min=0,
            show_default=False,
        ),
    ] = None,
    strength_u: Annotated[
        str, typer.Option("--strength-u", help="Strength of each seed, U.", show_default=False)
    ] = "",
    activity_mci: Annotated[
        str,
        typer.Option(
            "--activity-mci", help="The same as apparent activity. [default: 0.6]", show_default=False
        ),
    ] = "",
    series: Series = None,
    resample: Resample = False,
    source_dir: SourceDir = None,
    as_json: AsJson = False,
) -> None:
    """Find the seeds in a CT: places, axes and how sure each is; no count is given.

    Example: tps locate post/ct --source i125_6711 --out seeds.csv --expected 24
    """
    if strength_u and activity_mci:
        raise WrongUsage("--strength-u and --activity-mci say the same: give one of them")
    from tps.cli.progress import progress_bar
    from tps.cli.values import seed_strengths
    from tps.formats.csv_table import heading_of
    from tps.formats.owned import check_replaceable
    from tps.formats.whole_file import write_whole
    from tps.pipeline.load import load_case
    from tps.postimplant import locate_seeds, marker_of
    from tps.postimplant.located_files import COLUMNS, located_csv, summary
    from tps.postimplant.nearby import near_mask
    from tps.postimplant.series import stated_thickness
    from tps.sources.library import load_source

    check_replaceable(out, lambda p: heading_of(p)[: len(COLUMNS)] == COLUMNS, "a table of found seeds")
    model = load_source(source, source_dir)
    strength = seed_strengths(model, activity_mci, strength_u, None, False)
    if len(strength) != 1:
        raise WrongUsage("tps locate takes one strength, that of every seed found")
    structures, roi = _near(near)
    with progress_bar(quiet=as_json) as report:
        report("Reading the CT", 0.0)
        case = load_case(ct, structures, series=series, resample=resample)
        inside = near_mask(case.structure(roi), case.ct.grid) if roi else None
        marker = marker_of(model)
        thick = stated_thickness(case.identity.slice_thickness_mm, resample)
        located = locate_seeds(case.ct, marker, slice_mm=thick, inside=inside, report=report)
    write_whole(out, located_csv(located, strength[0]))
    result = summary(located, expected, marker.described) | {"source": model.name, "out": str(out)}
    result["strength_u"] = strength[0]
    if not (strength_u or activity_mci):
        result["remarks"].append(f"no strength was given: {strength[0]:.3f} U (0.6 mCi) stands in the table")
    result["remarks"] = [*case.warnings, *result["remarks"]]
    if as_json:
        say_json(result)
        return
    _print(result)


def _near(text: str) -> tuple[Path | None, str]:
    """``RTSTRUCT:ROI`` as file and name; a name may itself hold colons."""
    if not text:
        return None, ""
    for place, letter in enumerate(text):
        if letter == ":" and Path(text[:place]).exists() and text[place + 1 :]:
            return Path(text[:place]), text[place + 1 :]
    raise BadInput(
        f"{text!r} names no file and region",
        where="--near",
        expected="RTSTRUCT:ROI, such as post/rtstruct.dcm:Target, the file being there",
        remedy="check the path before the colon",
    )


def _print(result: dict) -> None:
    for remark in result["remarks"]:
        warn(f"tps: {remark}")
    series = result["series"]
    count = result["found"]
    if not count:
        say(f"No seeds found in this CT ({series['slice_mm']:g} mm slices); {result['out']} has no row.")
    else:
        groups = ", ".join(f"{n} of {size}" for size, n in result["groups"].items() if size != "1")
        say(
            f"{count} seed{'' if count == 1 else 's'} found in slices of {series['slice_mm']:g} mm,"
            f" written to {result['out']}" + (f"\nTouching or merged: {groups}" if groups else "")
        )
        from_needle = sum(s["axis_from"] == "needle" for s in result["seeds"])
        if from_needle:
            say(f"Tilt assumed, not seen: {from_needle} of {count} (axis_from needle)")
    if result["doubtful"]:
        say(f"Doubtful, not counted: {len(result['doubtful'])}")
    if result["classes"]:
        say("No seeds: " + ", ".join(f"{n} {kind}" for kind, n in result["classes"].items()))
    say(f"Checked on synthetic seeds only. {NOT_FOR_CLINICAL_USE}")
