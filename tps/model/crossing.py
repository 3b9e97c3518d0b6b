"""What a needle passes on its way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Crossing:
    """One structure on a needle's way.

    Parameters
    ----------
    name : str
    risk_class : str
        "never", "avoid", "bone", "cost" or "free": see ``tps.access.risk``.
    derived : bool
        Found in the CT, not contoured by a person.
    length_mm : float
        Of the path inside it, all passages together.
    from_mm : float
        Where the path enters it first, from the skin.
    """

    name: str
    risk_class: str
    derived: bool
    length_mm: float
    from_mm: float = 0.0

    def __post_init__(self):
        if not 0 < self.length_mm < float("inf"):
            raise ValueError(f"{self.name}: a crossing of {self.length_mm} mm, must be positive and finite")

    @property
    def text(self) -> str:
        """For people: "Liver 31 mm"."""
        return f"{self.name} {self.length_mm:.0f} mm"
