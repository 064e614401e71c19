"""The compiled step: generated, compiled once for a layout and kept on disk.

Why     A cold compile is mostly Numba's own Python, one function after the other. Two processes share it: a helper
        compiles the second half of the rules into the disk cache while this one compiles the first.
"""

import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
from numba import int64, typeof, types
from numba.core.errors import NumbaError

from leyenda.engine.source import generate, written
from leyenda.rules import ADDED, module, schedule
from leyenda.scenario import InputError

LOCK = threading.Lock()
HELPER = "import sys, json; from leyenda.engine.compiled import compile_rules; compile_rules(*json.loads(sys.stdin.read()))"


def brief(record: Any) -> str:
    """A record type in a word."""
    return f"Record({record.size})"


@contextmanager
def brief_types() -> Iterator[None]:
    """While compiling, a record type is written by its size, not by its 400 fields: that alone took a third of the time."""
    kind: Any = types.Record
    long = kind.__repr__
    kind.__repr__ = brief
    try:
        yield
    finally:
        kind.__repr__ = long


@lru_cache(maxsize=8)
def imported(path: str) -> ModuleType:
    """A generated file as a module; nothing is compiled yet."""
    name = Path(path).stem
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded  # Numba finds the module of a cached function by its name
    spec.loader.exec_module(loaded)
    return loaded


def file_for(dtype: np.dtype[Any]) -> Path:
    """The generated file for a layout and the rules in use."""
    week = schedule()
    return file_of(dtype, tuple(dict.fromkeys(map(module, week))), week)


@lru_cache(maxsize=8)
def file_of(dtype: np.dtype[Any], modules: tuple[ModuleType, ...], week: tuple[str, ...]) -> Path:
    """The generated file of these rules."""
    return written(generate(modules, week), str(dtype.descr))


def halves() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is compiled here, and what meanwhile by the helper."""
    names = ("survey", *schedule(), "record")
    return names[: len(names) // 2], names[len(names) // 2 :]


def is_compiled(dtype: np.dtype[Any]) -> bool:
    """Whether the compiled step for a layout lies in the cache already."""
    path = file_for(dtype)
    return any((path.parent / "__pycache__").glob(f"{path.stem}.advance*.nbc"))


def compile_rules(path: str, size: str, parameters: list[Any], switches: list[str], names: list[str]) -> None:
    """Compile some rules of a generated file into the disk cache."""
    from leyenda.world.layout import world_dtype

    dtype = world_dtype(size, tuple((rule, tuple(fields)) for rule, fields in parameters), tuple(switches))
    with brief_types():
        compile_named(imported(path), np.zeros((), dtype), names)


def compile_named(loaded: ModuleType, block: npt.NDArray[Any], names: Sequence[str]) -> None:
    """Compile rules, and what is around them, one after the other."""
    world, par = typeof(block[()]), block.dtype["par"].names or ()
    for name in names:
        own = (typeof(block["par"][name][()]),) if name in par else ()
        getattr(loaded, name).compile((world, *own, int64))


def ready(block: npt.NDArray[Any], size: str) -> None:
    """Compile the step for this world's layout before any thread needs it. Raises InputError for a plug-in that cannot be."""
    with LOCK, brief_types():
        loaded = imported(str(file_for(block.dtype)))
        try:
            if not loaded.advance.signatures and not is_compiled(block.dtype):
                share_work(block, size, loaded)
            loaded.start(block.copy()[()])
            loaded.advance(block.copy()[()], 0, 0)
        except NumbaError as error:
            if not ADDED:
                raise
            found, expected = f"cannot be compiled ({str(error)[:200]})", "rules that leyenda check finds nothing wrong with"
            raise InputError(key=", ".join(ADDED), found=found, expected=expected) from None


def share_work(block: npt.NDArray[Any], size: str, loaded: ModuleType) -> None:
    """A helper process compiles half of the rules; should it fail, they are compiled here, only later."""
    par, (mine, helpers) = block.dtype["par"], halves()
    parameters = [(rule, par[rule].names) for rule in par.names or ()]
    work = json.dumps([loaded.__file__, size, parameters, block.dtype["on"].names, helpers])
    helper = subprocess.Popen([sys.executable, "-c", HELPER], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert helper.stdin is not None
    helper.stdin.write(work)
    helper.stdin.close()
    try:
        compile_named(loaded, block, mine)
        helper.wait()
    except BaseException:
        helper.kill()
        raise


def start(block: npt.NDArray[Any]) -> None:
    """The first moment of a world."""
    imported(str(file_for(block.dtype))).start(block[()])


def advance(block: npt.NDArray[Any], first: int, last: int) -> None:
    """Weeks first to last - 1, compiled; releases the interpreter lock."""
    imported(str(file_for(block.dtype))).advance(block[()], first, last)
