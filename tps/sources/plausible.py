"""Whether the numbers of a source file can be those of a seed of its nuclide.

The bounds lie around all published consensus data (AAPM TG-43U1, U1S1, U1S2) with room to spare.  They find a
slipped digit, a unit or another nuclide's table; they verify nothing.
"""

from dataclasses import dataclass

import numpy as np

from tps.errors import BadInput
from tps.model.nuclide import NUCLIDES
from tps.sources.schema import SourceFile

# Published half-lives of one nuclide differ by less.
HALF_LIFE_TOLERANCE = 0.005


@dataclass(frozen=True)
class Range:
    """What a value may be, both ends included."""

    low: float
    high: float

    def holds(self, values) -> bool:
        """True if every value lies inside."""
        return bool(np.all((self.low <= np.asarray(values)) & (np.asarray(values) <= self.high)))

    def __str__(self):
        return f"{self.low:g} to {self.high:g}"


# Dose-rate constants in cGy/(h U), and g_L at 5 cm, which tells the nuclides apart.
DOSE_RATE_CONSTANT = {"I-125": Range(0.90, 1.06), "Pd-103": Range(0.62, 0.74), "Cs-131": Range(0.98, 1.12)}
G_AT_5_CM = {"I-125": Range(0.28, 0.50), "Pd-103": Range(0.06, 0.14), "Cs-131": Range(0.42, 0.60)}

ACTIVE_LENGTH_CM = Range(0.1, 0.6)
G = Range(1e-3, 1.6)
# Slope of ln g_L between two nodes, per cm, where the source's own length no longer shapes it.
G_SLOPE, G_SLOPE_FROM_CM = Range(-0.9, 0.3), 0.5
# At 1 cm and beyond; nearer, G_L of a long source makes both large close to its ends.
F_FAR, PHI_FAR, FAR_CM = Range(0.15, 1.15), Range(0.8, 1.05), 1.0
F_NEAR, PHI_NEAR = Range(0.1, 5.0), Range(0.7, 3.0)


def check_plausible(file: SourceFile, where: str) -> None:
    """Refuse a file with values that no seed of its nuclide has.

    Raises
    ------
    BadInput
        Naming the first such field, its value and the bounds.
    """
    nuclide = NUCLIDES[file.isotope]
    tolerance = HALF_LIFE_TOLERANCE * nuclide.half_life_days
    half_life = Range(nuclide.half_life_days - tolerance, nuclide.half_life_days + tolerance)
    found = [
        ("half_life_days", file.half_life_days, half_life),
        ("dose_rate_constant", file.dose_rate_constant, DOSE_RATE_CONSTANT[nuclide.name]),
        ("active_length_cm", file.active_length_cm, ACTIVE_LENGTH_CM),
        *_g_values(file, nuclide.name),
        *_angular_values(file),
    ]
    for field, values, allowed in found:
        if not allowed.holds(values):
            worst = max(np.ravel(values), key=lambda v: max(allowed.low - v, v - allowed.high))
            raise BadInput(
                f"{field} is {worst:.4g}: no {nuclide.name} seed has that",
                where=where,
                expected=str(allowed),
                remedy="check the digits, the unit and the isotope against the publication",
            )


def _g_values(file: SourceFile, isotope: str):
    g = file.radial_dose_function
    r, values = np.array(g.r_cm), np.array(g.g_L)
    yield "radial_dose_function.g_L", values, G
    slope = np.diff(np.log(values)) / np.diff(r)
    yield (
        f"radial_dose_function: slope of ln g_L beyond {G_SLOPE_FROM_CM:g} cm, 1/cm,",
        slope[r[:-1] >= G_SLOPE_FROM_CM],
        G_SLOPE,
    )
    if r[-1] >= 5.0:
        at_5 = np.exp(np.interp(5.0, r, np.log(values)))
        yield "radial_dose_function: g_L at 5 cm", at_5, G_AT_5_CM[isotope]


def _angular_values(file: SourceFile):
    f = file.anisotropy_function
    far = np.array(f.r_cm) >= FAR_CM
    table = np.array(f.F, dtype=float)  # a null, inside the capsule, becomes nan
    known = ~np.isnan(table)
    yield f"anisotropy_function.F at {FAR_CM:g} cm and beyond", table[known & far], F_FAR
    yield "anisotropy_function.F", table[known], F_NEAR
    for name in ("anisotropy_factor", "anisotropy_factor_computed"):
        factor = getattr(file, name)
        if factor is not None:
            r, phi = np.array(factor.r_cm), np.array(factor.phi_an)
            yield f"{name}.phi_an at {FAR_CM:g} cm and beyond", phi[r >= FAR_CM], PHI_FAR
            yield f"{name}.phi_an", phi, PHI_NEAR
