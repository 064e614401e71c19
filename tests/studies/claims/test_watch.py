"""Watching a world: notes touch nothing, and hazards add up to what one works out on paper."""

from itertools import pairwise

import handmade
import numpy as np
import pytest

import leyenda
from leyenda.acts import Block, Remove, Spare
from leyenda.engine.ensemble import Arm, run_paired, run_worlds
from leyenda.studies.claims.watch import Watch, columns, followed, noted, under

WHO = np.array([1, 2])


def test_a_constant_hazard_gives_its_rate_times_the_years_at_risk() -> None:
    watched = handmade.outcome(notes=handmade.steady(range(0, 105, 4), [0, 0, 0], [-1, 0, 0], risk=[0.0, 0.2, 0.5]))
    expected, years = followed(watched, WHO, "risk")
    assert expected == pytest.approx([0.4, 1.0]) and years == pytest.approx([2.0, 2.0])


def test_who_is_gone_is_no_longer_at_risk_and_does_not_come_back() -> None:
    notes = handmade.steady(range(3), [0, 0, 0], [-1, 0, 0], risk=[0.0, 0.52, 0.52])
    notes += handmade.steady([3], [0, 1, 0], [-1, 0, 5], risk=[0.0, 0.52, 0.52])
    notes += handmade.steady([4, 5], [0, 0, 0], [-1, 0, 0], risk=[0.0, 0.52, 0.52])
    watched = handmade.outcome(notes=notes)
    assert followed(watched, WHO, "risk")[0] == pytest.approx([0.03, 0.05])
    assert followed(watched, WHO, "risk", boss=0)[1] * 52 == pytest.approx([3, 3])


def test_the_chance_in_a_note_is_that_of_the_weeks_before_it() -> None:
    notes = handmade.steady([0], [0, 0], [-1, 0], risk=[0.0, 9.0]) + handmade.steady([26], [0, 0], [-1, 0], risk=[0.0, 0.1])
    assert followed(handmade.outcome(notes=notes), np.array([1]), "risk")[0] == pytest.approx([0.05])


def test_only_free_people_are_under_somebody() -> None:
    watched = handmade.outcome(notes=handmade.steady([7], [0, 0, 1, 0], [-1, 0, 0, 1]))
    assert under(watched, 0, 7).tolist() == [1]
    with pytest.raises(KeyError):
        noted(watched, 8)


def test_a_watch_notes_every_so_many_weeks_and_touches_nothing() -> None:
    scenario = leyenda.load("two-plazas").with_({"weeks": 60})
    watch = Watch(week=10, until=51, every=20, read=columns("people", "key", "risk"))
    (watched,), (alone,) = (list(run_worlds(scenario, [3], 1, acts=acts)) for acts in (watch.steps(), ()))
    assert [week for week, _ in watched.notes] == [10, 30, 50] and alone.notes == []
    assert all(np.array_equal(watched.series[name], alone.series[name]) for name in alone.series)
    assert all((one["risk"] != other["risk"][: len(one["risk"])]).any() for (_, one), (_, other) in pairwise(watched.notes))


def test_what_all_arms_do_first_is_done_once_and_gives_the_same_worlds() -> None:
    scenario = leyenda.load("two-plazas").with_({"weeks": 170})
    common = (*Block(week=0, what=("red_line",)).steps(), *Watch(week=50, until=60, read=columns("people", "risk")).steps())
    own = [(*common, *act.steps()) for act in (Remove(week=110), Spare(week=60))]
    (together,) = run_paired([Arm(scenario, acts) for acts in own], [3], 1)
    for acts, outcome in zip(own, together, strict=True):
        (alone,) = run_worlds(scenario, [3], 1, acts=acts)
        assert all(np.array_equal(outcome.series[name], alone.series[name]) for name in alone.series)
        assert [week for week, _ in outcome.notes] == [week for week, _ in alone.notes]
