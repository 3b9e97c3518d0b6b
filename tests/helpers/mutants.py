"""Damaged files, made from whole ones with a seed: what a bad disk, a bad writer or an attacker leaves."""

import struct
import warnings
from io import BytesIO

import numpy as np
from pydicom import DataElement, Dataset, dcmread, dcmwrite
from pydicom.config import disable_value_validation

ABSURD = (
    "nan",
    "inf",
    "-1",
    "0",
    "1e300",
    "-99999999",
    "65535",
    "1e-300",
    "",
    "A" * 40,
    "1\\2\\3\\4",
    "1_0",
    "\\",
)
PIXEL_DATA = 0x7FE00010


def mutant(content, seed):
    """One damaged copy of ``content`` and the name of what was done; the same for the same seed."""
    rng = np.random.default_rng(seed)
    how = (flip, flip, length, truncate, cut_out, repeat, drop, drop, absurd, absurd, empty_sequence)
    act = how[rng.integers(len(how))]
    return act(content, rng), act.__name__


def flip(content, rng):
    """One to eight bytes changed anywhere but in the preamble."""
    out = bytearray(content)
    for _ in range(int(rng.integers(1, 9))):
        out[int(rng.integers(128, len(out)))] = int(rng.integers(256))
    return bytes(out)


def length(content, rng):
    """Some length field wrong: two or four bytes behind something that looks like a value representation."""
    out = bytearray(content)
    places = [k for k in range(132, len(out) - 8) if out[k : k + 2].isalpha() and out[k : k + 2].isupper()]
    place = int(rng.choice(places)) if places else 140
    value = int(rng.choice([0, 1, 7, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, int(rng.integers(2**16))]))
    if rng.random() < 0.5:
        out[place + 2 : place + 4] = struct.pack("<H", value & 0xFFFF)
    else:
        out[place + 4 : place + 8] = struct.pack("<I", value)
    return bytes(out)


def truncate(content, rng):
    return content[: int(rng.integers(0, len(content)))]


def cut_out(content, rng):
    start = int(rng.integers(0, len(content)))
    return content[:start] + content[start + int(rng.integers(1, 200)) :]


def repeat(content, rng):
    start = int(rng.integers(132, len(content)))
    chunk = content[start : start + int(rng.integers(1, 200))]
    return content[:start] + chunk + content[start:]


def drop(content, rng):
    """One element, or one item of a sequence, gone."""

    def act(dataset, element):
        if element.VR == "SQ" and len(element.value) and rng.random() < 0.5:
            del element.value[int(rng.integers(len(element.value)))]
        else:
            del dataset[element.tag]

    return _rewritten(content, rng, act)


def absurd(content, rng):
    """One value replaced by one that makes no sense."""

    def act(dataset, element):
        value = ABSURD[int(rng.integers(len(ABSURD)))]
        if element.VR in ("US", "SS", "UL", "SL"):
            element.value = int(rng.choice([0, 1, 7, 255, 32767, 65535 if element.VR == "US" else 9]))
        elif element.VR in ("FL", "FD"):
            element.value = [float(rng.choice([0.0, np.nan, np.inf, -1e30, 1e30]))] * 3
        elif element.VR in ("DS", "IS"):
            dataset[element.tag] = DataElement(element.tag, "LT", value)  # written as it stands
            dataset[element.tag].VR = "LT"
        elif element.VR not in ("SQ", "OB", "OW", "AT"):
            element.value = value

    return _rewritten(content, rng, act)


def empty_sequence(content, rng):
    def act(dataset, element):
        if element.VR == "SQ":
            element.value = []
        elif element.tag == PIXEL_DATA:
            del dataset[element.tag]  # pydicom cannot write an empty one
        else:
            element.clear()

    return _rewritten(content, rng, act, only_sequences=rng.random() < 0.7)


def _rewritten(content, rng, act, only_sequences=False):
    with warnings.catch_warnings(), disable_value_validation():
        warnings.simplefilter("ignore")
        dataset = dcmread(BytesIO(content))
        places = [(d, e) for d, e in _elements(dataset) if not only_sequences or e.VR == "SQ"]
        if not places:
            return truncate(content, rng)
        act(*places[int(rng.integers(len(places)))])
        out = BytesIO()
        dcmwrite(
            out, dataset, implicit_vr=dataset.file_meta.TransferSyntaxUID.is_implicit_VR, little_endian=True
        )
        return out.getvalue()


def _elements(dataset: Dataset):
    for element in list(dataset):
        yield dataset, element
        if element.VR == "SQ":
            for item in element.value:
                yield from _elements(item)
