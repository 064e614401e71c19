"""Veto: every row of the table is the draw behind its kind, and fixes nothing else."""

from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest
from worlds import Block, block_at, done, events, world_at

import leyenda
from leyenda.acts import Veto
from leyenda.acts.targets import find
from leyenda.acts.veto import FOREVER, table
from leyenda.base import decisions
from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.world.names import EVENTS

KINDS = tuple(table()["kinds"])
BY_ITSELF = ("begin", "succeed", "office_change", "promote", "pass_over", "release")
# These also come about without a draw: unpaid, with the target gone, as a purge or a coup, as a remnant, for a bank.
OTHERWISE = ("drop_protection", "close_case", "kill", "merge", "dissolve", "enter", "peace")
WORLDS, WEEKS, EACH = 4, 520, 3


def test_the_table_knows_every_kind_and_every_draw_in_it_exists() -> None:
    assert set(KINDS) == set(EVENTS) - set(BY_ITSELF)
    drawn = {row["draw"] for rows in table()["kinds"].values() for row in rows}
    assert all(hasattr(decisions, name) for name in drawn) and set(table()["draws"]) <= drawn


def said(block: Block, event: int) -> tuple[int, int, int]:
    """Kind of an event, and the keys of its people."""
    log, keys = block["events"], block["people"]["key"]
    who, whom = (int(keys[log[side][event]]) if log[side][event] >= 0 else 0 for side in ("who", "whom"))
    return int(log["kind"][event]), who, whom


def veto(block: Block, event: int) -> Veto | None:
    """The veto of an event for a quarter from its week; None if nobody is known who could be kept from it."""
    kind, who, whom = said(block, event)
    week, plaza = (int(block["events"][name][event]) for name in ("week", "plaza"))
    people = {"who": np.uint64(who) if who else None, "whom": np.uint64(whom) if whom else None}
    try:
        return Veto(week=week, until=week + 13, kind=EVENTS[kind], plaza=plaza if plaza >= 0 else None, **people)
    except ValueError:
        return None


@cache
def prevented() -> tuple[Counter[str], Counter[str]]:
    """How many events of each kind were vetoed in replays of their worlds, and how many did not happen then."""
    tried: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for world in range(WORLDS):
        whole, past, week = block_at(world, WEEKS), first(leyenda.load("guadalajara-1985"), world, 1), 0
        compiled.start(past)
        kinds = [EVENTS[kind] for kind in whole["events"]["kind"][: whole["events"]["count"]]]
        picked = [e for e, kind in enumerate(kinds) if kind in KINDS and kinds[:e].count(kind) < EACH]
        for event in picked:
            act = veto(whole, event)
            if act is None:
                continue
            compiled.advance(past, week, act.week)
            week, now = act.week, past.copy()
            act.steps()[0].apply(now)
            old = int(now["events"]["count"])
            compiled.advance(now, week, week + 1)
            happened = {said(now, e) for e in range(old, int(now["events"]["count"]))}
            tried[act.kind] += 1
            kept[act.kind] += said(whole, event) not in happened
    return tried, kept


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(OTHERWISE)))
def test_what_is_vetoed_does_not_happen(kind: str) -> None:
    tried, kept = prevented()
    assert kept[kind] == tried[kind]


def test_what_also_comes_about_without_a_draw_is_prevented_where_it_was_drawn() -> None:
    tried, kept = prevented()
    assert 0.3 * sum(tried[kind] for kind in OTHERWISE) < sum(kept[kind] for kind in OTHERWISE)
    assert len([kind for kind in OTHERWISE if kept[kind]]) >= len(OTHERWISE) - 2


def test_nearly_every_kind_was_tried() -> None:
    assert len([kind for kind in KINDS if prevented()[0][kind]]) >= len(KINDS) - 3


@pytest.mark.parametrize("kind", ["arrest", "bribe", "secede", "found", "war"])
def test_a_veto_on_everybody(kind: str) -> None:
    scenario = leyenda.load("guadalajara-1985")
    usual, calm = block_at(2, 0), first(scenario, 2, 1)
    compiled.start(calm)
    Veto(week=0, kind=kind).steps()[0].apply(calm)
    for block in (usual, calm):
        compiled.advance(block, 0, 300)
    count = [int((block["events"]["kind"][: block["events"]["count"]] == EVENTS.index(kind)).sum()) for block in (usual, calm)]
    assert count[0] > 0 and count[1] == 0


def fixed(**said: Any) -> list[tuple[int, ...]]:
    """The rows of a veto in a world."""
    return [tuple(row) for row in Veto(week=110, until=120, **said).rows(world_at())]


def test_weeks_are_counted_as_the_decision_counts_them() -> None:
    assert [row[3:] for row in fixed(kind="bribe")] == [(4, 5, 1.0), (4, 5, 1.0)]
    assert [row[3:] for row in fixed(kind="secede")] == [(110, 120, 0.0)]
    assert Veto(week=110, kind="arrest").rows(world_at())[0][4] == FOREVER


def test_a_row_that_names_nobody_given_is_left_out() -> None:
    world = world_at()
    top, capo = (int(world.people.key[find(world, word)]) for word in ("top", "capo"))
    assert [row[1:3] for row in fixed(kind="kill", whom="top")] == [(top, 0), (top, 0), (top, 0), (0, top)]
    assert [row[1:3] for row in fixed(kind="kill", who="capo")] == [(capo, 0)]
    assert [row[1:3] for row in fixed(kind="found", who="capo")] == [(capo, 0)]
    assert [row[1:3] for row in fixed(kind="found", plaza=2)] == [(int(world.plazas.key[2]), 0)]


def test_organisations_posts_and_banks_go_by_their_own_keys() -> None:
    world = world_at()
    offices, organisations, banks = world.offices, world.organisations, world.banks
    o, rival = (int(world.people.organisation[find(world, word)]) for word in ("top", "rival"))
    one, other = int(organisations.key[o]), int(organisations.key[rival])
    assert [row[1:3] for row in fixed(kind="pact", who="top", whom="rival")] == [(one, other), (other, one)]
    holder, insider = int(offices.holder[0]), int(banks.insider[0])
    together = (one + int(offices.key[0])) % 2**64
    assert fixed(kind="bribe", who="top", whom=holder)[0][1:3] == (int(world.people.key[holder]), together)
    assert [row[1:3] for row in fixed(kind="report", who=insider, whom="top")] == [(one, int(banks.key[0]))]
    assert [row[1:3] for row in fixed(kind="fine", whom=insider)] == [(int(banks.key[0]), 0)]


def test_somebody_may_be_kept_from_it_before_he_is_there() -> None:
    assert fixed(kind="inform", who=np.uint64(77))[0][1] == 77
    assert fixed(kind="pact", who=np.uint64(77), whom="top") == []


def test_two_vetoes_end_each_at_its_time() -> None:
    world = world_at()
    long, short = Veto(week=110, until=140, kind="arrest", whom="top"), Veto(week=110, until=120, kind="arrest", whom="capo")
    done(short, done(long, world))
    assert world.overrides.count == 4
    done(short, world, undo=True)
    assert world.overrides.count == 2 and int(world.overrides.who[0]) == int(world.people.key[find(world, "top")])
    assert (world.overrides.who[2:] == 0).all() and len(events(world, "arrest")) == len(events(world_at(), "arrest"))


def test_there_is_room_for_so_many_and_no_more() -> None:
    world = world_at()
    with pytest.raises(ValueError, match="no more than 32"):
        for person in range(40):
            done(Veto(week=110, kind="inform", who=person), world)
