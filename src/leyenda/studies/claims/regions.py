"""Where a claim turns: the same experiment with one parameter at the low or the high end of its plausible range."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from leyenda.scenario import built_in
from leyenda.studies.claims.claim import Claim
from leyenda.studies.claims.experiment import BASE, Plan, said
from leyenda.studies.claims.verdict import CONTRADICTED, Result, verdict
from leyenda.studies.intervals import Estimate, estimate

WORLDS = 60


@dataclass(frozen=True)
class Try:
    """One end of one parameter, and what came out there."""

    parameter: str
    value: float
    found: Estimate
    contradicts: bool


def tries(claim: Claim, plan: Plan, worlds: int = WORLDS) -> Iterator[Try]:
    """Every parameter a claim names, at both ends; without ablations, since only a turn of the effect is looked for."""
    smaller = replace(plan, worlds=min(worlds, plan.worlds))
    for parameter in claim.text.region:
        rule, _, name = parameter.partition(".")
        limits = built_in()[rule][name]
        for value in (limits.low, limits.high):
            changes = {f"rules.{parameter}": value}
            columns = said(claim, smaller, changes, (BASE,), f"{claim.id}-{parameter}-{value:g}")
            found = estimate(columns[BASE], claim.statistic)
            yield Try(parameter, value, found, verdict(claim.text, Result(found, None, None))[0] == CONTRADICTED)


def says(found: list[Try]) -> str:
    """Where it is contradicted, or where it was looked for in vain."""
    turned = [f"{at.parameter} = {at.value:g}" for at in found if at.contradicts]
    if turned:
        return "Contradicted with " + ", ".join(turned)
    looked = sorted({at.parameter for at in found})
    return f"No region found that contradicts it; looked at both ends of {', '.join(looked)}" if looked else "Nowhere looked"
