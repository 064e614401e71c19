"""The event log: only earlier and related events are causes, stocks remember their three largest, a full table stops the world."""

from types import SimpleNamespace

import numpy as np
import pytest

from leyenda.base.events import FULL_CAUSES, FULL_EVENTS, because, because_of, emit, fade, inherit, remember


def world(room: int = 20) -> SimpleNamespace:
    """A world that is nothing but its log."""
    columns = {name: np.full(room, -1) for name in ("week", "kind", "who", "whom", "organisation", "plaza")}
    links = {"event": np.full(room, -1), "cause": np.full(room, -1), "weight": np.zeros(room)}
    log = SimpleNamespace(count=0, amount=np.zeros(room), **columns)
    return SimpleNamespace(error=0, events=log, causes=SimpleNamespace(count=0, **links))


def linked(effect: tuple[int, int, int, int], cause: tuple[int, int, int, int]) -> bool:
    """Whether the second (who, whom, organisation, plaza) may have caused the first."""
    space = world()
    first, second = emit(space, 1, 0, *cause, 0.0), emit(space, 2, 0, *effect, 0.0)
    because(space, second, first, 1.0)
    return space.causes.count == 1


@pytest.mark.parametrize(
    ("effect", "cause", "related"),
    [
        ((1, -1, -1, -1), (1, -1, -1, -1), True),
        ((1, -1, -1, -1), (-1, 1, -1, -1), True),
        ((-1, 1, -1, -1), (2, 1, -1, -1), True),
        ((-1, -1, 4, -1), (-1, -1, 4, -1), True),
        ((-1, -1, -1, 3), (-1, -1, -1, 3), True),
        ((-1, -1, -1, -1), (-1, -1, -1, -1), False),
        ((1, 2, 3, 4), (5, 6, 7, 8), False),
        ((1, -1, -1, -1), (2, -1, 1, 1), False),
    ],
)
def test_a_cause_shares_somebody_or_something_with_its_effect(effect: tuple[int, ...], cause: tuple[int, ...], related: bool) -> None:
    assert linked(effect, cause) == related


def test_no_cause_is_later_than_its_effect_nor_itself_nor_nothing() -> None:
    space = world()
    first, second = emit(space, 1, 0, 7, -1, -1, -1, 0.0), emit(space, 2, 0, 7, -1, -1, -1, 0.0)
    because(space, first, second, 1.0), because(space, second, second, 1.0), because(space, second, -1, 1.0)
    because(space, -1, first, 1.0), because(space, second, first, 0.0), because(space, second, first, -1.0)
    assert space.causes.count == 0
    because(space, second, first, 0.5)
    assert (space.causes.event[0], space.causes.cause[0], space.causes.weight[0]) == (second, first, 0.5)


def test_a_stock_remembers_its_three_largest_contributors() -> None:
    events, parts = np.full(3, -1), np.zeros(3)
    for event, amount in enumerate((0.1, 0.5, 0.2, 0.05, 0.4, 0.15)):
        remember(events, parts, event, amount)
    assert sorted(events.tolist()) == [1, 2, 4] and sorted(parts.tolist()) == [0.2, 0.4, 0.5]
    remember(events, parts, 2, 0.9)
    assert sorted(events.tolist()) == [1, 2, 4] and parts.max() == pytest.approx(1.1)
    remember(events, parts, -1, 9.0), remember(events, parts, 7, 0.0)
    assert sorted(events.tolist()) == [1, 2, 4]


def test_what_is_remembered_fades_and_newer_deeds_push_it_out() -> None:
    events, parts = np.array([1, 2, 3]), np.array([0.5, 0.4, 0.3])
    fade(parts, 0.1)
    remember(events, parts, 9, 0.035)
    assert sorted(events.tolist()) == [1, 2, 9]


def test_inheriting_passes_a_part_on() -> None:
    space = world()
    events, parts = np.full(3, -1), np.zeros(3)
    inherit(space, np.array([4, 5, -1]), np.array([0.5, 0.2, 0.0]), events, parts, 0.1)
    assert dict(zip(events.tolist(), parts.tolist(), strict=True)) == {4: 0.05, 5: pytest.approx(0.02), -1: 0.0}


def test_an_event_is_linked_to_all_that_a_stock_remembers() -> None:
    space = world()
    for week in range(3):
        emit(space, week, 0, 7, -1, -1, -1, 0.0)
    because_of(space, 2, np.array([0, 1, -1]), np.array([0.5, 0.25, 0.0]), 2.0)
    assert space.causes.cause[:2].tolist() == [0, 1] and space.causes.weight[:2].tolist() == [1.0, 0.5]


def test_a_full_table_stops_the_world_and_loses_nothing_written() -> None:
    space = world(room=2)
    ids = [emit(space, week, 0, 7, -1, -1, -1, 0.0) for week in range(3)]
    assert ids == [0, 1, -1] and space.error == FULL_EVENTS and space.events.count == 2
    space.error = 0
    for _ in range(3):
        because(space, 1, 0, 1.0)
    assert space.error == FULL_CAUSES and space.causes.count == 2
