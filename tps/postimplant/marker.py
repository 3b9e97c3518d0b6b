"""What shows of a seed in CT: the marker inside it, by seed model."""

from dataclasses import dataclass

from tps.model import SourceModel

# Excess HU of the whole seed over soft tissue, integrated, at 120 kV: the start for what the series says.
SILVER_ROD_HU_MM3 = 87_000.0

# Models with a silver rod of 3.0 mm x 0.5 mm, or one much alike.
SILVER_RODS = ("i125_6711", "i125_9011_thinseed", "i125_ibt_1251l", "i125_stm1251")


@dataclass(frozen=True)
class Marker:
    """A straight, thin marker.

    Parameters
    ----------
    length_mm : float
    mass_hu_mm3 : float
        Excess HU integrated over the seed, as a first guess within a factor of two and a half.
    described : bool
        False: no description of this model's marker is at hand; a silver rod is assumed.
    """

    length_mm: float
    mass_hu_mm3: float
    described: bool = True


def marker_of(source: SourceModel) -> Marker:
    """The marker of a seed model; for a model without a description that of the 6711."""
    return Marker(3.0, SILVER_ROD_HU_MM3, source.name in SILVER_RODS)
