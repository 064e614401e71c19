"""C23: what counts as nearer than persistence, how facts are weighed, and the verdict."""

from collections.abc import Callable

import numpy as np
import pytest

from leyenda.studies.claims.experiment import Plan
from leyenda.studies.record_claims.c23_towards_the_present import asked, job, judge
from leyenda.studies.validate.facts import Fact, Statistic

Spoken = Callable[[Fact, Statistic], float]


def worse(fact: Fact, one: Statistic) -> float:
    """A tenth farther from the record than persistence."""
    return one.record + 1.1 * (float(one.null or 0.0) - one.record)


def worlds(value: Spoken, number: int = 40, spread: float = 0.0) -> dict[str, np.ndarray]:
    """What so many worlds say: this value of each statistic, give or take some of persistence's error."""
    chance = np.random.default_rng(1)
    return {
        one.key: value(fact, one) + spread * abs((one.null or 0.0) - one.record) * chance.standard_normal(number) for fact, one in asked()
    }


def test_only_what_may_be_scored_and_has_a_null_is_asked() -> None:
    assert {fact.use for fact, _ in asked()} == {"calibrate", "look-only"}
    assert all(statistic.null is not None for _, statistic in asked()) and 60 not in {fact.number for fact, _ in asked()}


def test_the_record_itself_supports_and_persistence_contradicts() -> None:
    near, far = judge(worlds(lambda _, one: one.record, spread=0.5), 40), judge(worlds(worse), 40)
    assert (near.verdict, near.result.base.point) == ("supported", 1.0) and near.also["facts"] == len({f.number for f, _ in asked()})
    assert (far.verdict, far.result.base.point) == ("contradicted", 0.0)


def test_every_fact_counts_alike_with_the_share_of_its_statistics() -> None:
    own = [one.key for fact, one in asked() if fact.number == 4]
    found = judge(worlds(lambda fact, one: one.record if one.key in own[:2] else worse(fact, one)), 40)
    assert len(own) == 4 and found.result.base.point == pytest.approx(0.5 / found.also["facts"])
    assert [part["below"] for part in found.parts if part["fact"] == 4] == [True, True, False, False]


def test_silence_of_most_worlds_is_not_nearer() -> None:
    said = worlds(lambda _, one: one.record)
    key = "national.surge 2007-2011"
    said[key][:21] = np.nan
    found = judge(said, 40)
    (part,) = [part for part in found.parts if part["measure"] == "national.surge"]
    assert found.result.base.point < 1.0 == found.also["spoken"]
    assert not part["below"] and part["CRPS"] == pytest.approx(0.0)
    said[key][:2] = said[key][-1]
    assert judge(said, 40).result.base.point == 1.0


def test_worlds_that_stopped_do_not_count_and_few_decide_nothing() -> None:
    said = worlds(lambda _, one: one.record)
    for column in said.values():
        column[19:] = np.nan
    found = judge(said, 40)
    assert found.verdict == "undecided" and "19 worlds" in found.because and found.result.base.worlds == 19 and found.worlds == 40
    assert judge({key: column * np.nan for key, column in said.items()}, 40).verdict == "undecided"


def test_worlds_that_differ_leave_it_undecided() -> None:
    """Statistics that are near or far by the toss of a world: the interval holds one half."""
    chance = np.random.default_rng(3)
    found = judge({one.key: one.record + (float(one.null or 0.0) - one.record) * 3.0 * chance.random(24) for _, one in asked()}, 24)
    assert found.result.base.low <= 0.5 <= found.result.base.high and found.verdict == "undecided"


def test_it_runs_as_long_as_the_facts_need_with_the_points_of_a_fit() -> None:
    found = job(Plan(worlds=7, seed=3, posterior={"contest": {"ends": (0.2, 0.3)}}))
    assert found.scenario.posterior == {"contest": {"ends": (0.2, 0.3)}} and (found.worlds, found.seed) == (7, 3)
    last = max(one.years[1] for _, one in asked())
    assert found.scenario.start == 1980 and found.scenario.weeks == (last - 1980 + 1) * 52
