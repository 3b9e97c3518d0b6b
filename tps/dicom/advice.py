"""What can be done with what a folder holds: commands to paste, and what they still need to be told."""

import re
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from tps.dicom.file.file_tree import shell_word
from tps.dicom.rt.seed_models import model_named, models_to_choose, said_of_sources
from tps.dicom.rt.seed_plan import SeedPlan
from tps.model import SourceModel, Structure

# Words by which targets go; a region called so is offered before one that is only marked as a target.
_TARGET_WORDS = {
    *(
        "target",
        "gtv",
        "ctv",
        "ptv",
        "itv",
        "tumor",
        "tumour",
        "lesion",
        "metastasis",
        "met",
        "mass",
        "nodule",
    ),
    *("\u9776\u533a", "\u80bf\u7624"),  # target volume, tumour
}

# Models named where the plan names none that is known.
_MODELS_SHOWN = 6


def likely_targets(structures: Sequence[Structure]) -> tuple[str, ...]:
    """Names of regions, those first that are called like a target, then those marked as one."""
    return tuple(s.name for s in sorted(structures, key=lambda s: (not _called_target(s), not s.is_target)))


def _called_target(structure: Structure) -> bool:
    return bool(_TARGET_WORDS & set(re.findall(r"[a-z]+|[\u4e00-\u9fff]+", structure.name.lower())))


def recompute_advice(
    path: Path, plans: Sequence[SeedPlan], sets: Sequence[Sequence[Structure]], models: Sequence[SourceModel]
) -> list[str]:
    """How to recompute the seed plans of a folder, with the options without which they would fail.

    Parameters
    ----------
    path : Path
    plans : sequence of SeedPlan
    sets : sequence of sequence of Structure
        The structure sets beside them.
    models : sequence of SourceModel
        The seed models there are.
    """
    if not sets or not path.is_dir():
        return [
            f"{shell_word(path)} holds a seed plan without its structures: put its RTSTRUCT beside it in a"
            " folder, then tps recompute FOLDER --out results.csv"
        ]
    advice, options = [], ""
    unnamed = [plan for plan in plans if not model_named(plan.sources, models)]
    if unnamed and models:
        choice = models_to_choose(unnamed[0], models)
        shown = ", ".join(choice[:_MODELS_SHOWN]) + (" ..." if len(choice) > _MODELS_SHOWN else "")
        advice.append(
            f"the seed plan calls its source {said_of_sources(unnamed[0].sources)!r}, which names no single"
            f" model here: say with --assume-source which was implanted ({shown}; `tps sources` lists all)"
        )
        options += f" --assume-source {quote(choice[0])}"
    if any(plan.prescription_gy is None for plan in plans):
        advice.append("the seed plan states no single prescribed dose: say it with --prescription-gy GY")
        options += " --prescription-gy GY"
    options += _target_option(plans, sets)
    return [*advice, f"tps recompute {shell_word(path)}{options} --out results.csv"]


def _target_option(plans: Sequence[SeedPlan], sets: Sequence[Sequence[Structure]]) -> str:
    """``--target`` where neither the plan nor a region's type says what the target is."""
    for structures in sets:
        names = {s.name for s in structures}
        planned = {text.rpartition(": ")[0] or text for plan in plans for text in plan.prescriptions_gy}
        if planned & names or any(s.is_target for s in structures):
            return ""
    return f" --target {quote(likely_targets(sets[0])[0])}"
