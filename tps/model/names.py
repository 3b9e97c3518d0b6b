"""Names of regions: short enough for DICOM, and each its own; and what is said of those left out."""

from collections.abc import Container, Mapping

# In every warning about a region that cannot be used: loud, as it may have been drawn for this very plan.
LEFT_OUT = "IS LEFT OUT"

# A DICOM ROI Name (value representation LO) has room for so many characters.
LONGEST_NAME = 64


def free_name(wish: str, taken: Container[str], keep: str = "") -> str:
    """``wish`` if it fits and is free; else cut and numbered until it is.

    Parameters
    ----------
    wish : str
    taken : container of str
        Names that others have.
    keep : str
        The end of ``wish`` that is not cut: a margin, say.
    """
    if len(wish) <= LONGEST_NAME and wish not in taken:
        return wish
    stem, number = wish.removesuffix(keep), 1
    while True:
        end = f"~{number}{keep}"
        name = stem[: LONGEST_NAME - len(end)] + end
        if name not in taken:
            return name
        number += 1


def left_out_warnings(left_out: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for each region that is left out, given why."""
    return tuple(f"ROI {name!r} {LEFT_OUT}: {why}" for name, why in left_out.items())


# Between an organ and the target that is left out of it, in the names of metrics.
MINUS = " minus "


def minus_name(organ: str, target: str) -> str:
    """What an organ without a target in it is called: "Liver minus GTV"."""
    return f"{organ}{MINUS}{target}"
