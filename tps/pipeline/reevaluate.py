"""A plan folder judged again: as it is, or with a table in which somebody changed needles or seeds."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tps.dicom.case import read_case
from tps.errors import BadInput, OutputRefused
from tps.export.integrity import PLAN_JSON, check_beside_plan, check_plan_folder, is_plan_folder
from tps.export.plan_json import PlanFile, read_plan_json
from tps.export.read_needles import read_needles_csv
from tps.formats.seeds_csv import read_seeds_csv
from tps.model import Case, Needle, Plan, Reason
from tps.model.words import counted
from tps.optimize.problem import Layout
from tps.pipeline.edits import Edit, edit_by_needles, edit_by_seeds
from tps.pipeline.finish import finish
from tps.pipeline.layout_rules import broken_rules, checked_needles, refuse_impossible_layout
from tps.pipeline.load import load_case
from tps.pipeline.prepare import Premises, Preparation, prepare
from tps.pipeline.reading import scan_and_contours
from tps.pipeline.request import PlanRequest
from tps.pipeline.request_record import recorded_request
from tps.pipeline.result import PlanResult
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch

# Needles that know their way, and why some may not go it.
Ways = Callable[[Sequence[Needle]], tuple[tuple[Needle, ...], tuple[Reason, ...]]]


@dataclass(frozen=True, eq=False)
class OpenedPlan:
    """A plan folder read, with what it was made on.

    Parameters
    ----------
    folder : Path
    file : PlanFile
    plan : Plan
    case : Case
    request : PlanRequest
        What it was made for, regions called as the case calls them.
    """

    folder: Path
    file: PlanFile
    plan: Plan
    case: Case
    request: PlanRequest

    @cached_property
    def premises(self) -> Premises:
        """What is known of it before its regions are bodies."""
        found = Premises.of(self.case, self.request)
        if found.earlier is None or self.file.existing is None:
            return found
        # The folder names the model of the seeds there already, whether or not anybody had stated it.
        stated = self.file.existing.source_stated
        return replace(found, earlier=replace(found.earlier, model_stated=stated))

    def prepared(self, progress: ProgressCallback | None = None) -> Preparation:
        """What judging it, or a changed one, needs; no approach is looked for."""
        return prepare(self.case, self.request, progress, search=False, premises=self.premises)

    @property
    def as_parent(self) -> dict:
        """What a plan made from it by hand says of it: ``parent`` of plan.json."""
        content = (self.folder / PLAN_JSON).read_bytes()
        return {
            "plan_uid": (self.file.model_extra or {}).get("dicom", {}).get("RTPLAN.dcm", ""),
            "sha256": hashlib.sha256(content).hexdigest(),
            "folder": self.folder.resolve().name,
        }


def open_folder(
    folder: Path | str,
    ct: Path | str | None = None,
    structures: Sequence[Path | str] = (),
    read: Callable[..., Case] = read_case,
) -> OpenedPlan:
    """Read a plan folder and the case it was made on; errors as of ``evaluate_folder``.

    Parameters
    ----------
    folder, ct, structures
        As for ``evaluate_folder``.
    read : callable
        As for ``load_case``.
    """
    folder = Path(folder)
    file = read_plan_folder(folder)
    request = recorded_request(file, folder)
    plan = file.plan(allow_any_strength=request.allow_any_strength)
    case = read_case_of(file, folder, ct, structures, read)
    return OpenedPlan(folder, file, plan, case, request.with_names(case.name_of))


def evaluate_folder(
    folder: Path | str,
    *,
    needles: Path | str | None = None,
    seeds: Path | str | None = None,
    ct: Path | str | None = None,
    structures: Sequence[Path | str] = (),
    progress: ProgressCallback | None = None,
) -> PlanResult:
    """Judge a plan by the rules it was made with.

    Parameters
    ----------
    folder : path-like
        A plan folder; it is only read.
    needles, seeds : path-like, optional
        The changed table, one of the two at most; without one the plan is judged as it is.
    ct, structures : path-like, optional
        The scan and its contours, where they are no longer where the plan read them.
    progress : callable (stage, fraction), optional

    Returns
    -------
    PlanResult
        ``parent`` names the plan in the folder, ``plan.edited_by_hand`` says what was changed; rules that are
        not kept are among the plan's reasons and warnings.

    Raises
    ------
    BadInput
        If the folder is no plan folder or contradicts itself, the scan or contours are not those it was made
        on, or the table cannot be read or asks for what cannot be.
    PlanRefused
        If the second check fails.
    """
    watch = Stopwatch(progress)
    with watch.stage("reading"):
        opened = open_folder(folder, ct, structures)
        edit, where = _edited(opened.plan, opened.request, opened.case, needles, seeds)
    prepared = opened.prepared(progress)
    plan, request = opened.plan, opened.request
    layout = judged_layout(prepared, request, edit, where, plan=None if edit.words else plan)
    result = finish(opened.case, request, prepared, layout, (*plan.edited_by_hand, *edit.words))
    watch.timing_s.update(result.timing_s)
    locked = tuple((opened.file.model_extra or {}).get("locked", ()))
    return replace(result, parent=opened.as_parent, locked=locked, timing_s=dict(watch.timing_s))


def read_plan_folder(folder: Path) -> PlanFile:
    """The ``plan.json`` of a folder whose files agree; raises ``BadInput``."""
    if not folder.is_dir() or not is_plan_folder(folder):
        raise BadInput(
            "is no plan folder",
            where=str(folder),
            expected="a folder with a plan.json as `tps plan --out` writes it",
        )
    check_plan_folder(folder)
    return read_plan_json(folder)


def refuse_within(out: Path | str, folder: Path | str) -> None:
    """Raise ``OutputRefused`` where a result would be written over a plan that is read, or into it."""
    out, folder = Path(out).resolve(), Path(folder).resolve()
    if out == folder or folder in out.parents:
        raise OutputRefused(
            f"{out}: lies in the plan that is evaluated, which is never changed\nRemedy: name another folder"
        )


def read_case_of(
    file: PlanFile,
    folder: Path,
    ct: Path | str | None = None,
    structures: Sequence[Path | str] = (),
    read: Callable[..., Case] = read_case,
) -> Case:
    """The case a plan was made on.

    Parameters
    ----------
    file : PlanFile
    folder : Path
        Of the plan, for messages.
    ct, structures : path-like, optional
        Where they are now, if not where the plan says.
    read : callable
        As for ``load_case``.

    Raises
    ------
    BadInput
        If they are not there, or not the same to the last byte.
    """
    what, how = scan_and_contours(file, folder, ct, structures)
    case = load_case(*what, **how, read=read)
    _check_same_uids(case, file, str(folder / PLAN_JSON), ("series_uid", "frame_of_reference_uid"), "scan")
    _check_same_uids(case, file, str(folder / PLAN_JSON), ("structure_set_uid",), "structure set")
    _check_same_files(case, file, str(folder / PLAN_JSON), set(file.inputs.get("sha256", {})))
    return case


def read_scan_of(file: PlanFile, folder: Path, ct: Path | str | None = None) -> Case:
    """The scan a plan was made on, without its contours; arguments and errors as of ``read_case_of``."""
    what, how = scan_and_contours(file, folder, ct, with_contours=False)
    case = load_case(*what, **how)
    _check_same_uids(case, file, str(folder / PLAN_JSON), ("series_uid", "frame_of_reference_uid"), "scan")
    _check_same_files(case, file, str(folder / PLAN_JSON), set())
    return case


def _check_same_uids(case: Case, file: PlanFile, where: str, keys: Sequence[str], what: str) -> None:
    for key in keys:
        wanted, found = file.inputs.get(key), getattr(case.identity, key)
        if wanted != found:
            raise BadInput(
                f"the {what} is not the one the plan was made on: its {key.replace('_', ' ')} is"
                f" {found or '(none)'}",
                where=where,
                expected=str(wanted or "(none)"),
                remedy="give the scan and the contours of this plan: --ct DIR --structures FILE",
            )


def _check_same_files(case: Case, file: PlanFile, where: str, needed: set[str]) -> None:
    """Every file that was read must be as the plan knows it, and all that are ``needed`` must be there."""
    wanted, found = file.inputs.get("sha256", {}), case.files
    changed = sorted(k for k in needed | set(found) if wanted.get(k) != found.get(k))
    if changed:
        raise BadInput(
            f"{counted(len(changed), 'file')} of scan and contours differ from what the plan was made on,"
            f" first {changed[0]}",
            where=where,
            expected="the same files to the last byte (SHA-256)",
            remedy="give the files of this plan (--ct, --structures), or plan again on the new ones",
        )


def _edited(
    plan: Plan, request: PlanRequest, case: Case, needles: Path | str | None, seeds: Path | str | None
) -> tuple[Edit, str]:
    """What the table makes of the plan, and the table's name."""
    if needles is not None and seeds is not None:
        raise BadInput(
            "a table of needles and one of seeds", where="--needles / --seeds", expected="one of the two"
        )
    if needles is not None:
        check_beside_plan(needles)
        return edit_by_needles(plan, read_needles_csv(needles), case.ct.grid), Path(needles).name
    if seeds is None:
        return Edit(plan.needles, plan.seeds), "plan.json"
    check_beside_plan(seeds)
    name = Path(seeds).name
    found = read_seeds_csv(seeds, allow_any_strength=request.allow_any_strength)
    return edit_by_seeds(plan, found, name), name


