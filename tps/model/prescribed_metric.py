"""The metrics of a target that a dose may be prescribed to."""

from dataclasses import dataclass
from typing import Any

MINIMUM_PERIPHERAL_NAME = "minimum-peripheral"


@dataclass(frozen=True)
class PrescribedMetric:
    """One way to say where the prescription dose must be reached.

    Parameters
    ----------
    name : str
        As requests, plans and manifests write it.
    label : str
        In words.
    key : str
        Of ``Evaluation.metrics``; a dose in Gy.
    volume_fraction : float or None
        Fraction of the target's volume that gets at least this dose; None: every point of its surface does.
    short : str
        Where a label of 16 characters is all there is.
    """

    name: str
    label: str
    key: str
    volume_fraction: float | None = None
    short: str = ""

    def __post_init__(self):
        if self.volume_fraction is not None and not 0 < self.volume_fraction < 1:
            raise ValueError(f"volume_fraction is {self.volume_fraction}, must lie between 0 and 1")

    @property
    def on_surface(self) -> bool:
        """Whether it speaks of the target's surface, not of its volume."""
        return self.volume_fraction is None

    @property
    def spared_fraction(self) -> float:
        """Fraction of the volume that may stay below the prescription."""
        return 0.0 if self.volume_fraction is None else round(1.0 - self.volume_fraction, 12)

    def of(self, metrics: dict[str, Any]) -> float:
        """Its value, Gy, in the metrics of a target."""
        return metrics[self.key]


MINIMUM_PERIPHERAL = PrescribedMetric(
    MINIMUM_PERIPHERAL_NAME, "minimum peripheral dose", "minimum_peripheral_dose_gy", short="min.per."
)
D90 = PrescribedMetric("d90", "D90", "d90_gy", 0.90, "D90")
D95 = PrescribedMetric("d95", "D95", "d95_gy", 0.95, "D95")

# A further one is a line here, and a row of ``metric_table`` to be shown; search, evaluation, report and
# DICOM read all they need from it.  It is a dose in Gy: V100 of at least 95 % is D95.
PRESCRIBED_METRICS = {m.name: m for m in (MINIMUM_PERIPHERAL, D90, D95)}


def metric_named(name: str) -> PrescribedMetric:
    """The metric of a name; raises ``ValueError`` for one that no dose can be prescribed to."""
    if name not in PRESCRIBED_METRICS:
        raise ValueError(f"metric is {name!r}, expected {metric_names()}")
    return PRESCRIBED_METRICS[name]


def metric_names() -> str:
    """The names that may be asked for, for messages and help."""
    *first, last = PRESCRIBED_METRICS
    return f"{', '.join(first)} or {last}"
