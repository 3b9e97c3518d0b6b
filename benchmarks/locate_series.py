"""The ladder of series with synthetic seeds: easy to hard, in phantoms and in real CT, 1 to 5 mm."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from phantoms.breathing import Breathing
from phantoms.implant_errors import EASY, Errors, decoys_near, implanted, planned_rows
from phantoms.layers import Raster
from phantoms.scanner import EXTENDED_HU, TWELVE_BIT_HU, Scanner, resliced
from phantoms.seed_looks import look_of
from phantoms.stamp import Decoy, StampedSeed, shown_mm, stamp
from phantoms.swelling import Swelling
from tps.model import Grid, Volume
from tps.postimplant.series import stated_thickness

# Real CTs lie beside the checkout; where they do not, their series are left out.
REAL = Path(__file__).resolve().parents[2] / "shared" / "data"

TISSUE_HU = 45.0

# The ball that swells, about the middle of the implant.
SWOLLEN_MM = 25.0


@dataclass(frozen=True)
class Series:
    """One CT to be made.

    Parameters
    ----------
    name : str
    slice_mm : float
    seeds : int
    errors : Errors
    clip_hu : float
    real : str
        Folder of a real CT within ``REAL``; "" for plain tissue.
    centre_mm : (3,)
        Of the implant.
    projected : bool
        Seeds by projection of several energies instead of the fast level.
    wide : bool
        512 x 512 pixels and 100 slices.
    breathing : Breathing, optional
        Errors are then counted from where the scan shows a seed.
    swelling : tuple of float, optional
        Growth along x, y, z of the implant's ball since the plan.
    draw : int, optional
        Of everything random; default: the place in the ladder.
    """

    name: str
    slice_mm: float
    seeds: int = 40
    errors: Errors = Errors()
    clip_hu: float = TWELVE_BIT_HU
    real: str = ""
    centre_mm: tuple[float, float, float] = (2.2, 1.1, 0.7)
    projected: bool = False
    wide: bool = False
    breathing: Breathing | None = None
    swelling: tuple[float, float, float] | None = None
    draw: int | None = None


# Real CTs without seeds: name, folder, whether it has to be straightened first.
UNSEEDED = (
    ("head CT, teeth and clips", "head-tilt-ge/ct", True),
    ("thigh CT", "limb-sts-002/ct", False),
    ("calf CT", "limb-sts-025/ct", False),
    ("liver CT with contrast", "liver-crlm-1006/ct", False),
    ("chest CT", "lung-4d-113/ct", False),
)

HOT = Errors(deposits=4, droplets=6, clips=3)
PROJECTED = Errors(migrated=0)
QUADS = Errors(quads=3, triples=2, pairs=2)
BREATH = Breathing((0.0, 2.0, 6.0))

LADDER = (
    Series("easy", 1.0, 16, EASY),
    Series("easy", 2.5, 16, EASY),
    Series("easy", 5.0, 16, EASY),
    Series("touching, decoys", 1.0),
    Series("touching, decoys", 2.5),
    Series("touching, decoys", 5.0),
    Series("the same, extended scale", 1.0, clip_hu=EXTENDED_HU),
    Series("the same, extended scale", 2.5, clip_hu=EXTENDED_HU),
    Series("the same, extended scale", 5.0, clip_hu=EXTENDED_HU),
    Series("hot deposits, clips", 2.5, errors=HOT),
    Series("hot deposits, clips", 5.0, errors=HOT),
    Series("projected metal", 1.0, 16, PROJECTED, projected=True),
    Series("projected metal", 2.5, 16, PROJECTED, projected=True),
    Series("projected metal", 5.0, 16, PROJECTED, projected=True),
    Series("projected metal, other draws", 1.0, 16, PROJECTED, projected=True, draw=201),
    Series("projected metal, other draws", 2.5, 16, PROJECTED, projected=True, draw=201),
    Series("projected metal, other draws", 5.0, 16, PROJECTED, projected=True, draw=201),
    Series("quads", 1.0, errors=QUADS),
    Series("quads", 2.5, errors=QUADS),
    Series("quads", 5.0, errors=QUADS),
    Series("breath of 6 mm", 2.5, 30, breathing=BREATH),
    Series("swollen since the plan", 2.5, 30, swelling=(0.08, 0.05, 0.03)),
    Series("real chest CT", 3.0, 40, real="lung-4d-113/ct"),
    Series("real chest CT", 6.0, 40, real="lung-4d-113/ct"),
    Series("real thigh CT", 3.27, 30, real="limb-sts-002/ct"),
    Series("60 seeds, 100 slices of 512 x 512", 2.5, 60, wide=True),
)
QUICK = tuple(s for s in LADDER if not s.real and not s.projected and s.slice_mm == 2.5)


def unseeded(folder: str, straighten: bool):
    """A real CT without seeds and the thickness its header states; None where it is not on this machine."""
    if not (REAL / folder).is_dir():
        return None
    from tps.pipeline.load import load_case

    case = load_case(REAL / folder, resample=straighten)
    return case.ct, stated_thickness(case.identity.slice_thickness_mm, straighten)


def make(series: Series, seed: int) -> tuple[Volume, list[StampedSeed], list[Decoy]] | None:
    """The CT, its seeds and decoys; None where the real CT is not on this machine.

    Parameters
    ----------
    series : Series
    seed : int
        Of everything drawn.
    """
    found = _behind(series)
    if found is None:
        return None
    hu, raster, centre = found
    seed = seed if series.draw is None else series.draw
    rng = np.random.default_rng([seed, 3])
    pitch = 14.0 if series.errors is EASY else 10.0
    plan = planned_rows(centre, (0.9, 0.4, 0.1), series.seeds, pitch)
    seeds, _ = implanted(plan, series.errors, rng)
    if series.swelling is not None:
        x, y, z = (float(v) for v in centre)
        grown = Swelling((x, y, z), SWOLLEN_MM, series.swelling)
        seeds = [
            replace(
                s,
                position_mm=grown.points(s.position_mm[None])[0],
                direction=grown.direction(s.position_mm, s.direction),
            )
            for s in seeds
        ]
    decoys = decoys_near(centre, seeds, series.errors, rng)
    noise = 0.0 if series.real else 12.0
    # A real scan whose metal ends at its own highest value goes on doing so.
    top = min(series.clip_hu, float(hu.max())) if series.real and hu.max() > 1900 else series.clip_hu
    scanner = Scanner(slice_mm=series.slice_mm, clip_hu=top, noise_hu=noise, breathing=series.breathing)
    image = stamp(hu, raster, seeds, look_of("6711"), scanner, decoys, seed, series.projected)
    seeds = [replace(s, position_mm=shown_mm(s, look_of("6711"), raster, scanner)) for s in seeds]
    seeds = [s for s in seeds if _in_scan(s.position_mm, raster)]
    origin = [raster.x_mm[0], raster.y_mm[0], raster.z_mm[0]]
    pixel = raster.x_mm[1] - raster.x_mm[0]
    grid = Grid(origin, [pixel, raster.y_mm[1] - raster.y_mm[0], series.slice_mm], image.shape)
    return Volume(grid, image, "HU"), seeds, decoys


def _in_scan(place_mm, raster: Raster) -> bool:
    """Whether a scan shows a place; one seed of a small one migrated out of it."""
    axes = (raster.x_mm, raster.y_mm, raster.z_mm)
    return all(a[0] <= v <= a[-1] for a, v in zip(axes, place_mm, strict=True))


def _behind(series: Series):
    """The CT without seeds, its raster, and the centre of the implant."""
    if not series.real:
        half, tall = (191.7, 49.5 * series.slice_mm) if series.wide else (60.0, 50.0)
        side = np.arange(-half, half + 0.01, 0.75)
        raster = Raster(side, side, np.arange(-tall, tall + 0.01, series.slice_mm))
        return np.full(raster.shape, TISSUE_HU, np.float32), raster, np.array(series.centre_mm)
    if not (REAL / series.real).is_dir():
        return None
    from tps.pipeline.load import load_case

    ct = load_case(REAL / series.real).ct
    grid = ct.grid
    first, last = grid.index_to_world(np.array([[0, 0, 0], np.array(grid.shape[::-1]) - 1]))
    x, y, z = (np.linspace(a, b, n) for a, b, n in zip(first, last, grid.shape[::-1], strict=True))
    hu = ct.values.astype(np.float32)
    if series.slice_mm > 1.5 * grid.spacing_mm[2]:
        hu, z = resliced(hu, z, series.slice_mm)
    return hu, Raster(x, y, z), _soft_place(hu, Raster(x, y, z))


def _soft_place(hu: np.ndarray, raster: Raster) -> np.ndarray:
    """A place deep in soft tissue near the middle of the scan, for the implant's centre."""
    from scipy import ndimage

    coarse = hu[:, ::4, ::4]
    tissue = ((coarse > -150) & (coarse < 2000)).astype(np.float32)
    pixel, step = 4 * (raster.x_mm[1] - raster.x_mm[0]), raster.z_mm[1] - raster.z_mm[0]
    dense = ndimage.uniform_filter(
        tissue, [max(1, int(60 / step)), int(70 / pixel), int(70 / pixel)], mode="constant"
    )
    k, j, i = np.unravel_index(int(np.argmax(dense)), dense.shape)
    return np.array([raster.x_mm[4 * i], raster.y_mm[4 * j], raster.z_mm[k]])
