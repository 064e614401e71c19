"""Give, Swap, Birth and Force: who stands where afterwards."""

import numpy as np
import pytest
from worlds import WEEK, done, events, latest, world_at

from leyenda.acts import Birth, Force, Give, Swap
from leyenda.acts.give import largest, other_holder
from leyenda.acts.swap import TRAITS
from leyenda.acts.targets import find, group
from leyenda.world.names import ASPIRANT, CAST_OUT, FREE, INFORMANT, RETIRED


def violence(world: object) -> int:
    """Dead, attacks and wars so far."""
    return sum(len(events(world, kind)) for kind in ("kill", "attack", "war"))  # type: ignore[arg-type]


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("to", ["top", "rival"])
def test_a_plaza_given_goes_over_with_its_people(number: int, to: str) -> None:
    world = world_at(number)
    people, presences = world.people, world.presences
    o, blood = group(world, to), violence(world)
    p = largest(world, o)
    q = other_holder(world, o, p)
    members, control, money = presences.members[:, p].copy(), presences.control[:, p].copy(), world.organisations.treasury.sum()
    capo, whole = presences.capo[q, p], presences.members[q].sum() == members[q]
    done(Give(week=WEEK, to=to), world)
    assert presences.members[q, p] == presences.control[q, p] == 0.0
    assert presences.members[o, p] == members[o] + members[q] and presences.control[o, p] == pytest.approx(control[o] + control[q])
    assert violence(world) == blood and world.organisations.treasury.sum() == pytest.approx(money)
    if capo >= 0 and (whole or people.role[capo] > 0):
        assert people.organisation[capo] == o and people.superior[capo] in (world.organisations.head[o], presences.capo[o, p])
    assert latest(world, "merge" if whole else "expand")[2] == WEEK


def test_the_head_of_a_plaza_given_away_stays_with_what_he_has_left() -> None:
    for number in range(6):
        world = world_at(number)
        o, q = group(world, "rival"), group(world, "top")
        head, p = world.organisations.head[q], int(world.organisations.seat[q])
        if other_holder(world, o, p) != q:
            continue
        done(Give(week=WEEK, plaza=p, to="rival"), world)
        assert world.organisations.head[q] == head and world.presences.members[q, world.people.plaza[head]] > 0
        assert world.organisations.seat[q] == world.people.plaza[head] != p
        return
    pytest.fail("no world in which the top sits where he is strongest")


def test_traits_are_exchanged_and_nothing_else() -> None:
    world, usual = world_at(), world_at()
    a, b = find(world, "top"), find(world, "lieutenant")
    done(Swap(week=WEEK, a="top", b="lieutenant"), world)
    for name in world.people.__dict__:
        now, then = getattr(world.people, name), getattr(usual.people, name)
        if name in TRAITS:
            assert now[a] == then[b] and now[b] == then[a]
        elif np.ndim(now) == 1 and name != "block":
            assert (now == then).all(), name


def test_positions_are_exchanged_with_all_that_answers_to_them() -> None:
    world = world_at()
    people, head = world.people, world.organisations.head
    a, b = find(world, "top"), find(world, "capo")
    o, p, q = int(people.organisation[a]), int(people.plaza[a]), int(people.plaza[b])
    under_a, deals = people.superior == a, world.offices.man == a
    under_a[b] = False
    done(Swap(week=WEEK, a=a, b=b, what="positions"), world)
    assert head[o] == b and (people.superior[under_a] == b).all() and people.superior[a] == b and people.superior[b] == -1
    assert (people.plaza[b], people.plaza[a]) == (p, q) and world.presences.capo[o, q] == a and (world.offices.man[deals] == b).all()


def test_swapping_twice_is_no_swap() -> None:
    from worlds import block_at, different

    act = Swap(week=WEEK, a=find(world_at(), "top"), b=find(world_at(), "rival"), what="positions")
    assert different(done(act, done(act, world_at())).block, block_at()) == []


def test_a_newcomer_stands_alone_with_a_key_of_his_own() -> None:
    world = world_at()
    people, n = world.people, world.people.count
    done(Birth(week=WEEK, plaza=1, guile=0.9), world)
    done(Birth(week=WEEK, plaza=1, role="cast_out", like="top"), world)
    assert people.count == n + 2 and len(set(people.key[: n + 2].tolist())) == n + 2
    assert people.guile[n] == 0.9 and 0.0 < people.ambition[n] < 1.0 and people.ambition[n + 1] == people.ambition[find(world, "top")]
    assert list(people.role[n : n + 2]) == [ASPIRANT, CAST_OUT] and (people.organisation[n : n + 2] == -1).all()
    assert latest(world, "enter") == (n + 1, -1, WEEK) and people.status[n] == FREE


def test_the_same_newcomer_has_the_same_key_in_a_world_that_differs() -> None:
    one, other = world_at(), world_at()
    done(Force(week=WEEK, kind="leave", who="capo"), other)
    keys = [done(Birth(week=WEEK, plaza=1), world).people.key[world.people.count - 1] for world in (one, other)]
    assert keys[0] == keys[1]


def test_a_forced_secession_takes_the_plaza() -> None:
    world = world_at()
    capo = find(world, "capo")
    o, p = int(world.people.organisation[capo]), int(world.people.plaza[capo])
    done(Force(week=WEEK, kind="secede", who="capo"), world)
    q = int(world.people.organisation[capo])
    assert q != o and world.organisations.head[q] == capo and world.presences.capo[q, p] == capo
    assert latest(world, "secede") == (capo, int(world.organisations.head[o]), WEEK)


def test_a_forced_coup_leaves_one_of_the_two() -> None:
    world = world_at()
    capo, top = find(world, "capo"), find(world, "top")
    done(Force(week=WEEK, kind="coup", who="capo"), world)
    assert latest(world, "coup") == (capo, top, WEEK) and latest(world, "kill")[1] in (capo, top)


@pytest.mark.parametrize(("kind", "status"), [("inform", INFORMANT), ("leave", RETIRED)])
def test_who_informs_or_leaves_is_gone(kind: str, status: int) -> None:
    world = world_at()
    i = find(world, "lieutenant")
    boss, proof = int(world.people.superior[i]), world.people.evidence.copy()
    done(Force(week=WEEK, kind=kind, who=i), world)
    assert world.people.status[i] == status and world.people.organisation[i] == -1 and latest(world, kind) == (i, boss, WEEK)
    assert (world.people.evidence[boss] > proof[boss]) == (kind == "inform")
