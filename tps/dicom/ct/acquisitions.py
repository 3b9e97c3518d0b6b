"""Several acquisitions in one series: told apart, refused, or one of them chosen.

Two scans of one patient (breathing in and out, before and after contrast, two reconstructions) may be sent as
one series.  If their slices happen to lie halfway between each other, they make one even stack of half the
step, and nothing about its geometry is wrong.  What tells them apart: labels that come and go along the body,
numbers and times that run along it more than once, and, at last, slices that look more like the next but one
than like the next.
"""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydicom import Dataset
from pydicom.datadict import dictionary_description

from tps.dicom.ct.slices import Slice
from tps.dicom.file.dicom_file import reading_guard
from tps.dicom.file.values import items, text
from tps.errors import BadInput, UnknownName

# What one acquisition, or one reconstruction of it, has in common.
_LABELS = (
    "AcquisitionNumber",
    "AcquisitionUID",
    "TemporalPositionIdentifier",
    "TemporalPositionIndex",
    "StackID",
    "NominalPercentageOfCardiacPhase",
    "ContrastBolusAgent",
    "ConvolutionKernel",
    "KVP",
    "ImageType",
    "AcquisitionDate",
)

# Labels, too, where many slices share each of few values; a helical scan has a time for every slice.
_CLOCKS = ("AcquisitionTime", "AcquisitionDateTime")

# The same in a frame of a multi-frame object.
_OF_FRAME = {"AcquisitionNumber": "FrameAcquisitionNumber", "AcquisitionDateTime": "FrameAcquisitionDateTime"}

# Runs of times or numbers through the body that are shorter say nothing.
LEAST_IN_RUN = 3

# A 4D scan has ten phases; more runs through the body are numbers without an order.
MOST_RUNS = 20

# Steps within a run agree within this: twice the tolerance for rounded positions.
SAME_STEP_MM = 0.2

# Mean difference of a slice from the next, over that from the one after it: the body changes along its
# length, so a single scan has 0.6 to 0.8, pure noise 1; two scans 3 mm apart in breathing that take turns
# have 1.3 to 1.4.  The second number is how many of the slices say so.
ALTERNATING_RATIO = 1.1
ALTERNATING_FRACTION = 0.75
LEAST_TO_COMPARE = 8

# Pixels looked at across an image.
COMPARED_EDGE = 128

_LISTED = 10


@dataclass(frozen=True, eq=False)
class Acquisition:
    """The slices of one acquisition.

    Parameters
    ----------
    slices : tuple of Slice
        In ascending order along their normal.
    label : str
        What tells it from the others: "Acquisition Number 2".
    """

    slices: tuple[Slice, ...]
    label: str


def find_acquisitions(slices: Sequence[Slice]) -> tuple[Acquisition, ...]:
    """The acquisitions that overlap along the body, as the headers tell them; () where there is one."""
    ordered = _ordered(slices)
    return _by_labels(ordered) or _by_runs(ordered)


def _ordered(slices: Sequence[Slice]) -> list[Slice]:
    normal = slices[0].normal
    return sorted(slices, key=lambda s: float(s.position_mm @ normal))


def _heights(slices: Sequence[Slice], normal: np.ndarray) -> np.ndarray:
    return np.array([s.position_mm @ normal for s in slices])


def _value(s: Slice, keyword: str) -> str:
    with reading_guard(s.file.name):
        dataset: Dataset = s.file.dataset
        if s.frame is not None:
            frame = items(dataset, "PerFrameFunctionalGroupsSequence")[s.frame]
            content = (items(frame, "FrameContentSequence") or [Dataset()])[0]
            return text(content, _OF_FRAME.get(keyword, keyword))
        return text(dataset, keyword)


def _label(s: Slice, keyword: str) -> str:
    """A value as it is compared: 30 and 30.0 are one."""
    found = _value(s, keyword)
    try:
        return f"{float(found):.12g}"
    except ValueError:
        return found


