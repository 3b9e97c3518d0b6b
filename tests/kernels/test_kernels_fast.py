"""The fast kernels against the exact engine: look-up at points, block loops, tiles, incremental sums."""

import os
from types import SimpleNamespace

import numba
import numpy as np
import pytest
import tg43_naive as naive

from benchmarks import dose_errors
from dose_kernels.compile.options import FAST_MATH
from dose_kernels.dose import block, grid, incremental, table, tg43
from dose_kernels.dose import influence as point_kernels
from tps.dose.engine import DoseEngine, tg43_of
from tps.errors import WrongUsage
from tps.model import Grid, Seed
from tps.sources.library import list_sources, load_source

SOURCES = {source.name: source for source in list_sources()}
every_model = pytest.mark.parametrize("name", SOURCES)

# The engine's promise: local error against the exact engine from 2 mm of every seed outwards.
PROMISE = 0.002
# Without interpolation between lattice nodes there remains the table's own error.
TABLE_PROMISE = 0.001


def implant(rng, seeds, box_mm=30.0, parallel=False):
    directions = rng.normal(size=(seeds, 3))
    if parallel:
        directions[:] = directions[0]
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    return rng.uniform(-box_mm, box_mm, (seeds, 3)), directions, rng.uniform(0.4, 0.9, seeds)


def outside(points, positions, least_mm=2.0):
    return np.all(np.linalg.norm(points[:, None] - positions, axis=2) >= least_mm, axis=1)


def centres(origin, spacing, shape):
    k, j, i = np.indices(shape).reshape(3, -1)
    return np.asarray(origin) + np.stack([i, j, k], axis=1) * spacing


def whole_sphere(rng, capsule_radius_mm, capsule_half_length_mm):
    """Points about a seed along z from 2 mm on, close to the axis too, outside the capsule."""
    r = np.exp(rng.uniform(np.log(2.0), np.log(300.0), 6000))
    theta = np.radians(np.concatenate([rng.uniform(0, 180, 4000), rng.exponential(4.0, 2000)]))
    phi = rng.uniform(0, 2 * np.pi, 6000)
    points = (r * [np.sin(theta) * np.cos(phi), np.sin(theta) * np.sin(phi), np.cos(theta)]).T
    free = (np.hypot(points[:, 0], points[:, 1]) > capsule_radius_mm) | (
        np.abs(points[:, 2]) > capsule_half_length_mm
    )
    return points[free]


@every_model
@pytest.mark.parametrize("formalism", ["2d", "1d"])
def test_table_and_influence_match_the_exact_engine_on_the_whole_sphere(name, formalism, rng):
    source = SOURCES[name]
    engine = DoseEngine(source, formalism)
    seed = np.zeros((1, 3)), np.array([[0.0, 0.0, 1.0]])
    points = whole_sphere(rng, source.capsule_radius_mm, source.capsule_half_length_mm)
    exact = tg43.tg43_dose_rate(engine.tg43, points, *seed, np.ones(1), formalism=formalism)
    np.testing.assert_allclose(
        point_kernels.table_dose_rate(engine.table, points, *seed, np.ones(1)), exact, rtol=TABLE_PROMISE
    )
    np.testing.assert_allclose(
        point_kernels.table_influence(engine.table, points, *seed)[0], exact, rtol=TABLE_PROMISE
    )


@every_model
def test_single_look_up_matches_the_exact_engine(name, rng):
    source = SOURCES[name]
    engine = DoseEngine(source)
    seed = np.zeros((1, 3)), np.array([[0.0, 0.6, 0.8]])
    points = whole_sphere(rng, source.capsule_radius_mm, source.capsule_half_length_mm)[::15]
    points = points @ np.array([[1, 0, 0], [0, 0.8, -0.6], [0, 0.6, 0.8]])
    exact = tg43.tg43_dose_rate(engine.tg43, points, *seed, np.ones(1))
    found = [table.table_at(engine.table, *point, 0.0, 0.6, 0.8) for point in points]
    np.testing.assert_allclose(found, exact, rtol=TABLE_PROMISE)


