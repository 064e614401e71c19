"""C19: the weakest of eight cells and of displacement decides; a closed post is nobody's and asks what nobody can pay."""

import numpy as np
import pytest
from by_hand import first_week, outcome, values

from leyenda.studies.claims import c19_corruption_everywhere as claim
from leyenda.world.names import ABROAD, GOVERNMENT, HOME, MILITARY, POLICE, PRESIDENCY


def world(**shares: float) -> object:
    """Two posts or banks in each cell, bought to a tenth unless said otherwise."""
    kinds = [POLICE, POLICE, GOVERNMENT, PRESIDENCY, MILITARY, MILITARY]
    offices = {"institution": np.array(kinds * 2), "side": np.repeat([HOME, ABROAD], 6)}
    series = {f"corruption_{cell}": np.full(780, shares.get(cell, 0.1)) for cell in claim.CELLS}
    return outcome(offices=offices, banks={"side": np.array([HOME, HOME, ABROAD, ABROAD])}, series=series)


def test_posts_are_counted_by_cell_and_the_presidency_is_government() -> None:
    assert claim.posts(world()).tolist() == [2.0] * len(claim.CELLS) == [2.0] * 8


def test_what_is_closed_and_what_is_bought_elsewhere_is_counted_in_posts() -> None:
    closed = {name: world(**{f"{name}_home": 0.0}) for name in claim.OFFICES}
    closed["police"] = world(police_home=0.0, bank_abroad=0.2, government_home=0.15)
    found = claim.measure({"open": world(military_abroad=0.02), **closed})
    assert found["effect"] == pytest.approx(0.4)
    assert found["lost"] == pytest.approx(0.6)
    assert found["gained"] == pytest.approx(2 * (0.1 + 0.05) + 3 * 2 * 0.08)  # and in all three arms military_abroad is .1, not .02


@pytest.mark.parametrize(
    ("least", "gained", "expected"), [(0.1, 2.0, 2.0), (0.02, 2.0, 0.4), (0.1, 0.5, 0.5), (0.1, -3.0, 0.0)]
)
def test_the_weakest_decides(least: float, gained: float, expected: float) -> None:
    shares = {f"share_{cell}": [0.3, 0.3] for cell in claim.CELLS} | {"share_bank_abroad": [0.0, 2 * least]}
    assert claim.statistic(values(lost=[5, 5], gained=[gained, 0], **shares)) == pytest.approx(expected)


def test_resampling_the_minimum_never_makes_support_easier_than_the_weakest_cell_alone() -> None:
    chance = np.random.default_rng(1)
    cells = {f"share_{cell}": chance.normal(0.06, 0.05, 100) for cell in claim.CELLS}
    both = {**cells, "lost": np.ones(100), "gained": np.ones(100)}
    drawn = [chance.integers(0, 100, 100) for _ in range(300)]
    least = np.quantile([claim.statistic({name: column[rows] for name, column in both.items()}) for rows in drawn], 0.025)
    alone = [np.quantile([column[rows].mean() / claim.SHARE for rows in drawn], 0.025) for column in cells.values()]
    assert least <= min(alone)


def test_closing_ends_deals_at_home_and_leaves_others_alone() -> None:
    there = first_week()
    offices = there.offices
    home, abroad = ((offices.institution[: offices.count] == POLICE) & (offices.side[: offices.count] == side) for side in (HOME, ABROAD))
    bought, worth = (offices.client[: offices.count] >= 0).sum(), offices.worth[: offices.count].copy()
    taken = (home & (offices.client[: offices.count] >= 0)).sum()
    claim.Close(week=0, institution="police").do(there, 0)
    assert taken > 0 and (offices.client[: offices.count] >= 0).sum() == bought - taken
    assert (offices.worth[: offices.count][home] > 1000.0).all() and (offices.worth[: offices.count][abroad] == worth[abroad]).all()
