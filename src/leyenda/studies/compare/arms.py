"""The arms of a comparison: what somebody wrote down, as acts and as a scenario with policies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leyenda.acts import Act
from leyenda.engine.ensemble import Arm
from leyenda.scenario import InputError, Scenario
from leyenda.scenario.errors import shown

BASELINE = "without"
Item = Act | str | Mapping[str, Mapping[str, Any]]
EXPECTED = 'a list of acts and policies, such as [leyenda.acts.Remove(week=260), "prevention", {"vetting": {"intensity": 0.5}}]'
NAMED = f'a name, and not "{BASELINE}", which is the baseline'


@dataclass(frozen=True)
class Choice:
    """One arm: its name, the acts, the policies it adds (by label, what differs from the catalogue), the scenario with them.

    begins: first week in which it may differ from the baseline.
    """

    name: str
    acts: tuple[Act, ...]
    policies: Mapping[str, Mapping[str, Any]]
    scenario: Scenario
    begins: int

    @property
    def items(self) -> list[Any]:
        """What is in it, so that bundles can be told."""
        return [*self.acts, *((label, self.scenario.policies[label]) for label in self.policies)]

    @property
    def plazas(self) -> tuple[str, ...]:
        """Where its policies hold, in alphabetical order; none if any of what it does is not tied to plazas."""
        places = [self.scenario.policies[label].plazas for label in self.policies]
        bound = bool(places) and all(places) and not self.acts
        return tuple(sorted({plaza for some in places for plaza in some})) if bound else ()

    def arm(self) -> Arm:
        """The arm as the engine takes it."""
        return Arm(self.scenario, tuple(step for act in self.acts for step in act.steps()))


def choices(scenario: Scenario, arms: Mapping[str, Sequence[Item]], start: int) -> tuple[Choice, ...]:
    """All arms, checked. start: first week of policies that name none. Raises InputError."""
    if not isinstance(arms, Mapping) or not arms:
        raise InputError(key="arms", found="has nothing to compare", expected=f"names, each with {EXPECTED}")
    return tuple(choice(scenario, name, items, start) for name, items in arms.items())


def choice(scenario: Scenario, name: str, items: Sequence[Item], start: int) -> Choice:
    """One arm."""
    if not isinstance(name, str) or not name.strip() or name == BASELINE:
        raise InputError(key="arms", found=f"has an arm named {shown(name)}", expected=NAMED)
    if isinstance(items, str) or not isinstance(items, Sequence) or not items:
        raise InputError(key=f"arms.{name}", found=f"is {shown(items)}", expected=EXPECTED)
    acts = tuple(item for item in items if isinstance(item, Act))
    policies: dict[str, Any] = {}
    for label, changes in added(name, items):
        if label in policies:
            raise InputError(key=f"arms.{name}", found=f"has two policies labelled {shown(label)}", expected="a label for each")
        policies[label] = {"start": start, **changes} if isinstance(changes, Mapping) else changes
    changed = scenario.with_(policies=policies)
    replaced = (where[label].start for where in (scenario.policies, changed.policies) for label in policies if label in where)
    begins = min([step.week for act in acts for step in act.steps()] + list(replaced))
    if not 0 <= begins < scenario.weeks:
        raise InputError(key=f"arms.{name}", found=f"begins in week {begins}", expected=f"a week from 0 to {scenario.weeks - 1}")
    return Choice(name, acts, policies, changed, begins)


def added(name: str, items: Sequence[Item]) -> Iterator[tuple[str, Any]]:
    """The policies of an arm, by label, with what differs from the catalogue."""
    for item in items:
        if isinstance(item, str):
            yield item, {}
        elif isinstance(item, Mapping):
            yield from item.items()
        elif not isinstance(item, Act):
            raise InputError(key=f"arms.{name}", found=f"holds {shown(item)}", expected=EXPECTED)


def parts(bundle: Choice, others: Sequence[Choice]) -> tuple[Choice, ...]:
    """The other arms that together are this one, the smallest first chosen; none if they do not make it up exactly."""
    left = bundle.items
    found = []
    for other in sorted(others, key=lambda other: (len(other.items), other.name)):
        if len(other.items) < len(bundle.items) and all(item in left for item in other.items):
            left = [item for item in left if item not in other.items]
            found.append(other)
    return () if left else tuple(found)