@every_model
def test_tiles_keep_the_promise_for_every_model(name, rng):
    engine = DoseEngine(SOURCES[name])
    shape, spacing, origin = (48, 48, 48), 1.6, np.full(3, -37.6)
    points = centres(origin, spacing, shape)
    some = rng.choice(len(points), 12000, replace=False)
    for seeds in (implant(rng, 1), implant(rng, 12, parallel=True)):
        dose = grid.grid_dose_rate(engine.table, origin, np.eye(3), [spacing] * 3, shape, *seeds)
        free = some[outside(points[some], seeds[0])]
        exact = tg43.tg43_dose_rate(engine.tg43, points[free], *seeds)
        np.testing.assert_allclose(dose.ravel()[free], exact, rtol=PROMISE)


@pytest.mark.parametrize(
    ("shape", "spacing"),
    [
        ((1, 1, 1), (1.0, 1.0, 1.0)),
        ((7, 64, 50), (0.9, 0.9, 5.0)),
        ((3, 5, 70), (0.5, 20.0, 12.0)),
        ((33, 17, 90), (0.4, 1.3, 2.0)),
        ((70, 70, 70), (0.5, 0.5, 0.5)),
    ],
)
def test_tiles_fit_grids_of_any_shape_and_orientation(shape, spacing, rng):
    engine = DoseEngine(SOURCES["i125_6711"])
    seeds = implant(rng, 15, 25.0)
    axes = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    extent = (np.array(shape[::-1]) - 1) * spacing
    place = Grid(-0.5 * extent @ axes, spacing, shape, axes)
    dose = grid.grid_dose_rate(engine.table, place.origin_mm, axes, spacing, shape, *seeds)
    points = place.centres_mm()
    free = outside(points, seeds[0])
    np.testing.assert_allclose(
        dose.ravel()[free], tg43.tg43_dose_rate(engine.tg43, points[free], *seeds), rtol=PROMISE
    )


@pytest.mark.parametrize("name", ["pd103_nasi_med3633", "pd103_theraseed_200", "i125_draximage_ls1"])
@pytest.mark.parametrize("spacing", [(3.0, 3.0, 3.0), (1.2, 1.2, 2.5)])
def test_many_parallel_seeds_on_a_coarse_grid_keep_the_promise(name, spacing):
    """Errors of smooth parts add up over seeds, and large tiles reach close to them."""
    engine = DoseEngine(SOURCES[name])
    rows = np.arange(-2, 2) * 10.0
    positions = np.stack(np.meshgrid(rows, rows, rows), axis=-1).reshape(-1, 3) + [1.1, -0.7, 0.4]
    directions = np.tile([0.48, 0.6, 0.64], (len(positions), 1))
    shape = (24, 40, 40)
    place = Grid(-0.5 * (np.array(shape[::-1]) - 1) * spacing, spacing, shape)
    dose = grid.grid_dose_rate(
        engine.table, place.origin_mm, place.axes, spacing, shape, positions, directions, np.full(64, 0.6)
    )
    points = place.centres_mm()
    free = np.flatnonzero(outside(points, positions))[::4]
    exact = tg43.tg43_dose_rate(engine.tg43, points[free], positions, directions, np.full(64, 0.6))
    np.testing.assert_allclose(dose.ravel()[free], exact, rtol=PROMISE)


@pytest.mark.slow
def test_random_implants_of_every_model_on_random_grids_keep_the_promise():
    rows = dose_errors.run(SimpleNamespace(quick=False))["rows"]
    assert sum(row["cases"] for row in rows) == 14 * len(SOURCES)
    for row in rows:
        assert row["look_up"]["worst"] < TABLE_PROMISE, row
        assert row["tiles"]["worst"] < PROMISE, row


def test_looking_up_every_voxel_is_nearer_to_exact_and_the_tolerance_matters(rng):
    engine = DoseEngine(SOURCES["i125_6711"])
    seeds = implant(rng, 8)
    where = (np.full(3, -40.0), np.eye(3), [1.6] * 3, (50, 50, 50))
    points = centres(where[0], 1.6, where[3])
    free = outside(points, seeds[0])
    exact = tg43.tg43_dose_rate(engine.tg43, points[free], *seeds)
    worst = [
        np.abs(grid.grid_dose_rate(engine.table, *where, *seeds, tolerance=t).ravel()[free] / exact - 1).max()
        for t in (0.0, 0.001, 0.01)
    ]
    assert worst[0] < 1e-4 < worst[1] < PROMISE < worst[2]


