"""What removing people changes and does not, and what else does: the tables behind docs/findings.md.

Every arm begins in the same week of the same worlds. Beside the effects stands in how many draws of all the parameters
nobody knows an effect keeps its sign: what does not keep it, we would not bet on.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from leyenda.acts import Remove
from leyenda.policies import catalogue
from leyenda.scenario import Scenario
from leyenda.studies.claims.robust import drawn
from leyenda.studies.compare import Effect, compare
from leyenda.studies.compare.arms import Item
from leyenda.studies.compare.estimates import WITHOUT, YEAR_BEFORE, Estimate
from leyenda.studies.compare.words import plain

WEEK, YEARS, SEED = 260, 5, 1
OUTPUTS = ("deaths", "exports", "price", "members", "organisations", "concentration", "corruption", "bribes")
DRAWS, WORLDS_A_DRAW = 30, 8
BUNDLE = ("prevention", "tolerated_pact", "demand_reduction")  # chosen by hand: fewer deaths and less sold, together
Arms = Mapping[str, Sequence[Item]]


def removals() -> Arms:
    """Single people and several at once, taken in one week."""
    return {
        "arrest the patron": [Remove(week=WEEK, target="patron")],
        "kill the patron": [Remove(week=WEEK, target="patron", how="kill")],
        "arrest the second": [Remove(week=WEEK, target="second")],
        "arrest the best connected": [Remove(week=WEEK, target="broker")],
        "arrest a lieutenant": [Remove(week=WEEK, target="lieutenant")],
        "arrest the patron and his five strongest": [Remove(week=WEEK, target=who) for who in (*["second"] * 5, "patron")],
    }


def policies() -> Arms:
    """Every policy alone, and a bundle."""
    alone: dict[str, Sequence[Item]] = {name: [name] for name in catalogue()}
    return {**alone, "bundle of " + ", ".join(map(plain, BUNDLE)): list(BUNDLE)}


def tables(scenario: Scenario, worlds: int, threads: int) -> Iterator[str]:
    """Both baselines and the steadiness of signs, for removals and for policies; and policies without what they undo."""
    for title, arms in (("Removing people", removals()), ("Policies", policies())):
        effect = compare(scenario, arms, worlds, SEED, start=WEEK, years=YEARS, threads=threads, progress=True)
        yield f"\n## {title}: against the same {YEARS} years without it ({len(effect.worlds)} worlds)\n"
        yield from rows(effect, WITHOUT)
        yield f"\n## {title}: the same arms against the year before\n"
        yield from rows(effect, YEAR_BEFORE)
        yield f"\n## {title}: in how many of {DRAWS} draws of all parameters the effect keeps its sign\n"
        yield from steady(scenario, arms, effect, threads)
    bare = scenario.with_(off=["protection"])
    yield f"\n## Policies where bought posts protect nobody (`--off protection`): against the same {YEARS} years without them\n"
    yield from rows(compare(bare, policies(), worlds, SEED, start=WEEK, years=YEARS, threads=threads, progress=True), WITHOUT)


def head() -> Iterator[str]:
    """The columns."""
    yield "| arm | " + " | ".join(OUTPUTS) + " |"
    yield "|---" * (len(OUTPUTS) + 1) + "|"


def rows(effect: Effect, against: str) -> Iterator[str]:
    """An arm a row: the change in % with its 95 % interval; bold where it is clear and at least 1 %."""
    yield from head()
    for arm in effect.plan.arms:
        found = (effect.get(arm.name, YEARS, name, against) for name in OUTPUTS)
        yield f"| {plain(arm.name)} | " + " | ".join(map(cell, found)) + " |"


def cell(found: Estimate) -> str:
    """One effect."""
    says = f"{found.percent:+.1f} [{found.percent_low:+.1f}, {found.percent_high:+.1f}]"
    return f"**{says}**" if found.notable else says


def steady(scenario: Scenario, arms: Arms, effect: Effect, threads: int) -> Iterator[str]:
    """Share of parameter draws in which an arm's mean effect has the sign it has at the default parameters."""
    signs = {(arm, name): np.sign(effect.get(arm, YEARS, name).effect) for arm in arms for name in OUTPUTS}
    same = dict.fromkeys(signs, 0)
    for number in range(DRAWS):
        uncertain = compare(scenario.with_(drawn(number)), arms, WORLDS_A_DRAW, SEED, start=WEEK, years=YEARS, threads=threads)
        for arm, name in signs:
            same[arm, name] += np.sign(uncertain.get(arm, YEARS, name).effect) == signs[arm, name]
    yield from head()
    for arm in arms:
        yield f"| {plain(arm)} | " + " | ".join(f"{same[arm, name]} of {DRAWS}" for name in OUTPUTS) + " |"
