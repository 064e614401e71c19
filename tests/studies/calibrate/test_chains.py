"""Chains on likelihoods whose answer is known."""

from typing import Any

import numpy as np
import pytest

from leyenda.studies.calibrate.chains import FEWEST, drawn


def normal(mean: Any, sd: Any) -> Any:
    """The logarithm of a normal density in the first dimensions; the others are free."""
    return lambda at: -0.5 * (((at[:, : len(mean)] - mean) / sd) ** 2).sum(axis=1)


def test_mean_and_spread_are_right_and_what_nothing_is_said_of_stays_uniform() -> None:
    """Standard error of a mean over 400 points is a twentieth of a standard deviation, of a spread 3.5 %; four of them are allowed."""
    mean, sd = np.array([0.3, 0.6]), np.array([0.05, 0.02])
    found = drawn(normal(mean, sd), 400, 25, np.random.default_rng(1))
    assert found.points.shape == (400, 25) and found.apart < 1.1
    assert ((found.points >= 0.0) & (found.points <= 1.0)).all()
    assert found.points[:, :2].mean(axis=0) == pytest.approx(mean, abs=0.2 * sd.max())
    assert found.points[:, :2].std(axis=0) == pytest.approx(sd, rel=0.15)
    assert found.points[:, 2:].std(axis=0) == pytest.approx([12**-0.5] * 23, rel=0.15)
    assert found.points[:, 2:].mean(axis=0) == pytest.approx([0.5] * 23, abs=4 * 12**-0.5 / 20)


def test_at_a_wall_there_are_as_many_as_there_should_be() -> None:
    """Half of a normal density around the wall: its mean is sd times the root of 2 over pi."""
    found = drawn(normal(np.zeros(1), 0.1), 400, 3, np.random.default_rng(2))
    assert found.points[:, 0].mean() == pytest.approx(0.1 * (2 / np.pi) ** 0.5, rel=0.15)


def test_chains_on_two_hills_far_apart_disagree() -> None:
    def hills(at: Any) -> Any:
        return np.logaddexp(-0.5 * ((at - 0.1) / 0.002) ** 2, -0.5 * ((at - 0.9) / 0.002) ** 2).sum(axis=1)

    assert drawn(hills, FEWEST, 6, np.random.default_rng(1)).apart > 1.5


def test_seeds_repeat_and_differ() -> None:
    one, same, other = (drawn(normal(np.full(1, 0.5), 0.1), 10, 2, np.random.default_rng(seed)).points for seed in (1, 1, 2))
    assert one.shape == (10, 2) and np.array_equal(one, same) and not np.array_equal(one, other)
