"""C27: the patron, the commander of the federal police and the director of the agency exchange what they are like."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leyenda.acts import Act, Free, Swap
from leyenda.acts.targets import find, holder
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, fall, natural_end, ratio
from leyenda.studies.claims.watch import Block, Watch
from leyenda.studies.intervals import Values
from leyenda.world.names import AGENCY, POLICE

END, YEAR, EVERY = 260, 52, 4
HARM = ("attack", "war", "kill", "punish", "cast_out", "red_line")
POSTS = {"commander": POLICE, "director": AGENCY}


@dataclass(frozen=True, kw_only=True)
class Exchange(Act):
    """Both posts begin without a client; the director and one other exchange their traits, or nobody does."""

    other: str | None = None

    def do(self, world: World, week: int) -> None:
        """Exchange them."""
        director, commander = holder(world, AGENCY), holder(world, POLICE)
        for i in (director, commander):
            Free(week=week, office=int(world.people.office[i])).do(world, week)
        if self.other is not None:
            Swap(week=week, a=director, b=commander if self.other == "commander" else find(world, self.other)).do(world, week)


def standing(block: Block, week: int) -> dict[str, tuple[int, bool]]:
    """Who holds each of the two posts and whether he is bought; and who leads the strongest organisation, which nobody is paid for."""
    offices, organisations = block["offices"], block["organisations"]
    found = {}
    for name, kind in POSTS.items():
        f = int(((offices["institution"] == kind) & (offices["plaza"] < 0)).argmax())
        found[name] = int(offices["holder"][f]), bool(offices["client"][f] >= 0)
    return found | {"patron": (int(organisations["head"][organisations["members"].argmax()]), False)}


LOOK = Watch(week=0, until=END, every=EVERY, read=standing)
ARMS = {name: (Exchange(week=0, other=None if name == "as_is" else name), LOOK) for name in ("as_is", "patron", "commander")}


def harm(outcome: Outcome, name: str) -> tuple[float, float]:
    """Harmful acts of who stood somewhere in the first week, and his years at risk of doing them."""
    person = outcome.notes[0][1][name][0]
    end = min(END, fall(outcome, person, 0), natural_end(outcome, person, 0))
    if name != "patron":
        end = min(end, EVERY * sum(note[name][0] == person for _, note in outcome.notes))
    done = events(outcome, HARM, 0, end + 1) & (outcome.events["who"] == person)
    return float(done.sum()), end / YEAR


def bought(outcome: Outcome, name: str) -> tuple[float, float]:
    """Years in which the holder of the first week was bought, and his years in office."""
    person = outcome.notes[0][1][name][0]
    weeks = [note[name][1] for _, note in outcome.notes if note[name][0] == person]
    return EVERY * sum(weeks) / YEAR, EVERY * len(weeks) / YEAR


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Harm by patron and director, corruption of commander and director, and years at risk, as it is and exchanged."""
    asked = {"harm": (harm, "patron"), "corruption": (bought, "commander")}
    found = {}
    for what, (count, other) in asked.items():
        for arm, how in (("as_is", "before"), (other, "after")):
            for name in (other, "director"):
                found[f"{what}_{name}_{how}"], found[f"{what}_years_{name}_{how}"] = count(outcomes[arm], name)
    return {"effect": left(found, "harm", "patron"), **found}


def left(found: Mapping[str, float], what: str, name: str) -> float:
    """What is left of the difference between two places in one world; NaN where there is none."""
    one = {key: np.array([value]) for key, value in found.items()}
    return kept(one, what, name)


def difference(values: Mapping[str, Values], what: str, name: str, how: str) -> float:
    """What is done in one place more than in the director's, per year in it."""
    rates = [ratio(values, f"{what}_{who}_{how}", f"{what}_years_{who}_{how}") for who in (name, "director")]
    return rates[0] - rates[1]


def kept(values: Mapping[str, Values], what: str, name: str) -> float:
    """Share of that difference which is left when the two have exchanged their traits."""
    before = difference(values, what, name, "before")
    return difference(values, what, name, "after") / before if before else float("nan")


def statistic(values: Mapping[str, Values]) -> float:
    """The weaker of harm and corruption."""
    return min(kept(values, "harm", "patron"), kept(values, "corruption", "commander"))
