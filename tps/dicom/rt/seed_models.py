"""Which of the seed models known here a plan's sources are."""

from collections.abc import Sequence

from tps.dicom.rt.seed_plan import PlannedSource, SeedPlan
from tps.model import SourceModel
from tps.model.nuclide import find_nuclide

# Words in names of makers that say nothing about which one it is.
_COMMON_WORDS = {"medical", "international", "scientific", "technologies", "healthcare", "inc", "ltd", "corp"}


def model_named(sources: Sequence[PlannedSource], known: Sequence[SourceModel]) -> str:
    """The name of the one model that all sources of a plan name; "" where that is not clear.

    A source names a model by our name for it, or by the maker's number of a seed with the same nuclide.  The
    maker alone names none.
    """
    names = set()
    for source in sources:
        said = {_plain(text) for text in (source.model, source.description) if text}
        fits = [m.name for m in known if _plain(m.name) in said]
        if not fits:
            same = _of_nuclide(source, known)
            fits = [m.name for m in same if {_plain(m.model), _plain(m.model.partition(" (")[0])} & said]
        names.add(fits[0] if len(fits) == 1 else "")
    return names.pop() if len(names) == 1 else ""


def models_to_choose(plan: SeedPlan, known: Sequence[SourceModel]) -> tuple[str, ...]:
    """Models of the plan's nuclide, for the user to choose from: those of the maker it names first."""
    source = plan.sources[0]
    words = _words(f"{source.manufacturer} {source.model} {source.description}")
    same = _of_nuclide(source, known)
    return tuple(m.name for m in sorted(same, key=lambda m: not words & _words(m.manufacturer)))


def said_of_sources(sources: Sequence[PlannedSource]) -> str:
    """How a plan calls its seeds, for messages."""
    texts = (" ".join(dict.fromkeys(filter(None, (s.manufacturer, s.model)))) for s in sources)
    return " / ".join(sorted({text or "(none)" for text in texts}))


def _of_nuclide(source: PlannedSource, known: Sequence[SourceModel]) -> list[SourceModel]:
    nuclide = find_nuclide(source.isotope)
    return [m for m in known if nuclide is not None and m.isotope == nuclide.name]


def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _words(text: str) -> set[str]:
    parts = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    return {part for part in parts if len(part) > 2} - _COMMON_WORDS
