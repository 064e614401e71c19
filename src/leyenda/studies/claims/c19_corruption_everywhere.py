"""C19: eight cells, four institutions on two sides: are all of them bought, and where does the money go when one is closed?"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leyenda.acts import Act
from leyenda.base.events import because
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import average, ratio
from leyenda.studies.intervals import Values
from leyenda.world.authorities import end_deal
from leyenda.world.names import ABROAD, GOVERNMENT, HOME, MILITARY, POLICE, PRESIDENCY

WEEK, LATE, END = 260, 520, 780
OFFICES = {"government": (GOVERNMENT, PRESIDENCY), "police": (POLICE,), "military": (MILITARY,)}
SIDES = {"home": HOME, "abroad": ABROAD}
CELLS = tuple(f"{institution}_{side}" for institution in (*OFFICES, "bank") for side in SIDES)
UNPAYABLE = 1e6
SHARE, DISPLACED = 0.05, 0.1


@dataclass(frozen=True, kw_only=True)
class Close(Act):
    """The posts of an institution at home are nobody's any more, and ask what nobody can pay."""

    institution: str

    def do(self, world: World, week: int) -> None:
        """Close them."""
        offices = world.offices
        for f in range(offices.count):
            if offices.institution[f] in OFFICES[self.institution] and offices.side[f] == HOME:
                if offices.client[f] >= 0:
                    because(world, end_deal(world, week, f, 0.0), offices.deal_event[f], 0.5)
                offices.worth[f] *= UNPAYABLE


ARMS: dict[str, tuple[Act, ...]] = {"open": (), **{name: (Close(week=WEEK, institution=name),) for name in OFFICES}}


def posts(outcome: Outcome) -> npt.NDArray[np.float64]:
    """How many posts or insiders each cell has."""
    offices, banks = outcome.offices, outcome.banks
    held = [np.isin(offices["institution"], kinds) & (offices["side"] == side) for kinds in OFFICES.values() for side in SIDES.values()]
    return np.array([rows.sum() for rows in (*held, *(banks["side"] == side for side in SIDES.values()))], float)


def shares(outcome: Outcome) -> npt.NDArray[np.float64]:
    """Long-run share bought, by cell."""
    return np.array([average(outcome, f"corruption_{cell}", LATE, END) for cell in CELLS])


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Shares by cell as it is; posts lost in what is closed and gained everywhere else."""
    found = shares(outcomes["open"])
    lost = gained = 0.0
    for name in OFFICES:
        more = (shares(outcomes[name]) - found) * posts(outcomes[name])
        cell = CELLS.index(f"{name}_home")
        lost, gained = lost - more[cell], gained + more.sum() - more[cell]
    cells = {f"share_{cell}": float(share) for cell, share in zip(CELLS, found, strict=True)}
    return {"effect": float(found.min()) / SHARE, "lost": float(lost), "gained": float(gained), **cells}


def statistic(values: Mapping[str, Values]) -> float:
    """The weakest of all cells and of displacement, each over what would be worth the name; not below nothing."""
    least = min(float(np.mean(values[f"share_{cell}"])) for cell in CELLS) / SHARE
    displaced = ratio(values, "gained", "lost") / DISPLACED
    return max(0.0, float(np.fmin(least, displaced)))
