"""Made-up outcomes with the shape of the engine's, so that results can be tested without compiling anything."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from leyenda.engine.outcome import Outcome
from leyenda.scenario import Scenario
from leyenda.world.ledger import ACCOUNTS, INSIDE, TRANSFERS
from leyenda.world.log import BY_ORGANISATION, BY_PLAZA, SERIES
from leyenda.world.names import ARREST, BEGIN, KILL, ORDER

PLAZAS, ORGANISATIONS, PEOPLE = 2, 3, 6
ADDED = ("deaths", "homicides", "exports", "members")
WAR = ("war", "year", "a", "b", "began", "ended", "deaths_a", "deaths_b", "bystanders", "event")


def outcome(world: int, weeks: int = 120, error: str = "", plazas: int = PLAZAS) -> Outcome:
    """One world's outcome: random, the same each time, and in order by the auditor's standards."""
    rng = np.random.default_rng(world)
    by_plaza = {name: rng.random((weeks, plazas)) for name in BY_PLAZA.fields}
    by_plaza["homicides"] += by_plaza["deaths"]
    by_organisation = {name: rng.random((weeks, ORGANISATIONS)) for name in BY_ORGANISATION.fields}
    parts = rng.dirichlet(np.ones(ORGANISATIONS - 1), weeks)
    by_organisation["members"][:, :-1] = parts * by_plaza["members"].sum(axis=1)[:, None]
    by_organisation["members"][:, -1] = -1.0
    series = {name: rng.random(weeks) for name in SERIES.fields}
    series |= {name: by_plaza[name].sum(axis=1) for name in ADDED}
    series["deaths_members"] = 0.25 * series["deaths"]
    series["bystanders"] = series["deaths"] - series["deaths_members"]
    ledger = rng.random((weeks, len(TRANSFERS))) * (rng.random((weeks, len(TRANSFERS))) < 0.7)
    opening = np.full(INSIDE, 1000.0)
    return Outcome(
        world=world,
        error=error,
        series=series,
        by_plaza=by_plaza,
        by_organisation=by_organisation,
        ledger=ledger,
        balances=opening + np.cumsum(net(ledger), axis=0),
        opening=opening,
        **records(rng),
    )


def net(ledger: np.ndarray) -> np.ndarray:
    """What each inside account gains in each week."""
    gains = np.zeros((len(ledger), len(ACCOUNTS)))
    for kind, (_, source, sink) in enumerate(TRANSFERS):
        gains[:, ACCOUNTS.index(source)] -= ledger[:, kind]
        gains[:, ACCOUNTS.index(sink)] += ledger[:, kind]
    return gains[:, :INSIDE]


def records(rng: np.random.Generator) -> dict[str, Any]:
    """Events with causes, and the records at the end."""
    return {
        "events": {
            "week": np.array([0, 3, 3, 40, 60]),
            "kind": np.array([BEGIN, ORDER, KILL, ARREST, ARREST]),
            "who": np.array([-1, 0, 0, 4, 4]),
            "whom": np.array([-1, 1, 2, 0, 1]),
            "organisation": np.array([-1, 0, 0, 0, 0]),
            "plaza": np.array([-1, 0, 0, 1, 1]),
            "amount": rng.random(5),
        },
        "causes": {
            "event": np.array([2, 3, 3, 4]),
            "cause": np.array([1, 2, 1, 3]),
            "weight": np.array([1.0, 0.5, 0.1, 0.25]),
        },
        "wars": {name: np.array([at]) for at, name in enumerate(WAR)},
        "people": {
            "key": keys(rng, PEOPLE),
            "role": np.arange(PEOPLE),
            "age": rng.random(PEOPLE),
            "obeys_half": np.zeros(PEOPLE, np.uint8),
        },
        "organisations": {"key": keys(rng, ORGANISATIONS), "head": np.arange(ORGANISATIONS)},
        "offices": {"holder": np.array([4, 5])},
        "banks": {"insider": np.array([-1])},
    }


def keys(rng: np.random.Generator, count: int) -> np.ndarray:
    """Lineage keys: all 64 bits are used."""
    return rng.integers(0, 2**64, count, dtype=np.uint64)


def run_worlds(
    scenario: Scenario, worlds: Sequence[int], seed: int, threads: int, compiled: bool = True
) -> Iterator[Outcome]:
    """The engine's signature; worlds finish in an order that depends on the threads."""
    for world in sorted(worlds, key=lambda world: world * 7 * threads % 11):
        yield outcome(world, scenario.weeks, plazas=len(scenario.plazas))
