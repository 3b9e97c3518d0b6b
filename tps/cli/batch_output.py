"""What the batch commands show: a bar with rate and time left, and the result."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tps.model.words import counted

# Seconds between two lines where stderr is not a terminal.
LINE_EVERY_S = 10.0

# Failures listed on the screen; all are in the table.
FAILURES_SHOWN = 10


@contextmanager
def rate_bar() -> Iterator[Callable[[int, int, int], None]]:
    """Yield ``tell(done, total, failed)``: a bar on a terminal, a line now and then elsewhere.

    A Ctrl-C inside the block is passed on, after saying how to continue.
    """
    try:
        with _bar() as tell:
            yield tell
    except KeyboardInterrupt:
        sys.stderr.write("stopped; what is done is kept: the same command with --resume goes on\n")
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
                sys.stderr.write(f"{done} of {total} plans, {failed} failed, {pace.text(done, total)}\n")

        yield tell_line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("plans"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TextColumn("[red]{task.fields[failed]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, pace="reading the folders", failed="")

        def tell_bar(done: int, total: int, failed: int) -> None:
            pace.note(done)
            text = f"{failed} failed" if failed else ""
            bar.update(task, completed=done, total=total, pace=pace.text(done, total), failed=text)

        yield tell_bar


class _Pace:
    """Plans per second since the first report, which counts those an earlier run had done."""

    def __init__(self):
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
        sys.stdout.write(json.dumps(document, indent=1) + "\n")
        return
    done = f", {report.resumed} of them by an earlier run" if report.resumed else ""
    plans, rows = counted(report.plans, "plan"), counted(report.rows, "row")
    sys.stdout.write(f"{plans}{done}; {report.failed} failed; {rows}\n")
    if report.worst_mean:
        case, difference = report.worst_mean
        sys.stdout.write(
            f"stored doses against ours: mean difference at most {100 * difference:+.2f} % ({case};"
            " above 0 the stored dose is higher)\n"
        )
    for path in (*report.tables, *([report.summary] if report.summary else [])):
        sys.stdout.write(f"  {path}\n")


def _print_failures(failures: dict[str, str]) -> None:
    for path, message in list(failures.items())[:FAILURES_SHOWN]:
        sys.stderr.write(f"failed: {path}\n" + "".join(f"  {line}\n" for line in message.splitlines()))
    if len(failures) > FAILURES_SHOWN:
        sys.stderr.write(f"... and {len(failures) - FAILURES_SHOWN} more, see the table\n")


def _print_copies(copies: dict[str, tuple[str, ...]]) -> None:
    every = [(copy, plan) for plan, found in copies.items() for copy in found]
    for copy, plan in every[:FAILURES_SHOWN]:
        sys.stderr.write(f"left out: {copy}\n  identical to {plan}\n")
    if len(every) > FAILURES_SHOWN:
        sys.stderr.write(f"... and {len(every) - FAILURES_SHOWN} more identical copies left out\n")


def print_planned(report, as_json: bool) -> None:
    """Print a batch of plans' report."""
    if report.note:
        sys.stderr.write(f"note: {report.note}\n")
    _print_failures(report.failures)
    if as_json:
        document = {
            "cases": report.cases,
            "failed": report.failed,
            "not_met": report.not_met,
            "resumed": report.resumed,
            "table": str(report.table),
        }
        sys.stdout.write(json.dumps(document, indent=1) + "\n")
        return
    done = f", {report.resumed} of them by an earlier run" if report.resumed else ""
    sys.stdout.write(
        f"{report.cases} cases{done}; {report.failed} failed;"
        f" {report.not_met} do not meet their prescription\n"
        f"  {report.table}\n"
    )
