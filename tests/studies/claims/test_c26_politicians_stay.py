"""C26: both sides of the deals of the first week, and their falls per year at risk."""

import numpy as np
import pytest
from by_hand import outcome, values

from leyenda.studies.claims import c26_politicians_stay as claim
from leyenda.world.names import BANKER, CAPO, DEAD, FREE, HEAD, OFFICER, POLITICIAN, RETIRED

# Head 0 and capo 1 have officials 2 and 3, the head banker 4; organisation and somebody alone begin without a deal.
DEALS = [(0, "begin", 0, -1), (0, "begin", 5, -1), (0, "begin", 0, 2), (0, "begin", 1, 3), (0, "begin", 0, 3), (0, "begin", 0, 4)]


def world(*happened: tuple[int, str, int, int]) -> object:
    """What happened to them in ten years."""
    people = {"role": np.array([HEAD, CAPO, POLITICIAN, OFFICER, BANKER, CAPO]), "status": np.array([DEAD, FREE, FREE, RETIRED, FREE, FREE])}
    return outcome(*DEALS, *happened, people=people, series={"deaths": np.zeros(520)})


def test_partners_are_those_with_a_deal_each_counted_once() -> None:
    assert claim.partners(world()) == {"criminals": [0, 1], "officials": [2, 3], "bankers": [4]}


def test_a_natural_end_is_no_fall_and_ends_the_risk() -> None:
    one = world((104, "retire", 3, -1), (156, "kill", 1, 0), (208, "arrest", -1, 3))
    assert claim.career(one, 0) == (1.0, 3.0)
    assert claim.career(one, 3) == (0.0, 2.0)
    assert claim.career(one, 4) == (0.0, 10.0)


def test_the_hazard_is_per_person_and_year() -> None:
    found = claim.measure({"as_it_is": world((260, "kill", 1, 0))})
    assert found["effect"] == pytest.approx(1 / 15) and found["falls_stayers"] == 0.0 and found["years_stayers"] == 30.0
    assert found["criminals_there"] == found["officials_there"] == 0.5 and found["bankers_there"] == found["politicians_there"] == 1.0


def test_hazards_are_pooled_over_worlds() -> None:
    two = values(falls_criminals=[1, 0], years_criminals=[2, 8], falls_stayers=[0, 1], years_stayers=[20, 20])
    assert claim.statistic(two) == pytest.approx(0.1 - 0.025)
