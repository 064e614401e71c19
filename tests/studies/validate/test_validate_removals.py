"""Leaders taken, splits, operations and the red-line sequence, against what was worked out by hand."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tiny import Event, held, lived

from leyenda.studies.validate.cases import after_splits
from leyenda.studies.validate.lived import YEAR
from leyenda.studies.validate.measures import measure

FOUR = (2000, 2003)
SPLITS = (2007, 2011)
ROLES = ("head", "capo", "lieutenant", "investigator")


def taken(*events: Event) -> Any:
    """Two organisations, of 990 and of 8 members, and these events."""
    return lived(4, events=events, roles=ROLES, by_organisation=held(4, 990.0, 8.0))


def numbers(*events: Event) -> tuple[float, float]:
    """Leaders removed a year, and the share of them killed."""
    world = taken(*events)
    return measure("removals.removals")(world, FOUR), measure("removals.killed")(world, FOUR)


def test_heads_and_capos_taken_by_the_state_count() -> None:
    arrest, raid = ("arrest", 10, 3, 0, 0, 1, 0.5), ("kill", 20, -1, 1, 0, 1, 2.0)
    assert numbers(arrest, raid) == (0.5, 0.5)  # with or without a named investigator
    assert numbers(("arrest", 10, -1, 2, 0, 1, 0.5))[0] == 0.0  # a lieutenant
    assert numbers(("kill", 20, -1, 1, 0, 1, 1.0))[0] == 0.0  # by rivals who have no head
    assert numbers(("arrest", 10, -1, 0, 1, 1, 0.5))[0] == 0.0  # of an organisation too small
    assert numbers(("arrest", 10, -1, 0, -1, 1, 0.5))[0] == 0.0  # who stands alone
    assert np.isnan(numbers()[1])


def test_rank_is_that_of_the_week_not_of_the_end() -> None:
    promoted, arrest = ("promote", 50, 0, 2, 0, 1, 0.1), ("arrest", 60, -1, 2, 0, 1, 0.5)
    assert numbers(promoted, arrest)[0] == 0.25
    assert numbers(arrest, ("promote", 70, 0, 2, 0, 1, 0.1))[0] == 0.0  # who rises later was none yet
    back = ("arrest", 90, -1, 1, 0, 1, 0.5)
    assert numbers(("arrest", 10, -1, 1, 0, 1, 0.5), back)[0] == 0.25  # once out again he is none any more
    assert numbers(("arrest", 10, -1, 1, 0, 1, 0.5), ("succeed", 80, 1, 0, 0, 1, 0.1), back)[0] == 0.5


def around(weeks: dict[int, tuple[float, float]], split_at: dict[int, tuple[int, float]]) -> Any:
    """Twelve years; homicides a week before and after a week, by state; splits: week, plaza and size."""
    table = np.ones((12 * YEAR, 5))
    for plaza, (week, factor) in weeks.items():
        table[int(week) :, plaza] = factor
    events = [("secede", week, 5, 0, 0, plaza, size) for week, (plaza, size) in split_at.items()]
    return lived(12, by_plaza={"homicides": table}, events=events)


def test_after_a_split_is_the_median_of_the_five_largest() -> None:
    at = 8 * YEAR
    world = around({0: (at, 3.0), 1: (at, 2.0), 2: (at, 1.0)}, {at: (0, 50.0), at + 1: (1, 40.0), at + 2: (2, 30.0)})
    assert measure("removals.split_surge")(world, SPLITS) == pytest.approx(2.0, abs=0.06)
    many = around({0: (at, 3.0)}, {at + k: (0 if k < 5 else 3, 50.0 - k) for k in range(9)})
    assert measure("removals.split_surge")(many, SPLITS) > 2.5  # four smaller ones elsewhere are left out


def test_a_split_counts_only_with_its_years_around_it() -> None:
    late, early, abroad = 12 * YEAR - 20, 5 * YEAR, 8 * YEAR
    world = around({0: (late, 9.0)}, {late: (0, 50.0), early: (1, 40.0), abroad: (4, 60.0)})
    assert np.isnan(measure("removals.split_surge")(world, SPLITS)) and np.isnan(list(after_splits(world).values())).all()


def test_months_around_a_split_are_in_units_of_the_year_before() -> None:
    at = 8 * YEAR
    months = after_splits(around({0: (at, 3.0)}, {at: (0, 50.0)}))
    assert len(months) == 26 and months["-1"] == pytest.approx(1.0) and months["0"] == months["12"] == pytest.approx(3.0)


def test_an_operation_is_held_against_the_rest() -> None:
    table = np.ones((4 * YEAR, 5)) * 100.0
    table[2 * YEAR :] *= 2.0
    table[2 * YEAR :, 0] *= 3.0
    operation = {"policy": "deployment", "start": 2 * YEAR}
    policies = {
        "north": SimpleNamespace(plazas=("Sonora",), **operation),
        "south": SimpleNamespace(plazas=("Jalisco",), **operation),
        "everywhere": SimpleNamespace(plazas=(), **operation),
        "other": SimpleNamespace(policy="prevention", plazas=("Sonora",), start=YEAR),
    }
    world = lived(4, by_plaza={"homicides": table}, policies=policies)
    south = np.log(2.0) - np.log((6 + 2 + 2) / 3)
    assert measure("removals.operations_most")(world, FOUR) == pytest.approx(np.log(3.0), rel=1e-3)
    assert measure("removals.operations_median")(world, FOUR) == pytest.approx((np.log(3.0) + south) / 2, rel=1e-3)
    assert np.isnan(measure("removals.operations_most")(lived(4), FOUR))


def test_clashes_and_their_growth() -> None:
    world = lived(4, series={"clashes": np.repeat([1.0, 2.0, 3.0, 4.0], YEAR)})
    assert measure("removals.clashes")(world, FOUR) == pytest.approx(2.5 * YEAR) and measure("removals.clashes_growth")(world, FOUR) == pytest.approx(4.0)


def patron(*events: Event) -> Any:
    """Somebody, 7, holds the seat from week 10 as head of 0; 1 and 2 come out of it, 3 does not."""
    series, by = np.full(6 * YEAR, -1.0), held(6, 500.0, 300.0, 200.0, 100.0)
    series[10:], by["head"][:, 0] = 7.0, 7.0
    by["members"][:, 2] = 5.0  # too small, but in two states
    by["plazas"][:, 2] = 2.0
    return lived(6, events=events, series={"patron": series}, by_organisation=by, organisations={"parent": np.array([-1, 0, 1, -1])})


def test_the_sequence_counts_from_the_patrons_red_line() -> None:
    line, capo, his = ("red_line", 52, 7, 9, 0, 0, 1.0), ("arrest", 65, 4, 8, 0, 0, 1.0), ("arrest", 156, 4, 7, 0, 0, 1.0)
    world, all_years = patron(("red_line", 5, 7, 9, 0, 0, 1.0), line, ("arrest", 60, 4, 5, 3, 0, 1.0), capo, his), (2000, 2005)
    assert measure("sequence.first_boss")(world, all_years) == pytest.approx(3.0)  # the other organisation's does not count
    assert measure("sequence.patron")(world, all_years) == pytest.approx(2.0) and measure("sequence.successors")(world, all_years) == 3.0


def test_a_sequence_that_never_came_says_nothing() -> None:
    names = ("sequence.first_boss", "sequence.patron", "sequence.successors")
    assert all(np.isnan(measure(name)(patron(), (2000, 2005))) for name in names)
    late = patron(("red_line", 52, 7, 9, 0, 0, 1.0), ("kill", 5 * YEAR, 2, 7, 0, 0, 1.0))
    assert measure("sequence.patron")(late, (2000, 2005)) == pytest.approx(4.0) and np.isnan(measure("sequence.successors")(late, (2000, 2005)))
