"""The synthetic patients by name: the healthy patient with lesions, each scanned over its own stretch."""

from collections.abc import Callable

from phantoms import organs
from phantoms.errors import PhantomError
from phantoms.layers import Layer
from phantoms.patient import patient
from phantoms.scene import Region, Scene
from phantoms.shapes import Box, Difference, Ellipsoid, Lobulated, Shape, Sphere, Union
from phantoms.skeleton import CORTEX_HU, SpinalCanal
from phantoms.torso import TorsoShell

LESION_HU, LUNG_LESION_HU, LYTIC_HU = 72.0, 35.0, 62.0

# Organs to be contoured, each where the scan holds enough of it.
ORGANS: dict[str, tuple[Callable[[], Shape], bool]] = {
    "Spinal-Cord": (SpinalCanal, True),
    "Aorta": (organs.aorta, True),
    "Vena-Cava": (organs.vena_cava, True),
    "Heart": (organs.heart, True),
    "Bowel": (organs.bowel, True),
    "Stomach": (organs.stomach, True),
    "Kidney-L": (lambda: organs.kidney(1), True),
    "Kidney-R": (lambda: organs.kidney(-1), True),
    "Spleen": (organs.spleen, True),
    "Liver": (organs.liver, False),
    "Lung-L": (lambda: organs.lung(1), False),
    "Lung-R": (lambda: organs.lung(-1), False),
}

# An organ is contoured if at least this length of it lies in the scan.
LEAST_EXTENT_MM = 15.0


def _scene(
    name,
    title,
    lesions,
    z_mm,
    *,
    prone,
    carve=(),
    spare=(),
    vessels=(),
    why,
    plannable=True,
    approaches=(),
    activity_mci=0.6,
):
    """The healthy patient with ``lesions`` (shape, HU) painted last, above the layers of ``carve``."""
    many = len(lesions) > 1
    targets = [
        Region(f"Target_{i}" if many else "Target", shape, "GTV", description=text)
        for i, (shape, _, text) in enumerate(lesions, start=1)
    ]
    layers = [*patient(prone), *carve, *(Layer("lesion", shape, hu, 9) for shape, hu, _ in lesions)]
    regions = [Region("External", TorsoShell(), "EXTERNAL", description="skin"), *vessels]
    for organ, (make, avoid) in ORGANS.items():
        shape = make()
        low, high = shape.bounds()
        if organ not in spare and min(high[2], z_mm[1]) - max(low[2], z_mm[0]) >= LEAST_EXTENT_MM:
            regions.append(Region(organ, shape, "ORGAN", avoid))
    return Scene(
        name,
        title,
        tuple(layers),
        (*targets, *regions),
        z_mm,
        plannable,
        why,
        approaches=tuple(approaches),
        activity_mci=activity_mci,
    )


def lung_nodule(prone: bool) -> Scene:
    """A nodule in the outer right lung, partly in the shadow of the ribs."""
    lesion = Lobulated(12.5, 0.12, 0.6).at(-92, 30, 151.3)
    text = "ball of 12.5 mm with smooth bumps, in lung"
    return _scene(
        "lung_nodule",
        "Nodule in the right lung behind the ribs",
        [(lesion, LUNG_LESION_HU, text)],
        (55, 245),
        prone=prone,
        why="reached from the front, through the cartilage where the bone of the ribs ends",
        approaches=[(0, 1, 0), (-0.17, 0.98, 0)],
    )


def small_lung_nodule(prone: bool) -> Scene:
    """Half a cubic centimetre in the left lung."""
    lesion = Sphere(1.0).with_volume(500.0).at(88, 34, 139.4)
    return _scene(
        "small_lung_nodule",
        "Nodule of 0.5 cc in the left lung",
        [(lesion, LUNG_LESION_HU, "ball of 0.5 cc, in lung")],
        (60, 220),
        prone=prone,
        why="small enough for one gap between two ribs",
        approaches=[(-0.64, 0.77, 0)],
        # Two seeds 10 mm apart are all that its 10 mm hold; with 0.6 mCi each they give half of 120 Gy.
        activity_mci=1.3,
    )


