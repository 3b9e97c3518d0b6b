"""The skin among the organs: its name, its limits and the warning it gives unasked."""

from collections.abc import Sequence

from tps.access.risk import FROM_CT_SUFFIX
from tps.access.skin_shell import LOOKS, NAME, SHELL_MM, SkinShell
from tps.errors import BadInput
from tps.evaluate import Evaluation
from tps.model import Case, Prescription
from tps.model.limit import Limit

# Kinds of limits that do not depend on how much of the skin is looked at.
_LOCAL = ("dose-at-cc", "max", "volume-at-prescription", "volume-at-dose")


def is_outline(case: Case, name: str) -> bool:
    """True if a ROI of that name is the outline of the whole body, which is no organ."""
    return name in case.structures and case.structures[name].interpreted_type.upper() == "EXTERNAL"


def skin_name(case: Case) -> str:
    """What the skin is called: a contoured organ of that name keeps it."""
    return NAME + FROM_CT_SUFFIX * (NAME in case.structures and not is_outline(case, NAME))


def check_skin_limits(limits: Sequence[Limit], name: str) -> None:
    """Refuse limits on the skin that depend on how much of it is looked at; raises ``BadInput``."""
    for limit in limits:
        if limit.roi == name and (limit.kind not in _LOCAL or limit.unit == "fraction"):
            raise BadInput(
                f"{limit.text!r} asks for a part of all skin; only the skin near the targets is looked at",
                where="--limit",
                expected=f"a limit such as '{name} D1cc < 100 Gy' or '{name} V120Gy < 2 cc'",
            )


def check_skin_found(limits: Sequence[Limit], name: str, skin: SkinShell | None) -> None:
    """Refuse limits on a skin that the scan does not show near the targets; raises ``BadInput``."""
    asked = [limit.text for limit in limits if limit.roi == name]
    if skin is None and asked:
        raise BadInput(
            f"{asked[0]!r}: the scan shows no skin within {LOOKS[-1][0]:g} mm of the targets",
            where="--limit",
            remedy="leave the limit out, or take a scan that shows the skin",
        )


def skin_notes(evaluation: Evaluation, name: str, prescription: Prescription) -> tuple[str, ...]:
    """A warning where 1 cc of the skin gets more than the target is prescribed; no limit is published."""
    dose = evaluation.metrics.get(name, {}).get("d1cc_gy", 0.0)
    if not dose > prescription.dose_gy:  # nor where less than 1 cc of the skin is near: no dose at all
        return ()
    return (
        f"{name}: D1cc of the outer {SHELL_MM:g} mm is {dose:.0f} Gy, above the {prescription.dose_gy:g} Gy"
        f" prescribed. Try --limit '{name} D1cc < {prescription.dose_gy:g} Gy', or weaker seeds.",
    )
