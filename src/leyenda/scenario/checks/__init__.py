"""Cross-checks of a scenario whose values are each right: names exist, sums add up, tables have room."""

from leyenda.scenario.checks import capacity, crime, people, state, territory
from leyenda.scenario.checks.common import Faults
from leyenda.scenario.schema import Scenario

CHECKS = (
    capacity.room,
    territory.names,
    territory.neighbours,
    territory.capacities,
    territory.drivers,
    crime.organisations,
    people.people,
    crime.heads,
    crime.presences,
    crime.capos,
    people.superiors,
    people.crowd,
    people.relations,
    state.institutions,
    state.offices,
    state.banks,
    state.terms,
)


def faults(scenario: Scenario) -> Faults:
    """What is wrong with how the parts fit together; a check may rely on those before it having found nothing."""
    for check in CHECKS:
        yield from check(scenario)
