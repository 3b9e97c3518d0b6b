"""Stand-ins with known answers: spheres as regions, isotropic inverse-square seeds, a one-seed plan."""

from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np

from dose_kernels.geometry import rays
from tps.evaluate import evaluate_plan
from tps.model import (
    Case,
    CaseIdentity,
    Contour,
    Crossing,
    Grid,
    Needle,
    Plan,
    Prescription,
    Protocol,
    Reason,
    Seed,
    SourceModel,
    Strength,
    Structure,
    Verdict,
    Volume,
    parse_limit,
)
from tps.model.position import position_named


def circle_stack(name, centre, radius, step=1.0, interpreted_type="", origin="contoured", vertices=72):
    """A sphere as circles on axial planes."""
    centre = np.asarray(centre, float)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    contours = []
    for z in np.arange(-radius + step / 2, radius, step):
        r = np.sqrt(radius**2 - z**2)
        ring = np.stack([r * np.cos(angle), r * np.sin(angle), np.full(vertices, z)], axis=1)
        contours.append(Contour(ring + centre))
    return Structure(name, tuple(contours), interpreted_type=interpreted_type, origin=origin)


@dataclass(frozen=True, eq=False)
class SphereSolid:
    """A sphere with the interface of ``tps.geometry.Solid``."""

    name: str
    centre: tuple
    radius: float

    @property
    def structure(self):
        return circle_stack(self.name, self.centre, self.radius)

    @property
    def volume_mm3(self):
        return 4 / 3 * np.pi * self.radius**3

    def signed_distance_mm(self, points):
        return self.radius - np.linalg.norm(np.asarray(points) - self.centre, axis=1)

    def contains(self, points):
        return self.signed_distance_mm(points) >= 0

    def surface_points(self, step_mm=1.0):
        n = max(200, int(4 * np.pi * self.radius**2 / step_mm**2))
        z = 1 - (2 * np.arange(n) + 1) / n
        phi = np.pi * (1 + 5**0.5) * np.arange(n)
        s = np.sqrt(1 - z**2)
        return self.centre + self.radius * np.stack([s * np.cos(phi), s * np.sin(phi), z], axis=1)

    def quadrature(self, step_mm=1.0):
        n = int(np.ceil(self.radius / step_mm)) + 1
        axis = (np.arange(-n, n) + 0.5) * step_mm
        points = np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 3) + self.centre
        points += np.array([0.13, -0.29, 0.41]) * step_mm  # off centre, so that few samples tie
        points = points[self.contains(points)]
        return points, np.full(len(points), self.volume_mm3 / len(points))

    scattered = quadrature

    def mask(self, grid):
        depth = self.signed_distance_mm(grid.centres_mm()) / grid.spacing_mm.mean()
        return Volume(grid, np.clip(depth + 0.5, 0, 1).reshape(grid.shape).astype(np.float32), "fraction")


class InverseSquareEngine:
    """Dose = strength / r^2 (Gy, mm), constant inside 0.5 mm."""

    def dose_gy(self, points, seeds, exact=False):
        dose = np.zeros(len(points))
        for seed in seeds:
            r2 = ((np.asarray(points) - seed.position_mm) ** 2).sum(axis=1)
            dose += seed.strength_u / np.maximum(r2, 0.25)
        return dose

    def dose_grid(self, grid, seeds):
        dose = self.dose_gy(grid.centres_mm(), seeds).reshape(grid.shape)
        return Volume(grid, dose.astype(np.float32), "Gy")


def one_seed_plan(strength, dose_gy, position=(0, 0, 0)):
    """A plan with a single seed at ``position``."""
    position = np.asarray(position, float)
    needle = Needle(1, position + [0, -100, 0], position + [0, 5, 0])
    seed = Seed(1, 1, position, (0, 1, 0), strength)
    return Plan("i125_6711", Prescription(dose_gy), ("T",), (needle,), (seed,))


def empty_case(extent=200.0):
    """A scan of nothing, 10 mm voxels."""
    grid = Grid.around((-extent,) * 3, (extent,) * 3, 10.0)
    return Case(Volume(grid, np.zeros(grid.shape, np.int16), "HU"), {}, CaseIdentity())


