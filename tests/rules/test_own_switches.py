"""A rule's own switch: off, nothing that only this rule does happens; on, it does (else the test would say nothing)."""

from collections.abc import Callable

import numpy as np
import pytest
from small import scenario

from leyenda import rules
from leyenda.engine import compiled
from leyenda.engine.build import first
from leyenda.world.ledger import KINDS
from leyenda.world.names import EVENTS

WEEKS, WORLDS = 52, 12
Consequence = Callable[[np.ndarray, np.ndarray], float]


def happened(*kinds: str) -> Consequence:
    """How many events of these kinds there were."""
    wanted = [EVENTS.index(kind) for kind in kinds]
    return lambda before, after: np.isin(after["events"]["kind"][: after["events"]["count"]], wanted).sum()


def moved(*kinds: str) -> Consequence:
    """What moved by these kinds of transfer."""
    wanted = [KINDS.index(kind) for kind in kinds]
    return lambda before, after: after["ledger"]["amount"][:, wanted].sum()


def series(name: str) -> Consequence:
    """The sum of a series."""
    return lambda before, after: after["series"][name].sum()


def changed(table: str, *columns: str) -> Consequence:
    """How far columns moved, of those who were there from the start."""
    def difference(before: np.ndarray, after: np.ndarray) -> float:
        n = before[table]["count"]
        return sum(np.abs(after[table][column][:n] - before[table][column][:n]).sum() for column in columns)

    return difference


ALONE = {
    "trade": series("exports"),
    "tribute": moved("tribute"),
    "spend": moved("wages", "wages_capo", "arms", "head_share", "household", "assets", "salary", "salary_share"),
    "launder": series("laundered"),
    "bribe": moved("bribe", "bribe_capo", "bribe_insider"),
    "protect_or_drop": changed("plazas", "protection", "continuity"),
    "tell": changed("people", "reported", "believed_risk"),
    "hubris": changed("people", "ego"),
    "ally": happened("pact", "betray_pact", "marry"),
    "command": happened("promote", "purge", "cast_out", "punish", "expand", "attack", "red_line"),
    "contest": lambda before, after: after["wars"]["deaths_a"].sum() + after["wars"]["deaths_b"].sum(),
    "recruit": series("recruits"),
    "heat": series("heat_home"),
    "investigate": changed("people", "evidence_old"),
    "arrest": happened("arrest", "escape", "extradition"),
    "betray": changed("people", "disaffection"),
    "succeed": happened("succeed", "split"),
    "drift": changed("people", "brutality", "integrity"),
    "enter_and_exit": happened("enter", "retire", "die", "office_change"),
    "background": lambda before, after: after["series"]["homicides"].sum() - after["series"]["deaths"].sum(),
}


def lived(rule: str, *off: str) -> float:
    """What a rule alone does, over a year of some worlds in hard times."""
    found = 0.0
    for world in range(WORLDS):
        block = first(scenario(off), world, 1)
        block["people"]["evidence"][:4], block["organisations"]["pact"], block["plazas"]["protection"] = 1.5, 0, 0.2
        block["organisations"]["hostility"][:2, :2], block["par"]["contest"]["onset"] = 2.0, 2.0
        block["par"]["ally"]["pact"] = 3.0
        compiled.start(block)
        before = block.copy()
        compiled.advance(block, 0, WEEKS)
        found += float(ALONE[rule](before, block))
    return found


def test_every_rule_is_tested() -> None:
    assert tuple(ALONE) == rules.SCHEDULE


@pytest.mark.parametrize("rule", rules.SCHEDULE)
def test_off_it_does_nothing_and_on_it_does(rule: str) -> None:
    assert lived(rule) > 0.0
    assert lived(rule, rule) == 0.0
