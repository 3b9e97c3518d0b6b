"""What was found, as a table for people and programs and as numbers for JSON."""

from collections import Counter

import numpy as np

from tps.formats.csv_table import csv_text
from tps.model.words import counted
from tps.postimplant.locate import FoundSeed, Located

COLUMNS = (
    "seed",
    "x_mm",
    "y_mm",
    "z_mm",
    "ux",
    "uy",
    "uz",
    "strength_u",
    "confidence",
    "sigma_x_mm",
    "sigma_y_mm",
    "sigma_z_mm",
    "sigma_tilt_deg",
    "axis_from",
)

# Above this the tilt of a seed is in the image only where it spans several slices.
THICK_MM = 4.0
WARN_ABOVE_MM = 2.5


def located_csv(located: Located, strength_u: float) -> str:
    """The table of the seeds: mm to 3 decimals, direction cosines to 6, confidence to 3."""
    return csv_text(
        COLUMNS, [row_of(number, s, strength_u) for number, s in enumerate(located.seeds, start=1)]
    )


def row_of(number: int, seed: FoundSeed, strength_u: float) -> list:
    """One row of that table."""
    return [
        number,
        *(f"{v + 0.0:.3f}" for v in seed.position_mm.round(3)),
        *(f"{v + 0.0:.6f}" for v in seed.direction.round(6)),
        f"{strength_u:.6f}",
        f"{seed.confidence:.3f}",
        *(f"{v:.3f}" for v in seed.sigma_mm),
        f"{seed.sigma_tilt_deg:.1f}",
        seed.axis_from,
    ]


def as_numbers(seed: FoundSeed) -> dict:
    """A seed for JSON."""
    return {
        "position_mm": [round(float(v), 3) for v in seed.position_mm],
        "direction": [round(float(v), 6) for v in seed.direction],
        "confidence": round(seed.confidence, 3),
        "sigma_mm": [round(float(v), 3) for v in seed.sigma_mm],
        "sigma_tilt_deg": round(seed.sigma_tilt_deg, 1),
        "sigma_azimuth_deg": round(seed.sigma_azimuth_deg, 1),
        "axis_from": seed.axis_from,
        "group": seed.group,
    }


def remarks(located: Located, described: bool = True) -> list[str]:
    """What must be known of the series and of what it can tell."""
    series, said = located.series, []
    if not described:
        said.append("the marker of this seed model is not described: a silver rod of 3 mm was looked for")
    if series.slice_mm > WARN_ABOVE_MM:
        said.append(
            f"slices of {series.slice_mm:g} mm: heights are uncertain by up to half a slice;"
            " ask for 2.5 mm or less"
        )
    distance = series.spacing_mm[2]
    if abs(series.slice_mm - distance) > 0.05 * distance:
        said.append(f"slices {series.slice_mm:g} mm thick, {distance:g} mm apart")
    if series.slice_mm > THICK_MM:
        said.append(
            "the tilt of seeds within one slice is not in the image: axes marked `needle` assume needles near"
            " the plane of the slices"
        )
    if series.is_clipped:
        said.append(
            f"the scale ends at {series.clip_hu:.0f} HU: seeds cannot be told from other metal by brightness;"
            " ask for an extended scale"
        )
    if any(o.kind == "metal" for o in located.others):
        said.append("large metal in the scan: seeds within 8 mm of it are not looked for")
    if located.seeds and not located.calibration.from_series:
        said.append(
            f"only {counted(located.calibration.singles, 'single seed')} to measure one seed by: blur and"
            " brightness are the usual ones"
        )
    return said


def reconciled(located: Located, expected: int | None) -> list[str]:
    """How the count compares with the one expected; nothing is added or dropped for it."""
    if expected is None:
        return []
    found, doubtful = len(located.seeds), len(located.doubtful)
    said = [f"expected {counted(expected, 'seed')}, found {found}, doubtful {doubtful}"]
    if found < expected:
        said += [
            f"  may be one: {_place(s)}, confidence {s.confidence:.2f}"
            for s in located.doubtful[: expected - found]
        ]
        missing = expected - found - min(doubtful, expected - found)
        if missing:
            said.append(f"  not in this CT: {counted(missing, 'seed')}, lost or outside the scan")
    if found > expected:
        least = sorted(enumerate(located.seeds, start=1), key=lambda pair: pair[1].confidence)
        said += [
            f"  least sure: seed {n} at {_place(s)}, confidence {s.confidence:.2f}"
            for n, s in least[: found - expected]
        ]
    return said


def _place(seed: FoundSeed) -> str:
    return "({:.1f}, {:.1f}, {:.1f})".format(*seed.position_mm)


def groups_of(located: Located) -> dict[int, int]:
    """How many pieces hold so many seeds each, by that number."""
    return dict(sorted(Counter(Counter(s.group for s in located.seeds).values()).items()))


def summary(located: Located, expected: int | None, described: bool) -> dict:
    """Everything for JSON."""
    c, series = located.calibration, located.series
    return {
        "found": len(located.seeds),
        "expected": expected,
        "seeds": [{"seed": n} | as_numbers(s) for n, s in enumerate(located.seeds, start=1)],
        "doubtful": [as_numbers(s) for s in located.doubtful],
        "others": [
            {
                "class": o.kind,
                "position_mm": np.round(o.position_mm, 1).tolist(),
                "extent_mm": round(o.extent_mm, 1),
            }
            for o in located.others
        ],
        "classes": dict(Counter(o.kind for o in located.others)),
        "groups": {str(size): count for size, count in groups_of(located).items()},
        "series": {
            "slice_mm": series.slice_mm,
            "pixel_mm": series.spacing_mm[0],
            "noise_hu": round(series.noise_hu, 1),
            "clip_hu": series.clip_hu if series.is_clipped else None,
        },
        "one_seed": {
            "from_series": c.from_series,
            "singles": c.singles,
            "blur_sigma_mm": round(c.response.sigma_mm, 3),
            "excess_hu_mm3": round(c.response.mass),
        },
        "threshold_hu": round(located.threshold_hu),
        "remarks": remarks(located, described) + reconciled(located, expected),
    }