TARGET_AT = (20.0, -10.0, 50.0)


def torso_case(slice_mm=2.5):
    """An elliptic trunk with a spine and two lungs, 3 mm pixels; a target and an organ as spheres."""
    grid = Grid((-180, -130, -50), (3, 3, slice_mm), (int(200 / slice_mm), 90, 120))
    x, y, z = grid.centres_mm().T
    noise = np.random.default_rng(5).normal(0, 12, len(x))
    hu = np.full(len(x), -1000.0)
    body = (x / 165) ** 2 + (y / 110) ** 2 < 1
    hu[body] = 40
    hu[body & ((x / 155) ** 2 + (y / 100) ** 2 > 1)] = -100
    for side in (-1, 1):
        hu[((x - side * 85) / 50) ** 2 + (y / 70) ** 2 + ((z - 130) / 60) ** 2 < 1] = -800
    hu[x**2 + (y - 70) ** 2 < 18**2] = 500
    hu[np.linalg.norm(np.stack([x, y, z], axis=1) - TARGET_AT, axis=1) < 16] = 75
    values = np.round(hu + noise * body).astype(np.int16).reshape(grid.shape)
    structures = {
        "GTV": circle_stack("GTV", TARGET_AT, 15.0, slice_mm, "GTV"),
        "Aorta": circle_stack("Aorta", (-12, 25, 50), 12.0, slice_mm, "ORGAN"),
    }
    identity = CaseIdentity(
        patient_id="PHANTOM-7",
        patient_name="Phantom^Torso",
        study_date="20260102",
        study_uid="1.2.3.4",
        series_uid="1.2.3.4.5",
        series_description="synthetic trunk",
        frame_of_reference_uid="1.2.3.4.6",
        patient_position="HFS",
        slice_uids=tuple(f"1.2.3.4.5.{k}" for k in range(grid.shape[0])),
        structure_set_uid="1.2.3.4.7",
        structure_set_label="drawn",
    )
    files = {"1.2.3.4.7": "ab" * 32} | {f"1.2.3.4.5.{k}": f"{k:064x}" for k in range(grid.shape[0])}
    return Case(Volume(grid, values, "HU"), structures, identity, warnings=("made for a test",), files=files)


def seven_needle_plan(strength_u=0.762, status="met"):
    """Seven needles in from the front left, slightly tilted, three seeds each."""
    direction = np.array([-0.35, 0.9, -0.15])
    direction /= np.linalg.norm(direction)
    u = np.cross(direction, [0, 0, 1.0])
    u /= np.linalg.norm(u)
    v = np.cross(direction, u)
    needles, seeds = [], []
    spots = [(0, 0)] + [(10 * np.cos(a), 10 * np.sin(a)) for a in np.arange(6) * np.pi / 3]
    for i, (a, b) in enumerate(spots, start=1):
        middle = np.array(TARGET_AT) + a * u + b * v
        tip = middle + 16 * direction
        needles.append(
            Needle(
                i,
                tip - (95 + i) * direction,
                tip,
                clearance_mm=4.0 + i,
                nearest_obstacle="Aorta" if i != 3 else "bone (derived)",
                target="GTV",
                crossed=(Crossing("Liver", "cost", False, 10.0 + i, 20.0),) * (i != 2),
            )
        )
        for depth in (3, 15, 27):
            seeds.append(Seed(len(seeds) + 1, i, tip - depth * direction, direction, strength_u))
    cold = Reason("dose", "GTV: the lowest dose is 80 Gy; 0.85 mCi per seed would do.")
    met = status == "met"
    verdict = Verdict(
        "dose met" if met else "dose not met: GTV 80.0 of 120 Gy",
        "no limits asked for",
        "6 needles through Liver, up to 17 mm; not looked at: vessels, bowel, nerves",
        met,
        True,
        ("Liver",),
        ("vessels", "bowel", "nerves"),
    )
    return Plan(
        "i125_6711",
        Prescription(120.0),
        ("GTV",),
        tuple(needles),
        tuple(seeds),
        status,
        () if met else (cold,),
        ("made for a test",),
        {"seeds": 21, "lower_bound": 19, "gap": 0.105}
        | {"needles": 7, "needles_lower_bound": 6, "needles_gap": 0.17, "candidates": 90, "valid_for": "all"},
        {"seed": 0, "starts": 4},
        verdict,
    )


