"""``tps phantom``: write a synthetic patient with known truth as DICOM."""

import json
import shlex
from pathlib import Path
from typing import Annotated

import typer

from tps import NOT_FOR_CLINICAL_USE
from tps.cli.options import AsJson
from tps.cli.screen import say, say_json
from tps.errors import BadInput, UnknownName, WrongUsage

# What ``tps plan`` takes where nothing is said.
USUAL_ACTIVITY_MCI = 0.6


def phantom_command(
    name: Annotated[
        str | None, typer.Argument(help="Which phantom; --list shows them.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder to make: ct/, rtstruct.dcm, truth.json.", show_default=False),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", help="Of the image noise; the same seed gives the same bytes.")
    ] = 0,
    slice_mm: Annotated[
        float, typer.Option("--slice-mm", help="Distance and thickness of the slices.")
    ] = 2.5,
    position: Annotated[
        str | None,
        typer.Option(
            "--position", help="HFS, HFP, FFS or FFP. [default: the side up from which the lesion is reached]"
        ),
    ] = None,
    lesions: Annotated[
        bool,
        typer.Option("--lesions/--no-lesions", help="Without: the scan with neither lesions nor targets."),
    ] = True,
    post: Annotated[
        bool,
        typer.Option(
            "--post",
            help="The CT after an implant: seeds with errors, decoys, a rigid move, all told in truth.json.",
        ),
    ] = False,
    implant: Annotated[
        Path | None,
        typer.Option(
            "--implant",
            help="With --post: seeds.csv of a plan on this phantom; default: a pattern of seeds.",
            show_default=False,
        ),
    ] = None,
    missing: Annotated[
        int,
        typer.Option(
            "--missing", help="With --post: so many seeds never come, those nearest to the head.", min=0
        ),
    ] = 0,
    after: Annotated[
        Path | None,
        typer.Option(
            "--after",
            metavar="DIR",
            help="With --post: an earlier implant of this phantom; --implant lies in its scan.",
            show_default=False,
        ),
    ] = None,
    quads: Annotated[
        int, typer.Option("--quads", help="With --post: so many groups of four touching seeds.", min=0)
    ] = 0,
    swelling: Annotated[
        float,
        typer.Option(
            "--swelling", help="With --post: by which the targets' volume has grown since the plan, as 1.18."
        ),
    ] = 1.0,
    breathing_mm: Annotated[
        float,
        typer.Option(
            "--breathing-mm", help="With --post: how far the breath moves the seeds along z meanwhile.", min=0
        ),
    ] = 0.0,
    extended: Annotated[
        bool, typer.Option("--extended", help="With --post: a scale beyond 3071 HU, as some scanners store.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the files of a phantom that is there.")
    ] = False,
    list_them: Annotated[bool, typer.Option("--list", help="List the phantoms and stop.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a synthetic patient as DICOM CT and RTSTRUCT, with the truth beside them.

    Example: tps phantom lung_nodule --out patient --slice-mm 2.5 --position HFS
    """
    import phantoms

    if list_them:
        _print_list(phantoms.titles(), as_json)
        return
    if name is None or out is None:
        raise WrongUsage("tps phantom needs the NAME of a phantom and --out DIR; or --list to see the names")
    if name not in phantoms.names():
        raise UnknownName("phantom", name, phantoms.names())
    from tps.cli.progress import progress_bar

    options = {"slice_mm": slice_mm, "position": position, "seed": seed}
    if post:
        if not lesions:
            raise WrongUsage("--post puts seeds into the lesions: leave --no-lesions out")
        errors = {"missing": missing, "quads": quads}
        how = {"after": after, "swelling": swelling, "overwrite": overwrite}
        _write_post(name, out, options | how, implant, errors, extended, breathing_mm, as_json)
        return
    if implant or after or extended or missing or quads or breathing_mm or swelling != 1:
        raise WrongUsage(
            "--implant, --missing, --after, --quads, --swelling, --breathing-mm, --extended belong to --post"
        )
    try:
        with progress_bar(quiet=as_json) as report:
            folder = phantoms.write_phantom(
                name,
                out,
                slice_mm=slice_mm,
                position=position,
                seed=seed,
                lesions=lesions,
                overwrite=overwrite,
                report=lambda fraction: report("Painting the scan", fraction),
            )
    except phantoms.PhantomError as error:
        raise BadInput(error.what, where="tps phantom", expected=error.expected) from error
    _print_result(folder, as_json)


def _write_post(
    name: str,
    out: Path,
    options: dict,
    implant: Path | None,
    errors: dict[str, int],
    extended: bool,
    breathing_mm: float,
    as_json: bool,
) -> None:
    """The CT after an implant."""
    import phantoms
    from phantoms.breathing import Breathing
    from phantoms.implant_errors import Errors
    from phantoms.scanner import EXTENDED_HU, TWELVE_BIT_HU, Scanner
    from tps.cli.progress import progress_bar
    from tps.formats.seeds_csv import read_seeds_csv

    planned = None
    if implant is not None:
        planned = [(s.needle, s.position_mm, s.direction) for s in read_seeds_csv(implant)]
    try:
        scanner = Scanner(
            slice_mm=options["slice_mm"],
            clip_hu=EXTENDED_HU if extended else TWELVE_BIT_HU,
            breathing=Breathing((0.0, breathing_mm / 4, breathing_mm)) if breathing_mm else None,
        )
        with progress_bar(quiet=as_json) as report:
            folder = phantoms.write_post_implant(
                name,
                out,
                **options,
                planned=planned,
                scanner=scanner,
                errors=Errors(**errors),
                report=lambda fraction: report("Painting the scan", fraction),
            )
    except phantoms.PhantomError as error:
        raise BadInput(error.what, where="tps phantom", expected=error.expected) from error
    truth = json.loads((folder / "truth.json").read_text())
    result = {
        "name": truth["name"],
        "out": str(folder),
        "ct": str(folder / "ct"),
        "structures": str(folder / "rtstruct.dcm"),
        "truth": str(folder / "truth.json"),
        "seeds": len(truth["seeds"]),
        "lost": len(truth["lost"]),
        "migrated": sum(s["kind"] == "migrated" for s in truth["seeds"]),
        "touching": sum(s["cluster"] > 0 for s in truth["seeds"]),
    }
    if as_json:
        say_json(result)
        return
    say(
        f"{truth['title']}: {result['seeds']} seeds in {result['ct']}, {result['lost']} lost,"
        f" {result['migrated']} migrated, {result['touching']} touching\n"
        f"Contours {result['structures']}, truth {result['truth']}\nFind them:\n"
        f"  tps locate {shlex.quote(result['ct'])} --source i125_6711 --out seeds.csv"
        f" --expected {result['seeds'] + result['lost']}"
    )
    say(f"A synthetic patient. {NOT_FOR_CLINICAL_USE}")


def _print_list(titles: dict[str, str], as_json: bool) -> None:
    if as_json:
        say_json(titles)
        return
    width = max(map(len, titles))
    say("\n".join(f"{name:<{width}}  {title}" for name, title in titles.items()))


def _print_result(folder: Path, as_json: bool) -> None:
    truth = json.loads((folder / "truth.json").read_text())
    targets = {name: truth["rois"][name]["volume_cc"] for name in truth["targets"]}
    result = {
        "name": truth["name"],
        "out": str(folder),
        "ct": str(folder / "ct"),
        "structures": str(folder / "rtstruct.dcm"),
        "truth": str(folder / "truth.json"),
        "slices": len(truth["frame"]["slice_z_mm"]),
        "position": truth["frame"]["position"],
        "targets_cc": targets,
        "plannable": truth["plannable"],
    }
    if as_json:
        say_json(result)
        return
    say(
        f"{truth['title']} ({truth['frame']['position']}): {result['slices']} slices in {result['ct']}\n"
        f"Contours {result['structures']}, truth {result['truth']}"
    )
    for target, volume in targets.items():
        say(f"{target}: {volume:.2f} cc")
    if truth["plannable"]:
        say(f"Plan it:\n  {_plan_command(folder, truth)}")
    else:
        say(f"Not plannable: {truth['why']}")
    say(f"A synthetic patient. {NOT_FOR_CLINICAL_USE}")


def _plan_command(folder: Path, truth: dict) -> str:
    words = [
        "tps",
        "plan",
        shlex.quote(str(folder / "ct")),
        "--structures",
        shlex.quote(str(folder / "rtstruct.dcm")),
    ]
    words += [word for name in truth["targets"] for word in ("--target", name)]
    words += [word for name in truth["avoid"] for word in ("--avoid", name)]
    if truth["activity_mci"] != USUAL_ACTIVITY_MCI:
        words += ["--activity-mci", f"{truth['activity_mci']:g}"]
    return " ".join([*words, "--out", "plan"])
