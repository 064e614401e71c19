"""Betray: calm-year hazards are the design's, and every motive moves them the way it should."""

import numpy as np
import pytest
from small import CAPO, HOUSE, LIEUTENANT, PATRON, RIBERA, call, events, fresh, scenario

import leyenda
from leyenda.engine import compiled, plain
from leyenda.engine.build import first
from leyenda.rules import SCHEDULE
from leyenda.rules.betray import HALF, SECEDE_NOW, STRIKE_DOWN, TURN, WALK, act, fill_odds, opportunity
from leyenda.world.feelings import resent
from leyenda.world.measures import survey
from leyenda.world.names import CAPO as CAPO_ROLE
from leyenda.world.names import EVENTS, FREE


def settle(space: object) -> None:
    """Everybody has seen for a while how strong everybody is."""
    for _ in range(26):
        survey(space, 0)


def calm(*off: str) -> object:
    """A typical capo in a calm year, an arm's length from a typical boss."""
    space = fresh(*off)
    people, par = space.people, space.par.betray
    people.ambition[CAPO], people.caution[CAPO], people.loyalty[CAPO], people.fear[CAPO] = 0.5, 0.5, 0.6, 0.0
    people.accustomed[CAPO] = space.organisations.demanded[HOUSE] = par.calm_tribute
    people.evidence[CAPO], space.nation.heat[:] = par.calm_evidence, 0.0
    space.ties.count, space.presences.gross[HOUSE, RIBERA] = 0, 1.0
    space.plazas.road[RIBERA, 0] = 500.0
    par.calm_cover = float(space.organisations.cover[HOUSE])
    people.cash[CAPO], people.laundered[CAPO] = np.e - 1.0, 0.0
    settle(space)
    par.calm_opportunity = opportunity(space, CAPO, PATRON)
    return space


def yearly(space: object) -> np.ndarray:
    """Odds of each option, times the four askings of a year."""
    odds = np.zeros(6)
    fill_odds(space, space.par.betray, CAPO, PATRON, odds)
    return 4.0 * odds


def test_a_calm_year_has_the_hazards_of_the_design() -> None:
    found = yearly(calm())
    assert found[[SECEDE_NOW, STRIKE_DOWN, TURN]] == pytest.approx([0.01, 0.001, 0.005], rel=0.02)


def test_a_typical_capo_of_the_default_scenario_is_near_calm() -> None:
    found, odds = [], np.zeros(6)
    for world in range(12):
        block = first(leyenda.load("guadalajara-1985"), world, 1)
        compiled.start(block), compiled.advance(block, 0, 8)
        space = plain.unpack(block)
        for i in range(space.people.count):
            boss = space.people.superior[i]
            if space.people.role[i] == CAPO_ROLE and space.people.status[i] == FREE and boss >= 0:
                fill_odds(space, space.par.betray, i, boss, odds)
                found.append(4.0 * odds)
    secede, coup, inform = np.median(found, axis=0)[[SECEDE_NOW, STRIKE_DOWN, TURN]]
    assert 0.004 < secede < 0.02 and 0.0003 < coup < 0.002 and 0.002 < inform < 0.01


def test_calm_years_counted_in_compiled_worlds() -> None:
    """Expected 24 secessions in 2,400 calm capo-years; Poisson(24) leaves 8..47 less than once in 10,000."""
    switched_off = tuple(name for name in scenario()._known.switches if name in SCHEDULE and name != "betray")
    quiet = scenario((*switched_off, "ties"))
    counted = np.zeros(len(EVENTS), int)
    typical = calm()
    plain.pack(typical)
    template = typical.block
    for world in range(1200):
        block = first(quiet, world, 1)
        for table in ("people", "organisations", "presences", "plazas", "nation"):
            block[table] = template[table]
        for name in template["par"]["betray"].dtype.names:
            block["par"]["betray"][name] = template["par"]["betray"][name]
        block["par"]["betray"]["attached"], block["people"]["role"][[4, 5, 6]] = 0.55, 8
        compiled.advance(block, 0, 104)
        happened = block["events"]["kind"][: block["events"]["count"]][block["events"]["who"][: block["events"]["count"]] == CAPO]
        counted += np.bincount(happened, minlength=len(EVENTS))
    assert 8 <= counted[EVENTS.index("secede")] <= 47
    assert counted[EVENTS.index("coup")] <= 10 and 2 <= counted[EVENTS.index("inform")] <= 28


