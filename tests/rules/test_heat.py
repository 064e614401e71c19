"""Heat: alarm fades with its own memory, becomes effort with a lag, and remembers what made it."""

import numpy as np
import pytest
from small import PATRON, RIVAL, SIERRA, fresh, step

from leyenda.world.feelings import alarm
from leyenda.world.names import ABROAD, HOME


def hushed(*off: str) -> object:
    """A world in which nobody's name keeps anybody awake."""
    space = fresh(*off)
    space.people.notoriety[:] = 0.0
    return space


def test_alarm_fades_faster_in_a_plaza_than_abroad() -> None:
    space = hushed()
    space.plazas.heat[SIERRA], space.nation.heat[:] = 1.0, 1.0
    step(space, "heat", range(26))
    assert space.plazas.heat[SIERRA] == pytest.approx(np.exp(-26.0 / space.par.heat.plaza_weeks))
    assert space.nation.heat[HOME] == pytest.approx(np.exp(-26.0 / space.par.heat.home_weeks))
    assert space.plazas.heat[SIERRA] < space.nation.heat[HOME] < space.nation.heat[ABROAD]


def test_a_deed_alarms_its_plaza_and_by_a_part_the_nation_and_is_remembered() -> None:
    space = hushed()
    plaza, nation = float(space.plazas.heat[SIERRA]), float(space.nation.heat[HOME])
    alarm(space, SIERRA, HOME, 0.6, 0)
    assert space.plazas.heat[SIERRA] == pytest.approx(plaza + 0.6)
    share = space.plazas.population[SIERRA] / space.nation.people[HOME]
    assert space.nation.heat[HOME] == pytest.approx(nation + 0.6 * min(1.0, space.par.heat.national * share))
    alarm(space, -1, HOME, 0.1, 0)  # what has no place alarms the whole nation
    assert space.nation.heat[HOME] == pytest.approx(nation + 0.6 * min(1.0, space.par.heat.national * share) + 0.1)
    assert 0 in space.plazas.heat_event[SIERRA] and space.plazas.heat_part[SIERRA].max() == pytest.approx(0.6)


def test_notorious_heads_keep_the_other_side_awake() -> None:
    quiet, loud = hushed(), hushed()
    loud.people.notoriety[[PATRON, RIVAL]] = 1.0
    step(quiet, "heat", range(52)), step(loud, "heat", range(52))
    assert loud.nation.heat[ABROAD] > quiet.nation.heat[ABROAD] + loud.par.heat.known
    assert loud.nation.heat[HOME] == quiet.nation.heat[HOME]


def test_effort_follows_alarm_and_pressure_from_abroad_with_a_lag() -> None:
    calm, alarmed = hushed("national_heat", "protection"), hushed("national_heat", "protection")
    alarmed.nation.heat[ABROAD] = 2.0
    step(calm, "heat", range(2)), step(alarmed, "heat", range(2))
    early = alarmed.nation.effort[HOME] - calm.nation.effort[HOME]
    step(calm, "heat", range(2, 104)), step(alarmed, "heat", range(2, 104))
    late = alarmed.nation.effort[HOME] - calm.nation.effort[HOME]
    assert 0.0 < early < 0.15 * late
    assert late == pytest.approx(1.9 * alarmed.par.heat.pressure, rel=0.15)


def test_national_heat_is_held_at_its_start_when_off() -> None:
    space = fresh("national_heat")
    space.people.notoriety[PATRON] = 1.0
    alarm(space, SIERRA, HOME, 2.0, 0)
    step(space, "heat", range(52))
    assert space.nation.heat.tolist() == [0.1, 0.1]
    assert space.plazas.heat[SIERRA] > 0.1


def test_heat_off_nothing_alarms_anybody() -> None:
    space = fresh("heat")
    alarm(space, SIERRA, HOME, 2.0, 0)
    assert space.plazas.heat.max() == space.nation.heat.max() == 0.0


def test_bought_posts_spend_their_budget_for_show_unless_protection_is_off() -> None:
    free, taken, off = fresh("national_heat"), fresh("national_heat"), fresh("national_heat", "protection")
    for space, client in ((free, -1), (taken, 0), (off, 0)):
        space.offices.client[: space.offices.count] = client
        step(space, "heat", range(300))
    assert taken.nation.effort[HOME] == pytest.approx((1.0 - taken.par.measures.lost) * free.nation.effort[HOME], rel=1e-3)
    assert off.nation.effort[HOME] == pytest.approx(free.nation.effort[HOME], rel=1e-3)
