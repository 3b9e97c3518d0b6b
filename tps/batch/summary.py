"""The page beside the table: distributions over the cohort, and the worst cases first, as pictures."""

import base64
import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import numpy as np

import tps
from tps.batch.cohort_tables import ORGAN_ROWS, PAIRED, Organs, paired_rows
from tps.batch.find.item import Item
from tps.batch.options import RecomputeOptions, Variant
from tps.batch.pictures import SEED_NEAR_MM, CasePicture, distribution_picture, draw_case
from tps.batch.rows import table_rows, without_identity
from tps.batch.run.error_boundary import attempt
from tps.batch.run.journal import Journal
from tps.batch.scatter import scatter_svg
from tps.batch.table import COLUMNS, IDENTITY_COLUMNS, safely
from tps.language import Catalogue, catalogue
from tps.language.figure import language_notes
from tps.language.page import translate_page
from tps.model.metric_table import BY_KEY

# Pictures of single cases in each gallery, and lines of the table on the page: what a person looks through.
PICTURES = 6
LINES = 2000

# Different warnings listed; all stand in the table.
WARNINGS = 20

# Figures whose distribution is shown: column, label, factor and unit for people, highest first.
DISTRIBUTIONS = (
    ("d90_of_prescription", "D90 / prescription", 100.0, "%"),
    ("v100", "V100", 100.0, "%"),
    ("v150", "V150", 100.0, "%"),
    ("minimum_of_prescription", "minimum peripheral dose / prescription", 100.0, "%"),
    ("ci", "conformation number", 1.0, ""),
    ("difference_mean", "mean difference from the stored dose (above 0: stored is higher)", 100.0, "%"),
    ("difference_p95", "difference from the stored dose, 95 % of points", 100.0, "%"),
    ("gamma_2pc_2mm", "gamma 2 %/2 mm passed", 100.0, "%"),
    ("d90_change", "change of D90 against the plan as it is", 100.0, "%"),
)


@dataclass(frozen=True)
class TargetLine:
    """What the page needs of one target row; kept small, because it is kept for every target."""

    case: str
    roi: str
    variant: str
    seeds: int
    values: dict[str, float]
    drawn_roi: str = ""

    @property
    def coverage(self) -> tuple[float, float]:
        """Sorts the least covered first."""
        return self.values["v100"], self.values["d90_of_prescription"]

    @property
    def difference(self) -> float:
        """95th percentile of the difference from the stored dose; below 0 where there is none."""
        return self.values.get("difference_p95", -1.0)


def write_summary(
    path: Path, items: Sequence[Item], journal: Journal, options: RecomputeOptions, language: str = "en"
) -> None:
    """Write the page.

    Parameters
    ----------
    path : Path
    items : sequence of Item
    journal : Journal
        With an entry for every item.
    options : RecomputeOptions
        The worst cases are computed once more for their pictures.
    language : str
        Of the page, a code of ``tps.language.LANGUAGES``.

    Raises
    ------
    OutputRefused
        If it cannot be written.
    """
    from jinja2 import Environment, PackageLoader, select_autoescape
    from markupsafe import Markup

    said = catalogue(language)
    lines, failed = [], []
    organs = Organs(options.variants[0].name)
    used: Counter[str] = Counter()
    unusual: Counter[str] = Counter()
    for row in table_rows(items, journal, options.identify):
        if row["status"] != "ok":
            failed.append({"case": row["case"], "message": row["message"]})
        elif row["role"] == "target":
            lines.append(_target_line(row))
            used[f"{row['source']} (data level {row['source_level']}), {row['formalism'].upper()}"] += 1
            unusual.update(set(row["warnings"].split(" | ")) - {""})
        else:
            organs.add(row)
    by_case = {item.case: item for item in items}
    environment = Environment(loader=PackageLoader("tps.batch"), autoescape=select_autoescape())
    names = [variant.name for variant in options.variants]
    shown = [line for line in lines if line.variant == options.variants[0].name]
    worst = heapq.nsmallest(LINES, lines, key=lambda line: (*line.coverage, line.case, line.roi))
    text = environment.get_template("summary.html").render(
        plans=len(items),
        targets=len(shown),
        version=tps.__version__,
        notice=tps.NOT_FOR_CLINICAL_USE,
        variants=[_described(variant) for variant in options.variants],
        used=sorted(used.items()),
        unusual=sorted(unusual.items(), key=lambda pair: (-pair[1], pair[0]))[:WARNINGS],
        distribution=list(_distribution_table(lines, options)),
        figures=list(_figures(lines, options, said)),
        galleries=list(_galleries(shown, by_case, options, said)),
        scatter=Markup(scatter_svg(lines, names)),
        pairs=paired_rows(lines, *names[:2]) if len(names) > 1 else [],
        pair_names=names[:2],
        paired=[BY_KEY[key] for key, _, _ in PAIRED],
        organs=organs.rows(),
        organs_left_out=max(0, organs.count - ORGAN_ROWS),
        organs_by_name=organs.by_name(),
        dictionary=(*(IDENTITY_COLUMNS if options.identify else ()), *COLUMNS),
        notes=language_notes(said),
        script=Markup(files("tps.batch").joinpath("templates", "cohort.js").read_text(encoding="utf-8")),
        compared=any(line.difference >= 0 for line in lines),
        worst=[_printed(line) for line in worst],
        left_out=len(lines) - len(worst),
        failed=failed,
    )
    with safely(path) as part:
        part.write_text(translate_page(text, said), encoding="utf-8")


