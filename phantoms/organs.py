"""Organs of chest and belly.  Vessels are opacified to about 150 HU and stay below 200, where bone begins."""

from functools import cache

import numpy as np

from phantoms.layers import Layer
from phantoms.shapes import Difference, Ellipsoid, HalfSpace, Intersection, Kidney, Shape, Tube, Union
from phantoms.torso import FAT_MM, SKIN_MM, WALL_MM, TorsoShell, beside_spine, spine_y

CAVITY_DEPTH_MM = SKIN_MM + FAT_MM + WALL_MM

# Where the gas in the stomach ends, along the direction away from the side that is up: supine, prone.
STOMACH_GAS_MM = (-48.0, 20.0)

BLOOD_HU, VEIN_HU, LUNG_HU, GAS_HU = 146.0, 130.0, -850.0, -985.0


def cavity(extra_mm: float = 0.0) -> Shape:
    """The space within the muscular wall."""
    return TorsoShell(CAVITY_DEPTH_MM + extra_mm)


def aorta() -> Tube:
    """From the arch's end down to its fork, in front and to the left of the spine."""
    path = beside_spine(9, -29, -110, 250)
    path[:, 0] += np.clip((path[:, 2] - 20) / 14, 0, 10)
    return Tube(path, np.interp(path[:, 2], [-110, 120], [9.0, 12.0]))


def vena_cava() -> Shape:
    """To the right of the aorta, through the liver, into the heart."""
    path = beside_spine(-17, -28, -110, 60)
    return Tube(np.vstack([path, [-22, 10, 90], [-18, -8, 118], [-12, -18, 130]]), 10.5)


def domes(grow_mm: float = 0.0) -> Shape:
    """What lies below the two halves of the diaphragm."""
    g = grow_mm
    return Union(
        Ellipsoid(78 + g, 88 + g, 106 + g).at(-68, 0, 10), Ellipsoid(76 + g, 88 + g, 98 + g).at(66, 0, 5)
    )


def heart() -> Shape:
    """The heart with its sac."""
    return Ellipsoid(52, 40, 46, turn_deg=25, lean_deg=15).at(24, -32, 152)


def heart_chambers() -> Shape:
    """The blood in the two ventricles and atria, as four blobs."""
    blobs = [(42, -40, 140, 17), (10, -50, 145, 16), (26, -14, 168, 15), (-8, -26, 158, 15)]
    return Union(*(Ellipsoid(r, 0.85 * r, 1.15 * r, turn_deg=25).at(x, y, z) for x, y, z, r in blobs))


def mediastinum() -> Shape:
    """What lies between the lungs."""
    column = Tube([(2, 10, -50), (2, 10, 400)], 30)
    front = Ellipsoid(26, 60, 300).at(4, -50, 150)
    back = Ellipsoid(30, 34, 400).at(0, float(spine_y(150.0)) + 14, 150)
    return Union(column, front, back, Ellipsoid(56, 44, 50, turn_deg=25, lean_deg=15).at(24, -32, 152))


@cache
def lung(side: int) -> Shape:
    """One lung: ``side`` -1 the right one, 1 the left one."""
    half = HalfSpace((-side, 0, 0), 0)
    floor = HalfSpace((0, -0.1, -1), -80)
    return Difference(Intersection(cavity(2), half, floor), domes(4), mediastinum())


def lung_vessels(side: int) -> Shape:
    """Vessels fanning out from the root of a lung."""
    root = np.array([side * 32.0, 5.0, 165.0])
    paths = []
    for turn in np.radians(np.arange(0, 360, 40)):
        for out in (55, 85):
            lean = 0.6 if out == 55 else 1.15
            tip = root + [
                side * out * np.sin(lean + 0.2),
                out * np.cos(turn),
                out * 0.9 * np.sin(turn) * lean,
            ]
            bend = (root + tip) / 2 + [0, 4 * np.sin(3 * turn), 5 * np.cos(2 * turn)]
            paths.append(Tube([root, bend, tip], [3.2, 2.2, 0.9]))
    return Intersection(Union(*paths), lung(side))


def liver() -> Shape:
    """Right and left lobe below the dome."""
    right = Ellipsoid(74, 84, 88, turn_deg=8).at(-72, -2, 26)
    left = Ellipsoid(72, 36, 36, lean_deg=-12).at(8, -50, 72)
    hilum = Ellipsoid(30, 40, 60).at(-20, 22, -25)
    return Difference(
        Intersection(Union(right, left), cavity(1), domes(-1)), hilum, kidney(-1, -4), stomach(-2)
    )


def liver_vessels() -> Shape:
    """Portal vein with its branches and three hepatic veins."""
    return Union(
        Tube([(-8, 5, -5), (-26, -8, 30), (-48, -6, 44), (-72, 6, 48), (-84, 18, 60)], [7, 7, 5.5, 4, 2.5]),
        Tube([(-48, -6, 44), (-68, -24, 34), (-84, -32, 16)], [5, 3.5, 2]),
        Tube([(-26, -8, 30), (0, -36, 58), (30, -50, 68)], [6, 4, 2.5]),
        Tube([(-20, -2, 108), (-58, 8, 86), (-92, 26, 72)], [5, 4, 2]),
        Tube([(-20, -6, 108), (-46, -32, 80), (-64, -50, 50)], [5, 3.5, 2]),
        Tube([(-18, -10, 108), (6, -42, 92), (30, -54, 78)], [5, 3, 2]),
    )


