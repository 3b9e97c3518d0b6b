"""PyGRPM beside us: the same table, the same seeds.

Run as a process of its own: it is AGPL, and needs pydicom 2.

Looked for in the environment named by ``SEEDWRIGHT_PYGRPM_PYTHON`` (a Python interpreter), else in
that of ``SEEDWRIGHT_PEERS``, which ``make peers`` makes.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
VARIABLE = "SEEDWRIGHT_PYGRPM_PYTHON"
PEERS = Path(os.environ.get("SEEDWRIGHT_PEERS", Path.home() / ".cache" / "seedwright-peers"))
# PyGRPM interpolates g linearly, TG-43U1 log-linearly; nodes this dense make the two the same function.
DENSE_MM = 0.1


def interpreter() -> Path | None:
    """The Python that has PyGRPM, or None."""
    for place in (os.environ.get(VARIABLE), PEERS / "bin/python"):
        if place and Path(place).exists():
            return Path(place)
    return None


def write_tables(source, folder: Path, dense: bool) -> None:
    """A source model in PyGRPM's form (cm, degrees 0-180)."""
    r = source.g_r_mm
    if dense:
        r = np.union1d(r, np.arange(r[0], r[-1], DENSE_MM))
    g = np.exp(np.interp(r, source.g_r_mm, np.log(source.g_l)))
    np.savetxt(folder / "gL.dat", np.stack([r / 10, g], axis=1), fmt="%.12g")
    theta = np.concatenate([source.f_theta_deg, 180 - source.f_theta_deg[-2::-1]])
    f = np.vstack([source.f, source.f[-2::-1]])
    corner = np.concatenate([[np.nan], source.f_r_mm / 10])
    np.savetxt(folder / "F.dat", np.vstack([corner, np.column_stack([theta, f])]), fmt="%.12g")
    scalars = {"L": source.active_length_mm / 10, "Lambda": source.dose_rate_constant}
    for name, value in (scalars | {"HalfLife": source.half_life_h / 24}).items():
        (folder / f"{name}.dat").write_text(f"{value:.12g}\n")


def run(source, points_mm, positions_mm, directions, strengths_u, dense: bool = True) -> dict:
    """Doses (cGy/h), which points lie inside the peer's table for every seed, seconds, versions.

    Raises
    ------
    FileNotFoundError
        If there is no PyGRPM.
    """
    python = interpreter()
    if python is None:
        raise FileNotFoundError(f"no PyGRPM: `make peers`, or set {VARIABLE}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tables").mkdir()
        write_tables(source, folder / "tables", dense)
        np.savez(
            folder / "in.npz",
            points_cm=np.asarray(points_mm) / 10,
            positions_cm=np.asarray(positions_mm) / 10,
            directions=directions,
            strengths=strengths_u,
        )
        paths = [folder / "in.npz", folder / "tables", folder / "out.npz"]
        subprocess.run([python, HERE / "peer_pygrpm.py", *paths], check=True, env={"PATH": os.defpath})
        with np.load(folder / "out.npz") as out:
            return {
                "dose": out["dose"],
                "inside": out["inside"],
                "seconds": float(out["seconds"]),
                "versions": json.loads(str(out["versions"])),
            }
