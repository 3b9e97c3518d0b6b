"""Names of regions that DICOM has no room for: each gets a short one, the same everywhere."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from tps.dicom.rt.rtstruct_read import StructureSet
from tps.model.names import LONGEST_NAME, free_name


def fits(name: str) -> bool:
    """True if a name can be written as an ROI Name: at most 64 characters, no backslash, no control."""
    return len(name) <= LONGEST_NAME and name == _plain(name)


def _plain(name: str) -> str:
    return "".join("?" if unicodedata.category(c) == "Cc" else c for c in name).replace("\\", "/")


def fitting_names(names: Iterable[str]) -> dict[str, str]:
    """For each name that does not fit, one that does and that no other region has."""
    names = list(dict.fromkeys(names))
    taken = set(names)
    found: dict[str, str] = {}
    for name in names:
        if not fits(name):
            found[name] = free_name(_plain(name), taken)
            taken.add(found[name])
    return found


def with_fitting_names(found: StructureSet) -> StructureSet:
    """The same regions under names that fit, with a warning for each that changes."""
    short = fitting_names([*found.structures, *found.empty_rois, *found.left_out])
    if not short:
        return found

    def renamed(by_name: dict) -> dict:
        return {short.get(name, name): value for name, value in by_name.items()}

    return replace(
        found,
        structures={
            short.get(name, name): replace(s, name=short.get(name, name))
            for name, s in found.structures.items()
        },
        empty_rois=tuple(short.get(name, name) for name in found.empty_rois),
        left_out=renamed(found.left_out),
        ties=renamed(found.ties),
        renamed=short,
        warnings=(
            *found.warnings,
            *(
                f"ROI {old!r} is called {new!r} here and in the files written: DICOM allows {LONGEST_NAME}"
                " characters, no backslash and no control characters"
                for old, new in short.items()
            ),
        ),
    )