def _liver_scene(name, title, lesion, text, prone):
    vessels = [
        Region("Portal-Vein", organs.liver_vessels(), "ORGAN", True, "portal and hepatic veins of the liver")
    ]
    return _scene(
        name,
        title,
        [(lesion, LESION_HU - 14, text)],
        (-70, 140),
        prone=prone,
        vessels=vessels,
        why="reached from the front, where the bone of the lowest ribs ends",
        approaches=[(0.17, 0.98, 0), (0.34, 0.94, 0)],
    )


def liver_metastasis(prone: bool) -> Scene:
    """A metastasis of the right lobe, beside branches of the portal vein."""
    lesion = Ellipsoid(18, 15, 17, turn_deg=25, lean_deg=15).at(-104, 2, 21.7)
    title = "Liver metastasis under the ribs, beside portal branches"
    return _liver_scene("liver_metastasis", title, lesion, "turned ellipsoid 18 x 15 x 17 mm", prone)


def large_liver_metastasis(prone: bool) -> Scene:
    """More than 35 cubic centimetres in the right lobe."""
    lesion = Lobulated(20.5, 0.10, 1.1).at(-102, 2, 6.6)
    text = "ball of 20.5 mm with smooth bumps"
    return _liver_scene("large_liver_metastasis", "Large liver metastasis, over 30 cc", lesion, text, prone)


def lymph_node(prone: bool) -> Scene:
    """A node behind the peritoneum, beside aorta and spine."""
    node = Union(Sphere(10).at(0, 0, -5), Sphere(9).at(3, 4, 6), Sphere(7.5).at(-1, -5, 5)).at(35, 18, -73.8)
    return _scene(
        "lymph_node",
        "Retroperitoneal lymph node beside aorta and spine",
        [(node, LESION_HU, "union of balls of 10, 9 and 7.5 mm")],
        (-165, 15),
        prone=prone,
        why="reached from behind and the left, past the transverse processes",
        approaches=[(-0.5, -0.87, 0), (-0.64, -0.77, 0)],
    )


def adrenal(prone: bool) -> Scene:
    """A metastasis of the right adrenal gland, between liver and vena cava."""
    lesion = Ellipsoid(15, 12, 11, turn_deg=20, lean_deg=-8).at(-47, 17, 49.3)
    # The gland's own fat, which the liver gives way to.
    pocket = Difference(Ellipsoid(21, 18, 17, turn_deg=20, lean_deg=-8).at(-47, 17, 49.3), organs.vena_cava())
    return _scene(
        "adrenal",
        "Metastasis of the right adrenal gland",
        [(lesion, LESION_HU, "turned ellipsoid 15 x 12 x 11 mm")],
        (-40, 150),
        prone=prone,
        carve=[Layer("fat", pocket, -98, 10)],
        spare=("Liver",),
        why="reached from the front through the liver",
        approaches=[(0.17, 0.98, 0), (0.34, 0.94, 0), (0, 1, 0)],
    )


def vertebral_metastasis(prone: bool) -> Scene:
    """A lytic metastasis of L2 that has broken through the left side of the vertebra."""
    lesion = Difference(
        Union(Ellipsoid(15, 13, 10.5, turn_deg=40).at(21, 49, -30), Ellipsoid(12, 12, 10).at(33, 60, -30)),
        SpinalCanal(-2.5),
    )
    gap = Difference(
        Union(
            Ellipsoid(19, 17, 13.5, turn_deg=40).at(21, 49, -30),
            Ellipsoid(17, 16, 13).at(33, 62, -29),
            Box([13, 62, -44], [60, 90, -16]),
        ),
        SpinalCanal(-1.5),
    )
    return _scene(
        "vertebral_metastasis",
        "Lytic metastasis of L2 through the left pedicle",
        [(lesion, LYTIC_HU, "union of two ellipsoids without the canal and 2.5 mm around it")],
        (-125, 65),
        prone=prone,
        carve=[Layer("destroyed bone", gap, 55, 10)],
        why="the left pedicle and wall are destroyed: reached from behind and the left through soft tissue",
        approaches=[(-0.64, -0.77, 0), (-0.5, -0.87, 0)],
    )


