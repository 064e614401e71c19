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
ADDED: dict[str, ModuleType] = {}  # rules of plug-ins, by name the file they are in


@cache
def built_in(name: str) -> ModuleType:
    """The file of one of the model's own rules."""
    return importlib.import_module(f"leyenda.rules.{name}")


def module(name: str) -> ModuleType:
    """The file of a rule."""
    return ADDED[name] if name in ADDED else built_in(name)


def info(name: str) -> RuleInfo:
    """A rule's name, inner switches and function."""
    found: RuleInfo = getattr(module(name), name).leyenda_rule
    return found


def schedule() -> tuple[str, ...]:
    """The week: the model's own rules, and those of plug-ins where they asked to stand, in the order they were added."""
    week = list(SCHEDULE)
    for name in ADDED:
        after = info(name).after
        place = week.index(after) + 1 if after else len(week)
        while after and place < len(week) and week[place] in ADDED:
            place += 1
        week.insert(place, name)
    return tuple(week)


def switches() -> tuple[str, ...]:
    """Every switch: one per rule, then the mechanisms within them."""
    week = schedule()
    inner = sorted({switch for name in week for switch in info(name).switches} - set(week))
    return (*week, *inner)
