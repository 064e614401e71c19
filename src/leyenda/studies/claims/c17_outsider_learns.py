"""C17: a lieutenant is cast out, or kept, or a newcomer with the same traits stands where the cast-out would: who comes to lead."""

from collections.abc import Mapping
from dataclasses import dataclass

from leyenda.acts import Act, Birth, CastOut, Nothing
from leyenda.acts.targets import find
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import first, nothing

WEEK, END = 104, 364
LARGE = 100


@dataclass(frozen=True, kw_only=True)
class Twin(Act):
    """A newcomer with the traits of the strongest lieutenant stands alone in his plaza."""

    def do(self, world: World, week: int) -> None:
        """He is there from now on."""
        i = find(world, "lieutenant")
        if i >= 0:
            Birth(plaza=int(world.people.plaza[i]), role="cast_out", like=i, week=week).do(world, week)


ARMS = {"cast_out": (CastOut(target="lieutenant", week=WEEK),), "newcomer": (Twin(week=WEEK),), "kept": (Nothing(week=WEEK),)}


def leads(outcome: Outcome, person: int) -> float:
    """1 if somebody led an organisation at any time."""
    return float((outcome.by_organisation["head"][WEEK:END] == person).any())


def leads_many(outcome: Outcome, person: int) -> float:
    """1 if in the last week he leads an organisation of some size."""
    last = outcome.by_organisation
    return float(((last["head"][END - 1] == person) & (last["members"][END - 1] >= LARGE)).any())


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Whether the cast-out comes to lead, less whether the newcomer does; what each has become."""
    out, new, kept = (outcomes[arm] for arm in ARMS)
    cast, born = first(out, "cast_out", WEEK), first(new, "enter", WEEK)
    if cast < 0 or born < 0:
        return nothing("cast_out", "newcomer", "kept", "large", "large_newcomer", "learnt")
    person, other = int(out.events["whom"][cast]), int(new.events["who"][born])
    return {
        "effect": leads(out, person) - leads(new, other),
        "cast_out": leads(out, person),
        "newcomer": leads(new, other),
        "kept": leads(kept, person),
        "large": leads_many(out, person),
        "large_newcomer": leads_many(new, other),
        "learnt": float(out.people["guile"][person] - new.people["guile"][other]),
    }
