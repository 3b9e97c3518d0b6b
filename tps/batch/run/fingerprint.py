"""What the numbers depend on besides the input: the program, its data, and the libraries it adds with."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import tps

ROOT = Path(tps.__file__).resolve().parents[1]

# Everything a dose goes through on its way; a page template or a picture's colour does not change a number.
FOLDERS = ("dose_kernels", "tps")
SUFFIXES = (".py", ".json")

# Libraries whose versions can move the last bit of a result, or how a file is read.
LIBRARIES = ("numba", "numpy", "pydicom", "scipy")


@cache
def fingerprint() -> str:
    """SHA-256 over this program's code and data files and the versions of the libraries it computes with.

    Read once in a process: what is loaded does not change when the files do.
    """
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for folder in FOLDERS:
        for path in sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in SUFFIXES):
            digest.update(
                f"\n{path.relative_to(ROOT)} ".encode() + hashlib.sha256(path.read_bytes()).digest()
            )
    return digest.hexdigest()
