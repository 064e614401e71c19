"""C15: the patron is taken, or spared: how many of his people come to lead something of their own."""

from collections.abc import Mapping

import numpy as np

from leyenda.acts import Remove, Spare
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.inclination import members, ring, rings
from leyenda.studies.claims.reading import descendants, led, living, nothing, patron
from leyenda.studies.claims.watch import Watch

WEEK, END = 260, 364
PEOPLE = Watch(week=WEEK, read=ring)
ARMS = {"removed": (PEOPLE, Remove(target="patron", week=WEEK)), "spared": (PEOPLE, Spare(target="patron", week=WEEK))}


def risen(outcome: Outcome, organisation: int) -> int:
    """Who belonged to an organisation in the first week and led another by the last."""
    heads = np.delete(outcome.by_organisation["head"][WEEK:END], organisation, axis=1)
    return len(members(next(rings(outcome, WEEK)), organisation) & set(heads.astype(int).ravel().tolist()))


def heirs(outcome: Outcome, organisation: int) -> int:
    """Organisations that came out of one, and it, in the last week."""
    return int(living(outcome, END - 1)[descendants(outcome, organisation)].sum())


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """People who rose from within with the arrest, less without it; successors likewise."""
    removed, spared = outcomes["removed"], outcomes["spared"]
    organisation = led(spared, patron(spared, WEEK), WEEK - 1)
    if organisation < 0:
        return nothing("rose", "stayed", "successors", "successors_spared")
    rose, stayed = risen(removed, organisation), risen(spared, organisation)
    return {
        "effect": rose - stayed,
        "rose": rose,
        "stayed": stayed,
        "successors": heirs(removed, organisation),
        "successors_spared": heirs(spared, organisation),
    }
