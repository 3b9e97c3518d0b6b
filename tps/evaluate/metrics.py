"""Figures of a target and of an organ.

With TV the target's volume, TV_ref its part at the prescription dose or above, V_ref the whole volume at the
prescription dose or above, in or out of the target:

- CI, conformation number = (TV_ref / TV) (TV_ref / V_ref); 1 is perfect.  A. van't Riet et al., Int. J.
  Radiat. Oncol. Biol. Phys. 37 (1997) 731-736, doi:10.1016/S0360-3016(96)00601-3.
- EI, external volume index = (V_ref - TV_ref) / TV; 0 is perfect.
- HI, dose homogeneity index = (V100 - V150) / V100; 1 is perfect.  EI and HI: C. B. Saw and
  N. Suntharalingam, Int. J. Radiat. Oncol. Biol. Phys. 20 (1991) 135-139, doi:10.1016/0360-3016(91)90150-B.

Where nothing reaches the prescription, CI and HI are 0.
"""

import numpy as np

from tps.evaluate.dvh import Dvh
from tps.evaluate.isodose import Surroundings, matched_peripheral_dose
from tps.model.prescribed_metric import PRESCRIBED_METRICS


def target_metrics(
    dvh: Dvh, surface_dose_gy: np.ndarray, around: Surroundings, reference_gy: float
) -> dict[str, float]:
    """Figures of a target.

    Parameters
    ----------
    dvh : Dvh
        Of the target.
    surface_dose_gy : (n,) float
        Dose at its surface samples.
    around : Surroundings
    reference_gy : float
        Prescription dose, to which V90, V100, V150, V200 and the indices refer.

    Returns
    -------
    dict
        Keys as in ``Evaluation.metrics``.  ``d100_gy`` is the lowest dose anywhere in the target, its surface
        and the cold spots between its samples included; never above ``minimum_peripheral_dose_gy``.
    """
    minimum = float(np.min(surface_dose_gy))
    v = {percent: dvh.fraction_at_dose(percent / 100 * reference_gy) for percent in (90, 100, 150, 200)}
    prescribable = {
        m.key: dvh.d_at_fraction(m.volume_fraction)
        for m in PRESCRIBED_METRICS.values()
        if m.volume_fraction is not None
    }
    inner_cc = v[100] * dvh.total_cc
    outer_cc = around.volume_at_dose_mm3(reference_gy) / 1000.0
    return {
        "volume_cc": dvh.total_cc,
        "minimum_peripheral_dose_gy": minimum,
        "matched_peripheral_dose_gy": matched_peripheral_dose(dvh, around),
        **prescribable,
        "d100_gy": dvh.d_at_fraction(1.0),
        "mean_gy": dvh.mean_gy,
        "v90": v[90],
        "v100": v[100],
        "v150": v[150],
        "v200": v[200],
        "ci": v[100] * inner_cc / (inner_cc + outer_cc) if inner_cc > 0 else 0.0,
        "ei": outer_cc / dvh.total_cc,
        "hi": (v[100] - v[150]) / v[100] if v[100] > 0 else 0.0,
    }


def hottest_part_gy(metrics: dict[str, float]) -> float:
    """D0.1cc of an organ; its highest dose where it is smaller than that."""
    dose = metrics["d0.1cc_gy"]
    return metrics["max_gy"] if np.isnan(dose) else dose


def organ_metrics(dvh: Dvh) -> dict[str, float]:
    """Figures of an organ: ``volume_cc``, ``mean_gy``, ``max_gy``, ``d0.1cc_gy``, ``d1cc_gy``, ``d2cc_gy``.

    ``max_gy`` is the highest dose anywhere in it, between its samples too.

    A dose to more than the organ's whole volume is none: nan.
    """
    return {
        "volume_cc": dvh.total_cc,
        "mean_gy": dvh.mean_gy,
        "max_gy": dvh.max_gy,
        "d0.1cc_gy": dvh.d_at_volume_cc(0.1),
        "d1cc_gy": dvh.d_at_volume_cc(1.0),
        "d2cc_gy": dvh.d_at_volume_cc(2.0),
    }


def skin_metrics(dvh: Dvh) -> dict[str, float]:
    """Figures of the skin near the targets: an organ's, and ``d10cc_gy``; its volume is of that part."""
    return organ_metrics(dvh) | {"d10cc_gy": dvh.d_at_volume_cc(10.0)}
