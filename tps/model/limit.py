"""A limit on the dose of one region: what ``--limit`` and protocols say, as a value."""

import re
from dataclasses import dataclass
from typing import Any, Literal

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

# Numbers that stand without a unit.  V100 is a volume at so many percent of the prescription wherever
# implants are reported, and so is each of these in our own tables; V20 is 20 Gy to whoever treats lungs.
PLAIN_V_PERCENT = (90.0, 100.0, 150.0, 200.0)

# From here up D98, D90, D50 are percent of a volume; D2 and D0.1 may be meant in cm3.
PLAIN_D_PERCENT = 50.0


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
            return f"D{_percent('D', 100 * self.parameter)}"
        if self.kind == "volume-at-prescription":
            return f"V{_percent('V', 100 * self.parameter)}"
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

    ``D90`` without a unit is 90 % of the volume, ``V150`` is 150 % of the prescription; so are the other
    numbers of ``PLAIN_V_PERCENT`` and those from ``PLAIN_D_PERCENT`` up.  Every other number needs its unit
    (``V20Gy``, ``V20%``, ``D2cc``, ``D2%``), and so does the value: nothing is guessed.

    Raises
    ------
    WrongUsage
        If the text is not a limit, with an example of each form.
    """
    option = "--prefer" if preference else "--limit"
    match = _PATTERN.match(text)
    if not match:
        raise WrongUsage(f"{option}: cannot read {text!r}\nExpected: {_EXPECTED}")
    found: dict[str, Any] = match.groupdict()  # the pattern lets through what ``Limit`` takes
    of, stated = ((found[k] or "").lower().replace("cm3", "cc") for k in ("of", "unit"))
    unit: Any = {"%": "fraction", "gy": "Gy"}.get(stated, stated)
    try:
        kind, parameter = _kind(found["letter"], found["word"], found["parameter"], of)
        value = float(found["value"]) / (100 if stated == "%" else 1)
        return Limit(found["roi"], kind, parameter, found["comparison"], value, unit, preference)
    except ValueError as error:
        raise WrongUsage(f"{option} {text!r}: {error}\nExpected: {_EXPECTED}") from error


def _stands_alone(letter: str, percent: float) -> bool:
    """True where ``D90`` or ``V150`` can only be meant in percent."""
    percent = round(percent, 9)
    return percent in PLAIN_V_PERCENT if letter == "V" else percent >= PLAIN_D_PERCENT


def _percent(letter: str, percent: float) -> str:
    return f"{percent:g}" if _stands_alone(letter, percent) else f"{percent:g}%"


_WORDS: dict[str, LimitKind] = {"mea": "mean", "max": "max", "min": "minimum"}


def _kind(letter: str, word: str | None, parameter: str, of: str) -> tuple[LimitKind, float]:
    """Kind and parameter: of a word if there is one, else of a letter and its number."""
    if word:
        return _WORDS[word.lower()[:3]], 0.0
    number = float(parameter)
    if letter.upper() == "D":
        if of == "gy":
            raise ValueError("D is the dose to a volume: D90 (percent) or D2cc, not Gy")
        if not of and not _stands_alone("D", number):
            raise ValueError(
                f"D{number:g} may be {number:g} cm3 or {number:g} %: write D{number:g}cc or D{number:g}%"
            )
        return ("dose-at-cc", number) if of == "cc" else ("dose-at-fraction", number / 100)
    if not of and not _stands_alone("V", number):
        raise ValueError(
            f"V{number:g} may be the volume at {number:g} Gy or at {number:g} % of the prescription:"
            f" write V{number:g}Gy or V{number:g}%"
        )
    if of == "cc":
        raise ValueError("V is the volume at a dose: V150 (percent of the prescription) or V20Gy, not cc")
    return ("volume-at-dose", number) if of == "gy" else ("volume-at-prescription", number / 100)
