"""C15: who rose from within, in worlds made by hand."""

from typing import Any

import numpy as np
from made import PATRON, outcome, ring

from leyenda.studies.claims.c15_branches_off import END, WEEK, measure

BEFORE = ring((1, 0, PATRON, 0.1), (2, 0, PATRON, 0.1), (3, 0, 1, 0.1), (9, 1, 8, 0.1))


def world(heads: dict[tuple[int, int], int], founded: list[int]) -> Any:
    """These heads from these weeks on; organisations 1 and 2 came out of the first, 3 did not."""
    table = {"parent": np.array([-1, 0, 0, -1]), "founded": np.array(founded), "ended": np.array([-1, -1, -1, -1])}
    return outcome(notes=[(WEEK, BEFORE)], heads=heads, organisations=table)


def test_only_his_own_people_who_lead_another_are_counted_once() -> None:
    rose = {(WEEK + 10, 1): 1, (WEEK + 20, 2): 1, (END - 1, 3): 3, (WEEK, 0): 2}
    found = measure({"removed": world(rose, [-5, 270, 280, 0]), "spared": world({(300, 3): 9}, [-5, 900, 900, 0])})
    assert (found["rose"], found["stayed"], found["effect"]) == (2, 0, 2)
    assert (found["successors"], found["successors_spared"]) == (3, 1)


def test_who_rises_after_the_two_years_comes_too_late() -> None:
    late = world({(END, 1): 1}, [-5, END, 900, 0])
    assert measure({"removed": late, "spared": late})["rose"] == 0
