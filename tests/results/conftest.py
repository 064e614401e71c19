"""A small scenario and an engine that makes its outcomes up."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import leyenda
from leyenda.results.runs import Runs
from leyenda.results.simulate import simulate
from leyenda.scenario import Scenario

sys.path.insert(0, str(Path(__file__).parent))
import fakes

WORLDS, WEEKS = 23, 120


@pytest.fixture
def scenario() -> Scenario:
    """Two plazas for a little over two years."""
    return leyenda.load("two-plazas").with_({"weeks": WEEKS})


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is not needed: outcomes are made up."""
    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", fakes.run_worlds)


@pytest.fixture
def runs(scenario: Scenario, made_up: None) -> Runs:
    """A few batches of made-up worlds."""
    return simulate(scenario, worlds=WORLDS, threads=2)


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Every file below a folder by its relative path."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }

    return read