def source_model(level="A"):
    """Identity of a seed model; its dose data are not the published ones."""
    one = np.array([1.0, 10.0, 50.0])
    angles = np.array([0.0, 90.0])
    return SourceModel(
        name="i125_6711",
        model="6711",
        manufacturer="Test",
        isotope="I-125",
        half_life_h=1425.6,
        dose_rate_constant=0.965,
        active_length_mm=3.0,
        g_r_mm=one,
        g_l=np.ones(3),
        f_r_mm=one,
        f_theta_deg=angles,
        f=np.ones((2, 3)),
        phi_r_mm=one,
        phi_an=np.ones(3),
        phi_is_published=True,
        capsule_radius_mm=0.4,
        capsule_half_length_mm=2.25,
        level=level,
        level_text="checked against the publication",
        citation="A citation, Med. Phys. (2004)",
    )


class IodineLikeEngine(InverseSquareEngine):
    """Inverse square with attenuation: 0.762 U give some 14 Gy at 10 mm, as iodine-125 does."""

    def dose_gy(self, points, seeds, exact=False):
        dose = np.zeros(len(points))
        for seed in seeds:
            r = np.maximum(np.linalg.norm(np.asarray(points) - seed.position_mm, axis=1), 0.5)
            dose += 2.75e3 * seed.strength_u * np.exp(-r / 25) / r**2
        return dose


def seen_obstacles(case, *derived):
    """What a report asks of obstacles: the body as dense as tissue, on no table, the patient on the back."""
    return SimpleNamespace(
        grid=case.ct.grid,
        voxels=SimpleNamespace(labels=(case.ct.values > -300) * np.uint8(rays.BODY)),
        protocol=Protocol(),
        table_side=None,
        position=position_named("supine"),
        derived=derived,
    )


def torso_result(status="met", level="A"):
    """All that a report is written from, as ``tps.pipeline`` hands it over."""
    case, protocol, plan = torso_case(), Protocol(), seven_needle_plan(status=status)
    target = SphereSolid("GTV", TARGET_AT, 15.0)
    organ = SphereSolid("Aorta", (-12.0, 25.0, 50.0), 12.0)
    limits = (parse_limit("Aorta D0.1cc < 120 Gy"), parse_limit("GTV V150 < 20 %"))
    engine = IodineLikeEngine()
    spine = [
        Contour([(18 * np.cos(a), 70 + 18 * np.sin(a), z) for a in np.linspace(0, 6, 30)])
        for z in case.ct.grid.origin_mm[2] + 2.5 * np.arange(80)
    ]
    return SimpleNamespace(
        case=case,
        request=SimpleNamespace(
            strength_u=0.762,
            avoid={"Aorta": None},
            cross=(),
            limits=tuple(l.text for l in limits),
            preferences=(),
            implant_datetime="",
            calibration_datetime="",
            margin_mm=0.0,
            random_seed=0,
            protocol=protocol,
            prescription=plan.prescription,
        ),
        source=source_model(level),
        strength=Strength.at_implant(source_model(level), 0.762),
        engine=engine,
        plan=plan,
        evaluation=evaluate_plan(case, plan, engine, [target], [organ], protocol, limits),
        contributions={},
        second_check=SimpleNamespace(points=400, max_relative_difference=0.0004),
        regions=SimpleNamespace(drawn=(target,), planned=(target,), organs=(organ,), targets=(target,)),
        obstacles=seen_obstacles(case, Structure("bone (derived)", tuple(spine), origin="derived")),
        existing=(),
        sweep=(),
        step_cost=(),
        alternatives=(),
        unreachable=(),
        timing_s={"structures": 0.2, "optimising": 1.5},
    )
