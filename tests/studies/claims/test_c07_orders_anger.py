"""C07 on worlds made by hand: what goes through grudges is what the purse does not explain, and capos alone are asked."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c07_orders_anger as claim
from leyenda.world.names import CAPO, HEAD, LIEUTENANT

WEEKS = range(claim.WEEK, claim.WEEK + claim.TWO_YEARS + 1, 4)


def arm(capo: float, lieutenant: float = 0.0, events: tuple[tuple[object, ...], ...] = ()) -> object:
    """A patron over a capo and a lieutenant with these hazards to turn on him."""
    notes = handmade.steady(WEEKS, [0] * 3, [-1, 0, 0], disaffection=[0.0, capo, lieutenant])
    return handmade.outcome(events, [(week, dict(note, role=np.array([HEAD, CAPO, LIEUTENANT]))) for week, note in notes])


def test_the_part_through_grudges_is_the_whole_less_the_purse() -> None:
    slight = ((claim.WEEK, "pass_over", 0, 2),)
    outcomes = {"as_is": arm(0.02, 0.01), "as_is_unmoved": arm(0.01), "demand_10": arm(0.03), "demand_20": arm(0.05)}
    outcomes |= {"demand_30": arm(0.09), "demand_unmoved": arm(0.05), "passed_over": arm(0.02, 0.04, slight)}
    said = claim.measure(outcomes)
    assert said["whole"] == pytest.approx(7.0) and said["purse"] == pytest.approx(4.0) and said["effect"] == pytest.approx(3.0)
    assert said["demand_10"] == pytest.approx(1.0) and said["as_is"] == pytest.approx(2.0)
    assert said["passed_over"] == pytest.approx(3.0)


def test_nobody_passed_over_says_nothing_about_it() -> None:
    assert np.isnan(claim.slighted(arm(0.1), arm(0.1), 0))
