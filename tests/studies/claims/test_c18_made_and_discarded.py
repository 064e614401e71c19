"""C18: who is the first patron, when he is at risk, and which part decides."""

import numpy as np
import pytest
from by_hand import first_week, outcome, values

from leyenda.studies.claims import c18_made_and_discarded as claim

NAN = float("nan")


def seat(began: int, person: int = 7, weeks: int = 780) -> dict[str, np.ndarray]:
    """The seat is first held in a week."""
    patron = np.where(np.arange(weeks) >= began, person, -1)
    return {"patron": patron, "seat_held": (patron >= 0).astype(float)}


def test_the_first_patron_is_who_first_held_the_seat() -> None:
    assert claim.first_patron(outcome(series=seat(100))) == (7, 100)
    assert claim.first_patron(outcome(series=seat(10_000))) == (-1, -1)


def test_he_is_at_risk_from_the_half_year_in_which_the_arms_part_until_he_falls_dies_or_the_run_ends() -> None:
    series = seat(100)  # the arms part in week 104
    assert claim.risk(outcome((208, "arrest", -1, 7), series=series), 7, 100) == (1.0, 2.0)
    assert claim.risk(outcome((156, "die", 7, -1), (208, "arrest", -1, 7), series=series), 7, 100) == (0.0, 1.0)
    assert claim.risk(outcome(series=series), 7, 100) == (0.0, 13.0)
    assert claim.risk(outcome((102, "kill", 3, 7), series=series), 7, 100) == (0.0, 0.0)  # fallen before the arms parted


def test_worlds_without_a_patron_count_as_such_and_put_nobody_at_risk() -> None:
    found = claim.measure({arm: outcome(series=seat(10_000)) for arm in claim.ARMS})
    assert found["arises"] == found["effect"] == found["years_hold_on"] == 0.0


@pytest.mark.parametrize(
    ("arises", "falls", "expected"),
    [
        ([1, 1, 0, 0], (2, 1), 1.0),  # made: half of a half; discarded: twice as soon, four times what counts
        ([1, 1, 1, 1], (9, 8), 0.5),  # an eighth sooner is half of what counts
        ([1, 1, 1, 1], (1, 2), 0.0),  # later, not sooner: nothing
        ([1, 0, 0, 0], (1, 0), 0.5),  # nobody fell where they held on: the other part decides
    ],
)
def test_the_weaker_part_decides(arises: list[float], falls: tuple[int, int], expected: float) -> None:
    four = values(
        arises=arises, falls_free_to_go=[falls[0], 0, 0, 0], falls_hold_on=[falls[1], 0, 0, 0],
        years_free_to_go=[1, 1, 1, 1], years_hold_on=[1, 1, 1, 1],
    )  # fmt: skip
    assert claim.statistic(four) == pytest.approx(expected)


def test_nobody_lets_go_only_once_there_is_a_patron() -> None:
    world = first_week()
    act = claim.HoldOn(week=26)
    act.do(world, 26)
    assert world.on.withdrawal == 1
    world.seat.patron = 0
    act.do(world, 52)
    assert world.on.withdrawal == 0 and world.par.bribe.binding > 1e6
    assert [step.week for step in act.steps()][:2] == [26, 52]
