"""From a scenario to the first moment of its worlds: one template for all of them, one key for each."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda import rules
from leyenda.base.draws import GOLDEN, mix
from leyenda.engine.surroundings import TRAITS, build_nation, build_outside, build_policies
from leyenda.engine.tables import SIDE, Table, fill, index, named_key, nobody
from leyenda.scenario import InputError, Scenario
from leyenda.scenario.posterior import of_world
from leyenda.world.layout import world_dtype
from leyenda.world.names import BANKER, HEAD, HOME, INSTITUTIONS, INVESTIGATOR, OFFICER, POLITICIAN, ROLES

UNKNOWN = (*TRAITS, "age")
HOLDER_ROLE = {
    "government": POLITICIAN, "presidency": POLITICIAN, "agency": INVESTIGATOR, "prosecution": INVESTIGATOR,
    "police": OFFICER, "military": OFFICER, "intelligence": OFFICER, "border": OFFICER,
}


def layout(scenario: Scenario) -> np.dtype[Any]:
    """The dtype of this scenario's worlds."""
    parameters = tuple((rule, tuple(scenario.rules[rule])) for rule in scenario.rules)
    return world_dtype(scenario.size, parameters, rules.switches())


def roads(scenario: Scenario) -> npt.NDArray[np.float64]:
    """Kilometres between plazas along neighbours (Floyd & Warshall); -1 where there is no way."""
    at = {plaza.name: np.array([plaza.x_km, plaza.y_km]) for plaza in scenario.plazas}
    names = list(at)
    n = len(names)
    road = np.full((n, n), np.inf)
    np.fill_diagonal(road, 0.0)
    for plaza in scenario.plazas:
        for other in plaza.neighbours:
            road[names.index(plaza.name), names.index(other)] = np.linalg.norm(at[plaza.name] - at[other])
    for k in range(n):
        road = np.minimum(road, road[:, k : k + 1] + road[k : k + 1, :])
    return np.where(np.isfinite(road), road, -1.0)


def build_plazas(world: Table, scenario: Scenario) -> None:
    """Plazas, their roads and what they start with."""
    plazas, rows = world["plazas"], scenario.plazas
    n = len(rows)
    fill(plazas, rows, ("population", "rents", "background", "protection", "continuity"))
    plazas["heat"][:n] = [row.heat * ("heat" not in scenario.off) for row in rows]
    plazas["protection"][:n] *= "protection" not in scenario.off
    plazas["side"][:n] = [SIDE[row.side] for row in rows]
    plazas["key"][:n] = [named_key("plaza", row.name) for row in rows]
    plazas["x"][:n], plazas["y"][:n] = [row.x_km for row in rows], [row.y_km for row in rows]
    plazas["exposed"][:n] = [row.population * row.exposed_share for row in rows]
    plazas["production"][:n] = [row.production_share for row in rows]
    plazas["crossing"][:n] = [row.crossing_share for row in rows]
    plazas["road"][:n, :n] = roads(scenario)
    places = index(rows)
    for number, row in enumerate(rows):
        plazas["near"][number, [places[name] for name in row.neighbours]] = 1
    plazas["margin"][:] = plazas["rent_level"][:] = 1.0
    nobody(plazas, ("heat_event",))


def build_organisations(world: Table, scenario: Scenario) -> None:
    """Organisations, their people by plaza, their pacts and wars."""
    organisations, presences, rows = world["organisations"], world["presences"], scenario.organisations
    fill(organisations, rows, ("treasury", "laundered", "demanded", "held", "local"))
    n = len(rows)
    people, plazas, number = index(scenario.people), index(scenario.plazas), index(rows)
    events = ("defeat_event", "pact_event", "terms_event", "hostility_event", "event")
    nobody(organisations, ("head", "parent", "ended", "seat", "empty", "overlord", "war", *events))
    nobody(presences, ("capo", "vacant", "vacated"))
    organisations["key"][:n] = [named_key("organisation", row.name) for row in rows]
    organisations["head"][:n] = [people[row.head] for row in rows]
    organisations["seat"][:n] = [plazas[row.seat] for row in rows]
    organisations["founded"][:n] = [-int(52 * row.founded) for row in rows]
    for row in scenario.presences:
        at = number[row.organisation], plazas[row.plaza]
        presences["members"][at], presences["control"][at], presences["capo"][at] = row.members, row.control, people[row.capo]
        organisations["members"][at[0]] += row.members
    organisations["revenue"][:n] = organisations["revenue_year"][:n] = expected_revenue(world, scenario)
    for pair in scenario.pacts if "pacts" not in scenario.off else ():
        a, b = number[pair.a], number[pair.b]
        organisations["pact"][a, b] = organisations["pact"][b, a] = 1


