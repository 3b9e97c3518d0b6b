"""How the patient lies: what scan, table and user say, and whether another way would serve better."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tps.access.approach import Approach, reach_in
from tps.access.obstacles import Obstacles
from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.model.position import POSITIONS, Position, position_named

# A table seen within this angle of a direction lies there.
TABLE_COSINE = np.cos(np.deg2rad(40.0))

# Another position is worth a new CT if it reaches this much more of the target, or saves so many points of
# access for each needle (one point: the odds of a complication are lower by a factor of 2.7).
WORTH_MOVING_PART = 0.03
WORTH_MOVING_POINTS = 1.0


def settled_position(position: Position, table_side: np.ndarray | None) -> Position:
    """The position once the table in the scan has been looked at.

    Where nobody says how the patient lies, the table tells.

    Parameters
    ----------
    position : Position
        As the scan or the user says, or as assumed.
    table_side : (3,) float or None
        Unit vector from the patient to the table, patient coordinates; None where none is seen.

    Raises
    ------
    BadInput
        If the scan says one thing and its table another.
    """
    if table_side is None or not position.as_scanned:
        return position
    found = next(
        (name for name in POSITIONS if -np.asarray(table_side) @ position_named(name).up > TABLE_COSINE), None
    )
    if found is None or found == position.name:
        return position
    if not position.stated:
        return position_named(found)
    raise BadInput(
        f"the patient is said to lie {position.words}, but the table is seen where it is for one who lies"
        f" {position_named(found).words}",
        where="CT (0018,5100) / --position",
        expected="a table below the patient",
        remedy=f"correct Patient Position, or say how the patient lies with --position (here: {found})",
    )


@dataclass(frozen=True)
class PositionAdvice:
    """Another way to lie that would serve a target better.

    Parameters
    ----------
    target : str
    position : Position
        The better one.
    reached_now, reached_then : float
        Parts of the target that needles reach, in the present position and in that one.
    points_now, points_then : float
        Points of access of the best direction in either.
    now : Position
    """

    target: str
    position: Position
    reached_now: float
    reached_then: float
    points_now: float
    points_then: float
    now: Position

    @property
    def is_needed(self) -> bool:
        """Whether the present position leaves part of the target unreached."""
        return self.reached_then > self.reached_now + WORTH_MOVING_PART

    @property
    def verdict(self) -> str:
        """A few words for the verdict on access."""
        what = "needs a CT taken" if self.is_needed else "would be easier"
        return f"{self.target} {what} {self.position.words}"

    @property
    def message(self) -> str:
        """One or two sentences for people."""
        remedy = (
            f"Take the planning CT {self.position.words}; --position {self.position.name} shows a preview"
            " on this one, in which nothing has moved."
        )
        if self.is_needed:
            return (
                f"{self.target}: from above a patient who lies {self.now.words} needles reach"
                f" {100 * self.reached_now:.0f} % of it, {self.position.words}"
                f" {100 * self.reached_then:.0f} %. {remedy}"
            )
        odds = float(np.exp(min(self.points_now - self.points_then, 5.0)))
        return (
            f"{self.target}: {self.position.words} the way in would be easier, with about {odds:.0f} times"
            f" lower odds of a complication for each needle. {remedy}"
        )


def better_position(
    obstacles: Obstacles, target: Solid, approaches: Sequence[Approach]
) -> PositionAdvice | None:
    """The position in which a target is reached clearly better than in the present one; None if none is.

    The same anatomy is looked at with another way up: that organs move and the lung deflates is left out.

    Parameters
    ----------
    obstacles : Obstacles
    target : Solid
    approaches : sequence of Approach
        Those of the present position, most useful first.
    """
    best_now = approaches[0].cost if approaches else np.inf
    whole = bool(approaches) and approaches[0].reachable_fraction > 1 - WORTH_MOVING_PART
    if whole and best_now < WORTH_MOVING_POINTS:
        return None
    protocol, now = obstacles.protocol, obstacles.position
    free = replace(obstacles, steering=type(obstacles.steering)(), entry=None)
    reached_now, points_now = reach_in(free, target, protocol)
    found = None
    for name in POSITIONS:
        if name == now.name:
            continue
        there = position_named(name, as_scanned=False)
        reached, points = reach_in(replace(free, position=there), target, protocol)
        if reached == 0.0:
            continue
        better = PositionAdvice(target.name, there, reached_now, reached, points_now, points, now)
        if not better.is_needed and (
            reached < reached_now - WORTH_MOVING_PART or points > points_now - WORTH_MOVING_POINTS
        ):
            continue
        rank = (-round(reached / WORTH_MOVING_PART), points)
        if found is None or rank < found[0]:
            found = (rank, better)
    return found[1] if found else None
