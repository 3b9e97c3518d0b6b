"""What the batch commands show: a bar with rate and time left, and the result."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tps.cli.screen import console, say, say_json, warn
from tps.model.words import counted

# Seconds between two lines where stderr is not a terminal.
LINE_EVERY_S = 10.0

# Failures listed on the screen; all are in the table.
FAILURES_SHOWN = 10


@contextmanager
def rate_bar() -> Iterator[Callable[[int, int, int], None]]:
    """Yield ``tell(done, total, failed)``: a bar on a terminal, a line now and then elsewhere.

    A Ctrl-C, or a signal to end, inside the block is passed on, after saying how to continue.
    """
    try:
        with _bar() as progress:
            yield progress
    except (KeyboardInterrupt, SystemExit):
        warn("stopped; what is done is kept: the same command with --resume goes on")
        raise


@contextmanager
def _bar() -> Iterator[Callable[[int, int, int], None]]:
    pace = _Pace()
    if not sys.stderr.isatty():
        last = [time.monotonic()]

        def tell_line(done: int, total: int, failed: int) -> None:
            pace.note(done)
            now = time.monotonic()
            if now - last[0] >= LINE_EVERY_S:
                last[0] = now
                warn(f"{done} of {total} plans, {failed} failed, {pace.text(done, total)}")

        yield tell_line
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("plans"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TextColumn("{task.fields[failed]}", style="red"),
    )
    with Progress(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=None, pace="reading the folders", failed="")

        def tell_bar(done: int, total: int, failed: int) -> None:
            pace.note(done)
            text = f"{failed} failed" if failed else ""
            bar.update(task, completed=done, total=total, pace=pace.text(done, total), failed=text)

        yield tell_bar


class _Pace:
    """Plans per second since the first report, which counts those an earlier run had done."""

    def __init__(self) -> None:
        self._start: float | None = None
        self._first = 0

    def note(self, done: int) -> None:
        if self._start is None:
            self._start, self._first = time.monotonic(), done

    def text(self, done: int, total: int) -> str:
        fresh, passed = done - self._first, time.monotonic() - (self._start or 0.0)
        if not fresh or not passed:
            return ""
        rate = fresh / passed
        left = (total - done) / rate
        return f"{rate:.2f} plans/s, {_span(left)} left"


def _span(seconds: float) -> str:
    minutes, seconds = divmod(int(round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes}:{seconds:02d} min"


def print_recomputed(report, as_json: bool) -> None:
    """Print a recomputation's report on stdout; what failed or was left out, with its path, on stderr."""
    _print_failures(report.failures)
    _print_copies(report.copies)
    if as_json:
        document = {
            "plans": report.plans,
            "failed": report.failed,
            "resumed": report.resumed,
            "rows": report.rows,
            "left_out_copies": {plan: list(copies) for plan, copies in report.copies.items()},
            "largest_mean_difference": dict(
                zip(("case", "difference"), report.worst_mean or (), strict=False)
            ),
            "tables": [str(path) for path in report.tables],
            "summary": str(report.summary) if report.summary else None,
            "timing_s": {part: round(seconds, 3) for part, seconds in sorted(report.timing_s.items())},
        }
        say_json(document)
        return
    done = f", {report.resumed} of them by an earlier run" if report.resumed else ""
    plans, rows = counted(report.plans, "plan"), counted(report.rows, "row")
    say(f"{plans}{done}; {report.failed} failed; {rows}")
    if report.worst_mean:
        case, difference = report.worst_mean
        say(
            f"stored doses against ours: mean difference at most {100 * difference:+.2f} % ({case};"
            " above 0 the stored dose is higher)"
        )
    for path in (*report.tables, *([report.summary] if report.summary else [])):
        say(f"  {path}")


def _print_failures(failures: dict[str, str]) -> None:
    for path, message in list(failures.items())[:FAILURES_SHOWN]:
        warn("\n  ".join([f"failed: {path}", *message.splitlines()]))
    if len(failures) > FAILURES_SHOWN:
        warn(f"... and {len(failures) - FAILURES_SHOWN} more, see the table")


def _print_copies(copies: dict[str, tuple[str, ...]]) -> None:
    every = [(copy, plan) for plan, found in copies.items() for copy in found]
    for copy, plan in every[:FAILURES_SHOWN]:
        warn(f"left out: {copy}\n  identical to {plan}")
    if len(every) > FAILURES_SHOWN:
        warn(f"... and {len(every) - FAILURES_SHOWN} more identical copies left out")


def print_planned(report, as_json: bool) -> None:
    """Print a batch of plans' report."""
    if report.note:
        warn(f"note: {report.note}")
    _print_failures(report.failures)
    if as_json:
        document = {
            "cases": report.cases,
            "failed": report.failed,
            "not_met": report.not_met,
            "resumed": report.resumed,
            "table": str(report.table),
        }
        say_json(document)
        return
    done = f", {report.resumed} of them by an earlier run" if report.resumed else ""
    say(
        f"{report.cases} cases{done}; {report.failed} failed;"
        f" {report.not_met} do not meet their prescription\n"
        f"  {report.table}"
    )
