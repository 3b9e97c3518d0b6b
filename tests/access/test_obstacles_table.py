"""Tables, tubes, dressings and limbs are no body, and nothing comes through a table."""

import numpy as np
import pytest
from little_patients import AIR, Sketch
from scanned_patients import (
    CHEST,
    CORTEX,
    DOWN,
    MUSCLE,
    POSITIONS,
    chest,
    label_at,
    layered,
    look,
    scanned,
    tube,
    way_out,
    wide_grid,
)

from dose_kernels.geometry import rays

PLATE, FOAM_CORE, MATTRESS, BLOCK = 60, -940, -965, 60

# A patient who lies on something hard is flattened by this much.
FLAT_MM = 6.0


def slab(sketch, hu, down, near, far, half_width=160.0):
    """A plate across the image, ``near`` to ``far`` mm from the middle towards ``down``."""
    along = down[0] * sketch.x + down[1] * sketch.y
    across = down[1] * sketch.x + down[0] * sketch.y
    inside = (along >= near) & (along <= far) & (np.abs(across) <= half_width)
    sketch.hu[np.broadcast_to(inside, sketch.hu.shape)] = hu
    return sketch


def couch(sketch, kind, down):
    half = CHEST[1] if down[1] else CHEST[0]
    lies = half - FLAT_MM
    if kind == "shell":
        slab(sketch, PLATE, down, lies, lies + 3)
        slab(sketch, FOAM_CORE, down, lies + 3, lies + 45)
        slab(sketch, PLATE, down, lies + 45, lies + 48)
    elif kind == "mattress on a shell":
        slab(sketch, MATTRESS, down, lies, lies + 30)
        slab(sketch, PLATE, down, lies + 30, lies + 33)
    elif kind == "block":
        slab(sketch, BLOCK, down, lies, lies + 40)
    elif kind == "foam block":
        slab(sketch, -650, down, lies, lies + 60)
    elif kind == "plate apart":
        slab(sketch, PLATE, down, half + 15, half + 19)
    return sketch


COUCHES = ("shell", "mattress on a shell", "block", "foam block", "plate apart")


def on_couch(kind, position="HFS", rng=None, what=layered):
    sketch = what(Sketch(wide_grid((380.0, 320.0, 80.0), position=position)))
    return scanned(couch(sketch, kind, DOWN[position]), rng)


@pytest.mark.parametrize("kind", COUCHES)
@pytest.mark.parametrize("position", POSITIONS)
def test_nothing_enters_through_a_table(kind, position, rng):
    down = np.array(DOWN[position], float)
    obstacles = look(on_couch(kind, position, rng))
    np.testing.assert_allclose(obstacles.table_side, down, atol=1e-9)
    aside = np.array([down[1], down[0], 0.0])
    for lean in (-0.35, 0.0, 0.35):
        for shift in (-40.0, 0.0, 40.0):
            what, _ = way_out(obstacles, shift * aside, down + lean * aside, room_mm=150.0)
            assert what in ("object", "unseen"), (lean, shift)
    for out in (-down, aside, -aside, aside - 0.5 * down):
        what, depth = way_out(obstacles, (0.0, 0.0, 0.0), out)
        out = out / np.linalg.norm(out)
        assert what == "free"
        assert depth == pytest.approx(1 / np.hypot(out[0] / CHEST[0], out[1] / CHEST[1]), abs=3.0)


@pytest.mark.parametrize("kind", COUCHES)
def test_a_couch_is_no_body(kind, rng):
    obstacles = look(on_couch(kind, rng=rng))
    body = (obstacles.voxels.labels & rays.BODY) != 0
    centres = obstacles.grid.centres_mm().reshape(*obstacles.grid.shape, 3)
    radius = np.hypot(centres[..., 0] / CHEST[0], centres[..., 1] / CHEST[1])
    if kind != "plate apart":
        radius = np.maximum(radius, 1 + (centres[..., 1] - (CHEST[1] - FLAT_MM)) / CHEST[1])
    # In voxels of 2 mm, and a coarse cell where a block touches.
    assert not (body & (radius > 1 + 5.0 / CHEST[1])).any()
    assert (body | (radius > 1 - 5.0 / CHEST[1])).all()


def test_no_table_is_seen_where_there_is_none(rng):
    assert look(scanned(layered(Sketch(wide_grid())), rng)).table_side is None


def test_a_second_limb_is_no_table(rng):
    grid = wide_grid((380.0, 200.0, 100.0))
    sketch = layered(layered(Sketch(grid), (-75.0, 0.0), (65.0, 70.0)), (75.0, 0.0), (65.0, 70.0))
    for x in (-75.0, 75.0):
        sketch.cylinder(CORTEX, (x, 0), (14, 14)).cylinder(-60, (x, 0), (8, 8))
    alone = look(scanned(sketch, rng), (-75.0, 40.0, 0.0))
    assert alone.table_side is None
    assert label_at(alone, (75.0, 40.0, 0.0)) == rays.OBJECT
    assert way_out(alone, (-75.0, 0.0, 0.0), (1, 0, 0))[0] == "object"
    assert way_out(alone, (-75.0, 0.0, 0.0), (-1, 0, 0))[0] == "free"


def test_both_limbs_on_a_table(rng):
    grid = wide_grid((380.0, 260.0, 100.0))
    sketch = layered(layered(Sketch(grid), (-75.0, 0.0), (65.0, 70.0)), (75.0, 0.0), (65.0, 70.0))
    slab(sketch, PLATE, (0, 1, 0), 68.0, 71.0)
    obstacles = look(scanned(sketch, rng), (-75.0, 40.0, 0.0))
    np.testing.assert_allclose(obstacles.table_side, (0, 1, 0))
    assert way_out(obstacles, (-75.0, 0.0, 0.0), (0, 1, 0))[0] in ("object", "unseen")


