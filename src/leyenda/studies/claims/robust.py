"""Whether the claims stay the same claims: with another seed, with twice the worlds, and with parameters nobody knows drawn anew."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leyenda.scenario import built_in
from leyenda.studies.claims.claim import load
from leyenda.studies.claims.experiment import Plan, judge, said

SPREAD = 0.35


@dataclass(frozen=True)
class Steadiness:
    """A claim's verdict as run, with another seed, with twice the worlds, and over draws of all parameters."""

    id: str
    verdict: str
    other_seed: str
    twice: str
    draws: Counter[str]

    @property
    def holds(self) -> float:
        """Share of parameter draws with the same verdict."""
        return self.draws[self.verdict] / max(1, self.draws.total())

    @property
    def opposed(self) -> float:
        """Share of parameter draws that say the opposite: contradicted what is supported, or the other way round."""
        opposite = {"supported": "contradicted", "contradicted": "supported"}.get(self.verdict, "")
        return self.draws[opposite] / max(1, self.draws.total())

    def plain(self) -> dict[str, object]:
        """The same as JSON takes it."""
        return {
            "id": self.id, "verdict": self.verdict, "other seed": self.other_seed, "twice the worlds": self.twice,
            "holds in": self.holds, "opposed in": self.opposed, "draws": dict(self.draws),
        }  # fmt: skip


def drawn(number: int) -> dict[str, float]:
    """One draw of every parameter of every rule: uniform within 35 % of its value, and within its plausible range."""
    chance = np.random.default_rng([20200213, number])
    changes = {}
    for rule, parameters in built_in().items():
        for name, p in parameters.items():
            low, high = sorted((p.value * (1 - SPREAD), p.value * (1 + SPREAD)))
            changes[f"rules.{rule}.{name}"] = float(chance.uniform(max(low, p.low), min(high, p.high)))
    return changes


def steadiness(identities: Sequence[str], plan: Plan, draws: int, worlds: int) -> Iterator[Steadiness]:
    """For each claim, in turn. worlds: how many for a draw."""
    smaller = replace(plan, worlds=worlds)
    for identity in identities:
        claim = load(identity)

        def reached(how: Plan, name: str, number: int | None = None) -> str:
            changes = None if number is None else drawn(number)
            return judge(claim, said(claim, how, changes, name=name), how.worlds).verdict  # noqa: B023

        yield Steadiness(
            identity,
            reached(plan, identity),
            reached(replace(plan, seed=plan.seed + 1), f"{identity}-seed"),
            reached(replace(plan, worlds=2 * plan.worlds), f"{identity}-twice"),
            Counter(reached(smaller, f"{identity}-draw-{number}", number) for number in range(draws)),
        )
