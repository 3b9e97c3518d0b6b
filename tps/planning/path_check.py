"""The verdict on one needle path."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PathCheck:
    """Whether a straight needle from entry to tip keeps every hard rule, and how closely it passes.

    Parameters
    ----------
    allowed : bool
    reason : str
        "" when allowed; otherwise the first rule broken, in words, with the value found.
    clearance_mm : float
        Smallest distance between the needle's axis and bone, gas or an avoided structure; ``inf`` when
        nothing lies within ``obstacles.SEARCH_MM``.
    nearest : str
        Name of that obstacle, "" if nothing is that near.
    lung_mm : float
        Length of the path through lung.
    pleural_passages : int
        How often the path goes into lung.
    """

    allowed: bool
    reason: str = ""
    clearance_mm: float = float("inf")
    nearest: str = ""
    lung_mm: float = 0.0
    pleural_passages: int = 0
