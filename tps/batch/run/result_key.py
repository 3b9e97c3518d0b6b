"""What tells that a plan is done: the key of its result, and the files it leaves."""

import hashlib
from pathlib import Path

from tps.batch.find.item import Item
from tps.batch.options import RecomputeOptions
from tps.batch.run.fingerprint import fingerprint


def item_key(item: Item, options: RecomputeOptions) -> str:
    """SHA-256 over all a result depends on: the files' bytes, the choices, the program."""
    digest = hashlib.sha256(f"{fingerprint()}\n{options.canonical()}\n".encode())
    digest.update(repr((item.targets, item.source, item.prescription_gy, item.warnings)).encode())
    for part, path in item.files.items():
        digest.update(f"\n{part} ".encode() + hashlib.sha256(Path(path).read_bytes()).digest())
    return digest.hexdigest()


def dose_files(item: Item, options: RecomputeOptions) -> tuple[Path, ...]:
    """The RTDOSE of each variant in the ``--write-dose`` folder; none where it was not asked for."""
    folder = Path(options.write_dose)
    return tuple(folder / f"{item.case}_{v.name}.dcm" for v in options.variants if options.write_dose)