def kidney(side: int, depth_mm: float = 0.0) -> Shape:
    """One kidney, its dent towards the spine: ``side`` -1 the right one, 1 the left one."""
    x, z = (70, -8) if side > 0 else (-70, -24)
    bean = Kidney(24 - depth_mm, 27 - depth_mm, 50 - depth_mm, bend=-0.35 * side)
    return bean.at(x, 34, z)


def spleen() -> Shape:
    """Under the left ribs, behind the stomach."""
    return Intersection(Ellipsoid(30, 46, 48, turn_deg=20).at(104, 26, 62), cavity(1), domes(-1))


def stomach(depth_mm: float = 0.0) -> Shape:
    """Under the left dome, towards the front."""
    bag = Ellipsoid(46 - depth_mm, 34 - depth_mm, 42 - depth_mm, turn_deg=-20, lean_deg=25).at(62, -34, 52)
    return Intersection(bag, cavity(2 + depth_mm), domes(-2 - depth_mm))


def pancreas() -> Shape:
    """Across the aorta, from the hilum to the spleen."""
    return Tube([(-30, -22, -12), (0, -20, 6), (34, -14, 14), (72, 0, 26)], [11, 8, 8, 6])


def adrenal(side: int) -> Shape:
    """A small forked gland above a kidney."""
    x, z = (36, 50) if side > 0 else (-38, 46)
    return Union(
        Tube([(x, 20, z - 10), (x, 16, z + 8), (x - 3 * side, 14, z + 14)], [2.2, 2.4, 2]),
        Tube([(x, 17, z + 4), (x + 10 * side, 27, z - 8)], [2.4, 1.6]),
    )


def psoas(side: int) -> Shape:
    """The muscle beside the lumbar spine."""
    path = beside_spine(34 * side, 4, -220, 10)
    path[:, 0] += side * np.clip((-40 - path[:, 2]) / 7, 0, 22)
    return Tube(path, np.interp(path[:, 2], [-150, 10], [20.0, 9.0]))


def back_muscle(side: int) -> Shape:
    """The erector of the spine."""
    return Ellipsoid(29, 19, 2000).at(36 * side, 88, 0)


def colon_paths() -> list[list[tuple[float, float, float]]]:
    """Ascending, transverse and descending colon."""
    return [
        [(-104, 6, -190), (-104, 4, -120), (-98, -6, -62), (-82, -40, -52)],
        [(-82, -40, -52), (-40, -58, -70), (0, -62, -78), (44, -58, -64), (88, -34, -36)],
        [(88, -34, -36), (106, 0, -50), (106, 8, -120), (100, 8, -190)],
    ]


def small_bowel_paths() -> list[np.ndarray]:
    """Loops of the small bowel, row upon row."""
    rows = []
    for row, z in enumerate(range(-52, -200, -24)):
        x = np.linspace(-66, 68, 9)[:: 1 if row % 2 else -1]
        y = -26 + 17 * np.sin(1.9 * np.arange(9) + row)
        rows.append(np.stack([x, y, z + 5 * np.cos(1.3 * np.arange(9) + row)], axis=1))
    return rows


def bowel(shrink_mm: float = 0.0, lift_mm: float = 0.0, every: int = 1) -> Shape:
    """Large and small bowel, ``shrink_mm`` below the outer wall, ``lift_mm`` towards the front."""
    large = [Tube(np.array(p) - [0, lift_mm, 0], 17 - shrink_mm) for p in colon_paths()]
    small = [Tube(p - [0, 0.6 * lift_mm, 0], 11 - 0.75 * shrink_mm) for p in small_bowel_paths()]
    return Union(*large, *small[::every])


def organs(prone: bool = False) -> list[Layer]:
    """From the lungs to the vessels, in painting order; gas floats to the side that is up."""
    up = -1 if prone else 1
    layers = [
        Layer("mediastinum", Intersection(cavity(), mediastinum(), HalfSpace((0, 0, -1), -70)), -60, 12)
    ]
    for side in (-1, 1):
        layers += [Layer("lung", lung(side), LUNG_HU, 22), Layer("lung vessels", lung_vessels(side), 40)]
        layers += [Layer("psoas", psoas(side), 58, 8)]
    layers += [
        Layer("heart", heart(), 70, 6),
        Layer("chambers", heart_chambers(), BLOOD_HU),
        Layer("liver", liver(), 98, 5),
        Layer("liver vessels", Intersection(liver_vessels(), liver()), VEIN_HU),
        Layer("spleen", spleen(), 112, 5),
        Layer("stomach wall", stomach(), 60, 5),
        Layer("stomach content", stomach(4), 15, 8),
        Layer("stomach gas", Intersection(stomach(4), HalfSpace((0, up, 0), STOMACH_GAS_MM[prone])), GAS_HU),
        Layer("pancreas", pancreas(), 88, 9),
        Layer("bowel wall", bowel(), 62, 5),
        Layer("bowel content", bowel(2.5), 18, 14),
        Layer("bowel gas", bowel(9.5, 4.5 * up, every=2), GAS_HU),
    ]
    for side in (-1, 1):
        layers += [
            Layer("kidney cortex", kidney(side), 138, 4),
            Layer("kidney medulla", kidney(side, 7), 105, 8),
        ]
        layers += [
            Layer("renal pelvis", Ellipsoid(8, 10, 16).at(58 * side, 34, -8 if side > 0 else -24), -20)
        ]
        layers += [Layer("adrenal", adrenal(side), 62, 4)]
    layers += [
        Layer("gullet", Tube(beside_spine(2, -34, 60, 260), 7), 45, 6),
        Layer("vena cava", vena_cava(), VEIN_HU),
        Layer("aorta wall", aorta(), 60),
        Layer("aorta", Tube(aorta().points, aorta().radii - 1.2), BLOOD_HU),
    ]
    return layers
