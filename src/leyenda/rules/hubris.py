"""Hubris: acts that went unpunished and success make a man feel untouchable; setbacks remind him.

Why     Ego moves from a temperament of his own: up with deeds without consequence and a growing share, down with losses.
        No term contains power itself.
Source  Owen & Davidson (2009), hubris syndrome; the rates are ours.
Switch  hubris: off, decisions take a neutral ego (parameter neutral).
"""

from leyenda.base.rule import rule
from leyenda.world.measures import wants
from leyenda.world.names import FREE, POLITICIAN


def growth(world, o):
    """How much an organisation earns beyond what it earned over the last year."""
    organisations = world.organisations
    return min(0.5, max(0.0, organisations.revenue[o] / (organisations.revenue_year[o] + 0.01) - 1.0))


@rule()
def hubris(world, par, week):
    """See the top of the file."""
    people, organisations = world.people, world.organisations
    for i in range(people.count):
        o = people.organisation[i]
        if people.status[i] != FREE or people.role[i] >= POLITICIAN or o < 0:
            continue
        gained = max(-1.0, min(1.0, people.fortunes[i]))
        up, down = max(0.0, gained), max(0.0, -gained)
        rank = 1.0 if organisations.head[o] == i else par.shared
        defeat = organisations.defeat[o] if organisations.head[o] == i else 0.0
        people.ego[i] += par.up * up * (1.0 - people.ego[i]) / 52.0
        people.ego[i] -= (par.down * down + par.defeat * defeat) * people.ego[i] / 52.0
        people.ego[i] += par.success * rank * growth(world, o) * (1.0 - people.ego[i]) / 52.0
        temper = par.base + par.temper * (wants(world, i) - people.caution[i])
        people.ego[i] += par.returns * (temper - people.ego[i]) / 52.0
        people.ego[i] = min(0.99, max(0.01, people.ego[i]))
        people.fortunes[i] *= 1.0 - 1.0 / par.memory_weeks
