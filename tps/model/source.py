"""A seed model with its TG-43 consensus data."""

from dataclasses import dataclass

import numpy as np

from tps.model.grid import frozen_array

# Stands in the place of a level for data that the user brought along.
USER_LEVEL = "user"


@dataclass(frozen=True, eq=False)
class SourceModel:
    """Dosimetric data of one seed model (AAPM TG-43U1 and supplements), lengths in mm.

    Parameters
    ----------
    name : str
        Short name used on the command line, e.g. ``i125_6711``.
    model, manufacturer, isotope : str
    half_life_h : float
    dose_rate_constant : float
        Lambda, cGy/(h U).
    active_length_mm : float
        L, the one that belongs to this g_L.
    g_r_mm, g_l : (n,) float
        Radial dose function for the line-source geometry function.
    f_r_mm, f_theta_deg, f : (m,), (k,) and (k, m) float
        Anisotropy function; angles 0-90 degrees.
    phi_r_mm, phi_an : (p,) float
        1D anisotropy function.
    phi_is_published : bool
        False where it was integrated from F.
    capsule_radius_mm, capsule_half_length_mm : float
        Outer capsule; no dose is defined inside.
    level : {"A", "B", "C", "D", "user"}
        How well the data are verified; "user" for a file of the user's own, whatever it says of itself.
    level_text, citation : str
    file_sha256 : str
        Of the file the data were read from; "" for data from no file.
    monte_carlo_constant : float or None
        Another dose-rate constant of the model, by Monte Carlo alone, where the file states one; not used.
    """

    name: str
    model: str
    manufacturer: str
    isotope: str
    half_life_h: float
    dose_rate_constant: float
    active_length_mm: float
    g_r_mm: np.ndarray
    g_l: np.ndarray
    f_r_mm: np.ndarray
    f_theta_deg: np.ndarray
    f: np.ndarray
    phi_r_mm: np.ndarray
    phi_an: np.ndarray
    phi_is_published: bool
    capsule_radius_mm: float
    capsule_half_length_mm: float
    level: str
    level_text: str
    citation: str
    file_sha256: str = ""
    monte_carlo_constant: float | None = None

    def __post_init__(self):
        for name in ("g_r_mm", "g_l", "f_r_mm", "f_theta_deg", "phi_r_mm", "phi_an"):
            object.__setattr__(self, name, frozen_array(getattr(self, name), (None,), name))
        object.__setattr__(self, "f", frozen_array(self.f, (len(self.f_theta_deg), len(self.f_r_mm)), "f"))

    @property
    def capsule_length_mm(self) -> float:
        """From end to end."""
        return 2.0 * self.capsule_half_length_mm

    @property
    def is_demonstration(self) -> bool:
        """True for data not verified well enough to plan with (levels C and D, or the user's own)."""
        return self.level not in ("A", "B")

    @property
    def standing(self) -> str:
        """What must be said of the data wherever they are used; "" for verified ones."""
        if self.level == USER_LEVEL:
            return "user, unverified"
        return "demonstration, unverified" if self.is_demonstration else ""

    @property
    def mean_life_h(self) -> float:
        """Half-life / ln 2: total dose of a permanent implant = initial dose rate x mean life."""
        return self.half_life_h / float(np.log(2.0))
