"""What to order: seeds of each strength with spares, and the strength they must have when certified."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from tps.dose.decay import decay_factor
from tps.model import Plan, Protocol, SourceModel, Strength

# Strengths are told for seeds certified so many days before the implant, where no date is given.
DAYS_BEFORE = (7, 14, 30)


@dataclass(frozen=True)
class OrderLine:
    """Seeds of one strength.

    Parameters
    ----------
    needed, spares : int
        Seeds of the plan, and seeds beyond them.
    strength : Strength
        Of each.
    """

    needed: int
    spares: int
    strength: Strength

    @property
    def count(self) -> int:
        """Seeds to order."""
        return self.needed + self.spares


def spares_for(needed: int, protocol: Protocol) -> int:
    """Spare seeds for so many, by the protocol: a part of them, rounded up, never fewer than its least."""
    return max(math.ceil(protocol.spare_fraction * needed - 1e-9), protocol.spare_least)


def strength_before(source: SourceModel, strength_u: float, before: timedelta) -> float:
    """Strength (U) a seed must have so long before it has ``strength_u``."""
    return strength_u / decay_factor(source, before.total_seconds() / 3600)


def order_lines(
    plan: Plan,
    source: SourceModel,
    protocol: Protocol,
    implant: datetime | None = None,
    certified: datetime | None = None,
    u_per_mci: float | None = None,
) -> tuple[OrderLine, ...]:
    """The order list of a plan, by rising strength.

    Parameters
    ----------
    plan : Plan
        Its seeds have their strength at the implant.
    source : SourceModel
    protocol : Protocol
        Says how many spares.
    implant, certified : datetime, optional
        When the seeds are implanted, and for when their strength is certified.
    u_per_mci : float, optional
        Factor of the certificate.
    """
    strengths = np.round([s.strength_u for s in plan.seeds], 6)
    dates = {"at": implant, "calibrated_at": certified}
    return tuple(
        OrderLine(
            int(count),
            spares_for(int(count), protocol),
            Strength.at_implant(source, float(strength), factor=u_per_mci, **dates),
        )
        for strength, count in zip(*np.unique(strengths, return_counts=True), strict=True)
    )
