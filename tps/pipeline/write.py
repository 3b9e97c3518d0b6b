"""From a result of planning to its folder, all or nothing."""

import importlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from tps.access.unreachable import JOINT
from tps.dicom.identity.anonymise import anonymise_case
from tps.dicom.rt.header import Stamp
from tps.dose.engine import DoseEngine
from tps.dose.grids import file_dose
from tps.dose.hand_check import check_entries, hand_checks, input_bounds
from tps.evaluate.contributions import Contribution
from tps.export.anonymous import Anonymous
from tps.export.integrity import sealed, sums_of
from tps.export.plan_folder import ExportOptions, plan_files
from tps.export.plan_identity import PlanIdentity
from tps.export.plan_json import PlanFile, significant
from tps.export.read_back import read_back
from tps.formats.folder import write_folder
from tps.model import SourceModel, Structure, Volume
from tps.model.names import free_name
from tps.pipeline.request_record import request_record
from tps.pipeline.result import PlanResult
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.render3d import Renderer


@dataclass(frozen=True)
class WrittenPlan:
    """Where a plan lies, and what of it could not be made.

    Parameters
    ----------
    folder : Path
    notes : tuple of str
        For the user: a picture that could not be drawn, say.
    timing_s : dict of str to float
        Of planning and writing.
    """

    folder: Path
    notes: tuple[str, ...] = ()
    timing_s: dict[str, float] = field(default_factory=dict)


def loading_report(progress: ProgressCallback) -> ProgressCallback:
    """``progress``, which also loads what draws the report once the search begins.

    Loading is Python's work alone, and the search's loops leave Python idle; ``write_plan`` waits for it.
    """
    begun: list[threading.Thread] = []

    def told(stage: str, fraction: float) -> None:
        if stage.startswith("optimising") and not begun:
            begun.append(threading.Thread(target=importlib.import_module, args=("tps.report",)))
            begun[0].start()
        progress(stage, fraction)

    return told


def write_plan(
    result: PlanResult,
    out,
    *,
    overwrite: bool = False,
    report: bool = True,
    anonymise: bool = False,
    isodoses_gy: tuple[float, ...] = (),
    needle_contours: bool = True,
    dose_bits: int = 16,
    language: str = "en",
    renderer: Renderer | None = None,
) -> WrittenPlan:
    """Write a plan folder.

    Parameters
    ----------
    result : PlanResult
    out : path-like
        Folder to make.
    overwrite : bool
        Replace the folder if it is a plan of ours.
    report : bool
        Also write ``report.html`` and its pictures.
    anonymise : bool
        Take the patient's identity out of every file.
    isodoses_gy : tuple of float
        Isodoses to write into the structure set.
    needle_contours : bool
        Write needles and seeds into the structure set, as open contours and points.
    dose_bits : {16, 32}
        Bits per voxel of RTDOSE.
    language : str
        Of report and pictures, a code of ``tps.language.LANGUAGES``; files for machines have none.
    renderer : Renderer, optional
        Started before, to draw the report's 3D picture at once; by default it is started here.

    Returns
    -------
    WrittenPlan

    Raises
    ------
    OutputRefused
        If it cannot be written; nothing is left behind.
    BadInput
        If something of the plan cannot be said in DICOM.
    """
    stamp, watch = Stamp.now(), Stopwatch()
    watch.timing_s.update(result.timing_s)
    request = result.request
    with watch.stage("report" if report else "writing"):
        derived = _named_apart(result.obstacles.derived, result)
        shown = _anonymous(result, derived) if anonymise else result
    options = ExportOptions(
        implant=request.implanted,
        certified=request.calibrated,
        protocol=request.protocol,
        u_per_mci=request.u_per_mci,
        seed_step_mm=request.protocol.seed_step_mm,
        anonymise=anonymise,
        isodoses_gy=isodoses_gy,
        needle_contours=needle_contours,
        dose_bits=dose_bits,
        stamp=stamp,
    )
    pages: Mapping[str, bytes | str] = {}
    notes: tuple[str, ...] = ()
    with ExitStack() as stack:
        if report:
            with watch.stage("report"):
                from tps.report import Content, make_report, start_scene

                content = Content.of(shown, derived)
                scene = stack.enter_context(start_scene(content, renderer))
        # The scene is drawn by a process of its own meanwhile.
        with watch.stage("writing"):
            files = plan_files(
                result.case,
                result.plan,
                result.source,
                result.evaluation,
                result.second_check,
                structures_to_write(result, derived),
                timing_s=watch.timing_s,
                earlier=result.earlier,
                extra=_extra(shown) | ({} if anonymise else _origin(result)),
                options=options,
                dose=_file_dose(result),
            )
        if report:
            with watch.stage("report"):
                made = "" if anonymise else stamp.created.isoformat(sep=" ", timespec="minutes")
                drawn = make_report(content, scene, made, _identity(shown, str(files["plan.json"])), language)
                pages, notes = drawn.files, drawn.notes
    about = str(files.pop("plan.json"))
    begun = time.perf_counter()
    # Last of all, so that it can tell how long the other files took.
    written = timed_and_sealed(about, watch, begun, result.source)
    folder = write_folder(out, {**files, **pages, "plan.json": written}, overwrite=overwrite)
    return WrittenPlan(folder, notes, dict(watch.timing_s))


