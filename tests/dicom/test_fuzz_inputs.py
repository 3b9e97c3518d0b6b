"""Damaged input: refused in one message, or read as it was, or read with a warning; no traceback, no hang.

2,000 mutants by default; ``SEEDWRIGHT_FUZZ=20000`` asks for more.  A mutant is made again from its number,
which is in every failure's text.
"""

import os
from dataclasses import replace

import numpy as np
import pytest
from bounded import GRID_MM, HANG_S, SEED_MM, VERTEX_MM, Hang, memory_limit, time_limit
from made_dicom import ct_slices, rtstruct, write
from made_plans import channel, control_points, plan, rtdose, seed_positions, setup, source, wild_plan
from mutants import mutant
from pydicom.uid import ImplicitVRLittleEndian, RLELossless

from tps.dicom.case import check_belongs, read_structures
from tps.dicom.ct.series import read_ct
from tps.dicom.inventory import take_inventory
from tps.dicom.rt.rtdose_read import read_dose
from tps.dicom.rt.rtplan_read import read_plan
from tps.errors import TpsError

MUTANTS = int(os.environ.get("SEEDWRIGHT_FUZZ", "2000"))

# ... and strengths by what the stated total kerma leaves open.
STRENGTH = 0.03


def circle(radius, z, count=24):
    angle = np.arange(count) * 2 * np.pi / count
    return np.column_stack([-4 + radius * np.cos(angle), -6 + radius * np.sin(angle), np.full(count, z)])


class Ct:
    """One slice of a series damaged."""

    def __init__(self, folder, syntax=None):
        slices = ct_slices((4, 16, 16))
        for s in slices:
            if syntax == RLELossless:
                s.compress(RLELossless, generate_instance_uid=False)
            elif syntax:
                s.file_meta.TransferSyntaxUID = syntax
        self.path = folder
        self.files = [write(s, folder / f"{k}.dcm") for k, s in enumerate(slices)]
        self.original = self.read()

    def read(self):
        return read_ct(self.path)

    def same(self, found):
        a, b = found.volume.grid, self.original.volume.grid
        if a.shape != b.shape:
            return False
        corners = [[0, 0, 0], [15, 15, 3], [15, 0, 0], [0, 15, 3]]
        return np.abs(a.index_to_world(corners) - b.index_to_world(corners)).max() <= GRID_MM


class Structures:
    """The RTSTRUCT beside a whole CT."""

    def __init__(self, folder, syntax=None):
        for k, s in enumerate(ct_slices((4, 16, 16))):
            write(s, folder / "ct" / f"{k}.dcm")
        dataset = rtstruct({"GTV": [circle(4, 32.5), circle(5, 35.0)], "OAR": [circle(3, 32.5)], "None": []})
        if syntax:
            dataset.file_meta.TransferSyntaxUID = syntax
        self.ct, self.files = read_ct(folder / "ct"), [write(dataset, folder / "rs.dcm")]
        self.original = self.read()

    def read(self):
        found = read_structures(self.files[0], self.ct.volume.grid)
        tied = check_belongs(found, self.ct.identity, self.ct.volume.grid, "structures")
        return replace(found, warnings=(*found.warnings, *tied))

    def same(self, found):
        old = [s.contours for s in self.original.structures.values()]
        new = [s.contours for s in found.structures.values()]
        if [len(c) for c in old] != [len(c) for c in new]:
            return False
        return all(
            _near(a.points_mm, b.points_mm)
            for x, y in zip(old, new, strict=True)
            for a, b in zip(x, y, strict=True)
        )


def _near(a, b):
    """Every vertex of each polygon lies near the other's outline."""
    return max(_gap(a, b), _gap(b, a)) <= VERTEX_MM


def _gap(points, polygon):
    start, side = polygon, np.roll(polygon, -1, axis=0) - polygon
    relative = points[:, None] - start
    along = np.clip((relative * side).sum(-1) / np.maximum((side**2).sum(-1), 1e-12), 0, 1)
    return np.linalg.norm(relative - along[..., None] * side, axis=-1).min(axis=1).max()


