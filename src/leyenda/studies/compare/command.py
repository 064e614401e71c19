"""What to type to repeat a comparison, for the foot of its picture and page."""

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from leyenda.results import manifest
from leyenda.results.dates import YEAR
from leyenda.results.pictures.command import scenario_words
from leyenda.studies.compare.arms import Choice
from leyenda.studies.compare.plan import Plan, windows


def command(plan: Plan) -> str:
    """A command line where there is one; acts, and bundles of some policies only, can only be written in Python."""
    single = [arm for arm in plan.arms if not arm.acts and len(arm.policies) == 1]
    bundles = [arm for arm in plan.arms if arm not in single]
    everything = [item for arm in single for item in arm.items]
    typed = not bundles or (len(bundles) == 1 and not bundles[0].acts and bundles[0].items == everything)
    if not typed or plan.worlds != tuple(range(len(plan.worlds))):
        return in_python(plan)
    options = [word for arm in single for word in policy_words(arm, plan.start)] + ["--together"] * len(bundles)
    return shlex.join(["leyenda", "compare", *scenario_words(plan.scenario), *options, "--start", str(plan.start), *sizes(plan)])


def policy_words(arm: Choice, start: int) -> Iterator[str]:
    """--policy and what differs from the catalogue and from the common start."""
    for changes in arm.policies.values():
        name = next(arm.scenario.policies[label].policy for label in arm.policies)
        settings = ",".join(f"{key}={value}" for key, value in flat(changes) if key != "policy" and (key, value) != ("start", str(start)))
        yield from ("--policy", f"{name}:{settings}" if settings else name)


def flat(changes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Changes as KEY=VALUE takes them."""
    for key, value in changes.items():
        if isinstance(value, Mapping):
            yield from ((f"{key}.{rate}", str(effect)) for rate, effect in value.items())
        else:
            yield key, ";".join(value) if isinstance(value, list | tuple) else str(value)


def sizes(plan: Plan) -> list[str]:
    """How many worlds, which seed, and over how many years if others than usual."""
    usual = windows(None, (plan.scenario.weeks - plan.start) // YEAR, plan.start)
    years = [] if plan.windows == usual else [word for window in plan.windows for word in ("--years", str(window))]
    return [*years, "--worlds", str(len(plan.worlds)), "--seed", str(plan.seed)]


def in_python(plan: Plan) -> str:
    """The same as a call of `leyenda.compare`."""
    arms = {arm.name: [*arm.acts, *([dict(arm.policies)] if arm.policies else [])] for arm in plan.arms}
    whole = plan.worlds == tuple(range(len(plan.worlds)))
    worlds = len(plan.worlds) if whole else f"worlds {manifest.spans(plan.worlds)}"
    return f"leyenda.compare({' '.join(scenario_words(plan.scenario))}, {arms}, {worlds}, {plan.seed})"
