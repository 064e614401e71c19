"""check_policy: what is wrong with a policy, found in what it says and by putting it into force."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from leyenda import rules
from leyenda.engine.ensemble import Arm, run_paired
from leyenda.engine.plugins.blocks import different
from leyenda.engine.plugins.check_rule import run, smallest
from leyenda.policies import Policy, flaws
from leyenda.scenario import load

SCENARIO, WORLDS, BEGINS, WEEKS = "guadalajara-1985", 10, 52, 416


def check_policy(policy: Policy | type[Policy], deeply: bool = False) -> list[str]:
    """What is wrong with a policy, one sentence each; empty if nothing is.

    It says what it is, its rates and series exist, its effects make sense, and at intensity 0 it changes nothing, bit for
    bit. deeply: also whether at full intensity it moves any of the series it should, within seven years in ten worlds of
    guadalajara-1985 (this compiles the model, which takes a minute the first time).
    """
    one = policy() if isinstance(policy, type) else policy
    said = [f"{one.name or 'The policy'} {says}." for says in flaws(one)]
    return said or [f"{one.name} {says}." for says in (*does_nothing(one), *(moves_something(one) if deeply else ()))]


def in_full(policy: Policy, **changes: Any) -> dict[str, dict[str, Any]]:
    """A policy as a scenario may have it, whether or not it is in the catalogue."""
    says = {"institution": policy.institution, "side": policy.side, "cost": policy.cost, "effects": dict(policy.effects)}
    return {"checked": {"policy": policy.name, **says, **changes}}


def does_nothing(policy: Policy) -> Iterator[str]:
    """At intensity 0, nothing."""
    scenario = smallest()
    for column in different(run(scenario, 0)[1], run(scenario.with_(policies=in_full(policy, intensity=0.0)), 0)[1])[:1]:
        yield f"changes {column} at intensity 0"


def moves_something(policy: Policy) -> Iterator[str]:
    """At full intensity, at least one of the series it should."""
    scenario = load(SCENARIO, rules.switches()).with_({"weeks": WEEKS})
    arms = [Arm(scenario), Arm(scenario.with_(policies=in_full(policy, start=BEGINS)))]
    for without, under in run_paired(arms, range(WORLDS), 1):
        if any(not np.array_equal(without.series[name], under.series[name]) for name in policy.moves):
            return
    yield f"moves none of {', '.join(policy.moves)}"
