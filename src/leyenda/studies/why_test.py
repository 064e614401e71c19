"""Why, put to the test: each cause of an event is vetoed for a quarter, in a replay of its world and in fresh futures.

Why     The log says what fed into an event; only a world without it says whether it was needed. The replay keeps all other
        draws. The futures have draws of their own from the week after the cause on, so that in those without the veto the
        cause has happened: two shares of futures, with it and without.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leyenda.acts import Veto
from leyenda.acts.veto import Row
from leyenda.base.draws import GOLDEN, mix
from leyenda.engine.ensemble import begin_world, engine_for, run_weeks, spread
from leyenda.engine.outcome import Past
from leyenda.engine.plain import unpack
from leyenda.results.manifest import model_hash
from leyenda.results.progress import shown
from leyenda.results.why import History, Node
from leyenda.studies.why_events import SAME, SPAN, Event, became, happens, said, veto_on
from leyenda.world.names import EVENTS

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

MOST = 12


class UntestableError(Exception):
    """An event cannot be put to the test; the message is one sentence for the user."""


@dataclass(frozen=True)
class Cause:
    """A cause put to the test. also: lesser causes that are the same decision; weight: its largest share on a way to the
    event; replay: what became of the event without it: "same", "otherwise" (other people or another time) or "never";
    kept, vetoed: share of futures in which the same happens, with the cause and without.
    """

    event: int
    also: tuple[int, ...]
    weight: float
    replay: str
    kept: float
    vetoed: float


@dataclass(frozen=True)
class Trial:
    """An event, its causes put to the test by weight, and those that could not be."""

    event: int
    futures: int
    causes: tuple[Cause, ...]
    left_out: tuple[int, ...]


@dataclass(frozen=True)
class Fork:
    """A cause, the veto on it and what that fixes, its world a week later with the cause and without, and the replay's end."""

    cause: Event
    veto: Veto
    rows: tuple[Row, ...]
    kept: Past
    vetoed: Past
    replay: str


def put_to_test(runs: "Runs", world: int, event: int, futures: int, threads: int, visible: bool) -> Trial:
    """Veto each cause of an event. visible: show progress. Raises UntestableError if it cannot be done."""
    if runs.content["model"] != model_hash():
        raise UntestableError(f"{runs.folder} was made with other rules or plug-ins; its worlds cannot be replayed: run it anew.")
    weights = weigh(History(runs, world).causes(event))
    return Replay(runs, world, event).trial(weights, futures, threads, visible)


def weigh(tree: Node) -> dict[int, float]:
    """Causes by their largest product of shares on a way to the event, the largest first."""
    found: dict[int, float] = {}

    def follow(node: Node, weight: float) -> None:
        for cause in node.causes:
            found[cause.event] = max(found.get(cause.event, 0.0), weight * cause.share)
            follow(cause, weight * cause.share)

    follow(tree, 1.0)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


