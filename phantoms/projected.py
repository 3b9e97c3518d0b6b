"""Metal by projection: rays of several energies through rods and capsules, then filtered back-projection.

Saturation, dark bands between seeds and star-like streaks come out of this as they do in a scanner, and so
does a brightness that depends on how a seed lies; the fast level (``phantoms.scanner``) only paints them.
Parallel beams; the intensity is averaged over a detector element, its logarithm over the rows that make a
slice; no scatter, no photon noise.
"""

import numpy as np

from phantoms.scanner import Scanner
from phantoms.seed_looks import SeedLook

# Six lines that stand for a 120 kV spectrum behind the body: energies 40, 50, 60, 70, 85, 105 keV.
# Attenuation (1/mm) from NIST mass attenuation coefficients, rounded.
WEIGHTS = np.array([0.08, 0.20, 0.24, 0.20, 0.18, 0.10])
WATER = np.array([0.0268, 0.0227, 0.0206, 0.0193, 0.0180, 0.0168])
ATTENUATION = {
    "silver": 1.049 * np.array([17.2, 9.44, 5.77, 3.80, 2.25, 1.30]),
    "titanium": 0.451 * np.array([2.21, 1.21, 0.766, 0.54, 0.36, 0.255]),
}

# Water that hardens the beam before it meets metal, mm.
BODY_MM = 250.0

# Detector elements at the axis of rotation: their width and the rays that stand for one; along z the distance
# of the rays and how many make the height of a row (0.6 mm), read at every such step as in a spiral scan.
ANGLES, BIN_MM, RAYS_A_BIN = 360, 0.5, 3
STEP_MM, RAYS_A_ROW = 0.10, 6

# About the middle of the seeds; streaks farther away are faint.
HALF_SIDE_MM = 60.0


def add_projected(hu: np.ndarray, raster, seeds, look: SeedLook, scanner: Scanner) -> None:
    """Add seeds to ``hu`` (nz, ny, nx) float32, in place.

    Parameters
    ----------
    hu : (nz, ny, nx) float array
    raster : Raster
    seeds : sequence of StampedSeed
    look : SeedLook
        Its marker and capsule must be of ``ATTENUATION``'s materials.
    scanner : Scanner
        Blur and thickness are used.
    """
    if not len(seeds):
        return
    middle = np.mean([s.position_mm[:2] for s in seeds], axis=0)
    i = np.flatnonzero(np.abs(raster.x_mm - middle[0]) <= HALF_SIDE_MM)
    j = np.flatnonzero(np.abs(raster.y_mm - middle[1]) <= HALF_SIDE_MM)
    x, y = raster.x_mm[i] - middle[0], raster.y_mm[j] - middle[1]
    for k, z in enumerate(raster.z_mm):
        added = _slice(x, y, z, middle, seeds, look, scanner)
        if added is not None:
            hu[k, j[0] : j[-1] + 1, i[0] : i[-1] + 1] += added


def _slice(x, y, z, middle, seeds, look: SeedLook, scanner: Scanner):
    """Excess HU (ny, nx) of one slice; None where no seed reaches into it."""
    reach = look.capsule_mm[0] / 2 + scanner.slice_mm / 2
    breath = scanner.breathing.reach_mm if scanner.breathing else 0.0
    near = [
        s
        for s in seeds
        if abs(s.position_mm[2] - z) < reach * abs(s.direction[2]) + scanner.slice_mm / 2 + 0.5 + breath
    ]
    if not near:
        return None
    angles = np.pi * np.arange(ANGLES) / ANGLES
    # Half a rotation makes the image; each view sees a seed where it is at that moment.
    moved = scanner.breathing.within_slice_mm(z, ANGLES) if scanner.breathing else np.zeros((ANGLES, 3))
    half = int(np.ceil(HALF_SIDE_MM * 1.45 / BIN_MM))
    bins = np.arange(-half, half + 1) * BIN_MM
    rays = (bins[:, None] + ((np.arange(RAYS_A_BIN) + 0.5) / RAYS_A_BIN - 0.5) * BIN_MM).ravel()
    rows = max(1, int(round(scanner.slice_mm / STEP_MM)))
    count = rows + RAYS_A_ROW - 1
    levels = z + (np.arange(count) - (count - 1) / 2) * (scanner.slice_mm / rows)
    spectrum = WEIGHTS * np.exp(-WATER * BODY_MM)
    spectrum /= spectrum.sum()
    projection = np.zeros((ANGLES, len(bins)))
    last: list[np.ndarray] = []
    for level in levels:
        paths = {m: np.zeros((ANGLES, len(rays))) for m in {look.marker, look.capsule}}
        for one in near:
            _add_paths(paths, angles, rays, level, one, moved - [*middle, 0.0], look)
        left = np.ones((ANGLES, len(rays)))
        shadow = np.sum(list(paths.values()), axis=0) > 0
        left[shadow] = 0
        for e, weight in enumerate(spectrum):
            depth = sum(ATTENUATION[m][e] * p[shadow] for m, p in paths.items())
            left[shadow] += weight * np.exp(-depth)
        last = [*last[1 - RAYS_A_ROW :], left.reshape(ANGLES, len(bins), RAYS_A_BIN).mean(axis=2)]
        if len(last) == RAYS_A_ROW:
            projection -= np.log(np.mean(last, axis=0)) / rows
    return _back_projected(projection, bins, angles, x, y, scanner.blur_mm) / _water() * 1000


