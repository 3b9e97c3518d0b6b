"""In which order the needles go in, and why."""

from dataclasses import dataclass

from tps.model import Plan


@dataclass(frozen=True)
class InsertionOrder:
    """The order of a plan's needles.

    Parameters
    ----------
    needles : tuple of int
        Their numbers, the first to go in first.
    reason : str
        In one sentence.
    """

    needles: tuple[int, ...]
    reason: str

    def place(self, needle_id: int) -> int:
        """Which one it is, from 1."""
        return self.needles.index(needle_id) + 1

    @property
    def text(self) -> str:
        """The numbers in one line."""
        return ", ".join(map(str, self.needles))


def insertion_order(plan: Plan) -> InsertionOrder:
    """Target after target, the deepest needle of each first.

    A needle that is in casts streaks on the image and holds its hub over the skin.  Shallow ones that come
    later lie between those and the eye, not behind them.  Needles of one depth go by their number, which
    follows the slices.
    """
    targets = list(dict.fromkeys(n.target for n in plan.needles))
    ordered = sorted(plan.needles, key=lambda n: (targets.index(n.target), -round(n.length_mm), n.id))
    reason = "deepest first, so that no hub or shadow of a needle that is in lies on the way of a deeper one"
    if len(targets) > 1:
        reason = f"target by target ({', '.join(targets)}), in each the " + reason
    return InsertionOrder(tuple(n.id for n in ordered), reason)
