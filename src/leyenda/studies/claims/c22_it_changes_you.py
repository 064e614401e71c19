"""C22: the same two people join, one an organisation and one the police, or stay out: what they are like after one, five, ten years."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act
from leyenda.acts.birth import key_for
from leyenda.acts.posts import posts
from leyenda.acts.targets import strongest
from leyenda.base.events import emit
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.rules.enter_and_exit import renegotiate
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.watch import Watch, columns
from leyenda.studies.intervals import Values
from leyenda.world.careers import add_person
from leyenda.world.names import ENTER, FREE, LIEUTENANT, OFFICE_CHANGE, OFFICER, POLITICIAN, RETIRED

WEEK, LATER = 260, {1: 312, 5: 520, 10: 780}
TRAITS = ("integrity", "brutality")
ENTRANTS = ("lieutenant", "commander")


@dataclass(frozen=True, kw_only=True)
class Enter(Act):
    """A lieutenant joins the strongest organisation at its seat, somebody takes over the police there; or both have no part in it."""

    joins: bool

    def do(self, world: World, week: int) -> None:
        """They are there from now on."""
        people, o = world.people, strongest(world)
        p = int(world.organisations.seat[o])
        head, capo = int(world.organisations.head[o]), int(world.presences.capo[o, p])
        i = add_person(world, week, key_for(world, p, week), LIEUTENANT, world.plazas.side[p], o, p, capo if capo >= 0 else head)
        j = add_person(world, week, key_for(world, p, week), OFFICER, world.plazas.side[p], -1, p, -1)
        if self.joins:
            people.rank_event[i] = emit(world, week, ENTER, i, people.superior[i], o, p, 0.0)
            for f in posts(world, "police", plaza=p):
                take_over(world, week, f, j)
        else:
            people.organisation[i] = people.superior[i] = -1
            people.status[[i, j]] = RETIRED


def take_over(world: World, week: int, f: int, i: int) -> None:
    """A post changes hands as the calendar would have it; the new holder keeps the deal he finds only if he would make it."""
    old = int(world.offices.holder[f])
    world.people.office[old], world.people.office[i], world.offices.holder[f] = -1, f, i
    event = emit(world, week, OFFICE_CHANGE, i, old, world.offices.client[f], world.offices.plaza[f], f)
    renegotiate(world, world.par.enter_and_exit, week, f, event)


READ = columns("people", "role", "status", "organisation", *TRAITS)
LOOKS = tuple(Watch(week=week, read=READ) for week in (WEEK, LATER[1], LATER[5]))
ARMS = {name: (Enter(week=WEEK, joins=joins), *LOOKS) for name, joins in (("in", True), ("out", False))}


def seen(outcome: Outcome, who: str, trait: str, year: int) -> float:
    """A trait of an entrant some years on: the two are the last who were there when they came."""
    notes = dict(outcome.notes)
    place = len(notes[WEEK]["role"]) - len(ENTRANTS) + ENTRANTS.index(who)
    return float(notes.get(LATER[year], outcome.people)[trait][place])


def selected(outcome: Outcome, trait: str) -> float:
    """A trait, as it was in the beginning, of those who are still in the trade ten years later less that of all who were in it."""
    began, now = dict(outcome.notes)[WEEK], outcome.people
    number = len(began["role"]) - len(ENTRANTS)
    inside = ((began["role"] < POLITICIAN) & (began["status"] == FREE) & (began["organisation"] >= 0))[:number]
    stayed = inside & (now["status"][:number] == FREE) & (now["organisation"][:number] >= 0)
    return float(began[trait][:number][stayed].mean() - began[trait][:number][inside].mean()) if stayed.any() else float("nan")


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Traits of the two inside less those of the same two outside, and what selection does. The effect shown is the lieutenant's loss."""
    changed = {
        f"{who}_{trait}_{year}": seen(outcomes["in"], who, trait, year) - seen(outcomes["out"], who, trait, year)
        for who in ENTRANTS for trait in TRAITS for year in LATER
    }  # fmt: skip
    stay = {f"selected_{trait}": selected(outcomes["out"], trait) for trait in TRAITS}
    return {"effect": -changed["lieutenant_integrity_10"], **changed, **stay}


def statistic(values: Mapping[str, Values]) -> float:
    """Integrity lost by whoever of the two has lost less."""
    return min(-float(np.mean(values[f"{who}_integrity_10"])) for who in ENTRANTS)
