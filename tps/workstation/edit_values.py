"""Values of an edit that the page asks for: nothing of it is trusted."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from tps.errors import BadInput
from tps.workstation.arrangement import WHERE

# Nothing in a patient is farther from the scanner's origin, mm.
FARTHEST_MM = 5000.0


def whole_in(edit: Mapping[str, Any], name: str) -> int:
    """A whole number of an edit; raises ``BadInput``."""
    value = edit.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadInput(f"{name} is no whole number", where=WHERE)
    return value


def number_in(edit: Mapping[str, Any], name: str) -> float:
    """A number of an edit; raises ``BadInput``."""
    value = edit.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= FARTHEST_MM:
        raise BadInput(f"{name} is no number that can be meant", where=WHERE)
    return float(value)


def point_in(edit: Mapping[str, Any], name: str) -> np.ndarray:
    """A point (3,) mm of an edit; raises ``BadInput``."""
    value = edit.get(name)
    if not isinstance(value, list) or len(value) != 3:
        raise BadInput(f"{name} is no point", where=WHERE, expected="three numbers: x, y, z in mm")
    return np.array([number_in({name: v}, name) for v in value])