def test_no_seeds_give_no_dose():
    engine = DoseEngine(SOURCES["i125_6711"])
    none = np.empty((0, 3)), np.empty((0, 3)), np.empty(0)
    assert not grid.grid_dose_rate(engine.table, np.zeros(3), np.eye(3), [1, 1, 1], (4, 5, 6), *none).any()
    assert not point_kernels.table_dose_rate(engine.table, np.ones((3, 3)), *none).any()


@every_model
@pytest.mark.parametrize("formalism", ["2d", "1d"])
def test_close_to_the_seed_and_in_its_capsule_the_fast_engine_follows_the_exact_one(name, formalism):
    engine = DoseEngine(SOURCES[name], formalism)
    r, theta = np.meshgrid(np.geomspace(0.1, 150, 150), np.radians(np.linspace(0, 180, 181)), indexing="ij")
    points = np.stack([0.6 * r * np.sin(theta), 0.8 * r * np.sin(theta), r * np.cos(theta)], axis=-1)
    seed = np.zeros((1, 3)), np.array([[0.0, 0.0, 1.0]]), np.ones(1)
    exact = tg43.tg43_dose_rate(engine.tg43, points.reshape(-1, 3), *seed, formalism=formalism)
    found = point_kernels.table_dose_rate(engine.table, points.reshape(-1, 3), *seed)
    assert np.all(found > 0)
    # Nearer than 2 mm, lattice steps of 0.125 mm leave some tenths of a percent in 1D.
    np.testing.assert_allclose(found, exact, rtol=0.005)
    np.testing.assert_allclose(found.reshape(r.shape), found.reshape(r.shape)[:, ::-1], rtol=1e-5)


def test_on_a_grid_the_capsule_is_filled_too(rng):
    for formalism in ("2d", "1d"):
        engine = DoseEngine(SOURCES["i125_6711"], formalism)
        seeds = np.array([[0.03, -0.02, 0.04]]), np.array([[0.6, 0.0, 0.8]]), np.ones(1)
        points = centres(np.full(3, -2.0), 0.25, (17, 17, 17))
        dose = grid.grid_dose_rate(engine.table, points[0], np.eye(3), [0.25] * 3, (17, 17, 17), *seeds)
        exact = tg43.tg43_dose_rate(engine.tg43, points, *seeds, formalism=formalism)
        np.testing.assert_allclose(dose.ravel(), exact, rtol=0.005)


def test_same_bits_for_one_and_two_threads(rng):
    if numba.config.NUMBA_NUM_THREADS < 2:
        pytest.skip("this machine has one core")
    engine = DoseEngine(SOURCES["i125_best_2301"])
    seeds = implant(rng, 20)
    points = rng.uniform(-40, 40, (500, 3))
    results = []
    before = numba.get_num_threads()
    for threads in (1, 2):
        numba.set_num_threads(threads)
        results.append(
            (
                grid.grid_dose_rate(engine.table, np.full(3, -40.0), np.eye(3), [1.3] * 3, (60,) * 3, *seeds),
                point_kernels.table_dose_rate(engine.table, points, *seeds),
                tg43.tg43_dose_rate(engine.tg43, points, *seeds),
                point_kernels.table_influence(engine.table, points, *seeds[:2]),
            )
        )
    numba.set_num_threads(before)
    for one, two in zip(*results, strict=True):
        assert one.tobytes() == two.tobytes()


