"""``tps plan``: CT and contours in, needle and seed plan out."""

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import json_option, language_option, report_option
from tps.cli.start import seconds_since_start

EPILOG = (
    "Example: tps plan patient/ct --structures patient/rtstruct.dcm --target GTV --avoid Aorta:8 "
    "--cross Stomach --limit 'Spinal-Cord D0.1cc < 45 Gy' --out plan"
)

EXIT_NOT_MET = 3

# Headings of the help.
WHAT, HOW, RULES, ACCESS = "Case and target", "Dose and seeds", "Rules", "Ways in"
OUTPUT, RUN = "Files", "Running"


def _option(help: str, *names: str, panel: str, **more):
    """An option with its heading; a flag has one name and no twin that switches it off again."""
    return typer.Option(*names, help=help, rich_help_panel=panel, **more)


Structures = Annotated[
    list[Path],
    _option(
        "RTSTRUCT, DICOM SEG, label map or folder of label maps with the contours; may be given again.",
        "--structures",
        metavar="FILE",
        panel=WHAT,
    ),
]
Labels = Annotated[
    Path | None,
    _option(
        "JSON or CSV (index,name) that names the labels of a label map without names.",
        metavar="FILE",
        panel=WHAT,
    ),
]
Targets = Annotated[
    list[str], _option("ROI to treat; may be given again.", "--target", metavar="ROI", panel=WHAT)
]
Spheres = Annotated[
    list[str],
    _option(
        "A sphere as target, mm, LPS; may be given again.",
        "--target-sphere",
        metavar="X,Y,Z,RADIUS",
        panel=WHAT,
    ),
]
Avoid = Annotated[
    list[str],
    _option(
        "No needle nearer to this ROI than its clearance, mm, beyond what is closed by its name; may be given"
        " again.",
        "--avoid",
        metavar="ROI[:MM]",
        panel=RULES,
    ),
]
Cross = Annotated[
    list[str],
    _option(
        "Let needles cross this ROI though its name closes it (vessel, bowel, kidney); may be given again.",
        "--cross",
        metavar="ROI",
        panel=RULES,
    ),
]
Limits = Annotated[
    list[str],
    _option(
        "Dose limit the plan must keep, such as 'Cord D0.1cc < 45 Gy'; may be given again.",
        "--limit",
        metavar="TEXT",
        panel=RULES,
    ),
]
Preferences = Annotated[
    list[str],
    _option(
        "As --limit, but kept only where that costs little; may be given again.",
        "--prefer",
        metavar="TEXT",
        panel=RULES,
    ),
]


