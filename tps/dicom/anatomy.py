"""Do the organs lie as organs do?  If not, regions or scan are mirrored, or Patient Position is wrong.

Segmenters have exported DICOM SEG and RTSTRUCT mirrored front to back for scans whose columns run upwards;
a scan whose Patient Position is wrong turns every region with it.  Nothing else in such files is amiss: only
the anatomy tells.  Names are those of TotalSegmentator's classes, and the usual ones of contours.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tps.errors import BadInput
from tps.model import Structure

# Centroids that differ by less than this say nothing: organs move, scans end within them.
CLEAR_MM = 8.0

# The heart's centroid lies left of the cord; after surgery of a lung it may be drawn to the right by some cm.
MEDIASTINAL_SHIFT_MM = 40.0

# Centroids are compared over the heights both regions share, as far as contours of them lie within this.
SAME_HEIGHT_MM = 3.0

_OTHER_NAMES = {
    "spinalcord": "spinal_cord",
    "cord": "spinal_cord",
    "oesophagus": "esophagus",
    "bladder": "urinary_bladder",
    "adrenal": "adrenal_gland",
    "clavicle": "clavicula",
}

_PAIRED = {
    "kidney", "adrenal_gland", "lung", "lung_upper_lobe", "lung_lower_lobe", "hip", "femur", "humerus",
    "scapula", "clavicula", "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "autochthon", "iliopsoas",
    "iliac_artery", "iliac_vena", "subclavian_artery", "common_carotid_artery",
    *(f"rib_{n}" for n in range(1, 13)),
}  # fmt: skip

_SPINE = tuple(
    f"vertebrae_{part}{n}" for part, last in (("c", 7), ("t", 12), ("l", 5)) for n in range(1, last + 1)
)


@dataclass(frozen=True)
class _Rule:
    """``first`` lies beyond ``second`` along an axis of the patient's: left, back and head are positive."""

    axis: int
    first: str
    second: str
    clear_mm: float = CLEAR_MM
    is_level: bool = False


_LEFT, _BACK, _HEAD = 0, 1, 2
_WRONG_SIDE = ("to the right of", "in front of", "below")
_WAYS = ("left and right", "front and back", "head and feet")

_RULES = (
    *(_Rule(_LEFT, a, b) for a in ("spleen", "stomach", "heart") for b in ("liver", "gallbladder")),
    *(_Rule(_LEFT, "spinal_cord", b) for b in ("liver", "gallbladder")),
    _Rule(_LEFT, "spleen", "spinal_cord"),
    _Rule(_LEFT, "heart", "spinal_cord", MEDIASTINAL_SHIFT_MM),
    _Rule(_LEFT, "aorta", "inferior_vena_cava", is_level=True),
    *(
        _Rule(_BACK, "spinal_cord", b, is_level=True)
        for b in ("trachea", "aorta", "heart", "esophagus", "sternum", "pancreas", "thyroid_gland")
    ),
    *(_Rule(_BACK, "sacrum", b, is_level=True) for b in ("urinary_bladder", "prostate")),
    _Rule(_BACK, "heart", "sternum", is_level=True),
    *(_Rule(_HEAD, "brain", b) for b in ("heart", "liver", "trachea", "spinal_cord")),
    *(_Rule(_HEAD, "skull", b) for b in ("heart", "liver", "trachea")),
    *(_Rule(_HEAD, a, "urinary_bladder") for a in ("heart", "trachea", "liver", "spleen", "stomach")),
    *(_Rule(_HEAD, a, "liver") for a in ("trachea", "heart", "thyroid_gland")),
    _Rule(_HEAD, "thyroid_gland", "heart"),
    *(_Rule(_HEAD, upper, lower) for upper, lower in zip(_SPINE, _SPINE[1:], strict=False)),
)


