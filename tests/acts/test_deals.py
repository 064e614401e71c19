"""Buy, Free, Price and forced drops: who protects whom afterwards."""

import numpy as np
from worlds import WEEK, block_at, done, events, world_at

from leyenda.acts import Buy, Force, Free, Price
from leyenda.acts.targets import find, group
from leyenda.engine import compiled
from leyenda.engine.plain import unpack
from leyenda.world.names import HOME, POLICE


def national(world: object) -> np.ndarray:
    """National posts at home."""
    offices = world.offices  # type: ignore[attr-defined]
    here = np.arange(len(offices.plaza)) < offices.count
    return np.flatnonzero(here & (offices.side == HOME) & (offices.plaza < 0))


def test_bought_posts_protect_from_this_week_on_and_are_paid() -> None:
    world = world_at()
    o, posts = group(world, "top"), national(world)
    done(Buy(week=WEEK, by="top"), done(Free(week=WEEK), world))
    assert len(posts) > 1 and (world.offices.client[posts] == o).all() and (world.offices.man[posts] == find(world, "top")).all()
    assert (world.offices.price[posts] > 0.0).all()
    before = world.people.taken[world.offices.holder[posts]].copy()
    compiled.advance(world.block, WEEK, WEEK + 1)
    after = unpack(world.block)
    assert after.organisations.cover[o] == 1.0 and (after.people.taken[after.offices.holder[posts]] > before).all()


def test_a_post_bought_from_another_drops_him_first() -> None:
    world = done(Buy(week=WEEK, by="top"), world_at())
    drops = len(events(world, "drop_protection"))
    done(Buy(week=WEEK, by="rival"), world)
    assert len(events(world, "drop_protection")) == drops + len(national(world))


def test_freed_posts_protect_nobody() -> None:
    world = done(Free(week=WEEK), done(Buy(week=WEEK, by="top"), world_at()))
    posts = national(world)
    assert (world.offices.client[posts] == -1).all() and (world.offices.price[posts] == 0.0).all()


def test_posts_are_chosen_by_number_and_by_institution_side_and_plaza() -> None:
    world = world_at()
    offices = world.offices
    police = (offices.institution == POLICE) & (offices.side == HOME) & (offices.plaza == 1) & (np.arange(len(offices.plaza)) < offices.count)
    done(Buy(week=WEEK, office="police", plaza=1, by="rival"), world)
    assert police.any() and (offices.client[police] == group(world, "rival")).all()
    done(Free(week=WEEK, office=int(np.flatnonzero(police)[0])), world)
    assert offices.client[police][0] == -1


def test_a_forced_drop_is_of_the_client_meant_and_is_remembered() -> None:
    world = done(Buy(week=WEEK, by="top"), world_at())
    memory, posts = world.offices.memory.copy(), national(world)
    done(Force(week=WEEK, kind="drop_protection", who="rival"), world)
    assert (world.offices.client[posts] == group(world, "top")).all()
    done(Force(week=WEEK, kind="drop_protection", who="top"), world)
    assert (world.offices.client[posts] == -1).all() and (world.offices.memory[posts] > memory[posts]).all()


def test_a_dearer_plaza() -> None:
    before = block_at()["offices"]
    offices = done(Price(week=WEEK, plaza=1, factor=1.1), world_at()).offices
    here = offices.plaza == 1
    assert np.allclose(offices.worth[here], 1.1 * before["worth"][here]) and (offices.worth[~here] == before["worth"][~here]).all()
