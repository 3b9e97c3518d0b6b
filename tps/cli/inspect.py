"""``tps inspect``: what a folder holds, what is wrong with it, and what can be done."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson, SourceDir
from tps.cli.screen import say, say_json
from tps.formats.visible import one_line

EPILOG = "Example: tps inspect patient"

# What of each kind is shown, so that all of it fits a screen; --json holds everything.
_WARNINGS_SHOWN, _SERIES_SHOWN, _OBJECTS_SHOWN, _DAMAGED_SHOWN = 4, 8, 8, 5

# A longer line wraps over more than two rows of a screen.
_LINE_LENGTH = 300


def inspect_command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Folder, ZIP or file.")],
    source_dir: SourceDir = None,
    charset: Annotated[
        str,
        typer.Option(metavar="SET", help="What names are written in where the files do not say so truly."),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show in one screen what PATH holds, what is wrong with it, and what can be done.

    Example: tps inspect patient

    Exit code 4: a plan folder there holds files that contradict each other.
    """
    from tps.dicom.file.charset import statable
    from tps.dicom.inventory import take_inventory
    from tps.export.integrity import check_beside_plan, plan_folders
    from tps.sources.library import list_sources

    found = take_inventory(path, list_sources(source_dir), statable(charset) if charset else "")
    if as_json:
        say_json(as_dict(found))
    else:
        say("\n".join(as_lines(found)))
    check_beside_plan(path, *plan_folders(path))


def as_dict(found) -> dict:
    """The inventory as plain values."""
    return {
        "path": found.path,
        "series": [_series_dict(s) for s in found.series],
        "objects": [
            {
                "kind": o.kind,
                "file": o.name,
                "summary": o.summary,
                "rois": list(o.rois),
                "problem": o.problem,
                "warnings": list(o.warnings),
            }
            for o in found.objects
        ],
        "damaged": [{"file": name, "why": why} for name, why in found.damaged],
        "other": found.other,
        "advice": list(found.advice),
    }


def _series_dict(s) -> dict:
    geometry = None
    if s.grid is not None:
        low, high = corners(s.grid)
        geometry = {
            "shape_zyx": list(s.grid.shape),
            "spacing_mm": [round(float(v), 6) for v in s.grid.spacing_mm],
            "low_mm": low,
            "high_mm": high,
        }
    return {
        "uid": s.uid,
        "number": s.number,
        "description": s.description,
        "patient_position": s.position,
        "images": s.images,
        "geometry": geometry,
        "problem": s.problem,
        "remedy": s.remedy,
        "can_resample": s.can_resample,
        "warnings": list(s.warnings),
    }


def corners(grid) -> tuple[list[float], list[float]]:
    """Lowest and highest x, y, z of the voxel centres, mm, to 0.1 mm."""
    import numpy as np

    last = np.array(grid.shape[::-1]) - 1
    ends = grid.index_to_world([[i, j, k] for i in (0, last[0]) for j in (0, last[1]) for k in (0, last[2])])
    return ends.min(axis=0).round(1).tolist(), ends.max(axis=0).round(1).tolist()


def as_lines(found) -> list[str]:
    """The inventory as lines for a person; none holds a control character, whatever the files say."""
    lines = [found.path]
    for s in found.series[:_SERIES_SHOWN]:
        lines += _series_lines(s)
    lines += _more(found.series, _SERIES_SHOWN, "CT series")
    for o in found.objects[:_OBJECTS_SHOWN]:
        lines.append(f"{o.kind}  {o.name}")
        if o.summary:
            lines.append(f"  {o.summary}")
        lines += _remarks(o.problem, o.warnings)
    lines += _more(found.objects, _OBJECTS_SHOWN, "structures, plans and doses")
    for name, why in found.damaged[:_DAMAGED_SHOWN]:
        lines += [f"damaged  {name}", f"  wrong: {why}"]
    lines += _more(found.damaged, _DAMAGED_SHOWN, "damaged files")
    if found.other:
        lines.append("also there: " + ", ".join(f"{n} x {kind}" for kind, n in found.other.items()))
    lines = [_shortened(line) for line in lines]
    return [one_line(line) for line in (*lines, *(f"can do: {a}" for a in found.advice))]


def _more(things, shown: int, what: str) -> list[str]:
    return [f"and {len(things) - shown} more {what} (see --json)"] if len(things) > shown else []


def _shortened(line: str) -> str:
    return line if len(line) <= _LINE_LENGTH else line[:_LINE_LENGTH] + " ... (see --json)"


def _series_lines(s) -> list[str]:
    head = f"CT series {s.number or '?'}  {s.images} images, {s.position or 'no patient position'}"
    lines = [head + (f", {s.description}" if s.description else ""), f"  {s.uid}"]
    if s.grid is not None:
        nz, ny, nx = s.grid.shape
        x, y, z = s.grid.spacing_mm
        low, high = corners(s.grid)
        lines.append(
            f"  {nx} x {ny} x {nz} voxels of {x:.4g} x {y:.4g} x {z:.4g} mm, from {low} to {high} mm"
        )
    return lines + _remarks(s.problem, s.warnings)


def _remarks(problem: str, warnings) -> list[str]:
    lines = [f"  wrong: {problem}"] if problem else []
    lines += [f"  note: {w}" for w in warnings[:_WARNINGS_SHOWN]]
    if len(warnings) > _WARNINGS_SHOWN:
        lines.append(f"  note: {len(warnings) - _WARNINGS_SHOWN} more (see --json)")
    return lines
