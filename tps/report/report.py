"""The stage's verb: the report of a plan, one HTML file that needs nothing else, and its pictures."""

import base64
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.export.plan_identity import PlanIdentity
from tps.formats.whole_file import write_whole
from tps.language import Catalogue, catalogue
from tps.language.figure import language_notes
from tps.language.page import translate_page
from tps.render3d import Renderer, RenderJob, implant_scene, start_render
from tps.report import dosimetry, needle_picture, organ_rows, skin_map, style, tables
from tps.report import slice_sheet as strip
from tps.report.column_rows import column_tables
from tps.report.content import Content
from tps.report.dvh_plot import dvh_figure, font_notes
from tps.report.loading import loading_svg
from tps.report.needle_blocks import image_name, needle_blocks
from tps.report.needle_picture import needle_figure
from tps.report.picture_file import DPI, drawn, pack, with_notice
from tps.report.skin_scene import skin_around, skin_scene_svg
from tps.report.slices import target_figure
from tps.report.sweep_plot import sweep_figure

# Who signs.
SIGNATURES = ("Planned by", "Checked by (physicist)", "Approved by (physician)")

# Pages of slices are dense enough at this resolution on A4, and half the size of the other pictures'.
STRIP_DPI = 150


@dataclass(frozen=True, eq=False)
class Report:
    """Files of a report.

    Parameters
    ----------
    files : dict of str to bytes
        By file name: ``report.html`` and its pictures.
    notes : tuple of str
        What could not be made, for the user to see.
    """

    files: dict[str, bytes]
    notes: tuple[str, ...] = field(default=())


def start_scene(result, renderer: Renderer | None = None) -> RenderJob:
    """Begin to draw the 3D picture of a planning result, as early as wanted; hand it to ``make_report``.

    Parameters
    ----------
    result : PlanResult
        See ``make_report``.
    renderer : Renderer, optional
        That was started before and has drawn nothing yet.
    """
    return _start_scene(Content.of(result), renderer)


def make_report(
    result,
    scene: RenderJob | None = None,
    made: str | None = None,
    identity: PlanIdentity | None = None,
    language: str = "en",
) -> Report:
    """Draw all pictures and write the page.

    Parameters
    ----------
    result : PlanResult
        See ``Content.of`` for the fields that are used.
    scene : RenderJob, optional
        From ``start_scene``; by default it is started here.
    made : str, optional
        When, as text; "" says nothing.  By default, now.
    identity : PlanIdentity, optional
        What the plan's files go by; default: that of a plan that was not written.
    language : str
        Of page and pictures, a code of ``tps.language.LANGUAGES``.

    Returns
    -------
    Report
    """
    content = Content.of(result)
    content = content if identity is None else replace(content, identity=identity)
    said = catalogue(language)
    with scene or _start_scene(content) as job:
        pictures = _pictures(content, said)
        drawn = job.collect()
    if drawn.png:
        pictures["scene.png"] = with_notice(drawn.png, said)
    notes = (*((drawn.note,) if drawn.note else ()), *font_notes(content), *language_notes(said))
    if made is None:
        made = datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")
    page = translate_page(_page(content, pictures, notes, made, said), said)
    return Report({"report.html": page.encode(), **pictures}, notes)


def write_report(result, folder: Path | str, scene: RenderJob | None = None) -> Report:
    """``make_report``, its files written into an existing folder."""
    report = make_report(result, scene)
    for name, content in report.files.items():
        write_whole(Path(folder) / name, content)
    return report


def _start_scene(content: Content, renderer: Renderer | None = None) -> RenderJob:
    scene = implant_scene(
        content.case,
        content.plan,
        content.engine,
        content.targets[: len(content.plan.targets)],
        content.organs,
        content.protocol,
        content.source.capsule_length_mm,
        content.existing,
    )
    return start_render(scene, renderer=renderer, notice=False)


def _pictures(content: Content, language: Catalogue) -> dict[str, bytes]:
    # One picture is packed while the next is drawn: packing holds no lock of Python's.
    with ThreadPoolExecutor(1) as packer:
        packed = {
            name: packer.submit(pack, drawn(figure, dpi, language), dpi)
            for name, figure, dpi in _figures(content)
        }
    return {name: picture.result() for name, picture in packed.items()}


def _figures(content: Content):
    """File names, figures and dots per inch of all pictures that are drawn here."""
    for i, solid in enumerate(content.targets, start=1):
        yield f"target-{i}.png", target_figure(content, solid), DPI
    yield "dvh.png", dvh_figure(content), DPI
    if content.sweep:
        yield "strengths.png", sweep_figure(content), DPI
    for needle in content.plan.needles:
        yield image_name(needle.id), needle_figure(content, needle), needle_picture.DPI
    for name, figure in _slice_pages(content):
        yield name, figure, STRIP_DPI


def _slice_pages(content: Content):
    """File names and figures of the slice pages."""
    for kind, parts in _strip_kinds(content):
        number = 0
        for part in parts:
            for page in range(part.pages):
                number += 1
                yield f"{kind}-{number}.png", strip.page_figure(content, part, page)


def _strip_kinds(content: Content) -> tuple:
    """The pages of targets, and those of needles, by the beginning of their file names."""
    return (("target-slices", strip.target_strips(content)), ("slices", strip.strips(content)))