def _water() -> float:
    """Attenuation of water for the hardened beam, 1/mm."""
    spectrum = WEIGHTS * np.exp(-WATER * BODY_MM)
    return float((spectrum * WATER).sum() / spectrum.sum())


def _add_paths(paths, angles, rays, level, one, shift, look: SeedLook) -> None:
    """Add the lengths of all rays of one level within a seed's rod and the wall of its capsule, mm.

    Parameters
    ----------
    paths : dict of material to (views, rays)
    angles : (views,)
    rays : (rays,)
        Distances from the axis of rotation.
    level : float
        Height of the rays.
    one : StampedSeed
    shift : (views, 3)
        From its place to that at each view, seen from the axis of rotation.
    look : SeedLook
    """
    length, diameter = look.marker_mm
    outer, width, wall = look.capsule_mm
    centre = one.position_mm + shift - [0, 0, level]
    across = np.column_stack([np.cos(angles), np.sin(angles), np.zeros(len(angles))])
    along = np.column_stack([-np.sin(angles), np.cos(angles), np.zeros(len(angles))])
    reach = outer / 2 + width
    count = int(np.ceil(2 * reach / (rays[1] - rays[0]))) + 1
    first = np.searchsorted(rays, (across * centre).sum(axis=1) - reach)
    index = np.clip(first[:, None] + np.arange(count), 0, len(rays) - 1)
    inside = first[:, None] + np.arange(count) < len(rays)
    offset = _Offsets(rays[index], across, along, centre, one.direction)
    row = np.arange(len(angles))[:, None]
    paths[look.marker][row, index] += inside * offset.chord(length, diameter / 2)
    tube = offset.chord(outer, width / 2) - offset.chord(outer - 2 * wall, width / 2 - wall)
    paths[look.capsule][row, index] += inside * tube


class _Offsets:
    """Lines at distances ``s`` (m, n) from the axis of rotation, seen from a cylinder at a centre (m, 3)."""

    def __init__(self, s, across, along, centre, axis):
        self.vp = (along @ axis)[:, None]
        self.dp = s * (across @ axis)[:, None] - (centre @ axis)[:, None]
        along_centre = (along * centre).sum(axis=1)[:, None]
        square = s * s - 2 * s * (across * centre).sum(axis=1)[:, None] + (centre**2).sum(axis=1)[:, None]
        self.dq2 = square - self.dp**2
        self.b = -along_centre - self.dp * self.vp

    def chord(self, length: float, radius: float) -> np.ndarray:
        """Length (m, n) of each line within a solid cylinder."""
        a = np.maximum(1 - self.vp**2, 1e-9)
        root = np.sqrt(np.maximum(self.b**2 - a * (self.dq2 - radius**2), 0))
        low, high = (-self.b - root) / a, (-self.b + root) / a
        vp = np.where(np.abs(self.vp) < 1e-9, 1e-9, self.vp)
        ends = (-length / 2 - self.dp) / vp, (length / 2 - self.dp) / vp
        low, high = np.maximum(low, np.minimum(*ends)), np.minimum(high, np.maximum(*ends))
        return np.maximum(high - low, 0)


def _back_projected(projection, bins, angles, x, y, blur_mm: float) -> np.ndarray:
    """Image (ny, nx), 1/mm, by a ramp filter with a Gaussian roll-off."""
    size = 2 ** int(np.ceil(np.log2(2 * len(bins))))
    n = np.arange(-size // 2, size // 2)
    kernel = np.zeros(size)
    kernel[n == 0] = 1 / (4 * BIN_MM**2)
    odd = n % 2 == 1
    kernel[odd] = -1 / (np.pi * n[odd] * BIN_MM) ** 2
    frequency = np.fft.rfftfreq(size, BIN_MM)
    ramp = np.fft.rfft(np.fft.ifftshift(kernel)).real * np.exp(-2 * (np.pi * blur_mm * frequency) ** 2)
    filtered = (
        np.fft.irfft(np.fft.rfft(projection, size, axis=1) * ramp, size, axis=1)[:, : len(bins)] * BIN_MM
    )
    image = np.zeros((len(y), len(x)))
    for row, angle in zip(filtered, angles, strict=True):
        s = x[None, :] * np.cos(angle) + y[:, None] * np.sin(angle)
        image += np.interp(s.ravel(), bins, row).reshape(s.shape)
    return image * np.pi / len(angles)
