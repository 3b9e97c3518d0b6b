"""The one place for compilation options, each with its reason."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from numba.core import config, types
from numba.core.cgutils import do_boundscheck, ir
from numba.extending import intrinsic

from dose_kernels.compile import cache_key
from dose_kernels.compile.two_faces import Kernel

cache_key.install()


def _load_array_functions() -> None:
    """Load numba's array functions, which every kernel needs, without the BLAS they look for in scipy.

    That takes a quarter of a second at the first kernel of every process, and no kernel here multiplies
    matrices.  scipy itself stays as loadable as before.
    """
    name = "scipy.linalg"
    if name in sys.modules:
        return
    # An import of it fails at once, which numba takes for "no BLAS".
    sys.modules[name] = None  # type: ignore[assignment]  # as the import system documents it
    try:
        import numba.np.arraymath  # noqa: F401
    finally:
        del sys.modules[name]


_load_array_functions()

# Reordering, contraction to fused multiply-add, reciprocal division and sign-of-zero freedom let the compiler
# vectorise.  "nnan" and "ninf" are left out on purpose: a NaN or infinity must stay visible.
FAST_MATH = {"reassoc", "contract", "arcp", "nsz", "afn"}

# boundscheck: as NUMBA_BOUNDSCHECK says.  nogil: kernels may run beside file writing.
# error_model: a division by zero gives inf or nan as in NumPy; the check Python makes stops vectorisation.
# no_cfunc_wrapper: nobody calls a kernel from C; the wrappers for it take a tenth of the compile time.
_COMMON: dict[str, Any] = {
    "nopython": True,
    "boundscheck": None,
    "nogil": True,
    "error_model": "numpy",
    "no_cfunc_wrapper": True,
}

_Kernel = TypeVar("_Kernel", bound=Callable[..., Any])


def _compiled(**options: Any) -> Callable[[_Kernel], _Kernel]:
    """A decorator that makes a ``Kernel``; who calls that sees the function's own signature."""

    def decorate(function: _Kernel) -> _Kernel:
        if config.DISABLE_JIT:  # type: ignore[attr-defined]  # numba sets it as it is loaded
            return function
        made: Any = Kernel(function, targetoptions=_COMMON | options)
        return made

    return decorate


# Plain float64 semantics: for the exact engine, whose bits must not depend on how loops are vectorised.
exact = _compiled()

# Speed where rounding differences of 1e-6 do not matter.
fast = _compiled(fastmath=FAST_MATH)

# As fast, but always compiled into its caller: loops over short blocks, whose call would cost as much.
fast_inline = _compiled(fastmath=FAST_MATH, forceinline=True)

# As those two, for kernels that make no arrays and return none: references to arrays are not counted.  Each
# count is an atomic operation on a word that all threads share, and in kernels that pass many arrays to many
# small functions they take most of the time.  (numba's name for it begins with an underscore; it says so at
# compile time where an array is made nevertheless.)
lean = _compiled(fastmath=FAST_MATH, _nrt=False)
lean_inline = _compiled(fastmath=FAST_MATH, forceinline=True, _nrt=False)


def _tag(builder, instruction, own):
    """Say that arrays of different roles never overlap; without it a loop that stores does not vectorise.

    It holds within one function, so that what one function stores another one may load.
    """
    module = builder.module
    domain = module.add_metadata([builder.function.name])
    roles = {role: module.add_metadata([role, domain]) for role in ("input", "output")}
    instruction.set_metadata("alias.scope", module.add_metadata([roles[own]]))
    instruction.set_metadata("noalias", module.add_metadata([r for role, r in roles.items() if role != own]))


def _pointer(context, builder, array_type, array, index, width=1):
    """Where ``width`` values from ``index`` on begin; with NUMBA_BOUNDSCHECK=1 they must lie in the array."""
    array = context.make_array(array_type)(context, builder, array)
    if config.BOUNDSCHECK:
        size = builder.extract_value(array.shape, 0)
        first = index if index.type == size.type else builder.sext(index, size.type)
        last = builder.add(first, ir.Constant(size.type, width - 1))
        for at in (first, last):
            do_boundscheck(context, builder, at, size)
    return builder.gep(array.data, [index], inbounds=True)


