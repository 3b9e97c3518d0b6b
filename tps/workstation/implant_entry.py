"""Seeds found after an implant as the page is told of them: who is who, what is lost, what is doubtful."""

from typing import Any

from tps.access.cost import tilt_deg
from tps.model import Needle, Seed
from tps.postimplant.locate import FoundSeed
from tps.postimplant.matching import Matching, Pair
from tps.postimplant.planned import PlannedImplant
from tps.postimplant.rigid import RigidMove
from tps.workstation.arrangement import Arrangement
from tps.workstation.plan_entry import point_entry_mm


def needle_there(needle: Needle, seeds: list[int]) -> dict[str, Any]:
    """A planned needle in the new scan, with the seeds that were found of it.

    Parameters
    ----------
    needle : Needle
        In the new scan.
    seeds : list of int
        Their numbers.
    """
    return {
        "id": needle.id,
        "target": needle.target,
        "entry_mm": point_entry_mm(needle.entry_mm),
        "tip_mm": point_entry_mm(needle.tip_mm),
        "locked": False,
        "length_mm": round(needle.length_mm, 2),
        "depth_mm": round(needle.length_mm, 2),
        "tilt_deg": round(float(tilt_deg(needle.direction)), 1),
        "skin_angle_deg": None,
        "lung_mm": 0.0,
        "pleural_passages": 0,
        "clearance_mm": None,
        "nearest_obstacle": "",
        "crossed": [],
        "rules": [],
        "seeds": seeds,
    }


def found_seed_entry(
    seed: Seed, found: FoundSeed | None, pair: Pair | None, planned: PlannedImplant, far: bool
) -> dict[str, Any]:
    """One seed that was found, or put there by hand.

    Parameters
    ----------
    seed : Seed
    found : FoundSeed, optional
        As the finder found it; None of one that was added or changed by hand.
    pair : Pair, optional
        Which planned seed it is; None of one that is none.
    planned : PlannedImplant
    far : bool
        It lies far from every target.
    """
    count = len(planned.implant.seeds)
    new = pair is not None and pair.planned < count
    planned_seed = planned.implant.seeds[pair.planned] if pair is not None and new else None
    before = pair is not None and not new
    return {
        "id": seed.id,
        "needle": (planned_seed.needle or 0) if planned_seed is not None else 0,
        "position_mm": point_entry_mm(seed.position_mm),
        "direction": [round(float(v), 6) for v in seed.direction],
        "strength_u": round(seed.strength_u, 6),
        "depth_from_tip_mm": None,
        "locked": False,
        "manual": found is None,
        "rules": [],
        "planned_seed": planned_seed.id if planned_seed is not None else None,
        "identity": pair.certainty if pair is not None else None,
        "along_mm": round(pair.along_mm, 1) if pair is not None else None,
        "across_mm": round(pair.across_mm, 1) if pair is not None else None,
        "confidence": round(found.confidence, 2) if found is not None else None,
        "sigma_mm": round(float(found.sigma_mm.max()), 2) if found is not None else None,
        "standing": "before" if before else "far" if far else "extra" if pair is None else "planned",
    }


def implant_entry(
    arrangement: Arrangement,
    needles: tuple[Needle, ...],
    planned: PlannedImplant,
    move: RigidMove,
    matching: Matching,
    found: dict[int, FoundSeed],
    far: frozenset[int],
    doubtful: tuple[FoundSeed, ...],
) -> dict[str, Any]:
    """All seeds, the planned needles, and what the matching says.

    Parameters
    ----------
    arrangement : Arrangement
    needles : tuple of Needle
        Planned ones in the new scan.
    planned : PlannedImplant
    move : RigidMove
        From the planned scan to the new one.
    matching : Matching
        Of planned seeds with those of the arrangement, in its order.
    found : dict of int to FoundSeed
        By number: seeds that are as the finder found them.
    far : frozenset of int
        Numbers of seeds far from every target.
    doubtful : tuple of FoundSeed
        What may be seeds, and is not counted.
    """
    pairs = {pair.found: pair for pair in matching.pairs}
    seeds = [
        found_seed_entry(s, found.get(s.id), pairs.get(n), planned, s.id in far)
        for n, s in enumerate(arrangement.seeds)
    ]
    on = {n.id: [s["id"] for s in seeds if s["needle"] == n.id] for n in needles}
    everybody = (*planned.implant.seeds, *planned.earlier_seeds)
    return {
        "needles": [needle_there(n, on[n.id]) for n in needles],
        "seeds": seeds,
        "rules": [],
        "counts": {
            "planned": len(everybody),
            "found": len(seeds),
            "matched": len(matching.pairs),
            "by_hand": sum(s["manual"] for s in seeds),
        },
        "lost": [
            {
                "seed": everybody[i].id,
                "needle": everybody[i].needle,
                "planned_at_mm": point_entry_mm(move.points(everybody[i].position_mm)[0]),
                "direction": [round(float(v), 6) for v in move.axes(_axis_of(everybody[i]))[0]],
            }
            for i in matching.lost
        ],
        "doubtful": [
            {
                "position_mm": point_entry_mm(s.position_mm),
                "direction": [round(float(v), 6) for v in s.direction],
                "confidence": round(s.confidence, 2),
            }
            for s in doubtful
        ],
    }


def _axis_of(seed: Any) -> Any:
    return seed.direction if seed.direction is not None else [0.0, 0.0, 1.0]
