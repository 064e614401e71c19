"""What the tests of scenarios share: a parameter and switches that stand for those of the rules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leyenda.scenario import Parameters, Scenario, load, parse

SWITCHES = ("grudges", "hubris", "tribute")
RULE = """
[accustoming]
value = 1.0
low = 0.1
high = 4.0
unit = "1/year"
meaning = "how fast people get used to a tribute"
source = "ours"
"""
PARAMETERS: Parameters = {"tribute": parse(RULE, "tribute.toml")}


Read = Callable[[str | Path], Scenario]


@pytest.fixture(scope="session")
def rules() -> tuple[tuple[str, ...], Parameters]:
    """The switches and parameters a scenario may name in these tests."""
    return SWITCHES, PARAMETERS


@pytest.fixture(scope="session")
def read(rules: tuple[tuple[str, ...], Parameters]) -> Read:
    """Load a scenario that may name them."""
    return lambda where: load(where, *rules)


@pytest.fixture(scope="session")
def plazas(read: Read) -> Scenario:
    """The smallest built-in scenario."""
    return read("two-plazas")
