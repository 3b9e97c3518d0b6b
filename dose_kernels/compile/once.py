"""Nothing is compiled twice: of several processes that need a kernel, one compiles it and the others wait.

Several commands, or the processes of one, that start on a machine without compiled code would each compile
the same kernels, and write over each other's index of them.  So whoever finds a kernel missing takes a lock
on it, looks again, and only then compiles.  Kernels call each other without cycles: nobody waits in a circle.
"""

import os
import time
from pathlib import Path

from dose_kernels.compile.listeners import tell

try:
    import fcntl
except ImportError:
    # Without it (Windows) a kernel may be compiled twice, which does no harm.
    fcntl = None  # type: ignore[assignment]  # asked for below

# The longest kernel takes half a minute on a busy machine; what holds a lock for longer will not let it go.
LONGEST_WAIT_S = 300.0
LOOK_EVERY_S = 0.05


class OnceCompiled:
    """Numba's cache of one function, which another process cannot fill at the same time.

    Parameters
    ----------
    cache : numba.core.caching.FunctionCache
    """

    def __init__(self, cache):
        self._cache, self._lock, self._depth = cache, None, 0

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def load_overload(self, signature, target_context):
        """The compiled code, or None: then the caller compiles, and the lock is held until it has saved."""
        found = self._cache.load_overload(signature, target_context)
        if found is None:
            self._hold()
            found = self._cache.load_overload(signature, target_context)
            if found is None:
                tell(self._cache._py_func.__name__)
            else:
                self._let_go()
        return found

    def save_overload(self, signature, data):
        """Keep compiled code, and let others have it."""
        try:
            self._cache.save_overload(signature, data)
        finally:
            self._let_go()

    def _hold(self) -> None:
        self._depth += 1
        if self._lock is None and fcntl is not None:
            try:
                folder = Path(self._cache.cache_path)
                folder.mkdir(parents=True, exist_ok=True)
                path = folder / f"{self._cache._impl.filename_base}.lock"
                self._lock = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
                self._wait()
            except OSError:  # a place that cannot be locked, or not be written to: numba then keeps nothing
                pass

    def _wait(self) -> None:
        """Take the lock when it is free; after a long wait go on without: its holder may hang."""
        begun = time.monotonic()
        while time.monotonic() - begun < LONGEST_WAIT_S:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                time.sleep(LOOK_EVERY_S)

    def _let_go(self) -> None:
        self._depth = max(self._depth - 1, 0)
        if self._depth == 0 and self._lock is not None:
            os.close(self._lock)
            self._lock = None