@intrinsic
def load(typing_context, array, index):
    """``array[index]`` of a 1D C array that no ``store`` of this function writes; index >= 0."""

    def generate(context, builder, signature, arguments):
        value = builder.load(_pointer(context, builder, signature.args[0], *arguments))
        _tag(builder, value, "input")
        return value

    return array.dtype(array, index), generate


@intrinsic
def load_own(typing_context, array, index):
    """``array[index]`` of a 1D C array that this function writes at the same index."""

    def generate(context, builder, signature, arguments):
        value = builder.load(_pointer(context, builder, signature.args[0], *arguments))
        _tag(builder, value, "output")
        return value

    return array.dtype(array, index), generate


@intrinsic
def store(typing_context, array, index, value):
    """``array[index] = value`` of a 1D C array that no ``load`` of this function reads.

    Parameters
    ----------
    typing_context : numba's own; callers leave it out
    array : (n,), any type
        Written to.
    index : int
        0 or more.
    value : number
        Cast to the array's type.
    """

    def generate(context, builder, signature, arguments):
        pointer = _pointer(context, builder, signature.args[0], *arguments[:2])
        _tag(builder, builder.store(arguments[2], pointer), "output")
        return context.get_dummy_value()

    return types.void(array, index, array.dtype), generate


# Numbers that ``set_lanes`` and ``add_lanes`` handle at once: a vector register, or two or four smaller ones.
LANES = 16


def _weigh_lanes(context, builder, signature, arguments, keep):
    vector = ir.VectorType(ir.FloatType(), LANES)
    flags = ("reassoc", "contract", "nsz")
    out_type, _, source_type, places_type, weights_type = signature.args
    out, to, source, places, weights = arguments
    target = builder.bitcast(_pointer(context, builder, out_type, out, to, LANES), vector.as_pointer())
    total = builder.load(target, align=4, typ=vector) if keep else None
    for tap in range(len(places_type)):
        place = builder.extract_value(places, tap)
        pointer = _pointer(context, builder, source_type, source, place, LANES)
        pointer = builder.bitcast(pointer, vector.as_pointer())
        single = builder.insert_element(
            ir.Constant(vector, None), builder.extract_value(weights, tap), ir.Constant(ir.IntType(32), 0)
        )
        everywhere = builder.shuffle_vector(
            single, ir.Constant(vector, None), ir.Constant(ir.VectorType(ir.IntType(32), LANES), None)
        )
        part = builder.fmul(everywhere, builder.load(pointer, align=4, typ=vector), flags=flags)
        total = part if total is None else builder.fadd(total, part, flags=flags)
    builder.store(total, target, align=4)
    return context.get_dummy_value()


@intrinsic
def set_lanes(typing_context, out, to, source, places, weights):
    """``LANES`` float32 from ``out[to]`` on: the sum of weight x those of ``source`` from each place on.

    Written as vectors, as a loop of so few steps is not made into them.

    Parameters
    ----------
    typing_context : numba's own; callers leave it out
    out : (n,) float32, C order
        Written to.
    to : int
    source : (m,) float32, C order
    places : tuple of int
        One or more.
    weights : tuple of float32
        One for each place.
    """
    return types.void(out, to, source, places, weights), partial(_weigh_lanes, keep=False)


@intrinsic
def add_lanes(typing_context, out, to, source, places, weights):
    """As ``set_lanes``, added to what is there.

    Parameters
    ----------
    typing_context, out, to, source, places, weights : as for ``set_lanes``
    """
    return types.void(out, to, source, places, weights), partial(_weigh_lanes, keep=True)


@intrinsic
def take(typing_context, counter):
    """The value of ``counter[0]`` (int64), which is raised by one; no two threads get the same."""

    def generate(context, builder, signature, arguments):
        pointer = _pointer(context, builder, signature.args[0], arguments[0], ir.Constant(ir.IntType(64), 0))
        return builder.atomic_rmw("add", pointer, ir.Constant(ir.IntType(64), 1), "monotonic")

    return types.int64(counter), generate


@intrinsic
def float_of_bits(typing_context, bits):
    """The float32 whose 32 bits are those of the int32 ``bits``."""

    def generate(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(types.float32))

    return types.float32(bits), generate
