"""C22: the same two people in both arms; the one who changes less decides; selection is read off the beginning."""

import numpy as np
import pytest
from by_hand import first_week, outcome, values

from leyenda.studies.claims import c22_it_changes_you as claim
from leyenda.world.names import CAPO, FREE, OFFICER, RETIRED


def test_inside_and_outside_they_are_the_same_people() -> None:
    arms = {}
    for joins in (True, False):
        world = first_week()
        claim.Enter(week=0, joins=joins).do(world, 0)
        arms[joins] = world
    inside, outside = arms[True].people, arms[False].people
    i, j = inside.count - 2, inside.count - 1
    for column in ("key", "ambition", "guile", "brutality", "caution", "integrity", "ego", "age"):
        assert (getattr(inside, column)[[i, j]] == getattr(outside, column)[[i, j]]).all()
    assert inside.key[i] != inside.key[j]
    assert inside.organisation[i] == 0 and inside.status[i] == FREE and outside.organisation[i] == -1
    assert (outside.status[[i, j]] == RETIRED).all()


def test_the_commander_takes_over_one_post_and_whoever_held_it_has_none() -> None:
    world = first_week()
    before = world.offices.holder.copy()
    claim.Enter(week=0, joins=True).do(world, 0)
    j = world.people.count - 1
    (f,) = np.flatnonzero(world.offices.holder != before)
    assert world.offices.holder[f] == j and world.people.office[j] == f and world.people.office[before[f]] == -1
    assert world.people.role[j] == OFFICER


def note(**columns: list[float]) -> dict[str, np.ndarray]:
    """Five people, of whom the last two have just come."""
    base = {"role": [CAPO] * 4 + [OFFICER], "status": [FREE] * 5, "organisation": [0] * 4 + [-1], "integrity": [0.5] * 5, "brutality": [0.5] * 5}
    return {name: np.array(column) for name, column in (base | columns).items()}


def arm(integrity: list[float]) -> object:
    """Notes of an arm in which the first three keep what they are."""
    began = note(brutality=[0.2, 0.5, 0.8, 0.5, 0.5])
    end = note(status=[RETIRED, FREE, FREE, FREE, FREE], integrity=[0.5] * 3 + integrity)
    one = outcome(people={name: np.append(column, 0) for name, column in end.items()})  # somebody came later
    one.notes = [(claim.WEEK, began), (claim.LATER[1], began), (claim.LATER[5], began)]
    return one


def test_traits_are_those_of_the_two_and_selection_is_what_stayers_were_like() -> None:
    found = claim.measure({"in": arm([0.4, 0.2]), "out": arm([0.5, 0.5])})
    assert found["lieutenant_integrity_10"] == pytest.approx(-0.1) and found["commander_integrity_10"] == pytest.approx(-0.3)
    assert found["lieutenant_integrity_1"] == 0.0 and found["effect"] == pytest.approx(0.1)
    assert found["selected_brutality"] == pytest.approx(0.65 - 0.5) and found["selected_integrity"] == 0.0


def test_who_changes_less_decides() -> None:
    two = values(lieutenant_integrity_10=[-0.1, -0.1], commander_integrity_10=[-0.3, 0.2])
    assert claim.statistic(two) == pytest.approx(0.05)
