"""``python -m benchmarks [NAME ...] [--threads N] [--quick] [--list]``: speed, always beside its error.

A benchmark is a module of this package named in ``MODULES``, with ``run(options) -> dict`` (plain numbers and
text, written as JSON) and ``lines(result) -> list of str`` (the table a person reads).
"""

import argparse
import importlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

# Name on the command line: module.  Run in this order.
MODULES = {
    "dose": "benchmarks.dose",
    "scaling": "benchmarks.dose_scaling",
    "batch": "benchmarks.batch",
}
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Run the benchmarks asked for, print their tables and keep their numbers."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n\n")[0])
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which: {', '.join(MODULES)} (default: all)"
    )
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--quick", action="store_true", help="smaller cases, to see that everything runs")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder for JSON and pictures")
    parser.add_argument("--list", action="store_true", help="list the benchmarks and stop")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in MODULES]
    if unknown:
        parser.error(f"no benchmark named {unknown[0]!r}; there are: {', '.join(MODULES)}")
    if options.list:
        for name, module in MODULES.items():
            print(f"{name:<10} {(importlib.import_module(module).__doc__ or '').splitlines()[0]}")
        return
    options.out.mkdir(parents=True, exist_ok=True)
    from benchmarks.machine import description

    for name in options.names or MODULES:
        module = importlib.import_module(MODULES[name])
        result = {
            "benchmark": name,
            "command": f"python -m benchmarks {name}" + (" --quick" if options.quick else ""),
            "when": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": description(),
            "threads": options.threads,
        } | module.run(options)
        (options.out / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n")
        machine = result["machine"]
        print(
            f"\n== {name}: {machine['cpu']}, {options.threads} threads, load before {machine['load_before']}"
        )
        print("\n".join(module.lines(result)))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
