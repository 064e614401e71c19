"""Tell: what a boss believes is what he was told, and his rank has nothing to do with it."""

import numpy as np
import pytest
from small import CAPO, PATRON, fresh, step

from leyenda.rules.tell import candour
from leyenda.world.measures import survey


def listening(*off: str) -> object:
    """A patron with all the attention there is, and a capo who means ill."""
    space = fresh(*off)
    space.par.tell.attention = 1e12
    space.people.disaffection[CAPO] = 0.5
    return space


def test_candour_off_the_boss_learns_the_truth() -> None:
    told, kept = listening("candour"), listening()
    step(told, "tell", range(60)), step(kept, "tell", range(60))
    assert told.people.reported[CAPO] == pytest.approx(0.5, abs=1e-6)
    assert kept.people.reported[CAPO] < 0.45


def test_candour_rises_with_loyalty_and_falls_with_fear_and_a_brutal_boss() -> None:
    def honest(loyalty: float, fear: float, brutality: float, *off: str) -> float:
        space = fresh(*off)
        space.people.loyalty[CAPO], space.people.fear[CAPO], space.people.brutality[PATRON] = loyalty, fear, brutality
        return candour(space, space.par.tell, CAPO, PATRON)

    usual = honest(0.6, 0.2, 0.5)
    assert honest(0.9, 0.2, 0.5) > usual > honest(0.3, 0.2, 0.5)
    assert honest(0.6, 0.8, 0.5) < usual < honest(0.6, 0.2, 0.1)
    assert honest(0.6, 0.8, 0.5, "fear") == honest(0.6, 0.0, 0.5, "fear")


def test_beliefs_do_not_depend_on_power_strength_or_years() -> None:
    plain, mighty = fresh(), fresh()
    for name, value in (("power", 1.0), ("strength", 1e6), ("visible", 1e6), ("experience", 60.0), ("age", 90.0), ("cash", 500.0)):
        getattr(mighty.people, name)[PATRON] = value
    for space in (plain, mighty):
        space.people.disaffection[:20] = np.linspace(0.0, 0.9, 20)
        step(space, "tell", range(26))
    assert (plain.people.reported == mighty.people.reported).all() and plain.people.reported.max() > 0.05
    assert (plain.people.believed_risk == mighty.people.believed_risk).all()


def test_betrayals_he_lived_through_make_him_expect_more() -> None:
    calm, sleepless = fresh(), fresh()
    sleepless.people.suspicion[PATRON] = 0.9
    step(calm, "tell", range(13)), step(sleepless, "tell", range(13))
    assert sleepless.people.reported[CAPO] > calm.people.reported[CAPO] + 0.05


def test_attention_is_split_over_those_he_commands() -> None:
    few, many = fresh(), fresh()
    for space in (few, many):
        space.people.disaffection[CAPO], space.par.tell.candid = 0.9, 50.0
    crowd = [i for i in range(many.people.count) if i not in (PATRON, CAPO)]
    few.people.superior[crowd], many.people.superior[crowd] = -1, PATRON
    step(few, "tell", range(52)), step(many, "tell", range(52))
    assert many.people.reported[CAPO] < 0.6 * few.people.reported[CAPO]


def test_fear_and_grudges_fade() -> None:
    space = fresh()
    space.people.fear[CAPO] = space.people.grudge[CAPO, 0] = 1.0
    for week in range(104):
        survey(space, week)
    assert space.people.fear[CAPO] == pytest.approx((1.0 - space.par.measures.fear_fades / 52.0) ** 104)
    assert space.people.grudge[CAPO, 0] == pytest.approx(0.5, abs=0.03)
    assert space.people.strain[CAPO] > 0.0
