"""C01 on worlds made by hand: only those who answered to him before the gift are counted."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c01_lonely_top as claim


def arm(rates: list[float], strength: float, holder: int = 0) -> object:
    """A year watched: the boss is 0, the others have these hazards to turn on him; the last came with the gift."""
    weeks = range(claim.WEEK, claim.WEEK + claim.YEAR + 1)
    notes = handmade.steady(weeks, [0] * 4, [-1, 0, 0, 1], disaffection=[0.0, *rates])
    return handmade.outcome(notes=[(week, dict(note, strength=np.array([strength] * 4))) for week, note in notes], holder=holder)


def test_betrayals_to_be_expected_are_those_of_the_people_before_the_gift() -> None:
    said = claim.measure({"given": arm([0.02, 0.20, 5.0], 110.0), "as_is": arm([0.01, 0.03, 0.0], 100.0)})
    assert said["effect"] == pytest.approx(100 * (0.11 - 0.02)) and said["as_is"] == pytest.approx(2.0)
    assert said["trusted"] == -1.0 and said["stronger"] == pytest.approx(10.0)


def test_a_world_without_a_patron_says_nothing() -> None:
    said = claim.measure(dict.fromkeys(("given", "as_is"), arm([0.0] * 3, 1.0, holder=-1)))
    assert all(np.isnan(value) for value in said.values())
