"""C17: who comes to lead, in worlds made by hand; and a twin with the same traits."""

import math

import numpy as np
import pytest
from made import do, outcome

import leyenda
from leyenda.acts.targets import find
from leyenda.engine import plain
from leyenda.studies.claims.c17_outsider_learns import END, WEEK, Twin, measure
from leyenda.world.names import CAST_OUT

OUT = (WEEK, "cast_out", 7, 4)
IN = (WEEK, "enter", 9, -1)
GUILE = {"guile": np.linspace(0.0, 0.9, 10)}


def test_the_cast_out_is_set_against_the_newcomer() -> None:
    out = outcome(OUT, heads={(END - 1, 2): 4}, people=GUILE)
    new = outcome(IN, (WEEK, "enter", 8, -1), heads={(END, 2): 9}, people=GUILE)
    found = measure({"cast_out": out, "newcomer": new, "kept": outcome(heads={(200, 1): 4})})
    assert (found["effect"], found["cast_out"], found["newcomer"], found["kept"], found["large"]) == (1.0, 1.0, 0.0, 1.0, 1.0)
    assert found["learnt"] == pytest.approx(0.4 - 0.9)


def test_a_world_in_which_nobody_was_cast_out_says_nothing() -> None:
    assert math.isnan(measure({"cast_out": outcome(), "newcomer": outcome(IN), "kept": outcome()})["effect"])


def test_a_twin_has_the_traits_and_the_place_and_nothing_else() -> None:
    world = plain.build(leyenda.load("two-plazas"))
    i, people = find(world, "lieutenant"), world.people
    new = int(people.count)
    do(Twin(week=0), world)
    assert people.count == new + 1 and people.role[new] == CAST_OUT and people.plaza[new] == people.plaza[i]
    assert [people.guile[new], people.ambition[new]] == [people.guile[i], people.ambition[i]]
    assert people.organisation[new] < 0 and people.grudge[new].max() == 0.0 and people.cash[new] == 0.0