def expected_revenue(world: Table, scenario: Scenario) -> npt.NDArray[np.float64]:
    """What each organisation earns a week at the base price by its control of capacity, M$: memory of the time before."""
    first = min((row for row in scenario.drivers if row.year >= scenario.start), key=lambda row: row.year)
    spending = first.demand * first.price / 52.0 * scenario.rules["trade"]["organisations"]
    held = world["presences"]["control"] @ world["plazas"]["production"]
    whole = held.sum() or 1.0
    return np.asarray(spending * held[: len(scenario.organisations)] / whole)


def add_wars(world: Table, scenario: Scenario) -> None:
    """Wars that are open at the start."""
    wars, organisations, number = world["wars"], world["organisations"], index(scenario.organisations)
    nobody(wars, ("a", "b", "ended", "event"))
    wars["count"] = len(scenario.wars)
    for w, pair in enumerate(scenario.wars):
        a, b = number[pair.a], number[pair.b]
        wars["a"][w], wars["b"][w] = a, b
        organisations["at_war"][a, b] = organisations["at_war"][b, a] = 1
        organisations["war"][a, b] = organisations["war"][b, a] = w


def add_person(world: Table, key: int, role: int, **values: Any) -> int:
    """One more person; what is not said of him is drawn in each world (NaN)."""
    people = world["people"]
    i = int(people["count"])
    people["count"] = i + 1
    people["key"][i], people["role"][i] = key, role
    for name in UNKNOWN:
        people[name][i] = np.nan
    for name, value in values.items():
        people[name][i] = np.nan if value is None else value
    return i


def build_people(world: Table, scenario: Scenario) -> None:
    """People by name, then the crowd of lieutenants and aspirants."""
    people = world["people"]
    pointers = ("organisation", "superior", "plaza", "jailed", "case", "office", "rank_event", "fall_event", "seen_betrayal", "deed")
    nobody(people, (*pointers, "grudge_to", "grudge_event", "evidence_event", "notoriety_event"))
    people["hold"][:], people["loyalty"][:], people["suspicion"][:] = 1.0, 0.6, 0.05
    plazas, organisations, persons = index(scenario.plazas), index(scenario.organisations), index(scenario.people)
    plain = (*TRAITS, "age", "cash", "laundered", "fronted", "notoriety", "evidence", "experience")
    for row in scenario.people:
        o = organisations[row.organisation]
        add_person(
            world, named_key("person", row.name), ROLES.index(row.role), organisation=o, plaza=plazas[row.plaza],
            superior=superior_of(row, scenario, persons, o), side=SIDE[scenario.plazas[plazas[row.plaza]].side] if row.plaza else HOME,
            entered=-int(52 * row.experience), **{name: getattr(row, name) for name in plain},
        )
    for crowd in scenario.crowd:
        add_crowd(world, crowd, organisations[crowd.organisation], plazas[crowd.plaza])
    members = people["organisation"] >= 0
    people["accustomed"][members] = world["organisations"]["demanded"][people["organisation"][members]]


def superior_of(row: Any, scenario: Scenario, persons: dict[str | None, int], o: int) -> int:
    """Whom he answers to: the one named, else the head of his organisation."""
    if row.superior is not None:
        return persons[row.superior]
    return -1 if o < 0 or ROLES.index(row.role) == HEAD else persons[scenario.organisations[o].head]


