"""``tps send``: a plan folder, or any DICOM, to an archive."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson
from tps.cli.screen import say, say_json

EPILOG = (
    "Examples: tps send plan --to PACS@10.0.0.5:104   |   "
    "tps send plan --to https://pacs.example/dicom-web --anonymise"
)


def send_command(
    path: Annotated[
        Path, typer.Argument(metavar="OUT", help="Plan folder, or a folder, file or ZIP of DICOM.")
    ],
    to: Annotated[str, typer.Option("--to", metavar="ADDRESS", help="AE@host:port, or a DICOMweb address.")],
    calling_ae: Annotated[
        str, typer.Option("--calling-ae", metavar="AE", help="Name of this side.")
    ] = "SEEDWRIGHT",
    anonymise: Annotated[
        bool, typer.Option("--anonymise", help="Take the patient's identity out of what is sent.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Send the DICOM objects of a folder to an archive, by C-STORE or STOW-RS.

    Exit code 0: all stored; 4: not reached or something refused; 2: wrong usage.
    """
    from tps.cli.progress import progress_bar
    from tps.dicom.network.addresses import address_text, check_ae, parse_address
    from tps.dicom.network.pacs import collect, send
    from tps.export.integrity import check_beside_plan

    address = parse_address(to, "--to")
    check_ae(calling_ae, "--calling-ae")
    with progress_bar(quiet=as_json) as progress:
        progress("reading", 0.0)
        check_beside_plan(path)
        datasets = collect(path, anonymise=anonymise)
        progress("sending", 0.0)
        count = send(datasets, address, calling_ae=calling_ae)
    studies = sorted({str(d.get("StudyInstanceUID", "")) for d in datasets})
    if as_json:
        result = {"sent": count, "to": address_text(address), "studies": studies}
        say_json(result, indent=2)
        return
    say(f"{count} objects stored at {address_text(address)}")
    for uid in studies:
        say(f"  study {uid}")
