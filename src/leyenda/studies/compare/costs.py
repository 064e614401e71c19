"""What an arm costs the public: its policies, for as long as they are in force. Acts have no price."""

from leyenda.results.dates import YEAR
from leyenda.scenario import Scenario


def cost(scenario: Scenario, first: int, last: int) -> float:
    """M$ for all policies of a scenario from a week to another."""
    return sum(
        policy.cost * policy.intensity * max(0, min(policy.end, last) - max(policy.start, first)) / YEAR
        for policy in scenario.policies.values()
    )


def added(scenario: Scenario, baseline: Scenario, first: int, years: int) -> float:
    """M$ that a scenario costs beyond the baseline over some years from a week on."""
    last = first + years * YEAR
    return cost(scenario, first, last) - cost(baseline, first, last)
