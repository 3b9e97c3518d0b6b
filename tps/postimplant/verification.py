"""What was found after an implant, and what it gives."""

from dataclasses import dataclass, field

from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck
from tps.evaluate import Dvh, Evaluation
from tps.geometry.solid import Solid
from tps.model import Case, Implant, PlacedSeed, Seed, SourceModel
from tps.postimplant.band import Band
from tps.postimplant.common_shift import CommonShift
from tps.postimplant.locate import FoundSeed, Located
from tps.postimplant.matching import Matching, Pair
from tps.postimplant.planned import PlannedImplant
from tps.postimplant.register import Registration
from tps.postimplant.touching import touching_groups
from tps.postimplant.underdosed import Underdosed


@dataclass(frozen=True, eq=False)
class Verification:
    """What was found and what it gives.

    Parameters
    ----------
    planned : PlannedImplant
        Strengths at the implant.
    case : Case
        The new scan.
    source : SourceModel
    engine : DoseEngine
    located : Located
        What the finder found.
    seen : tuple of FoundSeed
        The seeds that count, after corrections by hand.
    changes : tuple of str
        Those corrections.
    registration : Registration
    seeds_apart : CommonShift
        How far off the seeds lie together from where the images put the plan.
    carried : bool
        The targets were carried over, not drawn anew.
    matching : Matching
        Of planned seeds (then those there before) with ``seen``.
    delivered : Implant
    before : tuple of Implant
        New seeds, and those of earlier implants, as they lie now.  Seeds of ``delivered`` go with
        ``delivered_seen``.
    delivered_seen, before_seen : tuple of int
        Which of ``seen`` each is.
    far : tuple of int
        Of ``seen``: far from every target.
    targets, organs : tuple of Solid
        In the new scan.
    evaluation : Evaluation
    planned_metrics, planned_dvhs : dict
        By target of the new scan.
    bands, contour_bands : dict of str to dict of str to Band
        By target and figure.
    underdosed : tuple of Underdosed
    check : SecondCheck
    notes : tuple of str
    timing_s : dict of str to float
    asked : dict
        What the verification was asked for, as plain values for plan.json.
    """

    planned: PlannedImplant
    case: Case
    source: SourceModel
    engine: DoseEngine
    located: Located
    seen: tuple[FoundSeed, ...]
    changes: tuple[str, ...]
    registration: Registration
    seeds_apart: CommonShift
    carried: bool
    matching: Matching
    delivered: Implant
    before: tuple[Implant, ...]
    delivered_seen: tuple[int, ...]
    before_seen: tuple[int, ...]
    far: tuple[int, ...]
    targets: tuple[Solid, ...]
    organs: tuple[Solid, ...]
    evaluation: Evaluation
    planned_metrics: dict[str, dict]
    planned_dvhs: dict[str, Dvh]
    bands: dict[str, dict[str, Band]]
    contour_bands: dict[str, dict[str, Band]]
    underdosed: tuple[Underdosed, ...]
    check: SecondCheck
    notes: tuple[str, ...] = ()
    timing_s: dict[str, float] = field(default_factory=dict)
    asked: dict = field(default_factory=dict)

    @property
    def all_seeds(self) -> tuple[Seed, ...]:
        """All that gives dose."""
        return self.delivered.joined(self.before_seeds).dose_seeds()

    @property
    def before_seeds(self) -> tuple[PlacedSeed, ...]:
        """Seeds of earlier implants, in the order of ``before_seen``."""
        return tuple(seed for one in self.before for seed in one.seeds)

    @property
    def planned_seeds(self) -> tuple[PlacedSeed, ...]:
        """Planned seeds, then those that were there before, as ``matching`` numbers them."""
        return (*self.planned.implant.seeds, *self.planned.earlier_seeds)

    @property
    def partner(self) -> dict[int, int]:
        """By place in ``seen``: the planned seed that it is."""
        return {pair.found: pair.planned for pair in self.matching.pairs}

    def certainty_of(self, pair: Pair) -> str:
        """How sure an identity is: never sure where seeds lie against each other, for they slid there."""
        said = pair.certainty
        together = any(pair.found in group for group in self.clusters)
        return "likely" if said == "sure" and together else said

    @property
    def migrated(self) -> tuple[int, ...]:
        """Of ``seen``: far from every target and none of the plan's."""
        return tuple(n for n in self.far if n not in self.partner)

    @property
    def clusters(self) -> tuple[tuple[int, ...], ...]:
        """Groups of ``seen`` that lie against each other, largest first."""
        return touching_groups([seed.position_mm for seed in self.seen])
