"""Work on this machine: in this process, or in worker processes of one thread each.

Not ``concurrent.futures``: when one of its workers dies, the whole pool is lost and nobody knows which plan
killed it.  Here each worker has a pipe of its own and holds one plan at a time.
"""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any

from dose_kernels.compile.listeners import COMPILING, heard_by
from tps.batch.run.error_boundary import Outcome, attempt
from tps.formats.stopping import stopping_in_order

# How often a plan may take its worker down with it before it is given up.
ATTEMPTS = 3

# Workers share the cores by processes; threads inside them would only get in each other's way.
_THREAD_VARIABLES = ("NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

_POISON = None


def core_count() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_serial(task: Callable, items: Iterable, threads: int | None = None) -> Iterator[Outcome]:
    """Outcomes of all items, one after the other, in this process, with ``threads`` or all of them."""
    import numba

    before = numba.get_num_threads()
    numba.set_num_threads(min(threads or before, before))
    try:
        for item in items:
            yield attempt(task, item)
    finally:
        numba.set_num_threads(before)


def run_pool(task: Callable, items: Iterable, workers: int) -> Iterator[Outcome]:
    """Outcomes of all items as they are finished by ``workers`` processes.

    Parameters
    ----------
    task : callable
        Picklable; takes an item, returns something picklable.
    items : iterable
        Taken one by one as workers become free, so that any number of plans needs the same memory.
    workers : int

    Yields
    ------
    Outcome
        Exactly one for each item.  An item whose worker dies (killed, out of memory) is given to another
        worker, at most ``ATTEMPTS`` times in all.
    """
    with _Crew(task, workers) as crew:
        queue = iter(items)
        again: deque = deque()
        while True:
            for worker in crew.idle():
                item, tries = again.popleft() if again else (next(queue, _POISON), 0)
                if item is _POISON:
                    break
                worker.give(item, tries + 1)
            if not crew.busy():
                return
            for worker in crew.ready():
                outcome = worker.take()
                if outcome is not None:
                    yield outcome
                    continue
                item, tries = worker.item, worker.tries
                code = crew.replace(worker)
                if tries < ATTEMPTS:
                    again.append((item, tries))
                else:
                    yield Outcome(
                        item.case,
                        error=f"its worker process died {tries} times ({_end(code)})",
                        is_fault=True,
                    )


def _end(exit_code: int | None) -> str:
    if exit_code is None:
        return "it does not end"
    return f"signal {-exit_code}" if exit_code < 0 else f"exit code {exit_code}"


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, context, task: Callable, said):
        self.pipe, far_end = context.Pipe()
        self.process = context.Process(target=work_until_told, args=(far_end, task, said), daemon=True)
        before = {name: os.environ.get(name) for name in _THREAD_VARIABLES}
        os.environ.update(dict.fromkeys(_THREAD_VARIABLES, "1"))
        try:
            self.process.start()
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
        far_end.close()
        self.item: Any = _POISON
        self.tries = 0

    def give(self, item, tries: int) -> None:
        self.item, self.tries = item, tries
        try:
            self.pipe.send(item)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it died while idle; take() finds out

    def take(self) -> Outcome | None:
        """The outcome, or None if the process has died."""
        try:
            outcome = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            return None
        self.item = _POISON
        return outcome

    def stop(self) -> int | None:
        self.pipe.close()
        self.process.join(timeout=0.2)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(timeout=5.0)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        return self.process.exitcode


class _Crew:
    """The workers of one run; all are gone when the ``with`` block ends, however it ends."""

    def __init__(self, task: Callable, workers: int):
        # spawn: a fork would copy the threads' locks of numba and BLAS in whatever state they are.
        self._context = multiprocessing.get_context("spawn")
        self._task, self._said = task, self._context.Event()
        self._workers = [_Worker(self._context, task, self._said) for _ in range(workers)]

    def __enter__(self) -> "_Crew":
        return self

    def __exit__(self, *_) -> None:
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.stop()

    def idle(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.item is _POISON]

    def busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.item is not _POISON]

    def ready(self) -> list[_Worker]:
        """Wait for at least one busy worker that has finished or died."""
        by_pipe = {worker.pipe: worker for worker in self.busy()}
        return [by_pipe[pipe] for pipe in wait(list(by_pipe))]

    def replace(self, worker: _Worker) -> int | None:
        """Put a fresh worker in the place of a dead one; return the exit code of the dead."""
        code = worker.stop()
        self._workers[self._workers.index(worker)] = _Worker(self._context, self._task, self._said)
        return code


def work_until_told(pipe, task: Callable, said) -> None:
    """Body of a worker process: take items from the pipe until it closes, as it does when the parent dies.

    ``said`` is an event that all workers share: whether one has told that kernels are compiled.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle

    def tell_once(_: str) -> None:
        if not said.is_set():
            said.set()
            sys.stderr.write(f"{COMPILING}\n")

    with stopping_in_order(), heard_by(tell_once):
        _take_items(pipe, task)


def _take_items(pipe, task: Callable) -> None:
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(attempt(task, item))
        except BrokenPipeError:
            return
