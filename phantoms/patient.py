"""The whole synthetic patient as layers, and the couch."""

from phantoms.layers import Layer
from phantoms.organs import back_muscle, cavity, domes, organs
from phantoms.shapes import Box, Difference, Intersection, Shape
from phantoms.shapes.solids import ENDLESS_MM
from phantoms.skeleton import skeleton
from phantoms.torso import FAT_MM, HALF_DEPTH_MM, SKIN_MM, TorsoShell

# Foam keeps the couch's plate away from the skin, so the plate is no part of the body at any threshold.
FOAM_MM, PLATE_MM, COUCH_MM = 12.0, 3.0, 45.0
FOAM_HU, PLATE_HU, CORE_HU = -960.0, -150.0, -930.0
COUCH_HALF_WIDTH_MM = 150.0


def couch(prone: bool) -> list[Layer]:
    """Foam, a carbon plate, a light core: behind a patient on the back, in front of one on the belly."""
    side = -1 if prone else 1
    top = HALF_DEPTH_MM + FOAM_MM

    def slab(near: float, far: float, half_width: float) -> Shape:
        y = sorted((side * near, side * far))
        return Box([-half_width, y[0], -ENDLESS_MM], [half_width, y[1], ENDLESS_MM])

    hull = slab(top, top + COUCH_MM, COUCH_HALF_WIDTH_MM)
    core = slab(top + PLATE_MM, top + COUCH_MM - PLATE_MM, COUCH_HALF_WIDTH_MM - PLATE_MM)
    foam = Difference(slab(HALF_DEPTH_MM - 40, top, COUCH_HALF_WIDTH_MM), TorsoShell(-3))
    return [
        Layer("foam", foam, FOAM_HU),
        Layer("couch plate", hull, PLATE_HU),
        Layer("couch core", core, CORE_HU),
    ]


def patient(prone: bool = False) -> list[Layer]:
    """The couch and the healthy patient."""
    muscle = TorsoShell(SKIN_MM + FAT_MM)
    loins = [Layer("back muscle", Intersection(back_muscle(side), muscle), 55, 9) for side in (-1, 1)]
    level = Box([-300, -300, 5], [300, 300, 130])
    return [
        *couch(prone),
        Layer("skin", TorsoShell(), 15, 5),
        Layer("fat", TorsoShell(SKIN_MM), -102, 9),
        Layer("muscle", muscle, 52, 10),
        Layer("inner fat", cavity(), -98, 10),
        Layer("diaphragm", Intersection(domes(3), cavity(), level), 52, 6),
        Layer("belly fat", Intersection(domes(0), cavity(), level), -98, 10),
        *loins,
        *organs(prone),
        *skeleton(),
    ]
