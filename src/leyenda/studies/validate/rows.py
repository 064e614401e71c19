"""The table as rows of words, fact by fact, for the terminal and for Markdown; and as values for CSV and JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from leyenda.results.wording import listed, things
from leyenda.studies.validate.facts import CALIBRATE, INPUT, LOOK_ONLY, NO_RULE, Fact
from leyenda.studies.validate.judged import Judged
from leyenda.studies.validate.skill import null_scores, score
from leyenda.studies.validate.words import NONE, figure, recorded, share, span, text, tolerance

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Remains, Validation

GROUPS = (CALIBRATE, LOOK_ONLY, INPUT, NO_RULE)


def grouped(found: "Validation") -> Iterator[tuple[str, list[Fact]]]:
    """The facts by use, in the order in which they are shown."""
    for use in GROUPS:
        own = [fact for fact in found.plan.facts if fact.use == use]
        if own:
            yield use, own


def verdict(found: "Validation", fact: Fact) -> str:
    """What became of a fact; a fact the model was given is neither hit nor missed."""
    if fact.use in (INPUT, NO_RULE):
        return text("verdicts", "input" if fact.use == INPUT else "none")
    return text("verdicts", "hit" if found.hits[fact.number] else "miss")


def of(found: "Validation", fact: Fact) -> list[Judged]:
    """The statistics of a fact."""
    return [one for one in found.judged if one.fact is fact]


def ran(found: "Validation") -> str:
    """What was run; nothing if nothing had to be."""
    plan = found.plan
    if not plan.scenarios:
        return ""
    fitted = text("screen", "fitted", file=plan.posterior) if plan.posterior else ""
    return text(
        "screen", "what", worlds=things(plan.worlds, "world"), scenarios=listed(list(plan.scenarios)), seed=plan.seed, fitted=fitted
    )


def counted(found: "Validation") -> str:
    """How many are hit."""
    from leyenda.studies.validate.facts import facts

    hit, asked = found.score
    whole = sum(fact.record == CALIBRATE for fact in facts())
    return text("score", "all" if asked == whole else "some" if asked else "none", hit=hit, all=asked)


def briefly(one: Judged) -> str:
    """Hit, or why not, in a word or two."""
    return ", ".join(text("briefly", why) for why in one.misses) or text("verdicts", "hit")


def interval(one: Judged) -> tuple[str, str]:
    """The median and the 90 % interval."""
    low, middle, high = (figure(value, one.statistic.unit) for value in one.interval)
    return middle, low if middle == NONE else f"{low} to {high}"


def long_row(found: "Validation", one: Judged) -> list[str]:
    """A statistic with all that is said of it."""
    statistic, (middle, ends) = one.statistic, interval(one)
    null, trend = null_scores(one)
    worlds = f"{len(one.seen)} of {len(one.values)}"
    own = [statistic.measure, span(statistic.years), recorded(statistic), tolerance(statistic), middle, ends, worlds, briefly(one)]
    return [*own, figure(score(one)), figure(null), figure(trend), statistic.null_is or NONE, figure(found.noise(one))]


def values(found: "Validation", one: Judged) -> dict[str, Any]:
    """A statistic as numbers; NaN where there is none."""
    fact, statistic = one.fact, one.statistic
    bound = "at least" if statistic.at_least is not None else "at most" if statistic.at_most is not None else ""
    null, trend = null_scores(one)
    numbers = (fact.number, fact.name, fact.record, fact.use, fact.family, fact.scenario, statistic.measure, span(statistic.years))
    target = (statistic.record, bound, statistic.unit, *statistic.zone, *one.interval, len(one.seen))
    judged = (
        verdict_of(one),
        "; ".join(one.misses),
        score(one),
        null,
        trend,
        statistic.null_is,
        found.noise(one),
        statistic.reason,
        fact.source,
    )
    return dict(zip(text.all["csv"]["columns"], (*numbers, *target, *judged), strict=True))


def verdict_of(one: Judged) -> str:
    """Hit or miss, of one statistic."""
    return text("verdicts", "hit" if one.hit else "miss")


def frozen_row(one: "Remains") -> list[str]:
    """A shape as it was and under each frozen driver."""
    statistic = one.statistic
    left = [f"{figure(value, statistic.unit)} ({share(one.share(driver))})" for driver, value in one.frozen.items()]
    return [statistic.measure, span(statistic.years), recorded(statistic), figure(one.median, statistic.unit), *left]


def frozen_briefly(one: "Remains") -> list[str]:
    """The same with only what remains; of a year, which year it is now."""
    left = [share(one.share(driver)) if one.statistic.unit != "year" else figure(value, "year") for driver, value in one.frozen.items()]
    return [one.statistic.measure, span(one.statistic.years), figure(one.median, one.statistic.unit), *left]


def frozen_values(one: "Remains") -> Iterator[dict[str, Any]]:
    """The same as numbers, a row a driver."""
    for driver, value in one.frozen.items():
        row = (one.statistic.measure, span(one.statistic.years), one.statistic.record, driver, one.median, value, one.share(driver))
        yield dict(zip(text.all["csv"]["frozen"], row, strict=True))
