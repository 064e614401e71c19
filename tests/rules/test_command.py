"""Command: a head chooses by what he believes; what was worse in truth than the best he could do is a mistake."""

import numpy as np
import pytest
from small import CAPO, COMPANY, HOUSE, LIEUTENANT, PATRON, RIBERA, RIVAL, call, causes, events, fresh, step

from leyenda.rules.command import (
    CAST_HIM_OUT,
    HIT,
    LOWER,
    OPTIONS,
    PUNISH_HIM,
    PURGE_HIM,
    RAISE,
    STAY,
    STRIKE,
    decide,
    fill_values,
    judge,
    judged_risk,
)
from leyenda.world.measures import grudge_against

EVERYTHING = np.array([CAPO, RIBERA, COMPANY, RIBERA, COMPANY, 13, CAPO])


def values(space: object, truly: bool = False) -> np.ndarray:
    """What the patron's options are worth to him, with somebody or something to act on for each."""
    found = np.zeros(OPTIONS)
    fill_values(space, space.par.command, HOUSE, PATRON, EVERYTHING, truly, found)
    return found


def test_he_weighs_what_he_was_told_and_not_what_is() -> None:
    space = fresh()
    space.people.disaffection[CAPO], space.people.reported[CAPO] = 0.9, 0.0
    believed, true = values(space), values(space, True)
    for option in (PUNISH_HIM, PURGE_HIM, CAST_HIM_OUT, LOWER):
        assert true[option] > believed[option]
    assert true[RAISE] < believed[RAISE] and true[STAY] == believed[STAY]


@pytest.mark.parametrize("off", [(), ("mistakes",)])
def test_mistakes_off_he_sees_the_truth(off: tuple[str, ...]) -> None:
    space = fresh(*off)
    space.people.disaffection[CAPO], space.people.reported[CAPO] = 0.9, 0.0
    call(decide, space, space.par.command, 5, HOUSE, PATRON)
    assert (space.scratch.belief == space.scratch.truth).all() == bool(off)


def test_an_act_far_below_the_best_is_logged_as_a_mistake() -> None:
    space = fresh()
    space.events.count = 1
    truth, belief = np.full(OPTIONS, -99.0), np.full(OPTIONS, -99.0)
    belief[STAY], belief[RAISE], truth[STAY], truth[RAISE] = 0.0, -1.0, 0.0, -1.0
    judge(space, space.par.command, 5, HOUSE, PATRON, RAISE, 0, belief, truth)
    assert events(space, "mistake") == []  # he knew what he gave up
    belief[RAISE] = 0.5
    judge(space, space.par.command, 5, HOUSE, PATRON, RAISE, 0, belief, truth)
    logged = events(space, "mistake")
    assert len(logged) == 1 and space.events.amount[logged[0]] == 1.0 and causes(space, logged[0]) == {0}


def reckless(*off: str) -> object:
    """A patron pressed hard, who stops at nothing."""
    space = fresh(*off)
    people = space.people
    people.evidence[PATRON] = people.believed_case[PATRON] = 2.0
    people.brutality[PATRON], people.caution[PATRON], people.ego[PATRON] = 1.0, 0.0, 1.0
    return space


def test_red_line_off_nobody_strikes_at_officials() -> None:
    assert values(reckless())[STRIKE] > -90.0 > values(reckless("red_line"))[STRIKE]
    assert len(events(step(reckless(), "command", range(104)), "red_line")) > 0
    assert events(step(reckless("red_line"), "command", range(104)), "red_line") == []


def test_unless_he_hears_of_a_case_against_him_he_does_not_think_of_it() -> None:
    space = reckless()
    space.people.believed_case[PATRON] = 0.0
    assert values(space)[STRIKE] < -90.0 < values(space, True)[STRIKE]


def test_a_struck_official_and_the_deed_are_known() -> None:
    space = reckless()
    space.par.command.strike, space.par.command.deadly = 50.0, 1.0
    step(space, "command", range(9))
    struck = [e for e in events(space, "red_line") if space.events.who[e] == PATRON]
    assert len(struck) == 1 and space.people.deed[PATRON] == struck[0]
    assert any(struck[0] in causes(space, killed) for killed in events(space, "kill"))
    assert space.nation.heat.max() > 0.2


def test_ego_shrinks_the_judged_risk_and_boldness_attacks() -> None:
    space = fresh()
    space.people.believed_risk[PATRON], space.people.risk[PATRON] = 0.3, 0.6
    space.people.ego[PATRON] = 0.9
    bold, attack = judged_risk(space, PATRON, False), values(space)[HIT]
    space.people.ego[PATRON] = 0.1
    assert bold < 0.3 < judged_risk(space, PATRON, False) and attack > values(space)[HIT]
    assert judged_risk(space, PATRON, True) == 0.6
    space.on.ego_in_judged_risk = 0
    assert judged_risk(space, PATRON, False) == 0.3


def test_kin_are_spared_unless_ties_are_off() -> None:
    tied, off = fresh(), fresh("ties")
    assert values(tied)[PURGE_HIM] < values(off)[PURGE_HIM] and values(tied)[CAST_HIM_OUT] < values(off)[CAST_HIM_OUT]


def test_ambition_off_all_want_the_same() -> None:
    raising = {}
    for off in ((), ("ambition",)):
        for ambition in (0.1, 0.9):
            space = fresh(*off)
            space.people.ambition[PATRON] = ambition
            raising[off, ambition] = values(space)[RAISE]
    assert raising[(), 0.9] > raising[(), 0.1] and raising[("ambition",), 0.9] == raising[("ambition",), 0.1]


@pytest.mark.parametrize("off", [(), ("envy",)])
def test_a_vacancy_is_filled_after_some_weeks_and_the_one_passed_over_minds(off: tuple[str, ...]) -> None:
    space = fresh(*off)
    space.presences.capo[HOUSE, RIBERA], space.presences.vacant[HOUSE, RIBERA] = -1, 0
    space.people.organisation[CAPO], space.ties.count = -1, 0
    step(space, "command", range(4))
    assert space.presences.capo[HOUSE, RIBERA] == -1
    step(space, "command", [4])
    new = space.presences.capo[HOUSE, RIBERA]
    over = events(space, "pass_over")
    assert new >= 0 and space.people.superior[new] == PATRON and len(over) == 1
    passed = space.events.whom[over[0]]
    assert (grudge_against(space, passed, PATRON) > 0.0) == (not off)
    assert new not in (RIVAL, passed) and space.people.organisation[LIEUTENANT] == HOUSE
