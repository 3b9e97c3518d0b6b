"""One setting of a protocol: what it may be, stated once beside its default."""

import numbers
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Setting:
    """What one value of a protocol means, and what it may be.

    Parameters
    ----------
    unit : str
        "" for a bare number.
    low, high : float
        Smallest and largest value accepted, both of them included.
    meaning : str
        A short sentence.
    kind : {"number", "whole number", "pair", "list"}
        A pair is a lowest and a highest value, and both lie in the range; a list is one or more values.
    """

    unit: str
    low: float
    high: float
    meaning: str
    kind: str = "number"

    @property
    def range_text(self) -> str:
        """What is accepted, for messages and tables."""
        unit = f" {self.unit}" if self.unit else ""
        what = {
            "pair": "two numbers, the lower one first, ",
            "whole number": "a whole number ",
            "list": "a list of numbers, ",
        }
        return f"{what.get(self.kind, '')}{self.low:g} to {self.high:g}{unit}"

    def checked(self, name: str, value: Any) -> Any:
        """The value as a float, an int or a tuple of floats.

        Raises
        ------
        ValueError
            If it is of another kind, not finite or out of range, or a pair runs downwards; names the setting,
            the value and the range.
        """
        if self.kind == "pair":
            pair = isinstance(value, (tuple, list)) and len(value) == 2
            if pair and all(map(self._is_inside, value)) and value[0] <= value[1]:
                return float(value[0]), float(value[1])
        elif self.kind == "list":
            if isinstance(value, (tuple, list)) and value and all(map(self._is_inside, value)):
                return tuple(map(float, value))
        elif self._is_inside(value):
            return int(value) if self.kind == "whole number" else float(value)
        raise ValueError(f"{name} is {repr(value)[:40]}, expected {self.range_text} ({self.meaning})")

    def _is_inside(self, value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, numbers.Real):
            return False
        if self.kind == "whole number" and not isinstance(value, numbers.Integral):
            return False
        # Asked this way round, so that what is not a number lies outside too.
        number: Any = value  # ``numbers.Real`` is not declared to compare with floats
        return bool(self.low <= number <= self.high)


def setting(default: Any, unit: str, low: float, high: float, meaning: str) -> Any:
    """A field of a frozen dataclass with its range; the kind follows from the default.

    Parameters
    ----------
    default : int, float or pair of float
    unit, low, high, meaning : as of ``Setting``
    """
    kind = "number"
    if isinstance(default, tuple):
        kind = "pair" if len(default) == 2 else "list"
    elif isinstance(default, int):
        kind = "whole number"
    return field(default=default, metadata={"setting": Setting(unit, low, high, meaning, kind)})


def settings_of(holder: Any) -> dict[str, Setting]:
    """Name to ``Setting`` of a class or object made with ``setting``, in the order of its fields."""
    return {f.name: f.metadata["setting"] for f in fields(holder)}
