"""Plans that nobody would carry out as they are: what is improbable, and what to try."""

from tps.evaluate import Evaluation
from tps.model import Plan
from tps.model.words import counted

# Published series use 4-20 needles and 7-12 on average; V150 and D90 beyond these were in none of them.
MOST_NEEDLES_PUBLISHED = 20
MOST_V150 = 0.6
MOST_D90 = 1.5
MOST_PLEURAL = 12


def improbable(plan: Plan, evaluation: Evaluation) -> tuple[str, ...]:
    """Warnings, each with what to try.

    Parameters
    ----------
    plan : Plan
    evaluation : Evaluation
    """
    notes = []
    weaker = "weaker seeds (--activity-mci 0.3:0.6 tries several)"
    for name in plan.targets:
        metrics = evaluation.metrics[name]
        if metrics["v150"] > MOST_V150:
            notes.append(
                f"{name}: V150 is {metrics['v150']:.0%}, a very hot plan. Try {weaker}, other directions"
                " (--from), or --prescribe-to d90."
            )
        share = metrics["d90_gy"] / plan.prescription.dose_gy
        if share > MOST_D90:
            notes.append(
                f"{name}: D90 is {metrics['d90_gy']:.0f} Gy, {share:.0%} of the prescription. Try {weaker},"
                " or see what keeps one place of the surface cold."
            )
    if len(plan.needles) > MOST_NEEDLES_PUBLISHED:
        notes.append(
            f"{counted(len(plan.needles), 'needle')}: more than published implants use. Try stronger seeds"
            " (--activity-mci 0.6:0.9), --max-needles, another direction (--from), or treat it in parts."
        )
    pleural = sum(needle.pleural_passages > 0 for needle in plan.needles)
    if pleural > MOST_PLEURAL:
        notes.append(
            f"{counted(pleural, 'needle')} through the pleura: more than published implants use. Try another"
            " direction (--from), another position (--position), or stronger seeds."
        )
    return tuple(notes)
