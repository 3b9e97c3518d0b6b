"""Tables of the page beside the table of many implants: variants side by side, and organs."""

import heapq
from collections.abc import Sequence

import numpy as np

# Rows of organs on the page, those with the highest D2cc; all stand in the table.
ORGAN_ROWS = 1000

# Of each target, what is shown of every variant: key of a line's values, factor, digits.
PAIRED = (
    ("minimum_peripheral_dose_gy", 1.0, 1),
    ("d90_gy", 1.0, 1),
    ("v100", 100.0, 1),
    ("v150", 100.0, 1),
)

ORGAN_KEYS = ("volume_cc", "d0.1cc_gy", "d1cc_gy", "d2cc_gy", "max_gy")


def paired_rows(lines: Sequence, first: str, second: str) -> list[dict]:
    """Targets of two variants, a row each: figures of both beside each other, and their difference.

    Parameters
    ----------
    lines : sequence of TargetLine
    first, second : str
        Variants; a target that one of them lacks is left out.
    """
    by_variant: dict[str, dict] = {first: {}, second: {}}
    for line in lines:
        if line.variant in by_variant:
            by_variant[line.variant][line.case, line.roi] = line
    rows = []
    for place, before in by_variant[first].items():
        after = by_variant[second].get(place)
        if after is not None:
            rows.append({"case": place[0], "roi": place[1], "cells": _pair_cells(before, after)})
    return rows


def _pair_cells(before, after) -> list[str]:
    cells = [f"{before.values['volume_cc']:.1f}"]
    for key, factor, digits in PAIRED:
        a, b = factor * before.values[key], factor * after.values[key]
        cells += [f"{a:.{digits}f}", f"{b:.{digits}f}", f"{b - a + 0.0:+.{digits}f}"]
    return cells


class Organs:
    """Organs of a cohort as they are told one by one; memory holds the hottest, and a number of each.

    Parameters
    ----------
    variant : str
        Of which the rows are kept.
    """

    def __init__(self, variant: str):
        self.variant, self.count = variant, 0
        self._hottest: list = []
        self._by_name: dict[str, list[float]] = {}

    def add(self, row: dict) -> None:
        """One row of the final table whose role is organ."""
        if row["variant"] != self.variant:
            return
        self.count += 1
        values = [row.get(key) for key in ORGAN_KEYS]
        dose = next(
            (v for v in (row.get("d2cc_gy"), row.get("d1cc_gy"), row.get("max_gy")) if v is not None), 0.0
        )
        self._by_name.setdefault(row["roi"], []).append(dose)
        # The number keeps rows of one dose apart, and in their order.
        entry = (dose, -self.count, row["case"], row["roi"], values)
        if len(self._hottest) < ORGAN_ROWS:
            heapq.heappush(self._hottest, entry)
        else:
            heapq.heappushpop(self._hottest, entry)

    def rows(self) -> list[dict]:
        """The hottest first; "-" where an organ has no such dose."""
        return [
            {"case": case, "roi": roi, "cells": ["-" if v is None else f"{v:.1f}" for v in values]}
            for _, _, case, roi, values in sorted(self._hottest, reverse=True)
        ]

    def by_name(self) -> list[dict]:
        """Each organ's number, and median, 95th percentile and highest of its D2cc; the hottest first."""
        found = [
            (name, len(doses), *np.quantile(doses, [0.5, 0.95, 1.0])) for name, doses in self._by_name.items()
        ]
        found.sort(key=lambda row: (-row[4], row[0]))
        return [
            {"roi": name, "count": count, "cells": [f"{dose:.1f}" for dose in doses]}
            for name, count, *doses in found
        ]
