"""Rules as C: the same functions, statement by statement, on the same bytes.

Why     A twin written by hand goes stale with the next edit of a rule; this one is made from the file that Numba compiles.
"""

import ast
import ctypes
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np

from leyenda.studies.bench.expressions import Value
from leyenda.studies.bench.rows import SkippedError
from leyenda.studies.bench.statements import Function
from leyenda.studies.bench.types_in_c import KEY, NOTHING, REAL, WHOLE, Type, field, structs, tuple_of

FLAGS = ("-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno", "-fwrapv", "-shared", "-fPIC", "-w")
PREFIX = "on_worlds_"
HEADER = """#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
static inline double max_f(double a, double b) { return b > a ? b : a; }
static inline double min_f(double a, double b) { return b < a ? b : a; }
static inline int64_t max_i(int64_t a, int64_t b) { return b > a ? b : a; }
static inline int64_t min_i(int64_t a, int64_t b) { return b < a ? b : a; }
static inline int64_t mod_i(int64_t a, int64_t b) { int64_t r = a % b; return r != 0 && (r < 0) != (b < 0) ? r + b : r; }
static inline int64_t div_i(int64_t a, int64_t b) { return (a - mod_i(a, b)) / b; }
"""


class Twin:
    """One C file: a header for a world's layout and the functions asked for, each with all it calls."""

    def __init__(self, source: str, dtype: np.dtype[Any]) -> None:
        tree = ast.parse(source)
        self.nodes = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        self.constants: dict[str, Any] = {}
        kept: list[ast.stmt] = [node for node in tree.body if isinstance(node, (ast.Assign, ast.Import))]
        exec(compile(ast.Module(kept, []), "constants", "exec"), self.constants)
        self.records: dict[str, np.dtype[Any]] = {}
        self.parts = [HEADER, structs(dtype, "world", self.records)]
        self.done: dict[tuple[Any, ...], tuple[str, Type]] = {}
        self.written: set[str] = set()

    def function(self, name: str, types: tuple[Type, ...]) -> tuple[str, Type]:
        """The C name and the result of a function for these argument types, translated when first asked for."""
        if (name, types) not in self.done:
            made = Function(self, self.nodes[name], types, f"{name}_{len(self.done)}")
            self.parts.append(made.text)
            self.done[name, types] = made.name, made.result or NOTHING
        return self.done[name, types]

    def once(self, name: str, text: str) -> None:
        """Write a declaration unless it is there."""
        if name not in self.written:
            self.written.add(name)
            self.parts.append(text)

    def struct(self, parts: tuple[Type, ...]) -> Type:
        """A struct of several values."""
        kind = tuple_of(parts)
        fields = " ".join(f"{part.c} f{k};" for k, part in enumerate(parts))
        self.once(kind.name, f"typedef struct {{ {fields} }} {kind.name};")
        return kind

    def constant(self, name: str) -> Value:
        """A constant of the module as a literal, a table as a static array."""
        value = self.constants[name]
        if isinstance(value, np.ndarray):
            listed = ", ".join(float(x).hex() for x in value)
            self.once(name, f"static const double {name}[] = {{ {listed} }};")
            return Type("array", "double", value.shape), name
        if isinstance(value, np.uint64):
            return KEY, f"UINT64_C({value})"
        if isinstance(value, (int, np.integer)):
            return WHOLE, f"INT64_C({value})"
        return REAL, "(double)NAN" if value != value else float(value).hex()

    def export(self, name: str, call: str, types: tuple[Type, ...], weekly: bool) -> None:
        """A function that others can call: on some worlds, from one week to another."""
        made, _ = self.function(name, types)
        body = f"for (int64_t week = first; week < last; week++) {made}({call});" if weekly else f"{made}({call});"
        self.parts.append(f"void {PREFIX}{name}(world *w, int64_t number, int64_t first, int64_t last) {{")
        self.parts.append(f"  for (int64_t k = 0; k < number; k++, w++) {body}\n}}")

    def rule(self, name: str) -> None:
        """Export a rule."""
        par = field(self.records["world"], "world", "par")
        own = field(self.records[par.name], par.name, name)
        self.export(name, f"w, &w->m_par.m_{name}, week", (Type("record", "world"), own, WHOLE), True)

    def weeks(self, name: str) -> None:
        """Export a function that goes from one week to another by itself."""
        self.export(name, "w, first, last", (Type("record", "world"), WHOLE, WHOLE), False)

    def compile(self, folder: Path) -> ctypes.CDLL:
        """The C file compiled and loaded."""
        compiler = shutil.which("cc")
        if compiler is None:
            raise SkippedError("there is no C compiler (cc) here")
        source, library = folder / "twin.c", folder / "twin.so"
        source.write_text("\n".join(self.parts), encoding="utf-8")
        subprocess.run([compiler, *FLAGS, "-o", str(library), str(source), "-lm"], check=True)
        return ctypes.CDLL(str(library))
