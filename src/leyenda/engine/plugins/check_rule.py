"""check_rule: what is wrong with a user's rule, found in its text and by running it in the smallest world."""

import inspect
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
from numba.core.errors import NumbaError

from leyenda import rules
from leyenda.engine import compiled, plain
from leyenda.engine.build import first
from leyenda.engine.outcome import Array, holdings
from leyenda.engine.plugins import faults, join, none_used
from leyenda.engine.plugins.blocks import different, open_books, out_of_range
from leyenda.engine.plugins.plugin import Plugin, read
from leyenda.scenario import InputError, Scenario, load
from leyenda.world.measures import survey
from leyenda.world.record import record

SMALLEST, WORLDS, WEEKS = "two-plazas", 2, 30
SAYS = ("Why ", "Source ", "Switch ")


def check_rule(rule: Callable[..., Any] | str | PathLike[str]) -> list[str]:
    """What is wrong with the rules of a plug-in, one sentence each; empty if nothing is.

    rule: the path of its file, or a function of it. The text is held against the language of rules; then the smallest
    scenario runs for 30 weeks in plain Python: twice alike, with closed books and values within their ranges, exactly as
    without the plug-in when the rule is off, and to the last bit as its compiled copy.
    """
    try:
        plugin = read(file_of(rule))
    except InputError as error:
        return [str(error)]
    if not plugin.rules:
        return [str(plugin.error("holds no rule", None, "a function under @ly.rule()"))]
    with none_used():
        said = [str(fault) for fault in (*documented(plugin), *faults(plugin))]
        return said or list(dict.fromkeys(str(plugin.error(says)) for says in behaviour(plugin)))


def file_of(rule: Callable[..., Any] | str | PathLike[str]) -> Path:
    """The file of a rule. Raises InputError for a function that is in none."""
    if not callable(rule):
        return Path(rule).resolve()
    file = inspect.getsourcefile(inspect.unwrap(rule))
    if file is None or not Path(file).is_file():
        raise InputError(key=getattr(rule, "__name__", "the rule"), found="is in no file", expected="a rule in a file of its own")
    return Path(file).resolve()


def documented(plugin: Plugin) -> Iterator[InputError]:
    """A rule says why it is, where it comes from, and what its switch takes away."""
    for word in SAYS:
        if f"\n{word}" not in (plugin.module.__doc__ or ""):
            yield plugin.error(f"does not say {word.strip()} at its top", None, f"a line that begins with {word.strip()}")


def behaviour(plugin: Plugin) -> Iterator[str]:
    """What shows only when it runs."""
    without = [run(smallest(), world)[1] for world in range(WORLDS)]
    join(plugin)
    try:
        for world, bare in enumerate(without):
            yield from in_one_world(plugin, world, bare)
        yield from apart(plugin, smallest())
    except NumbaError as error:
        yield f"cannot be compiled: {' '.join(str(error).split())[:300]}"
    except Exception as error:
        yield f"stops with {type(error).__name__}: {error}"


def in_one_world(plugin: Plugin, world: int, bare: Array) -> Iterator[str]:
    """What it does wrong in one world; `bare` is the world as it is without the plug-in."""
    scenario = smallest()
    opening, block = run(scenario, world)
    again, off = run(scenario, world)[1], run(scenario.with_(off=[rule.name for rule in plugin.rules]), world)[1]
    yield from (f"does not run alike twice: {column} differs" for column in different(block, again)[:1])
    yield from (f"has an effect when it is off: {column} differs" for column in different(bare, off)[:1])
    yield from open_books(opening, block, WEEKS)
    yield from sorted(set(out_of_range(block)) - set(out_of_range(bare)))


def smallest() -> Scenario:
    """The smallest scenario under the rules in use."""
    return load(SMALLEST, rules.switches())


def run(scenario: Scenario, world: int) -> tuple[Array, Array]:
    """What each account class holds before the first week, and the world after some weeks in plain Python."""
    block = first(scenario, world, 1)
    opening = holdings(block)
    with np.errstate(all="ignore"):  # what is no number lies in no range, and is found there
        plain.start(block)
        plain.advance(block, 0, WEEKS)
    return opening, block


def apart(plugin: Plugin, scenario: Scenario) -> Iterator[str]:
    """Whether a compiled copy of a rule ever does something else than the rule, on the same world in the same week."""
    block = first(scenario, 0, 1)
    plain.start(block)
    loaded, space = compiled.imported(str(compiled.file_for(block.dtype))), plain.unpack(block)
    mine = {rule.name for rule in plugin.rules}
    with np.errstate(all="ignore"):
        for week in range(WEEKS):
            survey(space, week)
            for name in rules.schedule():
                if name in mine:
                    plain.pack(space)
                    twin = block.copy()
                    getattr(loaded, name)(twin[()], twin["par"][name][()], week)
                getattr(rules.module(name), name)(space, getattr(space.par, name), week)
                if name in mine:
                    plain.pack(space)
                    yield from (f"is not the same compiled: {column} differs in week {week}" for column in different(block, twin)[:1])
            record(space, week)
