"""Dose on a grid: what it covers, how fine it is, and that it holds the engine's doses."""

from dataclasses import replace

import numpy as np
import pytest
from evaluation_doubles import InverseSquareEngine, one_seed_plan

from tps.dose import grids
from tps.dose.grids import FILE_STEP_MM, file_dose, file_grid, picture_grid
from tps.model import Protocol

BALL = (np.array([-7.0, -6.0, -5.0]), np.array([13.0, 14.0, 15.0]))
FAR = (np.array([120.0, 0.0, 0.0]), np.array([130.0, 10.0, 10.0]))


def corners(grid):
    return grid.index_to_world([[0, 0, 0], np.array(grid.shape[::-1]) - 1])


@pytest.mark.parametrize("regions", [(BALL,), (BALL, FAR)])
@pytest.mark.parametrize("make", [file_grid, picture_grid])
def test_a_grid_covers_all_regions_and_the_margin(make, regions):
    protocol = replace(Protocol(), dose_grid_margin_mm=12.0)
    low, high = corners(make(regions, protocol))
    assert np.allclose(low, np.min([r[0] for r in regions], axis=0) - 12.0)
    wanted = np.max([r[1] for r in regions], axis=0) + 12.0
    assert np.all(high >= wanted - 1e-9) and np.all(high < wanted + protocol.dose_grid_mm)


def test_steps_of_a_file_and_of_a_picture():
    protocol = replace(Protocol(), dose_grid_mm=1.5)
    assert np.allclose(file_grid([BALL], protocol).spacing_mm, FILE_STEP_MM)
    assert np.allclose(picture_grid([BALL], protocol).spacing_mm, 1.5)


def test_a_grid_over_targets_far_apart_stays_small(monkeypatch):
    monkeypatch.setattr(grids, "MAX_VOXELS", 200_000)
    grid = file_grid([BALL, FAR], Protocol())
    assert FILE_STEP_MM < grid.spacing_mm[0] and np.ptp(grid.spacing_mm) == 0
    # One more row at each end of 45 to 110 of them.
    assert 200_000 <= np.prod(grid.shape) < 1.1 * 200_000


def test_the_voxels_hold_the_engine_s_doses():
    engine, seeds = InverseSquareEngine(), one_seed_plan(1e4, 110, (3.0, 4.0, 5.0)).seeds
    point = (np.zeros(3), np.ones(3))
    dose = file_dose(engine, seeds, [point], replace(Protocol(), dose_grid_margin_mm=10.0))
    assert dose.quantity == "Gy"
    wanted = engine.dose_gy(dose.grid.centres_mm(), seeds)
    assert np.allclose(dose.values.ravel(), wanted, rtol=1e-6)
