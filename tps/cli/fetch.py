"""``tps fetch``: a study from an archive into a folder."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson
from tps.cli.screen import say, say_json

EPILOG = (
    "Examples: tps fetch --from PACS@10.0.0.5:104 --study 1.2.3.4 --out patient   |   "
    "tps fetch --from https://pacs.example/dicom-web --study 1.2.3.4 --out patient"
)


def fetch_command(
    source: Annotated[
        str, typer.Option("--from", metavar="ADDRESS", help="AE@host:port, or a DICOMweb address.")
    ],
    study: Annotated[str, typer.Option("--study", metavar="UID", help="Study Instance UID.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to make: all of it or nothing.")],
    receive: Annotated[
        str,
        typer.Option(
            "--receive",
            metavar="AE@host:port",
            help="Have the objects sent to this name and address of this machine (C-MOVE) instead of"
            " fetching them (C-GET).",
        ),
    ] = "",
    calling_ae: Annotated[
        str, typer.Option("--calling-ae", metavar="AE", help="Name of this side.")
    ] = "SEEDWRIGHT",
    as_json: AsJson = False,
) -> None:
    """Fetch a study from an archive, by C-GET, C-MOVE or WADO-RS; a folder for each series.

    Exit code 0: complete; 4: not reached, not there or not complete; 2: wrong usage.
    """
    from tps.cli.progress import progress_bar
    from tps.dicom.network.addresses import WebAddress, check_ae, parse_address
    from tps.dicom.network.arrived import check_uid
    from tps.dicom.network.pacs import fetch
    from tps.errors import WrongUsage
    from tps.formats.folder import check_destination, write_folder

    address = parse_address(source, "--from")
    check_uid(study, "--study")
    check_ae(calling_ae, "--calling-ae")
    listener = parse_address(receive, "--receive") if receive else None
    if isinstance(listener, WebAddress) or (listener and isinstance(address, WebAddress)):
        raise WrongUsage("--receive is for AE@host:port addresses, on both sides")
    check_destination(out)
    with progress_bar(quiet=as_json) as progress:
        progress("fetching", 0.0)
        files = fetch(study, address, receive=listener, calling_ae=calling_ae)
        progress("writing", 0.0)
        write_folder(out, files)
    folders: dict[str, int] = {}
    for name in files:
        folder = name.partition("/")[0]
        folders[folder] = folders.get(folder, 0) + 1
    if as_json:
        result = {"fetched": len(files), "out": str(out), "folders": folders}
        say_json(result, indent=2)
        return
    say(f"{len(files)} objects in {out}")
    for folder, count in folders.items():
        say(f"  {folder:<14}{count:>5}")
