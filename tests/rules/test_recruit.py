"""Recruit: four flows, held back by what a plaza feeds."""

import numpy as np
import pytest
from small import COMPANY, HOUSE, RIBERA, SIERRA, at_war, fresh, step

from leyenda.rules.recruit import capacity


def members_after(start: int, years: int = 4, **parameters: float) -> int:
    """Members of the house in Sierra after some years of nothing but the four flows."""
    space = fresh()
    space.presences.members[HOUSE, SIERRA] = start
    for name, value in parameters.items():
        setattr(space.par.recruit, name, value)
    return int(step(space, "recruit", range(52 * years)).presences.members[HOUSE, SIERRA])


def test_a_plaza_feeds_so_many_and_no_more() -> None:
    space = fresh()
    room = capacity(space, space.par.recruit, HOUSE, SIERRA)
    quiet = {"arrests": 0.0, "discipline": 0.0}
    assert members_after(int(0.2 * room), years=10, **quiet) > 0.45 * room
    assert members_after(int(3.0 * room), **quiet) < 1.7 * room
    assert members_after(int(room), **quiet) == pytest.approx(room, rel=0.06)


def test_war_and_control_raise_what_a_plaza_feeds() -> None:
    peace, war = fresh(), fresh()
    at_war(war)
    more = capacity(war, war.par.recruit, HOUSE, RIBERA) / capacity(peace, peace.par.recruit, HOUSE, RIBERA)
    assert more == pytest.approx(1.0 + war.par.recruit.war_effort)
    assert capacity(peace, peace.par.recruit, COMPANY, RIBERA) > 2.0 * capacity(peace, peace.par.recruit, HOUSE, RIBERA)


def taken(protection: float) -> tuple[float, float]:
    """Arrests and deaths of a year under this protection."""
    space = fresh()
    space.plazas.protection[:] = protection
    space.par.recruit.arrests, space.par.recruit.discipline = 0.5, 0.5
    step(space, "recruit", range(52))
    return space.flows.arrests, float(space.plazas.deaths.sum())


def test_protection_prevents_arrests_and_discipline() -> None:
    (open_arrests, open_deaths), (arrests, deaths) = taken(0.0), taken(1.0)
    assert arrests < 0.5 * open_arrests and deaths < 0.4 * open_deaths and arrests > 0


def test_members_are_all_accounted_for() -> None:
    space = fresh()
    space.par.recruit.recruits = 0.006
    before = int(space.presences.members.sum())
    step(space, "recruit")
    left = before + space.flows.recruits - space.flows.arrests - space.plazas.deaths.sum() - space.presences.members.sum()
    assert 0 <= left < 30
    assert space.plazas.deaths_members.sum() == space.organisations.deaths.sum() == space.plazas.deaths.sum()


def test_nobody_recruits_where_nobody_is() -> None:
    space = fresh()
    space.presences.members[:] = 0
    step(space, "recruit", range(52))
    assert space.presences.members.sum() == 0 and np.isclose(space.flows.recruits, 0.0)


def test_the_state_makes_so_many_arrests_whatever_there_is_to_arrest() -> None:
    """Twice as many members are arrested no more often; half of them in a plaza are half of the arrests there."""

    def arrested(times: int) -> float:
        space = fresh()
        space.plazas.protection[:], space.par.recruit.arrests = 0.0, 0.5
        space.presences.members[:] *= times
        counted = 0.0
        for week in range(200):
            space.flows.arrests, members = 0.0, space.presences.members.copy()
            counted += step(space, "recruit", [week]).flows.arrests
            space.presences.members[:] = members
        return counted

    assert arrested(4) == pytest.approx(arrested(1), rel=0.15) and arrested(1) > 500


def killed(heat: float, **parameters: float) -> tuple[float, float]:
    """Deaths of ten years under this alarm and a full deployment, and those in clashes among them."""
    space = fresh()
    space.plazas.protection[:], space.plazas.heat[:], space.drivers.deployment[:] = 0.0, heat, 1.0
    for name, value in {"discipline": 0.02, "clashes": 0.02, "arrests": 0.0, **parameters}.items():
        setattr(space.par.recruit, name, value)
    deaths = clashes = 0.0
    for week in range(520):
        space.flows.clashes, space.plazas.deaths[:], members = 0.0, 0, space.presences.members.copy()
        step(space, "recruit", [week])
        deaths, clashes = deaths + space.plazas.deaths.sum(), clashes + space.flows.clashes
        space.presences.members[:] = members
    return float(deaths), float(clashes)


def test_troops_clash_where_there_is_alarm_and_discipline_is_stricter_there() -> None:
    (quiet, none), (loud, clashes) = killed(0.0, suspicion=1.0), killed(1.5, suspicion=1.0)
    assert none == 0.0 and clashes > 50 and (loud - clashes) / quiet == pytest.approx(2.5, rel=0.25)
    assert killed(1.5, suspicion=0.0)[0] - killed(1.5, suspicion=0.0)[1] == pytest.approx(quiet, rel=0.25)
