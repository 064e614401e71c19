"""C20: incomes are read off the tables, and what he loses is set against what they lose."""

import numpy as np
import pytest
from by_hand import first_week, outcome, values

from leyenda.studies.claims import c20_he_is_used as claim
from leyenda.world.ledger import KINDS
from leyenda.world.names import JAILED_HOME


def test_a_head_has_his_plaza_and_his_share_a_capo_his_plaza_a_prisoner_nothing() -> None:
    block = first_week().block
    head = int(block["organisations"]["head"][0])
    capo = int(block["presences"]["capo"][0][1])
    block["people"]["margin"][[head, capo]] = 2.0, 1.5
    found = claim.incomes(block, 0)
    assert found[head] == pytest.approx(2.0 + block["par"]["spend"]["head_share"] * block["organisations"]["revenue"][0])
    assert found[capo] == 1.5
    block["people"]["status"][head] = JAILED_HOME
    assert head not in claim.incomes(block, 0)


def arm(weekly: float, fees: float) -> object:
    """An arm in which person 3 earns so much a week, and banks so much."""
    ledger = np.zeros((claim.END, len(KINDS)))
    ledger[:, KINDS.index("laundering_fee")] = fees
    series = {"seat_holder": np.full(claim.END, 3.0), "revenue": np.full(claim.END, 10.0)}
    one = outcome(series=series, ledger=ledger)
    one.notes = [(week, {3: weekly}) for week in range(claim.SINCE, claim.END, claim.EVERY)]
    return one


def test_a_year_is_what_is_compared() -> None:
    found = claim.measure({"removed": arm(0.0, 0.9), "spared": arm(2.0, 1.0)})
    assert found["his_spared"] == pytest.approx(104.0) and found["theirs_removed"] == pytest.approx(0.9 * 52)
    assert found["part_his"] == pytest.approx(0.2) and found["effect"] == pytest.approx(0.9)


def test_it_is_a_difference_of_losses_over_all_worlds() -> None:
    two = values(his_removed=[0, 1], his_spared=[8, 2], theirs_removed=[4, 5], theirs_spared=[5, 5])
    assert claim.statistic(two) == pytest.approx((1 - 0.1) - (1 - 0.9))
