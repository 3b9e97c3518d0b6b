"""The one place for compilation options, each with its reason."""

import numba
from numba.core import types
from numba.extending import intrinsic

from dose_kernels import stamp

stamp.install()

# Reordering, contraction to fused multiply-add, reciprocal division and sign-of-zero freedom let the compiler
# vectorise.  "nnan" and "ninf" are left out on purpose: a NaN or infinity must stay visible.
FAST_MATH = {"reassoc", "contract", "arcp", "nsz", "afn"}

# cache: compile once per machine, not once per process.  nogil: kernels may run beside file writing.
# error_model: a division by zero gives inf or nan as in NumPy; the check Python makes stops vectorisation.
_COMMON = {"cache": True, "nogil": True, "error_model": "numpy"}

# Plain float64 semantics: for the exact engine, whose bits must not depend on how loops are vectorised.
exact = numba.njit(**_COMMON)

# Speed where rounding differences of 1e-6 do not matter.
fast = numba.njit(fastmath=FAST_MATH, **_COMMON)

# As fast, but always compiled into its caller: loops over short blocks, whose call would cost as much.
fast_inline = numba.njit(fastmath=FAST_MATH, forceinline=True, **_COMMON)

# Parallel over outputs only (one thread owns one output), so any number of threads gives the same bits.
exact_parallel = numba.njit(parallel=True, **_COMMON)
fast_parallel = numba.njit(parallel=True, fastmath=FAST_MATH, **_COMMON)

prange = numba.prange


def _tag(builder, instruction, own):
    """Say that arrays of different roles never overlap; without it a loop that stores does not vectorise."""
    module = builder.module
    domain = module.add_metadata(["dose_kernels"])
    roles = {role: module.add_metadata([role, domain]) for role in ("input", "output")}
    instruction.set_metadata("alias.scope", module.add_metadata([roles[own]]))
    instruction.set_metadata("noalias", module.add_metadata([r for role, r in roles.items() if role != own]))


def _pointer(context, builder, array_type, array, index):
    return builder.gep(context.make_array(array_type)(context, builder, array).data, [index], inbounds=True)


@intrinsic
def load(typing_context, array, index):
    """``array[index]`` of a 1D C array that no ``store`` of the same loop writes; index >= 0, unchecked."""

    def generate(context, builder, signature, arguments):
        value = builder.load(_pointer(context, builder, signature.args[0], *arguments))
        _tag(builder, value, "input")
        return value

    return array.dtype(array, index), generate


@intrinsic
def load_own(typing_context, array, index):
    """``array[index]`` of a 1D C array that the same loop writes at the same index."""

    def generate(context, builder, signature, arguments):
        value = builder.load(_pointer(context, builder, signature.args[0], *arguments))
        _tag(builder, value, "output")
        return value

    return array.dtype(array, index), generate


@intrinsic
def store(typing_context, array, index, value):
    """``array[index] = value`` of a 1D C array that no ``load`` of the same loop reads; unchecked."""

    def generate(context, builder, signature, arguments):
        pointer = _pointer(context, builder, signature.args[0], *arguments[:2])
        _tag(builder, builder.store(arguments[2], pointer), "output")
        return context.get_dummy_value()

    return types.void(array, index, array.dtype), generate


@intrinsic
def float_of_bits(typing_context, bits):
    """The float32 whose 32 bits are those of the int32 ``bits``."""

    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(types.float32))

    return types.float32(bits), generate


@intrinsic
def bits_of_float(typing_context, value):
    """The 32 bits of a float32 as int32; undoes ``float_of_bits``."""

    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(types.int32))

    return types.int32(value), generate
