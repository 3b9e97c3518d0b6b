"""The run, the same for every kind of batch: what is left is done somewhere and noted in the journal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tps.batch.run.cluster import run_cluster
from tps.batch.run.error_boundary import Outcome
from tps.batch.run.journal import Journal
from tps.batch.run.pool import core_count, run_pool, run_serial
from tps.errors import WrongUsage

# Told after every plan: (plans done, plans in all, failed so far).
ProgressCallback = Callable[[int, int, int], None]


@dataclass(frozen=True)
class Executor:
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


def work_through(
    items: Sequence,
    task: Callable,
    where: Executor,
    journal: Journal,
    is_done: Callable,
    progress: ProgressCallback | None = None,
) -> int:
    """Do every item that is not done and note it; return how many were done before.

    Parameters
    ----------
    items : sequence
        With a ``case`` each.
    task : callable
        Item to dict of JSON values.
    where : Executor
    journal : Journal
    is_done : callable (item, entry) -> bool
        Whether the entry of an earlier run still holds for the item.
    progress : callable, optional
    """
    left, failed = [], 0
    for item in items:
        entry = journal.read(item.case) if item.case in journal else None
        if entry is None or entry["status"] != "ok" or not is_done(item, entry):
            left.append(item)
    before = done = len(items) - len(left)
    if progress:
        progress(done, len(items), failed)
    for outcome in where.outcomes(task, left):
        journal.append(entry_of(outcome))
        done += 1
        failed += bool(outcome.error)
        if progress:
            progress(done, len(items), failed)
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
