"""The small model as somebody would write it in Mesa: an agent per person, floats and whole numbers of Python."""

from importlib import import_module
from math import exp
from typing import Any

import numpy.typing as npt

from leyenda.base import draws
from leyenda.studies.bench.small_model import ASKED, CHOICE, NEXT_BOSS, OPTIONS
from leyenda.studies.bench.small_world import MASK

mesa: Any = import_module("mesa")
GOLDEN, FIRST, SECOND = int(draws.GOLDEN), int(draws.FIRST), int(draws.SECOND)
WEEK_STEP, DECISION_STEP = int(draws.WEEK_STEP), int(draws.DECISION_STEP)


def mix(z: int) -> int:
    """The same scrambling in Python's whole numbers."""
    z = (z ^ (z >> 30)) * FIRST & MASK
    z = (z ^ (z >> 27)) * SECOND & MASK
    return z ^ (z >> 31)


class Person(mesa.Agent):  # type: ignore[misc]
    """Somebody who answers to somebody."""

    def __init__(self, model: Any, people: npt.NDArray[Any], i: int) -> None:
        super().__init__(model)
        self.i, self.key, self.boss = i, int(people["key"][i]), int(people["boss"][i])
        self.choices = self.betrayals = 0
        self.ambition, self.caution = float(people["ambition"][i]), float(people["caution"][i])
        self.demanded, self.accustomed = float(people["demanded"][i]), float(people["accustomed"][i])
        self.grudge, self.loyalty = 0.0, float(people["loyalty"][i])

    def draw(self, week: int, decision: int) -> float:
        """A keyed draw."""
        z = mix(self.model.key + self.key * GOLDEN & MASK)
        z = mix(mix(z) + week * WEEK_STEP + decision * DECISION_STEP & MASK)
        return ((z >> 11) + 0.5) * draws.UNIT

    def step(self) -> None:
        """One week."""
        excess = max(0.0, self.demanded / self.accustomed - 1.0)
        self.grudge = min(2.0, self.grudge * 0.99 + 0.05 * excess)
        self.accustomed += 0.02 * (self.demanded - self.accustomed)
        self.loyalty += 0.01 * (0.6 - self.loyalty)
        if self.model.week % 13 == int(self.draw(0, ASKED) * 13):
            self.act(self.choose())

    def odds(self) -> list[float]:
        """Odds of each option."""
        motive = self.grudge - self.loyalty + self.ambition - self.model.people[self.boss].grudge
        return [1.0, 0.3 * exp(motive), 0.1 * exp(2.0 * motive + self.ambition), 0.05 * exp(self.caution - self.ambition)]

    def choose(self) -> int:
        """One of four options, by quantal response."""
        odds = self.odds()
        left = self.draw(self.model.week, CHOICE) * sum(odds)
        for option, part in enumerate(odds):
            left -= part
            if left < 0.0:
                return option
        return 0

    def act(self, option: int) -> None:
        """Carry it out."""
        self.choices = (self.choices * OPTIONS + option) % 1000003
        if option == 1:
            self.loyalty *= 0.9
        elif option == 2:
            self.betray()
        if option >= 2:
            self.boss = int(self.draw(self.model.week, NEXT_BOSS) * len(self.model.people))
            self.grudge = 0.0

    def betray(self) -> None:
        """The betrayed resents it; all who answer to the traitor like him less."""
        self.betrayals += 1
        boss = self.model.people[self.boss]
        boss.grudge = min(2.0, boss.grudge + 0.3)
        for other in self.model.people:
            if other.boss == self.i:
                other.loyalty *= 0.8


class Society(mesa.Model):  # type: ignore[misc]
    """All of them."""

    def __init__(self, world: npt.NDArray[Any]) -> None:
        super().__init__()
        self.key, self.week = int(world["key"]), 0
        self.people = [Person(self, world["people"], i) for i in range(int(world["people"]["count"]))]

    def step(self) -> None:
        """One week."""
        self.agents.do("step")
        self.week += 1

    def run(self, weeks: int) -> None:
        """Some weeks."""
        for _ in range(weeks):
            self.step()
