"""From unchecked content to a resolved scenario, and from a scenario to a changed copy."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import chain
from typing import Any

from pydantic import ValidationError

from leyenda.scenario.checks import faults
from leyenda.scenario.errors import Fault, InputError, Place, nearest, shown
from leyenda.scenario.parameters import Known, Parameters
from leyenda.scenario.places import Places
from leyenda.scenario.policies import faults_of_policies, resolved
from leyenda.scenario.posterior import faults_of_posterior
from leyenda.scenario.schema import TABLES, Scenario, freeze
from leyenda.scenario.wording import first_fault


def resolve(content: dict[str, Any], known: Known, places: Places) -> Scenario:
    """A checked scenario with every rule parameter filled in. Raises InputError at the first fault."""
    content = {**content, "policies": resolved(content.get("policies", {}), places)}
    try:
        scenario = Scenario.model_validate(content)
    except ValidationError as error:
        raise places.error(first_fault(error)) from None
    named = chain(faults_of_rules(scenario, known.parameters), faults_of_switches(scenario, known))
    fitted = faults_of_posterior(scenario, known.parameters)
    for fault in chain(named, faults(scenario), faults_of_policies(scenario), fitted):
        raise places.error(fault)
    rules = filled(scenario, known.parameters)
    checked = scenario.model_copy(update={"rules": rules, "off": tuple(sorted(set(scenario.off)))})
    checked._known = known
    return checked


def filled(scenario: Scenario, parameters: Parameters) -> dict[str, Any]:
    """Every parameter of every rule: the scenario's value, or the default."""
    defaults = {rule: {name: p.value for name, p in named.items()} for rule, named in parameters.items()}
    return freeze({rule: values | scenario.rules.get(rule, {}) for rule, values in defaults.items()})


def faults_of_rules(scenario: Scenario, parameters: Parameters) -> list[Fault]:
    """Parameters that no rule has, or out of the range worth trying."""
    names = [f"rules.{rule}.{name}" for rule, named in parameters.items() for name in named]
    found = []
    for rule, values in scenario.rules.items():
        if rule not in parameters and not values:
            found.append(Fault(("rules", rule), "is unknown", "", nearest(rule, parameters)))
        for name, value in values.items():
            place: Place = ("rules", rule, name)
            parameter = parameters.get(rule, {}).get(name)
            if parameter is None:
                found.append(Fault(place, "is unknown", "", nearest(".".join(map(str, place)), names)))
            elif not parameter.low <= value <= parameter.high:
                span = f"a number from {parameter.low:g} to {parameter.high:g} {parameter.unit}"
                found.append(Fault(place, f"is {value:g}", span))
    return found


def faults_of_switches(scenario: Scenario, known: Known) -> list[Fault]:
    """Switches that nothing has."""
    return [unknown_switch(("off",), s, known) for s in scenario.off if s not in known.switches]


def unknown_switch(place: Place, switch: str, known: Known) -> Fault:
    """A switch that nothing has."""
    close = nearest(switch, known.switches)
    expected = "" if close else "one of " + ", ".join(known.switches)
    return Fault(place, f"names {shown(switch)}, which is no switch", expected, close)


def changed(
    scenario: Scenario,
    changes: Mapping[str, Any],
    off: tuple[str, ...],
    on: tuple[str, ...],
    policies: Mapping[str, Mapping[str, Any]],
) -> Scenario:
    """A checked copy with these keys set, these switches off or on, and these policies added."""
    known = scenario._known
    content = scenario.content()
    content["policies"] = content["policies"] | deepcopy(dict(policies))  # a key may be set in them
    for key, value in changes.items():
        put(content, key, value)
    for switch in (*off, *on):
        if switch not in known.switches:
            raise Places().error(unknown_switch(("off" if switch in off else "on",), switch, known))
        if switch in off and switch in on:
            raise InputError(key=switch, found="is turned both off and on")
    if isinstance(content["off"], (list, tuple)):  # anything else the schema refuses
        content["off"] = tuple(s for s in (*content["off"], *off) if s not in on)
    return resolve(content, known, Places(names=labels(content)))


def put(content: dict[str, Any], key: str, value: Any) -> None:
    """Set what a dotted key stands for; a row goes by its name, a driver by its year."""
    steps = key.split(".")
    at: Any = content
    for n, step in enumerate(steps):
        if not isinstance(at, dict):
            raise InputError(key=key, found="is unknown", nearest=".".join(steps[:n]))
        if step not in at:
            close = nearest(step, at)
            better = [*steps[:n], close, *steps[n + 1 :]] if close else []
            raise InputError(key=key or "a key without letters", found="is unknown", nearest=".".join(better))
        if n < len(steps) - 1:
            at = by_name(step, at[step]) if at is content and step in TABLES else at[step]
    if steps[0] in TABLES and len(steps) < 3:  # a table by name is a copy: what is put into it would be lost
        whole, first = "table" if len(steps) == 1 else "row", names_rows(steps[0]).upper()
        expected = f"a key such as {steps[0]}.{first}.COLUMN" if first else "a change of its file instead"
        raise InputError(key=key, found=f"is a whole {whole}", expected=expected)
    at[step] = value


def by_name(table: str, rows: tuple[dict[str, Any], ...]) -> dict[str, dict[str, Any]]:
    """The rows of a table by their first column, where that is a name or a year and so stands for one row."""
    first = names_rows(table)
    if not first:
        raise InputError(key=table, found="has rows without names", expected="a change of its file instead")
    return {str(row[first]): row for row in rows}


def names_rows(table: str) -> str:
    """The column by which a row of a table goes, or nothing where no single one does."""
    first = next(iter(TABLES[table].model_fields))
    return first if first in ("name", "year") else ""


def labels(content: Mapping[str, Any]) -> dict[str, list[str]]:
    """By table, what its rows are called in a key."""
    return {table: [str(row[first]) for row in content[table]] for table in TABLES if (first := names_rows(table))}
