"""Measures over states and of growth, against what was worked out by hand."""

import numpy as np
import pytest
from tiny import lived

from leyenda.studies.validate.cases import BINS, growth
from leyenda.studies.validate.lived import YEAR
from leyenda.studies.validate.measures import measure
from leyenda.studies.validate.measures.states import gini

FIRST, BOTH = (2000, 2000), (2000, 2001)
RISING = np.exp([1.0, 2.0, 3.0, 4.0]) - 0.5  # logs of rate + 0.5 are 1, 2, 3, 4 along the row of states


def test_gini_of_equals_is_nothing_and_of_one_who_has_all_nearly_one() -> None:
    assert gini(np.ones(4)) == pytest.approx(0.0) and gini(np.array([0.0, 0.0, 0.0, 5.0])) == pytest.approx(0.75)
    assert gini(np.array([1.0, 3.0])) == pytest.approx(0.25) and np.isnan(gini(np.zeros(3)))


def test_moran_along_a_row_of_four() -> None:
    """z = -1.5, -0.5, 0.5, 1.5; means of neighbours -0.5, -0.5, 0.5, 0.5: 2 over 5."""
    assert measure("states.moran")(lived(1, [RISING], population=1e5), FIRST) == pytest.approx(0.4)
    turned = RISING[[0, 3, 1, 2]]
    assert measure("states.moran")(lived(1, [turned], population=1e5), FIRST) < 0.0


def test_border_share_counts_who_touches_abroad() -> None:
    assert measure("states.border")(lived(2, [[1, 1, 1, 1], [3, 1, 0, 0]]), BOTH) == pytest.approx((0.25 + 0.75) / 2)


def test_concentration_is_averaged_over_the_years() -> None:
    world = lived(2, [[1, 1, 1, 1], [0, 0, 0, 8]], [[1, 1, 1, 1], [0, 0, 0, 8]], population=1e5)
    for name in ("states.gini_rates", "states.gini_conflict"):
        assert measure(name)(world, BOTH) == pytest.approx(0.375)
    assert measure("states.top_four")(world, BOTH) == pytest.approx(1.0) and measure("states.worst")(world, BOTH) == pytest.approx((1 + 8) / 2)


def test_persistence_is_the_correlation_of_the_ends() -> None:
    world = lived(3, [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 6, 8]], population=1e5)
    assert measure("states.persistence")(world, (2000, 2002)) == pytest.approx(1.0)
    assert measure("states.persistence_yearly")(world, (2000, 2002)) == pytest.approx(-1.0)


def test_growth_that_all_states_share_has_no_spread() -> None:
    alike = lived(2, [[10, 20, 30, 40], [20, 40, 60, 80]], population=1e6)
    assert measure("growth.deviation")(alike, BOTH) == pytest.approx(0.0, abs=0.02)  # 0.1 is added to every rate
    apart = lived(2, [[1e4] * 4, [2e4, 2e4, 5e3, 5e3]], population=1e5)
    assert measure("growth.deviation")(apart, BOTH) == pytest.approx(np.log(2.0), rel=1e-3)
    assert measure("growth.kurtosis")(apart, BOTH) == pytest.approx(1.0, rel=1e-3)


def test_doublings_have_to_reach_ten() -> None:
    world = lived(2, [[4, 4, 8, 10], [12, 9, 15, 30]], population=1e5)  # threefold to 12, to 9 only, not twofold, threefold
    assert measure("growth.doublings")(world, BOTH) == pytest.approx(50.0)


def test_fano_of_independent_killings_is_about_one() -> None:
    chance = np.random.default_rng(1)
    tables = {"homicides": chance.poisson(20.0, (10 * YEAR, 5)).astype(float)}
    noise = measure("growth.fano")(lived(10, by_plaza=tables), (2000, 2009))
    assert noise == pytest.approx(12 / 13, abs=0.12)  # a month is a thirteenth of the mean it is held against
    tables["homicides"] *= 3.0
    assert measure("growth.fano")(lived(10, by_plaza=tables), (2000, 2009)) == pytest.approx(3 * noise)


def test_every_state_year_falls_into_a_bin_of_growth() -> None:
    rates = np.full((12, 4), 1e4)
    rates[6:, 0], rates[6:, 1] = 1e9, 1e4 * np.exp(0.4)
    shares = growth(lived(12, rates, population=1e5))
    assert sum(shares.values()) == pytest.approx(1.0) and len(shares) == len(BINS) - 1
    assert shares["-0.1"] == pytest.approx(42 / 44) and shares["1.1"] == shares["0.3"] == pytest.approx(1 / 44)
