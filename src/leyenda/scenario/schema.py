"""A scenario: what a person can edit, checked, resolved, frozen. Weeks; million US$ of constant 2020 value."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr

from leyenda.scenario import rows
from leyenda.scenario.columns import Content, FrozenDict, choice, real, share, text, whole
from leyenda.scenario.parameters import Known
from leyenda.scenario.policies import InForce, freeze_policies
from leyenda.scenario.rows import Names
from leyenda.world.layout import SIZES

TABLES: dict[str, type[Content]] = {
    "plazas": rows.Plaza,
    "organisations": rows.Organisation,
    "presences": rows.Presence,
    "people": rows.Person,
    "ties": rows.Tie,
    "pacts": rows.Pair,
    "wars": rows.Pair,
    "offices": rows.Office,
    "banks": rows.Bank,
    "drivers": rows.Driver,
    "terms": rows.Term,
    "crowd": rows.Crowd,
}
MAY_BE_ABSENT = ("pacts", "wars")


def freeze(rules: dict[str, dict[str, Any]]) -> FrozenDict:
    """The same mapping, unchangeable on both levels."""
    return FrozenDict({rule: FrozenDict(values) for rule, values in rules.items()})


Number = Annotated[float, Field(allow_inf_nan=False)]
Policies = Annotated[dict[str, InForce], AfterValidator(freeze_policies)]
Column = Annotated[tuple[Number, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)]
Points = Annotated[dict[str, dict[str, Column]], AfterValidator(freeze)]
Rules = Annotated[dict[str, dict[str, Number]], AfterValidator(freeze)]


class Trait(Content):
    """How a trait from 0 to 1 is spread over a population."""

    mean: float = share("mean")
    spread: float = real("standard deviation", "share", 0, 0.5)


class Age(Content):
    """How ages are spread over a population."""

    mean: float = real("mean", "years", 15, 100)
    spread: float = real("standard deviation", "years", 0, 40)


class Group(Content):
    """The population a kind of people is drawn from."""

    age: Age
    ambition: Trait
    guile: Trait
    brutality: Trait
    caution: Trait
    integrity: Trait
    ego: Trait


class Population(Content):
    """Whom unnamed and new people are drawn from."""

    criminals: Group
    officials: Group
    bankers: Group


class Fixed(Content):
    """What stands outside the model and does not change in a run, beside the drivers."""

    heat_home: float = real("national alarm at home at the start", "alarm", 0, 5)
    heat_abroad: float = real("national alarm abroad at the start", "alarm", 0, 5)


class Scenario(Content):
    """A resolved scenario. `rules` holds every parameter of every rule, defaults included."""

    title: str = text("what it is called in pictures and reports")
    summary: str = text("what it is about, in a sentence or two")
    start: int = whole("year whose 1 January begins week 0", "year", 1900, 2200)
    weeks: int = whole("how long it runs", "weeks", 1, 3120)
    size: str = choice("how much room the tables have", tuple(SIZES))
    off: Names = Field((), description="switches turned off", json_schema_extra={"unit": "names"})
    sources: Names = Field(description="where the figures come from", min_length=1, json_schema_extra={"unit": "texts"})
    rules: Rules = Field(default_factory=dict, description="parameters of the rules that differ from their defaults")
    posterior: Points = Field(default_factory=FrozenDict, description="parameters of the rules by world: accepted points of a fit, in turn")
    policies: Policies = Field(default_factory=FrozenDict, description="policies in force, by name")
    population: Population = Field(description="whom unnamed and new people are drawn from")
    fixed: Fixed = Field(description="what stands outside the model and does not change")
    plazas: tuple[rows.Plaza, ...]
    organisations: tuple[rows.Organisation, ...]
    presences: tuple[rows.Presence, ...]
    people: tuple[rows.Person, ...]
    ties: tuple[rows.Tie, ...]
    pacts: tuple[rows.Pair, ...]
    wars: tuple[rows.Pair, ...]
    offices: tuple[rows.Office, ...]
    banks: tuple[rows.Bank, ...]
    drivers: tuple[rows.Driver, ...]
    terms: tuple[rows.Term, ...]
    crowd: tuple[rows.Crowd, ...]
    _known: Known = PrivateAttr(default_factory=Known)

    def with_(
        self,
        changes: Mapping[str, Any] | None = None,
        off: Iterable[str] = (),
        on: Iterable[str] = (),
        policies: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> "Scenario":
        """A changed copy, checked like a file: keys as "weeks", "rules.tribute.accustoming", "plazas.Jalisco.heat".

        `policies` are added, by name, with what differs from the catalogue: {"prevention": {"start": 260}}.
        Raises InputError for an unknown key or switch, a wrong type, a value out of range or a broken reference.
        """
        from leyenda.scenario.changes import changed  # changing needs checking, and checking needs this class

        return changed(self, changes or {}, tuple(off), tuple(on), policies or {})

    def content(self) -> dict[str, Any]:
        """Everything that defines the scenario, as plain dicts, tuples and numbers."""
        return self.model_dump()

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON of everything that defines the scenario."""
        canonical = json.dumps(self.content(), sort_keys=True, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def __hash__(self) -> int:
        return int(self.hash[:15], 16)
