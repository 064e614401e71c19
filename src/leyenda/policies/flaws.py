"""What is wrong with a policy as it stands, before anything runs."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from leyenda.policies.policy import Policy
from leyenda.world.log import SERIES
from leyenda.world.names import INSTITUTIONS
from leyenda.world.rates import NEUTRAL, RATES

HOW = {name: how for name, how, _, _ in RATES}
TEXTS = ("title", "why", "source", "cost_source")


def flaws(policy: Policy) -> Iterator[str]:
    """What is wrong with it, each as the end of a sentence that begins with the policy."""
    if not isinstance(policy.name, str) or not policy.name.isidentifier():
        yield "has a name that is not made of letters and _"
    for key in TEXTS:
        if not isinstance(getattr(policy, key), str) or not getattr(policy, key).strip():
            yield f"has no {key}"
    if policy.institution not in ("", *INSTITUTIONS):
        yield f"is carried out by {policy.institution!r}, which is none of {', '.join(INSTITUTIONS)}, nor blank"
    if policy.side not in ("home", "abroad"):
        yield f"is on the side {policy.side!r}, which is neither home nor abroad"
    if not is_number(policy.cost) or policy.cost < 0.0:
        yield f"costs {policy.cost!r}, which is no number from 0"
    if not policy.moves or not isinstance(policy.moves, (tuple, list)):
        yield "does not list the series it should move"
    for name in policy.moves:
        if name not in SERIES.fields:
            yield f"should move {name!r}, which is no series"
    yield from flaws_of_effects(policy)


def flaws_of_effects(policy: Policy) -> Iterator[str]:
    """What is wrong with what it does to rates."""
    if not policy.effects or not isinstance(policy.effects, Mapping) or not isinstance(policy.ranges, Mapping):
        yield "does not say its effects and their ranges by rate"
        return
    for rate, value in policy.effects.items():
        yield from flaws_of_effect(policy, rate, value)
    for rate in sorted(set(policy.ranges) - set(policy.effects)):
        yield f"has a range for {rate}, on which it has no effect"


def flaws_of_effect(policy: Policy, rate: str, value: Any) -> Iterator[str]:
    """What is wrong with one effect."""
    if rate not in HOW:
        yield f"changes {rate!r}, a rate no rule reads; there are {', '.join(HOW)}"
    elif not is_number(value) or value < 0.0:
        yield f"changes {rate} by {value!r}, which is no number from 0"
    elif value == NEUTRAL[HOW[rate]]:
        yield f"changes {rate} by {value:g}, which changes nothing"
    elif not is_range(policy.ranges.get(rate)):
        yield f"has no range for {rate}, such as (0.5, 0.9)"
    elif not policy.ranges[rate][0] <= value <= policy.ranges[rate][1]:
        yield f"changes {rate} by {value:g}, outside of its own range"


def is_number(value: Any) -> bool:
    """A finite number, not a truth value."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def is_range(value: Any) -> bool:
    """Two finite numbers, the lower first."""
    return isinstance(value, (tuple, list)) and len(value) == 2 and all(map(is_number, value)) and value[0] <= value[1]
