"""A second reading of a region's contours, and how much of its volume depends on it."""

from dataclasses import dataclass

# Parts of a region's volume from which a second reading is said, and from which the region is not used.
SAID = 0.01
TOO_MUCH = 0.1


@dataclass(frozen=True)
class Doubt:
    """A second reading.

    Parameters
    ----------
    fraction : float
        Part of the volume that depends on it.
    said : str
        A sentence about it.
    refused : str
        Why the region cannot be used where the fraction is too much; "" where it can be nevertheless.
    always : bool
        It is said however small the fraction.
    """

    fraction: float
    said: str
    refused: str = ""
    always: bool = False

    @property
    def is_too_much(self) -> bool:
        """True if the region cannot be used."""
        return bool(self.refused) and self.fraction > TOO_MUCH

    @property
    def is_said(self) -> bool:
        """True if it is worth a sentence."""
        return self.always or self.fraction > SAID


def percent(fraction: float) -> str:
    """A part of a volume in words."""
    return f"{100 * fraction:.2g} %" if fraction < 0.995 else "all"
