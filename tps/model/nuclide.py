"""The nuclides of seeds that stay for good: what depends on the nuclide alone, in one table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nuclide:
    """One nuclide.

    Parameters
    ----------
    name, word : str
        ``I-125`` and ``Iodine-125``.
    half_life_days : float
    u_per_mci : float or None
        Air-kerma strength per apparent activity; None where none is published.
    strongest_u : float
        Seeds for permanent implants are sold up to about this strength (U): more is not worth advising.
    usual_u : tuple of float
        Strengths (U) that seeds for permanent implants have; outside, the unit is worth a look.
    factor_published : bool
        ``u_per_mci`` stands in a report that was read; otherwise every strength in mCi says that it does not.
    """

    name: str
    word: str
    half_life_days: float
    u_per_mci: float | None
    strongest_u: float
    usual_u: tuple[float, float]
    factor_published: bool = True


# Half-lives: AAPM TG-43U1 (doi:10.1118/1.1646040), section II; Cs-131: TG-43U1S2 (doi:10.1002/mp.12430).
# U/mCi: I-125 and Pd-103: AAPM TG-43 (Nath et al. 1995, doi:10.1118/1.597458).  Cs-131: 0.6378 as the seeds'
# maker is said to use (IsoRay: 1 U = 1.568 mCi); not verified: no publication of it was read, and the
# photons of the bare nuclide give 0.56.  A certificate's own factor goes before each of them: apparent
# activity has no other meaning than the factor it was computed with.
# Usual strengths: around those in use for the prostate (AAPM TG-137, Nath et al. 2009, Med. Phys. 36:5310),
# widened to the stronger seeds of other sites.  Permanent seeds of I-125 are sold up to about 1 mCi.
NUCLIDES = {
    n.name: n
    for n in (
        Nuclide("I-125", "Iodine-125", 59.40, 1.270, 1.3, (0.2, 2.0)),
        Nuclide("Pd-103", "Palladium-103", 16.991, 1.293, 4.0, (0.8, 4.0)),
        Nuclide("Cs-131", "Cesium-131", 9.689, 0.6378, 4.5, (0.8, 4.5), factor_published=False),
    )
}

_ELEMENTS = {"IODINE": "I", "PALLADIUM": "PD", "CESIUM": "CS", "CAESIUM": "CS"}


def find_nuclide(text: str) -> Nuclide | None:
    """The nuclide called ``I-125``, ``125I``, ``Iodine-125`` and the like; None if it is not in the table."""

    def plain(name: str) -> tuple[str, str]:
        letters = "".join(c for c in name if c.isalpha()).upper()
        return _ELEMENTS.get(letters, letters), "".join(c for c in name if c.isdigit())

    return next((n for n in NUCLIDES.values() if plain(n.name) == plain(text)), None)
