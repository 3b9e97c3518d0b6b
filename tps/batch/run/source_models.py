"""Source models and dose engines, read and tabulated once in a worker and not once for every plan.

What is kept belongs to the files as they were: a file that changes is read again.
"""

from dataclasses import replace
from functools import lru_cache

from tps.dose.engine import DoseEngine
from tps.model import SourceModel
from tps.sources.library import list_sources, load_source, source_files

HOURS_PER_DAY = 24.0

# A run has few models and variants; a table of one takes about 2 MB.
KEPT = 8


def _state_of_files(folder: str) -> tuple:
    """What tells whether a model's file has changed: name, time and size of each."""
    files = ((path, path.stat()) for path in source_files(folder or None).values())
    return tuple((str(path), state.st_mtime_ns, state.st_size) for path, state in files)


@lru_cache(maxsize=KEPT)
def _list(folder: str, _state: tuple) -> tuple[SourceModel, ...]:
    return list_sources(folder or None)


@lru_cache(maxsize=KEPT)
def _load(name: str, folder: str, half_life_days: float | None, _state: tuple) -> SourceModel:
    source = load_source(name, folder or None)
    return source if half_life_days is None else replace(source, half_life_h=half_life_days * HOURS_PER_DAY)


@lru_cache(maxsize=KEPT)
def dose_engine(source: SourceModel, formalism: str) -> DoseEngine:
    """The engine of a source model; the same one for the same object."""
    return DoseEngine(source, formalism)


def known_sources(folder: str) -> tuple[SourceModel, ...]:
    """As ``list_sources``; ``folder`` is that of the user's own models, "" for none."""
    return _list(folder, _state_of_files(folder))


def source_model(name: str, folder: str, half_life_days: float | None = None) -> SourceModel:
    """As ``load_source``, with another half-life if one is given."""
    return _load(name, folder, half_life_days, _state_of_files(folder))
