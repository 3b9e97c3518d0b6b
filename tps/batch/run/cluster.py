"""The same work on a Dask cluster: an existing one, or one started here for the run."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from tps.batch.run.error_boundary import Outcome, attempt
from tps.batch.run.fingerprint import fingerprint
from tps.errors import BadInput, WrongUsage

# Plans given to the cluster ahead of time, per thread of it: enough that no worker waits for this process.
AHEAD_PER_THREAD = 3

# How long to wait for the scheduler to answer, s.
CONNECT_TIMEOUT_S = 20

LOCAL = "local"

# Compiled kernels with threads of their own must not be entered by two threads of one process at once; a Dask
# worker may have several.
_ONE_AT_A_TIME = threading.Lock()


def _distributed():
    """The module ``distributed``; loaded here because only a run on a cluster needs it."""
    try:
        import distributed
    except ImportError as error:
        raise WrongUsage(
            "--scheduler needs Dask, which is not installed.\nRemedy: pip install 'seedwright[cluster]'"
        ) from error
    return distributed


def attempt_alone(task: Callable, item, program: str) -> Outcome:
    """``attempt`` on a Dask worker: one plan at a time and one thread for it.

    A worker whose program or libraries are not those of ``program`` (a ``fingerprint``) does nothing: its
    rows would stand unmarked among others.
    """
    import numba

    if fingerprint() != program:
        return Outcome(
            item.case,
            error="its Dask worker runs another version of this program or of the libraries it computes with",
            is_fault=True,
        )
    with _ONE_AT_A_TIME:
        before = numba.get_num_threads()
        numba.set_num_threads(1)
        try:
            return attempt(task, item)
        finally:
            numba.set_num_threads(before)


def run_cluster(task: Callable, items: Iterable, scheduler: str, workers: int) -> Iterator[Outcome]:
    """Outcomes of all items as a Dask cluster finishes them.

    Parameters
    ----------
    task : callable
        Picklable; the workers need this package and see the files under the same paths.
    items : iterable
        Taken as the cluster becomes free.
    scheduler : str
        ``tcp://HOST:PORT``, or ``local`` for a cluster of ``workers`` processes started here.
    workers : int
        Only for ``local``.

    Yields
    ------
    Outcome
        Exactly one for each item, also where workers die: Dask gives their plans to others, and this end
        counts one outcome per plan.

    Raises
    ------
    BadInput
        If the scheduler does not answer, or is lost during the run.
    WrongUsage
        If Dask is not installed.
    """
    distributed = _distributed()
    with _quiet_logs():
        yield from _run_on(distributed, task, items, scheduler, workers)


@contextmanager
def _quiet_logs():
    """Keep Dask's own log off the screen: what matters of it comes back as an outcome or an error."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith(("distributed", "asyncio"))]
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _run_on(distributed, task: Callable, items: Iterable, scheduler: str, workers: int) -> Iterator[Outcome]:
    if scheduler == LOCAL:
        cluster = distributed.LocalCluster(
            silence_logs=logging.CRITICAL,
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            # It serves HTTP without a dashboard too, by default on a port that another cluster may have.
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
            host="127.0.0.1",
        )
        with cluster, distributed.Client(cluster) as client:
            yield from _run(distributed, client, task, items)
        return
    try:
        client = distributed.Client(scheduler, timeout=CONNECT_TIMEOUT_S)
    except (OSError, ValueError, TimeoutError) as error:
        raise BadInput(
            f"no Dask scheduler answers ({type(error).__name__})",
            where=scheduler,
            expected="tcp://HOST:PORT of a running `dask scheduler`",
            remedy="start one, or leave --scheduler out to use this machine",
        ) from error
    with client:
        yield from _run(distributed, client, task, items)


def _run(distributed, client, task: Callable, items: Iterable) -> Iterator[Outcome]:
    queue, open_items, program = iter(items), {}, fingerprint()
    done = distributed.as_completed()

    def give(count: int) -> None:
        for _, item in zip(range(count), queue, strict=False):
            # pure=False: a key of its own for every plan of every run, never an older result.
            future = client.submit(attempt_alone, task, item, program, pure=False)
            open_items[future.key] = item
            done.add(future)

    give(max(1, AHEAD_PER_THREAD * sum(client.nthreads().values())))
    for future in done:
        item = open_items.pop(future.key, None)
        if item is None:
            continue
        yield _outcome(distributed, future, item)
        give(1)


def _outcome(distributed, future, item) -> Outcome:
    if future.status == "finished":
        return future.result()
    if future.status == "error" and isinstance(future.exception(), distributed.KilledWorker):
        return Outcome(
            item.case, error="its Dask worker died several times while it worked on this plan", is_fault=True
        )
    if future.status == "error":
        kind = type(future.exception()).__name__
        return Outcome(
            item.case,
            error=f"the Dask worker could not do it ({kind}); has it the same version?",
            is_fault=True,
        )
    raise BadInput(
        f"the Dask scheduler was lost ({future.status})",
        where="--scheduler",
        remedy="start it again and run the same command with --resume",
    )
