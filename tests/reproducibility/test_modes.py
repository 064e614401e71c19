"""Compiled and plain worlds have the same bits, whatever is switched off."""

from typing import Any

import numpy as np
import pytest
from blocks import different

import leyenda
from leyenda import rules
from leyenda.engine import compiled, plain
from leyenda.engine.build import first
from leyenda.scenario import Scenario


def both(scenario: Scenario, world: int, weeks: int, seed: int = 1) -> tuple[Any, Any]:
    """One world, compiled and plain; a year at a time, as the engine runs it."""
    blocks = first(scenario, world, seed), first(scenario, world, seed)
    for block, engine in zip(blocks, (compiled, plain), strict=True):
        engine.start(block)
        for week in range(0, weeks, 52):
            engine.advance(block, week, min(week + 52, weeks))
    return blocks


@pytest.mark.parametrize(("world", "seed"), [(0, 1), (1, 1), (2, 7), (3, 2**40)])
def test_compiled_is_plain_to_the_last_bit(world: int, seed: int) -> None:
    fast, slow = both(leyenda.load("two-plazas"), world, 208, seed)
    assert different(fast, slow) == []
    assert fast["events"]["count"] > 20 and fast["error"] == 0


def test_the_comparison_sees_one_bit() -> None:
    a = first(leyenda.load("two-plazas"), 0, 1)
    b = a.copy()
    b["people"]["cash"][3] = np.nextafter(a["people"]["cash"][3], 2.0)
    assert different(a, b) == ["people.cash"]


@pytest.mark.parametrize("switch", rules.switches())
def test_with_any_switch_off(switch: str) -> None:
    assert different(*both(leyenda.load("two-plazas").with_(off=[switch]), 5, 60)) == []


@pytest.mark.parametrize("end", ["low", "high"])
def test_with_every_parameter_at_an_end_of_its_range(end: str) -> None:
    from leyenda.scenario import built_in

    extreme = {f"rules.{rule}.{name}": getattr(p, end) for rule, named in built_in().items() for name, p in named.items()}
    assert different(*both(leyenda.load("two-plazas").with_(extreme), 1, 104)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", leyenda.scenario.names())
def test_whole_histories(name: str) -> None:
    for world in range(3):
        assert different(*both(leyenda.load(name), world, 520)) == []
