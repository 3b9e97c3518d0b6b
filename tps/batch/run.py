"""The run, the same for every kind of batch: what is left is done somewhere and noted in the journal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tps.batch.boundary import Outcome
from tps.batch.cluster import run_cluster
from tps.batch.journal import Journal
from tps.batch.pool import core_count, run_pool, run_serial
from tps.errors import OutputRefused, WrongUsage

# Told after every plan: (plans done, plans in all, failed so far).
Tell = Callable[[int, int, int], None]


@dataclass(frozen=True)
class Where:
    """Where the work is done.

    Parameters
    ----------
    workers : int, optional
        Processes of one thread each on this machine; None: one per core.  1 works in this process.
    scheduler : str
        Address of a Dask scheduler, or ``local``; "": none.

    Raises
    ------
    WrongUsage
        If the number of workers is not positive, or is given with the address of a cluster.
    """

    workers: int | None = None
    scheduler: str = ""

    def __post_init__(self):
        if self.workers is not None and self.workers < 1:
            raise WrongUsage(f"--workers is {self.workers}, expected 1 or more")
        if self.workers is not None and self.scheduler not in ("", "local"):
            raise WrongUsage("--workers is for this machine; an existing cluster has the workers it has")

    def outcomes(self, task: Callable, items: Sequence) -> Iterator[Outcome]:
        """Outcomes of all items in the order they are finished."""
        workers = max(1, min(self.workers or core_count(), len(items)))
        if not items:
            return iter(())
        if self.scheduler:
            return run_cluster(task, items, self.scheduler, workers)
        return run_serial(task, items, self.workers) if workers == 1 else run_pool(task, items, workers)


def check_outputs(files: Sequence[Path], journal: Path, resume: bool, overwrite: bool) -> None:
    """Refuse to write over what is there unless told to; make the folders.

    Raises
    ------
    OutputRefused
        If a file exists and neither ``resume`` nor ``overwrite`` is set, a folder stands in the place of a
        file, or a folder cannot be made.
    WrongUsage
        If both are set.
    """
    if resume and overwrite:
        raise WrongUsage("--resume keeps what is done, --overwrite throws it away; give one of them")
    folders = [path for path in files if path.is_dir()]
    if folders:
        raise OutputRefused(
            f"{folders[0]}: is a folder, expected the name of a file to write; nothing was written.\n"
            "Remedy: give a file in it, or another name"
        )
    there = [path for path in (*files, journal) if path.exists()]
    if there and not resume and not overwrite:
        raise OutputRefused(
            f"{there[0]}: is there already; nothing was written.\n"
            "Remedy: --resume to continue that run, --overwrite to start it again, or another --out"
        )
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(f"{error.filename}: cannot be made ({error.strerror})") from error


def work_through(
    items: Sequence,
    task: Callable,
    where: Where,
    journal: Journal,
    is_done: Callable,
    tell: Tell | None = None,
) -> int:
    """Do every item that is not done and note it; return how many were done before.

    Parameters
    ----------
    items : sequence
        With a ``case`` each.
    task : callable
        Item to dict of JSON values.
    where : Where
    journal : Journal
    is_done : callable (item, entry) -> bool
        Whether the entry of an earlier run still holds for the item.
    tell : callable, optional
    """
    left, failed = [], 0
    for item in items:
        entry = journal.read(item.case) if item.case in journal else None
        if entry is None or entry["status"] != "ok" or not is_done(item, entry):
            left.append(item)
    before = done = len(items) - len(left)
    if tell:
        tell(done, len(items), failed)
    for outcome in where.outcomes(task, left):
        journal.append(entry_of(outcome))
        done += 1
        failed += bool(outcome.error)
        if tell:
            tell(done, len(items), failed)
    return before


def entry_of(outcome: Outcome) -> dict:
    """The journal's entry of an outcome."""
    if outcome.error:
        return {
            "case": outcome.case,
            "status": "failed",
            "message": outcome.error,
            "is_fault": outcome.is_fault,
        }
    return {"case": outcome.case, "status": "ok", **outcome.value}
