"""What a phantom is before it becomes files: layers, regions to be contoured, and what is true of them."""

from dataclasses import dataclass, field, replace

from phantoms.layers import Layer
from phantoms.shapes import Shape


@dataclass(frozen=True)
class Region:
    """A region of interest.

    Parameters
    ----------
    name : str
    shape : Shape
    kind : {"GTV", "ORGAN", "EXTERNAL"}
        RT ROI Interpreted Type.
    avoid : bool
        Whether a needle has to keep away from it.
    description : str
        How its surface is defined, for ``truth.json``.
    """

    name: str
    shape: Shape
    kind: str = "ORGAN"
    avoid: bool = False
    description: str = ""


@dataclass(frozen=True)
class Scene:
    """A phantom patient.

    Parameters
    ----------
    name, title : str
        Identifier, and one sentence for people.
    layers : tuple of Layer
        From the lowest to the topmost.
    regions : tuple of Region
        Targets first.
    z_mm : (low, high)
        Extent of the scan.
    plannable : bool
        Whether needles can reach all of every target.
    why : str
        Reason for ``plannable``.
    pixels, pixel_mm : (columns, rows) and float
        In-plane raster.
    noise_hu : float
    approaches : tuple of (x, y, z)
        Directions, pointing inwards, along which a target is meant to be reachable; not unit vectors.
    activity_mci : float
        Per seed, I-125, with which 120 Gy on the whole surface are meant to be reached.
    """

    name: str
    title: str
    layers: tuple[Layer, ...]
    regions: tuple[Region, ...]
    z_mm: tuple[float, float]
    plannable: bool = True
    why: str = ""
    pixels: tuple[int, int] = (384, 352)
    pixel_mm: float = 0.9
    noise_hu: float = 8.0
    approaches: tuple[tuple[float, float, float], ...] = field(default=())
    activity_mci: float = 0.6

    @property
    def targets(self) -> tuple[Region, ...]:
        """The regions that are to be treated."""
        return tuple(region for region in self.regions if region.kind == "GTV")

    def healthy(self) -> "Scene":
        """The same scan without lesions and targets (what they destroyed stays destroyed)."""
        return replace(
            self,
            name=f"{self.name}_healthy",
            title=f"{self.title}: without the lesions",
            layers=tuple(layer for layer in self.layers if layer.name != "lesion"),
            regions=tuple(region for region in self.regions if region.kind != "GTV"),
            plannable=False,
            why="there is no target",
            approaches=(),
        )
