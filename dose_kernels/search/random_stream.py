"""Random numbers of one annealing run: its own stream, so that runs beside each other cannot disturb it.

SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195): one 64-bit word of state.
"""

import math

import numpy as np

from dose_kernels.compile.options import lean

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_UNIT = 1.0 / 9007199254740992.0  # 2^-53


@lean
def uniform(random):
    """A float64 in [0, 1); ``random`` (1,) uint64 is the stream's state."""
    random[0] += _GOLDEN
    z = random[0]
    z = (z ^ (z >> _S30)) * _MIX1
    z = (z ^ (z >> _S27)) * _MIX2
    z = z ^ (z >> _S31)
    return (z >> _S11) * _UNIT


@lean
def normal(random):
    """A standard normal deviate (Box and Muller; the second of each pair is not used)."""
    return math.sqrt(-2.0 * math.log(1.0 - uniform(random))) * math.cos(2.0 * math.pi * uniform(random))


@lean
def below(random, count):
    """An integer in 0 .. count - 1."""
    return min(int(uniform(random) * count), count - 1)