def _by_labels(ordered: list[Slice]) -> tuple[Acquisition, ...]:
    """Split by all labels that come, go and come back along the body."""
    told = []
    for keyword in (*_LABELS, *_CLOCKS):
        values = [_label(s, keyword) for s in ordered]
        changes = sum(a != b for a, b in zip(values, values[1:], strict=False))
        if not all(values) or not changes >= len(set(values)) > 1:
            continue
        if keyword in _LABELS or min(Counter(values).values()) >= LEAST_IN_RUN:
            told.append((keyword, values))
    if not told:
        return ()
    groups: dict[str, list[Slice]] = {}
    for k, s in enumerate(ordered):
        label = ", ".join(f"{dictionary_description(keyword)} {values[k]}" for keyword, values in told)
        groups.setdefault(label, []).append(s)
    return tuple(Acquisition(tuple(group), label) for label, group in sorted(groups.items(), key=_natural))


def _natural(entry: tuple[str, list[Slice]]) -> tuple:
    """Numbers within labels in the order of their value."""
    return tuple(
        (0, float(w), "") if w.replace(".", "", 1).isdigit() else (1, 0.0, w) for w in entry[0].split()
    )


def _by_runs(ordered: list[Slice]) -> tuple[Acquisition, ...]:
    """Split by the numbers of the images, or the times of their acquisition."""
    numbers = [s.image_number for s in ordered]
    times = [_seconds(s) for s in ordered]
    return (
        _doubled_numbers(ordered, numbers)
        or _runs(ordered, numbers, "image")
        or _runs(ordered, times, "second")
    )


def _seconds(s: Slice) -> float | None:
    """When the slice was acquired, s from some day; None where the header does not say."""
    written = _value(s, "AcquisitionDateTime") or _value(s, "AcquisitionTime")
    plain = "".join(c for c in written.split("+")[0].split("-")[0] if c.isdigit() or c == ".")
    whole, _, part = plain.partition(".")
    if len(whole) not in (6, 14):
        return None
    day = float(whole[:-6] or 0)
    hours, minutes, seconds = (
        int(whole[a : a + 2]) for a in (len(whole) - 6, len(whole) - 4, len(whole) - 2)
    )
    return day * 86400 + hours * 3600 + minutes * 60 + seconds + float(f"0.{part or 0}")


def _doubled_numbers(ordered: list[Slice], numbers: list[int | None]) -> tuple[Acquisition, ...]:
    """Each acquisition counts its images from 1: numbers are there as often as acquisitions."""
    count = Counter(n for n in numbers if n is not None)
    doubled = sum(c > 1 for c in count.values())
    if None in numbers or len(count) < LEAST_IN_RUN or doubled < LEAST_IN_RUN:
        return ()
    groups: dict[int, list[Slice]] = {}
    seen: Counter[int | None] = Counter()
    for s, number in zip(ordered, numbers, strict=True):
        seen[number] += 1
        groups.setdefault(seen[number], []).append(s)
    return tuple(
        Acquisition(tuple(group), f"image numbers for the {_ORDINAL.get(k, f'{k}th')} time")
        for k, group in groups.items()
    )


_ORDINAL = {1: "first", 2: "second", 3: "third"}


def _runs(ordered: list[Slice], order: Sequence[float | None], what: str) -> tuple[Acquisition, ...]:
    """Runs of even steps through the body in the order of some number; () unless they overlap."""
    values = [value for value in order if value is not None]
    if len(values) < len(order) or len(set(values)) < 2 * LEAST_IN_RUN:
        return ()
    by_order: dict[float, list[Slice]] = {}
    for s, value in sorted(zip(ordered, values, strict=True), key=lambda pair: pair[1]):
        by_order.setdefault(value, []).append(s)
    normal = ordered[0].normal
    runs: list[list[float]] = []  # values of each run
    steps: list[float | None] = []
    last = 0.0
    for value, group in by_order.items():
        height = float(np.mean(_heights(group, normal)))
        if not runs or (steps[-1] is not None and abs(height - last - steps[-1]) > SAME_STEP_MM):
            runs.append([value])
            steps.append(None)
        else:
            steps[-1] = height - last if steps[-1] is None else steps[-1]
            runs[-1].append(value)
        last = height
    found = [[s for value in run for s in by_order[value]] for run in runs]
    if not 2 <= len(found) <= MOST_RUNS or min(map(len, runs)) < LEAST_IN_RUN or not _overlap(found, normal):
        return ()
    return tuple(
        Acquisition(tuple(_ordered(group)), _run_label(run, what))
        for run, group in zip(runs, found, strict=True)
    )


