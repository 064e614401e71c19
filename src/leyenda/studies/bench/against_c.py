"""The three hottest rules and the whole week, as Numba compiles them, against C on the same bytes of worlds in mid-run."""

import ctypes
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numba
import numpy as np
import numpy.typing as npt

from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.results.loading import load
from leyenda.rules import SCHEDULE
from leyenda.scenario import Scenario
from leyenda.studies.bench.rows import Row, busy, taking_turns
from leyenda.studies.bench.twin import PREFIX, Twin

Array = npt.NDArray[Any]
Call = Callable[[Array, int, int], None]
GOAL = "at least 0.9"
DRIVER = """def drive(pointer, number, first, last):
    worlds = carray(pointer, number)
    for k in range(number):
        world = worlds[k]
        {body}
"""
RULE = "for week in range(first, last): called(world, world.par.{name}, week)"
WEEK = "called(world, first, last)"


def middle_of_run(scenario: Scenario, worlds: int, week: int) -> Array:
    """Some worlds as they are in this week."""
    compiled.ready(first(scenario, 0, 1), scenario.size)
    blocks = [first(scenario, world, 1) for world in range(worlds)]
    for block in blocks:
        compiled.start(block)
        compiled.advance(block, 0, week)
    return np.array(blocks)


def bound(address: int) -> Call:
    """Compiled code at an address as a call on some worlds; both sides are called this way, so that it cancels."""
    call = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_int64)(address)
    return lambda worlds, week, last: call(worlds.ctypes.data, len(worlds), week, last)


def by_numba(dtype: np.dtype[Any], name: str) -> Call:
    """A rule, or the whole week, of the compiled step behind a C signature."""
    nb: Any = numba
    space: dict[str, Any] = {"carray": nb.carray, "called": getattr(compiled.imported(str(compiled.file_for(dtype))), name)}
    exec(DRIVER.format(body=WEEK if name == "advance" else RULE.format(name=name)), space)
    pointer = nb.types.CPointer(nb.from_dtype(dtype))
    with compiled.brief_types():
        made = nb.cfunc(nb.void(pointer, nb.int64, nb.int64, nb.int64))(space["drive"])
    call = bound(made.address)
    return lambda worlds, week, last: made and call(worlds, week, last)


def by_c(dtype: np.dtype[Any], folder: Path) -> dict[str, Call]:
    """Every rule and the whole week in C."""
    twin = Twin(compiled.file_for(dtype).read_text(encoding="utf-8"), dtype)
    for name in SCHEDULE:
        twin.rule(name)
    twin.weeks("advance")
    library = twin.compile(folder)
    addresses = {name: ctypes.cast(getattr(library, PREFIX + name), ctypes.c_void_p).value for name in (*SCHEDULE, "advance")}
    return {name: bound(address) for name, address in addresses.items() if address}


def copied(worlds: Array) -> Array:
    """A copy of every byte; numpy's own leaves out those between fields."""
    return worlds.view(np.uint8).copy().view(worlds.dtype)


def timed(call: Call, worlds: Array, week: int, weeks: int) -> float:
    """How long a call takes on a fresh copy of the worlds."""
    copy = copied(worlds)
    return busy(lambda: call(copy, week, week + weeks))


def hottest(calls: dict[str, Call], worlds: Array, week: int, weeks: int) -> list[str]:
    """The three rules that take longest."""
    spent = {name: median(timed(calls[name], worlds, week, weeks) for _ in range(3)) for name in SCHEDULE}
    return sorted(SCHEDULE, key=lambda name: -spent[name])[:3]


def same(one: Call, other: Call, worlds: Array, week: int, weeks: int) -> bool:
    """Whether two calls leave the same bytes behind. A rule may have had no occasion to change any; the whole week always has."""
    a, b = copied(worlds), copied(worlds)
    one(a, week, week + weeks)
    other(b, week, week + weeks)
    return a.tobytes() == b.tobytes()


def compared(name: str, ours: Call, theirs: Call, worlds: Array, week: int, weeks: int, repetitions: int) -> Row:
    """One line: a rule by Numba against the same in C, which must leave the same bytes behind."""
    if not same(ours, theirs, worlds, week, weeks):
        raise AssertionError(f"{name} in C leaves other bytes behind")
    pairs = taking_turns(lambda: timed(ours, worlds, week, weeks), lambda: timed(theirs, worlds, week, weeks), repetitions)
    called = len(worlds) * weeks
    note = f"{1e6 * median(a for a, _ in pairs) / called:.1f} us a week; same bytes after {called} weeks"
    what = "the whole week" if name == "advance" else f"rule {name}"
    return Row(f"{what}, speed over C's", tuple(b / a for a, b in pairs), GOAL, note)


def rows(scenario: str = "guadalajara-1985", number: int = 8, week: int = 390, weeks: int = 52, repetitions: int = 15) -> Iterator[Row]:
    """Numba's speed over C's."""
    worlds = middle_of_run(load(scenario), number, week)
    with tempfile.TemporaryDirectory() as folder:
        in_c = by_c(worlds.dtype, Path(folder))
        for name in (*hottest(in_c, worlds, week, weeks), "advance"):
            yield compared(name, by_numba(worlds.dtype, name), in_c[name], worlds, week, weeks, repetitions)
