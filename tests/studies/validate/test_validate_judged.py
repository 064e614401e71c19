"""Hit or miss and why; scores beside nulls; noise; how many facts are hit."""

from typing import Any

import numpy as np
import pytest

from leyenda.studies.validate.facts import Fact, facts
from leyenda.studies.validate.judged import BOUND, FAR, OUTSIDE, SILENT, Judged, hits, judged, score, statistics
from leyenda.studies.validate.skill import noise, null_scores
from leyenda.studies.validate.skill import score as skill

BASE = {"measure": "national.rate", "years": [2000, 2003], "unit": "index", "reason": "ours"}
NAN = float("nan")
SPREAD = np.linspace(5.0, 15.0, 101)  # median 10, 90 % interval 5.5 to 14.5


def one(values: Any, **target: Any) -> Judged:
    """A statistic with this target beside these worlds."""
    fact = Fact.model_validate({"number": 1, "name": "A", "record": "calibrate", "use": "calibrate", "family": "national", "source": "ours",
                                "statistics": [BASE | target]})  # fmt: skip
    return Judged(fact, fact.statistics[0], np.array(values, float))


@pytest.mark.parametrize(
    ("target", "misses"),
    [
        ({"value": 11.0, "within": 2.0}, ()),
        ({"value": 13.0, "within": 2.0}, (FAR,)),
        ({"value": 15.0, "within": 6.0}, (OUTSIDE,)),
        ({"value": 20.0, "factor": 1.5}, (OUTSIDE, FAR)),
        ({"value": 14.0, "factor": 1.5}, ()),
        ({"at_least": 9.0}, ()),
        ({"at_least": 10.5}, (BOUND,)),
        ({"at_most": 10.0}, ()),
        ({"at_most": 2.0}, (BOUND,)),
    ],
)
def test_a_hit_is_inside_the_interval_and_near_enough(target: dict[str, float], misses: tuple[str, ...]) -> None:
    found = one(SPREAD, **target)
    assert found.misses == misses and found.hit == (not misses)


def test_worlds_that_say_nothing_are_left_out_until_they_are_most() -> None:
    half = one([10.0, 10.0, NAN, NAN], value=10.0, within=1.0)
    assert half.hit and half.interval == (10.0, 10.0, 10.0) and len(half.seen) == 2
    fewer = one([10.0, NAN, NAN], value=10.0, within=1.0)
    assert not fewer.hit and fewer.misses == (SILENT,)
    nobody = one([NAN, NAN], at_most=10.0)
    assert not nobody.hit and not nobody.tolerated and np.isnan(nobody.interval).all()
    assert not one([], value=10.0, within=1.0).hit


def test_a_fact_is_hit_if_all_of_it_is_and_a_given_one_never() -> None:
    known = {fact.number: fact for fact in facts()}
    chosen = [known[number] for number in (2, 6, 48, 43)]
    right = {fact.number: [statistic.record for statistic in fact.statistics] for fact in chosen}
    table = np.array([right[2] + right[6] + right[48]] * 3)
    found = judged(chosen, {"mexico-2006": table})
    assert hits(found) == {2: True, 6: True, 48: True} and score(chosen, found) == (2, 3)
    table[:, 1] = 9.0
    assert hits(judged(chosen, {"mexico-2006": table})) == {2: False, 6: True, 48: True}
    assert score(chosen, judged(chosen, {"mexico-2006": table})) == (1, 3)


def test_statistics_of_two_scenarios_do_not_mix() -> None:
    known = {fact.number: fact for fact in facts()}
    chosen = [known[60], known[2]]
    found = judged(chosen, {"guadalajara-1985": np.array([[2.0, 4.2, 5.0]]), "mexico-2006": np.array([[3.07, 1.58]])})
    assert [one.fact.number for one in found] == [2, 2, 60, 60, 60] and all(hits(found).values())
    assert [statistic.measure for _, statistic in statistics(chosen)][:3] == ["sequence.first_boss", "sequence.patron", "sequence.successors"]


def test_scores_of_guesses_are_their_distance() -> None:
    sure = one([12.0, 12.0, NAN], value=10.0, within=1.0, null=4.0, trend=9.0, null_is="2006")
    assert skill(sure) == pytest.approx(2.0) and null_scores(sure) == (6.0, 1.0)
    assert skill(one([8.0, 12.0], value=10.0, within=1.0)) == pytest.approx(2.0 - 1.0)  # mean distance less half the mean difference
    assert all(np.isnan(null_scores(one([1.0], value=10.0, within=1.0)))) and np.isnan(skill(one([NAN], value=10.0, within=1.0)))


def test_the_score_of_a_bound_is_the_brier_score_of_who_keeps_it() -> None:
    assert skill(one([3.0, 5.0, 6.0, 7.0], at_least=4.0)) == pytest.approx(0.0625)


def test_noise_is_in_units_of_the_tolerance() -> None:
    def of(values: list[float], **target: float) -> float:
        return noise(one(values, **target).statistic, np.array(values))

    assert of([8.0, NAN, 12.0], value=10.0, within=2.0) == pytest.approx(8.0**0.5 / 2.0)
    assert of([5.0, 20.0], value=10.0, factor=2.0) == pytest.approx(2.0 / 2.0**0.5)
    assert np.isnan(of([5.0, 20.0], at_least=2.0)) and np.isnan(of([5.0, NAN], value=10.0, factor=2.0))
    assert of([0.0, 5.0, 20.0], value=10.0, factor=2.0) == pytest.approx(2.0 / 2.0**0.5)  # no logarithm of nothing
