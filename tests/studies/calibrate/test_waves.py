"""Waves on problems with a known answer: mean, spread, weights, what nothing is known of, and when it ends."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from leyenda.studies.calibrate.proposals import Proposal, around, covariance, drawn, places, scores, worth
from leyenda.studies.calibrate.waves import Kept, Scheme, waves

TRUE, SD = np.array([0.3, 0.6]), 0.05


def gaussian(seed: int) -> Callable[[Any, int], Any]:
    """A world says two parameters, with normal noise: with a flat prior the posterior is normal around what is recorded."""
    return lambda points, first: points[:, :2] + SD * np.random.default_rng([seed, first]).standard_normal((len(points), 2))


def apart(said: Any) -> Any:
    """Distance from a record at TRUE."""
    return np.sqrt((((said - TRUE) / SD) ** 2).mean(axis=1))


def fitted(scheme: Scheme) -> Kept:
    """What the last wave keeps."""
    return list(waves(gaussian(scheme.seed), apart, scheme))[-1]


def moments(kept: Kept) -> tuple[Any, Any]:
    """Mean and standard deviation of each parameter."""
    mean = kept.weight @ kept.points
    return mean, np.sqrt(kept.weight @ (kept.points - mean) ** 2)


def test_it_finds_the_posterior_of_a_gaussian_mean() -> None:
    """Over three seeds; errors: 0.2 standard deviations of the mean, 15 % of the spread."""
    found = [moments(fitted(Scheme(1000, 0.25, 9, seed, 2))) for seed in (1, 2, 3)]
    mean, sd = (np.mean(part, axis=0) for part in zip(*found, strict=True))
    assert mean == pytest.approx(TRUE, abs=0.2 * SD)
    assert sd == pytest.approx([SD, SD], rel=0.15)


def test_what_nothing_is_said_of_keeps_its_prior() -> None:
    """25 parameters of which two are said; a uniform one has a standard deviation of 0.289."""
    kept = fitted(Scheme(800, 0.25, 7, 1, 25))
    mean, sd = moments(kept)
    assert kept.effective > 50
    assert sd[:2].max() < 0.1 < 0.2 < sd[2:].min()
    assert sd[2:].mean() == pytest.approx(12**-0.5, rel=0.06) and mean[2:].mean() == pytest.approx(0.5, abs=0.03)


def test_it_ends_when_hardly_anything_new_comes_near() -> None:
    found = list(waves(gaussian(1), apart, Scheme(200, 0.25, 50, 1, 2)))
    assert len(found) < 50 and found[-1].entered < 0.05 <= min(kept.entered for kept in found[1:-1])
    assert len(list(waves(gaussian(1), apart, Scheme(200, 0.25, 3, 1, 2)))) == 3


def test_each_wave_keeps_the_nearest_so_far() -> None:
    found = list(waves(gaussian(1), apart, Scheme(200, 0.25, 6, 1, 2)))
    assert [kept.simulated for kept in found[:3]] == [200, 350, 500]
    assert all(len(kept.points) == 50 and kept.weight.sum() == pytest.approx(1.0) for kept in found)
    assert all(later.distance.max() <= earlier.distance.max() for earlier, later in pairwise(found))
    assert found[-1].distance == pytest.approx(apart(found[-1].said))


def test_seeds_repeat_and_differ() -> None:
    one, same, other = (fitted(Scheme(100, 0.25, 3, seed, 4)) for seed in (1, 1, 2))
    assert np.array_equal(one.points, same.points) and np.array_equal(one.weight, same.weight)
    assert not np.array_equal(one.points, other.points)


def test_first_points_fill_every_slice_once() -> None:
    points = drawn(40, 3, np.random.default_rng(1))
    assert all(sorted((40 * points[:, k]).astype(int)) == list(range(40)) for k in range(3))


def test_scores_and_places_are_each_others_inverse() -> None:
    points = np.array([[1e-6, 0.3, 0.999999]])
    assert places(scores(points)) == pytest.approx(points) and np.isfinite(scores(np.array([0.0, 1.0]))).all()


def corner(number: int = 4000) -> Proposal:
    """A proposal around a few unequal points in a corner."""
    points = np.array([[0.1, 0.2], [0.2, 0.1], [0.3, 0.4], [0.05, 0.5]])
    return around(points, np.array([0.4, 0.3, 0.2, 0.1]), number)


def test_a_proposals_density_is_one() -> None:
    points = np.random.default_rng(1).random((100_000, 2))
    assert np.exp(corner().over_prior(points)).mean() == pytest.approx(1.0, rel=0.03)


def test_weights_undo_where_points_were_proposed() -> None:
    """Weighted, points from a corner and from the prior are uniform again: mean 1/2, mean square 1/3."""
    proposal, chance = corner(), np.random.default_rng(2)
    points = np.vstack([chance.random((2000, 2)), proposal.points(chance)])
    weight = worth(points, 2000, [proposal])
    assert points.mean() < 0.4 and weight.sum() == pytest.approx(1.0)
    assert weight @ points == pytest.approx([0.5, 0.5], abs=0.02) and weight @ points**2 == pytest.approx([1 / 3, 1 / 3], abs=0.02)
    assert weight.max() * 2000 < 1.05  # no point is worth much more than one drawn from the prior
    assert worth(points[:5], 2000, []) == pytest.approx([0.2] * 5)


def test_correlations_by_chance_are_shrunk_and_real_ones_kept() -> None:
    chance = np.random.default_rng(1)
    noise = covariance(chance.standard_normal((60, 20)), np.full(60, 1 / 60))
    assert np.abs(noise - np.diag(np.diag(noise))).max() < 0.05
    common = chance.standard_normal((60, 1))
    real = covariance(common + 0.3 * chance.standard_normal((60, 20)), np.full(60, 1 / 60))
    assert real[0, 1] / np.sqrt(real[0, 0] * real[1, 1]) > 0.85


def test_rows_are_drawn_by_weight() -> None:
    kept = Kept(np.zeros((3, 1)), np.zeros((3, 1)), np.zeros(3), np.array([0.5, 0.3, 0.2]), 3, 1.0)
    assert np.bincount(kept.chosen(100, np.random.default_rng(1))).tolist() == [50, 30, 20]
    assert kept.effective == pytest.approx(1 / 0.38)
