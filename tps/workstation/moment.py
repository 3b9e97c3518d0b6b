"""The plan at one moment, and what is known of it."""

from dataclasses import dataclass

from tps.workstation.arrangement import Arrangement
from tps.workstation.basis import Basis
from tps.workstation.figures import Figures, previewed
from tps.workstation.live_dose import Doses


@dataclass(frozen=True, eq=False)
class Moment:
    """The plan at one moment: on what basis, and what lies where."""

    basis: Basis
    arrangement: Arrangement


@dataclass(eq=False)
class Shown:
    """What is known of a moment; more is found out later."""

    figures: Figures | None = None
    doses: Doses | None = None
    notes: tuple[str, ...] = ()


def previewed_at(moment: Moment, doses: Doses) -> Figures:
    """Figures of a moment from samples.

    Parameters
    ----------
    moment : Moment
    doses : Doses
        Of all its seeds.
    """
    basis = moment.basis
    return previewed(doses, basis.prescription.dose_gy, basis.limits)
