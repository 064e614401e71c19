"""The emulator on worlds whose averages are known: what it finds, what it leaves to chance, and what it makes of a record."""

from typing import Any

import numpy as np
import pytest

from leyenda.studies.calibrate.distance import FAR, SILENT
from leyenda.studies.calibrate.emulator import ERROR, TYPICAL, Emulator, covariance, features, learned, plain

NOISE = np.array([0.3, 0.6, 1.0])


def truth(points: Any) -> Any:
    """Three averages: a slope, a curve and a product, and nothing."""
    x, y = points[:, 0] - 0.5, points[:, 1] - 0.5
    return np.column_stack([3.0 * x, 6.0 * x * y + 4.0 * y**2 - 0.5, np.zeros(len(points))])


def seen(number: int, dimensions: int = 8, seed: int = 1) -> tuple[Any, Any]:
    """Points, and what a world of each said."""
    chance = np.random.default_rng(seed)
    points = chance.random((number, dimensions))
    return points, truth(points) + NOISE * chance.standard_normal((number, 3))


def test_features_are_orthogonal_over_the_prior() -> None:
    found = features(np.random.default_rng(1).random((200_000, 4)))
    assert found.shape[1] == 4 + 4 + 6 and found.mean(axis=0) == pytest.approx(np.zeros(14), abs=0.01)
    assert found.T @ found / len(found) == pytest.approx(np.diag([1.0] * 4 + [0.25] * 10), abs=0.02)


def test_it_finds_averages_and_leaves_the_rest_to_chance() -> None:
    emulator, fresh = learned(*seen(600), 600), np.random.default_rng(2).random((500, 8))
    missed = np.sqrt(((emulator.mean(fresh) - truth(fresh)) ** 2).mean(axis=0))
    assert (missed < 0.35 * NOISE).all()
    assert np.sqrt(np.diag(emulator.scatter)) == pytest.approx(NOISE, rel=0.1)


def test_errors_are_those_of_points_left_out() -> None:
    """With few points for many effects, what is learned from fits them far too well; the scatter does not believe it."""
    points, said = seen(60, 12)
    emulator = learned(points, said, 60)
    fresh, others = seen(2000, 12, 5)
    real = np.sqrt(((emulator.mean(fresh) - others) ** 2).mean(axis=0))
    assert np.sqrt(np.diag(emulator.scatter)) == pytest.approx(real, rel=0.25)


def test_the_scatter_is_that_of_the_last_points() -> None:
    points, said = seen(600)
    said[300:] += 2.0 * np.random.default_rng(3).standard_normal((300, 3)).round()
    assert np.diag(learned(points, said, 300).scatter).mean() > 1.5 * np.diag(learned(points, said, 600).scatter).mean()


def test_what_is_far_or_silent_counts_only_so_much() -> None:
    assert plain(np.array([[1e9, -1e9, np.nan, 0.5]])).tolist() == [[FAR, -FAR, SILENT, 0.5]]


def test_a_records_likelihood_is_normal_with_its_own_error_added() -> None:
    emulator = Emulator(np.zeros(2), np.zeros((2, 2)), np.diag([3.0, 9.0]), 0.05)
    one = emulator.likely(np.full((1, 1), 0.5), np.array([2.0, 0.0]))
    assert one == pytest.approx([-0.5 * 4.0 / (3.0 * (1.0 / TYPICAL + 0.05) + ERROR**2)])


def test_correlations_by_chance_are_shrunk_and_real_ones_kept() -> None:
    chance = np.random.default_rng(1)
    noise = covariance(chance.standard_normal((60, 20)))
    assert np.abs(noise - np.diag(np.diag(noise))).max() < 0.05
    common = chance.standard_normal((60, 1))
    real = covariance(common + 0.3 * chance.standard_normal((60, 20)))
    assert real[0, 1] / np.sqrt(real[0, 0] * real[1, 1]) > 0.85
