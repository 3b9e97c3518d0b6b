"""Damaged tables and JSON: refused in one message, or read as valid values; no traceback, no hang.

A table says everything once, so a digit gone wrong is a different, valid table: only what is checked of each
value can be asked here.
"""

import os
import shutil

import numpy as np
import pytest
from bounded import Hang, memory_limit, time_limit
from damaged_texts import damaged
from export_case import make_case, plan_folder_files, small_plan

from tps.errors import TpsError
from tps.export.plan_json import read_plan_json
from tps.formats.points_csv import read_points_csv
from tps.formats.seeds_csv import read_seeds_csv, seeds_csv
from tps.sources.library import DATA, load_source

MUTANTS = int(os.environ.get("SEEDWRIGHT_FUZZ", "2000")) // 10


def survive(path, content, read, check):
    refused = 0
    for seed in range(MUTANTS):
        path.write_bytes(damaged(content, seed))
        label = f"{path.name}, mutant {seed}"
        try:
            with time_limit(), memory_limit(label, seed % 8 == 0):
                found = read()
        except TpsError:
            refused += 1
        except Hang:
            pytest.fail(f"{label}: hangs")
        except Exception as error:
            raise AssertionError(f"{label}: {type(error).__name__}") from error
        else:
            assert check(found), f"{label}: accepted what is not valid"
    assert refused > 0.3 * MUTANTS


def test_seeds_csv(tmp_path):
    path = tmp_path / "seeds.csv"

    def check(seeds):
        return all(
            np.isfinite([*s.position_mm, *s.direction, s.strength_u]).all() and s.strength_u > 0
            for s in seeds
        )

    survive(path, seeds_csv(small_plan().seeds).encode(), lambda: read_seeds_csv(path), check)


def test_points_csv(tmp_path):
    path = tmp_path / "points.csv"
    lines = ["x_mm,y_mm,z_mm", *(f"{k}.5,{-k},{k / 7:.4f}" for k in range(20))]

    def check(points):
        return points.ndim == 2 and points.shape[1] == 3 and len(points) and np.isfinite(points).all()

    survive(path, "\n".join(lines).encode(), lambda: read_points_csv(path), check)


def test_plan_json(tmp_path):
    case, plan = make_case(tmp_path), small_plan()
    content = plan_folder_files(case, plan, load_source(plan.source))["plan.json"]
    path = tmp_path / "plan.json"

    def check(found):
        return bool(found.plan().seeds) or not found.seeds

    def read():
        found = read_plan_json(path)
        found.plan()
        return found

    survive(path, content if isinstance(content, bytes) else content.encode(), read, check)


def test_source_files(tmp_path):
    shutil.copy(DATA / "i125_6711.json", tmp_path)
    path = tmp_path / "i125_6711.json"

    def check(model):
        return np.isfinite([*model.g_l, *model.f.ravel(), model.dose_rate_constant, model.half_life_h]).all()

    survive(path, path.read_bytes(), lambda: load_source("i125_6711", tmp_path), check)
