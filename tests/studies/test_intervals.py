"""Intervals: they cover a known truth as often as they say, and are a function of the values alone."""

import numpy as np
import pytest

from leyenda.studies.intervals import estimate


def test_the_interval_covers_a_known_mean_about_as_often_as_it_says() -> None:
    """200 samples of 60: at 95 % fewer than 178 or more than 199 covered would come by chance once in 1,000."""
    chance = np.random.default_rng(5)
    covered = 0
    for _ in range(200):
        found = estimate({"effect": chance.normal(0.7, 2.0, 60)})
        covered += found.low <= 0.7 <= found.high
    assert 178 <= covered <= 199


def test_a_wider_level_gives_a_wider_interval_and_the_same_values_the_same_one() -> None:
    values = {"effect": np.random.default_rng(1).exponential(size=80)}
    one, other = estimate(values, level=0.9), estimate(values)
    assert other.low < one.low < one.point < one.high < other.high
    assert estimate(values) == other


def test_worlds_that_say_nothing_do_not_count() -> None:
    found = estimate({"effect": np.array([1.0, np.nan, 3.0])})
    assert (found.point, found.worlds) == (2.0, 2)
    assert estimate({"effect": np.array([np.nan])}).worlds == 0


def test_a_ratio_is_resampled_as_a_ratio() -> None:
    """Sums of both sides by world: the ratio of two equal columns is 1 in every resample."""
    sides = {"effect": np.arange(1.0, 9.0), "other": np.arange(1.0, 9.0)}
    found = estimate(sides, lambda values: float(values["effect"].sum() / values["other"].sum()))
    assert (found.low, found.point, found.high) == (1.0, 1.0, 1.0)


def test_nothing_has_an_effect_of_exactly_nothing() -> None:
    found = estimate({"effect": np.zeros(30)})
    assert (found.low, found.point, found.high) == pytest.approx((0.0, 0.0, 0.0))