def test_incremental_sums_equal_a_fresh_calculation(rng):
    engine = DoseEngine(SOURCES["i125_6711"])
    positions, directions, strengths = implant(rng, 6)
    points = rng.uniform(-40, 40, (300, 3))
    dose = np.zeros(len(points))
    for k in range(5):
        incremental.add_seed(engine.table, dose, points, positions[k], directions[k], strengths[k])
    expected = point_kernels.table_dose_rate(
        engine.table, points, positions[:5], directions[:5], strengths[:5]
    )
    # The sum is of float32 numbers, from cells that are planes.
    np.testing.assert_allclose(dose, expected, rtol=TABLE_PROMISE)
    fresh = dose.copy()
    for k in range(5):
        incremental.remove_seed(engine.table, dose, points, positions[k], directions[k], strengths[k])
    assert np.abs(dose).max() <= 1e-15 * fresh.max() * len(positions)
    dose = fresh
    incremental.remove_seed(engine.table, dose, points, positions[0], directions[0], strengths[0])
    incremental.move_seed(
        engine.table, dose, points, positions[1], directions[1], positions[5], directions[5], strengths[1]
    )
    strengths[5] = strengths[1]
    expected = point_kernels.table_dose_rate(
        engine.table, points, positions[2:], directions[2:], strengths[2:]
    )
    np.testing.assert_allclose(dose, expected, rtol=TABLE_PROMISE)


def test_a_seed_moved_on_a_grid_leaves_nothing_behind(rng):
    engine = DoseEngine(SOURCES["i125_6711"])
    positions, directions, strengths = implant(rng, 4)
    where = (np.full(3, -40.0), np.eye(3), [2.0] * 3)
    dose = grid.grid_dose_rate(engine.table, *where, (40,) * 3, positions, directions, strengths, tolerance=0)
    moved = positions.copy()
    moved[2] += [4.0, -7.0, 2.0]
    grid.add_to_grid(
        engine.table,
        *where,
        dose,
        np.stack([positions[2], moved[2]]),
        directions[[2, 2]],
        np.array([-strengths[2], strengths[2]]),
    )
    fresh = grid.grid_dose_rate(engine.table, *where, (40,) * 3, moved, directions, strengths, tolerance=0)
    free = outside(centres(where[0], 2.0, (40,) * 3), np.vstack([positions, moved]))
    np.testing.assert_allclose(dose.ravel()[free], fresh.ravel()[free], rtol=2e-5)


def test_influence_comes_whole_in_blocks_and_into_given_memory(rng, tmp_path):
    engine = DoseEngine(SOURCES["i125_6711"])
    positions, directions, _ = implant(rng, 7)
    points = rng.uniform(-40, 40, (50, 3))
    whole = engine.influence_gy_per_u(points, positions, directions)
    each = point_kernels.influence_blocks(engine.table, points, positions, directions, 2 * 4 * 50)
    firsts, rows = zip(*((first, block.copy()) for first, block in each), strict=True)
    assert firsts == (0, 2, 4, 6)
    assert (np.vstack(rows) * np.float32(engine.gy_per_rate)).tobytes() == whole.tobytes()
    on_disk = np.memmap(tmp_path / "influence", np.float32, "w+", shape=(7, 50))
    point_kernels.table_influence(engine.table, points, positions, directions, out=on_disk)
    np.testing.assert_allclose(on_disk * np.float32(engine.gy_per_rate), whole, rtol=1e-6)
    exact = tg43.tg43_dose_rate(engine.tg43, points, positions[:1], directions[:1], np.ones(1))
    np.testing.assert_allclose(whole[0], exact * engine.gy_per_rate, rtol=TABLE_PROMISE)