def _identity(shown: PlanResult, about: str) -> PlanIdentity:
    """What the written plan goes by; ``about`` is the text of its plan.json."""
    document = json.loads(about)
    said = document["plan"]
    patient = PlanIdentity.of(shown.case, shown.plan).patient
    return PlanIdentity(said["number"], said["version"], patient, document["dicom"])


def _file_dose(result: PlanResult) -> Volume | None:
    """The dose to write; None where nothing gives any."""
    seeds = (*result.plan.seeds, *result.existing)
    if not seeds:
        return None
    bounds = [solid.structure.bounds_mm() for solid in result.regions.targets]
    return file_dose(result.engine or DoseEngine(result.source), seeds, bounds, result.request.protocol)


def timed_and_sealed(
    text: str, watch: Stopwatch, begun: float, source: SourceModel
) -> Callable[[Path], None]:
    """Writes ``plan.json`` with the sums of its files and the times, that since ``begun`` included.

    The other files lie on disk by then: they are read back, and what was found stands in it too.

    Parameters
    ----------
    text : str
        Of plan.json.
    watch : Stopwatch
    begun : float
        When writing began, by ``time.perf_counter``.
    source : SourceModel
    """

    def write(path: Path) -> None:
        sums, document = sums_of(path.parent), json.loads(text)
        found = read_back(path.parent, PlanFile.model_validate(document), source)
        if found is not None:
            document["checks"] = document.get("checks", {}) | {"read_back": found.entry()}
        watch.timing_s["writing"] += time.perf_counter() - begun
        timing = {name: round(seconds, 3) for name, seconds in watch.timing_s.items()}
        path.write_text(sealed(document | {"timing_s": timing}, sums), encoding="utf-8")

    return write


def _extra(result: PlanResult) -> dict:
    """What ``plan.json`` says beyond every plan's keys, where there is something to say."""
    unreachable = [
        {
            "target": part.target,
            "fraction": round(part.fraction, 4),
            "volume_cc": round(part.volume_mm3 / 1000.0, 3),
            "centroid_mm": [round(float(x), 1) for x in part.centroid_mm],
            "blockers": {name: round(share, 3) for name, share in part.blockers.items()},
            "openings": {names: round(share, 3) for names, share in part.openings.items()},
        }
        for part in result.unreachable
    ]
    found = {
        "sweep": list(result.sweep),
        "alternatives": list(result.alternatives),
        "seed_step_cost": list(result.step_cost),
        "unreachable": unreachable,
        "locked": list(result.locked),
        "contributions": {name: _rows_of(rows) for name, rows in result.contributions.items()},
        "checks": _checks(result),
    }
    return {name: value for name, value in found.items() if value}


