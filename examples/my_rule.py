"""Desertion: soldiers who are sent against organisations desert, and some join the one that holds the place.

Why     Who has been trained to fight and is paid badly is worth much to the other side. The more soldiers stand in a
        plaza, the more of them leave, and whoever controls it takes some of them in.
Source  40,000 deserted from the Mexican army in 2006-2011 (press, after the ministry), of some 50,000 deployed at a time;
        Grayson & Logan (2012) on deserters who became an organisation's armed wing. How many join is ours.
Switch  courted: off, nobody asks deserters, and they go home.
"""

import leyenda as ly
from leyenda.base.draws import draw, poisson
from leyenda.world.measures import alive, troops
from leyenda.world.names import HOME

DESERTER_JOINS = 1000


def holder(world, p):
    """The organisation with the largest share of control in a plaza, or -1."""
    best = -1
    for o in range(world.organisations.count):
        if alive(world, o) and world.presences.control[o, p] > 0.0:
            if best < 0 or world.presences.control[o, p] > world.presences.control[best, p]:
                best = o
    return best


def people_at_home(world):
    """Everybody who lives on the home side."""
    total = 0.0
    for p in range(world.plazas.count):
        if world.plazas.side[p] == HOME:
            total += world.plazas.population[p]
    return total


def deserters(world, par, week, p):
    """Soldiers who leave in a plaza this week; the largest deployment is spread by population."""
    soldiers = par.largest * troops(world, week, p) * world.plazas.population[p] / people_at_home(world)
    return soldiers * par.leaving / 52.0


@ly.rule(switches=("courted",), after="recruit")
def desertion(world, par, week):
    """See the top of the file."""
    for p in range(world.plazas.count):
        o = holder(world, p)
        if o >= 0 and world.plazas.side[p] == HOME and world.on.courted:
            key = world.organisations.key[o]
            came = poisson(draw(world, key, world.plazas.key[p], week, DESERTER_JOINS), par.joining * deserters(world, par, week, p))
            world.presences.members[o, p] += came
            world.flows.recruits += came
