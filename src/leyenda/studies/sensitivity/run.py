"""Ask which parameters matter, and hand back the answer."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

import numpy as np

from leyenda.results.simulate import StoppedError, check, cores
from leyenda.scenario import Scenario
from leyenda.studies.sensitivity.design import MORRIS
from leyenda.studies.sensitivity.evaluate import evaluate
from leyenda.studies.sensitivity.indices import indices
from leyenda.studies.sensitivity.noise import answers, floor
from leyenda.studies.sensitivity.plan import SIZES, Plan, planned
from leyenda.studies.sensitivity.result import Sensitivity

TRAJECTORIES, SAMPLES, WORLDS = 10, 64, 8


def sensitivity(
    scenario: Scenario,
    output: str,
    method: str = MORRIS,
    parameters: Sequence[str] | None = None,
    *,
    trajectories: int = TRAJECTORIES,
    samples: int = SAMPLES,
    worlds: int = WORLDS,
    seed: int = 1,
    first: int | None = None,
    last: int | None = None,
    weeks: int | None = None,
    threads: int | None = None,
    progress: bool = False,
    out: str | PathLike[str] | None = None,
) -> Sensitivity:
    """Which parameters of the rules move an output over their plausible ranges.

    output: a weekly series, by the year (sums of flows, means of states), over the calendar years first to last (all).
    method: "morris" (elementary effects in `trajectories`) or "sobol" (shares of the variance, from `samples`, a power of two).
    parameters: RULE.NAME, or RULE for all of a rule; all if not given, which only morris takes. worlds: how many, the same at each
    point. threads: all cores if not given. out: a folder in which every point is kept; a study that was stopped goes on there.
    Raises InputError for what cannot be or if SALib is not installed, OutputError if writing fails, StoppedError if too few points
    have a world that reached its end.
    """
    base = scenario if weeks is None else scenario.with_({"weeks": weeks})
    size = trajectories if method == MORRIS else samples
    plan = planned(base, output, method, parameters, size, worlds, seed, (first, last))
    return carried_out(plan, threads, progress, Path(out) if out else None)


def carried_out(plan: Plan, threads: int | None, progress: bool, folder: Path | None) -> Sensitivity:
    """Run what is missing of a study, and estimate."""
    count = cores() if threads is None else threads
    check("threads", count, count >= 1, "at least 1")
    found = answers(evaluate(plan, folder, count, progress), plan.block)
    whole = int(found.whole.sum())
    if whole < 2:
        raise StoppedError(f"Only {whole} of {plan.size} {SIZES[plan.method]} have a world with an answer at each point; two are needed.")
    points = plan.points[np.repeat(found.whole, plan.block)]
    named = indices(plan.method, points, found.means, plan.block)
    mean, sd = float(found.means.mean()), float(found.means.std())
    return Sensitivity(plan, named, mean, sd, found.spread, floor(plan.method, found), whole, found.silent)
