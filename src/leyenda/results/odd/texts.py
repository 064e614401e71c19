"""The parts of the document that were written by hand, with numbers of the model filled in."""

import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from leyenda.rules import schedule, switches
from leyenda.scenario import declared

TEXTS = Path(__file__).parents[1] / "texts_odd"
OURS, DESIGN = "ours", "design"


def part(name: str) -> str:
    """A part by its file's name, {rule.parameter} replaced by the default and {count.rules} by how many there are.

    Raises AttributeError or KeyError if it names a parameter there is not.
    """
    values = {rule: SimpleNamespace(**{name: f"{p.value:g}" for name, p in named.items()}) for rule, named in declared().items()}
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8").strip().format(count=counts(), **values) + "\n"


@cache
def groups() -> dict[str, Any]:
    """How tables are grouped, and what stands above each group."""
    return tomllib.loads((TEXTS / "groups.toml").read_text(encoding="utf-8"))


def counts() -> SimpleNamespace:
    """How many rules, switches and parameters there are, and where the parameters come from."""
    sources = [p.source for named in declared().values() for p in named.values()]
    ours = sum(OURS in source for source in sources)
    design = sum(source.startswith(DESIGN) and OURS not in source for source in sources)
    rest = len(sources) - ours - design
    return SimpleNamespace(rules=len(schedule()), switches=len(switches()), parameters=len(sources), ours=ours, design=design, others=rest)