def _run_label(run: list[float], what: str) -> str:
    if what == "image":
        return f"images {min(run):g} to {max(run):g}"
    clock = [
        f"{int(t % 86400 // 3600):02d}:{int(t % 3600 // 60):02d}:{t % 60:04.1f}" for t in (run[0], run[-1])
    ]
    return f"acquired {clock[0]} to {clock[1]}"


def _overlap(groups: list[list[Slice]], normal: np.ndarray) -> bool:
    """True if the slices of one group lie between those of another."""
    heights = [_heights(group, normal) for group in groups]
    return any(
        a.min() < b.max() and b.min() < a.max() for k, a in enumerate(heights) for b in heights[k + 1 :]
    )


def alternation(values: np.ndarray) -> int:
    """How many scans take turns in a volume, to judge by the pixels: 2 or 3; 1 where nothing says so.

    Parameters
    ----------
    values : (nz, ny, nx) int16
        Hounsfield units.
    """
    if len(values) < LEAST_TO_COMPARE:
        return 1
    apart = _differences(values)
    for m in (2, 3):
        count = len(apart[m])
        neighbours = np.minimum.reduce([apart[1][k : k + count] for k in range(m)])
        between = float(np.median(apart[1]))
        within = float(np.median(apart[m]))
        nearer = float(np.mean(neighbours > apart[m]))
        if between > ALTERNATING_RATIO * within and nearer >= ALTERNATING_FRACTION:
            return m
    return 1


def _differences(values: np.ndarray) -> dict[int, np.ndarray]:
    """Mean difference of each slice from that 1, 2 and 3 slices on, HU; bone counts as metal, gas as air."""
    step = max(1, -(-max(values.shape[1:]) // COMPARED_EDGE))
    small: deque[np.ndarray] = deque(maxlen=4)
    apart: dict[int, list[float]] = {1: [], 2: [], 3: []}
    for plane in values:
        small.append(np.clip(plane[::step, ::step], -1000, 1000).astype(np.int32))
        for m in range(1, len(small)):
            apart[m].append(float(np.abs(small[-1] - small[-1 - m]).mean()))
    return {m: np.array(found) for m, found in apart.items()}


def every(ordered: Sequence[Slice], count: int) -> tuple[Acquisition, ...]:
    """The slices of a stack dealt out in turn."""
    return tuple(
        Acquisition(tuple(ordered[k::count]), f"every {_NTH[count]} slice from slice {k + 1} on")
        for k in range(count)
    )


_NTH = {2: "second", 3: "third"}


def choose(found: tuple[Acquisition, ...], acquisition: str | None, where: str) -> tuple[Slice, ...]:
    """The slices of the acquisition asked for: its place in the list, from 1.

    Raises
    ------
    BadInput
        If none was asked for; the message lists them.
    UnknownName
        If the one asked for is not there.
    """
    if acquisition is None:
        listed = "; ".join(f"{k}: {describe(a)}" for k, a in enumerate(found[:_LISTED], start=1))
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise BadInput(
            f"{len(found)} acquisitions share the series and lie between each other: {listed}{more}",
            where=where,
            expected="one acquisition: slices of several make one stack of none of them",
            remedy="choose one with --acquisition N, or export it alone; --acquisition all takes all as one",
        )
    names = [str(k) for k in range(1, len(found) + 1)]
    if acquisition not in names:
        raise UnknownName("acquisition", acquisition, (*names, ALL), where=where)
    return found[int(acquisition) - 1].slices


ALL = "all"


def describe(a: Acquisition) -> str:
    """One line about an acquisition: how many slices, from where to where, and what tells it apart."""
    heights = _heights(a.slices, a.slices[0].normal)
    return f"{len(a.slices)} images from {heights[0]:.1f} to {heights[-1]:.1f} mm ({a.label})"
