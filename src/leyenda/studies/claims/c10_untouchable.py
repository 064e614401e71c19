"""C10: the same patron, feeling one standard deviation more untouchable or not: how long he stays free and alive."""

from collections.abc import Mapping
from dataclasses import dataclass

from leyenda.acts import Act, Nothing
from leyenda.engine.outcome import Outcome
from leyenda.engine.plain import World
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, nothing, patron, reign

WEEK, HORIZON, QUARTER = 104, 312, 13
DEVIATION = 0.1  # of ego: among the scenario's criminals by construction, among patrons in 1985 as runs have it
MOST = 0.99


@dataclass(frozen=True, kw_only=True)
class Swell(Act):
    """The patron's ego is raised. by: how much; faded: weeks for which that has faded towards his temperament, to make up for."""

    by: float
    faded: int | None = None

    def do(self, world: World, week: int) -> None:
        """Raise it."""
        i, kept = int(world.seat.patron), 1.0 - float(world.par.hubris.returns) / 52.0
        lost = 1.0 if self.faded is None else 1.0 - kept**self.faded
        if i >= 0:
            world.people.ego[i] = min(MOST, world.people.ego[i] + self.by * lost)


KEPT_UP = tuple(Swell(by=DEVIATION, faded=QUARTER, week=week) for week in range(WEEK + QUARTER, WEEK + HORIZON, QUARTER))
ARMS = {"bold": (Swell(by=DEVIATION, week=WEEK), *KEPT_UP), "as_he_is": (Nothing(week=WEEK),)}


def deeds(outcome: Outcome, kind: str, person: int) -> int:
    """How often he did something within the horizon."""
    return int((events(outcome, kind, WEEK, WEEK + HORIZON) & (outcome.events["who"] == person)).sum())


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Years of reign, mistakes and red lines with the feeling less without it."""
    bold, plain = outcomes["bold"], outcomes["as_he_is"]
    person = patron(plain, WEEK)
    if person < 0 or person != plain.series["patron"][WEEK - 1]:
        return nothing("mistakes", "red_lines")
    return {
        "effect": reign(bold, person, WEEK, HORIZON) - reign(plain, person, WEEK, HORIZON),
        "mistakes": deeds(bold, "mistake", person) - deeds(plain, "mistake", person),
        "red_lines": deeds(bold, "red_line", person) - deeds(plain, "red_line", person),
    }
