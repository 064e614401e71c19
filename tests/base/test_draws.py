"""Draws: uniform, independent whatever in their key differs, and turned into counts and normals the right way."""

import math
from statistics import NormalDist
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leyenda.base.draws import MANY, NOBODY, asked, child_key, draw, happens, mix, normal, poisson

N = 4000
KEYS = [mix(np.uint64(7919 * k + 1)) for k in range(N)]
NO_OVERRIDES = SimpleNamespace(count=0)
WORLD = SimpleNamespace(key=np.uint64(12345), overrides=NO_OVERRIDES)
many = settings(max_examples=300, derandomize=True, deadline=None, database=None)
pytestmark = pytest.mark.filterwarnings("ignore:overflow")
below = st.floats(1e-9, 1.0 - 1e-9)


def sample(world: SimpleNamespace = WORLD, whom: np.uint64 = NOBODY, week: int = 3, decision: int = 5, step: int = 0) -> np.ndarray:
    """Draws of many people, or of one over many weeks."""
    return np.array([draw(world, KEYS[0] if step else KEYS[k], whom, week + step * k, decision) for k in range(N)])


def distance(u: np.ndarray) -> float:
    """Kolmogorov and Smirnov's distance from uniform, times root n: below 1.95 in 999 of 1000 samples."""
    at = np.arange(1, len(u) + 1) / len(u)
    u = np.sort(u)
    return float(math.sqrt(len(u)) * max(np.max(at - u), np.max(u - at + 1.0 / len(u))))


@pytest.mark.parametrize("u", [sample(), sample(step=1), sample(decision=60), sample(SimpleNamespace(key=np.uint64(0), overrides=NO_OVERRIDES)), sample(whom=KEYS[9])])
def test_draws_are_uniform(u: np.ndarray) -> None:
    assert distance(u) < 1.95
    assert u.min() > 0.0 and u.max() < 1.0


def test_draws_fill_the_square_of_two_neighbouring_decisions() -> None:
    a, b = sample(decision=5), sample(decision=6)
    cells = np.histogram2d(a, b, 10, [[0, 1], [0, 1]])[0]
    chi2 = float(((cells - N / 100) ** 2 / (N / 100)).sum())
    assert 60.0 < chi2 < 150.0  # 99 degrees of freedom: outside once in 1000


@pytest.mark.parametrize(
    "other",
    [sample(decision=6), sample(week=4), sample(whom=KEYS[1]), sample(SimpleNamespace(key=np.uint64(12346), overrides=NO_OVERRIDES)), np.roll(sample(), 1), np.roll(sample(step=1), 1)],
)
def test_draws_are_independent_across_decisions_weeks_persons_and_worlds(other: np.ndarray) -> None:
    assert abs(np.corrcoef(sample(), other)[0, 1]) < 3.5 / math.sqrt(N)
    assert not (sample() == other).any()


def test_a_draw_is_a_pure_function_of_its_key() -> None:
    assert (sample() == sample()).all()


def test_children_have_keys_of_their_own() -> None:
    keys = {int(child_key(KEYS[a], KEYS[b], n)) for a in range(12) for b in range(12) for n in range(30)}
    assert len(keys) == 12 * 12 * 30


def test_happens_has_its_yearly_hazard() -> None:
    share = np.mean([happens(WORLD, KEYS[k % 97], NOBODY, k, 1, 5.2) for k in range(20000)])
    assert share == pytest.approx(1.0 - math.exp(-0.1), abs=4.0 * math.sqrt(0.1 * 0.9 / 20000))


def test_everybody_is_asked_once_a_period_at_a_phase_of_his_own() -> None:
    phases = []
    for key in KEYS[:300]:
        weeks = [week for week in range(52) if asked(WORLD, key, week, 2, 13)]
        assert len(weeks) == 4 and np.ptp(np.diff(weeks)) == 0
        phases.append(weeks[0])
    assert set(phases) == set(range(13)) and np.bincount(phases).max() < 50


@many
@given(below, below, st.floats(0.0, MANY), st.floats(0.0, MANY))
def test_counts_are_monotone_in_the_draw_and_in_the_mean(u: float, v: float, m: float, n: float) -> None:
    assert poisson(min(u, v), m) <= poisson(max(u, v), m)
    assert poisson(u, min(m, n)) <= poisson(u, max(m, n))


@pytest.mark.parametrize("mean", [0.05, 1.0, 7.5, 60.0, 499.0, 501.0, 5000.0])
def test_counts_have_the_mean_and_variance_of_poisson(mean: float) -> None:
    counts = np.array([poisson(u, mean) for u in (np.arange(N) + 0.5) / N])
    assert counts.mean() == pytest.approx(mean, rel=0.01, abs=0.01)
    assert counts.var() == pytest.approx(mean, rel=0.05)
    assert poisson(0.3, 0.0) == poisson(0.3, -1.0) == 0


@many
@given(below)
def test_normal_quantiles(u: float) -> None:
    assert normal(u) == pytest.approx(NormalDist().inv_cdf(u), rel=2e-9, abs=2e-9)
