"""It lives: with red line, task force and the patron's arrest vetoed the federation neither dissolves nor swallows everything."""

from dataclasses import dataclass

import numpy as np

from leyenda.acts import Spare
from leyenda.engine.ensemble import run_worlds
from leyenda.engine.outcome import Outcome
from leyenda.scenario import Scenario

YEAR = 52


@dataclass(frozen=True)
class Life:
    """Shares of worlds in which it trades on, stays divided, and the founding organisation holds half of exports at week 260."""

    worlds: int
    trades: float
    stays_divided: float
    both: float
    holds_half: float


def alive(outcome: Outcome) -> tuple[bool, bool, bool]:
    """Whether one world trades on, stays divided and is still half the founder's at week 260."""
    exports, concentration = outcome.series["exports"], outcome.series["concentration"]
    trades = exports[-YEAR:].sum() > 0.25 * exports[:YEAR].sum()
    divided = bool(np.max(concentration[-5 * YEAR :]) <= 0.9)
    by = outcome.by_organisation["exports"][259]
    return bool(trades), divided, bool(by[0] >= 0.5 * by.sum())


def lives(scenario: Scenario, worlds: int, seed: int, threads: int) -> Life:
    """Run the vetoed worlds and count."""
    calm = scenario.with_(off=["red_line", "task_force"])
    head = [person.name for person in scenario.people].index(scenario.organisations[0].head)
    found = np.array([alive(o) for o in run_worlds(calm, range(worlds), seed, threads, acts=Spare(week=0, target=head).steps())])
    return Life(worlds, found[:, 0].mean(), found[:, 1].mean(), found[:, :2].all(axis=1).mean(), found[:, 2].mean())
