"""One comparison on a few small worlds, shared by all tests that only look at it."""

import sys
from pathlib import Path

import pytest

import leyenda
from leyenda.scenario import Scenario
from leyenda.studies.compare import Effect, compare

sys.path.insert(0, str(Path(__file__).parent))
from comparisons import ARMS, START, WORLDS


@pytest.fixture(scope="session")
def two() -> Scenario:
    """Two plazas for a little over four years."""
    return leyenda.load("two-plazas").with_({"weeks": 220})


@pytest.fixture(scope="session")
def effect(two: Scenario) -> Effect:
    """Every kind of arm, from week 60 on."""
    return compare(two, ARMS, WORLDS, start=START, years=(1, 2), threads=2)