def abdominal_wall(prone: bool) -> Scene:
    """A metastasis in the muscle of the front wall, over the bowel."""
    lesion = Ellipsoid(19, 9, 15, turn_deg=-14).at(-62, -82, -68.7)
    return _scene(
        "abdominal_wall",
        "Metastasis in the abdominal wall, over the bowel",
        [(lesion, LESION_HU, "turned ellipsoid 19 x 9 x 15 mm")],
        (-150, 20),
        prone=prone,
        why="just below the skin",
        approaches=[(0.17, 0.98, 0), (0, 1, 0)],
    )


def oligometastases(prone: bool) -> Scene:
    """Three lesions: lung, liver, lymph node."""
    lesions = [
        (Sphere(10.5).at(-92, 32, 151.3), LUNG_LESION_HU, "ball of 10.5 mm, in lung"),
        (
            Ellipsoid(17, 15, 16, turn_deg=25).at(-104, 2, 20.8),
            LESION_HU - 14,
            "turned ellipsoid 17 x 15 x 16 mm",
        ),
        (Ellipsoid(11, 12, 13).at(37, 20, -74.1), LESION_HU, "ellipsoid 11 x 12 x 13 mm"),
    ]
    return _scene(
        "oligometastases",
        "Three metastases: lung, liver, lymph node",
        lesions,
        (-140, 215),
        prone=prone,
        why="each is reached as in the phantom of its own",
        approaches=[(0, 1, 0), (-0.17, 0.98, 0), (0.17, 0.98, 0), (-0.5, -0.87, 0), (-0.34, -0.94, 0)],
    )


def walled_in(prone: bool) -> Scene:
    """A lesion of the vertebra L2 closed in by dense bone on all sides."""
    lesion = Sphere(11.0).at(0, 42.0, -30.6)
    shell = Layer("sclerotic shell", Sphere(16.5).at(0, 42.0, -30.6), CORTEX_HU + 150, 40)
    return _scene(
        "walled_in",
        "Lesion of L2 closed in by bone: meant not to be plannable",
        [(lesion, LYTIC_HU, "ball of 11 mm in a closed shell of bone, 5.5 mm thick")],
        (-125, 65),
        prone=prone,
        carve=[shell],
        plannable=False,
        why="every straight path from the skin crosses at least 5 mm of dense bone",
    )


PHANTOMS: dict[str, Callable[[bool], Scene]] = {
    make.__name__: make
    for make in (
        lung_nodule,
        small_lung_nodule,
        liver_metastasis,
        large_liver_metastasis,
        lymph_node,
        adrenal,
        vertebral_metastasis,
        abdominal_wall,
        oligometastases,
        walled_in,
    )
}


# Lesions that are reached from the back: their patients lie on the belly, as for the implant.
_FROM_THE_BACK = ("lung_nodule", "lymph_node", "vertebral_metastasis", "oligometastases")


def usual_position(name: str) -> str:
    """Patient position of a phantom if none is asked for."""
    return "HFP" if name in _FROM_THE_BACK else "HFS"


def names() -> tuple[str, ...]:
    """All phantoms that ``write_phantom`` knows."""
    return tuple(PHANTOMS)


def scene(name: str, *, prone: bool = False) -> Scene:
    """The phantom of that name, lying on the back or on the belly.

    Raises
    ------
    PhantomError
        If there is no phantom of that name.
    """
    if name not in PHANTOMS:
        raise PhantomError(f"no phantom named {name!r}", f"one of: {', '.join(PHANTOMS)}")
    return PHANTOMS[name](prone)


def titles() -> dict[str, str]:
    """One sentence on each phantom, by name."""
    return {name: make(False).title for name, make in PHANTOMS.items()}
