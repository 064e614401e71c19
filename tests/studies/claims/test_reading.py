"""What claims read from a world: reigns, falls and lines of descent on an outcome made by hand."""

from types import SimpleNamespace

import numpy as np

from leyenda.studies.claims import reading
from leyenda.world.names import EVENTS


def world(*events: tuple[int, str, int, int]) -> SimpleNamespace:
    """A world with these events: week, kind, who, whom."""
    table = {
        "week": np.array([e[0] for e in events]), "kind": np.array([EVENTS.index(e[1]) for e in events]),
        "who": np.array([e[2] for e in events]), "whom": np.array([e[3] for e in events]),
    }  # fmt: skip
    return SimpleNamespace(events=table)


def test_a_fall_is_the_first_arrest_or_killing_after_a_week() -> None:
    some = world((5, "arrest", -1, 3), (9, "kill", 1, 3), (12, "arrest", -1, 4))
    assert [reading.fall(some, 3, since) for since in (0, 6, 10)] == [5, 9, reading.NEVER]


def test_a_reign_ends_by_arrest_killing_death_or_leaving_and_never_outlasts_the_horizon() -> None:
    some = world((52, "die", 3, -1), (104, "arrest", -1, 4))
    assert reading.reign(some, 3, 0, 520) == 1.0
    assert reading.reign(some, 4, 0, 520) == 2.0
    assert reading.reign(some, 5, 0, 520) == 10.0


def test_descendants_are_found_over_generations() -> None:
    some = SimpleNamespace(organisations={"parent": np.array([-1, 0, -1, 1, 2])})
    assert reading.descendants(some, 0).tolist() == [0, 1, 3]


def test_what_ended_is_not_alive() -> None:
    some = SimpleNamespace(organisations={"founded": np.array([-10, 5, 50]), "ended": np.array([-1, 20, -1])})
    assert reading.living(some, 10).tolist() == [True, True, False]
    assert reading.living(some, 30).tolist() == [True, False, False]
