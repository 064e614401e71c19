"""What a world says of a fact of the record, by name. A new measure is a function of (lived, years) in one of these files."""

from collections.abc import Callable
from types import ModuleType

from leyenda.studies.validate.lived import Lived
from leyenda.studies.validate.measures import growth, membership, money, national, organisations, removals, sequence, states

Measure = Callable[[Lived, tuple[int, int]], float]
FAMILIES: dict[str, ModuleType] = {
    "national": national, "states": states, "growth": growth, "organisations": organisations,
    "membership": membership, "removals": removals, "money": money, "sequence": sequence,
}  # fmt: skip


def measure(name: str) -> Measure:
    """The measure of a name such as "national.total". Raises KeyError if there is none."""
    family, _, own = name.partition(".")
    module = FAMILIES[family]
    found = getattr(module, own, None)
    if found is None or own.startswith("_") or found.__module__ != module.__name__:
        raise KeyError(name)
    made: Measure = found
    return made
