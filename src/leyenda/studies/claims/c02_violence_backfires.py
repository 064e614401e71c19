"""C02: none to four extra violent orders of the patron: who fears him, who grows stronger, and how long he lasts."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from leyenda.acts import Act, Block, Nothing, Order
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import nothing, patron, reign
from leyenda.studies.claims.watch import Block as Tables
from leyenda.studies.claims.watch import Watch
from leyenda.world.names import ABROAD, FREE

WEEK, FOUR_YEARS, APART, MOST = 260, 208, 2, 4
LAST = WEEK + APART * (MOST - 1)
SOON, LATER = range(LAST + 4, LAST + 13, 4), range(LAST + 52, LAST + 157, 52)
NAMES = ("lost_1", "lost_2", "lost_3", "betrayals", "fearless", "members", "control", "agency")


def situation(block: Tables, week: int) -> dict[str, Any]:
    """How likely each person is to turn on whom, who has how many people and how much control, and the agency's effort."""
    people, presences = block["people"], block["presences"]
    return {
        **{name: people[name].copy() for name in ("status", "superior", "organisation", "disaffection")},
        "members": presences["members"].sum(axis=1),
        "control": presences["control"].sum(axis=1),
        "effort": float(block["nation"]["effort"][ABROAD]),
    }


def violence(dose: int) -> tuple[Act, ...]:
    """So many violent orders, two weeks apart."""
    weeks = range(WEEK, WEEK + APART * dose, APART)
    return tuple(Order(week=week, kind=kind, by="patron") for week in weeks for kind in ("attack", "punish")) or (Nothing(week=WEEK),)


LOOKS = tuple(Watch(week=week, read=situation) for week in (WEEK, *SOON, *LATER))
FEARLESS = Block(week=WEEK, what=("fear",))
ARMS = {
    **{f"dose_{dose}": (*LOOKS, *violence(dose)) for dose in range(MOST + 1)},
    **{f"fearless_{dose}": (*LOOKS, FEARLESS, *violence(dose)) for dose in (0, MOST)},
}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Years lost by four orders, and by fewer; what the violence did to his people, his rivals and the agency."""
    i, calm, most = patron(outcomes["dose_0"], WEEK), outcomes["dose_0"], outcomes[f"dose_{MOST}"]
    if i < 0:
        return nothing(*NAMES)
    lasted = [reign(outcomes[f"dose_{dose}"], i, WEEK, FOUR_YEARS) for dose in range(MOST + 1)]
    mine = int(calm.notes[0][1]["organisation"][i])
    return {
        "effect": lasted[0] - lasted[MOST],
        **{f"lost_{dose}": lasted[0] - lasted[dose] for dose in range(1, MOST)},
        "betrayals": disaffection(most, i) - disaffection(calm, i),
        "fearless": disaffection(outcomes[f"fearless_{MOST}"], i) - disaffection(outcomes["fearless_0"], i),
        "members": others(most, "members", mine) - others(calm, "members", mine),
        "control": others(most, "control", mine) - others(calm, "control", mine),
        "agency": 100.0 * (effort(most) / effort(calm) - 1.0),
    }


def at(outcome: Outcome, weeks: range) -> list[Any]:
    """What was noted in these weeks."""
    return [note for week, note in outcome.notes if week in weeks]


def disaffection(outcome: Outcome, boss: int) -> float:
    """Betrayals to be expected of a hundred people under him in a year, soon after the orders; NaN if nobody is."""
    found = [note["disaffection"][(note["superior"] == boss) & (note["status"] == FREE)] for note in at(outcome, SOON)]
    chances = np.concatenate(found)
    return 100.0 * float(chances.mean()) if len(chances) else float("nan")


def others(outcome: Outcome, name: str, mine: int) -> float:
    """What all organisations but his have, over the years that follow."""
    return float(np.mean([note[name].sum() - note[name][mine] for note in at(outcome, LATER)]))


def effort(outcome: Outcome) -> float:
    """The agency's effort over the years that follow."""
    return float(np.mean([note["effort"] for note in at(outcome, LATER)]))
