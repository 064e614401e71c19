"""C04 on worlds made by hand: an interaction is what is left beyond the two effects alone."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c04_first_mistake as claim


def arm(rate: float, status: int = 0) -> object:
    """Half a year of a patron with this hazard of arrest."""
    weeks = range(claim.MISTAKE, claim.MISTAKE + claim.HALF_YEAR + 1)
    return handmade.outcome(notes=handmade.steady(weeks, [status], [-1], risk=[rate]))


def test_the_interaction() -> None:
    said = claim.measure({"mistake_personal": arm(0.9), "mistake": arm(0.5), "personal": arm(0.2), "neither": arm(0.1)})
    assert said["effect"] == pytest.approx(0.5 * (0.9 - 0.5 - 0.2 + 0.1)) and said["per_hundred"] == pytest.approx(100 * said["effect"])
    assert said["by_mistake"] == pytest.approx(0.2) and said["by_fixation"] == pytest.approx(0.05)


def test_a_patron_who_is_not_free_by_then_says_nothing() -> None:
    said = claim.measure(dict.fromkeys(claim.ARMS, arm(0.1, status=1)))
    assert all(np.isnan(value) for value in said.values())


def test_the_four_arms_differ_by_the_mistake_and_by_fixation_alone() -> None:
    kinds = {name: [type(act).__name__ for act in acts] for name, acts in claim.ARMS.items()}
    assert kinds["mistake_personal"] == kinds["mistake"] and kinds["personal"] == kinds["neither"]
    assert "Hunt" in kinds["neither"] and "Order" not in kinds["neither"] and "Order" in kinds["mistake"]