class Seeds:
    """A plan of another system, or of ours in its layout."""

    def __init__(self, folder, dataset):
        self.files = [write(dataset, folder / "rp.dcm")]
        self.original = self.read()

    def read(self):
        return read_plan(self.files[0])

    def same(self, found):
        old, new = self.original.seeds, found.seeds
        if len(old) != len(new):
            return False
        moved = max(np.abs(a.position_mm - b.position_mm).max() for a, b in zip(old, new, strict=True))
        stronger = max(abs(a.strength_u / b.strength_u - 1) for a, b in zip(old, new, strict=True))
        turned = [(a.direction is None) != (b.direction is None) for a, b in zip(old, new, strict=True)]
        return moved <= SEED_MM and stronger <= STRENGTH and not any(turned)


class Dose:
    """A dose says nothing about its place twice: what can be asked is that it is whole."""

    def __init__(self, folder, bits):
        values = np.random.default_rng(3).random((3, 5, 4)) * 300
        self.files = [write(rtdose(values, (0, 2, 4), bits=bits), folder / "rd.dcm")]
        self.original = self.read()

    def read(self):
        return read_dose(self.files[0])

    def same(self, found):
        whole = np.isfinite(found.values_gy).all() and found.values_gy.min() >= 0
        return (
            whole and len(found.heights_mm) == len(found.values_gy) and np.all(np.diff(found.heights_mm) > 0)
        )


def needle_plan():
    """Two needles with three seeds each, in the layout of the standard."""
    setups = []
    for n in (1, 2):
        places = [(20.0 * n, -3.0, z) for z in (0, 0, 10, 10, 20, 20)]
        points = control_points(places, (0, 1, 1, 2, 2, 3), orientation=(0, 0, -1))
        kerma = 3 * 0.5 * 59.4 * 24 / np.log(2)
        setups.append(setup(n, [channel(points, final=3, total_s=3 * 7404142.0)], kerma=kerma))
    return plan(setups, [source(1, 0.5)])


BASES = {
    "CT": lambda folder: Ct(folder),
    "CT implicit": lambda folder: Ct(folder, ImplicitVRLittleEndian),
    "CT RLE": lambda folder: Ct(folder, RLELossless),
    "RTSTRUCT": lambda folder: Structures(folder),
    "RTSTRUCT implicit": lambda folder: Structures(folder, ImplicitVRLittleEndian),
    "RTPLAN foreign": lambda folder: Seeds(folder, wild_plan(seed_positions(5))),
    "RTPLAN needles": lambda folder: Seeds(folder, needle_plan()),
    "RTDOSE 16": lambda folder: Dose(folder, 16),
    "RTDOSE 32": lambda folder: Dose(folder, 32),
}


@pytest.mark.parametrize("name", BASES)
def test_mutants(tmp_path, name):
    base = BASES[name](tmp_path)
    file = base.files[len(base.files) // 2]
    whole = file.read_bytes()
    refused, usual = 0, set(base.original.warnings)
    for seed in range(MUTANTS // len(BASES) + 1):
        content, how = mutant(whole, seed)
        file.write_bytes(content)
        label = f"{name}, mutant {seed} ({how})"
        try:
            with time_limit(), memory_limit(label, how in ("absurd", "length") or seed % 8 == 0):
                found = base.read()
        except TpsError as error:
            refused += 1
            assert "Made" not in str(error), f"{label}: a patient's name in the message"
        except Hang:
            pytest.fail(f"{label}: took longer than {HANG_S} s")
        except Exception as error:
            raise AssertionError(f"{label}: {type(error).__name__}") from error
        else:
            assert base.same(found) or set(found.warnings) - usual, f"{label}: differs without a word"
    assert refused > 0.3 * MUTANTS / len(BASES), "the mutants do little harm"


def test_inspect_survives_every_kind_of_damage(tmp_path):
    """The overview names what is damaged and goes on."""
    Ct(tmp_path / "ct")
    files = [write(wild_plan(seed_positions(5)), tmp_path / "rp.dcm")]
    files.append(write(rtdose(np.ones((3, 5, 4)), (0, 2, 4)), tmp_path / "rd.dcm"))
    files.append(write(rtstruct({"GTV": [circle(4, 32.5)]}), tmp_path / "rs.dcm"))
    wholes = [f.read_bytes() for f in files]
    for seed in range(MUTANTS // 50):
        for file, whole in zip(files, wholes, strict=True):
            file.write_bytes(mutant(whole, seed)[0])
        with time_limit():
            found = take_inventory(tmp_path)
        assert len(found.series) >= 1, f"mutant {seed}"
        there = len(found.objects) + len(found.damaged) + sum(found.other.values())
        assert there >= 3 or len(found.series) > 1, f"mutant {seed}: a file vanished"
