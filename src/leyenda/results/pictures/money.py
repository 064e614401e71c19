"""Where each dollar ends: the ledger of whole runs in a few kinds of use, in cents per dollar that consumers pay.

The ledger knows people as one account class, criminals and officials alike. Here bribes count as paid to officials,
and what officials then spend is taken off the three uses it may have gone to (households, assets, bank fees) in
proportion to their size. What they spend is what they received in bribes and salaries less what they own more at the
end than at the start. Every flow is closed: what comes in from consumers, the population and rewards is what goes to
the uses, or is still held.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from leyenda.results.wording import read
from leyenda.world.names import POLITICIAN, ROLES

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
SHARED = ("bosses", "assets", "banks")
WEALTH = ("cash", "laundered", "fronted")
SOURCES = ("crime", "population", "rewards")
CENTS = 100.0


def sums(runs: "Runs") -> dict[str, Array]:
    """What moved in the whole run by kind of transfer, per world, M$."""
    table = runs.ledger
    kind = table["kind"].combine_chunks()
    names = kind.dictionary.to_pylist()
    at = np.searchsorted(runs.worlds, table["world"].to_numpy())
    total = np.zeros((len(runs.worlds), len(names)))
    np.add.at(total, (at, kind.indices.to_numpy()), table["amount"].to_numpy())
    return {name: total[:, k] for k, name in enumerate(names)}


def officials(runs: "Runs") -> Array:
    """What officials and bankers own more at the end than at the start, per world, M$."""
    columns = ["world", "role", *WEALTH]
    rows = runs.table("people", columns=columns)
    world, role, *wealth = (rows[name].to_numpy() for name in columns)
    theirs = role >= POLITICIAN
    owned = np.bincount(np.searchsorted(runs.worlds, world[theirs]), sum(wealth)[theirs], minlength=len(runs.worlds))
    before = sum(
        sum(getattr(person, name) for name in WEALTH)
        for person in runs.scenario.people
        if ROLES.index(person.role) >= POLITICIAN
    )
    return owned - before


def merged(runs: "Runs") -> dict[str, Array]:
    """M$ per world by use and by source; how kinds are merged is in texts_pictures/money.toml."""
    by_kind, words = sums(runs), read("money")
    nothing = np.zeros(len(runs.worlds))
    found: dict[str, Array] = {
        name: sum((by_kind.get(kind, nothing) for kind in kinds), nothing) for name, kinds in words["uses"].items()
    }
    spent = np.clip(found["bribes"] + by_kind.get("salary", nothing) - officials(runs), 0.0, None)
    shared: Array = sum((found[name] for name in SHARED), nothing)
    part = np.divide(np.minimum(spent, shared), shared, out=np.zeros_like(spent), where=shared > 0)
    for name in SHARED:
        found[name] = found[name] * (1.0 - part)
    # Banks pay fines out of fees; a fine beyond what is left of them came out of officials' fees and is theirs already.
    fines = np.minimum(found.pop("fines"), found["banks"])
    found["banks"] = found["banks"] - fines
    found["state"] = found["state"] + fines
    income: Array = sum((found[name] for name in SOURCES), nothing)
    kept = income - sum((found[name] for name in words["order"]), nothing)
    return found | {"kept": np.clip(kept, 0.0, None), "reserves": np.clip(-kept, 0.0, None)}


def paid(amounts: dict[str, Array]) -> Array:
    """What consumers pay, per world, M$."""
    total: Array = amounts["crime"] + amounts["distribution"] + amounts["suppliers"]
    return total


def cents(amounts: dict[str, Array]) -> dict[str, float]:
    """Cents of each dollar that consumers pay, over all worlds together; nothing if they pay nothing."""
    whole = float(paid(amounts).sum())
    return {name: CENTS * float(values.sum()) / whole for name, values in amounts.items()} if whole > 0 else {}


def cents_by_world(amounts: dict[str, Array]) -> dict[str, Array]:
    """The same per world, NaN where consumers pay nothing."""
    whole = paid(amounts)
    safe = np.where(whole > 0, whole, np.nan)
    return {name: CENTS * values / safe for name, values in amounts.items()}
