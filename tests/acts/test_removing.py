"""Remove, CastOut, Spare and Block."""

import pytest
from worlds import WEEK, block_at, done, events, latest, world_at

import leyenda
from leyenda.acts import Block, CastOut, Remove, Spare, Veto
from leyenda.acts.targets import find
from leyenda.engine import compiled
from leyenda.engine.ensemble import run_world
from leyenda.world.names import CAST_OUT, DEAD, JAILED_HOME


@pytest.mark.parametrize(("how", "status"), [("arrest", JAILED_HOME), ("kill", DEAD)])
def test_who_is_removed_is_gone_and_his_seat_seen_to_be(how: str, status: int) -> None:
    world = world_at()
    top = find(world, "top")
    done(Remove(week=WEEK, how=how), world)
    assert world.people.status[top] == status and latest(world, how) == (-1, top, WEEK)
    assert world.organisations.defeat[world.people.organisation[top]] > 0.5


@pytest.mark.parametrize(("target", "members"), [("top", 1.0), ("agency", 0.0), ("president", 0.0)])
def test_the_dead_are_counted_as_members_or_as_those_who_had_no_part(target: str, members: float) -> None:
    scenario = leyenda.load("guadalajara-1985").with_({"weeks": WEEK + 1})
    usual, killed = (run_world(scenario, 0, 1, compiled, acts).series for acts in ((), Remove(week=WEEK, target=target, how="kill").steps()))
    more = {name: killed[name][WEEK] - usual[name][WEEK] for name in ("deaths", "deaths_members", "bystanders")}
    assert more == {"deaths": 1.0, "deaths_members": members, "bystanders": 1.0 - members}


def test_an_arrest_is_counted() -> None:
    scenario = leyenda.load("guadalajara-1985").with_({"weeks": WEEK + 1})
    usual, taken = (run_world(scenario, 0, 1, compiled, acts).series["arrests"] for acts in ((), Remove(week=WEEK).steps()))
    assert taken[WEEK] == usual[WEEK] + 1.0


def test_the_cast_out_stands_alone_and_minds() -> None:
    world = world_at()
    i = find(world, "second")
    head = int(world.organisations.head[world.people.organisation[i]])
    done(CastOut(week=WEEK, target=i), world)
    assert latest(world, "cast_out") == (head, i, WEEK)
    assert world.people.role[i] == CAST_OUT and world.people.organisation[i] == -1 and head in world.people.grudge_to[i]


def test_a_head_is_not_cast_out() -> None:
    world = done(CastOut(week=WEEK, target="top"), world_at())
    assert world.people.organisation[find(world, "top")] >= 0 and not events(world, "cast_out")[-1:] > [world.events.count - 1]


def test_who_is_spared_is_not_arrested_until_it_ends() -> None:
    world = world_at()
    people, top = world.people, find(world, "top")
    people.evidence[top], people.suspicion[top] = 4.0, 0.0
    world.par.arrest.highest, world.organisations.cover[:], world.on.protection = 1e6, 0.0, 0
    world.par.arrest.killed = 0.0
    spared = done(Spare(week=WEEK, until=WEEK + 8), world).block
    compiled.advance(spared, WEEK, WEEK + 8)
    assert spared["people"]["jailed"][top] < 0
    Spare(week=WEEK, until=WEEK + 8).steps()[1].apply(spared)
    compiled.advance(spared, WEEK + 8, WEEK + 9)
    assert spared["people"]["jailed"][top] == WEEK + 8


def test_a_blocked_mechanism_works_again() -> None:
    block = block_at()
    for step, on in zip(Block(week=WEEK, until=WEEK + 1, what=("escapes", "entry")).steps(), (0, 1), strict=True):
        step.apply(block)
        assert block["on"]["escapes"] == block["on"]["entry"] == on


def test_words_find_people_by_what_they_are() -> None:
    world = world_at()
    people, offices, organisations = world.people, world.offices, world.organisations
    top, rival = find(world, "top"), find(world, "rival")
    assert organisations.members[people.organisation[top]] >= organisations.members[people.organisation[rival]] > 0 and top != rival
    assert people.superior[find(world, "capo")] == top and people.organisation[find(world, "broker")] == people.organisation[top]
    assert offices.institution[people.office[find(world, "president")]] == 5 and offices.institution[people.office[find(world, "agency")]] == 7
    assert find(world, 900) == find(world, -1) == -1
    assert Veto(week=WEEK, kind="arrest", whom=900).rows(world) == []
