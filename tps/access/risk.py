"""Which structures a needle may cross, by their names: the risk table and how names are matched to it.

A name is matched however it is written: case, blanks, dashes, underlines, sides, plurals, numbers, breathing
phases and margins (``PRV05``) do not matter.  Where only a part of a name is known, it counts if it closes
the structure and never if it would open it: "Heart minus PTV" is a heart, "liver artery" is an artery, and
"liver something" is unknown.  What is contoured and unknown is avoided.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from tps.model.structure import TARGET_TYPES

RiskClass = Literal["never", "avoid", "bone", "cost", "free", "none"]
RiskKind = Literal["organ", "lesion", "unknown", "none"]

# From the strictest to none at all.
CLASSES: tuple[RiskClass, ...] = ("never", "avoid", "bone", "cost", "free", "none")

# The smaller clearance holds inside the target and this far around it: the last step is under CT control.
NEAR_TARGET_MM = 5.0

# Crossing a lesion that is not planned, in points: it bleeds, and a needle carries cells on.
LESION_POINTS = 1.0

# Ends the names of what this program found in the CT and wrote into a structure set.
FROM_CT_SUFFIX = " (from CT)"

_NO_TISSUE_TYPES = (
    "EXTERNAL",
    "BOLUS",
    "SUPPORT",
    "FIXATION",
    "MARKER",
    "REGISTRATION",
    "ISOCENTER",
    "DOSE_REGION",
    "DOSE_MEASUREMENT",
    "TREATED_VOLUME",
    "IRRAD_VOLUME",
)

_SIDES = {"l", "r", "lt", "rt", "left", "right", "bilateral", "bilat", "both", "lft", "rgt"}
_CHINESE_SIDES = re.compile("[左右双两]侧?")

# Words that say nothing of what a structure is.
_IDLE = {
    "prv", "auto", "ai", "ct", "mr", "mri", "new", "old", "final", "total", "whole", "all", "oar", "organ",
    "combined", "sum", "copy", "edit", "edited", "contour", "mm", "from", "minus", "sub", "the", "of",
}  # fmt: skip
_NUMBERLIKE = re.compile(r"([a-z]{0,2}|prv)\d{1,8}[a-z]{0,2}")
_PLANNED = re.compile(r"i?gtv|i?ctv|ptv|itv")
_DOSE = re.compile(r"^(iso ?dose|dose ?\d|\d+([.]\d+)? ?(%|c?gy\b))")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAK = re.compile(r"[^\w%.]+|_+")
_CJK = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Risk:
    """What crossing a structure means.

    Parameters
    ----------
    risk_class : {"never", "avoid", "bone", "cost", "free", "none"}
        ``none``: no part of the patient's inside (outline, table, isodose ...).
    clearance_mm : float
        Between a needle's axis and the structure, outside the target.
    clearance_near_target_mm : float
        The same inside the target and ``NEAR_TARGET_MM`` around it.
    points_per_crossing, points_per_10mm : float
        Charge for a crossing and for its length; one point is one unit of log-odds of a complication.
    kind : {"organ", "lesion", "unknown", "none"}
        How the name was understood.
    tissue : {"", "bone", "lung", "body"}
        The tissue that the structure outlines, where it is one of these.
    note : str
    opens_for_target : bool
        Whether it is open where a target lies in it: all of class avoid, and the brain.
    group : str
        The kind of organ that is looked at where it is contoured: "vessels", "bowel" ...; "" for others.
    """

    risk_class: RiskClass
    clearance_mm: float
    clearance_near_target_mm: float
    points_per_crossing: float = 0.0
    points_per_10mm: float = 0.0
    kind: RiskKind = "organ"
    tissue: str = ""
    note: str = ""
    opens_for_target: bool = False
    group: str = ""

    @property
    def is_closed(self) -> bool:
        """True if needles keep away from the whole structure by default."""
        return self.risk_class in ("never", "avoid")

    def charge(self, length_mm: float) -> float:
        """Points for crossing ``length_mm`` of it once; 0 for no length."""
        return self.points_per_crossing + self.points_per_10mm * length_mm / 10.0 if length_mm > 0 else 0.0


@lru_cache(maxsize=1)
def risk_table() -> dict[str, Risk]:
    """Risks by the key of each name in the data file.

    Raises
    ------
    ValueError
        If the file names a class that there is not, or one name twice: a fault of the program.
    """
    text = files("tps.access").joinpath("data/risk_table.toml").read_text(encoding="utf-8")
    return table_of(tomllib.loads(text))


def table_of(document: dict) -> dict[str, Risk]:
    """Risks by key, from the parsed data file; raises as ``risk_table`` does."""
    table: dict[str, Risk] = {}
    for row in document["risk"]:
        name = row["class"]
        if name not in CLASSES:
            raise ValueError(f"risk class is {name!r}, expected one of {', '.join(CLASSES)}")
        usual = document["classes"][name]
        clearance = float(row.get("clearance_mm", usual["clearance_mm"]))
        risk = Risk(
            name,
            clearance,
            min(clearance, float(usual["near_target_mm"])),
            float(row.get("points", usual["points"])),
            float(row.get("points_per_10mm", 0.0)),
            "none" if name == "none" else "organ",
            row.get("tissue", ""),
            row.get("note", ""),
            bool(row.get("opens_for_target", name == "avoid")),
            row.get("group", ""),
        )
        for alias in row["names"]:
            key = _key(_words(alias))
            if table.setdefault(key, risk) is not risk:
                raise ValueError(f"{alias!r} stands in the risk table twice")
    return table


def unknown_risk(clearance_mm: float | None = None) -> Risk:
    """The risk of what is contoured and not in the table: avoided."""
    usual = _usual("avoid")
    clearance = usual.clearance_mm if clearance_mm is None else clearance_mm
    near = min(clearance, usual.clearance_near_target_mm)
    return replace(
        usual, clearance_mm=clearance, clearance_near_target_mm=near, kind="unknown", opens_for_target=True
    )


@lru_cache(maxsize=len(CLASSES))
def _usual(name: RiskClass) -> Risk:
    text = files("tps.access").joinpath("data/risk_table.toml").read_text(encoding="utf-8")
    row = tomllib.loads(text)["classes"][name]
    return Risk(name, row["clearance_mm"], row["near_target_mm"], row["points"])


@lru_cache(maxsize=4096)
def risk_of(name: str, interpreted_type: str = "") -> Risk:
    """The risk of crossing a structure.

    Parameters
    ----------
    name : str
        ROI name as contoured.
    interpreted_type : str
        RT ROI Interpreted Type, "" if there is none.

    Returns
    -------
    Risk
        By the whole name; else that of a lesion where the name begins as one (GTV, CTV, PTV, ITV); else by
        the strictest part of the name that closes it; else by the type; else avoided.
    """
    if name.endswith(FROM_CT_SUFFIX):
        return Risk("none", 0.0, 0.0, kind="none", note="found in the CT, which is looked at again")
    words = _words(name)
    whole = _whole(words) or _whole(_words(name, humps=False))
    if whole is not None and whole.risk_class != "none":
        return whole
    if _PLANNED.match(_key(words)):
        return _lesion()
    part = _strictest_part(words)
    if part is not None:
        return part
    kind = interpreted_type.strip().upper()
    if kind in TARGET_TYPES:
        return _lesion()
    if whole is not None or kind in _NO_TISSUE_TYPES or _DOSE.match(" ".join(words)):
        return whole or Risk("none", 0.0, 0.0, kind="none", tissue="body" if kind == "EXTERNAL" else "")
    return unknown_risk()


def derived_risk(name: str) -> Risk:
    """The risk of a region found in the CT: never crossed, with the clearance of a contour of that name.

    Where contours of that name may be opened for a target in them (the mediastinum, which holds fat beside
    heart and vessels), the region is closed all the same, with the clearances of what is avoided: a tumour
    often touches it.
    """
    named = risk_of(name.removesuffix(FROM_CT_SUFFIX))
    if named.risk_class == "never":
        return named
    never, avoid = _usual("never"), _usual("avoid")
    return replace(
        never,
        clearance_mm=avoid.clearance_mm,
        clearance_near_target_mm=avoid.clearance_near_target_mm,
    )


def _lesion() -> Risk:
    return Risk("cost", 0.0, 0.0, LESION_POINTS, kind="lesion", note="a lesion that is not planned")


def _words(name: str, humps: bool = True) -> list[str]:
    """The words of a name, lower case, sides left out."""
    text = unicodedata.normalize("NFKC", name)
    text = _HUMP.sub(" ", text) if humps else text
    text = _CHINESE_SIDES.sub(" ", text) if _CJK.search(text) else text
    words = [word for word in _BREAK.split(text.lower().replace(".", " ")) if word]
    return [word for word in words if word not in _SIDES] or words


def _key(words: list[str]) -> str:
    return "".join(words)


def _whole(words: list[str]) -> Risk | None:
    """The risk of a name that is known as a whole, but for words that do not tell what it is."""
    bare = [w for w in words if w not in _IDLE and not _NUMBERLIKE.fullmatch(w)]
    # "Lungs-GTV" is lung, by its standard name.
    organ = bare[:-1] if bare and _PLANNED.fullmatch(bare[-1]) else bare
    for some in (words, bare, organ):
        risk = _known(_key(some)) if some else None
        if risk is not None:
            return risk
    return None


def _known(key: str) -> Risk | None:
    """The entry of a key, of its singular, or of it without a side written onto it ("ltlung", "kidneyl")."""
    table = risk_table()
    for one in (*_without_side(key), *_without_side(key.rstrip("0123456789"))):
        for form in (one, one.removesuffix("s"), one.removesuffix("es")):
            if form in table:
                return table[form]
    return None


def _without_side(key: str) -> Iterator[str]:
    yield key
    for side in sorted(_SIDES, key=len, reverse=True):
        if key.startswith(side) and len(key) > len(side) + 2:
            yield key[len(side) :]
        if key.endswith(side) and len(key) > len(side) + 2:
            yield key[: -len(side)]


def _strictest_part(words: list[str]) -> Risk | None:
    """The strictest closed or bony entry that a part of the name names; None if there is none."""
    found = [
        _known(_key(words[i:j])) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 4) + 1)
    ]
    # Standard names begin with A for an artery, V for a vein.
    if len(words) > 1 and words[0] in ("a", "v") and any(w.isalpha() for w in words[1:]):
        found.append(risk_table()["artery"])
    text = "".join(words)
    if _CJK.search(text):
        found += [risk for key, risk in risk_table().items() if _CJK.search(key) and key in text]
    closed = [risk for risk in found if risk is not None and (risk.is_closed or risk.risk_class == "bone")]
    return min(closed, key=lambda risk: (CLASSES.index(risk.risk_class), -risk.clearance_mm), default=None)
