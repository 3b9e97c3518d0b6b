"""Structures from several files: targets drawn by a person, organs by a segmenter."""

from collections.abc import Sequence
from dataclasses import fields

from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput


def combined(sets: Sequence[StructureSet], names: Sequence[str]) -> StructureSet:
    """All structures of several sets as one; identifiers are those of the first that has them.

    Parameters
    ----------
    sets : sequence of StructureSet
    names : sequence of str
        What each was read from, for messages.

    Raises
    ------
    BadInput
        If a region of one name has contours in two of them.
    """
    if len(sets) == 1:
        return sets[0]
    first_in: dict[str, str] = {}
    for found, name in zip(sets, names, strict=True):
        for region in found.structures:
            if region in first_in:
                raise BadInput(
                    f"a region named {region!r} is in both of them",
                    where=f"{first_in[region]}, {name}",
                    expected="each region once",
                    remedy="leave it out of one, or rename it",
                )
            first_in[region] = name
    together = {field.name: _joined([getattr(s, field.name) for s in sets]) for field in fields(StructureSet)}
    together["empty_rois"] = tuple(n for n in dict.fromkeys(together["empty_rois"]) if n not in first_in)
    return StructureSet(**together)


def _joined(values: Sequence):
    """Mappings and sets united, tuples one after the other, of texts the first that says something."""
    if isinstance(values[0], dict):
        return {key: value for mapping in values for key, value in mapping.items()}
    if isinstance(values[0], frozenset):
        return frozenset().union(*values)
    if isinstance(values[0], tuple):
        return tuple(value for part in values for value in part)
    return next((value for value in values if value), "")
