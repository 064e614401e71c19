"""What may be an arm, what is refused in one sentence, and which arms are bundles of others."""

from typing import Any

import pytest

from leyenda.acts import Remove
from leyenda.scenario import InputError, Scenario
from leyenda.studies.compare import compare
from leyenda.studies.compare.arms import choices, parts
from leyenda.studies.compare.plan import planned, third


def made(two: Scenario, arms: dict[str, Any]) -> dict[str, Any]:
    """Arms by name; policies begin in week 60."""
    return {arm.name: arm for arm in choices(two, arms, 60)}


def test_an_arm_differs_from_the_baseline_in_its_policies_alone(two: Scenario) -> None:
    arm = made(two, {"mine": ["prevention", {"later": {"policy": "vetting", "start": 80}}]})["mine"]
    assert {label: policy.start for label, policy in arm.scenario.policies.items()} == {"prevention": 60, "later": 80}
    assert arm.scenario.model_copy(update={"policies": two.policies}).hash == two.hash
    assert arm.begins == 60


def test_a_policy_that_is_replaced_differs_from_where_either_begins(two: Scenario) -> None:
    base = two.with_(policies={"prevention": {"start": 30}})
    assert made(base, {"more": [{"prevention": {"start": 60, "intensity": 2.0}}]})["more"].begins == 30


@pytest.mark.parametrize(
    ("arms", "says"),
    [
        ({}, "nothing to compare"),
        ([], "nothing to compare"),
        ({"mine": []}, "arms.mine is []"),
        ({"mine": "prevention"}, "arms.mine is 'prevention'"),
        ({"mine": [3]}, "arms.mine holds 3"),
        ({"": ["prevention"]}, "an arm named ''"),
        ({"without": ["prevention"]}, "which is the baseline"),
        ({"mine": ["preventoin"]}, "prevention"),
        ({"mine": [{"prevention": {"strength": 2}}]}, "strength"),
        ({"mine": [{"prevention": 3}]}, "policies.prevention"),
        ({"mine": ["prevention", {"prevention": {"start": 80}}]}, "two policies labelled 'prevention'"),
        ({"mine": [{"prevention": {"start": 220}}]}, "begins in week 220; expected a week from 0 to 219"),
        ({"mine": [Remove(week=900)]}, "begins in week 900"),
        ({"mine": [{"prevention": {"start": 200}}]}, "less than a year before the end"),
    ],
)
def test_what_cannot_be_an_arm_is_refused_in_a_sentence(arms: Any, says: str, two: Scenario) -> None:
    with pytest.raises(InputError) as caught:
        planned(two, arms, 4, 1, 60, None, None)
    assert says in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "says"),
    [({"worlds": 0}, "worlds"), ({"seed": -1}, "seed"), ({"years": 4}, "from 1 to 3"), ({"years": ()}, "years"), ({"threads": 0}, "threads")],
)
def test_numbers_that_cannot_be_are_refused(given: dict[str, Any], says: str, two: Scenario) -> None:
    with pytest.raises(InputError, match=says):
        compare(two, {"mine": ["prevention"]}, **({"worlds": 2, "start": 60} | given))


def test_policies_begin_a_third_of_the_way_at_the_beginning_of_a_year(two: Scenario) -> None:
    assert (third(780), third(220), third(100)) == (260, 52, 0)
    plan = planned(two, {"mine": ["prevention"]}, 4, 1, None, None, None)
    assert (plan.start, plan.windows) == (52, (2,))
    assert planned(two, {"mine": ["prevention"]}, 4, 1, None, None, 100).windows == (1,)


def test_bundles_are_told_by_what_is_in_them(two: Scenario) -> None:
    act = Remove(week=60)
    arms = made(two, {"all": ["prevention", "vetting", act], "b": ["vetting"], "ab": ["vetting", "prevention"], "a": ["prevention"], "act": [act]})
    others = tuple(arms.values())
    assert [part.name for part in parts(arms["all"], others)] == ["a", "act", "b"]
    assert [part.name for part in parts(arms["ab"], others)] == ["a", "b"]
    assert parts(arms["a"], others) == ()
    other = made(two, {"ab": ["prevention", "vetting"], "a": [{"prevention": {"intensity": 2.0}}], "b": ["vetting"]})
    assert parts(other["ab"], tuple(other.values())) == ()