class Replay:
    """One world of a run from its beginning, up to where an event could still be called the same."""

    def __init__(self, runs: "Runs", world: int, event: int) -> None:
        self.scenario, self.world, self.seed = runs.scenario, world, runs.seed
        self.engine = engine_for([self.scenario], [world], self.seed, True)
        log = runs.table("events", world, ["week", "kind"]).to_pydict()
        self.end = int(log["week"][event]) + SPAN + 1
        self.whole = self.go(self.begin(), 0, self.end).block
        if self.whole["events"]["count"] <= event or EVENTS[self.whole["events"]["kind"][event]] != log["kind"][event]:
            raise UntestableError(f"World {world} of {runs.folder} is not what its scenario and seed give here; run it anew.")
        self.event = said(self.whole, event)

    def begin(self) -> Past:
        """The world at its first moment."""
        return begin_world(self.scenario, self.world, self.seed, self.engine)

    def go(self, past: Past, week: int, last: int, *vetoes: Veto) -> Past:
        """Some weeks of a world, with what begins and ends in them."""
        run_weeks(past, week, last, self.engine, [step for veto in vetoes for step in veto.steps()])
        return past

    def trial(self, weights: dict[int, float], futures: int, threads: int, visible: bool) -> Trial:
        """All causes that can be vetoed, by weight; those that one veto undoes together, as one."""
        forks = {fork.cause.number: fork for fork in self.forks(self.vetoes(weights))}
        if not forks:
            raise UntestableError(f"No cause of event {self.event.number} can be vetoed: each followed from the calendar or from others.")
        together: dict[tuple[Row, ...], list[Fork]] = {}
        for number in weights:
            if number in forks:
                together.setdefault(forks[number].rows, []).append(forks[number])
        shares = self.shares([same[0] for same in together.values()], futures, threads, visible)
        causes = [cause(same, weights, shares[same[0].cause.number]) for same in together.values()]
        return Trial(self.event.number, futures, tuple(causes), tuple(number for number in weights if number not in forks))

    def vetoes(self, weights: dict[int, float]) -> dict[int, Veto]:
        """The veto on each of the weightiest causes that have one."""
        found = {number: veto_on(said(self.whole, number)) for number in weights}
        return dict([(number, veto) for number, veto in found.items() if veto][:MOST])

    def forks(self, vetoes: dict[int, Veto]) -> Iterator[Fork]:
        """Each cause vetoed in a replay, in the order of their weeks; one that happens all the same is left out."""
        past, week = self.begin(), 0
        for number in sorted(vetoes):
            cause = said(self.whole, number)
            self.go(past, week, cause.week)
            week = cause.week
            veto = self.apart(vetoes[number], past)
            rows = veto.rows(unpack(past.block)) if veto else []
            if veto is None or not rows:
                continue
            vetoed = self.go(past.copy(), week, week + 1, veto)
            replayed = self.go(vetoed.copy(), week + 1, self.end, veto).block
            if not happens(replayed, cause, week, veto.until or self.end):
                kept = self.go(past.copy(), week, week + 1)
                yield Fork(cause, veto, tuple(rows), kept, vetoed, became(replayed, self.event, week))

    def apart(self, veto: Veto, past: Past) -> Veto | None:
        """The veto, ended before it would touch the event's own decision; None if it cannot be told apart from that."""
        own, world = veto_on(self.event), unpack(past.block)
        decided = {row[:2] for row in own.rows(world)} if own else set()
        if not decided & {row[:2] for row in veto.rows(world)}:
            return veto
        until = min(veto.week + SPAN, self.event.week)
        return replace(veto, until=until) if until > veto.week else None

    def shares(self, forks: list[Fork], futures: int, threads: int, visible: bool) -> dict[int, tuple[float, float]]:
        """Shares of fresh futures in which the event happens, with each cause and without; causes of one week share the first."""
        with_it = {fork.cause.week: fork for fork in forks}
        jobs: list[tuple[Fork, Past, tuple[Veto, ...]]] = [(fork, fork.kept, ()) for fork in with_it.values()]
        jobs += [(fork, fork.vetoed, (fork.veto,)) for fork in forks]

        def future(k: int) -> tuple[int, bool]:
            job, number = divmod(k, futures)
            fork, past, vetoes = jobs[job]
            fresh = self.go(renewed(past, number), fork.cause.week + 1, self.end, *vetoes)
            return job, became(fresh.block, self.event, fork.cause.week) == SAME

        total = len(jobs) * futures
        count = np.zeros(len(jobs))
        for job, happened in shown(spread(future, range(total), threads), total, visible):
            count[job] += happened
        kept = dict(zip(with_it, count / futures, strict=False))
        vetoed = count[len(with_it) :] / futures
        return {fork.cause.number: (float(kept[fork.cause.week]), float(share)) for fork, share in zip(forks, vetoed, strict=True)}


def cause(same: list[Fork], weights: dict[int, float], shares: tuple[float, float]) -> Cause:
    """What the test of a cause found, and of lesser ones that are the same decision."""
    first, *others = (fork.cause.number for fork in same)
    return Cause(first, tuple(others), weights[first], same[0].replay, *shares)


def renewed(past: Past, number: int) -> Past:
    """The same moment with draws of its own from now on."""
    fresh = past.copy()
    with np.errstate(over="ignore"):
        fresh.block["key"] = mix(mix(fresh.block["key"][()]) + np.uint64(number) * GOLDEN)
    return fresh
