"""Policies in force in a scenario: taken from the catalogue, changed where the scenario says so, resolved to plain numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field

from leyenda.policies import Policy, catalogue
from leyenda.scenario.columns import SIDES, Content, FrozenDict, choice, real, whole
from leyenda.scenario.errors import Fault, Place, nearest, shown
from leyenda.scenario.places import Places
from leyenda.world.layout import FIXED
from leyenda.world.names import INSTITUTIONS
from leyenda.world.rates import NATIONAL, RATES, TIMES

if TYPE_CHECKING:
    from leyenda.scenario.schema import Scenario

FOREVER = 3120
MOST = FIXED["policies"]
HOW = {name: how for name, how, _, _ in RATES}
LABEL = re.compile(r"[A-Za-z0-9_-]+")

Effect = Annotated[float, Field(ge=-1e6, le=1e6, allow_inf_nan=False)]
Effects = Annotated[dict[str, Effect], AfterValidator(FrozenDict)]


class InForce(Content):
    """A policy as a scenario has it."""

    policy: str = Field(description="which policy of the catalogue", json_schema_extra={"unit": "name"})
    start: int = whole("first week", "week", 0, FOREVER, 0)
    end: int = whole("week after the last", "week", 0, FOREVER, FOREVER)
    intensity: float = real("how much of it; 1 as described", "ratio", 0, 10, 1.0)
    plazas: tuple[str, ...] = Field((), description="where; none: everywhere", json_schema_extra={"unit": "names"})
    institution: str = Field(description="who carries it out; blank: nobody who can be bought", json_schema_extra={"unit": "word"})
    side: str = choice("side of the border", SIDES)
    cost: float = real("what it costs at intensity 1", "M$/year", 0, 1e6)
    effects: Effects = Field(description="a factor or addend by rate", json_schema_extra={"unit": "a table of numbers"})


TAKEN = ("institution", "side", "cost", "effects")  # what the catalogue says, unless the scenario does


def resolved(given: Any, places: Places) -> dict[str, dict[str, Any]]:
    """Each policy with all it takes from the catalogue. Raises InputError for a policy or key there is not."""
    if not isinstance(given, Mapping):
        raise places.error(Fault(("policies",), "is not a table", "a table a policy, such as [policies.prevention]"))
    return {label: filled(label, changes, places) for label, changes in given.items()}


def filled(label: str, changes: Any, places: Places) -> dict[str, Any]:
    """One policy: the catalogue's, with these changes. One that says all the catalogue would say need not be in it."""
    at = ("policies", label)
    if not isinstance(changes, Mapping):
        raise places.error(Fault(at, f"is {shown(changes)}", f"a table such as [policies.{label}]"))
    if not LABEL.fullmatch(label):
        raise places.error(Fault(at, "has a label that cannot be a key", "letters, digits, _ and - only"))
    for key in changes:
        if key not in InForce.model_fields:
            close = nearest(key, InForce.model_fields)
            raise places.error(Fault((*at, key), "is unknown", "" if close else "one of " + ", ".join(InForce.model_fields), close))
    name = changes.get("policy", label)
    if name in list(catalogue()):
        policy = catalogue()[name]
    elif all(key in changes for key in TAKEN):
        policy = Policy()
    else:
        close = nearest(str(name), catalogue())
        expected = "" if close else "one of " + ", ".join(catalogue())
        raise places.error(Fault((*at, "policy"), f"is {shown(name)}, which is no policy", expected, close))
    return {"policy": name, **{key: getattr(policy, key) for key in TAKEN}, **changes, **merged(policy, changes)}


def merged(policy: Policy, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The catalogue's effects with the scenario's over them, and plazas as a frozen scenario holds them."""
    effects, plazas = changes.get("effects", {}), changes.get("plazas", ())
    whole = {**policy.effects, **effects} if isinstance(effects, Mapping) else effects
    return {"effects": whole, "plazas": tuple(plazas) if isinstance(plazas, list) else plazas}


def faults_of_policies(scenario: "Scenario") -> Iterator[Fault]:
    """Policies whose parts do not fit together or name what is not there."""
    if len(scenario.policies) > MOST:
        yield Fault(("policies",), f"has {len(scenario.policies)} policies", f"at most {MOST}")
    places = [plaza.name for plaza in scenario.plazas]
    for label, policy in scenario.policies.items():
        yield from faults_of(("policies", label), policy, places)


def faults_of(at: Place, policy: InForce, places: list[str]) -> Iterator[Fault]:
    """What is wrong with one policy."""
    if policy.end <= policy.start:
        yield Fault((*at, "end"), f"is {policy.end}", f"a week after the start, {policy.start}")
    if policy.institution and policy.institution not in INSTITUTIONS:
        close = nearest(policy.institution, INSTITUTIONS)
        expected = "" if close else "blank or one of " + ", ".join(INSTITUTIONS)
        yield Fault((*at, "institution"), f"is {shown(policy.institution)}", expected, close)
    for name in policy.plazas:
        if name not in places:
            yield Fault((*at, "plazas"), f"names {shown(name)}, which is no plaza", "", nearest(name, places))
    for name, value in policy.effects.items():
        if name not in HOW:
            close = nearest(name, HOW)
            yield Fault((*at, "effects", name), "is a rate no rule reads", "" if close else "one of " + ", ".join(HOW), close)
        elif value < 0.0 and HOW[name] == TIMES:
            yield Fault((*at, "effects", name), f"is {value:g}", "a factor, 0 or more")
        elif policy.plazas and name in NATIONAL:
            yield Fault((*at, "plazas"), f"cannot hold for {name}, which is one rate for everywhere", "no plazas")


def freeze_policies(policies: dict[str, InForce]) -> FrozenDict:
    """The same mapping, unchangeable."""
    return FrozenDict(policies)
