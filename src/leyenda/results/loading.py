"""Scenarios with the switches and parameters of the rules there are."""

from pathlib import Path

from leyenda.scenario import Scenario
from leyenda.scenario import load as load_with


def load(where: str | Path) -> Scenario:
    """A built-in scenario by name, or the scenario in a folder; checked, resolved, frozen.

    Raises InputError, whose text is one sentence, for anything wrong with it.
    """
    from leyenda.rules import switches

    return load_with(where, switches())
