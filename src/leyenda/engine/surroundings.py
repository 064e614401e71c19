"""What a world stands in: ties, drivers, the calendar of office, the two nations, and the policies that will be in force."""

from leyenda.engine.tables import SIDE, Table, fill, index, nobody
from leyenda.scenario import Scenario
from leyenda.world.names import INSTITUTIONS, TIES
from leyenda.world.rates import NEUTRAL, RATES

TRAITS = ("ambition", "guile", "brutality", "caution", "integrity", "ego")


def build_outside(world: Table, scenario: Scenario) -> None:
    """Ties, drivers, the calendar of office, the population and the two nations."""
    people, offices = index(scenario.people), index(scenario.offices)
    ties, terms, drivers, population = world["ties"], world["terms"], world["drivers"], world["population"]
    fill(ties, scenario.ties, ("strength",))
    ties["a"][: len(scenario.ties)] = [people[row.a] for row in scenario.ties]
    ties["b"][: len(scenario.ties)] = [people[row.b] for row in scenario.ties]
    ties["kind"][: len(scenario.ties)] = [TIES.index(row.kind) for row in scenario.ties]
    in_run = [row for row in scenario.terms if scenario.start <= row.year < scenario.start + 60]
    fill(terms, in_run, ("alternation",))
    terms["office"][: len(in_run)] = [offices[row.office] for row in in_run]
    terms["week"][: len(in_run)] = [52 * (row.year - scenario.start) + row.week - 1 for row in in_run]
    years = sorted((row for row in scenario.drivers if row.year >= scenario.start), key=lambda row: row.year)
    fill(drivers, years, ("demand", "price", "agency", "border", "enforcement", "deployment", "extradition", "background"))
    for g, group in enumerate((scenario.population.criminals, scenario.population.officials, scenario.population.bankers)):
        population["mean"][g] = [getattr(group, name).mean for name in TRAITS]
        population["spread"][g] = [getattr(group, name).spread for name in TRAITS]
        population["age"][g], population["age_spread"][g] = group.age.mean, group.age.spread


def build_nation(world: Table, scenario: Scenario) -> None:
    """National alarm and effort, the market at its base price, the seat as it is found."""
    nation, market, drivers, seat = world["nation"], world["market"], world["drivers"], world["seat"]
    alarmed = "heat" not in scenario.off
    nation["heat"][:] = scenario.fixed.heat_home * alarmed, scenario.fixed.heat_abroad * alarmed
    nation["heat_event"][...] = -1
    nation["effort"][:] = 1.0
    nation["budget"][:] = drivers["enforcement"][0], drivers["agency"][0]
    market["demand"], market["delivered"] = drivers["demand"][0] / 52.0, drivers["demand"][0] / 52.0
    market["price"] = market["base_price"] = drivers["price"][0]
    market["use"] = scenario.rules["trade"]["fixed_use"]
    for name in ("holder", "holder_organisation", "patron", "organisation", "fallen"):
        seat[name] = -1
    nobody(world["task_forces"], ("sponsor", "lead", "closed", "organisation", "target", "event", "cause"))


def build_policies(world: Table, scenario: Scenario) -> None:
    """Neutral rates, and the policies that will be in force."""
    neutral = [NEUTRAL[how] for _, how, _, _ in RATES]
    for column in ("multiplies", "local", "national"):
        world["rates"][column][:] = neutral
    put_policies(world, scenario)


def put_policies(world: Table, scenario: Scenario) -> None:
    """The policies of a scenario, as a world knows them."""
    policies, places = world["policies"], index(scenario.plazas)
    policies["there"] = 0
    fill(policies, list(scenario.policies.values()), ("start", "end", "intensity"))
    for k, policy in enumerate(scenario.policies.values()):
        policies["institution"][k] = INSTITUTIONS.index(policy.institution) if policy.institution else -1
        policies["side"][k] = SIDE[policy.side]
        policies["everywhere"][k] = not policy.plazas
        policies["there"][k, [places[name] for name in policy.plazas]] = 1
        policies["effect"][k] = [policy.effects.get(name, NEUTRAL[how]) for name, how, _, _ in RATES]
