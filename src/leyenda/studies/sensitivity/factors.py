"""What is varied: parameters of rules over their plausible ranges, and how a share of a range is a value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.scenario import InputError, Parameter, Scenario, declared
from leyenda.scenario.errors import nearest, shown

Values = npt.NDArray[np.float64]
PREFIX = "rules."
WIDE = 4.0  # a range whose end is that many times its beginning is drawn by ratios


@dataclass(frozen=True)
class Factor:
    """A parameter that is varied. key: rules.RULE.NAME; value: what the scenario has; about: its range, unit and meaning."""

    key: str
    value: float
    about: Parameter

    @property
    def ratios(self) -> bool:
        """Whether it is drawn log-uniformly: its range is above zero and spans a factor of four or more."""
        return self.about.low > 0.0 and self.about.high / self.about.low >= WIDE

    @property
    def scale(self) -> str:
        """How it is drawn."""
        return "log-uniform" if self.ratios else "uniform"

    def at(self, share: float) -> float:
        """The value at a share of its range (0: its low end, 1: its high end), never beyond it by rounding."""
        low, high = self.about.low, self.about.high
        value = low * (high / low) ** share if self.ratios else low + (high - low) * share
        return float(min(max(value, low), high))


def factors(scenario: Scenario, names: Sequence[str] | None) -> tuple[Factor, ...]:
    """The parameters asked for, or all that have a range, in the order of the rules' files.

    names: RULE.NAME, rules.RULE.NAME, or RULE for all of a rule. Raises InputError for a name there is not, with the nearest.
    """
    known = declared()
    every = [f"{PREFIX}{rule}.{name}" for rule, named in known.items() for name in named]
    wanted = set(every) if names is None else {key for name in names for key in meant(str(name), every)}
    found = [Factor(key, scenario.rules[rule(key)][own(key)], known[rule(key)][own(key)]) for key in every if key in wanted]
    ranged = tuple(factor for factor in found if factor.about.low < factor.about.high)
    if names is not None and len(ranged) < len(found):
        still = next(factor for factor in found if factor not in ranged)
        raise InputError(key=still.key, found=f"is always {still.value:g}", expected="a parameter with a range")
    if not ranged:
        raise InputError(key="parameters", found="names none", expected="at least one RULE.NAME; leyenda rules lists them")
    return ranged


def meant(name: str, every: Iterable[str]) -> Iterator[str]:
    """The keys that a name stands for."""
    bare = name.removeprefix(PREFIX)
    found = [one for one in every if bare in (one.removeprefix(PREFIX), rule(one))]
    if not found:
        close = nearest(bare, [*(one.removeprefix(PREFIX) for one in every), *map(rule, every)])
        expected = "" if close else "RULE.NAME; leyenda rules lists them"
        raise InputError(key=shown(name), found="is no parameter of a rule", expected=expected, nearest=close)
    yield from found


def rule(key: str) -> str:
    """The rule in a key."""
    return key.split(".")[1]


def own(key: str) -> str:
    """The parameter's name within its rule in a key."""
    return key.split(".")[2]


def values(chosen: Sequence[Factor], shares: Values) -> dict[str, float]:
    """One point of a design as changes of a scenario. shares: (parameter,)."""
    return {factor.key: factor.at(float(share)) for factor, share in zip(chosen, shares, strict=True)}


def ranged() -> list[str]:
    """The keys of all parameters that have a range."""
    return [f"{PREFIX}{rule}.{name}" for rule, named in declared().items() for name, one in named.items() if one.low < one.high]


def typed(chosen: Sequence[Factor]) -> list[str]:
    """How these are asked for: a rule where all of it is among them, else RULE.NAME; nothing where they are all there is."""
    every, keys = ranged(), [factor.key for factor in chosen]
    whole = {rule(key) for key in keys} - {rule(key) for key in every if key not in keys}
    names = (rule(key) if rule(key) in whole else key.removeprefix(PREFIX) for key in keys)
    return [] if len(keys) == len(every) else list(dict.fromkeys(names))
