"""Contest: wars begin where protection is thin, kill, move control to the stronger, and end."""

import numpy as np
import pytest
from small import COMPANY, HOUSE, RIBERA, SIERRA, at_war, call, events, fresh, step

from leyenda.rules.contest import battle, break_out, conclude
from leyenda.world.stakes import find_worth


def outbreaks(change: object, *off: str) -> int:
    """In how many of many weeks a war begins between the two, each from the same start."""
    space = fresh(*off)
    space.organisations.pact[:], space.plazas.protection[:] = 0, 0.0
    change(space)
    call(find_worth, space)
    for week in range(1500):
        call(break_out, space, space.par.contest, week, HOUSE, COMPANY)
        space.wars.count = 0
    return len(events(space, "war"))


def test_protection_suppresses_wars_wrongs_and_weakness_tempt() -> None:
    def protected(space: object) -> None:
        space.plazas.protection[:] = 0.9

    def wronged(space: object) -> None:
        space.organisations.hostility[HOUSE, COMPANY] = 3.0

    def weak(space: object) -> None:
        space.organisations.defeat[COMPANY] = 0.9

    usual = outbreaks(lambda space: None)
    assert outbreaks(protected) < 0.3 * usual
    assert outbreaks(wronged) > 1.7 * usual and outbreaks(weak) > 1.5 * usual


def test_no_war_under_a_pact_and_none_twice() -> None:
    space = fresh()
    space.par.contest.onset, space.par.contest.ends = 1e9, 0.0
    step(space, "contest", range(8))
    assert events(space, "war") == []
    space.organisations.pact[:] = 0
    step(space, "contest", range(8, 12))
    assert len(events(space, "war")) == 1 and space.wars.count == 1


def fought(members: tuple[int, int], protection: float = 0.0, weeks: int = 40) -> tuple[float, float, float]:
    """Control that moves to the house in Ribera, deaths, and the sum of control, after these weeks of battle."""
    space = fresh()
    at_war(space)
    space.presences.capo[:], space.plazas.protection[:] = -1, protection
    before = space.presences.control[:, RIBERA].copy()
    call(find_worth, space)
    for week in range(weeks):
        space.presences.members[:2, RIBERA] = members
        call(battle, space, space.par.contest, week, 0, HOUSE, COMPANY, RIBERA)
    after = space.presences.control[:, RIBERA]
    assert after.sum() == pytest.approx(before.sum())
    return float(after[HOUSE] - before[HOUSE]), float(space.plazas.deaths[RIBERA]), float(after.min())


def test_control_moves_to_the_stronger_and_is_only_shared_out() -> None:
    gained, _, least = fought((900, 100))
    lost, _, _ = fought((100, 900))
    assert gained > 0.2 and lost < -0.05 and least >= 0.0


def test_killings_grow_with_the_root_of_both_sides_and_fall_with_protection() -> None:
    small, large = fought((100, 100), weeks=300)[1], fought((400, 400), weeks=300)[1]
    assert 3.0 < large / small < 5.2
    calmed = fought((400, 400), protection=0.5, weeks=300)[1]
    assert calmed / large == pytest.approx(np.exp(-3.3 * 0.5), rel=0.35)


def test_nobody_loses_more_members_than_he_has() -> None:
    space = fresh()
    at_war(space)
    space.par.contest.killings = 50.0
    step(space, "contest", range(6))
    assert space.presences.members.min() >= 0 and space.presences.members[:2].sum() < 700


def test_many_dead_and_long_years_end_a_war_and_the_loser_shows_it() -> None:
    def ended(dead: int, week: int) -> int:
        peaces = 0
        for world in range(30):
            space = fresh(world=world)
            at_war(space)
            space.wars.deaths_a[0] = dead
            call(conclude, space, space.par.contest, week, 0, True)
            if space.wars.ended[0] >= 0:
                peaces += 1
                assert space.organisations.defeat[HOUSE] == pytest.approx(space.par.contest.lost)
                assert not space.organisations.at_war.any()
        return peaces

    assert ended(1, 0) == 0 and ended(10**5, 0) >= 28 and 2 <= ended(1, 52 * 100) <= 15


def test_both_sides_and_bystanders_die_and_the_plaza_is_alarmed() -> None:
    space = fresh()
    at_war(space)
    space.plazas.protection[:] = 0.0
    step(space, "contest", range(52))
    assert space.wars.deaths_a[0] > 0 and space.wars.deaths_b[0] > 0 and space.wars.bystanders[0] > 0
    assert space.plazas.deaths[:2].sum() >= space.wars.deaths_a[0] + space.wars.deaths_b[0] + space.wars.bystanders[0]
    assert space.plazas.heat[SIERRA] > 0.2