def _slice_captions(content: Content) -> dict[str, list[tuple[str, str]]]:
    """File name and caption of each slice page, by kind."""
    several = len(content.plan.targets) > 1
    found = {}
    for kind, parts in _strip_kinds(content):
        captions = [
            (f"{part.target}, " if several else "")
            + f"page {page + 1} of {part.pages}"
            + (", lung window" if part.window == style.LUNG_WINDOW else "")
            for part in parts
            for page in range(part.pages)
        ]
        found[kind] = [(f"{kind}-{i}.png", caption) for i, caption in enumerate(captions, start=1)]
    return found


def _page(
    content: Content, pictures: dict[str, bytes], notes: tuple[str, ...], made: str, language: Catalogue
) -> str:
    environment = Environment(
        loader=PackageLoader("tps.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["strong"] = _strong
    plan = content.plan
    organs, cold_organs = organ_rows.organ_table(content)
    slices = _slice_captions(content)
    other_files, slices_digest = tables.file_rows(content)
    return environment.get_template("report.html").render(
        not_for_clinical_use=NOT_FOR_CLINICAL_USE,
        version=__version__,
        made=made,
        title=tables.title_text(content),
        met=plan.status == "met",
        prescription=tables.prescription_text(content),
        headline=plan.headline,
        verdict=plan.verdict,
        reasons=list(map(str, plan.reasons)),
        edits=plan.edited_by_hand,
        warnings=(*tables.source_notes(content), *tables.warnings(content), *notes),
        trivia=tables.trivia(content),
        patient=tables.patient_rows(content),
        plan=tables.plan_rows(content),
        targets=tables.target_table(content),
        goals=tables.goal_rows(content),
        found=tables.found_names(content),
        organs=organs,
        cold_organs=cold_organs,
        organ_columns=organ_rows.organ_columns(content),
        seed_places=organ_rows.seed_place_rows(content),
        needles=tables.needle_rows(content),
        ways=tables.way_rows(content),
        sheet=tables.sheet_facts(content),
        loading=Markup(loading_svg(content)),
        **_sheet(content),
        images={name: _data_uri(png) for name, png in pictures.items()},
        target_images=[(s.name, f"target-{i}.png") for i, s in enumerate(content.targets, start=1)],
        slice_images=slices["slices"],
        target_slices=slices["target-slices"],
        checks=_checks(content),
        source=dosimetry.source_rows(content),
        strength=dosimetry.strength_rows(content),
        in_time=dosimetry.time_table(content),
        calculation=dosimetry.calculation_rows(content),
        uncertainty=_uncertainty(),
        identity=content.identity,
        uids=tables.uid_text(content),
        page_text=_css_text(language.translate(tables.page_text(content))),
        page_number=page_number(language),
        signatures=SIGNATURES,
        certificate=tables.certificate_text(content),
        derived=tables.derived_rows(content),
        settings=content.settings,
        sweep=tables.plan_table(content.sweep, "activity, mCi", "activity_mci", "{:.2f}"),
        step_cost=tables.plan_table(content.step_cost, "steps, mm", "seed_step_mm", "{:g}"),
        unreached=tables.unreached_rows(content),
        order=tables.order_rows(content),
        **tables.date_texts(content),
        inputs=tables.input_rows(content),
        files=other_files,
        slices_digest=slices_digest,
        timing=content.timing_s,
        columns=column_tables(),
        search=tables.search_text(content),
        patient_line=f"{content.case.identity.patient_id or 'no patient ID'}",
    )


def _sheet(content: Content) -> dict:
    """What the sheet for the CT room is made of."""
    if not content.plan.needles:
        return {}
    treated = [name for name in content.plan.targets if any(n.target == name for n in content.plan.needles)]
    maps = [_skin(content.of_target(name), name) for name in treated] if len(treated) > 1 else []
    return {
        "skins": maps or [_skin(content, "")],
        "blocks": needle_blocks(content),
        "order_of_needles": content.order.text,
        "order_reason": content.order.reason,
        "half_seed": f"{content.source.capsule_half_length_mm:.2g}",
    }


def _skin(content: Content, target: str) -> dict:
    """The skin map of one lesion; of all needles where ``target`` is ""."""
    return {
        "target": target,
        "above": Markup(skin_map.skin_map_svg(content)),
        "side": Markup(skin_map.side_map_svg(content)),
        "space": Markup(skin_scene_svg(content, skin_around(content))),
        "scale": skin_map.scale_text(skin_map.above_view(content)),
        "table": skin_map.table_height_mm(content) is not None,
        "side_scale": skin_map.scale_text(skin_map.side_view(content)),
    }


def _checks(content: Content) -> dict:
    """All that was checked."""
    return {
        "numerical": dosimetry.numerical_check_text(content),
        "read_back": dosimetry.read_back_text(content),
        "hand": dosimetry.hand_rows(content.hand),
        "bounds": dosimetry.bound_rows(content.bounds),
    }


def _uncertainty() -> dict:
    return {
        "rows": dosimetry.uncertainty_rows(),
        "source": dosimetry.BUDGET_SOURCE,
        "left_out": dosimetry.NOT_IN_BUDGET,
    }


def page_number(language: Catalogue) -> list[Markup]:
    """What stands before, between and after the two numbers of "page n of m", as CSS strings."""
    return [Markup(language.text(f"page.number.{part}")) for part in ("before", "between", "after")]


def _css_text(text: str) -> Markup:
    """A text as a CSS string: every character that is no letter or digit by its number."""
    return Markup("".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in text))


def _strong(text: str) -> Markup:
    """Text whose parts between double asterisks are printed bold."""
    parts = text.split("**")
    return Markup("").join(Markup("<b>{}</b>").format(p) if i % 2 else p for i, p in enumerate(parts))


def _data_uri(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()
