"""The small model built and compiled as the engine does it."""

import ast
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.base import draws, portable
from leyenda.engine.compiled import imported
from leyenda.engine.source import HEADER, PLAIN, TOP, WHOLE, flatten, written
from leyenda.studies.bench import small_model
from leyenda.world.rates import OVERRIDE

TABLES = [("people", small_model.PEOPLE.dtype({"people": 256})), ("overrides", OVERRIDE.dtype({"overrides": 1}))]
DTYPE = np.dtype([("key", "u8"), *TABLES], align=True)
MASK = 2**64 - 1
SPREAD = ("ambition", "caution", "demanded", "accustomed")


def build(number: int, key: int) -> npt.NDArray[Any]:
    """A world of this many people; shape ()."""
    world = np.zeros((), DTYPE)
    people = world["people"]
    world["key"], people["count"] = key, number
    for i in range(number):
        own = people["key"][i] = (i + 1) * int(draws.GOLDEN) & MASK
        people["boss"][i] = (i * 7 + 3) % number
        people["loyalty"][i] = 0.6
        for place, name in enumerate(SPREAD):
            people[name][i] = 0.1 + (int(own) >> 8 * place & 255) / 300.0
    return world


def source() -> str:
    """What the small model needs of the engine's file."""
    parts = [HEADER, *(f"{name} = np.int64({value})" for value, name in WHOLE.items())]
    for module in (portable, draws, small_model):
        for node in flatten(str(module.__file__)):
            if isinstance(node, ast.FunctionDef):
                parts.append(TOP if node.name == "live" else PLAIN)
            parts.append(ast.unparse(node))
    return "\n".join(parts) + "\n"


def live(world: npt.NDArray[Any], first: int, last: int) -> None:
    """Weeks first to last - 1, compiled."""
    imported(str(written(source(), str(DTYPE.descr)))).live(world[()], first, last)
