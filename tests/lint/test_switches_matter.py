"""Every switch, turned off, changes what happens in the smallest world within ten years."""

import hashlib
from functools import cache

import numpy as np
import pytest

import leyenda
from leyenda import rules
from leyenda.engine import compiled
from leyenda.engine.build import first

WRITTEN = ("series", "by_plaza", "by_organisation", "events")


@cache
def decade(world: int, off: str = "") -> bytes:
    """A digest of what is written down of ten years of a world."""
    scenario = leyenda.load("two-plazas")
    block = first(scenario.with_(off=[off]) if off else scenario, world, 1)
    compiled.start(block)
    years = []
    for year in range(10):
        compiled.advance(block, 52 * year, 52 * year + 52)
        years += [block[table][column].tobytes() for table in WRITTEN for column in block[table].dtype.names]
    return hashlib.sha256(b"".join(years)).digest()


@pytest.mark.parametrize("switch", rules.switches())
def test_a_switch_changes_something(switch: str) -> None:
    assert any(decade(world) != decade(world, switch) for world in range(600))


def test_the_same_world_again_is_the_same() -> None:
    assert all(decade(world) == decade.__wrapped__(world) for world in range(5))
    assert len(np.unique([hash(decade(world)) for world in range(10)])) == 10