def add_crowd(world: Table, crowd: Any, o: int, p: int) -> None:
    """Lieutenants and aspirants of one presence, who answer to its capo."""
    capo = int(world["presences"]["capo"][o, p])
    superior = capo if capo >= 0 else int(world["organisations"]["head"][o])
    for role, number in (("lieutenant", crowd.lieutenants), ("aspirant", crowd.aspirants)):
        for k in range(number):
            key = named_key(crowd.organisation, crowd.plaza, role, str(k))
            add_person(world, key, ROLES.index(role), organisation=o, plaza=p, superior=superior, entered=-104, experience=3.0)


def build_offices(world: Table, scenario: Scenario) -> None:
    """Posts, their holders and the deals they start with."""
    offices, rows, people = world["offices"], scenario.offices, index(scenario.people)
    plazas, organisations = index(scenario.plazas), index(scenario.organisations)
    nobody(offices, ("plaza", "holder", "client", "man", "deal_event", "memory_event"))
    fill(offices, rows, ("worth", "budget"))
    for f, row in enumerate(rows):
        offices["key"][f] = named_key("office", row.name)
        offices["institution"][f], offices["side"][f] = INSTITUTIONS.index(row.institution), SIDE[row.side]
        p = offices["plaza"][f] = plazas[row.plaza]
        i = people[row.holder]
        if i < 0:
            i = add_person(world, named_key("holder", row.name), HOLDER_ROLE[row.institution], side=SIDE[row.side], plaza=p)
        offices["holder"][f], world["people"]["office"][i] = i, f
        world["people"]["side"][i] = SIDE[row.side]  # a national post abroad is held by somebody from there
        if row.client is not None and "bribery" not in scenario.off:
            offices["client"][f], offices["price"][f] = organisations[row.client], row.price
            offices["man"][f] = people[row.man] if row.man else world["organisations"]["head"][organisations[row.client]]


def build_banks(world: Table, scenario: Scenario) -> None:
    """Banks and who decides in them."""
    banks, rows, plazas = world["banks"], scenario.banks, index(scenario.plazas)
    organisations = index(scenario.organisations)
    nobody(banks, ("plaza", "insider", "client", "deal_event"))
    fill(banks, rows, ("compliance", "capacity", "fee"))
    for b, row in enumerate(rows):
        banks["key"][b], banks["side"][b], banks["plaza"][b] = named_key("bank", row.name), SIDE[row.side], plazas[row.plaza]
        banks["base"][b] = row.compliance
        banks["insider"][b] = add_person(world, named_key("banker", row.name), BANKER, side=SIDE[row.side], plaza=plazas[row.plaza])
        if row.client is not None and "bribery" not in scenario.off:
            banks["client"][b], banks["price"][b] = organisations[row.client], row.price


@lru_cache(maxsize=64)
def template(scenario: Scenario) -> npt.NDArray[Any]:
    """The first moment of every world of a scenario, before anything is drawn; shape (), do not write to it."""
    world = np.zeros((), layout(scenario))
    for rule, values in scenario.rules.items():
        for name, value in values.items():
            world["par"][rule][name] = value
    for switch in rules.switches():
        world["on"][switch] = switch not in scenario.off
    people = (build_organisations, add_wars, build_people, build_offices, build_banks)
    for part in (build_plazas, *people, build_outside, build_nation, build_policies):
        part(world, scenario)
    world.flags.writeable = False
    return world


def world_key(seed: int, world: int) -> np.uint64:
    """The key of one world of one run."""
    with np.errstate(over="ignore"):
        return np.uint64(mix(mix(np.uint64(seed) + GOLDEN) + np.uint64(world) * GOLDEN))


def first(scenario: Scenario, world: int, seed: int) -> npt.NDArray[Any]:
    """One world before its first week; shape (). Raises InputError if plug-ins came or went since the scenario was loaded."""
    if set(scenario._known.switches) != set(rules.switches()):
        raise InputError(key=scenario.title, found="was loaded with other rules than are now in use", expected="it to be loaded anew")
    start = template(scenario).copy()
    start["key"] = world_key(seed, world)
    for rule, name, value in of_world(scenario.posterior, world):
        start["par"][rule][name] = value
    return start
