"""C23: one scenario from 1980 to the 2020s; to how many facts it comes nearer than somebody who says that all stays as it was."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leyenda.results.loading import load as load_scenario
from leyenda.results.simulate import cores
from leyenda.studies.claims.experiment import Plan
from leyenda.studies.claims.verdict import FEWEST, UNDECIDED, Result
from leyenda.studies.intervals import Values, estimate
from leyenda.studies.record_claims.finding import RecordFinding, beside_bound, load
from leyenda.studies.validate.facts import CALIBRATE, LOOK_ONLY, Fact, Statistic, facts
from leyenda.studies.validate.judged import Judged, statistics
from leyenda.studies.validate.plan import long_enough
from leyenda.studies.validate.run import Job, answers
from leyenda.studies.validate.skill import null_scores, score
from leyenda.studies.validate.words import span

STEM = "c23_towards_the_present"
Asked = tuple[Fact, Statistic]


def asked() -> list[Asked]:
    """What has a null to be compared with, of the facts that may be scored."""
    scored = [fact for fact in facts() if fact.use in (CALIBRATE, LOOK_ONLY)]
    return [(fact, statistic) for fact, statistic in statistics(scored) if statistic.null is not None]


def below(one: Judged) -> bool:
    """Whether the worlds come nearer than persistence; silence does not."""
    return one.speaks and score(one) < null_scores(one)[0]


def share(chosen: list[Asked], values: Mapping[str, Values]) -> float:
    """Mean over the facts of the share of their statistics that are below; NaN of no facts. values: over worlds, by key of a statistic."""
    found: dict[int, list[bool]] = {}
    for fact, statistic in chosen:
        found.setdefault(fact.number, []).append(below(Judged(fact, statistic, values[statistic.key])))
    return float(np.mean([np.mean(of_fact) for of_fact in found.values()])) if found else float("nan")


def job(plan: Plan) -> Job:
    """The worlds that have to run, as long as the facts need, and what they are asked."""
    name = load(STEM).text.scenario
    scenario = load_scenario(name).with_({"posterior": plan.posterior})
    points = dict.fromkeys((statistic.measure, statistic.years) for _, statistic in asked())
    return Job("C23", long_enough(scenario, [fact for fact, _ in asked()]), tuple(points), (), plan.worlds, plan.seed)


def run(plan: Plan) -> RecordFinding:
    """Run or read the worlds and judge. Raises InputError, OutputError."""
    said = answers(job(plan), plan.folder or Path("claims"), plan.threads or cores(), plan.progress)
    return judge(said.points, plan.worlds)


def judge(values: Mapping[str, Values], worlds: int) -> RecordFinding:
    """Estimate and verdict from what the worlds said, by key of a statistic. Worlds that a full table stopped are left out."""
    claim, chosen = load(STEM), asked()
    lived = np.isfinite(np.array(list(values.values()))).any(axis=0)
    told = {key: column[lived] for key, column in values.items()}
    base = estimate(told, lambda drawn: share(chosen, drawn))
    reached = beside_bound(base, claim.text)
    if base.worlds < FEWEST:
        reached = UNDECIDED, f"{base.worlds} worlds reach the end; at least {FEWEST} are needed"
    early = [one for one in chosen if one[0].use == CALIBRATE]
    spoken = [(fact, statistic) for fact, statistic in chosen if Judged(fact, statistic, told[statistic.key]).speaks]
    also = {"facts": number(chosen), "early": share(early, told), "spoken_facts": number(spoken), "spoken": share(spoken, told)}
    parts = tuple(part(Judged(fact, statistic, told[statistic.key])) for fact, statistic in chosen)
    return RecordFinding(claim, Result(base, None, None), *reached, worlds, also, parts)


def number(chosen: list[Asked]) -> float:
    """How many facts these are of."""
    return float(len({fact.number for fact, _ in chosen}))


def part(one: Judged) -> dict[str, Any]:
    """A statistic as a row: both scores in its unit."""
    statistic = one.statistic
    about = {"fact": one.fact.number, "name": one.fact.name, "measure": statistic.measure, "years": span(statistic.years)}
    return {**about, "unit": statistic.unit, "CRPS": score(one), "persistence": null_scores(one)[0], "below": below(one)}
