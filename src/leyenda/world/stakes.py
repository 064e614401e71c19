"""What a plaza is worth to those who could fight over it, and how much of that is there for the taking."""

from leyenda.base.portable import exp, power
from leyenda.world.names import HOME


def find_worth(world):
    """What each plaza adds to the trade, relative to the average one, as far as that makes it fought for."""
    plazas, par = world.plazas, world.par.contest
    total, number = 0.0, 0.0
    for p in range(plazas.count):
        total += plazas.production[p] + plazas.crossing[p]
        number += 1.0 if plazas.side[p] == HOME else 0.0
    for p in range(plazas.count):
        adds = (plazas.production[p] + plazas.crossing[p]) * number / total if total > 0.0 else 1.0
        world.scratch.worth[p] = power(par.elsewhere + adds, par.value)


def unsettled(world, p):
    """How far nothing settles who has a plaza: 1 without protection, little where one organisation is protected."""
    return exp(-world.par.contest.calmed * world.plazas.protection[p])


def to_take(world, o, p, contested):
    """Control of a plaza an organisation could take: what nobody holds and, allies apart, what others hold as far as nothing settles it."""
    free, open_to = 1.0, 0.0
    for q in range(world.organisations.count):
        free -= world.presences.control[q, p]
        if q != o and not (world.organisations.pact[o, q] and world.on.pacts):
            open_to += world.presences.control[q, p]
    return max(0.0, free) + contested * open_to * unsettled(world, p)
