"""C27: what is done in a place per year in it, and what is left of it with another's traits."""

import numpy as np
import pytest
from by_hand import first_week, outcome, values

from leyenda.acts.targets import holder
from leyenda.studies.claims import c27_position_not_person as claim
from leyenda.world.names import AGENCY, POLICE


def test_everybody_stands_where_the_scenario_has_put_him() -> None:
    world = first_week()
    found = claim.standing(world.block, 0)
    assert found["director"][0] == holder(world, AGENCY) and found["commander"] == (holder(world, POLICE), True)
    assert found["patron"][0] == world.organisations.head[0]


def test_both_posts_begin_free_and_only_traits_change_hands() -> None:
    world = first_week()
    people, director, commander = world.people, holder(world, AGENCY), holder(world, POLICE)
    honest, cash = people.integrity[director], people.cash[commander]
    claim.Exchange(week=0).do(world, 0)
    assert claim.standing(world.block, 0)["commander"] == (commander, False) and people.integrity[director] == honest
    claim.Exchange(week=0, other="commander").do(world, 0)
    assert people.integrity[commander] == honest and people.cash[commander] == cash and holder(world, POLICE) == commander


def arm(*happened: tuple[int, str, int, int], bought: int = 0) -> object:
    """The patron is 1, the commander 2 for two years and bought for some weeks of them, the director 3 all the time."""
    one = outcome(*happened)
    one.notes = [
        (week, {"patron": (1, False), "commander": (2 if week < 104 else 9, week < bought), "director": (3, False)})
        for week in range(0, claim.END, claim.EVERY)
    ]
    return one


def test_harm_is_what_he_does_himself_while_he_is_there() -> None:
    one = arm((10, "attack", 1, 5), (20, "attack", 5, 1), (52, "punish", 1, 6), (104, "arrest", -1, 1), (110, "kill", 1, 7))
    assert claim.harm(one, "patron") == (2.0, 2.0)
    assert claim.harm(one, "director") == (0.0, 5.0)


def test_corruption_is_the_time_he_is_bought_in_his_time_in_office() -> None:
    assert claim.bought(arm(bought=52), "commander") == (1.0, 2.0)


def test_what_is_left_is_a_share_of_the_difference_between_the_places() -> None:
    before, after = arm(*((week, "attack", 1, 5) for week in (3, 5, 7, 9)), bought=104), arm((10, "war", 1, 5), bought=52)
    found = claim.measure({"as_is": before, "patron": after, "commander": after})
    assert claim.kept({name: np.array([value]) for name, value in found.items()}, "corruption", "commander") == pytest.approx(0.5)
    assert found["effect"] == pytest.approx(0.25)
    assert claim.statistic(values(**{name: [value] for name, value in found.items()})) == pytest.approx(0.25)
