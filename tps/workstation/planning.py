"""Plan on the screen: a request from the page, what is locked is kept, progress, a way to stop."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tps.errors import BadInput, TpsError
from tps.model.words import counted
from tps.pipeline.locked import Kept
from tps.pipeline.plan import plan_case
from tps.pipeline.request import PlanRequest
from tps.pipeline.request_document import RequestDocument
from tps.pipeline.request_record import request_of, request_record
from tps.pipeline.result import PlanResult
from tps.workstation.arrangement import Arrangement
from tps.workstation.conflict import Conflict
from tps.workstation.desk import Desk
from tps.workstation.moment import Moment
from tps.workstation.plan_basis import PlanBasis

ProgressCallback = Callable[[str, float], None]

RUNNING, DONE, FAILED, CANCELLED = "running", "done", "failed", "cancelled"


NOTHING_KEPT: Kept = ((), ())


class Stopped(TpsError):
    """The user stopped the planning."""


def requested(record: dict[str, Any], now: PlanRequest | None) -> PlanRequest:
    """The request of the page's form.

    Parameters
    ----------
    record : dict
        Untrusted; it can name no file.
    now : PlanRequest, optional
        The request that is planned to now: what a form cannot say stays.

    Raises
    ------
    BadInput
        For a request that is none.
    """
    known = now.source_folder if now is not None else ""
    if record.get("source_folder", known) not in ("", known):
        raise BadInput("a folder of sources cannot be named from the page", where="the request")
    try:
        found = request_of(record | {"source_folder": known})
    except (ValueError, TypeError) as error:
        raise BadInput(str(error), where="the request", remedy="correct the form") from error
    if now is None:
        return found
    return replace(
        found,
        existing_seeds=now.existing_seeds,
        existing_source=now.existing_source,
        existing_implanted=now.existing_implanted,
        existing_strength_date=now.existing_strength_date,
    )


def request_on(desk: Desk) -> PlanRequest | None:
    """The request that is planned to now; None where there is no plan yet.

    Raises
    ------
    Conflict
        If seeds that were found lie on the desk, not a plan.
    """
    if desk.history is None:
        return None
    basis = desk.moment.basis
    if not isinstance(basis, PlanBasis):
        raise Conflict("seeds that were implanted cannot be planned again; tps plan --existing tops them up")
    return basis.request


def form_entry(desk: Desk) -> dict[str, Any]:
    """``GET /api/request-schema``: the schema, the request as it is now or a new one, names of regions."""
    case = desk.case
    now = request_on(desk)
    if now is None:
        targets = [s.name for s in case.structures.values() if s.is_target] or list(case.structures)
        record = request_record(PlanRequest(targets=tuple(targets[:1]) or ("?",)))
        record["targets"] = targets[:1]
    else:
        record = request_record(now)
    record.pop("source_folder", None)
    return {"schema": RequestDocument.model_json_schema(), "request": record, "rois": list(case.structures)}


@dataclass(eq=False)
class Planning:
    """One run of the planner for a desk.

    Parameters
    ----------
    desk : Desk
    request : PlanRequest
    kept : (tuple of Needle, tuple of Seed)
    progress : callable (stage, fraction)
        Hears the progress.

    Attributes
    ----------
    state : {"running", "done", "failed", "cancelled"}
    message : str
        Why it failed.
    """

    desk: Desk
    request: PlanRequest
    kept: Kept = ((), ())
    progress: ProgressCallback = lambda stage, fraction: None
    state: str = field(init=False, default=RUNNING)
    message: str = field(init=False, default="")
    _stop: threading.Event = field(init=False, default_factory=threading.Event, repr=False)

    def stop(self) -> None:
        """End it at the next word of its progress."""
        self._stop.set()

    def run(self) -> None:
        """Plan, and put the plan on the desk as a step; errors become the message."""
        try:
            moment, result = self._planned()
            self.desk.busy = ""
            self._put(moment, result)
            self.state = DONE
        except Stopped:
            self.state, self.message = CANCELLED, "stopped; the plan is as it was"
        except TpsError as error:
            self.state, self.message = FAILED, str(error)
        finally:
            self.desk.busy = ""

    def _told(self, stage: str, fraction: float) -> None:
        if self._stop.is_set():
            raise Stopped("stopped")
        self.progress(stage, fraction)

    def _planned(self) -> tuple[Moment, PlanResult]:
        case = self.desk.case
        result = plan_case(case, self.request, self._told, self.kept)
        if not result.plan.seeds:
            why = "; ".join(map(str, result.plan.reasons)) or "no needle reaches a target"
            raise BadInput(f"no seed can be placed: {why}", where="the planner")
        request = result.request
        self._told("opening", 0.0)
        basis = PlanBasis.of(case, request, result.plan, result.locked)
        for step in basis.steps:
            step()
        self._told("opening", 1.0)
        return Moment(basis, self._arranged(result)), result

    def _arranged(self, result: PlanResult) -> Arrangement:
        """The plan's needles and seeds, with what was locked still locked."""
        found = Arrangement.numbered(result.plan.needles, result.plan.seeds)
        found = found.steered_by(result.request.steering)
        if self.desk.history is None:
            return found
        before = self.desk.moment.arrangement
        return replace(
            found,
            locked_needles=before.locked_needles & {n.id for n in found.needles},
            locked_seeds=before.locked_seeds & {s.id for s in found.seeds},
            last_needle=max(before.last_needle, found.last_needle),
            last_seed=max(before.last_seed, found.last_seed),
        )

    def _put(self, moment: Moment, result: PlanResult) -> None:
        self.desk.shown(moment).figures = moment.basis.figures_of(result)
        text = "planned"
        if self.desk.history is not None:
            text = "planned again"
            if result.locked:
                numbers = ", ".join(map(str, result.locked))
                text += f" around {counted(len(result.locked), 'locked needle')} ({numbers})"
        self.desk.step(text, moment)


def begin(desk: Desk, record: dict[str, Any], keep_locked: bool) -> Planning:
    """A planning that is ready to run; the desk takes no edit until it has ended.

    Parameters
    ----------
    desk : Desk
    record : dict
        The request of the page.
    keep_locked : bool

    Raises
    ------
    BadInput
        For a request that is none.
    Conflict
        If one is running.
    """
    with desk.lock:
        if desk.busy:
            raise Conflict(desk.busy)
        known = request_on(desk)
        request, kept = requested(record, known), NOTHING_KEPT
        if known is not None:
            now = desk.moment.arrangement
            # What is forbidden was drawn, and is a step of the history: no field of the form says it.
            steering = replace(request.steering, forbidden=now.forbidden, not_from=now.not_from)
            request = replace(request, steering=steering)
            kept = now.kept if keep_locked else NOTHING_KEPT
        desk.busy = "the planner is at work; wait for it, or stop it"
        return Planning(desk, request, kept)
