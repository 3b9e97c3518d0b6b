"""A phantom after its patient has moved as a whole: places, contours, image."""

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from phantoms.frame import Frame
from phantoms.layers import Raster, paint
from phantoms.write import CELLS, LEAST_SLICES, ORGAN_CELLS


@dataclass(frozen=True)
class Move:
    """A rigid move from the frame of the plan to that of the new CT: a turn about z, then a shift.

    Parameters
    ----------
    turn_deg : float
        About the axis through ``about_mm``, from x towards y.
    shift_mm : (x, y, z)
    about_mm : (x, y)
    """

    turn_deg: float = 2.0
    shift_mm: tuple[float, float, float] = (4.0, -3.0, 2.3)
    about_mm: tuple[float, float] = (0.0, 0.0)

    def matrix(self) -> np.ndarray:
        """Rotation (3, 3)."""
        c, s = np.cos(np.radians(self.turn_deg)), np.sin(np.radians(self.turn_deg))
        return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])

    def points(self, points_mm) -> np.ndarray:
        """Points (n, 3) moved."""
        about = np.array([*self.about_mm, 0.0])
        return (np.asarray(points_mm, float) - about) @ self.matrix().T + about + self.shift_mm

    def rings(self, rings):
        """Level rings (n, 2) moved within their planes."""
        about = np.array(self.about_mm)
        turn = self.matrix()[:2, :2].T
        return [
            [(ring - about) @ turn + about + np.array(self.shift_mm[:2]) for ring in plane] for plane in rings
        ]

    def after(self, first: "Move") -> "Move":
        """The move that ``first`` and then this one make together."""
        whole = self.turn_deg + first.turn_deg
        turn = Move(whole).matrix()
        # Where the origin ends, with the turn about the origin itself.
        end = self.points(first.points(np.zeros((1, 3))))[0]
        back = np.array([*first.about_mm, 0.0])
        x, y, z = (round(float(v), 9) for v in end + turn @ back - back)
        return Move(whole, (x, y, z), first.about_mm)


STILL = Move(0.0, (0.0, 0.0, 0.0))


def moved_image(scene, raster: Raster, move: Move, seed: int, report) -> np.ndarray:
    """The painted phantom after the move: planes taken at the height they come from, then turned.

    Parameters
    ----------
    scene : Scene
    raster : Raster
        Of the new scan.
    move : Move
    seed : int
        Of the noise.
    report : callable, optional
        Told the fraction done.
    """
    from_z = Raster(raster.x_mm, raster.y_mm, raster.z_mm - move.shift_mm[2])
    volume = paint(scene.layers, from_z, noise_hu=scene.noise_hu, seed=seed, report=report)
    if move == STILL:
        return volume
    # Row, column of the old image for row, column of the new one.
    back = move.matrix()[:2, :2].T
    pixel = float(raster.x_mm[1] - raster.x_mm[0])
    first = np.array([raster.x_mm[0], raster.y_mm[0]])
    about, shift = np.array(move.about_mm), np.array(move.shift_mm[:2])
    offset = (back @ (first - about - shift) + about - first) / pixel
    turn = back[::-1, ::-1]
    for k, plane in enumerate(volume):
        moved = ndimage.affine_transform(
            plane.astype(np.float32), turn, offset[::-1], order=1, mode="constant", cval=-1000
        )
        volume[k] = np.rint(moved)
    return volume


def contoured(scene, frame: Frame, move: Move):
    """The regions that the new scan shows, and their rings, moved."""
    heights = frame.slice_z_mm - move.shift_mm[2]
    rings = {
        r.name: move.rings(r.shape.contours(heights, CELLS if r.kind == "GTV" else ORGAN_CELLS))
        for r in scene.regions
    }
    seen = tuple(r for r in scene.regions if sum(map(bool, rings[r.name])) >= LEAST_SLICES)
    return replace(scene, regions=seen), rings
