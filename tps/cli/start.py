"""When the command began: first of all modules, so that loading the others counts."""

import time

# What ran before this line, Python's own start above all, counts by its processor time.
_BEGUN_S = time.perf_counter() - time.process_time()


def seconds_since_start() -> float:
    """Seconds since this process began."""
    return time.perf_counter() - _BEGUN_S
