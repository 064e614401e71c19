"""C11: falls within a year of the deed and falls after it."""

import math

import pytest
from made import PATRON, outcome

from leyenda.studies.claims.c11_bills_come_due import WEEK, measure

DEED = (WEEK, "red_line", PATRON, 1)


@pytest.mark.parametrize(
    ("fell", "soon", "late"), [(WEEK, 1.0, 0.0), (WEEK + 51, 1.0, 0.0), (WEEK + 52, 0.0, 1.0), (WEEK + 207, 0.0, 1.0), (WEEK + 208, 0.0, 0.0)]
)
def test_when_the_bill_comes(fell: int, soon: float, late: float) -> None:
    done = outcome(DEED, (fell, "arrest", -1, PATRON))
    assert measure({"done": done, "not_done": outcome(), "erased": outcome(DEED)}) == {"effect": late, "soon": soon, "erased": late}


def test_who_would_have_fallen_anyway_did_not_fall_because_of_it() -> None:
    same = outcome(DEED, (WEEK + 60, "kill", -1, PATRON))
    assert measure({"done": same, "not_done": same, "erased": same})["effect"] == 0.0


def test_who_falls_in_the_first_year_does_not_fall_again() -> None:
    twice = outcome(DEED, (WEEK + 3, "arrest", -1, PATRON), (WEEK + 60, "arrest", -1, PATRON))
    assert measure({"done": twice, "not_done": outcome(), "erased": outcome()})["effect"] == 0.0


def test_a_world_without_the_deed_says_nothing() -> None:
    assert math.isnan(measure({"done": outcome(), "not_done": outcome(), "erased": outcome()})["effect"])
