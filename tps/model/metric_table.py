"""All metrics of a plan in one table: key, label, unit and meaning, for screen, report, page and CSV."""

import math
from dataclasses import dataclass

# Printed where there is no value: a dose to more of an organ than there is.
NO_VALUE = "-"


@dataclass(frozen=True)
class Metric:
    """One metric.

    Parameters
    ----------
    key : str
        Of ``Evaluation.metrics``.
    label : str
        For people.
    unit : str
        "Gy", "cm3", "fraction" (printed as a percentage) or "".
    digits : int
        After the point, as printed.
    meaning : str
        In one phrase.
    """

    key: str
    label: str
    unit: str
    digits: int
    meaning: str

    def text(self, value: float | None, with_unit: bool = True) -> str:
        """The value for people; ``NO_VALUE`` where there is none."""
        if value is None or math.isnan(value):
            return NO_VALUE
        if self.unit == "fraction":
            return f"{value:.{self.digits}%}"
        shown = {"cm3": " cm\N{SUPERSCRIPT THREE}", "": ""}.get(self.unit, f" {self.unit}")
        return f"{value:.{self.digits}f}{shown if with_unit else ''}"


TARGET_METRICS = (
    Metric("volume_cc", "Volume", "cm3", 2, "volume of the region"),
    Metric(
        "minimum_peripheral_dose_gy",
        "Minimum peripheral dose",
        "Gy",
        1,
        "lowest dose on the target's surface",
    ),
    Metric(
        "matched_peripheral_dose_gy",
        "Matched peripheral dose",
        "Gy",
        1,
        "isodose whose volume equals the target's",
    ),
    Metric("d90_gy", "D90", "Gy", 1, "dose to 90 % of the volume at least"),
    Metric("d95_gy", "D95", "Gy", 1, "dose to 95 % of the volume at least"),
    Metric("d100_gy", "D100", "Gy", 1, "lowest dose in the target"),
    Metric("mean_gy", "Mean dose", "Gy", 1, "mean dose"),
    Metric("v90", "V90", "fraction", 1, "fraction of the volume with 90 % of the prescription or more"),
    Metric("v100", "V100", "fraction", 1, "the same for 100 %"),
    Metric("v150", "V150", "fraction", 1, "the same for 150 %"),
    Metric("v200", "V200", "fraction", 1, "the same for 200 %"),
    Metric("ci", "Conformation number CI", "", 2, "conformation number"),
    Metric("ei", "External volume index EI", "", 2, "external volume index"),
    Metric("hi", "Homogeneity index HI", "", 2, "homogeneity index"),
)
ORGAN_METRICS = (
    Metric("d0.1cc_gy", "D0.1cc", "Gy", 1, "lowest dose in the hottest 0.1 cm3 of an organ"),
    Metric("d1cc_gy", "D1cc", "Gy", 1, "the same for 1 cm3"),
    Metric("d2cc_gy", "D2cc", "Gy", 1, "the same for 2 cm3"),
    Metric("max_gy", "max", "Gy", 1, "highest dose in an organ"),
    Metric("mean_gy", "mean", "Gy", 1, "mean dose"),
)
SKIN_METRICS = (Metric("d10cc_gy", "D10cc", "Gy", 1, "the same as D1cc for 10 cm3, of the skin"),)

BY_KEY = {m.key: m for m in (*SKIN_METRICS, *ORGAN_METRICS, *TARGET_METRICS)}


def meaning_of(key: str) -> str:
    """The phrase that says what a metric is; raises ``KeyError`` for none of the table."""
    return BY_KEY[key].meaning
