"""Texts with damage, made from whole ones with a seed."""

import numpy as np

PIECES = (
    "nan",
    "-inf",
    "1e999",
    "1_0",
    "[" * 3000,
    "{}",
    "null",
    '"',
    "\\u0000",
    "\0",
    "\ufeff",
    "-",
    "9" * 400,
    ",,",
    ";",
)


def damaged(content, seed):
    """A damaged copy of a text file; the same for the same seed."""
    rng = np.random.default_rng(seed)
    out = bytearray(content)
    place = int(rng.integers(len(out)))
    act = int(rng.integers(7))
    if act == 0:
        for _ in range(int(rng.integers(1, 6))):
            out[int(rng.integers(len(out)))] = int(rng.integers(256))
    elif act == 1:
        del out[place:]
    elif act == 2:
        del out[place : place + int(rng.integers(1, 60))]
    elif act == 3:
        out[place:place] = out[max(0, place - 50) : place]
    elif act == 4:
        out[place:place] = PIECES[int(rng.integers(len(PIECES)))].encode()
    else:  # one number or word replaced
        words = bytes(out).split(b"," if act == 5 else b":")
        words[int(rng.integers(len(words)))] = PIECES[int(rng.integers(len(PIECES)))].encode()
        out = bytearray((b"," if act == 5 else b":").join(words))
    return bytes(out)
