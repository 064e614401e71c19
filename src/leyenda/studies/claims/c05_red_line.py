"""C05: the patron has an agent struck, or does not: how long he lasts, what his organisation loses, and by whom."""

from collections.abc import Mapping

from leyenda.acts import Block, Nothing, Order
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import events, led, nothing, patron, reign

WEEK, FOUR_YEARS = 260, 208
STRIKE = {"struck": Order(week=WEEK, kind="red_line", by="patron"), "spared": Nothing(week=WEEK)}
WITHOUT = {"": (), "_force": ("task_force",), "_withdrawal": ("withdrawal",)}
NEVER_ELSE = Block(week=0, what=("red_line",))  # an order to strike does not ask the switch
ARMS = {
    arm + name: (NEVER_ELSE, *((Block(week=WEEK, what=off),) if off else ()), act)
    for name, off in WITHOUT.items()
    for arm, act in STRIKE.items()
}


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Years of reign lost, with everything on and with each path cut; members and posts lost. Nothing where no strike was made."""
    struck, spared = outcomes["struck"], outcomes["spared"]
    i = patron(spared, WEEK)
    if i < 0 or not events(struck, "red_line", WEEK).any():
        return nothing("without_force", "without_withdrawal", "members", "posts", "fallen")
    o = led(spared, i, WEEK - 1)
    lost = {name: years(outcomes["spared" + name], i) - years(outcomes["struck" + name], i) for name in WITHOUT}
    return {
        "effect": lost[""],
        "without_force": lost["_force"],
        "without_withdrawal": lost["_withdrawal"],
        "members": members(spared, o) - members(struck, o),
        "posts": float((spared.offices["client"] == o).sum() - (struck.offices["client"] == o).sum()),
        "fallen": float(years(struck, i) * 52 < FOUR_YEARS),
    }


def years(outcome: Outcome, person: int) -> float:
    """Years of the four that he stays free and alive."""
    return reign(outcome, person, WEEK, FOUR_YEARS)


def members(outcome: Outcome, organisation: int) -> float:
    """Members at the end of the four years; none if it is no more."""
    return max(0.0, float(outcome.by_organisation["members"][WEEK + FOUR_YEARS - 1, organisation]))