def judged_layout(
    prepared: Preparation,
    request: PlanRequest,
    edit: Edit,
    where: str,
    plan: Plan | None = None,
    ways: Ways | None = None,
) -> Layout:
    """Needles and seeds that are there, as the planner hands them on: their ways looked at, rules in words.

    Parameters
    ----------
    prepared : Preparation
    request : PlanRequest
    edit : Edit
    where : str
        The table, for messages.
    plan : Plan, optional
        The plan itself where nothing was changed: what its search found still holds.
    ways : callable, optional
        Gives for needles what ``checked_needles`` does, where it is known.

    Raises
    ------
    BadInput
        For what cannot be built.
    """
    problem, protocol = prepared.problem, request.protocol
    if not edit.seeds:
        raise BadInput("no seed is left", where=where, expected="a plan with one seed or more")
    refuse_impossible_layout(edit.needles, edit.seeds, prepared.source, problem.existing, where)
    if ways is None:
        needles, refused = checked_needles(edit.needles, edit.seeds, prepared.obstacles, problem.half_seed_mm)
    else:
        needles, refused = ways(edit.needles)
    rules = broken_rules(
        needles,
        edit.seeds,
        prepared.regions.planned,
        protocol,
        existing=problem.existing,
        max_needles=request.max_needles,
    )
    wanted = problem.prescription.dose_gy
    everything = edit.seeds + problem.existing
    deep = all(
        prepared.engine.dose_gy(target.surface_points_mm, everything).min() >= wanted
        for target in problem.targets
    )
    if plan is None:
        return Layout(needles, edit.seeds, deep, refused, rules)
    believed = tuple(r for r in plan.reasons if r.kind not in ("path", "limit"))
    return Layout(needles, edit.seeds, deep, (*believed, *refused), rules, plan.certificate, plan.search)
