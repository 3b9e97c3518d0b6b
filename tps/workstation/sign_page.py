"""What is shown before somebody signs: all that the signature stands for."""

from typing import Any

from tps.workstation.conflict import Conflict
from tps.workstation.plan_entry import judged_entry, metrics_entry
from tps.workstation.versions import Versions


def sign_page_entry(versions: Versions) -> dict[str, Any]:
    """``GET /api/sign-page``; raises ``Conflict`` where what lies on the desk was not checked."""
    desk = versions.desk
    version = versions.current
    if version is None:
        raise Conflict("what lies on the desk was not checked: check it first")
    result = versions.result_of(version)
    figures, basis = desk.exact(version.moment, result), version.moment.basis
    strength = result.strength
    return {
        **version.entry(),
        "parent": desk.parent or None,
        **basis.strengths_entry(result.plan.seeds),
        "strength_at": strength.at.isoformat() if strength.at else None,
        "calibration": strength.calibration_text,
        "needles": len(result.plan.needles),
        "seeds": len(result.plan.seeds),
        "headline": result.plan.headline,
        "edits": list(result.plan.edited_by_hand),
        "metrics": metrics_entry(figures.metrics),
        "goals": [{"text": g.limit.text, "value": g.value_text, "met": bool(g.met)} for g in figures.goals],
        **judged_entry(figures),
    }
