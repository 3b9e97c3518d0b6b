"""A kernel has two faces: one for Python, one for other kernels.

Of every function numba makes machine code, and a wrapper that takes Python's objects apart.  Most kernels are
called by kernels alone, which link their code into their own; for those neither is made, which saves two
fifths of all compile time.  A kernel that is called by both is compiled for each.
"""

from functools import cached_property

from numba.core.caching import CompileResultCacheImpl, FunctionCache
from numba.core.codegen import JITCodeLibrary, ll
from numba.core.compiler import Compiler, CompileResult
from numba.core.registry import CPUDispatcher

from dose_kernels.compile.once import OnceCompiled


class _CodeToLink(JITCodeLibrary):
    """Optimised code that callers link into theirs; no machine code is made of it by itself."""

    def _finalize_final_module(self):
        self._finalize_dynamic_globals()
        self._verify_declare_only_symbols()
        self._finalized = True

    def serialize_using_object_code(self):
        """Name and code, for the cache."""
        return self.name, self._get_module_for_linking().as_bitcode()

    @classmethod
    def kept(cls, codegen, name, code):
        """The library that ``serialize_using_object_code`` gave name and code of."""
        library = cls(codegen, name)
        library._shared_module = library._final_module = ll.parse_bitcode(code)
        library._finalize_final_module()
        return library


class _CompilerToLink(Compiler):
    """Numba's compiler, which stops before machine code."""

    def define_pipelines(self):
        # Here, not before: numba's own functions inherit the options, and would be compiled for these too.
        state = self.state
        state.library = _CodeToLink(state.targetctx.codegen(), state.func_id.func_qualname)
        state.flags.no_compile = state.flags.no_cpython_wrapper = True
        return super().define_pipelines()

    def _compile_core(self):
        result = super()._compile_core()._replace(entry_point=object())
        # By its entry point the code of callers finds it.
        self.state.targetctx.insert_user_function(result.entry_point, result.fndesc, [result.library])
        return result


class _CacheFilesToLink(CompileResultCacheImpl):
    """How such code is kept on disk, beside what is kept of the kernel's other face."""

    def get_filename_base(self, fullname, abiflags):
        return f"{super().get_filename_base(fullname, abiflags)}.link"

    def rebuild(self, target_context, payload):
        library, fndesc, environment, signature, objectmode, lifted, annotation, reload_init, others = payload
        return CompileResult(
            typing_context=target_context.typing_context,
            target_context=target_context,
            entry_point=object(),
            typing_error=None,
            type_annotation=annotation,
            signature=signature,
            objectmode=objectmode,
            lifted=lifted,
            fndesc=fndesc,
            library=_CodeToLink.kept(target_context.codegen(), *library),
            call_helper=None,
            environment=environment,
            metadata=None,
            reload_init=reload_init,
            referenced_envs=others,
        )


class _CacheToLink(FunctionCache):
    _impl_class = _CacheFilesToLink


class _ForKernels(CPUDispatcher):
    """A kernel as other kernels call it."""

    def __init__(self, py_func, locals=None, targetoptions=None):
        super().__init__(py_func, locals or {}, targetoptions or {}, _CompilerToLink)
        self._cache = OnceCompiled(_CacheToLink(py_func))

    def add_overload(self, result):
        self.overloads[tuple(result.signature.args)] = result


class Kernel(CPUDispatcher):
    """A kernel as Python calls it, kept on disk; other kernels that name it get ``for_kernels``.

    Both faces are compiled when first called, once for all processes of this machine.

    Parameters
    ----------
    py_func, locals, targetoptions : as for numba's own
        The function, types of its variables (none are given), and what ``numba.njit`` calls options.
    """

    def __init__(self, py_func, locals=None, targetoptions=None):
        super().__init__(py_func, locals or {}, targetoptions or {})
        self._cache = OnceCompiled(FunctionCache(py_func))

    @cached_property
    def for_kernels(self) -> _ForKernels:
        """What other kernels call."""
        return _ForKernels(self.py_func, self.locals, self.targetoptions)

    @property
    def _numba_type_(self):
        return self.for_kernels._numba_type_