def limbs_beside(rng, gap_mm, bone=CORTEX):
    """A trunk with arms down, ``gap_mm`` between them (negative: pressed against it)."""
    sketch = Sketch(wide_grid((460.0, 260.0, 140.0)))
    layered(sketch, half=(140.0, 105.0))
    for sign in (-1, 1):
        x = sign * (140.0 + gap_mm + 40.0)
        layered(sketch, (x, 20.0), (40.0, 42.0), 6.0).cylinder(bone, (x, 20.0), (11, 11))
        sketch.cylinder(30, (x, 20.0), (6, 6))
        # The shoulder: trunk and arm are one.
        sketch.box(MUSCLE, (min(0, x), -40.0, 45.0), (max(0, x), 60.0, 999))
    return scanned(sketch, rng)


@pytest.mark.parametrize("gap_mm", [12.0, 4.0, 0.0, -6.0])
def test_arms_beside_the_trunk_are_no_way_in(rng, gap_mm):
    obstacles = look(limbs_beside(rng, gap_mm), (60.0, 0.0, -20.0))
    for sign in (-1, 1):
        what, depth = way_out(obstacles, (60.0, 20.0, -20.0), (sign, 0, 0))
        # Above and below the middle of the arm the trunk's skin shows air, in its middle nothing is free.
        assert what != "free", (sign, what)
        trunk = 140.0 * np.sqrt(1 - (20.0 / 105.0) ** 2)
        assert depth == pytest.approx(trunk - sign * 60.0, abs=max(8.0, 4.0 - gap_mm))
    assert way_out(obstacles, (60.0, 0.0, -20.0), (0, -1, 0))[0] == "free"


def test_arms_up_leave_the_sides_free(rng):
    sketch = scanned(chest(Sketch(wide_grid((380.0, 260.0, 80.0)))), rng)
    obstacles = look(sketch, (72.0, 0.0, 0.0))
    assert way_out(obstacles, (72.0, 0.0, 0.0), (1, 0, 0))[0] == "free"


def skin_depth(obstacles, x):
    return way_out(obstacles, (x, 0.0, 0.0), (0, -1, 0))


def test_a_tube_on_the_skin_is_no_body(rng):
    sketch = layered(Sketch(wide_grid((360.0, 260.0, 80.0))))
    for hu, radius in ((80, 6.0), (AIR, 3.5)):
        tube(sketch, hu, (0.0, -CHEST[1] - 5.0, -200), (0.0, -CHEST[1] - 5.0, 200), radius)
    obstacles = look(scanned(sketch, rng))
    body = (obstacles.voxels.labels & rays.BODY) != 0
    assert not (label_at(obstacles, (0.0, -CHEST[1] - 8.0, 0.0)) & rays.BODY)
    what, depth = skin_depth(obstacles, 0.0)
    assert what != "free" and depth == pytest.approx(CHEST[1], abs=4.5)
    what, depth = skin_depth(obstacles, 25.0)
    assert what == "free" and depth == pytest.approx(CHEST[1] * np.sqrt(1 - (25 / CHEST[0]) ** 2), abs=2.5)
    assert body.any()


@pytest.mark.parametrize("hu", [-600, -230])
def test_a_dressing_is_no_body(rng, hu):
    sketch = Sketch(wide_grid((360.0, 260.0, 80.0)))
    sketch.cylinder(hu, (0, 0), (CHEST[0] + 9, CHEST[1] + 9))
    keep = np.abs(sketch.x) < 55
    sketch.hu[np.broadcast_to(~keep | (sketch.y > 0), sketch.hu.shape)] = AIR
    obstacles = look(scanned(layered(sketch), rng))
    for x in (-30.0, 0.0, 30.0):
        start = np.array([x, 0.0, 0.0])
        skin = CHEST[1] * np.sqrt(1 - (x / CHEST[0]) ** 2)
        # The skin lies below the dressing, where it is without one.
        edge = next(
            t for t in np.arange(0, 200, 0.5) if not label_at(obstacles, start - [0, t, 0]) & rays.BODY
        )
        assert edge == pytest.approx(skin, abs=4.0), x


def test_a_blanket_and_a_cable_are_no_body(rng):
    sketch = layered(Sketch(wide_grid((360.0, 260.0, 80.0))))
    tube(sketch, 1500, (40.0, -CHEST[1], -200), (40.0, -CHEST[1], 200), 2.0)
    sketch.box(-150, (-170, -CHEST[1] - 12, -999), (170, -CHEST[1] - 9, 999))
    obstacles = look(scanned(sketch, rng))
    assert not label_at(obstacles, (-100.0, -CHEST[1] - 10, 0.0)) & rays.BODY
    what, depth = skin_depth(obstacles, 0.0)
    assert depth == pytest.approx(CHEST[1], abs=2.5)


def test_a_body_lies_the_same_however_it_is_scanned(rng):
    """Turned images show the same patient: labels agree in patient coordinates."""
    found = {}
    for position in POSITIONS:
        obstacles = look(on_couch("plate apart", position, what=chest))
        points = np.stack(np.meshgrid(*[np.arange(-140, 141, 20.0)] * 2, [-16.0, 0.0, 16.0]), -1).reshape(
            -1, 3
        )
        # The table lies on another side each time.
        points = points[np.hypot(points[:, 0] / CHEST[0], points[:, 1] / CHEST[1]) < 0.95]
        found[position] = np.array([label_at(obstacles, p) for p in points])
    for position, labels in found.items():
        assert np.mean(labels == found["HFS"]) > 0.98, position
