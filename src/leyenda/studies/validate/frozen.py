"""Drivers held at their first value: what remains of each national shape tells how much of it came in from outside."""

from collections.abc import Sequence

from leyenda.scenario import Scenario
from leyenda.scenario.rows import Driver
from leyenda.studies.validate.facts import Fact

DRIVERS = tuple(name for name in Driver.model_fields if name not in ("year", "source"))
FAMILY = "national"
ARMY = "deployment"


def frozen(scenario: Scenario, driver: str) -> Scenario:
    """The scenario with one driver as in its first year. Joint operations are part of the deployment, and do nothing with it frozen."""
    first = getattr(scenario.drivers[0], driver)
    changes: dict[str, float] = {f"drivers.{row.year}.{driver}": first for row in scenario.drivers}
    if driver == ARMY:
        changes |= {f"policies.{label}.intensity": 0.0 for label, policy in scenario.policies.items() if policy.policy == ARMY}
    return scenario.with_(changes)


def shapes(facts: Sequence[Fact]) -> list[Fact]:
    """The facts whose shape is looked at with a driver frozen."""
    return [fact for fact in facts if fact.family == FAMILY and fact.statistics]
