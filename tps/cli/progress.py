"""Progress of long steps on stderr; silent where stderr is not a terminal or results go to a machine."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from tps.cli.screen import console, in_words, warn
from tps.formats.visible import one_line

Report = Callable[[str, float], None]

# A stage shorter than this needs no word in a log file.
SLOW_S = 1.0


@contextmanager
def progress_bar(quiet: bool = False) -> Iterator[Report]:
    """Yield ``report(stage, fraction)``, drawn as one bar per stage with the time it took.

    Parameters
    ----------
    quiet : bool
        Draw nothing.
    """
    if quiet:
        yield lambda stage, fraction: None
        return
    if not sys.stderr.isatty():
        yield _plain_lines()
        return
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description:<28}", markup=False),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, fraction: float) -> None:
            if stage not in tasks:
                for finished in tasks.values():
                    bar.update(finished, completed=1.0)
                tasks[stage] = bar.add_task(one_line(in_words(stage)), total=1.0)
            bar.update(tasks[stage], completed=min(1.0, fraction))

        yield report


def _plain_lines() -> Report:
    """Where stderr is a file or a pipe: a line for each stage that has run for over ``SLOW_S``.

    What fails at once then says why and nothing else.
    """
    begun: dict[str, float] = {}
    told: set[str] = set()

    def report(stage: str, fraction: float) -> None:
        now = monotonic()
        if now - begun.setdefault(stage, now) > SLOW_S and stage not in told:
            told.add(stage)
            warn(f"{stage} ...")

    return report