def check_anatomy(structures: Mapping[str, Structure], where: str) -> list[str]:
    """Warnings about regions that lie where such organs hardly do.

    Parameters
    ----------
    structures : mapping of str to Structure
        By name; names that say nothing of the place are not looked at.
    where : str
        For messages.

    Raises
    ------
    BadInput
        If, for left and right, front and back, or head and feet, no more of the organs lie as they should
        than the other way round.
    """
    known = {_plain(name): structure for name, structure in structures.items()}
    rules = [rule for rule in (*_RULES, *_sides(known)) if rule.first in known and rule.second in known]
    used = {name for rule in rules for name in (rule.first, rule.second)}
    found = {name: _Centres.of(known[name]) for name in used}
    warnings = []
    for axis in (_LEFT, _BACK, _HEAD):
        right, wrong = 0, []
        for rule in (r for r in rules if r.axis == axis):
            apart = _apart(found[rule.first], found[rule.second], rule)
            right += apart >= CLEAR_MM
            if apart <= -rule.clear_mm:
                wrong.append(f"{rule.first} lies {-apart:.0f} mm {_WRONG_SIDE[axis]} {rule.second}")
        if not wrong:
            continue
        if len(wrong) >= right:
            raise _mirrored(wrong, right, axis, where)
        warnings += [f"{one}: check this region" for one in wrong]
    return warnings


def _mirrored(wrong: list[str], right: int, axis: int, where: str) -> BadInput:
    more = f" ({len(wrong)} of {len(wrong) + right} such signs)" if len(wrong) + right > 1 else ""
    return BadInput(
        f"{wrong[0]}{more}: the regions are mirrored, or the scan's Patient Position is wrong",
        where=where,
        expected=f"{_WAYS[axis]} as organs have them",
        remedy="look at regions and scan together and export again what is wrong (segmenters have written"
        " DICOM SEG and RTSTRUCT mirrored); where the patient's organs do lie so, leave these regions out",
    )


def _plain(name: str) -> str:
    """The name under which the rules know a region: small letters, underscores, sides in full."""
    plain = re.sub(r"[\s\-]+", "_", name.strip().lower())
    plain = re.sub(r"_l(?=_|$)", "_left", re.sub(r"_r(?=_|$)", "_right", plain))
    return _OTHER_NAMES.get(plain, plain)


def _sides(names: Iterable[str]) -> Iterator[_Rule]:
    """A rule for each paired organ of which the left side is there."""
    for name in names:
        stem = re.sub(r"_left(?=_|$)", "", name)
        if stem != name and _OTHER_NAMES.get(stem, stem) in _PAIRED:
            yield _Rule(_LEFT, name, re.sub(r"_left(?=_|$)", "_right", name))


@dataclass(frozen=True, eq=False)
class _Centres:
    """Centroid (n, 3) and area (n,) of every contour of a region; a hole counts as its outline does."""

    points_mm: np.ndarray
    areas_mm2: np.ndarray

    @staticmethod
    def of(structure: Structure) -> "_Centres":
        found = [_centroid(contour.points_mm) for contour in structure.contours]
        return _Centres(np.array([point for point, _ in found]), np.array([area for _, area in found]))

    def mean(self, low: float = -np.inf, high: float = np.inf) -> np.ndarray | None:
        """Centroid (3,) of what lies between two heights; None where nothing does."""
        z = self.points_mm[:, 2]
        weights = np.where((z >= low) & (z <= high), self.areas_mm2, 0.0)
        return weights @ self.points_mm / weights.sum() if weights.sum() > 0 else None

    @property
    def heights_mm(self) -> tuple[float, float]:
        return float(self.points_mm[:, 2].min()), float(self.points_mm[:, 2].max())


def _centroid(points: np.ndarray) -> tuple[np.ndarray, float]:
    """Centroid (3,) and area of a flat polygon (n, 3)."""
    spokes = points - points.mean(axis=0)
    following = np.roll(spokes, -1, axis=0)
    normals = np.cross(spokes, following) / 2
    total = normals.sum(axis=0)
    area = float(np.linalg.norm(total))
    if area == 0:
        return points.mean(axis=0), 0.0
    weights = normals @ (total / area)
    return points.mean(axis=0) + weights @ (spokes + following) / (3 * area), area


def _apart(first: _Centres, second: _Centres, rule: _Rule) -> float:
    """How far ``first`` lies beyond ``second``; 0 where they share no height though the rule asks for it."""
    low, high = -np.inf, np.inf
    if rule.is_level:
        low = max(first.heights_mm[0], second.heights_mm[0]) - SAME_HEIGHT_MM
        high = min(first.heights_mm[1], second.heights_mm[1]) + SAME_HEIGHT_MM
    a, b = first.mean(low, high), second.mean(low, high)
    return 0.0 if a is None or b is None else float((a - b)[rule.axis])
