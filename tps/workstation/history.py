"""What was done, step by step, and the way back."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

State = TypeVar("State")


@dataclass(frozen=True, eq=False)
class Step(Generic[State]):
    """One edit: what was done, and what it led to."""

    text: str
    state: State


@dataclass(eq=False)
class History(Generic[State]):
    """Steps from a first state; undone ones are kept until another step is made.

    Parameters
    ----------
    first : State
    steps : list of Step
    done : int
        How many of the steps are in force.
    """

    first: State
    steps: list[Step[State]] = field(default_factory=list)
    done: int = 0

    @property
    def state(self) -> State:
        """As it is now."""
        return self.steps[self.done - 1].state if self.done else self.first

    @property
    def can_undo(self) -> bool:
        """Whether a step is in force."""
        return self.done > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return self.done < len(self.steps)

    @property
    def texts(self) -> list[str]:
        """What was done, in order."""
        return [step.text for step in self.steps[: self.done]]

    def add(self, text: str, state: State) -> None:
        """A new step; what was undone before is forgotten."""
        del self.steps[self.done :]
        self.steps.append(Step(text, state))
        self.done += 1

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        possible = self.can_undo
        self.done -= possible
        return possible

    def redo(self) -> bool:
        """Take the step that was undone last; False where there is none."""
        possible = self.can_redo
        self.done += possible
        return possible
