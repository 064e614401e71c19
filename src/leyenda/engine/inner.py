"""Functions that only other compiled functions call: kept as LLVM's text until a rule takes them in.

Why     Numba makes machine code of every function, optimised together with all it calls, again at every level of calls.
        What is inside of a rule is needed once, where it was taken in.
"""

from typing import Any

from numba import _dynfunc  # type: ignore[attr-defined]
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompilerBase, DefaultPassBuilder
from numba.core.compiler_machinery import register_pass
from numba.core.typed_passes import NativeLowering


class Kept(JITCodeLibrary):
    """The text of one function and of those it calls, to be linked into its callers; no machine code comes of it."""

    def _optimize_final_module(self) -> None:
        """Left to whoever takes it in."""

    def _finalize_final_module(self) -> None:
        self._finalized = True


@register_pass(mutates_CFG=True, analysis_only=False)
class KeptLowering(NativeLowering):
    """Lower a function to text that callers link."""

    _name = "kept_lowering"

    def run_pass(self, state: Any) -> bool:
        """Numba's own lowering, less the machine code."""
        context, name = state.targetctx, state.func_id.func_qualname
        state.library = Kept(context.codegen(), name)
        state.flags.no_compile = True
        super().run_pass(state)
        lowered = state.cr
        entry = _dynfunc.make_function(lowered.fndesc.lookup_module(), name, "", 0, lowered.env, (state.library,))
        context.insert_user_function(entry, lowered.fndesc, [state.library])
        state.cr = lowered._replace(cfunc=entry)
        return True


class Inner(CompilerBase):
    """The compiler of functions inside of rules."""

    def define_pipelines(self) -> list[Any]:
        """Numba's usual passes with a lowering of our own."""
        passes = DefaultPassBuilder.define_nopython_pipeline(self.state)
        passes.passes = [(KeptLowering if step is NativeLowering else step, what) for step, what in passes.passes]
        passes.finalize()
        return [passes]
