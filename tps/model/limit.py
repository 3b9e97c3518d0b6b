"""A limit on the dose of one region: what ``--limit`` and protocols say, as a value."""

import re
from dataclasses import dataclass
from typing import Literal

from tps.errors import WrongUsage

LimitKind = Literal[
    "dose-at-cc", "dose-at-fraction", "volume-at-prescription", "volume-at-dose", "mean", "max", "minimum"
]

_NUMBER = r"\d+(?:\.\d*)?|\.\d+"
_PATTERN = re.compile(
    rf"""^\s*(?P<roi>\S.*?)\s+
    (?:(?P<letter>[DV])\s*(?P<parameter>{_NUMBER})\s*(?P<of>cc|cm3|%|Gy)?|(?P<word>mean|maximum|max|minimum|min))\s*
    (?P<comparison><=|>=|<|>)\s*
    (?P<value>{_NUMBER})\s*(?P<unit>Gy|%|cc|cm3)\s*$""",
    re.VERBOSE | re.IGNORECASE,
)

_EXPECTED = (
    'ROI, metric, < or >, value with unit; for example "Spinal-Cord D0.1cc < 45 Gy", "GTV V150 < 40 %", '
    '"GTV D90 > 120 Gy", "Lung V20Gy < 100 cc", "Liver mean < 30 Gy", "Aorta max < 300 Gy"'
)


@dataclass(frozen=True)
class Limit:
    """One limit.

    Parameters
    ----------
    roi : str
        Name of the region.
    kind : str
        ``dose-at-cc`` (D0.1cc), ``dose-at-fraction`` (D90), ``volume-at-prescription`` (V150: at 150 % of the
        prescription), ``volume-at-dose`` (V20Gy), ``mean``, ``max`` or ``minimum``.
    parameter : float
        cm3, fraction of the volume, fraction of the prescription, or Gy, as the kind says; 0 for the
        last three.
    comparison : {"<", "<=", ">", ">="}
    value : float
        In ``unit``.
    unit : {"Gy", "fraction", "cc"}
        ``fraction`` is a fraction of the region's volume.
    preference : bool
        It may be broken where keeping it would cost too much.

    Raises
    ------
    ValueError
        If a field is out of range or the unit does not belong to the kind.
    """

    roi: str
    kind: LimitKind
    parameter: float
    comparison: Literal["<", "<=", ">", ">="]
    value: float
    unit: Literal["Gy", "fraction", "cc"]
    preference: bool = False

    def __post_init__(self):
        volume = self.kind.startswith("volume")
        if self.unit not in (("fraction", "cc") if volume else ("Gy",)):
            raise ValueError(f"a limit on {self.metric} cannot be in {self.unit}")
        if not 0 <= self.value < float("inf"):
            raise ValueError(f"the limit of {self.metric} is {self.value}, must be finite and not negative")
        if self.unit == "fraction" and self.value > 1:
            raise ValueError(
                f"the limit of {self.metric} is {100 * self.value:g} %, at most 100 % is possible"
            )
        if self.kind not in ("mean", "max", "minimum") and not 0 < self.parameter < float("inf"):
            raise ValueError(f"{self.metric}: the number after the letter must be positive and finite")
        if self.kind == "dose-at-fraction" and self.parameter > 1:
            raise ValueError(f"{self.metric}: at most 100 % of a volume can be asked for")
        if self.comparison not in ("<", "<=", ">", ">="):
            raise ValueError(f"comparison is {self.comparison!r}, expected <, <=, > or >=")

    @staticmethod
    def parse(text: str, preference: bool = False) -> "Limit":
        """Read a limit from text; see ``parse_limit``."""
        return parse_limit(text, preference)

    @property
    def metric(self) -> str:
        """The metric in the field's notation: ``D0.1cc``, ``D90``, ``V150``, ``V20Gy``, ``mean`` ..."""
        if self.kind == "dose-at-cc":
            return f"D{self.parameter:g}cc"
        if self.kind == "dose-at-fraction":
            return f"D{100 * self.parameter:g}"
        if self.kind == "volume-at-prescription":
            return f"V{100 * self.parameter:g}"
        if self.kind == "volume-at-dose":
            return f"V{self.parameter:g}Gy"
        return self.kind

    @property
    def is_upper(self) -> bool:
        """True for limits from above (``<``, ``<=``)."""
        return self.comparison.startswith("<")

    @property
    def text(self) -> str:
        """As a person writes it; ``parse_limit`` reads it back."""
        value, unit = (100 * self.value, "%") if self.unit == "fraction" else (self.value, self.unit)
        return f"{self.roi} {self.metric} {self.comparison} {value:g} {unit}"

    def holds(self, value: float) -> bool:
        """True if a measured value (in ``unit``) keeps the limit."""
        if self.is_upper:
            return value < self.value or (self.comparison == "<=" and value == self.value)
        return value > self.value or (self.comparison == ">=" and value == self.value)


def parse_limit(text: str, preference: bool = False) -> Limit:
    """Read a limit such as ``"Spinal-Cord D0.1cc < 45 Gy"``.

    ``D90`` without a unit is 90 % of the volume, ``V150`` is 150 % of the prescription.  The unit of the
    value is required: nothing is guessed.

    Raises
    ------
    WrongUsage
        If the text is not a limit, with an example of each form.
    """
    option = "--prefer" if preference else "--limit"
    match = _PATTERN.match(text)
    if not match:
        raise WrongUsage(f"{option}: cannot read {text!r}\nExpected: {_EXPECTED}")
    found = match.groupdict()
    of, unit = ((found[k] or "").lower().replace("cm3", "cc") for k in ("of", "unit"))
    try:
        kind, parameter = _kind(found["letter"], found["word"], found["parameter"], of)
        value = float(found["value"])
        value, unit = (value / 100, "fraction") if unit == "%" else (value, {"gy": "Gy"}.get(unit, unit))
        return Limit(found["roi"], kind, parameter, found["comparison"], value, unit, preference)
    except ValueError as error:
        raise WrongUsage(f"{option} {text!r}: {error}\nExpected: {_EXPECTED}") from error


def _kind(letter: str | None, word: str | None, parameter: str | None, of: str) -> tuple[LimitKind, float]:
    if word:
        return {"mea": "mean", "max": "max", "min": "minimum"}[word.lower()[:3]], 0.0
    number = float(parameter)
    if letter.upper() == "D":
        if of == "gy":
            raise ValueError("D is the dose to a volume: D90 (percent) or D2cc, not Gy")
        return ("dose-at-cc", number) if of == "cc" else ("dose-at-fraction", number / 100)
    if of == "cc":
        raise ValueError("V is the volume at a dose: V150 (percent of the prescription) or V20Gy, not cc")
    return ("volume-at-dose", number) if of == "gy" else ("volume-at-prescription", number / 100)
