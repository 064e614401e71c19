"""C25: betrayals traced through punishments, on chains of events made by hand; and heads who punish nobody."""

import math

from made import PATRON, do, outcome, ring

import leyenda
from leyenda.engine import plain
from leyenda.rules.command import CAST_HIM_OUT, PUNISH_HIM, PURGE_HIM, fill_values, look_around
from leyenda.studies.claims.c25_sleepless import END, WEEK, Lenient, measure

BEFORE = [(WEEK, ring((1, 0, PATRON, 0.1), (2, 0, 1, 0.1), (3, 0, PATRON, 0.1), (4, 0, PATRON, 0.1)))]
INJECTED = (WEEK, "secede", 1, PATRON)
QUIET = outcome(notes=BEFORE)


def found(*rows: tuple[int, str, int, int], causes: tuple[tuple[int, int], ...] = ()) -> dict[str, float]:
    """What the claim measures where this follows one injected betrayal, and nothing without it."""
    betrayed = outcome(INJECTED, *rows, causes=causes, notes=BEFORE)
    return dict(measure({"betrayed": betrayed, "quiet": QUIET, "betrayed_lenient": outcome(INJECTED), "quiet_lenient": QUIET}))


def test_a_betrayal_with_his_punishment_among_its_causes_comes_through_it() -> None:
    rows = ((WEEK + 5, "punish", PATRON, 3), (WEEK + 9, "inform", 3, PATRON), (WEEK + 10, "inform", 4, PATRON))
    some = found(*rows, causes=((1, 0), (2, 1), (3, 0)))
    assert some == {"effect": 1, "total": 2, "net": 2, "punishments": 1}


def test_punishments_by_others_and_betrayals_of_another_year_do_not_count() -> None:
    rows = ((WEEK + 5, "punish", 3, 4), (WEEK + 9, "inform", 4, 3), (WEEK + 9, "purge", PATRON, 3), (END, "coup", 4, PATRON))
    assert found(*rows, causes=((2, 1), (4, 3)))["effect"] == 0


def test_neither_the_seceder_nor_those_under_him_count() -> None:
    rows = ((WEEK + 5, "punish", PATRON, 3), (WEEK + 9, "inform", 2, PATRON))
    assert found(*rows, causes=((2, 1),)) == {"effect": 0, "total": 0, "net": 0, "punishments": 1}


def test_a_world_without_a_betrayal_says_nothing() -> None:
    assert math.isnan(measure(dict.fromkeys(("betrayed", "quiet", "betrayed_lenient", "quiet_lenient"), QUIET))["effect"])


def test_to_the_lenient_no_punishment_is_an_option() -> None:
    world = do(Lenient(week=0), plain.build(leyenda.load("two-plazas")))
    targets, values = world.scratch.targets, world.scratch.belief
    look_around(world, world.par.command, 0, 0, 0, targets)
    fill_values(world, world.par.command, 0, 0, targets, False, values)
    assert targets[0] >= 0 and (values[[PUNISH_HIM, PURGE_HIM, CAST_HIM_OUT]] < -90.0).all()
