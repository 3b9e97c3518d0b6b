"""The plan on the desk: what it is now, how it came to be, and every way to change it.

One desk serves one page.  Its methods are called from worker threads, one change at a time; the full
evaluation runs beside and is taken only if nothing has changed meanwhile.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from tps.errors import BadInput
from tps.model import Case
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.basis import READY, Basis
from tps.workstation.bodies import Bodies
from tps.workstation.commands import moves_nothing
from tps.workstation.conflict import Conflict
from tps.workstation.dose_plane import DosePlane
from tps.workstation.figures import NO_FIGURES, Figures, told_otherwise
from tps.workstation.hand import Hand, Preview, preview_of
from tps.workstation.history import History
from tps.workstation.live_dose import Doses
from tps.workstation.moment import Moment, Shown, previewed_at
from tps.workstation.plan_entry import figures_entry, metric_table

CHECKED, EDITED, PREVIEW, STORED = "checked", "edited-not-checked", "preview", "stored"


@dataclass(eq=False)
class Desk:
    """One plan, or a patient without one yet.

    Parameters
    ----------
    case : Case
    parent : dict
        ``parent`` of a plan that is made from the one that was opened; empty without one.
    on_step : callable (kind, text, moment), optional
        Hears of each "step", "undo" and "redo" before it is done.
    standing : callable, optional
        Gives versions and approval for the page.

    Attributes
    ----------
    revision : int
        Grows with every change.
    history : History or None
        None where there is no plan yet.
    busy : str
        Why no edit is taken; "" where edits are.
    lock : RLock
        Held while the desk is looked at or changed.
    bodies : Bodies
    """

    case: Case
    parent: dict = field(default_factory=dict)
    on_step: Callable[[str, str, Moment], None] | None = None
    standing: Callable[[], dict[str, Any]] | None = None
    revision: int = field(init=False, default=0)
    history: History[Moment] | None = field(init=False, default=None)
    busy: str = field(init=False, default="")
    lock: threading.RLock = field(init=False, default_factory=threading.RLock, repr=False)
    bodies: Bodies = field(init=False, repr=False)
    _shown: WeakKeyDictionary[Moment, Shown] = field(
        init=False, default_factory=WeakKeyDictionary, repr=False
    )
    _hand: Hand = field(init=False, default_factory=Hand, repr=False)

    def __post_init__(self) -> None:
        self.bodies = Bodies(self.case.ct.grid)

    def open(self, basis: Basis, arrangement: Arrangement) -> None:
        """Put a plan on the desk: nothing is edited yet."""
        with self.lock:
            self.history = History(Moment(basis, arrangement))
            self.revision += 1

    @property
    def moment(self) -> Moment:
        """What lies on the desk; raises ``Conflict`` where there is no plan yet."""
        if self.history is None:
            raise Conflict("there is no plan yet")
        return self.history.state

    @property
    def preparing(self) -> str:
        """What is not there yet of what lies on the desk; ``READY`` where nothing does."""
        return READY if self.history is None else self.moment.basis.preparing

    @property
    def opened(self) -> Figures | None:
        """Exact figures of the plan as it was opened; None as long as they are not known."""
        figures = None if self.history is None else self.shown(self.history.first).figures
        return figures if figures is not None and figures.exact else None

    @property
    def is_exact(self) -> bool:
        """Whether figures come from the full evaluation, or there will be none."""
        if self.history is None or not self.moment.arrangement.seeds:
            return True
        figures = self.shown(self.moment).figures
        return figures is not None and figures.exact

    @property
    def is_edited(self) -> bool:
        """Whether the plan differs from the one that was opened."""
        return self.history is not None and self._differs(self.moment)

    def _differs(self, moment: Moment) -> bool:
        return self.history is not None and self.version_of(moment) != self.version_of(self.history.first)

    def shown(self, moment: Moment) -> Shown:
        """What is known of a moment."""
        return self._shown.setdefault(moment, Shown())

    def doses(self, moment: Moment | None = None) -> Doses:
        """Dose of all seeds of a moment, those that were there before included."""
        moment = moment or self.moment
        found = self.shown(moment)
        if found.doses is None or self._is_stale(found):
            seeds = (*moment.arrangement.seeds, *moment.basis.existing)
            found.doses = moment.basis.live.of(seeds)
        return found.doses

    @staticmethod
    def _is_stale(found: Shown) -> bool:
        return found.doses is not None and found.doses.is_stale

    def figures(self, moment: Moment | None = None) -> Figures:
        """The best figures there are of a moment; none of one of which nothing can be known yet."""
        moment = moment or self.moment
        found = self.shown(moment)
        # A preview that was made before all samples were there is made anew with them.
        if found.figures is not None and found.figures.plan is None and self._is_stale(found):
            found.figures = None
        if found.figures is None:
            if not moment.basis.live.samples.done:
                return NO_FIGURES
            found.figures = previewed_at(moment, self.doses(moment))
        return found.figures

    def edit(self, base_revision: int, edit: Mapping[str, Any]) -> dict[str, Any]:
        """Do an edit and tell the plan.

        Parameters
        ----------
        base_revision : int
            That the page had.
        edit : mapping

        Raises
        ------
        Conflict
            If the plan has changed since.
        BadInput
            As ``apply``; and for what cannot be built.
        """
        with self.lock:
            self._check_revision(base_revision)
            before = self.moment
            after, text = self._applied(edit)
            impossible = before.basis.rules.impossible(after.arrangement)
            if impossible:
                raise BadInput(impossible, where=WHERE, remedy="nothing was changed")
            moving = None if moves_nothing(edit) else edit
            held = self._hand.hold(self.revision, moving, self.doses(before), before, after)
            known = self.shown(after)
            if moves_nothing(edit):
                known.figures = self.shown(before).figures
            known.doses = held.with_moved(after.arrangement.seeds)
            return self.step(text, after)

    def step(self, text: str, after: Moment) -> dict[str, Any]:
        """Add a step to the history and tell the plan."""
        with self.lock:
            if self.on_step is not None:
                self.on_step("step", text, after)
            self.put(text, after)
            return self.entry()

    def put(self, text: str, after: Moment) -> None:
        """Add a step to the history; the first plan of a patient begins one."""
        with self.lock:
            if self.history is None:
                self.history = History(after)
            else:
                self._forget(self.moment)
                self.history.add(text, after)
            self._turned()

    def undo(self) -> dict[str, Any]:
        """Take the last step back; raises ``Conflict`` where there is none."""
        return self._walk("undo", "there is nothing to undo")

    def redo(self) -> dict[str, Any]:
        """Take the undone step; raises ``Conflict`` where there is none."""
        return self._walk("redo", "there is nothing to redo")

    def original(self) -> dict[str, Any]:
        """Go back to the plan as it was opened: a step that can be undone."""
        with self.lock:
            self._check_free()
            if self.history is None or not self.is_edited:
                raise Conflict("the plan is as it was opened")
            first = self.history.first
            again = Moment(first.basis, first.arrangement)
            self._shown[again] = self.shown(first)
            return self.step("back to the plan as it was opened", again)

    def drag(self, base_revision: int, edit: Mapping[str, Any], planes: Sequence[DosePlane] = ()) -> Preview:
        """What an edit would give, figures from samples; errors as of ``edit``.

        Parameters
        ----------
        base_revision : int
        edit : mapping
        planes : sequence of DosePlane
            On which the dose is looked at.
        """
        with self.lock:
            self._check_revision(base_revision)
            before = self.moment
            after, _ = self._applied(edit)
            held = self._hand.hold(self.revision, edit, self.doses(before), before, after)
        return preview_of(held, before, after, planes)

    def refine(self) -> dict[str, Any] | None:
        """Evaluate in full what lies on the desk; None where that is done, or the plan changed meanwhile."""
        with self.lock:
            if self.history is None or not self.moment.arrangement.seeds:
                return None
            moment, known = self.moment, self.shown(self.moment)
        if known.figures is not None and known.figures.exact:
            return None
        seeds = (*moment.arrangement.seeds, *moment.basis.existing)
        figures = moment.basis.figures_of(self.evaluated(moment))
        doses = moment.basis.live.of(seeds)
        with self.lock:
            self._found(known, figures)
            if self.moment is not moment:
                return None
            known.doses = doses
            self._hand.let_go()
        self._refine_first()
        return self.entry()

    def settle(self) -> None:
        """Sum the dose of what lies on the desk at the samples, so that no hand waits for it."""
        if self.history is not None and self.moment.basis.live.samples.done:
            self.doses().sampled  # noqa: B018 - summed when first asked for

    def _refine_first(self) -> None:
        """Evaluate the plan as it was opened too, where the journal has put another one on the desk."""
        if self.history is not None and self.opened is None:
            first = self.history.first
            self.exact(first, self.evaluated(first))

    def exact(self, moment: Moment, result: Any) -> Figures:
        """Exact figures of a moment; those of its result where they are not known yet."""
        known = self.shown(moment)
        if known.figures is None or not known.figures.exact:
            self._found(known, moment.basis.figures_of(result))
        assert known.figures is not None
        return known.figures

    def _found(self, known: Shown, figures: Figures) -> None:
        """Exact figures are there: those of the folder must have been the same, or it is said."""
        if known.figures is not None and known.figures.stored:
            known.notes = told_otherwise(known.figures, figures)
        known.figures = figures

    def moment_at(self, revision: int) -> Moment:
        """What lies on the desk, if it is of that revision; raises ``Conflict``."""
        with self.lock:
            self._check_revision(revision)
            return self.moment

    def evaluated(self, moment: Moment) -> Any:
        """The full evaluation and second check of a moment; errors as of ``Basis.evaluated``."""
        return moment.basis.evaluated(moment.arrangement)

    def entry(self, moment: Moment | None = None) -> dict[str, Any]:
        """The plan for the page."""
        with self.lock:
            moment = moment or self.moment
            figures = self.figures(moment)
            arrangement, basis = moment.arrangement, moment.basis
            ruled = basis.rules.check(arrangement)
            standing = self.standing() if self.standing is not None else {}
            edited, now = self._differs(moment), moment is self.moment
            is_checked = not edited or (now and standing.get("checked_version") is not None)
            # Without a seed there is nothing to evaluate: the samples say all, and nothing more will come.
            told = figures_entry(basis, figures, self.opened)
            told["warnings"] = [*self.shown(moment).notes, *told["warnings"]]
            is_exact = figures.exact or not arrangement.seeds
            checked = CHECKED if is_checked else EDITED
            return {
                "revision": self.revision,
                "edited": edited,
                "checked": STORED if figures.stored else checked if is_exact else PREVIEW,
                "preparing": basis.preparing,
                "version": self.version_of(moment),
                "parent": self.parent or None,
                "metric_table": metric_table(),
                "kind": basis.kind,
                **basis.strengths_entry(arrangement.seeds),
                **basis.arrangement_entry(arrangement, ruled),
                **told,
                **self._edits(),
                **standing,
            }

    def _edits(self) -> dict[str, Any]:
        history = self.history
        if history is None:
            return {"edits": [], "can_undo": False, "can_redo": False}
        edits = [{"number": n, "text": text} for n, text in enumerate(history.texts, start=1)]
        return {"edits": edits, "can_undo": history.can_undo, "can_redo": history.can_redo}

    def version_of(self, moment: Moment) -> str:
        """Sum of what is to be carried out, or was found, at a moment."""
        return moment.basis.version_of(moment.arrangement)

    def _check_revision(self, base_revision: int) -> None:
        self._check_free()
        if base_revision != self.revision:
            raise Conflict("the plan has changed since; look at it again")

    def _check_free(self) -> None:
        if self.busy:
            raise Conflict(self.busy)

    def _applied(self, edit: Mapping[str, Any]) -> tuple[Moment, str]:
        moment = self.moment
        after, text = moment.basis.applied(edit, moment.arrangement)
        return Moment(moment.basis, after), text

    def turn(self, way: str) -> bool:
        """Undo or redo a step; False where there is none."""
        with self.lock:
            if self.history is None:
                return False
            self._forget(self.moment)
            done = self.history.undo() if way == "undo" else self.history.redo()
            if done:
                self._turned()
            return done

    def _walk(self, way: str, why_not: str) -> dict[str, Any]:
        with self.lock:
            self._check_free()
            history = self.history
            if history is None or not (history.can_undo if way == "undo" else history.can_redo):
                raise Conflict(why_not)
            if self.on_step is not None:
                self.on_step(way, "", self.moment)
            self.turn(way)
            return self.entry()

    def _forget(self, moment: Moment) -> None:
        """Doses of what lies on the desk no longer are not kept: there may be hundreds of them."""
        if self.history is not None and moment is not self.history.first:
            self.shown(moment).doses = None

    def _turned(self) -> None:
        self.revision += 1
        self._hand.let_go()
