"""Scenarios with the switches and parameters of the rules there are."""

from pathlib import Path
from typing import Any

from leyenda.scenario import Parameter, Parameters, Scenario, declared
from leyenda.scenario import load as load_with
from leyenda.scenario.files import read_settings


def load(where: str | Path) -> Scenario:
    """A built-in scenario by name, one made from numbers (random-federation:plazas=40), or one in a folder; checked, resolved, frozen.

    Raises InputError, whose text is one sentence, for anything wrong with it.
    """
    from leyenda.rules import switches

    return load_with(where, switches())


def load_run(folder: Path) -> Scenario:
    """The scenario of a run as it was, also where plug-ins it was run with are not in use now."""
    from leyenda.rules import switches

    settings, _ = read_settings(folder)
    return load_with(folder, (*switches(), *settings.get("off", ())), {**declared(), **of_plugins(settings.get("rules", {}))})


def of_plugins(rules: dict[str, Any]) -> Parameters:
    """Parameters of rules that are not in use, as a run has them."""
    about = {"unit": "", "meaning": "of a plug-in", "source": "the plug-in"}
    return {
        rule: {name: Parameter(value=value, low=value, high=value, **about) for name, value in values.items()}
        for rule, values in rules.items()
        if rule not in declared()
    }