def after(change: object, *off: str) -> np.ndarray:
    """The odds after a change, relative to calm."""
    space = calm(*off)
    before = yearly(space)
    change(space)
    return yearly(space) / before


def ambitious(space: object) -> None:
    space.people.ambition[CAPO] = 0.9


def aggrieved(space: object) -> None:
    resent(space, CAPO, PATRON, 0.8, -1)


def afraid(space: object) -> None:
    space.people.fear[CAPO] = 0.9


def tied(space: object) -> None:
    space.ties.a[0], space.ties.b[0], space.ties.strength[0], space.ties.count = CAPO, PATRON, 1.0, 1


@pytest.mark.parametrize(
    ("change", "switch", "up"), [(ambitious, "ambition", True), (aggrieved, "grudges", True), (afraid, "fear", False), (tied, "ties", False)]
)
def test_each_motive_counts_unless_its_switch_is_off(change: object, switch: str, up: bool) -> None:
    moved = after(change)[[HALF, SECEDE_NOW, STRIKE_DOWN, TURN, WALK]]
    assert (moved > 1.3).all() if up else (moved < 0.8).all()
    assert after(change, switch)[[HALF, SECEDE_NOW, STRIKE_DOWN, TURN, WALK]] == pytest.approx(1.0)


def test_who_is_obeyed_is_betrayed_less_and_lost_cover_counts() -> None:
    def ignored(space: object) -> None:
        space.people.asked[PATRON], space.people.obeyed[PATRON] = 100.0, 20.0
        settle(space)

    def exposed(space: object) -> None:
        space.organisations.cover[HOUSE] = 0.0

    assert after(ignored)[SECEDE_NOW] > 1.5
    assert after(exposed)[SECEDE_NOW] > 1.3 and after(exposed, "protection")[SECEDE_NOW] == pytest.approx(1.0)


def test_secession_needs_a_plaza_that_earns_and_its_switch() -> None:
    poor, off = calm(), calm("secession")
    poor.presences.gross[HOUSE, RIBERA] = 0.0
    assert yearly(poor)[SECEDE_NOW] == yearly(off)[SECEDE_NOW] == 0.0 < yearly(off)[STRIKE_DOWN]


def test_a_secession_takes_the_plaza_and_is_seen() -> None:
    space = calm()
    members, control = space.presences.members[:, RIBERA].sum(), space.presences.control[:, RIBERA].sum()
    call(act, space, space.par.betray, 5, CAPO, PATRON, SECEDE_NOW)
    new = int(space.people.organisation[CAPO])
    assert space.organisations.head[new] == CAPO and space.presences.capo[new, RIBERA] == CAPO
    assert space.presences.members[:, RIBERA].sum() == members and space.presences.control[:, RIBERA].sum() == pytest.approx(control)
    assert space.presences.members[new, RIBERA] > space.presences.members[HOUSE, RIBERA]
    assert space.people.suspicion[PATRON] > 0.2 and space.organisations.hostility[HOUSE, new] > 0.0


def test_fear_of_betrayal_and_visible_weakness_off_nobody_sees_it() -> None:
    space = calm("fear_of_betrayal", "visible_weakness")
    call(act, space, space.par.betray, 5, CAPO, PATRON, SECEDE_NOW)
    assert space.people.suspicion[PATRON] == pytest.approx(0.05) and space.organisations.defeat[HOUSE] == 0.0


def test_a_coup_leaves_one_of_the_two() -> None:
    wins = 0
    for week in range(80):
        space = calm()
        call(act, space, space.par.betray, week, CAPO, PATRON, STRIKE_DOWN)
        dead = {int(space.events.whom[e]) for e in events(space, "kill")}
        assert dead in ({CAPO}, {PATRON})
        assert space.organisations.head[HOUSE] == (CAPO if dead == {PATRON} else PATRON)
        wins += dead == {PATRON}
    assert 10 < wins < 60


def test_an_informant_is_evidence_against_his_boss() -> None:
    space = calm()
    before = float(space.people.evidence[PATRON])
    call(act, space, space.par.betray, 5, LIEUTENANT, PATRON, TURN)
    assert space.people.evidence[PATRON] == pytest.approx(before + space.par.betray.told)
    assert space.people.organisation[LIEUTENANT] == -1
