"""How much of the spread is chance, and what a forecast scores against the nulls: in made-up worlds where it is known."""

import math
from itertools import permutations

import numpy as np
import pytest
from foretold import forecasts, named

from leyenda.studies.predict.forecast import Forecast
from leyenda.studies.predict.skill import scored, skill, skills
from leyenda.studies.scores import crps

RATE = named("rate")
CHANCE = np.random.default_rng(3)
WORLDS = np.arange(100.0)


def forecast(values: np.ndarray, alike: np.ndarray, year: int = 2015, record: float = math.nan) -> Forecast:
    return Forecast(RATE, year, values, alike, record)


def test_noise_is_less_than_the_spread_where_parameters_differ() -> None:
    alike = CHANCE.normal(10.0, 1.0, 2000)
    found = forecast(CHANCE.normal(10.0, 1.0, 2000) + CHANCE.normal(0.0, 3.0, 2000), alike)
    assert found.noise == pytest.approx(1.0, rel=0.1) and found.chance == pytest.approx(0.1, abs=0.03)
    assert found.noise < found.ends[1] - found.median


def test_where_parameters_do_nothing_all_is_chance() -> None:
    assert forecast(WORLDS, WORLDS[:40] * 4.0).chance == 1.0  # never more than all, whatever forty worlds did
    assert math.isnan(forecast(np.ones(4), np.ones(4)).chance)


def test_the_floor_is_what_worlds_score_on_each_other() -> None:
    alike = CHANCE.gamma(2.0, size=12)
    others = [crps(np.array([one]), other) / 2.0 for one, other in permutations(alike, 2)]
    assert forecast(WORLDS, alike).floor == pytest.approx(np.mean(others))
    assert math.isnan(forecast(WORLDS, alike[:1]).floor)


def test_worlds_that_were_stopped_say_nothing() -> None:
    holes = np.where(WORLDS < 50, WORLDS, np.nan)
    assert forecast(holes, holes).quantiles == forecast(WORLDS[:50], WORLDS).quantiles
    assert forecast(holes, holes).noise == forecast(WORLDS, WORLDS[:50]).noise


def test_skill_is_one_for_the_truth_and_none_for_the_null() -> None:
    assert skill(0.0, 5.0) == 1.0 and skill(5.0, 5.0) == 0.0 and skill(10.0, 5.0) == -1.0
    assert math.isnan(skill(1.0, math.nan)) and math.isnan(skill(0.0, 0.0))


def test_nulls_of_the_years_on_record_know_it_to_2007_only() -> None:
    as_2007 = scored(forecast(np.full(5, 8.08), WORLDS, 2010, 22.54))
    assert as_2007.persistence == as_2007.model == pytest.approx(22.54 - 8.08)
    assert skills([as_2007])[0] == 0.0
    line = np.polyval(np.polyfit(range(2003, 2008), [9.63, 8.8, 9.26, 9.64, 8.08], 1), 2010)
    assert as_2007.trend == pytest.approx(22.54 - line)


def test_skill_over_years_is_of_the_mean_scores() -> None:
    years = forecasts(RATE, lambda year: np.full(3, 20.0), {2008: 12.58, 2009: 17.55})
    scores = [scored(one) for one in years if one.year in (2008, 2009)]
    model, null = (20 - 12.58) + (20 - 17.55), (12.58 - 8.08) + (17.55 - 8.08)
    assert skills(scores)[0] == pytest.approx(1.0 - model / null)