def plan_command(
    ct: Annotated[Path, typer.Argument(metavar="CT_DIR", help="Folder (or ZIP) with the CT series.")],
    out: Annotated[Path, _option("Folder to write; all of it or nothing.", metavar="DIR", panel=WHAT)],
    structures: Structures = [],  # noqa: B006
    labels: Labels = None,
    target: Targets = [],  # noqa: B006 - Typer reads the default, nothing changes it
    target_sphere: Spheres = [],  # noqa: B006
    margin_mm: Annotated[float, _option("Margin around every target, mm.", metavar="MM", panel=WHAT)] = 0.0,
    series: Annotated[
        str | None, _option("Series Instance UID, where there are several.", metavar="UID", panel=WHAT)
    ] = None,
    resample: Annotated[
        bool, _option("Straighten a tilted or unevenly stepped scan.", "--resample", panel=WHAT)
    ] = False,
    acquisition: Annotated[
        str | None,
        _option(
            "Which of several acquisitions in one series; all: they are one scan.", metavar="N", panel=WHAT
        ),
    ] = None,
    charset: Annotated[
        str,
        _option(
            "What names are written in where the files do not say so truly, such as gb18030.",
            metavar="SET",
            panel=WHAT,
        ),
    ] = "",
    prescription_gy: Annotated[float, _option("Prescription dose, Gy.", metavar="GY", panel=HOW)] = 120.0,
    prescribe_to: Annotated[
        str,
        _option("Where it must be reached: minimum-peripheral, d90 or d95.", metavar="METRIC", panel=HOW),
    ] = "minimum-peripheral",
    allow_any_prescription: Annotated[
        bool,
        _option("Accept a prescription outside the protocol's range.", "--allow-any-prescription", panel=HOW),
    ] = False,
    source: Annotated[
        str, _option("Source model; `tps sources` lists them.", metavar="MODEL", panel=HOW)
    ] = "i125_6711",
    source_dir: Annotated[
        Path | None, _option("Folder with source models of your own.", metavar="DIR", panel=HOW)
    ] = None,
    activity_mci: Annotated[
        str,
        _option(
            "Apparent activity per seed, at the calibration if that is dated, else at the implant; LOW:HIGH"
            " or a list tries several and takes the best. [default: 0.6]",
            metavar="MCI",
            panel=HOW,
        ),
    ] = "",
    strength_u: Annotated[
        str, _option("Air-kerma strength per seed instead of mCi.", metavar="U", panel=HOW)
    ] = "",
    u_per_mci: Annotated[
        float | None,
        _option("U per mCi, from the certificate. [default: the nuclide's]", metavar="FACTOR", panel=HOW),
    ] = None,
    allow_any_strength: Annotated[
        bool,
        _option("Accept improbable seed strengths and dates.", "--allow-any-strength", panel=HOW),
    ] = False,
    implant_date: Annotated[str, _option("Date and time of the implant.", metavar="ISO", panel=HOW)] = "",
    calibration_date: Annotated[
        str,
        _option(
            "Date and time at which the seeds have the strength given; it decays until --implant-date.",
            metavar="ISO",
            panel=HOW,
        ),
    ] = "",
    existing: Annotated[
        Path | None,
        _option(
            "Seeds already there (top-up): the folder of a verified implant, which knows their date, or a"
            " seeds.csv with strengths at its own time of implant.",
            metavar="DIR|FILE",
            panel=HOW,
        ),
    ] = None,
    existing_source: Annotated[
        str,
        _option("Source model of the seeds already there. [default: --source]", metavar="MODEL", panel=HOW),
    ] = "",
    existing_implanted: Annotated[
        str, _option("Date and time at which they were implanted.", metavar="ISO", panel=HOW)
    ] = "",
    existing_strength_date: Annotated[
        str,
        _option(
            "Date and time at which they have the strengths of the table. [default: at their implant]",
            metavar="ISO",
            panel=HOW,
        ),
    ] = "",
    spacing_mm: Annotated[
        str, _option("Spacing of needles and of seeds. [default: 10:15]", metavar="LOW:HIGH", panel=RULES)
    ] = "",
    seed_step_mm: Annotated[
        float | None,
        _option(
            "Step in which the gun can be dialled; above 1 mm the plan also says what that costs."
            " [default: 1]",
            metavar="MM",
            panel=RULES,
        ),
    ] = None,
    avoid: Avoid = [],  # noqa: B006
    cross: Cross = [],  # noqa: B006
    limit: Limits = [],  # noqa: B006
    prefer: Preferences = [],  # noqa: B006
    position: Annotated[
        str,
        _option(
            "How the patient is to lie: supine, prone, right-down or left-down. [default: as scanned]",
            metavar="NAME",
            panel=ACCESS,
        ),
    ] = "",
    come_from: Annotated[
        str,
        _option(
            "Where needles come from: anterior, posterior, left, right, or the sheet's axial angle and"
            " cranio-caudal angle, such as -30 or -30:10.",
            "--from",
            metavar="SIDE|DEG[:TILT]",
            panel=ACCESS,
        ),
    ] = "",
    in_plane: Annotated[
        bool, _option("No needle leaves the axial plane.", "--in-plane", panel=ACCESS)
    ] = False,
    max_lung_mm: Annotated[
        float | None, _option("Most lung on a needle's way, mm.", metavar="MM", panel=ACCESS)
    ] = None,
    max_depth_mm: Annotated[
        float | None, _option("Deepest tip, mm from the skin.", metavar="MM", panel=ACCESS)
    ] = None,
    alternative: Annotated[
        int,
        _option(
            "Take this one of the ways in that a plan lists, where it lists several. [default: the safest]",
            metavar="N",
            panel=ACCESS,
        ),
    ] = 0,
    entry: Annotated[
        str, _option("ROI drawn on the skin in which needles enter.", metavar="ROI", panel=ACCESS)
    ] = "",
    keep_approach: Annotated[
        Path | None,
        _option("Needles point as in this plan (folder or plan.json).", metavar="PLAN", panel=ACCESS),
    ] = None,
    needles: Annotated[
        Path | None,
        _option(
            "Needles lie on the lines of this table: needle, entry and tip in mm (a needles.csv will do).",
            metavar="FILE",
            panel=ACCESS,
        ),
    ] = None,
    forbid: Annotated[
        Path | None,
        _option(
            "No needle enters the regions of this table: region, x_mm, y_mm, from_z_mm, to_z_mm; a row a"
            " corner.",
            "--forbid",
            metavar="FILE",
            panel=ACCESS,
        ),
    ] = None,
    not_from: Annotated[
        list[str],
        _option(
            "No needle comes from these axial angles of the needle sheet, the one upwards to the other; may"
            " be given again.",
            "--not-from",
            metavar="DEG:DEG",
            panel=ACCESS,
        ),
    ] = [],  # noqa: B006
    lock: Annotated[
        Path | None,
        _option(
            "Keep the needles of this table with their seeds (columns of needles.csv); plan the rest around"
            " them.",
            metavar="FILE",
            panel=ACCESS,
        ),
    ] = None,
    max_needles: Annotated[
        int | None, _option("Use at most this many needles.", metavar="N", panel=RULES)
    ] = None,
    protocol: Annotated[
        Path | None, _option("The clinic's rules, TOML.", metavar="FILE", panel=RULES)
    ] = None,
    certify: Annotated[
        bool,
        _option("Also compute how far from the best possible the plan is.", "--certify", panel=RUN),
    ] = False,
    report: Annotated[bool, report_option(OUTPUT)] = True,
    isodose: Annotated[
        list[float],
        _option(
            "Isodose to contour in RTSTRUCT; may be given again.", "--isodose", metavar="GY", panel=OUTPUT
        ),
    ] = [],  # noqa: B006
    needle_contours: Annotated[
        bool,
        _option(
            "Write needles and seeds into RTSTRUCT too.",
            "--needle-contours/--no-needle-contours",
            panel=OUTPUT,
        ),
    ] = True,
    dose_bits: Annotated[
        int, _option("Bits per voxel of RTDOSE: 16 or 32.", metavar="BITS", panel=OUTPUT)
    ] = 16,
    anonymise: Annotated[
        bool,
        _option("Take the patient's identity out of everything written.", "--anonymise", panel=OUTPUT),
    ] = False,
    seed: Annotated[
        int, _option("Seed of the random generator; same seed, same plan.", metavar="N", panel=RUN)
    ] = 0,
    threads: Annotated[
        int,
        _option("Threads; 0 takes every core. The plan does not depend on it.", metavar="N", panel=RUN),
    ] = 0,
    lang: Annotated[str, language_option(OUTPUT)] = "en",
    overwrite: Annotated[
        bool, _option("Replace the files of a plan that is there.", "--overwrite", panel=OUTPUT)
    ] = False,
    as_json: Annotated[bool, json_option(RUN)] = False,
) -> None:
    """Plan an implant: where which needles go and which seeds they carry.

    Exit code 0: prescription met; 3: a plan was written but does not meet it; 4: bad input; 2: wrong usage.
    """
    from tps.cli import values
    from tps.cli.plan_result import print_result
    from tps.cli.progress import progress_bar
    from tps.cli.screen import speak
    from tps.errors import BadInput, WrongUsage
    from tps.formats.folder import check_destination
    from tps.formats.protocol import load_protocol
    from tps.model import Prescription, Protocol
    from tps.model.prescribed_metric import PRESCRIBED_METRICS, metric_names
    from tps.pipeline.load import load_case
    from tps.pipeline.plan import plan_best_strength
    from tps.pipeline.request import PlanRequest, SphereTarget
    from tps.pipeline.steering import steering_of
    from tps.pipeline.stopwatch import Stopwatch
    from tps.pipeline.threads import use_threads
    from tps.pipeline.write import loading_report, write_plan
    from tps.render3d import Renderer
    from tps.sources.library import load_source

    speak(lang)
    if activity_mci and strength_u:
        raise WrongUsage("--activity-mci and --strength-u both given; give the strength once")
    if prescribe_to not in PRESCRIBED_METRICS:
        raise WrongUsage(f"--prescribe-to {prescribe_to!r}: expected {metric_names()}")
    if dose_bits not in (16, 32):
        raise WrongUsage(f"--dose-bits {dose_bits}: expected 16 or 32")
    if any(not 0 < level < float("inf") for level in isodose):
        raise BadInput(
            "an isodose must be above 0 Gy", where="--isodose", expected="a dose in Gy, such as 120"
        )
    if not (prescription_gy > 0 and prescription_gy < float("inf")):
        raise BadInput(
            f"prescription {prescription_gy:g} Gy", where="--prescription-gy", expected="a dose above 0 Gy"
        )

    import dataclasses

    model = load_source(source, source_dir)
    strengths = values.seed_strengths(model, activity_mci, strength_u, u_per_mci, allow_any_strength)
    rules = load_protocol(protocol) if protocol else Protocol()
    rules = values.changed_rules(rules, spacing_mm, seed_step_mm)
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
        allow_any_strength=allow_any_strength,
        cross=tuple(cross),
        limits=tuple(limit),
        preferences=tuple(prefer),
        protocol=rules,
        random_seed=seed,
        max_needles=max_needles,
        lock=str(lock or ""),
        certify=certify,
        existing_seeds=str(existing or ""),
        existing_source=existing_source,
        existing_implanted=existing_implanted,
        existing_strength_date=existing_strength_date,
        position=position,
        alternative=alternative,
        steering=steering_of(
            come_from,
            in_plane,
            max_lung_mm,
            max_depth_mm,
            entry,
            keep_approach=keep_approach,
            needles=needles,
            forbid=forbid,
            not_from=not_from,
        ),
        implant_datetime=implant_date,
        calibration_datetime=calibration_date,
    )
    for each in strengths:
        request.with_strength(each).strength_of(model)  # refuses dates before any file is read
    use_threads(threads)
    read = (ct, *structures, labels, existing, keep_approach, needles, lock, protocol, source_dir)
    check_destination(out, overwrite=overwrite, inputs=[path for path in read if path])
    with contextlib.ExitStack() as stack:
        # VTK takes half a second to load: a process of its own does so beside what must follow in turn.
        renderer = stack.enter_context(Renderer.start()) if report else None
        progress = stack.enter_context(progress_bar(quiet=as_json))
        progress = loading_report(progress) if report else progress
        watch = Stopwatch(progress)
        watch.timing_s["starting"] = seconds_since_start()
        with watch.stage("reading"):
            case = load_case(
                ct,
                structures or None,
                series=series,
                resample=resample,
                acquisition=acquisition,
                labels_path=labels,
                charset=charset,
            )
        request = dataclasses.replace(request, avoid=values.avoided(avoid, list(case.names)))
        result = plan_best_strength(case, request, strengths, progress)
        result = dataclasses.replace(result, timing_s=watch.timing_s | result.timing_s)
        progress("writing", 0.0)
        written = write_plan(
            result,
            out,
            overwrite=overwrite,
            report=report,
            anonymise=anonymise,
            isodoses_gy=tuple(isodose),
            needle_contours=needle_contours,
            dose_bits=dose_bits,
            language=lang,
            renderer=renderer,
        )
    speak(lang, result.evaluation.metrics)
    print_result(result, written, as_json)
    if result.plan.status != "met":
        raise typer.Exit(EXIT_NOT_MET)
