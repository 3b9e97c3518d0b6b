"""What dose is asked for, and where."""

from dataclasses import dataclass

from tps.model.prescribed_metric import MINIMUM_PERIPHERAL_NAME, PrescribedMetric, metric_named


@dataclass(frozen=True)
class Prescription:
    """Total dose of the permanent implant.

    Parameters
    ----------
    dose_gy : float
        Prescription dose, Gy, > 0.
    metric : str
        Name of a ``PrescribedMetric``: ``minimum-peripheral``, the lowest dose on the target's surface;
        ``d90``, the dose that 90 % of its volume gets at least; ...
    """

    dose_gy: float = 120.0
    metric: str = MINIMUM_PERIPHERAL_NAME

    def __post_init__(self):
        if not self.dose_gy > 0 or self.dose_gy == float("inf"):
            raise ValueError(f"dose_gy is {self.dose_gy}, must be positive and finite")
        metric_named(self.metric)

    @property
    def measure(self) -> PrescribedMetric:
        """The metric itself."""
        return metric_named(self.metric)
