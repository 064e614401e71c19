"""Nudge, Erase, Reveal, Margin, Fixate: one number is another."""

import numpy as np
import pytest
from worlds import WEEK, block_at, changed, done, world_at

from leyenda.acts import Erase, Fixate, Margin, Nudge, Reveal
from leyenda.acts.nudge import NUDGED
from leyenda.acts.targets import find
from leyenda.engine import compiled
from leyenda.world.feelings import resent


@pytest.mark.parametrize("trait", ["ambition", "guile", "brutality", "caution", "integrity", "ego", "strain", "loyalty", "evidence", "fear"])
def test_a_trait_moves_within_its_range_and_nothing_else_does(trait: str) -> None:
    world = world_at()
    top, column = find(world, "top"), getattr(world.people, trait)
    column[top] = 0.5
    assert getattr(done(Nudge(week=WEEK, trait=trait, by=0.25), world).people, trait)[top] == 0.75
    done(Nudge(week=WEEK, trait=trait, by=9.0), world)
    assert column[top] == NUDGED[trait].high or (NUDGED[trait].high > 1.0 and column[top] == 9.75)
    done(Nudge(week=WEEK, trait=trait, by=-99.0), world)
    assert column[top] == NUDGED[trait].low == 0.0
    assert set(changed(Nudge(week=WEEK, trait=trait, by=0.01))) <= {f"people.{trait}"}


def test_money_is_not_nudged() -> None:
    assert not {"cash", "laundered", "fronted", "taken"} & set(NUDGED)


def test_old_evidence_is_gone_and_new_evidence_stays() -> None:
    world = world_at()
    people, top = world.people, find(world, "top")
    people.evidence[top], people.evidence_old[top] = 1.0, 0.75
    people.evidence_event[top], people.evidence_part[top] = [0, world.events.count - 1, -1], [0.75, 0.25, 0.0]
    done(Erase(week=WEEK, what="evidence"), world)
    assert people.evidence[top] == 0.25 and people.evidence_old[top] == 0.0
    assert list(people.evidence_event[top]) == [-1, world.events.count - 1, -1] and list(people.evidence_part[top]) == [0.0, 0.25, 0.0]


def test_old_grudges_are_gone_and_new_ones_stay() -> None:
    world = world_at()
    people, i, top, rival = world.people, find(world, "second"), find(world, "top"), find(world, "rival")
    people.grudge_to[i], people.grudge[i], people.grudge_event[i] = -1, 0.0, -1
    resent(world, i, top, 0.5, 0)
    resent(world, i, rival, 0.5, int(world.events.count) - 1)
    done(Erase(week=WEEK, what="grudges", target=i), world)
    assert top not in people.grudge_to[i] and rival in people.grudge_to[i] and people.grudge[i].sum() == 0.5


def test_who_sees_believes_the_truth_until_it_ends() -> None:
    act, block = Reveal(week=WEEK, until=WEEK + 40), block_at()
    top = find(world_at(), "top")
    under = np.flatnonzero((block["people"]["superior"] == top) & (block["people"]["status"] == 0))

    def error(block: np.ndarray) -> float:
        people = block["people"]
        return float(np.abs(people["reported"] - people["disaffection"])[under].mean())

    act.steps()[0].apply(block)
    compiled.advance(block, WEEK, WEEK + 13)
    blind = block_at()
    compiled.advance(blind, WEEK, WEEK + 13)
    assert error(block) < 0.5 * error(blind)
    act.steps()[1].apply(block)
    assert block["people"]["sighted"].sum() == 0


def test_a_plaza_that_earns_more_moves_more() -> None:
    rich, usual = block_at(), block_at()
    p = int(np.argmax(usual["presences"]["gross"].sum(axis=0)))
    Margin(week=WEEK, plaza=p, factor=3.0).steps()[0].apply(rich)
    for block in (rich, usual):
        compiled.advance(block, WEEK, WEEK + 1)
    assert rich["presences"]["exports"][:, p].sum() > 1.5 * usual["presences"]["exports"][:, p].sum()


def test_the_hunt_becomes_personal() -> None:
    world = world_at()
    forces, top = world.task_forces, find(world, "top")
    forces.count, forces.target[:2], forces.closed[:2], forces.fixation[:2] = 2, [top, find(world, "rival")], -1, 0.1
    done(Fixate(week=WEEK, value=0.9), world)
    assert list(forces.fixation[:2]) == [0.9, 0.1]
    forces.closed[0] = 5
    assert done(Fixate(week=WEEK, value=0.2), world).task_forces.fixation[0] == 0.9
