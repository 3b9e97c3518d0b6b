"""After the implant: where the seeds are, by the CT made then."""

from tps.postimplant.locate import FoundSeed, Located, locate_seeds
from tps.postimplant.marker import Marker, marker_of

__all__ = ["FoundSeed", "Located", "Marker", "locate_seeds", "marker_of"]
