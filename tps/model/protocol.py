"""The clinic's rules: everything the planner may not, or would rather not, do."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Protocol:
    """Settings of a planning protocol; hard rules first, preferences after.

    All lengths in mm, Hounsfield thresholds in HU, angles in degrees where the name says so.
    """

    # --- hard rules -------------------------------------------------------------------------------------
    prescription_range_gy: tuple[float, float] = (90.0, 165.0)
    needle_max_depth_mm: float = 200.0  # skin to tip
    needle_radius_mm: float = 0.635  # 18G: 1.27 mm outer diameter
    avoid_clearance_mm: float = (
        3.0  # between a needle's axis and an avoided structure, needle radius included
    )
    bone_clearance_mm: float = 1.0  # between a needle's axis and bone, needle radius included
    needle_spacing_mm: tuple[float, float] = (10.0, 15.0)  # between needles inside the target
    seed_spacing_mm: tuple[float, float] = (10.0, 15.0)  # between neighbours on a needle
    seed_min_distance_mm: float = 10.0  # between any two seeds
    seed_beyond_target_mm: float = 5.0  # a seed centre may lie this far outside the target, along its needle
    seed_step_mm: float = 1.0  # what the operator can dial: seed positions are whole steps from the tip
    entry_separation_mm: float = 5.0  # between two entry points on the skin
    tip_beyond_seed_mm: float = 3.0  # from the centre of the deepest seed to the needle's tip
    second_check_tolerance: float = 0.02  # largest relative difference at any point of the second check
    # --- what tissue is, when nobody contoured it --------------------------------------------------------
    body_hu: float = -300.0  # skin: body above, air below
    bone_hu: float = 200.0
    bone_core_hu: float = (
        300.0  # a bone region must reach this somewhere, so that contrast or noise is not bone
    )
    lung_hu: tuple[float, float] = (-950.0, -400.0)
    # --- preferences ------------------------------------------------------------------------------------
    max_tilt_deg: float = 45.0  # cranio-caudal angle of a needle against the axial plane
    tilt_step_deg: float = 15.0
    axial_step_deg: float = 10.0
    weight_tilt: float = 1.0
    weight_depth: float = 1.0
    weight_directions: float = 1.0
    weight_lung: float = 1.0
    max_pleural_passages: int = 1
    # --- ordering ---------------------------------------------------------------------------------------
    spare_fraction: float = 0.1  # seeds ordered beyond those planned, rounded up
    spare_least: int = 2  # but never fewer than these
    # --- sampling ---------------------------------------------------------------------------------------
    surface_step_mm: float = 1.0
    dose_grid_mm: float = 2.0
    dose_grid_margin_mm: float = 30.0

    def __post_init__(self):
        for name in ("prescription_range_gy", "needle_spacing_mm", "seed_spacing_mm", "lung_hu"):
            low, high = getattr(self, name)
            if not low <= high:
                raise ValueError(f"{name} is {low}:{high}, the first value must not exceed the second")
        for f in fields(self):
            value = getattr(self, f.name)
            if f.name.endswith("_mm") and not isinstance(value, tuple) and not 0 <= value < float("inf"):
                raise ValueError(f"{f.name} is {value}, must be finite and not negative")
        for name in ("surface_step_mm", "dose_grid_mm", "seed_step_mm", "needle_max_depth_mm"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} is {getattr(self, name)}, must be positive")
        for name in ("spare_fraction", "spare_least"):
            if not 0 <= getattr(self, name) < float("inf"):
                raise ValueError(f"{name} is {getattr(self, name)}, must be finite and not negative")
        if self.surface_step_mm > 1.0:
            raise ValueError(
                f"surface_step_mm is {self.surface_step_mm}, the target surface is sampled at 1 mm or finer"
            )
