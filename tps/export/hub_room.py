"""How much room a needle's hub has in the gantry and over the table, for the scan that shows it in place.

The axis of the gantry is taken to be the line x = y = 0 of the scan: the scanner's own coordinates put it
there, and the lasers meet there.  A scan whose coordinates were changed since tells it wrong by as much as it
does the laser.
"""

from dataclasses import dataclass

import numpy as np

from tps.model import Grid, Needle, Protocol

# Behind the shaft: a hub with its wings, mm.
HUB_MM = 25.0


@dataclass(frozen=True)
class HubRoom:
    """Lengths of one needle that is in to its full depth.

    Parameters
    ----------
    gantry_mm : float or None
        From the hub's end to the wall of the bore, below 0 where it does not fit; None where the patient lies
        otherwise than in the scan.
    bore_mm : float
        Diameter of the bore.
    table_mm : float or None
        From the hub's end down to the table; None where none is seen below the entry.
    """

    gantry_mm: float | None
    bore_mm: float
    table_mm: float | None


def hub_room(
    needle: Needle,
    outside_mm: float,
    grid: Grid,
    protocol: Protocol,
    up,
    table_mm: float | None,
    as_scanned: bool = True,
) -> HubRoom:
    """The room around the hub of a needle.

    Parameters
    ----------
    needle : Needle
    outside_mm : float
        Length of its shaft outside the skin.
    grid : Grid
        Of the CT.
    protocol : Protocol
        Says how wide the bore is.
    up : (3,) float
        Away from the floor.
    table_mm : float or None
        Height of the entry over the table.
    as_scanned : bool
        Whether the patient lies as in the scan.
    """
    outward = -needle.direction
    end = needle.entry_mm + (outside_mm + HUB_MM) * outward
    off_axis = float(np.hypot(*(end @ grid.axes[:2].T)))
    rise = (outside_mm + HUB_MM) * float(outward @ np.asarray(up, float))
    return HubRoom(
        gantry_mm=protocol.gantry_bore_mm / 2 - off_axis if as_scanned else None,
        bore_mm=protocol.gantry_bore_mm,
        table_mm=None if table_mm is None else table_mm + rise,
    )
