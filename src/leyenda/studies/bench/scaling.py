"""How the time of a world's week grows with plazas, organisations and people: python -m leyenda.studies.bench.scaling.

One of the three grows, the others stay as they are, and so does the room in the tables. Each size is measured in several countries, on the
time this thread works, all sizes taking turns; the exponent is the slope of a line through the logarithms of time and size. Since part of a
week is the same at every size, the line bends upwards: the exponent of the last doubling is shown beside it.
"""

from collections.abc import Iterator
from functools import partial
from statistics import median

import numpy as np
import numpy.typing as npt

from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.results.loading import load
from leyenda.rules import SCHEDULE
from leyenda.scenario import Scenario
from leyenda.studies.bench.against_c import Call, by_numba, middle_of_run, timed
from leyenda.studies.bench.rows import Row, busy

MIDDLE = {"plazas": 32, "organisations": 32, "people": 500}
SIZES = {"plazas": (16, 32, 64, 128), "organisations": (16, 32, 64, 128), "people": (250, 500, 1000, 2000)}
TABLES = "vast"
SEEDS = (1, 2, 3)
WEEKS, PART = 52, 13
GOAL = "at most 1.1"
HEAVIEST = 5
Times = npt.NDArray[np.float64]


def scenario(grows: str, size: int, seed: int) -> Scenario:
    """A random federation in which one thing has this size and everything else that of the middle; tables of one size for all."""
    numbers = {**MIDDLE, grows: size, "seed": seed}
    return load("random-federation:" + ",".join(f"{name}={value}" for name, value in numbers.items())).with_({"size": TABLES})


def year(made: Scenario, worlds: int) -> float:
    """Milliseconds that a week of a world takes, averaged over the first year."""
    blocks = [first(made, world, 1) for world in range(worlds)]
    for block in blocks:
        compiled.start(block)
    return 1000.0 * sum(busy(partial(compiled.advance, block, 0, WEEKS)) for block in blocks) / worlds / WEEKS


def measured(grows: str, sizes: tuple[int, ...], seeds: tuple[int, ...], worlds: int, repetitions: int) -> Times:
    """Milliseconds a week by (size, seed): the least of the repetitions, for what else the machine does only adds to it."""
    countries = {(size, seed): scenario(grows, size, seed) for size in sizes for seed in seeds}
    compiled.ready(first(next(iter(countries.values())), 0, 1), TABLES)
    turns = [[year(made, worlds) for made in countries.values()] for _ in range(repetitions)]
    least: Times = np.min(turns, axis=0)
    return least.reshape(len(sizes), len(seeds))


def exponent(sizes: tuple[int, ...], times: Times) -> tuple[float, float]:
    """Slope of log time over log size, and its standard error; `times` by (size, seed)."""
    logs = np.repeat(np.log(sizes), times.shape[1])
    slope, spread = np.polyfit(logs, np.log(times).ravel(), 1, cov=True)
    return float(slope[0]), float(np.sqrt(spread[0, 0]))


def summary(grows: str, sizes: tuple[int, ...], times: Times) -> Row:
    """The exponent in each country; in the note that of all countries, that from the last size but one to the last, and the times."""
    slope, error = exponent(sizes, times)
    each = tuple(float(np.polyfit(np.log(sizes), np.log(column), 1)[0]) for column in times.T)
    weeks = np.median(times, axis=1)
    last = between(sizes[-2], sizes[-1], weeks[-2], weeks[-1])
    listed = ", ".join(f"{size}: {time:.3f}" for size, time in zip(sizes, weeks, strict=True))
    note = f"all together {slope:.2f}, standard error {error:.2f}; {last:.2f} from {sizes[-2]} to {sizes[-1]}; ms a week at {listed}"
    return Row(f"exponent in {grows}", each, GOAL, note)


def between(small: int, large: int, before: float, after: float) -> float:
    """The exponent from one size to another."""
    return float(np.log(after / before) / np.log(large / small))


def by_rule(made: Scenario, calls: dict[str, Call], worlds: int) -> dict[str, float]:
    """Milliseconds a week of each rule, run alone on worlds half a year old."""
    blocks = middle_of_run(made, worlds, WEEKS // 2)
    return {name: 1000.0 * median(timed(call, blocks, WEEKS // 2, PART) for _ in range(3)) / worlds / PART for name, call in calls.items()}


def heaviest(grows: str, sizes: tuple[int, ...], calls: dict[str, Call], worlds: int) -> Iterator[Row]:
    """The rules that take most at the largest size: their share of what all rules take, and how they grew from the smallest size on.

    What a week takes beside its rules, the survey before and the record after them, is about a tenth.
    """
    small, large = (by_rule(scenario(grows, size, SEEDS[0]), calls, worlds) for size in (sizes[0], sizes[-1]))
    for name in sorted(SCHEDULE, key=lambda name: -large[name])[:HEAVIEST]:
        grew = between(sizes[0], sizes[-1], small[name], large[name])
        share = large[name] / sum(large.values())
        yield Row(f"rule {name}", (share,), "", f"of all rules' time at {sizes[-1]} {grows}; exponent {grew:.2f}")


def rows(seeds: tuple[int, ...] = SEEDS, worlds: int = 2, repetitions: int = 3) -> Iterator[Row]:
    """An exponent for each thing that grows, then its heaviest rules."""
    calls: dict[str, Call] = {}
    for grows, sizes in SIZES.items():
        yield summary(grows, sizes, measured(grows, sizes, seeds, worlds, repetitions))
        calls = calls or {name: by_numba(first(scenario(grows, sizes[0], seeds[0]), 0, 1).dtype, name) for name in SCHEDULE}
        yield from heaviest(grows, sizes, calls, worlds)


if __name__ == "__main__":
    for row in rows():
        print(*row.cells, sep=" | ", flush=True)
