"""Intervals cover what they should, as often as they should, and say nothing where nothing can be said."""

from typing import Any

import numpy as np
import pytest

import leyenda
from leyenda.engine.ensemble import run_worlds
from leyenda.studies.compare.bootstrap import interval, resamples, student

TRIALS = 1000


def off(share: Any, wanted: float, trials: int) -> Any:
    """How many binomial standard errors a share is off."""
    return (share - wanted) / np.sqrt(wanted * (1 - wanted) / trials)


@pytest.mark.parametrize("worlds", [12, 60])
def test_95_of_100_intervals_cover_a_known_mean(worlds: int) -> None:
    values = np.random.default_rng(1).normal(3.0, 2.0, (worlds, TRIALS))
    mean, low, high = interval(values, np.ones_like(values))
    assert np.allclose(mean, values.mean(axis=0))
    assert abs(off(((low <= 3.0) & (high >= 3.0)).mean(), 0.95, TRIALS)) < 3


def test_they_cover_a_known_ratio() -> None:
    chance = np.random.default_rng(2)
    bottom = chance.lognormal(0.0, 0.3, (40, TRIALS))
    top = 0.2 * bottom + chance.normal(0.0, 0.1, bottom.shape)
    share, low, high = interval(top, bottom)
    assert np.allclose(share, top.sum(axis=0) / bottom.sum(axis=0))
    assert abs(off(((low <= 0.2) & (high >= 0.2)).mean(), 0.95, TRIALS)) < 3


def test_they_seldom_see_a_change_where_few_pairs_differ_and_none_is_true() -> None:
    chance = np.random.default_rng(4)
    values = chance.normal(0.0, 1.0, (40, TRIALS)) * (chance.random((40, TRIALS)) < 0.2)
    _, low, high = interval(values, np.ones_like(values))
    assert ((low > 0.0) | (high < 0.0)).mean() < 0.12


def test_where_nothing_varies_there_is_no_width() -> None:
    values = np.array([[0.0, 0.5]] * 9)
    mean, low, high = interval(values, np.ones_like(values))
    assert mean.tolist() == low.tolist() == high.tolist() == [0.0, 0.5]


def test_one_world_has_no_interval_and_nothing_below_no_ratio() -> None:
    mean, low, high = interval(np.array([[2.0]]), np.array([[1.0]]))
    assert mean == 2.0 and np.isnan(low) and np.isnan(high)
    assert np.isnan(interval(np.ones((5, 1)), np.zeros((5, 1)))).all()


def test_resamples_are_the_same_each_time_and_every_world_is_as_likely() -> None:
    again = resamples.__wrapped__(30)
    assert (again == resamples(30)).all() and (again.sum(axis=1) == 30).all()
    assert np.abs(off(again.mean(axis=0) / 30, 1 / 30, again.size)).max() < 4


def test_a_column_does_not_depend_on_the_others() -> None:
    values = np.random.default_rng(3).exponential(1.0, (25, 8))
    alone = [interval(values[:, [k]], np.ones((25, 1))) for k in range(8)]
    assert np.allclose(np.hstack(alone), interval(values, np.ones_like(values)), rtol=1e-12)


@pytest.mark.parametrize(("freedom", "right"), [(4, 2.776), (9, 2.262), (60, 2.000)])
def test_quantiles_of_student(freedom: int, right: float) -> None:
    assert student(0.975, freedom) == pytest.approx(right, rel=0.005)


def test_nothing_against_nothing_rejects_at_the_nominal_rate_and_an_injected_effect_is_found() -> None:
    """200 comparisons of ten unpaired worlds with ten others; found: 7 % for members and 4.5 % for bribes, where 5 % are right."""
    scenario = leyenda.load("two-plazas").with_({"weeks": 26})
    found = [{o.world: o.series for o in run_worlds(scenario, range(2000), seed, 2)} for seed in (1, 2)]
    for name in ("members", "bribes"):
        one, other = (np.array([sums[w][name].mean() for w in range(2000)]).reshape(10, 200) for sums in found)
        _, low, high = interval(one - other, np.ones_like(one))
        wrong = ((low > 0.0) | (high < 0.0)).mean()
        assert abs(off(wrong, 0.05, 200)) < 3
        more = one + 2.5 * one.std()  # with ten unpaired worlds a standard error is 0.45 of these deviations
        _, low, _ = interval(more - other, np.ones_like(one))
        assert (low > 0.0).mean() > 0.95
