"""Running a claim: every arm in every world, with everything on, with its mechanism off, and with an unrelated one off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from leyenda.acts import Act, Block
from leyenda.engine.ensemble import Arm, run_paired
from leyenda.engine.outcome import Outcome
from leyenda.results.loading import load as load_scenario
from leyenda.results.progress import shown
from leyenda.results.simulate import cores
from leyenda.scenario import Scenario
from leyenda.studies.claims import store
from leyenda.studies.claims.claim import Claim, load
from leyenda.studies.claims.verdict import Result, passes_ablation, passes_placebo, verdict
from leyenda.studies.intervals import Estimate, Values, estimate

BASE, ABLATION, PLACEBO = ALL = ("base", "ablation", "placebo")
Columns = dict[str, Values]


@dataclass(frozen=True)
class Finding:
    """A claim, what came out of it, and the verdict. also: means over worlds of what else was measured."""

    claim: Claim
    result: Result
    verdict: str
    because: str
    worlds: int
    also: Mapping[str, float]

    def plain(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        base, ablation, placebo = self.result.base, self.result.ablation, self.result.placebo
        return {
            "id": self.claim.id,
            "name": self.claim.text.name,
            "verdict": self.verdict,
            "because": self.because,
            "estimate": base.point,
            "interval": [base.low, base.high],
            "unit": self.claim.text.unit,
            "worlds": self.worlds,
            "informative_worlds": base.worlds,
            "also": dict(self.also),
            "ablation": ablation and {**ends(ablation), "off": self.claim.text.ablation, "passes": passes_ablation(self.result)},
            "placebo": placebo and {**ends(placebo), "off": self.claim.text.placebo, "passes": passes_placebo(self.result)},
        }


def ends(found: Estimate) -> dict[str, Any]:
    """An estimate and its interval."""
    return {"estimate": found.point, "interval": [found.low, found.high]}


def variants(claim: Claim) -> dict[str, tuple[Act, ...]]:
    """What is done to every arm of a variant: a mechanism is switched off in the week the arms part."""
    found: dict[str, tuple[Act, ...]] = {BASE: ()}
    for name, switches in ((ABLATION, claim.text.ablation), (PLACEBO, claim.text.placebo)):
        if switches:
            found[name] = (Block(week=claim.text.week, what=switches),)
    return found


def scenario_of(claim: Claim, changes: Mapping[str, Any] | None = None) -> Scenario:
    """The scenario of a claim, as long as the claim needs it."""
    length = {"weeks": claim.text.weeks} if claim.text.weeks else {}
    return load_scenario(claim.text.scenario).with_({**length, **(changes or {})})


def arms_of(claim: Claim, scenario: Scenario, wanted: Sequence[str]) -> tuple[list[tuple[str, str]], list[Arm]]:
    """Every arm of the wanted variants, and what it is called."""
    names, arms = [], []
    for variant, before in variants(claim).items():
        for arm, acts in claim.arms.items():
            if variant in wanted:
                names.append((variant, arm))
                arms.append(Arm(scenario, tuple(step for act in (*before, *acts) for step in act.steps())))
    return names, arms


def measured(claim: Claim, names: Sequence[tuple[str, str]], outcomes: Sequence[Outcome]) -> dict[str, Mapping[str, float]]:
    """What one world says in each variant."""
    found: dict[str, dict[str, Outcome]] = {}
    for (variant, arm), outcome in zip(names, outcomes, strict=True):
        found.setdefault(variant, {})[arm] = outcome
    return {variant: claim.measure(arms) for variant, arms in found.items()}


def measure(
    claim: Claim, scenario: Scenario, worlds: Sequence[int], seed: int, threads: int, wanted: Sequence[str], progress: bool = False
) -> dict[str, Columns]:
    """Per variant, named values over the worlds in their order. Worlds that a full table stopped are left out."""
    names, arms = arms_of(claim, scenario, wanted)
    rows = {}
    for outcomes in shown(run_paired(arms, worlds, seed, threads), len(worlds), progress, claim.id):
        if not any(outcome.error for outcome in outcomes):
            rows[outcomes[0].world] = measured(claim, names, outcomes)
    return {variant: columns([rows[world][variant] for world in sorted(rows)]) for variant in dict(names)}


def columns(rows: Sequence[Mapping[str, float]]) -> Columns:
    """Rows of named numbers as columns."""
    return {name: np.array([row[name] for row in rows]) for name in rows[0]} if rows else {"effect": np.array([])}


def judge(claim: Claim, values: Mapping[str, Columns], worlds: int) -> Finding:
    """Estimates and verdict from what the worlds said."""
    def found(variant: str, level: float) -> Estimate | None:
        return estimate(values[variant], claim.statistic, level) if variant in values else None

    bound = claim.text.smallest if claim.text.equivalence else None
    result = Result(estimate(values[BASE], claim.statistic), found(ABLATION, 0.9), found(PLACEBO, 0.95), bound)
    also = {name: middle(column) for name, column in values[BASE].items() if name != "effect"}
    return Finding(claim, result, *verdict(claim.text, result), worlds, also)


def middle(column: Values) -> float:
    """Mean over the worlds that say something."""
    return float(np.nanmean(column)) if np.isfinite(column).any() else float("nan")


@dataclass(frozen=True)
class Plan:
    """How claims are run. folder: where what they say is kept, None for nowhere. posterior: parameters by world (scenario.posterior)."""

    worlds: int = 200
    seed: int = 1
    threads: int | None = None
    folder: Path | None = None
    progress: bool = False
    posterior: Mapping[str, Any] = field(default_factory=dict)


def said(
    claim: Claim, plan: Plan, changes: Mapping[str, Any] | None = None, wanted: Sequence[str] = ALL, name: str = ""
) -> dict[str, Columns]:
    """What the worlds of a claim say: as kept, or else made and kept."""
    fitted = {"posterior": plan.posterior} if plan.posterior else {}
    scenario, name = scenario_of(claim, fitted | dict(changes or {})), name or claim.id
    key = store.identity(claim, scenario, plan.worlds, plan.seed, wanted)
    found = store.kept(plan.folder, name, key)
    if found is None:
        found = measure(claim, scenario, range(plan.worlds), plan.seed, plan.threads or cores(), wanted, plan.progress)
        store.keep(plan.folder, name, key, found)
    return found


def run(identity: str, worlds: int = 200, seed: int = 1, threads: int | None = None, progress: bool = False) -> Finding:
    """Run one claim, such as "C13". Raises InputError for a claim there is not."""
    claim = load(identity)
    return judge(claim, said(claim, Plan(worlds, seed, threads, None, progress)), worlds)


def run_all(identities: Iterable[str], plan: Plan) -> Iterator[Finding]:
    """Run several claims, one after the other."""
    for identity in identities:
        claim = load(identity)
        yield judge(claim, said(claim, plan), plan.worlds)
