"""Run every point of a plan that is not kept yet, on the same worlds, and say what each world answers there."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np

from leyenda.results.dates import YEAR
from leyenda.results.progress import shown
from leyenda.results.simulate import announce
from leyenda.scenario import Scenario
from leyenda.studies.sensitivity.factors import Values, values
from leyenda.studies.sensitivity.outputs import NAMES, table
from leyenda.studies.sensitivity.plan import Plan
from leyenda.studies.sensitivity.store import identity, keep, kept, path_of


def evaluate(plan: Plan, folder: Path | None, threads: int, progress: bool) -> Values:
    """The output at every point in every world: (point, world); nan where a full table stopped a world, or it has no such number."""
    names, answers = identities(plan), {}
    for name in names:
        found = kept(folder, name, shape(plan.scenario, plan.worlds))
        if found is not None:
            answers[name] = answer(plan, found)
    missing = {name: place for place, name in enumerate(names) if name not in answers}  # by name: a design may visit a point twice
    if missing and progress:
        announce(plan.scenario)
    for name, values_there in shown(ran(plan, folder, missing, threads), len(missing), progress and bool(missing), "points"):
        answers[name] = values_there
    return np.array([answers[name] for name in names])


def identities(plan: Plan) -> list[str]:
    """What each point is kept under."""
    return [identity(plan.basis, values(plan.factors, shares)) for shares in plan.points]


def already(plan: Plan, folder: Path) -> int:
    """How many points of a plan are kept."""
    return sum(path_of(folder, name).exists() for name in identities(plan))


def answer(plan: Plan, found: Values) -> Values:
    """The plan's output in each world, from all outputs: (output, world, year) to (world,)."""
    return plan.window.mean(found[NAMES.index(plan.output.name)])


def ran(plan: Plan, folder: Path | None, missing: dict[str, int], threads: int) -> Iterator[tuple[str, Values]]:
    """Run points on threads, keeping each as it is done. Each point stays on one thread: there are far more points than worlds."""
    from leyenda.engine.ensemble import spread

    names = list(missing)

    def one(number: int) -> tuple[str, Values]:
        name = names[number]
        found = worlds_of(plan.scenario.with_(values(plan.factors, plan.points[missing[name]])), plan.worlds, plan.seed)
        keep(folder, name, found)
        return name, answer(plan, found)

    alone = map(one, range(min(1, len(names))))  # it may have to compile, which no other thread should wait for
    yield from chain(alone, spread(one, range(1, len(names)), threads))


def shape(scenario: Scenario, worlds: int) -> tuple[int, int, int]:
    """How much is kept of a point: outputs, worlds, whole years."""
    return len(NAMES), worlds, scenario.weeks // YEAR


def worlds_of(scenario: Scenario, worlds: int, seed: int) -> Values:
    """Every output of the first worlds of a scenario: (output, world, year); nan for a world that was stopped."""
    from leyenda.engine.ensemble import run_worlds

    found = np.full(shape(scenario, worlds), np.nan)
    for outcome in run_worlds(scenario, range(worlds), seed, 1):
        if not outcome.error:
            found[:, outcome.world] = table(outcome)
    return found
