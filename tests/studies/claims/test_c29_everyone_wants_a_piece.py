"""C29: four kinds of claims on one plaza; the least of their rises decides."""

import numpy as np
import pytest
from by_hand import first_week, outcome, values

from leyenda.studies.claims import c29_everyone_wants_a_piece as claim

HERE, ELSEWHERE = claim.MICHOACAN, 0


def arm(*happened: tuple[int, str, int, int, int], pay: float = 0.1) -> object:
    """Two organisations stand in every plaza."""
    one = outcome(*happened, by_plaza={"organisations": np.full((claim.END, 8), 2.0)})
    one.notes = [(week, pay) for week in range(claim.WEEK + claim.EVERY, claim.END, claim.EVERY)]
    return one


def test_claims_are_those_on_the_plaza_after_its_margin_changed() -> None:
    found = claim.claims(arm((100, "attack", 1, 2, HERE), (300, "attack", 1, 2, HERE), (300, "war", 1, 2, ELSEWHERE), (400, "split", 1, 2, HERE)))
    assert found == {"claimants": 2.0, "attacks": 1.0, "bribes": pytest.approx(0.1), "defections": 1.0}


def test_the_least_rise_decides() -> None:
    names = {f"{name}_{which}": [1.0, 3.0] for name in claim.CLAIMS for which in ("raised", "as_it_is")}
    rises = {"claimants_raised": [3, 3], "attacks_raised": [2, 4], "bribes_raised": [1, 3.4], "defections_raised": [8, 8]}
    assert claim.statistic(values(**{**names, **rises})) == pytest.approx(0.1)


def test_posts_are_paid_only_where_they_are_bought() -> None:
    block = first_week().block
    offices, there = block["offices"], block["offices"]["plaza"] == claim.MICHOACAN
    bought = offices["price"][there & (offices["client"] >= 0)].sum()
    assert bought > 0.0 and claim.paid(block, 0) == pytest.approx(bought)
    offices["client"][there] = -1
    assert claim.paid(block, 0) == 0.0
