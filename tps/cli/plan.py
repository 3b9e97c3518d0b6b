"""``tps plan``: CT and contours in, needle and seed plan out."""

from pathlib import Path
from typing import Annotated

import typer

EPILOG = (
    "Example: tps plan patient/ct --structures patient/rtstruct.dcm --target GTV --avoid Aorta:5 "
    "--limit 'Spinal-Cord D0.1cc < 45 Gy' --out plan"
)

EXIT_NOT_MET = 3

Structures = Annotated[Path | None, typer.Option(help="RTSTRUCT, DICOM SEG or label map with the contours.")]
Targets = Annotated[
    list[str], typer.Option("--target", metavar="ROI", help="ROI to treat; may be given again.")
]
Spheres = Annotated[
    list[str], typer.Option("--target-sphere", metavar="X,Y,Z,RADIUS", help="A sphere as target, mm, LPS.")
]
Avoid = Annotated[
    list[str],
    typer.Option(
        "--avoid", metavar="ROI[:CLEARANCE_MM]", help="No needle nearer to this ROI; may be given again."
    ),
]
Limits = Annotated[
    list[str], typer.Option("--limit", metavar='"ROI D0.1cc < 45 Gy"', help="Dose limit; may be given again.")
]


def plan_command(
    ct: Annotated[Path, typer.Argument(metavar="CT_DIR", help="Folder (or ZIP) with the CT series.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write; all of it or nothing.")],
    structures: Structures = None,
    target: Targets = [],  # noqa: B006 - Typer reads the default, nothing changes it
    target_sphere: Spheres = [],  # noqa: B006
    prescription_gy: Annotated[float, typer.Option(help="Prescription dose, Gy.")] = 120.0,
    prescribe_to: Annotated[
        str, typer.Option(metavar="minimum-peripheral|d90", help="Where it must be reached.")
    ] = ("minimum-peripheral"),
    allow_any_prescription: Annotated[
        bool, typer.Option(help="Accept a prescription outside the protocol's range.")
    ] = False,
    margin_mm: Annotated[float, typer.Option(help="Margin around every target, mm.")] = 0.0,
    source: Annotated[str, typer.Option(help="Source model; `tps sources` lists them.")] = "i125_6711",
    source_dir: Annotated[Path | None, typer.Option(help="Folder with source models of your own.")] = None,
    activity_mci: Annotated[
        str,
        typer.Option(
            metavar="MCI", help="Apparent activity per seed; LOW:HIGH or a list tries several. [default: 0.6]"
        ),
    ] = "",
    strength_u: Annotated[
        str, typer.Option(metavar="U", help="Air-kerma strength per seed instead of mCi.")
    ] = "",
    u_per_mci: Annotated[float, typer.Option(help="U per mCi, from the certificate.")] = 1.270,
    spacing_mm: Annotated[
        str, typer.Option(metavar="LOW:HIGH", help="Spacing of needles and of seeds. [default: 10:15]")
    ] = "",
    avoid: Avoid = [],  # noqa: B006
    limit: Limits = [],  # noqa: B006
    existing: Annotated[
        Path | None, typer.Option(help="seeds.csv of an implant already there (top-up).")
    ] = None,
    max_needles: Annotated[int | None, typer.Option(help="Use at most this many needles.")] = None,
    protocol: Annotated[Path | None, typer.Option(metavar="FILE", help="The clinic's rules, TOML.")] = None,
    series: Annotated[str | None, typer.Option(help="Series Instance UID, where there are several.")] = None,
    resample: Annotated[bool, typer.Option(help="Straighten a tilted or unevenly stepped scan.")] = False,
    implant_date: Annotated[str, typer.Option(metavar="ISO", help="Date and time of the implant.")] = "",
    certify: Annotated[
        bool, typer.Option(help="Also compute how far from the best possible the plan is.")
    ] = False,
    report: Annotated[
        bool, typer.Option("--report/--no-report", help="Write report.html and its pictures.")
    ] = True,
    isodose: Annotated[
        list[float],
        typer.Option("--isodose", metavar="GY", help="Isodose to contour in RTSTRUCT; may be given again."),
    ] = [],  # noqa: B006
    needle_contours: Annotated[bool, typer.Option(help="Also write the needles into RTSTRUCT.")] = False,
    dose_bits: Annotated[int, typer.Option(metavar="16|32", help="Bits per voxel of RTDOSE.")] = 16,
    anonymise: Annotated[
        bool, typer.Option(help="Take the patient's identity out of everything written.")
    ] = False,
    seed: Annotated[int, typer.Option(help="Seed of the random generator; same seed, same plan.")] = 0,
    threads: Annotated[
        int, typer.Option(help="Threads; 0 takes every core. The plan does not depend on it.")
    ] = 0,
    overwrite: Annotated[bool, typer.Option(help="Replace the folder if it exists.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Plan an implant: where which needles go and which seeds they carry.

    Exit code 0: prescription met; 3: a plan was written but does not meet it; 4: bad input; 2: wrong usage.
    """
    from tps.cli import values
    from tps.cli.plan_result import print_result
    from tps.cli.progress import progress
    from tps.errors import BadInput, WrongUsage
    from tps.export.folder import check_destination
    from tps.model import Prescription, Protocol
    from tps.pipeline.load import load_case
    from tps.pipeline.plan import plan_best_strength
    from tps.pipeline.protocol_file import load_protocol
    from tps.pipeline.request import PlanRequest, SphereTarget
    from tps.pipeline.threads import use_threads
    from tps.pipeline.write import write_plan

    if activity_mci and strength_u:
        raise WrongUsage("--activity-mci and --strength-u both given; give the strength once")
    if prescribe_to not in ("minimum-peripheral", "d90"):
        raise WrongUsage(f"--prescribe-to {prescribe_to!r}: expected minimum-peripheral or d90")
    if dose_bits not in (16, 32):
        raise WrongUsage(f"--dose-bits {dose_bits}: expected 16 or 32")
    if any(not 0 < level < float("inf") for level in isodose):
        raise BadInput(
            "an isodose must be above 0 Gy", where="--isodose", expected="a dose in Gy, such as 120"
        )
    if not 0.5 <= u_per_mci <= 2.0:
        raise BadInput(f"{u_per_mci:g} U per mCi", where="--u-per-mci", expected="0.5 to 2.0 (I-125: 1.270)")
    if strength_u:
        strengths = values.strengths(strength_u, "--strength-u")
    else:
        strengths = tuple(a * u_per_mci for a in values.strengths(activity_mci or "0.6"))
    if not (prescription_gy > 0 and prescription_gy < float("inf")):
        raise BadInput(
            f"prescription {prescription_gy:g} Gy", where="--prescription-gy", expected="a dose above 0 Gy"
        )

    import dataclasses

    rules = load_protocol(protocol) if protocol else Protocol()
    if spacing_mm:
        low, high = values.spacing(spacing_mm)
        rules = dataclasses.replace(
            rules, needle_spacing_mm=(low, high), seed_spacing_mm=(low, high), seed_min_distance_mm=low
        )
    spheres = []
    for i, text in enumerate(target_sphere):
        centre, radius = values.sphere(text)
        spheres.append(
            SphereTarget(centre, radius, "Sphere" if len(target_sphere) == 1 else f"Sphere_{i + 1}")
        )
    request = PlanRequest(
        targets=tuple(target),
        spheres=tuple(spheres),
        prescription=Prescription(prescription_gy, prescribe_to),
        allow_any_prescription=allow_any_prescription,
        margin_mm=margin_mm,
        source=source,
        source_folder=str(source_dir or ""),
        strength_u=strengths[0],
        u_per_mci=u_per_mci,
        limits=tuple(limit),
        protocol=rules,
        random_seed=seed,
        max_needles=max_needles,
        certify=certify,
        existing_seeds=str(existing or ""),
        implant_datetime=implant_date,
    )
    use_threads(threads)
    check_destination(out, overwrite=overwrite)
    with progress(quiet=as_json) as tell:
        tell("reading", 0.0)
        case = load_case(ct, structures, series=series, resample=resample)
        request = dataclasses.replace(request, avoid=values.avoided(avoid, list(case.structures)))
        result = plan_best_strength(case, request, strengths, tell)
        tell("writing", 0.0)
        written = write_plan(
            result,
            out,
            overwrite=overwrite,
            report=report,
            anonymise=anonymise,
            isodoses_gy=tuple(isodose),
            needle_contours=needle_contours,
            dose_bits=dose_bits,
        )
    print_result(result, written, as_json)
    if result.plan.status != "met":
        raise typer.Exit(EXIT_NOT_MET)
