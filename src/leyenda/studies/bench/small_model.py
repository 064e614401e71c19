"""A small model of betrayal in the engine's style, for comparison with other frameworks: plain loops over columns.

Everybody answers to somebody. What is demanded beyond the accustomed leaves a grudge; loyalty returns slowly. Four times a
year each person stays, obeys by half, betrays or leaves, by quantal response; who is betrayed resents it, and so do friends.
"""

from typing import Any

from leyenda.base.draws import NOBODY, asked, draw
from leyenda.base.fields import Record, count, key, real, share, whole
from leyenda.base.portable import exp

PEOPLE = Record(
    "Person",
    "people",
    "somebody who answers to somebody",
    {
        "count": count("people there are"),
        "key": key("lineage key"),
        "boss": whole("whom he answers to", "person"),
        "choices": whole("what he chose so far, as a number in base four", "", 0),
        "betrayals": whole("how often he betrayed", "", 0),
        "ambition": share("trait"),
        "caution": share("trait"),
        "demanded": share("what is asked of him"),
        "accustomed": share("what he is used to"),
        "grudge": real("against his boss", "grudge", 0, 2),
        "loyalty": share("to his boss"),
    },
)
OPTIONS = 4
ASKED, CHOICE, NEXT_BOSS = 1, 2, 3


def feel(people: Any, i: int) -> None:
    """A week of wear: grudges grow and fade, loyalty returns, people get used to what is asked."""
    excess = max(0.0, people.demanded[i] / people.accustomed[i] - 1.0)
    people.grudge[i] = min(2.0, people.grudge[i] * 0.99 + 0.05 * excess)
    people.accustomed[i] += 0.02 * (people.demanded[i] - people.accustomed[i])
    people.loyalty[i] += 0.01 * (0.6 - people.loyalty[i])


def odds(people: Any, i: int, option: int) -> Any:
    """Odds of an option against staying."""
    motive = people.grudge[i] - people.loyalty[i] + people.ambition[i] - people.grudge[people.boss[i]]
    if option == 1:
        return 0.3 * exp(motive)
    if option == 2:
        return 0.1 * exp(2.0 * motive + people.ambition[i])
    return 0.05 * exp(people.caution[i] - people.ambition[i]) if option == 3 else 1.0


def choose(world: Any, people: Any, i: int, week: int) -> int:
    """One of four options, by quantal response."""
    total = 0.0
    for option in range(OPTIONS):
        total += odds(people, i, option)
    left = draw(world, people.key[i], NOBODY, week, CHOICE) * total
    for option in range(OPTIONS):
        left -= odds(people, i, option)
        if left < 0.0:
            return option
    return 0


def act(world: Any, people: Any, i: int, week: int, option: int) -> None:
    """Who betrays is resented by the betrayed and liked less by all who answer to him; who leaves answers to somebody else."""
    boss = people.boss[i]
    people.choices[i] = (people.choices[i] * OPTIONS + option) % 1000003
    if option == 1:
        people.loyalty[i] *= 0.9
    elif option == 2:
        people.betrayals[i] += 1
        people.grudge[boss] = min(2.0, people.grudge[boss] + 0.3)
        for j in range(people.count):
            if people.boss[j] == i:
                people.loyalty[j] *= 0.8
    if option >= 2:
        people.boss[i] = int(draw(world, people.key[i], NOBODY, week, NEXT_BOSS) * people.count)
        people.grudge[i] = 0.0


def live(world: Any, first: int, last: int) -> None:
    """Weeks first to last - 1."""
    people = world.people
    for week in range(first, last):
        for i in range(people.count):
            feel(people, i)
            if asked(world, people.key[i], week, ASKED, 13):
                act(world, people, i, week, choose(world, people, i, week))
