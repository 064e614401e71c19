"""What marks a function as a rule. The function itself stays plain Python; the engine compiles a copy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Step = TypeVar("Step", bound=Callable[..., Any])


@dataclass(frozen=True)
class RuleInfo:
    """A rule's name (its switch), the inner switches it reads, and for a plug-in's the rule it comes after ("": the last)."""

    name: str
    switches: tuple[str, ...]
    function: Callable[..., Any]
    after: str = ""


def rule(switches: tuple[str, ...] = (), after: str = "") -> Callable[[Step], Step]:
    """Declare a function (world, par, week) a rule with these inner switches; a plug-in says after which rule it comes."""

    def mark(function: Step) -> Step:
        function.leyenda_rule = RuleInfo(function.__name__, switches, function, after)  # type: ignore[attr-defined]
        return function

    return mark
