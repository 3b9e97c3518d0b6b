"""The clinic's rules: everything the planner may not, or would rather not, do."""

import math
from dataclasses import dataclass

from tps.model.setting import setting, settings_of


@dataclass(frozen=True)
class Protocol:
    """Settings of a planning protocol; hard rules first, preferences after.

    Each field states its default, unit, lowest and highest value and meaning; ``settings_of(Protocol)`` is
    the table.  The ranges are wide for any clinic and narrow for a slip: beyond them a rule would be switched
    off, or the search would not end.

    Raises
    ------
    ValueError
        If a value is of the wrong kind or out of its range, or two settings contradict each other.
    """

    # --- hard rules -------------------------------------------------------------------------------------
    prescription_range_gy: tuple[float, float] = setting(
        (90.0, 165.0), "Gy", 1, 1000, "doses that may be prescribed"
    )
    needle_max_depth_mm: float = setting(
        180.0, "mm", 20, 300, "from the skin to the tip: a needle of 200 mm less 20 mm for its hub and a grip"
    )
    skin_clearance_mm: float = setting(
        5.0, "mm", 0, 9, "how far below the skin tips and whole seeds lie: the vessels of the dermis"
    )
    max_skin_angle_deg: float = setting(
        60.0, "deg", 10, 85, "between a needle and the skin's normal at its entry"
    )
    needle_radius_mm: float = setting(0.635, "mm", 0.2, 2, "18G has an outer diameter of 1.27 mm")
    avoid_clearance_mm: float = setting(
        3.0,
        "mm",
        0,
        50,
        "between a needle's axis and a structure named to be avoided, or that the risk table does not know",
    )
    bone_clearance_mm: float = setting(
        1.0, "mm", 0, 20, "between a needle's axis and bone, needle radius included"
    )
    needle_spacing_mm: tuple[float, float] = setting(
        (10.0, 15.0), "mm", 2, 50, "between neighbouring needles inside the target"
    )
    seed_spacing_mm: tuple[float, float] = setting(
        (10.0, 15.0), "mm", 2, 50, "between neighbouring seeds on a needle"
    )
    seed_min_distance_mm: float = setting(10.0, "mm", 0, 50, "between any two seeds")
    old_seed_clearance_mm: float = setting(
        3.0, "mm", 0, 50, "from needles and seeds to seeds of an earlier implant"
    )
    seed_beyond_target_mm: float = setting(
        5.0, "mm", 0, 15, "how far outside the target a seed's centre may lie, along its needle"
    )
    seed_step_mm: float = setting(
        1.0, "mm", 0.1, 10, "what the gun can dial: seed positions are whole steps from the tip"
    )
    entry_separation_mm: float = setting(5.0, "mm", 0, 50, "between two entry points on the skin")
    tip_beyond_seed_mm: float = setting(
        3.0, "mm", 0, 20, "from the centre of the deepest seed to the needle's tip"
    )
    second_check_tolerance: float = setting(
        0.02, "", 0.0001, 0.05, "largest relative difference at any point of the second check"
    )
    # --- what tissue is, when nobody contoured it --------------------------------------------------------
    body_hu: float = setting(-300.0, "HU", -900, -50, "skin: body above, air below")
    bone_hu: float = setting(200.0, "HU", 100, 500, "bone above")
    bone_core_hu: float = setting(
        300.0, "HU", 100, 600, "what a bone must reach somewhere, so that contrast or noise is none"
    )
    lung_hu: tuple[float, float] = setting((-950.0, -400.0), "HU", -1100, -100, "lung between the two")
    # --- preferences ------------------------------------------------------------------------------------
    max_tilt_deg: float = setting(
        30.0, "deg", 0, 75, "largest angle of a needle against the axial plane: a gantry's reach"
    )
    tilt_step_deg: float = setting(10.0, "deg", 5, 90, "between the tilts looked at")
    axial_step_deg: float = setting(10.0, "deg", 5, 90, "between the axial angles looked at")
    weight_tilt: float = setting(1.0, "", 0, 100, "how much a tilt counts")
    weight_depth: float = setting(1.0, "", 0, 100, "how much a long way to the target counts")
    weight_directions: float = setting(1.0, "", 0, 100, "how much each further direction counts")
    weight_lung: float = setting(1.0, "", 0, 100, "how much a way through lung counts")
    max_pleural_passages: int = setting(1, "", 0, 10, "passages into lung that a needle may make")
    # --- what is in stock -------------------------------------------------------------------------------
    needle_lengths_mm: tuple[float, ...] = setting(
        (100.0, 150.0, 200.0), "mm", 50, 400, "shafts of the 18G needles to choose from"
    )
    gantry_bore_mm: float = setting(700.0, "mm", 500, 1200, "diameter of the CT gantry's bore")
    # --- ordering ---------------------------------------------------------------------------------------
    spare_fraction: float = setting(0.1, "", 0, 2, "seeds ordered beyond those planned, rounded up")
    spare_least: int = setting(2, "", 0, 1000, "fewest seeds ordered beyond those planned")
    # --- sampling ---------------------------------------------------------------------------------------
    surface_step_mm: float = setting(1.0, "mm", 0.25, 1, "between samples of a target's surface")
    dose_grid_mm: float = setting(
        2.0, "mm", 1, 5, "voxel of the dose that pictures show; files have a finer one"
    )
    dose_grid_margin_mm: float = setting(30.0, "mm", 10, 60, "how far dose grids reach beyond the targets")

    def __post_init__(self):
        for name, known in settings_of(self).items():
            object.__setattr__(self, name, known.checked(name, getattr(self, name)))
        if self.bone_core_hu < self.bone_hu:
            raise ValueError(
                f"bone_core_hu is {self.bone_core_hu:g}, below bone_hu, which is {self.bone_hu:g}"
            )
        if self.needle_spacing_mm[0] < 2.0 * self.needle_radius_mm:
            raise ValueError(
                f"needle_spacing_mm begins at {self.needle_spacing_mm[0]:g}, needles are"
                f" {2.0 * self.needle_radius_mm:g} mm thick (needle_radius_mm is {self.needle_radius_mm:g})"
            )
        self._check_seed_steps()

    @property
    def deepest_seed_mm(self) -> float:
        """From a needle's tip to the centre of the deepest seed it may carry: a whole number of steps."""
        return math.ceil(self.tip_beyond_seed_mm / self.seed_step_mm - 1e-9) * self.seed_step_mm

    def _check_seed_steps(self):
        """Some whole number of steps must be a spacing that is allowed."""
        low, high = self.seed_spacing_mm
        if self.seed_min_distance_mm > high:
            raise ValueError(
                f"seed_min_distance_mm is {self.seed_min_distance_mm:g}, beyond the largest seed_spacing_mm,"
                f" {high:g}"
            )
        low, step = max(low, self.seed_min_distance_mm), self.seed_step_mm
        if math.ceil(low / step - 1e-9) * step > high + 1e-9:
            raise ValueError(
                f"no whole number of steps (seed_step_mm is {step:g}) lies in the seeds' spacing,"
                f" {low:g} to {high:g} mm"
            )
