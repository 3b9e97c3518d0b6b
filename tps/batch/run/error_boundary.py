"""The one place where a plan that fails is kept from stopping the others."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tps.errors import TpsError

PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What became of one piece of work.

    Parameters
    ----------
    case : str
    value : object
        What the work returned; None where it failed.
    error : str
        Message; "" where it went well.
    is_fault : bool
        The error is a fault of this program and not of the input.
    """

    case: str
    value: Any = None
    error: str = ""
    is_fault: bool = False


def attempt(task: Callable[[Any], Any], item) -> Outcome:
    """Do one piece of work; whatever goes wrong becomes an outcome with its message.

    This is, besides the top of the command line, the only place that catches every exception: a fault met
    on one plan of hundreds must not lose the night's work on the others.  The text of an unexpected
    exception may quote anything, a patient's name too, so only its kind and place are told.
    """
    try:
        return Outcome(item.case, task(item))
    except TpsError as error:
        return Outcome(item.case, error=str(error))
    except OSError as error:
        return Outcome(
            item.case, error=f"a file cannot be read or written: {error.strerror or type(error).__name__}"
        )
    except Exception as error:  # noqa: BLE001 - see above
        return Outcome(
            item.case, error=f"fault of this program: {type(error).__name__} {_place(error)}", is_fault=True
        )


def _place(error: Exception) -> str:
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(PACKAGE)
    ]
    if not frames:
        return "outside this package"
    return f"in {Path(frames[-1].filename).relative_to(PACKAGE.parent)} line {frames[-1].lineno}"
