"""One problem with several seed strengths: what each would give, and which is best."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tps.errors import BadInput
from tps.optimize.judge import judge
from tps.optimize.problem import Layout, Problem
from tps.optimize.solve import optimise
from tps.optimize.weights import NEEDLE, SEED, V150, V200


@dataclass(frozen=True, eq=False)
class SweepRow:
    """What one strength gives.

    Parameters
    ----------
    strength_u : float
        Of each seed.
    layout : Layout
    lowest : float
        The prescribed metric of the worst target, in prescriptions.
    v150, v200 : float
        Volume fractions, averaged over the targets.
    """

    strength_u: float
    layout: Layout
    lowest: float
    v150: float
    v200: float

    @property
    def total_u(self) -> float:
        """Strength of all new seeds together."""
        return self.strength_u * len(self.layout.seeds)

    @property
    def cost(self) -> float:
        """Needles, seeds and heat, weighed as the search weighs them; in needles."""
        needles, seeds = len(self.layout.needles), len(self.layout.seeds)
        return NEEDLE * needles + SEED * seeds + V150 * self.v150 + V200 * self.v200

    @property
    def rank(self) -> tuple:
        """Order of preference: met; then nearest to it, or cheapest."""
        return (0, self.cost) if self.layout.met else (1, -self.lowest)


@dataclass(frozen=True, eq=False)
class Sweep:
    """Rows by rising strength, and the best of them."""

    rows: tuple[SweepRow, ...]

    @property
    def best(self) -> SweepRow:
        """The row to take."""
        return min(self.rows, key=lambda r: (*r.rank, r.strength_u))


def sweep_strengths(problem: Problem, strengths_u: Sequence[float]) -> Sweep:
    """Plan with each strength.

    Parameters
    ----------
    problem : Problem
        Its own strength is not used.
    strengths_u : sequence of float
        Strengths on the shelf, U per seed at the time of the implant.

    Raises
    ------
    BadInput
        If there is no strength, or one is not positive.
    """
    strengths = sorted({float(s) for s in strengths_u})
    if not strengths or not strengths[0] > 0 or strengths[-1] == float("inf"):
        raise BadInput(
            f"strengths to try are {list(strengths_u)}",
            expected="one or more positive strengths",
            remedy="name the strengths on the shelf",
        )
    told = problem.progress or (lambda fraction, text: None)
    rows = []
    for i, strength in enumerate(strengths):
        one = replace(
            problem,
            strength_u=strength,
            progress=lambda x, text, i=i: told((i + x) / len(strengths), f"{text} at strength {i + 1}"),
        )
        layout = optimise(one)
        if not layout.seeds:
            rows.append(SweepRow(strength, layout, 0.0, 0.0, 0.0))
            continue
        targets = judge(one, layout.seeds)
        mean = [sum(getattr(t, v) for t in targets.targets) / len(targets.targets) for v in ("v150", "v200")]
        rows.append(SweepRow(strength, layout, targets.lowest, *mean))
    return Sweep(tuple(rows))
