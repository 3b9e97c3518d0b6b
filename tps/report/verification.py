"""The page of a verification: what was planned, what was delivered, what is missing, and how sure that is."""

import math

import numpy as np
from jinja2 import Environment, PackageLoader, StrictUndefined

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.language import catalogue
from tps.language.figure import language_notes
from tps.language.page import translate_page
from tps.model.metric_table import BY_KEY
from tps.model.moment import moment_text
from tps.postimplant.displacement import displacements
from tps.postimplant.underdosed import Underdosed
from tps.postimplant.verification import Verification
from tps.postimplant.verified_files import remark_of
from tps.report.picture_file import to_png
from tps.report.report import page_number
from tps.report.verification_pictures import cluster_picture, cold_picture, dvh_picture, moved_picture

PAGE = "report.html"
DPI = 170

# So many clusters are shown; more are named.
MOST_CLUSTERS = 16

# Pieces of a cold part that are listed.
MOST_PIECES = 6

# Figures of a target that a screen has room for.
SCREEN_METRICS = ("minimum_peripheral_dose_gy", "d90_gy", "v100", "v150", "v200")

# Figures that hardly change hands: organs with less than this are left out, Gy.
SHOWN_FROM_GY = 1.0


def verification_report(found: Verification, made: str, language: str = "en") -> dict[str, bytes | str]:
    """The page and its pictures, by file name.

    Parameters
    ----------
    found : Verification
    made : str
        When, as text.
    language : str
        Of page and pictures, a code of ``tps.language.LANGUAGES``.
    """
    said = catalogue(language)
    pictures: dict[str, bytes | str] = {"dvh.png": to_png(dvh_picture(found), DPI, said)}
    cold = []
    for number, (solid, part) in enumerate(zip(found.targets, found.underdosed, strict=True), start=1):
        pictures[f"cold-{number}.png"] = to_png(cold_picture(found, solid, part), DPI, said)
        cold.append(
            {"text": cold_text(found, part), "rows": _pieces(found, part), "name": f"cold-{number}.png"}
        )
    if found.matching.pairs:
        pictures["moved.png"] = to_png(moved_picture(found), DPI, said)
    shown = found.clusters[:MOST_CLUSTERS]
    for number, group in enumerate(shown, start=1):
        pictures[f"cluster-{number}.png"] = to_png(cluster_picture(found, group), DPI, said)
    environment = Environment(
        loader=PackageLoader("tps.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("verification.html").render(
        not_for_clinical_use=NOT_FOR_CLINICAL_USE,
        version=__version__,
        made=made,
        page_number=page_number(said),
        plan=found.planned.name,
        headline=headline(found),
        met=not any(part.pieces for part in found.underdosed),
        facts=_facts(found),
        changes=found.changes,
        notes=[*found.notes, *language_notes(said)],
        targets=[(s.name, _metric_rows(found, s.name)) for s in found.targets],
        organs=[(name, rows) for name in _organs(found) if (rows := _metric_rows(found, name))],
        cold=cold,
        moved=_moved_rows(found) if found.matching.pairs else [],
        seeds=_seed_rows(found),
        lost=_lost_rows(found),
        others=_other_rows(found),
        clusters=[
            {"name": f"cluster-{n}.png", "seeds": ", ".join(str(i + 1) for i in group)}
            for n, group in enumerate(shown, start=1)
        ],
        more_clusters=len(found.clusters) - len(shown),
        clip=found.located.series.clip_hu if found.located.series.is_clipped else None,
    )
    return {PAGE: translate_page(page, said), **pictures}


def headline(found: Verification) -> list[str]:
    """What matters most, a line a target."""
    lines = []
    for solid in found.targets:
        now, was = found.evaluation.metrics[solid.name], found.planned_metrics.get(solid.name, {})
        band = found.bands.get(solid.name, {}).get("d90_gy")
        text = f"{solid.name}: D90 {now['d90_gy']:.0f} Gy"
        if was.get("d90_gy") is not None:
            text += f" ({now['d90_gy'] - was['d90_gy']:+.0f} Gy against the plan)"
        if band is not None:
            text += f", {band.low:.0f} to {band.high:.0f} Gy with what finding the seeds leaves open"
        lines.append(text)
    return lines


def place_text(found: Verification, place_mm, of: np.ndarray) -> str:
    """A place in words, from another: "12 mm left, 5 mm towards the head"."""
    away = np.asarray(place_mm, float) - of
    words = (("right", "left"), ("in front", "behind"), ("towards the feet", "towards the head"))
    said = [
        f"{abs(v):.0f} mm {pair[int(v > 0)]}" for v, pair in zip(away, words, strict=True) if abs(v) >= 1.0
    ]
    return ", ".join(said)


def cold_text(found: Verification, part: Underdosed) -> str:
    """How much of a target is cold and where, in a sentence."""
    reference = found.planned.implant.reference_gy
    if part.centroid_mm is None:
        return f"{part.target}: all of it gets {reference:g} Gy."
    solid = next(s for s in found.targets if s.name == part.target)
    text = (
        f"{part.target}: {part.volume_cc:.2f} cm\N{SUPERSCRIPT THREE} ({part.fraction:.0%}) get less than"
        f" {reference:g} Gy"
    )
    if not part.pieces:
        return text + ", in specks."
    largest = part.pieces[0]
    where = place_text(found, largest.centroid_mm, solid.centroid_mm)
    where = f"{where} of the target's middle" if where else "in the target's middle"
    text += (
        f"; the largest piece ({largest.volume_cc:.2f} cm\N{SUPERSCRIPT THREE}) lies about"
        f" ({_mm(largest.centroid_mm)}), {where}, and gets"
        f" {largest.lowest_gy:.0f} Gy at least"
    )
    lost = [
        (float(np.linalg.norm(place - largest.centroid_mm)), found.planned_seeds[i])
        for i in found.matching.lost
        for place in found.registration.move.points(found.planned_seeds[i].position_mm)
    ]
    if lost:
        distance, seed = min(lost, key=lambda pair: pair[0])
        text += (
            f"; seed {seed.id} of needle {seed.needle}, not found, was planned {distance:.0f} mm from there"
        )
    return text + "."


def _pieces(found: Verification, part: Underdosed) -> list[list[str]]:
    solid = next(s for s in found.targets if s.name == part.target)
    return [
        [
            f"{piece.volume_cc:.2f}",
            _mm(piece.centroid_mm),
            place_text(found, piece.centroid_mm, solid.centroid_mm),
            f"{piece.lowest_gy:.0f}",
            _mm(piece.lowest_mm),
        ]
        for piece in part.pieces[:MOST_PIECES]
    ]


def _facts(found: Verification) -> list[tuple[str, str]]:
    series, registration, matching = found.located.series, found.registration, found.matching
    extra = [n for n in matching.extra if n not in found.far]
    rows = [
        (
            "Seeds",
            f"planned {found.planned.count_text}; found {len(found.seen)}; {len(matching.lost)} not found,"
            f" {len(extra)} more than planned, {len(found.migrated)} far from the target,"
            f" {len(found.located.doubtful)} doubtful and not counted",
        ),
        ("Touching", f"{sum(map(len, found.clusters))} seeds in {len(found.clusters)} clusters"),
        (
            "Strength",
            f"{found.delivered.total_strength_u:.2f} U in all at the implant"
            + (f", {moment_text(found.delivered.at)}" if found.delivered.at else " (not dated)"),
        ),
        (
            "CT",
            f"slices of {series.slice_mm:g} mm, pixels of {series.spacing_mm[0]:.2f} mm, "
            + (f"scale ends at {series.clip_hu:.0f} HU" if series.is_clipped else "extended scale"),
        ),
        ("Contours", "carried over from the plan, rigidly" if found.carried else "drawn on this CT"),
    ]
    if registration.by == "images":
        text = (
            f"by the images about the target, metal left out: correlation {registration.correlation:.3f};"
            f" other starts end within {registration.spread_mm:.1f} mm"
        )
        apart = found.seeds_apart
        if math.isfinite(apart.distance_mm):
            text += f"; the seeds put the target {apart.distance_mm:.1f} mm (SD {apart.sd_mm:.1f}) from there"
        else:
            text += "; too few seeds lie apart from others to check it by"
    else:
        text = {"seeds": "by the seeds alone", "none": "none: one frame for both"}[registration.by]
    rows.append(("Registration", text + f"; the move is {_move_text(found)}"))
    for one in found.before:
        when = f", implanted {moment_text(one.at)}" if one.at else ""
        rows.append(("There before", f"{len(one.seeds)} seeds{when}; their whole dose counts"))
    rows.append(
        (
            "Second check",
            f"{found.check.points} points, at most {found.check.max_relative_difference:.3%} apart",
        )
    )
    return rows


def _move_text(found: Verification) -> str:
    middle = np.mean([s.centroid_mm for s in found.targets], axis=0)
    move = found.registration.move
    shift = middle - move.back(middle)[0]
    return f"{np.linalg.norm(shift):.1f} mm at the target and {move.turn_deg:.1f} deg"


def _metric_rows(found: Verification, roi: str) -> list[dict]:
    now, was = found.evaluation.metrics[roi], found.planned_metrics.get(roi, {})
    rows = []
    for key, value in now.items():
        metric = BY_KEY.get(key)
        if metric is None:
            continue
        planned = was.get(key)
        local, drawn = (b.get(roi, {}).get(key) for b in (found.bands, found.contour_bands))
        rows.append(
            {
                "label": metric.label,
                "planned": metric.text(planned),
                "delivered": metric.text(value),
                "difference": "-" if planned is None else _signed(metric, value - planned),
                "local": "" if local is None else _range(metric, local),
                "contour": "" if drawn is None else _range(metric, drawn),
            }
        )
    return rows


def screen_rows(found: Verification, roi: str, keys: tuple[str, ...]) -> list[tuple[str, str, str, str]]:
    """Label, planned, delivered and band of some figures, as text."""
    rows = []
    for key in keys:
        metric, band = BY_KEY[key], found.bands.get(roi, {}).get(key)
        planned = metric.text(found.planned_metrics.get(roi, {}).get(key))
        delivered = metric.text(found.evaluation.metrics[roi][key])
        rows.append((metric.label, planned, delivered, "" if band is None else _range(metric, band)))
    return rows


def _signed(metric, value: float) -> str:
    return ("+" if value >= 0 else "\N{MINUS SIGN}") + metric.text(abs(value))


def _range(metric, band) -> str:
    return f"{metric.text(band.low, False)} to {metric.text(band.high)}"


def _organs(found: Verification) -> list[str]:
    names = []
    for solid in found.organs:
        rows = found.evaluation.metrics.get(solid.name, {})
        highest = max(rows.get("max_gy", 0.0), found.planned_metrics.get(solid.name, {}).get("max_gy", 0.0))
        if highest >= SHOWN_FROM_GY:
            names.append(solid.name)
    return names


def _moved_rows(found: Verification) -> list[tuple[str, str]]:
    d = displacements(found)
    if d is None:
        return []
    shift = place_text(found, d.shift_mm, np.zeros(3)) or "hardly"
    rows = [
        ("Pairs", f"{d.count}"),
        (
            "Distance from the plan",
            f"mean {d.mean:.1f} mm (SD {d.sd:.1f}), median {d.median:.1f}, p95 {d.p95:.1f},"
            f" largest {d.largest:.1f}",
        ),
        ("Along the needle", f"mean {d.along_mean:+.1f} mm (SD {d.along_sd:.1f}; + is deeper)"),
        ("Across the needle", f"mean {d.across_mean:.1f} mm, p95 {d.across_p95:.1f} mm"),
        ("All together", f"{np.linalg.norm(d.shift_mm):.1f} mm: {shift}"),
        ("Nearest neighbours", f"median {d.nearest_median_mm:.1f} mm, least {d.nearest_least_mm:.1f} mm"),
    ]
    if math.isfinite(d.scale):
        rows.append(("Scale of the seed cloud", f"{d.scale:.3f} of the planned one"))
    return rows


def _seed_rows(found: Verification) -> list[list[str]]:
    rows = []
    for n, seed in enumerate(found.seen):
        pair = next((p for p in found.matching.pairs if p.found == n), None)
        who = ["-", "-", "-", "-", "-"]
        if pair is not None:
            planned = found.planned_seeds[pair.planned]
            who = [
                str(planned.id),
                "-" if planned.needle is None else str(planned.needle),
                found.certainty_of(pair),
                f"{pair.along_mm:+.1f}",
                f"{pair.across_mm:.1f}",
            ]
        sigma = seed.sigma_mm
        rows.append(
            [
                str(n + 1),
                _mm(seed.position_mm),
                f"{max(sigma[:2]):.2f} / {sigma[2]:.2f}",
                f"{seed.sigma_tilt_deg:.0f}",
                seed.axis_from,
                f"{seed.confidence:.2f}",
                *who,
                remark_of(found, n),
            ]
        )
    return rows


def _lost_rows(found: Verification) -> list[list[str]]:
    rows = []
    for i in found.matching.lost:
        seed = found.planned_seeds[i]
        place = found.registration.move.points(seed.position_mm)[0]
        rows.append([str(seed.id), "-" if seed.needle is None else str(seed.needle), _mm(place)])
    return rows


def _other_rows(found: Verification) -> list[list[str]]:
    """What is doubtful, and what is dense and no seed."""
    rows = [
        ["doubtful seed", _mm(s.position_mm), f"confidence {s.confidence:.2f}"]
        for s in found.located.doubtful
    ]
    return rows + [[o.kind, _mm(o.position_mm), f"{o.extent_mm:.0f} mm"] for o in found.located.others]


def _mm(point) -> str:
    return ", ".join(f"{v + 0.0:.1f}" for v in np.asarray(point, float).round(1))
