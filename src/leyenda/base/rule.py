"""What marks a function as a rule. The function itself stays plain Python; the engine compiles a copy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Step = TypeVar("Step", bound=Callable[..., Any])


@dataclass(frozen=True)
class RuleInfo:
    """A rule's name (its switch) and the inner switches it reads."""

    name: str
    switches: tuple[str, ...]
    function: Callable[..., Any]


def rule(switches: tuple[str, ...] = ()) -> Callable[[Step], Step]:
    """Declare a function (world, par, week) a rule with these inner switches."""

    def mark(function: Step) -> Step:
        function.leyenda_rule = RuleInfo(function.__name__, switches, function)  # type: ignore[attr-defined]
        return function

    return mark
