"""What was found after an implant, as a table to look through and correct, and as numbers for JSON."""

import math

import numpy as np

from tps.formats.csv_table import csv_text
from tps.model.moment import moment_text
from tps.postimplant.band import Band
from tps.postimplant.displacement import displacements
from tps.postimplant.located_files import COLUMNS, row_of
from tps.postimplant.verification import Verification

FOUND_CSV = "found.csv"
MORE_COLUMNS = ("planned_seed", "needle", "identity", "margin", "along_mm", "across_mm", "remark")

BEFORE = "there before"


def found_csv(found: Verification) -> str:
    """The seeds that count, each with its planned one; ``--seeds`` takes a corrected copy."""
    strengths = _strengths(found)
    rows = []
    for n, seed in enumerate(found.seen):
        pair = next((p for p in found.matching.pairs if p.found == n), None)
        more: list = [""] * 6
        if pair is not None:
            planned = found.planned_seeds[pair.planned]
            is_new = pair.planned < len(found.planned.implant.seeds)
            more = [
                planned.id,
                planned.needle if is_new else "",
                found.certainty_of(pair),
                f"{pair.margin:.1f}",
                f"{pair.along_mm:.1f}",
                f"{pair.across_mm:.1f}",
            ]
        rows.append([*row_of(n + 1, seed, strengths[n]), *more, remark_of(found, n)])
    return csv_text((*COLUMNS, *MORE_COLUMNS), rows)


def _strengths(found: Verification) -> dict[int, float]:
    both = ((found.delivered_seen, found.delivered.seeds), (found.before_seen, found.before_seeds))
    return {n: seed.strength_u for places, seeds in both for n, seed in zip(places, seeds, strict=True)}


def remark_of(found: Verification, n: int) -> str:
    """What there is to say of a seed: far away, not planned, there before."""
    if n in found.migrated:
        return "far from the target: migrated"
    if n in found.far:
        return "far from the target"
    if n in found.before_seen:
        return BEFORE
    return "" if n in found.partner else "extra"


def verification_entry(found: Verification) -> dict:
    """``verification`` of plan.json."""
    registration, moved = found.registration, displacements(found)
    implanted = found.delivered.at
    seeds = found.planned_seeds
    move = registration.move
    return {
        "plan": found.planned.name,
        "implanted": None if implanted is None else moment_text(implanted),
        "planned": len(found.planned.implant.seeds),
        "there_before": len(found.planned.earlier_seeds),
        "found": len(found.seen),
        "matched": len(found.matching.pairs),
        "lost": [
            {
                "seed": seeds[i].id,
                "needle": seeds[i].needle,
                "planned_at_mm": _mm(move.points(seeds[i].position_mm)[0]),
            }
            for i in found.matching.lost
        ],
        "extra": [
            {"seed": n + 1, "position_mm": _mm(found.seen[n].position_mm)}
            for n in found.matching.extra
            if n not in found.far
        ],
        "migrated": [{"seed": n + 1, "position_mm": _mm(found.seen[n].position_mm)} for n in found.migrated],
        "doubtful": [
            {"position_mm": _mm(s.position_mm), "confidence": round(s.confidence, 3)}
            for s in found.located.doubtful
        ],
        "clusters": [[n + 1 for n in group] for group in found.clusters],
        "changed_by_hand": list(found.changes),
        "registration": {
            "by": registration.by,
            "matrix": [[round(float(v), 8) for v in row] for row in move.matrix],
            "shift_mm": _mm(move.shift_mm),
            "turn_deg": round(move.turn_deg, 2),
            "correlation": _number(registration.correlation),
            "spread_mm": _number(registration.spread_mm),
            "seeds_apart_mm": _number(found.seeds_apart.distance_mm),
            "seeds_apart_sd_mm": _number(found.seeds_apart.sd_mm),
        },
        "contours": "carried over" if found.carried else "drawn on this scan",
        "displacement": None
        if moved is None
        else {name: _listed(value) for name, value in vars(moved).items()},
        "metrics": {
            name: _compared(found, name) for name in found.evaluation.metrics if name in found.planned_metrics
        },
        "underdosed": [
            {
                "target": part.target,
                "volume_cc": _number(part.volume_cc),
                "fraction": _number(part.fraction),
                "centroid_mm": None if part.centroid_mm is None else _mm(part.centroid_mm),
                "pieces": [
                    {
                        "volume_cc": _number(piece.volume_cc),
                        "centroid_mm": _mm(piece.centroid_mm),
                        "lowest_gy": _number(piece.lowest_gy),
                        "lowest_at_mm": _mm(piece.lowest_mm),
                    }
                    for piece in part.pieces
                ],
            }
            for part in found.underdosed
        ],
        "notes": list(found.notes),
    }


def _compared(found: Verification, roi: str) -> dict[str, dict]:
    """By figure: planned, delivered, difference, and the bands where there are some."""
    planned, delivered = found.planned_metrics[roi], found.evaluation.metrics[roi]
    rows = {}
    for key, value in delivered.items():
        was = planned.get(key)
        row: dict[str, object] = {"planned": _number(was), "delivered": _number(value)}
        row["difference"] = None if was is None else _number(value - was)
        for name, bands in (("localisation", found.bands), ("contour", found.contour_bands)):
            band = bands.get(roi, {}).get(key)
            if band is not None:
                row[name] = _ends(band)
        rows[key] = row
    return rows


def _ends(band: Band) -> list:
    return [_number(band.low), _number(band.high)]


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(f"{value:.6g}")


def _mm(point) -> list[float]:
    return [round(float(v), 2) + 0.0 for v in point]


def _listed(value):
    return (
        _mm(value) if isinstance(value, np.ndarray) else value if isinstance(value, int) else _number(value)
    )
