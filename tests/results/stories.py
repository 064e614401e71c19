"""Five made-up worlds whose stories are known week by week, to test what is read out of them.

0   a red line, a task force, an associate taken, protection lost, the patron arrested; a capo leaves; a new holder
1   nothing happens to the patron        2   he is overthrown        3   nobody holds the seat
4   he dies in the seat, and an arrest in his name comes after
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import fakes
import numpy as np

from leyenda.engine.outcome import Outcome
from leyenda.scenario import Scenario
from leyenda.world.log import BY_ORGANISATION
from leyenda.world.names import EVENTS

WEEKS = 400
FALL = 100
PLOTTER, ASSOCIATE, OFFICIAL, STRANGER = 1, 2, 3, 4
NOBODY = -1
Row = tuple[int, str, int, int, int, int, float]
STORIES: dict[int, list[Row]] = {
    0: [
        (5, "arrest", NOBODY, ASSOCIATE, 0, 0, 0.0),
        (10, "drop_protection", OFFICIAL, 0, 0, NOBODY, 0.5),
        (20, "red_line", 0, OFFICIAL, 0, 0, 1.0),
        (22, "task_force", STRANGER, 0, 0, 0, 0.0),
        (25, "arrest", NOBODY, STRANGER, 1, 0, 0.0),
        (30, "arrest", NOBODY, ASSOCIATE, 0, 0, 0.0),
        (35, "drop_protection", OFFICIAL, 0, 0, NOBODY, 0.0),
        (40, "drop_protection", OFFICIAL, 0, 0, NOBODY, 0.5),
        (FALL, "arrest", NOBODY, 0, 0, 0, 0.0),
        (FALL + 10, "secede", PLOTTER, 0, 0, 0, 50.0),
        (FALL + 300, "secede", PLOTTER, 0, 0, 0, 50.0),
    ],
    1: [(50, "task_force", STRANGER, 0, 0, 0, 0.0), (60, "kill", STRANGER, ASSOCIATE, 0, 0, 1.0)],
    2: [(60, "coup", PLOTTER, 0, 0, 0, 10.0), (60, "kill", PLOTTER, 0, 0, 0, 1.0)],
    3: [(60, "red_line", 0, OFFICIAL, 0, 0, 1.0)],
    4: [(50, "die", 0, NOBODY, 0, 0, 60.0), (70, "arrest", NOBODY, 0, 0, 0, 0.0)],
}


def events(rows: list[Row]) -> dict[str, np.ndarray]:
    """Rows as the engine's columns."""
    begin: Row = (0, "begin", 0, NOBODY, 0, 0, 600.0)
    week, kind, who, whom, organisation, plaza, amount = zip(begin, *rows, strict=True)
    columns = {"week": week, "who": who, "whom": whom, "organisation": organisation, "plaza": plaza, "amount": amount}
    return {name: np.array(values) for name, values in columns.items()} | {
        "kind": np.array([EVENTS.index(name) for name in kind])
    }


def by_organisation(weeks: int) -> dict[str, np.ndarray]:
    """The federation (0), a stranger (1) and one that leaves the federation after the fall (2)."""
    found = {name: np.zeros((weeks, 3)) for name in BY_ORGANISATION.fields}
    found["members"] += (600.0, 300.0, 100.0)
    found["members"][: FALL + 10, 2] = -1.0
    found["plazas"] += (2.0, 1.0, 1.0)
    found["head"] += (0.0, 4.0, 1.0)
    found["exports"] += (0.6, 0.3, 0.1)
    return found


def series(world: int, weeks: int, made_up: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """A patron from the first week, but in world 3; his seat is empty for a year after his fall."""
    week = np.arange(weeks)
    empty = (week >= FALL) & (week < FALL + 52) if world == 0 else np.zeros(weeks, bool)
    return made_up | {
        "patron": np.full(weeks, -1.0 if world == 3 else 0.0),
        "seat_held": np.where(empty | (world == 3), 0.0, 1.0),
        "patron_hold": np.linspace(1.0, 0.0, weeks),
        "top": np.zeros(weeks),
        "protection_top": np.full(weeks, 0.8),
        "members": np.full(weeks, 1000.0),
    }


def outcome(world: int, weeks: int, plazas: int) -> Outcome:
    """One of the five, told again for higher numbers."""
    made_up = fakes.outcome(world, weeks, plazas=plazas)
    people = {
        "role": np.array([0, 1, 1, 6, 7]),
        "side": np.zeros(5, int),
        **{name: np.zeros(5) for name in ("cash", "laundered", "fronted")},
    }
    begun = np.array([-100, -50, FALL + 10])
    return replace(
        made_up,
        series=series(world % 5, weeks, made_up.series),
        by_organisation=by_organisation(weeks),
        events=events([row for row in STORIES[world % 5] if row[0] < weeks]),
        organisations={
            "parent": np.array([-1, -1, 0]),
            "founded": begun,
            "ended": np.full(3, -1),
            "seat": np.zeros(3, int),
        },
        people=people,
    )


def run_worlds(
    scenario: Scenario, worlds: Sequence[int], seed: int, threads: int, compiled: bool = True
) -> Iterator[Outcome]:
    """The engine's signature."""
    for world in worlds:
        yield outcome(world, scenario.weeks, len(scenario.plazas))
