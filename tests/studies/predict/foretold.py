"""Predictions that nobody ran: what worlds say is made up, year by year."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from leyenda.studies.predict.forecast import Forecast
from leyenda.studies.predict.plan import Plan, planned
from leyenda.studies.predict.result import Prediction
from leyenda.studies.predict.series import YEARS, Series, series
from leyenda.studies.predict.states import RATES, label
from leyenda.studies.validate.run import Answers
from leyenda.studies.validate.run import label as asked

Values = np.ndarray
Says = Callable[[Series, int, int], Values]  # a series, a year and how many worlds
POINTS = "# model: somewhere else\ncontest.killings,contest.onset\n0.004,0.2\n0.008,0.3\n"


def named(name: str) -> Series:
    """A series by its name."""
    return next(one for one in series() if one.name == name)


def plan(folder: Path, worlds: int) -> Plan:
    """A plan with two points."""
    (folder / "points.csv").write_text(POINTS)
    return planned(folder / "points.csv", worlds, 1, folder / "out")


def noisy(one: Series, year: int, worlds: int) -> Values:
    """Worlds around ten and the last two digits of the year."""
    return 10.0 + year % 100 + np.random.default_rng(year).normal(size=worlds)


def silent(one: Series, year: int, worlds: int) -> Values:
    """Worlds that were all stopped."""
    return np.full(worlds, np.nan)


def prediction(plan: Plan, says: Says = noisy) -> Prediction:
    """What the worlds say; those of the same parameters differ half as much from each other, and state rates are the rank of the state."""
    points = {asked(one.point(year)): says(one, year, plan.worlds) for one in series() for year in YEARS}
    alike = {key: values.mean() + (values - values.mean()) / 2.0 for key, values in points.items()}
    states = [plaza.name for plaza in plan.scenario.plazas if plaza.side == "home"]
    rates = {label(state, year): np.full(plan.worlds, float(n)) for n, state in enumerate(states) for year in YEARS}
    return Prediction(plan, Answers(points, {RATES: {} if says is silent else rates}), Answers(alike, {}))


def forecasts(one: Series, yearly: Callable[[int], Values], record: dict[int, float] | None = None) -> list[Forecast]:
    """A series in every year; the nulls say 1 and 2."""
    known = record or {}
    return [Forecast(one, year, yearly(year), yearly(year), known.get(year, np.nan), 1.0, 2.0) for year in YEARS]