def _rows_of(rows: tuple[Contribution, ...]) -> list[dict]:
    return [
        {
            "of": row.of,
            "at": None if row.at is None else row.at.isoformat(),
            "seeds": row.seeds,
            "mean_gy": significant(row.mean_gy),
            "given_gy": None if row.given_gy is None else significant(row.given_gy),
            "coldest_gy": significant(row.coldest_gy),
        }
        for row in rows
    ]


def _checks(result: PlanResult) -> dict:
    """The hand check and the bounds of the inputs, for ``checks`` of plan.json."""
    volumes = {name: found["volume_cc"] for name, found in result.evaluation.metrics.items()}
    engine = result.engine or DoseEngine(result.source)
    hand = hand_checks(result.plan, result.source, result.strength, volumes, engine)
    return check_entries(hand, input_bounds(result.plan, result.source, result.strength))


def _origin(result: PlanResult) -> dict:
    """What plan.json says so that the plan can be judged again: what was read, asked for, and its parent."""
    found = {"request": request_record(result.request), "read_from": dict(result.case.read_from)}
    more = {"parent": result.parent, "authored": result.authored}
    return found | {name: said for name, said in more.items() if said}


def _named_apart(derived: tuple[Structure, ...], result: PlanResult) -> tuple[Structure, ...]:
    """What was found in the CT, under names that no region of the input has: it may be an export of ours."""
    regions, case = result.regions, result.case
    taken, found = {*case.names, *(s.name for s in regions.targets + regions.organs)}, []
    for structure in derived:
        found.append(replace(structure, name=free_name(structure.name, taken)))
        taken.add(found[-1].name)
    return tuple(found)


def structures_to_write(result: PlanResult, derived: tuple[Structure, ...]) -> tuple[Structure, ...]:
    """Targets, organs and derived obstacles, for the structure set."""
    regions = result.regions
    return (*(s.structure for s in regions.targets + regions.organs), *derived)


def _anonymous(result: PlanResult, derived: tuple[Structure, ...]) -> PlanResult:
    """The result as a report that leaves the house may show it."""
    anonymous = Anonymous.of(result.case, [s.name for s in structures_to_write(result, derived)])

    def solids(found):
        return tuple(replace(s, structure=anonymous.structure(s.structure)) for s in found)

    regions, request = result.regions, result.request
    planned = solids(regions.planned)
    # What is drawn and planned to is one object where there is no margin, and must stay so.
    same = dict(zip(map(id, regions.planned), planned, strict=True))
    drawn = tuple(same.get(id(s)) or solids([s])[0] for s in regions.drawn)
    return replace(
        result,
        case=anonymise_case(result.case),
        plan=anonymous.plan(result.plan),
        evaluation=anonymous.evaluation(result.evaluation),
        earlier=result.earlier and result.earlier.undated,
        contributions={
            anonymous.name(name): tuple(replace(row, at=None) for row in rows)
            for name, rows in result.contributions.items()
        },
        regions=replace(regions, planned=planned, drawn=drawn, organs=solids(regions.organs)),
        request=replace(
            request,
            targets=tuple(map(anonymous.name, request.targets)),
            avoid={anonymous.name(n): gap for n, gap in request.avoid.items()},
            cross=tuple(map(anonymous.name, request.cross)),
            limits=tuple(map(anonymous.text, request.limits)),
            preferences=tuple(map(anonymous.text, request.preferences)),
            existing_seeds="",
            lock="",
            existing_source="",
            existing_implanted="",
            existing_strength_date="",
            strength_u=result.strength.u,  # without dates, a strength is that at the implant
            implant_datetime="",
            calibration_datetime="",
        ),
        unreachable=tuple(
            replace(
                part,
                target=anonymous.name(part.target),
                blockers={anonymous.name(name): share for name, share in part.blockers.items()},
                openings={
                    JOINT.join(map(anonymous.name, names.split(JOINT))): share
                    for names, share in part.openings.items()
                },
            )
            for part in result.unreachable
        ),
    )