def _target_line(row: dict) -> TargetLine:
    values = {
        name: row[name]
        for name in (
            "volume_cc",
            "minimum_peripheral_dose_gy",
            "d90_gy",
            "v100",
            "v150",
            "ci",
            "prescription_gy",
        )
    }
    values["d90_of_prescription"] = row["d90_gy"] / row["prescription_gy"]
    values["minimum_of_prescription"] = row["minimum_peripheral_dose_gy"] / row["prescription_gy"]
    for name in ("difference_mean", "difference_p95", "gamma_2pc_2mm", "d90_change", "input_d90_gy"):
        if row.get(name) is not None:
            values[name] = row[name]
    return TargetLine(row["case"], row["roi"], row["variant"], row["seeds"], values, row["drawn_roi"])


def _described(variant: Variant) -> dict[str, str]:
    span = "total dose"
    if variant.to_date:
        span = f"up to {variant.to_date}"
    elif variant.days is not None:
        span = f"the first {variant.days:g} days"
    half_life = f"{variant.half_life_days:g} days" if variant.half_life_days else "of the source model"
    strength = "as planned" if variant.strength_factor == 1.0 else f"times {variant.strength_factor:g}"
    return {
        "name": variant.name,
        "source": variant.source or "as planned",
        "formalism": variant.formalism.upper(),
        "half_life": half_life,
        "strength": strength,
        "span": span,
    }


def _values(lines: Sequence[TargetLine], variant: str, name: str) -> np.ndarray:
    return np.array([line.values[name] for line in lines if line.variant == variant and name in line.values])


def _distribution_table(lines: Sequence[TargetLine], options: RecomputeOptions) -> Iterator[dict]:
    for name, label, factor, unit in DISTRIBUTIONS:
        for variant in options.variants:
            values = factor * _values(lines, variant.name, name)
            if len(values):
                digits = 2 if unit and not name.startswith("difference") and name != "d90_change" else 3
                figures = [f"{value:.{digits}f}" for value in np.quantile(values, [0, 0.05, 0.5, 0.95, 1])]
                yield {"label": _with_unit(label, unit), "variant": variant.name, "figures": figures}


def _with_unit(label: str, unit: str) -> str:
    return f"{label}, {unit}" if unit else label


def _figures(lines: Sequence[TargetLine], options: RecomputeOptions, language: Catalogue) -> Iterator[dict]:
    panels = []
    for name, label, factor, unit in DISTRIBUTIONS:
        series = {v.name: factor * _values(lines, v.name, name) for v in options.variants}
        series = {variant: values for variant, values in series.items() if len(values)}
        if series:
            panels.append((_with_unit(label, unit), series))
    if panels:
        yield {
            "data": _embedded(distribution_picture(panels, language)),
            "alt": "Histograms over all targets",
            "caption": "Number of targets by figure; the broken line is the median.",
        }


