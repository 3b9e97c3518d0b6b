"""``tps sources``: the seed models, their tables, where these come from, and how well they are verified."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson, SourceDir
from tps.cli.screen import say, say_json


def sources_command(
    model: Annotated[
        str | None, typer.Argument(metavar="[MODEL]", help="Show this one in full.", show_default=False)
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", help="Draw MODEL's functions into this PNG.", show_default=False)
    ] = None,
    source_dir: SourceDir = None,
    as_json: AsJson = False,
) -> None:
    """List the seed models, or show one with its tables and citations.

    Example: tps sources i125_6711 --plot 6711.png
    """
    from tps.errors import WrongUsage
    from tps.sources.library import list_sources, load_source, read_file, source_files

    if model is None:
        if plot is not None:
            raise WrongUsage("--plot draws one model: tps sources MODEL --plot FILE.png")
        models = list_sources(source_dir)
        if as_json:
            say_json([_summary(m) for m in models])
        else:
            say("\n".join(_list_lines(models)))
        return
    chosen = load_source(model, source_dir)
    published = read_file(source_files(source_dir)[model])
    if plot is not None:
        from tps.sources.plot import plot_source

        if plot.suffix.lower() != ".png":
            raise WrongUsage(f"--plot {plot}: expected a name that ends in .png")
        plot_source(chosen, plot)
    if as_json:
        document = _summary(chosen) | {"published": published.model_dump(exclude_none=True)}
        say_json(document)
        return
    say("\n".join(_model_lines(chosen, published)))
    if plot is not None:
        say(f"\nPicture: {plot}")


def _summary(model) -> dict:
    from tps.model.nuclide import find_nuclide

    nuclide = find_nuclide(model.isotope)
    return {
        "name": model.name,
        "model": model.model,
        "manufacturer": model.manufacturer,
        "isotope": model.isotope,
        "half_life_days": model.half_life_h / 24,
        "u_per_mci": nuclide.u_per_mci if nuclide is not None else None,
        "dose_rate_constant_cgy_per_h_u": model.dose_rate_constant,
        "active_length_mm": round(model.active_length_mm, 6),
        "level": model.level,
        "level_text": model.level_text,
        "use": model.standing or "ordinary",
        "phi_an": "published" if model.phi_is_published else "computed from F",
        "citation": model.citation,
    }


def _nuclide_line(isotope: str) -> str:
    from tps.model.nuclide import find_nuclide

    nuclide = find_nuclide(isotope)
    if nuclide is None or nuclide.u_per_mci is None:
        return f"{isotope}: no U/mCi known; state strengths in U"
    low, high = nuclide.usual_u
    return (
        f"{nuclide.word}: {nuclide.u_per_mci:g} U/mCi unless the certificate states another; seeds have"
        f" {low:g} to {high:g} U"
    )


def _list_lines(models):
    width = max(len(m.name) for m in models)
    yield f"{'name':<{width}}  {'isotope':<7}  {'Lambda':>6}  {'L/mm':>5}  level  seed"
    for m in models:
        mark = f"  [{m.standing.upper()}]" if m.standing else ""
        yield (
            f"{m.name:<{width}}  {m.isotope:<7}  {m.dose_rate_constant:>6.3f}  {m.active_length_mm:>5.2f}"
            f"  {m.level:<5}  {m.model}{mark}"
        )
    yield ""
    yield "Lambda: dose-rate constant, cGy/(h U).  L: active length.  Levels A and B: verified against a"
    yield "second public transcription, wholly or in part; C and D: for demonstration, not to plan with."
    yield "Level user: from your own files, verified by nobody here, whatever they say of themselves."


def _model_lines(model, published):
    from tps.sources.library import REMARKS

    yield f"{model.name}: {model.model}, {model.manufacturer}, {model.isotope}"
    if model.standing:
        yield f"{model.standing.upper()}: do not plan with these data"
    if model.name in REMARKS:
        yield REMARKS[model.name]
    yield _nuclide_line(model.isotope)
    yield f"Level {model.level}: {model.level_text}"
    yield (
        f"Half-life {model.half_life_h / 24:g} d; "
        f"dose-rate constant {model.dose_rate_constant:g} cGy/(h U);\n"
        f"active length {model.active_length_mm:g} mm; capsule {2 * model.capsule_radius_mm:g} mm x "
        f"{2 * model.capsule_half_length_mm:g} mm"
        + ("" if published.physical_seed_cm else " (size assumed; no dose is defined inside)")
    )
    yield ""
    yield "Radial dose function, line source"
    yield "  r/mm " + "".join(f"{r:>8g}" for r in model.g_r_mm)
    yield "  g_L  " + "".join(f"{g:>8g}" for g in model.g_l)
    yield ""
    yield "Anisotropy function F: rows theta/degrees, columns r/mm ('-': inside the capsule, none published)"
    yield "       " + "".join(f"{r:>8g}" for r in model.f_r_mm)
    for theta, row in zip(model.f_theta_deg, published.anisotropy_function.F, strict=True):
        yield f"  {theta:>4g} " + "".join(f"{'-' if v is None else format(v, 'g'):>8}" for v in row)
    yield ""
    kind = "published" if model.phi_is_published else "COMPUTED from F and G_L, not a published table"
    yield f"1D anisotropy function ({kind})"
    yield "  r/mm " + "".join(f"{r:>8g}" for r in model.phi_r_mm)
    yield "  phi  " + "".join(f"{p:>8.4g}" for p in model.phi_an)
    yield ""
    yield f"Citation: {model.citation}"
    for place in published.provenance:
        yield f"Transcribed from: {place}"
    if published.cross_checked:
        yield f"Checked: {published.cross_checked}"
