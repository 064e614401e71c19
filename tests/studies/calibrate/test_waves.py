"""Waves on problems with a known answer: mean, spread, what nothing is known of, and how many points there are."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from leyenda.studies.calibrate import chains
from leyenda.studies.calibrate.emulator import ERROR, TYPICAL
from leyenda.studies.calibrate.waves import ACCEPTED, Scheme, Wave, waves

TRUE, NOISE = np.array([0.3, 0.6]), 0.5
STEEP = 5.0  # tolerances over the whole prior
SD = (NOISE**2 / TYPICAL + ERROR**2) ** 0.5 / STEEP  # of the posterior of each


def worlds(seed: int) -> Callable[[Any, int], Any]:
    """A world says two parameters, with normal noise."""
    return lambda points, first: points[:, :2] + NOISE / STEEP * np.random.default_rng([seed, first]).standard_normal((len(points), 2))


def apart(said: Any) -> Any:
    """In tolerances from a record at TRUE."""
    return STEEP * (said - TRUE)


def fitted(scheme: Scheme) -> list[Wave]:
    """All waves."""
    return list(waves(worlds(scheme.seed), apart, scheme))


def test_it_finds_the_posterior() -> None:
    """Over three seeds: the mean within 0.3 standard deviations, the spread within 15 %."""
    found = [fitted(Scheme(200, 4, seed, 4))[-1].points for seed in (1, 2, 3)]
    assert np.mean(found, axis=(0, 1))[:2] == pytest.approx(TRUE, abs=0.3 * SD)
    assert np.mean(np.std(found, axis=1), axis=0)[:2] == pytest.approx([SD, SD], rel=0.15)


def test_among_many_parameters_it_is_less_sure_and_leaves_the_others_alone() -> None:
    """25 parameters of which two are said, 500 points: what is not known of the average widens the posterior, and never narrows it."""
    found = fitted(Scheme(250, 4, 1, 25))[-1].points
    assert found.mean(axis=0)[:2] == pytest.approx(TRUE, abs=0.5 * SD)
    assert (found.std(axis=0)[:2] > SD).all() and (found.std(axis=0)[:2] < 2.0 * SD).all()
    assert np.mean(found.std(axis=0)[2:]) == pytest.approx(12**-0.5, rel=0.05)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the steps are enough here."""
    monkeypatch.setattr(chains, "STEPS", 2000)


def test_waves_between_surround_the_last() -> None:
    _, middle, last = fitted(Scheme(400, 3, 1, 4))
    assert middle.points[:, 0].std() == pytest.approx(2**0.5 * last.points[:, 0].std(), rel=0.25)


def test_as_many_points_as_it_says() -> None:
    scheme = Scheme(60, 4, 1, 3)
    found = fitted(scheme)
    assert [len(wave.points) for wave in found] == [60, 30, 30, ACCEPTED] and found[-1].simulated == scheme.whole == 220
    assert [wave.simulated for wave in found[:3]] == [60, 90, 120]


def test_seeds_repeat_and_differ() -> None:
    one, same, other = (fitted(Scheme(60, 2, seed, 4))[-1].points for seed in (1, 1, 2))
    assert np.array_equal(one, same) and not np.array_equal(one, other)


def test_first_points_fill_every_slice_once() -> None:
    points = Scheme(40, 2, 1, 3).first()
    assert all(sorted((40 * points[:, k]).astype(int)) == list(range(40)) for k in range(3))
