"""What a physicist checks by hand beside the engine: a nomogram, one seed at 1 cm, and bounds of the inputs.

Strength of all seeds for the average dimension d (cm) of a volume and 145 Gy (TG-43), two rules:

From POWER_LAW_FROM_CC, about the smallest prostate: 2.15 d^2 U, A. Wu et al., A new power law for
determination of total 125I seed activity for ultrasound-guided prostate implants: Clinical evaluations.  Its
abstract was read (einstein.pure.elsevier.com).  It prints 2.15 d^2 for mCi and 1.69 d^2 for U; as 1 mCi is
1.27 U the two names are interchanged there, and the other way round it gives 1.27 times the strength.

Below: nomogram of L. L. Anderson, Spacing nomograph for interstitial implants of 125I seeds, Med. Phys. 3
(1976) 48-51, as textbooks give it: 5 d mCi up to 2.4 cm, 3.87 d^1.293 above, for 160 Gy in the dosimetry of
that time, which is 145 Gy by TG-43.  No copy of it was read: its coefficients come from memory, and what is
printed says so.

Neither knows of needles: they find a slipped unit, a wrong volume, a decimal point, and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.model import Plan, SourceModel, Strength
from tps.model.moment import hours_between
from tps.model.nuclide import find_nuclide
from tps.model.strength import MOST_HALF_LIVES_AFTER, MOST_HALF_LIVES_BEFORE
from tps.sources.plausible import DOSE_RATE_CONSTANT, HALF_LIFE_TOLERANCE

# Largest dimension (cm), factor (mCi) and exponent of each part of the nomogram.
NOMOGRAM = ((2.4, 5.0, 1.0), (np.inf, 3.87, 1.293))
# Factor (U) and exponent of the power law.
POWER_LAW = (2.15, 2.0)
# Prostates begin about here, and both rules agree within 10 %.
POWER_LAW_FROM_CC = 14.0
NOMOGRAM_GY = 145.0
NOMOGRAM_FOR = "I-125"

# Plans of this and other programs lie within so much of it; metastases are no prostates.
NOMOGRAM_ALLOWED = 0.35

# At 1 cm on the seed's transverse axis g and F are 1 by definition, to the digits of their tables.
ONE_SEED_MM = 10.0
ONE_SEED_ALLOWED = 0.005


@dataclass(frozen=True)
class HandCheck:
    """One number beside another that was found by hand.

    Parameters
    ----------
    what : str
    found, expected : float
    unit : str
    allowed : float
        Relative difference that is no surprise.
    how : str
        Where ``expected`` comes from.
    """

    what: str
    found: float
    expected: float
    unit: str
    allowed: float
    how: str

    @property
    def difference(self) -> float:
        """``found`` over ``expected``, less 1."""
        return self.found / self.expected - 1.0

    @property
    def ok(self) -> bool:
        """Whether it is no surprise."""
        return abs(self.difference) <= self.allowed


@dataclass(frozen=True)
class Bounds:
    """One input and what it may be.

    Parameters
    ----------
    what : str
    value, low, high : float
    unit : str
    """

    what: str
    value: float
    low: float
    high: float
    unit: str = ""

    @property
    def ok(self) -> bool:
        """Whether it lies inside."""
        return self.low <= self.value <= self.high


def rule_strength_u(volume_cc: float, dose_gy: float, u_per_mci: float) -> float:
    """Total air-kerma strength (U) that the published rule for this volume asks for.

    Parameters
    ----------
    volume_cc : float
        Of the target; its average dimension is that of a ball of this volume.
    dose_gy : float
        Minimum peripheral dose, TG-43; the strength is proportional to it.
    u_per_mci : float
    """
    diameter_cm = (6.0 * volume_cc / np.pi) ** (1 / 3)
    if volume_cc >= POWER_LAW_FROM_CC:
        factor, exponent = POWER_LAW
        unit = 1.0
    else:
        factor, exponent = next((f, e) for most, f, e in NOMOGRAM if diameter_cm <= most)
        unit = u_per_mci
    return factor * diameter_cm**exponent * unit * dose_gy / NOMOGRAM_GY


def rule_name(volume_cc: float) -> str:
    """The rule for this volume, and how far it was held against its publication."""
    if volume_cc >= POWER_LAW_FROM_CC:
        return (
            "power law 2.15 d\N{SUPERSCRIPT TWO} U (Wu et al., from its abstract, where mCi and U are"
            " interchanged)"
        )
    return "nomogram (Anderson 1976, not verified against the publication)"


def one_seed_gy(source: SourceModel, strength_u: float) -> float:
    """Total dose (Gy) 1 cm beside one seed, by hand: S_K, the dose-rate constant and the mean life."""
    return strength_u * source.dose_rate_constant * source.half_life_h / 0.693147 / 100.0


def hand_checks(
    plan: Plan, source: SourceModel, strength: Strength, volumes_cc: dict[str, float], engine
) -> tuple[HandCheck, ...]:
    """The checks of a plan; none of a plan without seeds.

    Parameters
    ----------
    plan : Plan
    source : SourceModel
    strength : Strength
        As stated: gives the factor to mCi.
    volumes_cc : dict of str to float
        Of the plan's targets.
    engine : DoseEngine
    """
    if not plan.seeds:
        return ()
    seed = plan.seeds[0]
    across = np.cross(seed.direction, np.eye(3)[np.abs(seed.direction).argmin()])
    point = seed.position_mm + ONE_SEED_MM * across / np.linalg.norm(across)
    checks = [
        HandCheck(
            "Dose of one seed 1 cm beside it",
            float(engine.dose_gy(point[None], [seed], exact=True)[0]),
            one_seed_gy(source, seed.strength_u),
            "Gy",
            ONE_SEED_ALLOWED,
            f"{seed.strength_u:.3f} U x {source.dose_rate_constant:g} cGy/(h U) x"
            f" {source.half_life_h:.1f} h / ln 2",
        )
    ]
    nuclide = find_nuclide(source.isotope)
    if nuclide is None or nuclide.name != NOMOGRAM_FOR or strength.factor is None:
        return tuple(checks)
    for name, total in _strength_by_target(plan).items():
        if name in volumes_cc and total > 0:
            checks.append(
                HandCheck(
                    f"Strength of all seeds for {name}",
                    total,
                    rule_strength_u(volumes_cc[name], plan.prescription.dose_gy, strength.factor),
                    "U",
                    NOMOGRAM_ALLOWED,
                    f"{rule_name(volumes_cc[name])} for {volumes_cc[name]:.1f} cm\N{SUPERSCRIPT THREE} and"
                    f" {plan.prescription.dose_gy:g} Gy",
                )
            )
    return tuple(checks)


def _strength_by_target(plan: Plan) -> dict[str, float]:
    """Strength (U) of the seeds whose needle serves each target; of a single target all of them."""
    if len(plan.targets) == 1:
        return {plan.targets[0]: sum(s.strength_u for s in plan.seeds)}
    serves = {n.id: n.target for n in plan.needles}
    return {t: sum(s.strength_u for s in plan.seeds if serves[s.needle] == t) for t in plan.targets}


def input_bounds(plan: Plan, source: SourceModel, strength: Strength) -> tuple[Bounds, ...]:
    """What went into the dose, and what it may be."""
    nuclide = find_nuclide(source.isotope)
    if nuclide is None:
        return ()
    days, limits = nuclide.half_life_days, DOSE_RATE_CONSTANT[nuclide.name]
    found = [
        Bounds(
            f"Half-life of {nuclide.name}",
            source.half_life_h / 24,
            days * (1 - HALF_LIFE_TOLERANCE),
            days * (1 + HALF_LIFE_TOLERANCE),
            "d",
        ),
        Bounds("Dose-rate constant", source.dose_rate_constant, limits.low, limits.high, "cGy/(h U)"),
    ]
    for value in sorted({round(s.strength_u, 6) for s in plan.seeds}):
        found.append(Bounds("Strength of a seed at the implant", value, *nuclide.usual_u, "U"))
    if strength.at is not None and strength.calibrated_at is not None:
        between = hours_between(strength.calibrated_at, strength.at, "calibration and implant") / 24
        low, high = -MOST_HALF_LIVES_AFTER * days, MOST_HALF_LIVES_BEFORE * days
        found.append(Bounds("From calibration to implant", between, low, high, "d"))
    return tuple(found)


def check_entries(hand: Sequence[HandCheck], bounds: Sequence[Bounds]) -> dict:
    """``checks`` of plan.json."""
    return {
        "hand": [
            {
                "what": c.what,
                "found": float(f"{c.found:.6g}"),
                "expected": float(f"{c.expected:.6g}"),
                "unit": c.unit,
                "allowed": c.allowed,
                "ok": c.ok,
                "how": c.how,
            }
            for c in hand
        ],
        "plausibility": [
            {
                "what": b.what,
                "value": float(f"{b.value:.6g}"),
                "low": float(f"{b.low:.6g}"),
                "high": float(f"{b.high:.6g}"),
                "unit": b.unit,
                "ok": b.ok,
            }
            for b in bounds
        ],
    }
