"""C16: the kingpin after the patron escapes from prison, or never: whether he ends abroad."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Block, Nothing, Nudge, Remove
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.rules.arrest import escape
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, first, nothing
from leyenda.world.names import JAILED_HOME

FIRST, SECOND, PARTED = 156, 260, 286
END = PARTED + 5 * 52
READY = 0.5  # as the policy extradition has it: half of full readiness
CASE = 1.0


@dataclass(frozen=True, kw_only=True)
class Ready(Act):
    """From now on the country is ready to extradite. value: a share."""

    value: float

    def do(self, world: World, week: int) -> None:
        """In every year."""
        world.drivers.extradition[:] = self.value


@dataclass(frozen=True, kw_only=True)
class BreakOut(Act):
    """Whoever was jailed first in a week escapes, if he is still in a home prison."""

    jailed: int

    def do(self, world: World, week: int) -> None:
        """Out."""
        people = world.people
        taken = np.flatnonzero(people.jailed[: people.count] == self.jailed)
        i = min(taken.tolist(), key=lambda j: people.fall_event[j], default=-1)
        if i >= 0 and people.status[i] == JAILED_HOME:
            escape(world, world.par.arrest, week, i)


SO_FAR = (
    Ready(value=READY, week=FIRST),
    Remove(target="patron", week=FIRST),
    Nudge(trait="evidence", by=CASE, target="patron", week=SECOND),
    Remove(target="patron", week=SECOND),
)
ARMS = {
    "escapes": (*SO_FAR, BreakOut(jailed=SECOND, week=PARTED)),
    "kept": (*SO_FAR, Block(what=("escapes",), week=PARTED)),
    "left_alone": (*SO_FAR, Nothing(week=PARTED)),
}


def times(outcome: Outcome, kind: str, column: str, person: int, since: int, until: int) -> int:
    """How often something happened to, or was done by, somebody."""
    return int((events(outcome, kind, since, until) & (outcome.events[column] == person)).sum())


def prisoner(outcome: Outcome) -> int:
    """Who was jailed by the experiment and sat in a home prison when the arms parted, or -1."""
    event = first(outcome, "arrest", SECOND)
    person = int(outcome.events["whom"][event]) if event >= 0 else -1
    gone = sum(times(outcome, kind, "who", person, SECOND, PARTED) for kind in ("escape", "die"))
    gone += sum(times(outcome, kind, "whom", person, SECOND, PARTED) for kind in ("extradition", "release"))
    return -1 if gone else person


def abroad(outcome: Outcome, person: int) -> float:
    """1 if he was extradited in time."""
    return float(times(outcome, "extradition", "whom", person, PARTED, END) > 0)


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Whether he ends abroad having escaped, less without any escape; how often he escapes if left alone."""
    out, kept, alone = (outcomes[arm] for arm in ARMS)
    person = prisoner(kept)
    if person < 0:
        return nothing("kept_abroad", "taken_again", "escapes", "twice")
    escapes = times(alone, "escape", "who", person, PARTED, END)
    return {
        "effect": abroad(out, person) - abroad(kept, person),
        "kept_abroad": abroad(kept, person),
        "taken_again": float(times(out, "arrest", "whom", person, PARTED, END) > 0),
        "escapes": float(escapes),
        "twice": float(escapes >= 2),
    }
