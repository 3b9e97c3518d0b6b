"""``python -m benchmarks [NAME ...] [--threads N] [--quick] [--record] [--list]``: speed beside its error.

A benchmark is a module of this package named in ``MODULES``, with ``run(options) -> dict`` (plain numbers and
text, written as JSON) and ``lines(result) -> list of str`` (the table a person reads).  ``--record`` puts
that table between ``<!-- begin: NAME benchmark -->`` and ``<!-- end: NAME benchmark -->`` of the file the
module names as ``DOCUMENT`` (relative to the repository), and copies the pictures it lists in ``PICTURES``.
"""

import argparse
import importlib
import json
import os
import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

# Name on the command line: module.  Run in this order.
MODULES = {
    "dose": "benchmarks.dose",
    "errors": "benchmarks.dose_errors",
    "scaling": "benchmarks.dose_scaling",
    "planner": "benchmarks.planner",
    "sphere": "benchmarks.planner_sphere",
    "cohort": "benchmarks.planner_cohort",
    "access": "benchmarks.access",
    "locate": "benchmarks.locate",
    "batch": "benchmarks.batch",
    "view": "benchmarks.view",
}
RESULTS = Path(__file__).parent / "results"
ROOT = Path(__file__).parents[1]


def main() -> None:
    """Run the benchmarks asked for, print their tables and keep their numbers."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n\n")[0])
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which: {', '.join(MODULES)} (default: all)"
    )
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--quick", action="store_true", help="smaller cases, to see that everything runs")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long `view` watches the memory")
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder for JSON and pictures")
    parser.add_argument("--record", action="store_true", help="put the tables into the documentation")
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
        text = [title(result), *module.lines(result)]
        print("\n" + "\n".join(text))
        sys.stdout.flush()
        if options.record and hasattr(module, "DOCUMENT"):
            record(module, name, text, options.out)


def title(result: dict) -> str:
    """Machine, versions, command and date of a result."""
    machine = result["machine"]
    return (
        f"{result['when'][:10]}, {machine['cpu']}, {machine['cores']} cores (load before: "
        f"{machine['load_before']}), Python {machine['python']}, NumPy {machine['numpy']}, Numba "
        f"{machine['numba']}\n{result['command']}"
    )


def record(module, name: str, text: list[str], folder: Path) -> None:
    """Put ``text`` and the module's pictures into the documentation."""
    document = ROOT / module.DOCUMENT
    begin, end = (f"<!-- {word}: {name} benchmark -->" for word in ("begin", "end"))
    block = "\n".join([begin, "```text", *text, "```", end])
    found, count = re.subn(f"{begin}.*?{end}", lambda _: block, document.read_text(), flags=re.DOTALL)
    if count != 1:
        sys.exit(f"{module.DOCUMENT} has no place for the table: {begin} ... {end}")
    document.write_text(found)
    for source, target in getattr(module, "PICTURES", {}).items():
        (ROOT / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / source, ROOT / target)


if __name__ == "__main__":
    main()
