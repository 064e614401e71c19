"""Where a claim turns: the same experiment with one parameter at the low or the high end of its plausible range."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from leyenda.scenario import built_in
from leyenda.studies.claims.claim import Claim
from leyenda.studies.claims.experiment import BASE, Plan, said
from leyenda.studies.claims.verdict import CONTRADICTED, Result, verdict
from leyenda.studies.claims.words import with_interval
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


def says(found: list[Try], verdict: str) -> str:
    """Where a claim turns, or where that was looked for in vain. A contradicted one turns where it is contradicted no more."""
    against = verdict == CONTRADICTED
    turned = [f"{at.parameter} = {at.value:g} ({with_interval(at.found)})" for at in found if at.contradicts != against]
    if turned:
        return ("No longer contradicted with " if against else "Contradicted with ") + ", ".join(turned)
    looked = ", ".join(sorted({at.parameter for at in found}))
    if not looked:
        return "Nowhere looked"
    none = "Contradicted at both ends of {} as well" if against else "No region found that contradicts it; looked at both ends of {}"
    return none.format(looked)