def test_engine_agrees_with_the_slow_twin_and_refuses_a_wrong_formalism(rng):
    source = load_source("i125_6711")
    seeds = [Seed(k + 1, 1, p, u, s) for k, (p, u, s) in enumerate(zip(*implant(rng, 5), strict=True))]
    points = rng.uniform(-50, 50, (40, 3))
    points = points[outside(points, np.array([s.position_mm for s in seeds]), 3.0)]
    file = naive.published("i125_6711")
    plain = [(s.position_mm, s.direction, s.strength_u) for s in seeds]
    mean_life_h = 59.4 * 24 / np.log(2)
    for formalism in ("2d", "1d"):
        engine = DoseEngine(source, formalism)
        expected = [naive.total_rate(file, p, plain, formalism) * mean_life_h / 100 for p in points]
        np.testing.assert_allclose(engine.dose_gy(points, seeds, exact=True), expected, rtol=1e-9)
        np.testing.assert_allclose(engine.dose_gy(points, seeds), expected, rtol=TABLE_PROMISE)
    volume = engine.dose_grid(Grid.around([-30] * 3, [30] * 3, 3.0), seeds)
    assert volume.quantity == "Gy"
    free = outside(volume.grid.centres_mm(), np.array([s.position_mm for s in seeds]))
    np.testing.assert_allclose(
        volume.values.ravel()[free], engine.dose_gy(volume.grid.centres_mm()[free], seeds), rtol=PROMISE
    )
    with pytest.raises(WrongUsage, match="3d"):
        DoseEngine(source, "3d")
    with pytest.raises(ValueError, match="3d"):
        table.build_table(engine.tg43, "3d")


@pytest.mark.parametrize("formalism", ["2d", "1d"])
def test_uncompiled_look_up_agrees_with_compiled(formalism, rng):
    engine = DoseEngine(SOURCES["i125_6711"], formalism)
    for rho, z in rng.uniform(0, 120, (30, 2)):
        # NumPy's scalars stay float32 where the compiler widens them.
        assert table.rate_at.py_func(engine.table, rho, z) == pytest.approx(
            table.rate_at(engine.table, rho, z), rel=1e-6
        )


@pytest.mark.skipif("NUMBA_BOUNDSCHECK" in os.environ, reason="what tells of a wrong index counts references")
def test_adding_a_block_counts_no_references():
    """Arrays handed from pass to pass by themselves are counted, which costs as much as 60 points' dose."""

    @numba.njit(fastmath=FAST_MATH, error_model="numpy")
    def add(tables, x, seed, near, scratch, out):
        block.add_block(tables, x, x, x, seed, np.float32(1.0), near, scratch, out)

    tables = table.build_table(tg43_of(SOURCES["i125_6711"]))
    x, seed = np.full(20, 9.0, np.float32), tuple(np.float32(v) for v in (1, 2, 3, 0, 0.6, 0.8))
    add(tables, x, seed, True, block.make_scratch(), np.zeros(20, np.float32))
    (assembly,) = add.inspect_asm().values()
    body, wrapper, _ = assembly.partition("_ZN7cpython")
    assert wrapper and "sqrt" in body
    assert "NRT_" not in body


def test_every_cell_holds_the_plane_of_its_four_nodes():
    tables = table.build_table(tg43_of(SOURCES["i125_6711"]))
    for values, first in (
        (tables.near_values, 0),
        (tables.far_values, (len(tables.near_values) - 1) * tables.near_values.shape[1]),
    ):
        columns = values.shape[1]
        for row, column in ((0, 0), (7, columns // 2), (len(values) - 2, columns - 2), (3, columns - 1)):
            cell = int(tables.cells[first + row * columns + column])
            value = np.array([cell & 0xFFFFFFFF], np.uint32).view(np.float32)[0]
            slopes = np.array([cell >> 32], np.int64).astype(np.int32).view(np.int16) * block.SLOPE
            across = min(column + 1, columns - 1)
            corners = values[[row, row, row + 1, row + 1], [column, across, column, across]].astype(float)
            assert value == pytest.approx(corners.mean(), rel=1e-6)
            planes = value * (
                1
                + np.array([-0.5, -0.5, 0.5, 0.5]) * slopes[1]
                + np.array([-0.5, 0.5, -0.5, 0.5]) * slopes[0]
            )
            # The part of the fourth corner that no plane holds.
            twist = abs(corners[0] - corners[1] - corners[2] + corners[3])
            assert np.abs(planes - corners).max() <= 0.26 * twist + 1e-4 * value


def test_lattice_weights_reproduce_cubics():
    for nodes, voxels in ((4, 9), (6, 16), (11, 40)):
        weights = grid._lagrange(nodes, voxels)
        x, t = np.linspace(0, 1, nodes), np.linspace(0, 1, voxels)
        for power in range(4):
            np.testing.assert_allclose((x**power) @ weights, t**power, atol=1e-12)
