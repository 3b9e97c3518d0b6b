"""What a source file holds, as the publications print it (cm, degrees, days), and the checks it must pass."""

from typing import Annotated, Literal, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

Positive = Annotated[FiniteFloat, Field(gt=0)]

# A published g_L is normalised to 1 at 1 cm and F to 1 at 90 degrees; tables carry 3 digits.
NORMALISATION_TOLERANCE = 0.002


def _increasing(values, what: str) -> None:
    if len(values) < 2:
        raise ValueError(f"{what} has {len(values)} value(s), at least 2 are needed")
    if np.any(np.diff(values) <= 0):
        raise ValueError(f"{what} must increase strictly, found {values}")


def _same_length(values, nodes, what: str) -> None:
    if len(values) != len(nodes):
        raise ValueError(f"{what} has {len(values)} values for {len(nodes)} radii")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False)


class RadialDoseFunction(_Part):
    """g_L(r)."""

    type: str = ""
    r_cm: list[Positive]
    g_L: list[Positive]

    @model_validator(mode="after")
    def _check(self) -> Self:
        _increasing(self.r_cm, "r_cm")
        _same_length(self.g_L, self.r_cm, "g_L")
        at_1_cm = float(np.interp(1.0, self.r_cm, self.g_L))
        if not self.r_cm[0] <= 1.0 <= self.r_cm[-1] or abs(at_1_cm - 1.0) > NORMALISATION_TOLERANCE:
            raise ValueError(f"g_L must be 1 at r = 1 cm, found {at_1_cm:.4g}")
        return self


class PointRadialDoseFunction(_Part):
    """g_P(r); kept as published, not used: the line-source set is."""

    r_cm: list[Positive]
    g_P: list[Positive]


class AnisotropyFunction(_Part):
    """F(r, theta); a null stands for a point inside the capsule, where none is defined."""

    layout: str = ""
    note: str = ""
    r_cm: list[Positive]
    theta_deg: list[Annotated[FiniteFloat, Field(ge=0, le=90)]]
    F: list[list[Positive | None]]

    @model_validator(mode="after")
    def _check(self) -> Self:
        _increasing(self.r_cm, "r_cm")
        _increasing(self.theta_deg, "theta_deg")
        if self.theta_deg[0] != 0 or self.theta_deg[-1] != 90:
            raise ValueError(
                f"theta_deg runs {self.theta_deg[0]:g} to {self.theta_deg[-1]:g}, must cover 0 to 90"
            )
        if len(self.F) != len(self.theta_deg):
            raise ValueError(f"F has {len(self.F)} rows for {len(self.theta_deg)} angles")
        for theta, row in zip(self.theta_deg, self.F, strict=True):
            _same_length(row, self.r_cm, f"F at {theta:g} degrees")
            known = [value is not None for value in row]
            if not known[-1] or known != sorted(known):
                raise ValueError(f"F at {theta:g} degrees has a null that is not at the smallest radii")
        if any(value is None or abs(value - 1.0) > NORMALISATION_TOLERANCE for value in self.F[-1]):
            raise ValueError(f"F must be 1 at 90 degrees, found {self.F[-1]}")
        return self

    def filled(self) -> np.ndarray:
        """F (k, m) with each null replaced by the nearest value in r that is published at that angle."""
        table = np.array(self.F, dtype=float)
        for row in table:
            missing = np.isnan(row)
            row[missing] = row[~missing][0]
        return table


class AnisotropyFactor(_Part):
    """phi_an(r)."""

    note: str = ""
    r_cm: list[Positive]
    phi_an: list[Positive]

    @model_validator(mode="after")
    def _check(self) -> Self:
        _increasing(self.r_cm, "r_cm")
        _same_length(self.phi_an, self.r_cm, "phi_an")
        return self


class Capsule(_Part):
    """Outer measures of the seed."""

    outer_diameter: Positive
    outer_length: Positive
    note: str = ""


class Alternative(_Part):
    """Another published dose-rate constant, kept for reference."""

    value: Positive
    what: str


class SourceFile(_Part):
    """One seed model."""

    model: Annotated[str, Field(min_length=1)]
    manufacturer: str = ""
    isotope: Literal["I-125", "Pd-103", "Cs-131"]
    half_life_days: Positive
    active_length_cm: Positive
    active_length_note: str = ""
    dose_rate_constant: Positive
    dose_rate_constant_unit: Literal["cGy h^-1 U^-1"]
    dose_rate_constant_alternatives: list[Alternative] = []
    monte_carlo_dose_rate_constant_clrp_v2: Positive | None = None
    radial_dose_function: RadialDoseFunction
    radial_dose_function_point_source: PointRadialDoseFunction | None = None
    anisotropy_function: AnisotropyFunction
    anisotropy_function_fine: AnisotropyFunction | None = None
    anisotropy_factor: AnisotropyFactor | None = None
    anisotropy_factor_unverified: AnisotropyFactor | None = None
    anisotropy_factor_computed: AnisotropyFactor | None = None
    physical_seed_cm: Capsule | None = None
    citation: Annotated[str, Field(min_length=1)]
    provenance: list[str] = []
    cross_checked: str = ""
    verification_level: str = "D: not verified"
