"""Arrest: proof against protection; prison, from which messages and people may get out; extradition."""

import pytest
from small import CAPO, HOUSE, INVESTIGATOR, PATRON, RIBERA, SIERRA, booked, call, events, fresh, lock_up, step

from leyenda.rules.arrest import hazard, messages
from leyenda.world.custody import fall_of, jail
from leyenda.world.names import CAST_OUT, FREE, JAILED_ABROAD, JAILED_HOME


def danger(evidence: float, cover: float, *off: str) -> float:
    """Yearly hazard of the patron's arrest."""
    space = fresh(*off)
    space.people.evidence[PATRON] = evidence
    space.organisations.cover[HOUSE] = space.presences.cover[HOUSE, SIERRA] = cover
    return hazard(space, space.par.arrest, PATRON)


def test_the_hazard_rises_with_proof_and_falls_with_protection() -> None:
    assert danger(0.0, 0.0) < 0.02 < danger(1.6, 0.0) < danger(3.0, 0.0) < 0.91
    assert danger(3.0, 1.0) < 0.1 * danger(3.0, 0.0)
    assert danger(3.0, 1.0, "protection") == danger(3.0, 0.0, "protection") == danger(3.0, 0.0)


def test_a_task_force_raises_it() -> None:
    space = fresh()
    space.people.evidence[PATRON] = 1.6
    usual = hazard(space, space.par.arrest, PATRON)
    space.people.case[PATRON] = 0
    assert hazard(space, space.par.arrest, PATRON) == pytest.approx(usual * space.par.arrest.hunted)


def test_a_proven_case_ends_in_an_arrest_or_sometimes_a_death() -> None:
    arrests = deaths = 0
    for world in range(120):
        space = fresh(world=world)
        space.par.arrest.highest, space.people.evidence[CAPO] = 1e6, 4.0
        space.people.brutality[CAPO] = 0.5
        step(space, "arrest")
        taken = [e for kind in ("arrest", "kill") for e in events(space, kind) if space.events.whom[e] == CAPO]
        assert len(taken) == 1 and space.people.status[CAPO] != FREE and space.presences.capo[HOUSE, RIBERA] == -1
        arrests += space.people.status[CAPO] == JAILED_HOME
        deaths += space.people.status[CAPO] != JAILED_HOME
    assert 0.08 < deaths / (arrests + deaths) < 0.30  # 0.18, three standard errors either way


def prisoner(*off: str) -> object:
    """The patron sits in prison, rich and well known, with a bought guard or two."""
    space = fresh(*off)
    lock_up(space, PATRON)
    space.people.cash[PATRON], space.people.notoriety[PATRON] = 50.0, 1.0
    space.drivers.extradition[:] = 1.0
    return space


@pytest.mark.parametrize(("switch", "kind", "parameter"), [("extradition", "extradition", "extradition"), ("escapes", "escape", "escape")])
def test_no_way_out_with_its_switch_off(switch: str, kind: str, parameter: str) -> None:
    for off, happened in (((), 1), ((switch,), 0)):
        space = prisoner(*off)
        setattr(space.par.arrest, parameter, 1e4)
        step(space, "arrest", range(4))
        assert len(events(space, kind)) == happened


def test_guards_are_not_for_sale_with_prison_corruption_off() -> None:
    def escapes(*off: str) -> int:
        escaped = 0
        for world in range(60):
            space = prisoner("extradition", *off)
            space.key, space.par.arrest.escape = fresh(world=world).key, 0.3
            escaped += len(events(step(space, "arrest", range(52)), "escape"))
        return escaped

    assert escapes("prison_corruption") < 0.35 * escapes()


def test_word_gets_out_of_prison_less_from_behind_old_walls_and_freely_with_the_switch_off() -> None:
    def heard(week: int, *off: str) -> int:
        space = prisoner(*off)
        out = 0
        for later in range(week, week + 4 * 200, 4):
            space.people.jailed[PATRON] = later - week
            call(messages, space, space.par.arrest, later, PATRON)
            out += int(space.people.reached[PATRON])
        return out

    assert heard(4) > 170 > 100 > heard(52 * 6) > 0
    assert heard(52 * 6, "free_messages_from_prison") == 200


def test_an_extradited_man_is_gone_and_an_escaped_one_paid_for_it() -> None:
    space = prisoner()
    space.par.arrest.extradition = 1e4
    step(space, "arrest")
    assert space.people.status[PATRON] == JAILED_ABROAD and space.people.reached[PATRON] == 0
    free = prisoner("extradition")
    free.par.arrest.escape = 1e4
    step(free, "arrest")
    assert free.people.status[PATRON] == FREE and booked(free, "escape_price") == pytest.approx(10.0)


def test_a_released_capo_without_a_plaza_is_of_the_ranks_and_pays_no_tribute() -> None:
    space = fresh()
    space.people.margin[CAPO], space.people.cash[CAPO] = 1.0, 50.0
    call(jail, space, 0, CAPO, INVESTIGATOR, 1.0)
    space.people.sentence[CAPO] = 1
    step(space, "arrest", [1]), step(space, "command", range(1, 12)), step(space, "tribute", [12])
    runs = space.presences.capo[HOUSE, RIBERA] == CAPO
    assert space.people.status[CAPO] == FREE and (runs or space.people.paid[CAPO] == 0.0)


def test_a_prisoner_whose_organisation_is_gone_comes_out_alone() -> None:
    space = fresh()
    lock_up(space, CAPO)
    call(fall_of, space, 0, CAPO, 0)
    space.people.organisation[CAPO], space.people.sentence[CAPO] = -1, 1
    step(space, "arrest", [1])
    assert space.people.status[CAPO] == FREE and space.people.role[CAPO] == CAST_OUT
