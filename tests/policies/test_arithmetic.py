"""Rates in force are what one gets by hand from effects, intensity, time, place and the posts that are bought."""

import pytest
from states import HOUSE, MARKET, RIBERA, SIERRA, posts, rate, under

from leyenda.policies import Policy, catalogue
from leyenda.world.names import GOVERNMENT, MILITARY, POLICE, PRESIDENCY
from leyenda.world.rates import NEUTRAL, RATES

HOW = {name: how for name, how, _, _ in RATES}
BUILT_IN = list(catalogue().values())


def by_hand(policy: Policy, name: str, dose: float) -> float:
    """The rate under one policy carried out to this dose."""
    neutral, effect = NEUTRAL[HOW[name]], policy.effects.get(name, NEUTRAL[HOW[name]])
    return max(0.0, neutral + dose * (effect - neutral))


@pytest.mark.parametrize("policy", BUILT_IN, ids=lambda policy: policy.name)
@pytest.mark.parametrize("intensity", [0.0, 0.5, 1.0, 2.0])
def test_every_rate_is_as_by_hand_where_nobody_is_bought(policy: Policy, intensity: float) -> None:
    world = under(**{policy.name: {"intensity": intensity}})
    for name in HOW:
        for plaza in (-1, SIERRA, RIBERA, MARKET):
            assert rate(world, name, plaza) == pytest.approx(by_hand(policy, name, intensity), abs=1e-15), name


@pytest.mark.parametrize("policy", BUILT_IN, ids=lambda policy: policy.name)
def test_it_holds_from_its_start_to_its_end(policy: Policy) -> None:
    world = under(**{policy.name: {"start": 10, "end": 20}})
    name, value = next(iter(policy.effects.items()))
    found = [rate(world, name, SIERRA, week) for week in (0, 9, 10, 19, 20, 30)]
    neutral = NEUTRAL[HOW[name]]
    assert found == pytest.approx([neutral, neutral, value, value, neutral, neutral])


def test_it_holds_in_its_plazas_alone() -> None:
    world = under(prevention={"plazas": ["Sierra"]})
    assert [rate(world, "recruitment", plaza) for plaza in (-1, SIERRA, RIBERA)] == pytest.approx([1.0, 0.7, 1.0])


def test_a_bought_post_carries_it_out_in_so_far_as_it_is_not_its_budget() -> None:
    world = under(rank_and_file_arrests={})
    offices = world.offices
    offices.client[posts(world, POLICE, plaza=SIERRA)] = HOUSE
    assert rate(world, "ranks_arrested", SIERRA) == 1.0
    assert rate(world, "ranks_arrested", RIBERA) == 2.0
    assert rate(world, "ranks_arrested") == pytest.approx(1.0 + (4.0 + 8.0) / (4.0 + 4.0 + 8.0))
    assert world.policies.carried[0] == pytest.approx(0.75)
    assert rate(world, "ranks_arrested", MARKET) == 2.0  # no police of the home side there: the federal one's, which is not bought
    offices.client[posts(world, POLICE, plaza=-1)] = HOUSE
    assert rate(world, "ranks_arrested", MARKET) == 1.0 and rate(world, "ranks_arrested", RIBERA) == 2.0


def test_where_an_institution_has_no_post_its_national_ones_carry_it_out() -> None:
    world = under(deployment={})
    world.offices.client[posts(world, MILITARY)] = HOUSE
    assert rate(world, "deployment", SIERRA) == 0.0
    assert rate(world, "deployment", RIBERA) == 0.5  # the army has a garrison in Sierra alone, and no national post


def test_the_presidency_is_a_part_of_government() -> None:
    world = under(prevention={})
    world.offices.client[posts(world, PRESIDENCY)] = HOUSE
    assert rate(world, "recruitment") == pytest.approx(1.0 - 0.3 * 2.0 / 4.0)
    world.offices.client[posts(world, GOVERNMENT)] = HOUSE
    assert rate(world, "recruitment") == 1.0


def test_with_protection_off_a_bought_post_does_its_work() -> None:
    world = under(rank_and_file_arrests={})
    world.offices.client[:] = HOUSE
    world.on.protection = 0
    assert rate(world, "ranks_arrested", SIERRA) == 2.0


def test_nobody_can_be_bought_off_what_no_institution_carries_out() -> None:
    world = under(demand_reduction={})
    world.offices.client[:] = HOUSE
    assert rate(world, "demand") == pytest.approx(0.9)


def test_two_policies_on_one_rate_multiply_or_add() -> None:
    world = under(rank_and_file_arrests={}, tolerated_pact={"intensity": 0.5}, leader_capture={}, leader_killing={"intensity": 2.0})
    assert rate(world, "ranks_arrested", SIERRA) == pytest.approx(2.0 * (1.0 - 0.5 * 0.3))
    assert rate(world, "heads_removed", SIERRA) == pytest.approx(0.3 + 2.0 * 0.3)
    assert rate(world, "removed_dead", SIERRA) == pytest.approx(2.0 * 0.8)


def test_the_same_policy_twice_is_two_policies() -> None:
    world = under(prevention={"end": 20}, again={"policy": "prevention", "start": 10, "effects": {"recruitment": 0.5}})
    assert [rate(world, "recruitment", SIERRA, week) for week in (5, 15, 25)] == pytest.approx([0.7, 0.35, 0.5])


def test_however_intense_no_rate_falls_below_nothing() -> None:
    world = under(prevention={"intensity": 10.0})
    assert rate(world, "recruitment", SIERRA) == 0.0


def test_every_rate_is_used_by_some_policy_but_one() -> None:
    assert set(HOW) - {name for policy in BUILT_IN for name in policy.effects} == {"lieutenants_removed"}
