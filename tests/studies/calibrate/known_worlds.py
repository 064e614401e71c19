"""A stand-in for the simulator whose answers are known, so that fits cost nothing."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from leyenda.studies.calibrate import chains
from leyenda.studies.calibrate.fit import Plan, planned
from leyenda.studies.calibrate.simulate import Simulator
from leyenda.studies.validate.facts import Statistic
from leyenda.studies.validate.judged import statistics

FACTS = (1, 2)  # five statistics, all of them values with a tolerance
TRUTH = (0.3, 0.6)  # where the first two parameters lie; the others move nothing
STEEP, NOISE = 5.0, 0.4  # units of tolerance over the whole prior, and by chance


def unscaled(statistic: Statistic, apart: float) -> float:
    """The value that lies so many tolerances from the record."""
    if statistic.factor is not None:
        return statistic.record * statistic.factor**apart
    return statistic.record + apart * (statistic.within or 0.0)


def says(simulator: Simulator, point: Any, number: int) -> Any:
    """What the worlds of a point say: the first parameter moves the first statistic, the second the others."""
    chance = np.random.default_rng([simulator.seed, number])
    asked = [statistic for _, statistic in statistics(simulator.facts)]
    off = [STEEP * (point[min(k, 1)] - TRUTH[min(k, 1)]) + NOISE * chance.standard_normal() for k in range(len(asked))]
    return np.array([unscaled(statistic, apart) for statistic, apart in zip(asked, off, strict=True)])


def stand_in(monkeypatch: pytest.MonkeyPatch, stop_at: int = -1, steps: int = 1000) -> list[int]:
    """Put it in place, with chains that short; the numbers of the points it was asked. Before point `stop_at` somebody presses Ctrl-C."""
    monkeypatch.setattr(chains, "STEPS", steps)
    asked: list[int] = []

    def one(simulator: Simulator, point: Any, number: int) -> Any:
        if number == stop_at:
            raise KeyboardInterrupt
        asked.append(number)
        return says(simulator, point, number)

    monkeypatch.setattr(Simulator, "one", one)
    return asked


def plan(folder: Path, points: int = 120, most: int = 3, seed: int = 1, threads: int = 1) -> Plan:
    """A fit to what the stand-in can say."""
    return planned(FACTS, points, most, seed, threads, folder)
