"""The same bits on any number of threads, in any batch or order, stopped and resumed, and in any process."""

import os
import subprocess
import sys
from dataclasses import fields
from hashlib import sha256
from typing import Any

import pytest
from blocks import different

import leyenda
from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.engine.ensemble import Outcome, run_worlds
from leyenda.scenario import Scenario

SCRIPT = """
import leyenda
from leyenda.engine.ensemble import run_worlds
from test_bits import digest
print(digest(next(iter(run_worlds(leyenda.load("two-plazas").with_({"weeks": 130}), [4], 1)))))
"""


def digest(outcome: Outcome) -> str:
    """One word for all that a world leaves behind."""
    said = sha256()
    for field in fields(outcome):
        value: Any = getattr(outcome, field.name)
        for part in value.values() if isinstance(value, dict) else (value,):
            said.update(part.tobytes() if hasattr(part, "tobytes") else str(part).encode())
    return said.hexdigest()


@pytest.fixture(scope="module")
def short() -> Scenario:
    """Two and a half years."""
    return leyenda.load("two-plazas").with_({"weeks": 130})


def digests(scenario: Scenario, worlds: list[int], threads: int = 1, seed: int = 1) -> dict[int, str]:
    """What each world leaves behind."""
    return {outcome.world: digest(outcome) for outcome in run_worlds(scenario, worlds, seed, threads)}


def test_threads_batches_and_order_do_not_matter(short: Scenario) -> None:
    one = digests(short, list(range(12)))
    assert len(set(one.values())) == 12
    assert digests(short, list(range(12)), threads=2) == one
    assert digests(short, [9, 4, 2]) == {world: one[world] for world in (2, 4, 9)}
    assert digests(short, [4]) == {4: one[4]}


def test_seeds_and_worlds_do_matter(short: Scenario) -> None:
    assert digests(short, [0])[0] != digests(short, [0], seed=2)[0]


def test_stopping_and_going_on_changes_nothing(short: Scenario) -> None:
    whole, parts = first(short, 0, 1), first(short, 0, 1)
    compiled.start(whole), compiled.start(parts)
    compiled.advance(whole, 0, 130)
    for week in range(0, 130, 13):
        parts = parts.copy()
        compiled.advance(parts, week, week + 13)
    assert different(whole, parts) == []


def test_a_longer_run_begins_like_a_shorter_one(short: Scenario) -> None:
    long = next(iter(run_worlds(short.with_({"weeks": 200}), [3], 1)))
    brief = next(iter(run_worlds(short, [3], 1)))
    for name, values in brief.series.items():
        assert (long.series[name][:130] == values).all(), name


def test_hash_seeds_and_processes_do_not_matter(short: Scenario) -> None:
    here = os.path.dirname(__file__)
    said = []
    for seed in ("0", "1"):
        path = os.pathsep.join([here, *sys.path])
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}, check=True, capture_output=True, text=True
        )
        said.append(run.stdout.strip())
    assert said == [digests(short, [4])[4]] * 2
