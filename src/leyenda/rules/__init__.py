"""The list of the rules is the model: what happens each week, in this order."""

import importlib
from functools import cache
from types import ModuleType

from leyenda.base.rule import RuleInfo

SCHEDULE = (
    "trade",
    "tribute",
    "spend",
    "launder",
    "bribe",
    "protect_or_drop",
    "tell",
    "hubris",
    "ally",
    "command",
    "contest",
    "recruit",
    "heat",
    "investigate",
    "arrest",
    "betray",
    "succeed",
    "drift",
    "enter_and_exit",
    "background",
)
SHARED_PARAMETERS = "measures"


@cache
def module(name: str) -> ModuleType:
    """The file of a rule."""
    return importlib.import_module(f"leyenda.rules.{name}")


def info(name: str) -> RuleInfo:
    """A rule's name, inner switches and function."""
    found: RuleInfo = getattr(module(name), name).leyenda_rule
    return found


def switches() -> tuple[str, ...]:
    """Every switch: one per rule, then the mechanisms within them."""
    inner = sorted({switch for name in SCHEDULE for switch in info(name).switches} - set(SCHEDULE))
    return (*SCHEDULE, *inner)