def _galleries(
    lines: Sequence[TargetLine], items: dict[str, Item], options: RecomputeOptions, language: Catalogue
) -> Iterator[dict]:
    which = f" Shown: {options.variants[0].name}." if len(options.variants) > 1 else ""
    least = heapq.nsmallest(PICTURES, lines, key=lambda line: (*line.coverage, line.case, line.roi))
    if least:
        yield {
            "title": "Least covered targets",
            "text": "Plane through the point of the lowest dose on the target's surface (triangle): axial, or"
            " sagittal or coronal where that shows much more of the target. Thick line: the target; squares:"
            f" seeds up to {SEED_NEAR_MM:g} mm from the plane; thin lines: isodoses, percent of the"
            f" prescription.{which}",
            "cases": list(_pictures(least, items, options, language)),
        }
    different = heapq.nsmallest(
        PICTURES,
        (l for l in lines if l.difference >= 0),
        key=lambda line: (-line.difference, line.case, line.roi),
    )
    if different:
        yield {
            "title": "Largest difference from the dose that came with the plan",
            "text": "By the 95th percentile of the relative difference in and around the target; the plane"
            " is the one nearest to the target's centre. Look at the mean difference first: a wrong strength"
            " or source shifts all doses alike, and gamma, which allows for 2 mm, hardly sees it."
            " Red: what came with the plan is higher than ours; blue: lower. The colours of all pictures"
            f" mean the same; voxels in capsules are left white.{which}",
            "cases": list(_pictures(different, items, options, language, different[0].difference)),
        }


def _pictures(
    lines,
    items: dict[str, Item],
    options: RecomputeOptions,
    language: Catalogue,
    difference: float | None = None,
) -> Iterator[dict]:
    for line in lines:
        wanted = CasePicture(line.case, line.drawn_roi, options, items[line.case], difference)
        outcome = attempt(partial(draw_case, language=language), wanted)
        printed = _printed(line)
        caption = (
            f"{line.case}, {line.roi}: V100 {printed['v100']} %, D90 {printed['d90']} Gy, minimum"
            f" {printed['minimum']} Gy, {line.seeds} seeds, {printed['volume']} cm³"
        )
        if difference is not None:
            caption += (
                f"; mean difference {printed['mean']} (stored against ours), at most {printed['difference']}"
                f" at 95 % of points, gamma 2 %/2 mm passed at {printed['gamma']}"
            )
        if outcome.error:
            error = outcome.error if options.identify else without_identity(outcome.error, items[line.case])
            yield {
                "data": "",
                "alt": "",
                "caption": f"{caption} (no picture: {error})",
            }
            continue
        yield {"data": _embedded(outcome.value), "alt": f"Dose of {line.case}", "caption": caption}


def _printed(line: TargetLine) -> dict[str, str]:
    v = line.values

    def percent(name: str, digits: int = 1) -> str:
        return f"{100 * v[name]:.{digits}f}" if name in v else "–"

    return {
        "case": line.case,
        "roi": line.roi,
        "variant": line.variant,
        "seeds": str(line.seeds),
        "volume": f"{v['volume_cc']:.1f}",
        "minimum": f"{v['minimum_peripheral_dose_gy']:.1f}",
        "d90": f"{v['d90_gy']:.1f}",
        "v100": percent("v100"),
        "v150": percent("v150"),
        "stored_d90": f"{v['input_d90_gy']:.1f}" if "input_d90_gy" in v else "–",
        "mean": signed_percent(v["difference_mean"]) if "difference_mean" in v else "–",
        "difference": percent("difference_p95", 2) + (" %" if "difference_p95" in v else ""),
        "gamma": percent("gamma_2pc_2mm") + (" %" if "gamma_2pc_2mm" in v else ""),
    }


def signed_percent(fraction: float) -> str:
    """A difference for people: ``+5.02 %``."""
    return f"{100 * fraction:+.2f} %"


def _embedded(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")
