"""Order: a head's orders are carried out, as often as was asked."""

import numpy as np
import pytest
from worlds import WEEK, done, events, latest, world_at

from leyenda.acts import Order
from leyenda.acts.order import agency_near
from leyenda.acts.targets import find, group
from leyenda.world.measures import grudge_against
from leyenda.world.names import AGENCY, DEAD, LIEUTENANT


@pytest.mark.parametrize("times", range(4))
def test_as_many_attacks_as_were_asked(times: int) -> None:
    world = world_at()
    attacks = len(events(world, "attack"))
    o, q = group(world, "top"), group(world, "rival")
    world.organisations.pact[o, q] = world.organisations.pact[q, o] = 0
    done(Order(week=WEEK, kind="attack", whom="rival", times=times), world)
    assert len(events(world, "attack")) == attacks + times
    if times:
        assert latest(world, "attack") == (find(world, "top"), find(world, "rival"), WEEK)
        assert world.organisations.hostility[q, o] > 0.9 * times


@pytest.mark.parametrize("kind", ["purge", "punish", "cast_out", "reward", "pass_over"])
def test_an_order_is_about_whom_it_names(kind: str) -> None:
    world = world_at()
    i, top = find(world, "lieutenant"), find(world, "top")
    done(Order(week=WEEK, kind=kind, whom=i), world)
    assert latest(world, kind) == (top, i, WEEK)
    assert (world.people.status[i] == DEAD) == (kind == "purge")


def test_without_a_name_it_is_about_whom_the_rule_would_take() -> None:
    world = world_at()
    people, top = world.people, find(world, "top")
    under = np.flatnonzero((people.superior == top) & (people.status == 0))
    people.reported[under[1]] = 1.0
    done(Order(week=WEEK, kind="punish"), world)
    assert latest(world, "punish") == (top, under[1], WEEK)


def test_who_is_passed_over_minds_and_keeps_his_place() -> None:
    world = world_at()
    people, i, top = world.people, find(world, "lieutenant"), find(world, "top")
    before = grudge_against(world, i, top)
    done(Order(week=WEEK, kind="pass_over", whom=i), world)
    assert grudge_against(world, i, top) == pytest.approx(min(2.0, before + world.par.command.passed_over))
    assert people.role[i] == LIEUTENANT
    calm = world_at()
    calm.on.envy = 0
    assert grudge_against(done(Order(week=WEEK, kind="pass_over", whom=i), calm), i, top) == before


def test_tribute_moves_by_the_amount() -> None:
    world = world_at()
    o = group(world, "top")
    before = world.organisations.demanded[o]
    done(Order(week=WEEK, kind="tribute", amount=0.05, times=2), world)
    assert world.organisations.demanded[o] == pytest.approx(before + 0.1)


def test_he_moves_in_next_door_where_there_is_room() -> None:
    world = world_at()
    o = group(world, "top")
    full = int(np.flatnonzero(world.presences.members[o] > 60)[0])
    empty = next(p for p in np.flatnonzero(world.plazas.near[full]) if world.plazas.side[p] == 0)
    world.presences.members[:, empty], world.presences.control[:, empty] = 0, 0.0
    done(Order(week=WEEK, kind="expand"), world)
    assert world.presences.members[o, empty] > 0 and latest(world, "expand")[0] == find(world, "top")


def test_the_red_line_is_crossed_at_the_agency() -> None:
    world = world_at()
    f = agency_near(world, group(world, "top"))
    victim = int(world.offices.holder[f])
    done(Order(week=WEEK, kind="red_line"), world)
    assert world.offices.institution[f] == AGENCY and world.offices.plaza[f] >= 0
    assert latest(world, "red_line") == (find(world, "top"), victim, WEEK)


def test_without_the_agency_another_post_is_struck() -> None:
    world = world_at()
    world.offices.institution[world.offices.institution == AGENCY] = 4
    done(Order(week=WEEK, kind="red_line"), world)
    assert latest(world, "red_line")[0] == find(world, "top")
