"""``tps plan-batch``: many cases planned."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson

EPILOG = (
    "Example: tps plan-batch cases.csv --out plans, where cases.csv begins with the line"
    " case,ct,structures,targets"
)

EXIT_SOME_FAILED = 4


def plan_batch_command(
    manifest: Annotated[
        Path,
        typer.Argument(
            metavar="MANIFEST.csv",
            help="A row per case: case, ct, structures, targets (or sphere_x_mm, sphere_y_mm, sphere_z_mm,"
            " sphere_radius_mm); optional: prescription_gy, prescribe_to, activity_mci, margin_mm, source,"
            " avoid, cross, limits. Paths relative to it; several names in a"
            " cell separated by ';'.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Gets a plan folder per case and plans.csv.")],
    prescription_gy: Annotated[float, typer.Option(help="Prescription where the manifest has none.")] = 120.0,
    prescribe_to: Annotated[
        str, typer.Option(metavar="minimum-peripheral|d90|d95", help="Where it must be reached.")
    ] = "minimum-peripheral",
    activity_mci: Annotated[float, typer.Option(help="Activity per seed where the manifest has none.")] = 0.6,
    allow_any_strength: Annotated[
        bool, typer.Option("--allow-any-strength", help="Accept seeds of an improbable strength.")
    ] = False,
    source: Annotated[str, typer.Option(help="Source model where the manifest has none.")] = "i125_6711",
    protocol: Annotated[Path | None, typer.Option(metavar="FILE", help="The clinic's rules, TOML.")] = None,
    charset: Annotated[
        str, typer.Option(metavar="SET", help="What names are written in where files do not say so truly.")
    ] = "",
    report: Annotated[bool, typer.Option("--report/--no-report", help="Write the reports.")] = True,
    seed: Annotated[int, typer.Option(help="Seed of the random generator.")] = 0,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Processes on this machine.", show_default="one per core")
    ] = None,
    scheduler: Annotated[
        str, typer.Option(metavar="tcp://HOST:PORT|local", help="Send the work to a Dask cluster.")
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a stopped run was.")] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Start again; replace plan folders.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Plan every case of a manifest; a case that fails becomes a row with its reason.

    Exit code 0: every prescription is met; 3: some are not; 4: some cases could not be planned.
    """
    from tps.batch.plan_batch import PlanBatchOptions, plan_batch
    from tps.batch.run.items import Executor
    from tps.cli.batch_output import print_planned, rate_bar
    from tps.cli.plan import EXIT_NOT_MET
    from tps.dicom.file.charset import statable
    from tps.errors import WrongUsage
    from tps.formats.protocol import load_protocol
    from tps.model import Prescription, Protocol
    from tps.model.prescribed_metric import PRESCRIBED_METRICS, metric_names
    from tps.pipeline.request import PlanRequest

    if prescribe_to not in PRESCRIBED_METRICS:
        raise WrongUsage(f"--prescribe-to {prescribe_to!r}: expected {metric_names()}")
    if not 0 < prescription_gy < float("inf"):
        raise WrongUsage(f"--prescription-gy {prescription_gy:g}: expected a dose above 0 Gy")
    common = PlanRequest(
        targets=("as in the manifest",),
        prescription=Prescription(prescription_gy, prescribe_to),
        source=source,
        protocol=load_protocol(protocol) if protocol else Protocol(),
        random_seed=seed,
        allow_any_strength=allow_any_strength,
    )
    with rate_bar() as progress:
        planned = plan_batch(
            manifest,
            out,
            PlanBatchOptions(
                common, activity_mci, report=report, charset=statable(charset) if charset else ""
            ),
            where=Executor(workers, scheduler),
            resume=resume,
            overwrite=overwrite,
            progress=progress,
        )
    print_planned(planned, as_json)
    if planned.failed:
        raise typer.Exit(EXIT_SOME_FAILED)
    if planned.not_met:
        raise typer.Exit(EXIT_NOT_MET)
