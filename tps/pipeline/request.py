"""What is asked of the planner: every choice a user can make, checked once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from tps.errors import BadInput
from tps.model import Prescription, Protocol, SourceModel, Strength
from tps.model.limit import Limit
from tps.model.moment import hours_between, read_moment, remark_on_moment
from tps.model.position import position_named
from tps.model.steering import Steering
from tps.model.strength import check_strength, u_per_mci_of
from tps.model.words import counted

STRENGTH_OPTIONS = "--activity-mci / --strength-u"
DATE_OPTIONS = "--calibration-date and --implant-date"


@dataclass(frozen=True)
class SphereTarget:
    """A spherical target typed in by the user: centre (mm, patient coordinates) and radius (mm)."""

    centre_mm: tuple[float, float, float]
    radius_mm: float
    name: str = "Sphere"

    def __post_init__(self):
        if not 0 < self.radius_mm < 100:
            raise BadInput(
                f"radius {self.radius_mm} mm",
                where="--target-sphere",
                expected="a radius above 0 and below 100 mm",
            )


@dataclass(frozen=True)
class PlanRequest:
    """A planning task.

    Parameters
    ----------
    targets : tuple of str
        ROI names to treat.
    spheres : tuple of SphereTarget
    prescription : Prescription
    allow_any_prescription : bool
        Accept a prescription outside the protocol's range.
    margin_mm : float
        Isotropic margin added to every target before planning.
    source : str
        Name of the source model.
    source_folder : str
        Folder of user sources, "" for none.
    strength_u : float
        Air-kerma strength per seed, U: at the calibration if that is dated, else at the implant;
        ``strength_of`` gives both.
    u_per_mci : float, optional
        Factor of the certificate by which strengths are shown in mCi; None: that of the nuclide.
    allow_any_strength : bool
        Accept strengths and dates that are improbable.
    avoid : dict of str to float or None
        ROI name to clearance (mm), beyond what the risk table closes; None takes the table's.
    cross : tuple of str
        ROIs that needles may cross though the risk table closes them.
    limits : tuple of str
        Limits as text, ``"Spinal-Cord D0.1cc < 45 Gy"``: a plan that breaks one is not met.
    preferences : tuple of str
        As limits, but broken where keeping them would cost too much.
    protocol : Protocol
    random_seed : int
    max_needles : int or None
    certify : bool
        Also compute the lower bound.
    existing_seeds : str
        ``seeds.csv`` of an implant that is already there, "" for none.
    existing_source : str
        Source model of those seeds; "" takes that of the plan the table belongs to, or of the new seeds.
    existing_implanted : str
        ISO date and time of their implant; "" where it is not known, which a dated plan refuses.
    existing_strength_date : str
        ISO date and time at which they have the strengths of the table; "": at their implant.
    implant_datetime : str
        ISO date and time of the implant; "" leaves it unset.
    position : str
        How the patient lies during the implant: "supine", "prone", "right-down", "left-down"; "" as scanned.
    alternative : int
        Which of the ways in to take where several were searched: 0 is the planner's own choice.
    steering : Steering
        What the user says about the ways in.
    lock : str
        ``needles.csv`` of needles to keep with their seeds, "" for none.
    calibration_datetime : str
        ISO date and time at which the seeds have, or are certified for, ``strength_u``; "" leaves it unset.
    """

    targets: tuple[str, ...] = ()
    spheres: tuple[SphereTarget, ...] = ()
    prescription: Prescription = field(default_factory=Prescription)
    allow_any_prescription: bool = False
    margin_mm: float = 0.0
    source: str = "i125_6711"
    source_folder: str = ""
    strength_u: float = 0.6 * u_per_mci_of("I-125")
    u_per_mci: float | None = None
    allow_any_strength: bool = False
    avoid: dict[str, float | None] = field(default_factory=dict)
    cross: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    protocol: Protocol = field(default_factory=Protocol)
    random_seed: int = 0
    max_needles: int | None = None
    certify: bool = False
    existing_seeds: str = ""
    existing_source: str = ""
    existing_implanted: str = ""
    existing_strength_date: str = ""
    implant_datetime: str = ""
    calibration_datetime: str = ""
    position: str = ""
    alternative: int = 0
    steering: Steering = field(default_factory=Steering)
    lock: str = ""

    def __post_init__(self):
        names = [*self.targets, *(s.name for s in self.spheres)]
        if not names:
            raise BadInput(
                "no target was named",
                where="--target",
                expected="one ROI name or more, or --target-sphere X,Y,Z,RADIUS",
            )
        doubled = sorted({n for n in names if names.count(n) > 1})
        if doubled:
            raise BadInput(
                f"named twice: {', '.join(doubled)}", where="--target", remedy="name each target once"
            )
        self._check_names(set(names))
        self._check_numbers()

    def _check_names(self, targets: set[str]):
        for clash, what, where in (
            (targets & set(self.avoid), "both a target and to be avoided", "--avoid"),
            (targets & set(self.cross), "both a target and to be crossed", "--cross"),
            (set(self.avoid) & set(self.cross), "both to be avoided and to be crossed", "--cross"),
        ):
            if clash:
                raise BadInput(
                    f"{', '.join(sorted(clash))} is {what}", where=where, remedy="leave it out of one"
                )

    def _check_numbers(self):
        low, high = self.protocol.prescription_range_gy
        if not self.allow_any_prescription and not low <= self.prescription.dose_gy <= high:
            raise BadInput(
                f"prescription {self.prescription.dose_gy:g} Gy",
                where="--prescription-gy",
                expected=f"{low:g} to {high:g} Gy by the protocol",
                remedy="correct it, or add --allow-any-prescription if it is meant",
            )
        check_strength(self.strength_u, STRENGTH_OPTIONS, insist=self.allow_any_strength)
        if not 0 <= self.margin_mm <= 30:
            raise BadInput(f"margin {self.margin_mm:g} mm", where="--margin-mm", expected="0 to 30 mm")
        if self.alternative < 0:
            raise BadInput(f"alternative {self.alternative}", where="--alternative", expected="0 or above")
        if self.position:
            position_named(self.position)
        implanted, calibrated = self.implanted, self.calibrated
        if calibrated is not None and implanted is None:
            raise BadInput(
                "the calibration is dated, the implant is not",
                where="--calibration-date",
                remedy="give --implant-date too",
            )
        if calibrated is not None:
            hours_between(calibrated, implanted, DATE_OPTIONS)
        said = [
            option
            for option, value in (
                ("--existing-source", self.existing_source),
                ("--existing-implanted", self.existing_implanted),
                ("--existing-strength-date", self.existing_strength_date),
            )
            if value
        ]
        if said and not self.existing_seeds:
            raise BadInput(
                "said of seeds there already, but none are named", where=said[0], remedy="add --existing FILE"
            )
        for name, clearance in self.avoid.items():
            if clearance is not None and not 0 <= clearance <= 50:
                raise BadInput(
                    f"clearance {clearance:g} mm of {name!r}", where="--avoid", expected="0 to 50 mm"
                )
        if self.random_seed < 0:
            raise BadInput(
                f"random seed {self.random_seed}", where="--seed", expected="a whole number, 0 or above"
            )
        if self.max_needles is not None and self.max_needles < 1:
            raise BadInput(counted(self.max_needles, "needle"), where="--max-needles", expected="1 or more")

    @property
    def implanted(self) -> datetime | None:
        """When the seeds are implanted; None where that is not set."""
        return read_moment(self.implant_datetime, "--implant-date") if self.implant_datetime else None

    @property
    def calibrated(self) -> datetime | None:
        """When the seeds have ``strength_u``; None where they have it at the implant."""
        text = self.calibration_datetime
        return read_moment(text, "--calibration-date") if text else None

    @property
    def date_remarks(self) -> tuple[str, ...]:
        """What was assumed of dates that have no time."""
        texts = (
            remark_on_moment(self.implant_datetime, "The implant date"),
            remark_on_moment(self.calibration_datetime, "The calibration date"),
        )
        return tuple(text for text in texts if text)

    def strength_of(self, source: SourceModel) -> Strength:
        """The seeds' strength at the implant and at the calibration.

        Raises
        ------
        BadInput
            If strength or dates are improbable.
        """
        return Strength.stated(
            source,
            self.strength_u,
            at=self.implanted,
            calibrated_at=self.calibrated,
            factor=self.u_per_mci,
            insist=self.allow_any_strength,
            where=STRENGTH_OPTIONS,
            where_dates=DATE_OPTIONS,
        )

    def with_names(self, name_of: Callable[[str], str]) -> "PlanRequest":
        """The same request with every region called as ``name_of`` says."""

        def renamed(limits: tuple[str, ...]) -> tuple[str, ...]:
            found = []
            for text in limits:
                roi = Limit.parse(text).roi
                found.append(text if name_of(roi) == roi else name_of(roi) + text.lstrip()[len(roi) :])
            return tuple(found)

        return replace(
            self,
            targets=tuple(map(name_of, self.targets)),
            avoid={name_of(name): clearance for name, clearance in self.avoid.items()},
            cross=tuple(map(name_of, self.cross)),
            steering=replace(self.steering, entry=name_of(self.steering.entry)),
            limits=renamed(self.limits),
            preferences=renamed(self.preferences),
        )

    def with_strength(self, strength_u: float) -> "PlanRequest":
        """The same request with seeds of another strength, stated for the same time."""
        return replace(self, strength_u=strength_u)
