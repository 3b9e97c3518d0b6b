"""The one place for compilation options, each with its reason."""

import numba

# Reordering, contraction to fused multiply-add, reciprocal division and sign-of-zero freedom let the compiler
# vectorise.  "nnan" and "ninf" are left out on purpose: a NaN or infinity must stay visible.
FAST_MATH = {"reassoc", "contract", "arcp", "nsz", "afn"}

# cache: compile once per machine, not once per process.  nogil: kernels may run beside file writing.
_COMMON = {"cache": True, "nogil": True}

# Plain float64 semantics: for the exact engine, whose bits must not depend on how loops are vectorised.
exact = numba.njit(**_COMMON)

# Speed where rounding differences of 1e-6 do not matter.
fast = numba.njit(fastmath=FAST_MATH, **_COMMON)

# Parallel over outputs only (one thread owns one output), so any number of threads gives the same bits.
exact_parallel = numba.njit(parallel=True, **_COMMON)
fast_parallel = numba.njit(parallel=True, fastmath=FAST_MATH, **_COMMON)

prange = numba.prange
