"""Ally: pacts need calm and ties, are broken by the stronger, and small organisations join large ones."""

import numpy as np
from small import COMPANY, HOUSE, PATRON, RIBERA, RIVAL, SIERRA, World, call, events, fresh, step

from leyenda.rules.ally import breach_pact, join, offer_pact, offer_terms, shelter
from leyenda.world.feelings import resent
from leyenda.world.measures import tie


def offers(change: object, function: object = offer_pact, weeks: int = 800, *off: str) -> int:
    """How many of many weeks see a pact made (or broken) between the two, each from the same start."""
    space = fresh(*off)
    change(space)
    done = 0
    for week in range(weeks):
        space.organisations.pact[:2, :2] = function is breach_pact
        call(function, space, space.par.ally, week, HOUSE, COMPANY, RIBERA)
        done += int(space.organisations.pact[HOUSE, COMPANY] != (function is breach_pact))
        space.ties.count = 5
    return done


def nothing(space: object) -> None:
    """No change."""


def test_bad_blood_and_grudges_keep_them_apart_and_ties_bring_them_together() -> None:
    def blood(space: object) -> None:
        space.organisations.hostility[:2, :2] = 3.0

    def grudge(space: object) -> None:
        resent(space, PATRON, RIVAL, 2.0, -1)

    def tied(space: object) -> None:
        space.ties.a[0], space.ties.b[0], space.ties.strength[0] = PATRON, RIVAL, 1.0

    usual = offers(nothing)
    assert offers(blood) < 0.3 * usual and offers(grudge) < 0.5 * usual
    assert offers(tied) > 1.8 * usual > 0


def test_a_pact_may_be_sealed_by_a_marriage_but_not_with_ties_off() -> None:
    married, single = fresh(), fresh("ties")
    for space in (married, single):
        space.par.ally.pact = 50.0
        for week in range(200):
            call(offer_pact, space, space.par.ally, week, HOUSE, COMPANY, RIBERA)
    assert 4 <= len(events(married, "marry")) <= 32 and tie(married, PATRON, RIVAL) == 0.6
    assert events(single, "marry") == [] and single.ties.count == 5


def test_the_stronger_and_the_bold_break_pacts() -> None:
    def strong(space: object) -> None:
        space.organisations.members[HOUSE] = 50 * space.organisations.members[COMPANY]

    def bold(space: object) -> None:
        space.people.ego[PATRON] = 1.0

    usual = offers(nothing, breach_pact, 4000)
    assert offers(strong, breach_pact, 4000) > 1.5 * usual > 0
    assert offers(bold, breach_pact, 4000) > 1.5 * usual


def test_a_breach_is_remembered_by_the_other() -> None:
    space = fresh()
    space.par.ally.breach = 50.0
    call(breach_pact, space, space.par.ally, 3, HOUSE, COMPANY, RIBERA)
    assert space.organisations.hostility[COMPANY, HOUSE] == space.par.ally.wronged
    assert space.organisations.hostility[HOUSE, COMPANY] == 0.0


def test_who_joins_brings_everything_and_leaves_nothing_behind() -> None:
    space = fresh()
    space.par.ally.join, space.organisations.members[COMPANY] = 50.0, 100
    people, money = space.presences.members.sum(), space.organisations.treasury.sum()
    call(join, space, space.par.ally, 3, COMPANY, HOUSE, RIBERA)
    assert space.organisations.ended[COMPANY] == 3 and space.organisations.head[COMPANY] == -1
    assert space.presences.members[COMPANY].sum() == 0 and space.presences.members.sum() == people
    assert np.isclose(space.organisations.treasury[HOUSE], money)
    assert space.people.organisation[RIVAL] == HOUSE and not (space.people.organisation == COMPANY).any()
    assert (space.presences.capo[COMPANY] == -1).all()


def test_nobody_joins_who_is_too_large_or_local_or_with_merger_off() -> None:
    large, local, off = fresh(), fresh(), fresh("merger")
    local.organisations.members[COMPANY], local.organisations.local[COMPANY] = 100, 1
    for space in (large, local, off):
        space.par.ally.join = 50.0
    call(join, large, large.par.ally, 3, COMPANY, HOUSE, SIERRA), call(join, local, local.par.ally, 3, COMPANY, HOUSE, SIERRA)
    off.organisations.members[COMPANY] = 100
    step(off, "ally", range(26))
    assert [space.organisations.ended[COMPANY] for space in (large, local, off)] == [-1, -1, -1]


def test_pacts_off_none_is_made_and_none_is_broken() -> None:
    space = fresh("pacts", "merger")
    space.par.ally.pact = space.par.ally.breach = 50.0
    step(space, "ally", range(52))
    assert events(space, "pact") == events(space, "betray_pact") == []


def allies(cover: float, *off: str) -> World:
    """The two with a pact, the smaller without national protection, the larger with this much."""
    space = fresh(*off)
    organisations = space.organisations
    organisations.pact[HOUSE, COMPANY] = organisations.pact[COMPANY, HOUSE] = 1
    organisations.members[HOUSE], organisations.members[COMPANY] = 300, 100
    organisations.cover[HOUSE], organisations.cover[COMPANY] = cover, 0.0
    return space


def federated(cover: float) -> int:
    """In how many of many weeks the smaller comes under the larger one's protection."""
    done = 0
    for week in range(1500):
        space = allies(cover)
        call(offer_terms, space, space.par.ally, week, COMPANY, HOUSE, RIBERA)
        done += int(space.organisations.overlord[COMPANY] == HOUSE)
    return done


def test_more_come_under_the_protection_of_who_has_more_of_it() -> None:
    assert federated(1.0) > 1.15 * federated(0.0) > 0


def test_the_smaller_pays_half_of_what_protection_is_worth_and_the_larger_nothing() -> None:
    space = allies(1.0)
    space.par.ally.federation = 50.0
    call(offer_terms, space, space.par.ally, 3, HOUSE, COMPANY, RIBERA)
    assert space.organisations.overlord[HOUSE] == -1
    worth = shelter(space, space.par.ally, COMPANY, HOUSE)
    call(offer_terms, space, space.par.ally, 3, COMPANY, HOUSE, RIBERA)
    assert space.organisations.overlord[COMPANY] == HOUSE
    assert space.organisations.terms[COMPANY] == 0.5 * worth > 0.1
    assert events(space, "federate") == [space.organisations.terms_event[COMPANY]]


def test_terms_worth_less_than_they_cost_are_broken_sooner_and_a_breach_ends_them() -> None:
    def breaches(cover: float) -> int:
        done = 0
        for week in range(3000):
            space = allies(cover)
            space.organisations.overlord[COMPANY], space.organisations.terms[COMPANY] = HOUSE, 0.3
            call(breach_pact, space, space.par.ally, week, COMPANY, HOUSE, RIBERA)
            done += int(space.organisations.overlord[COMPANY] < 0)
            assert space.organisations.overlord[COMPANY] == (HOUSE if space.organisations.pact[COMPANY, HOUSE] else -1)
        return done

    assert breaches(0.0) > 1.5 * breaches(1.0) > 0


def test_pacts_off_no_terms_are_agreed() -> None:
    space = allies(1.0, "pacts", "merger")
    space.par.ally.federation, space.par.ally.breach = 50.0, -50.0
    step(space, "ally", range(52))
    assert events(space, "federate") == []
