"""Recruit: members come in, are held back by saturation, are arrested, and die under discipline and in clashes.

Why     Four flows: recruitment by those who are there, saturation of what a plaza can feed, incapacitation by the state,
        and conflict. Killings between organisations are in `contest`; discipline and clashes with troops are here. All are
        Poisson, by inverse transform.
Source  Prieto-Curiel, Campedelli & Hope (2023) for the four flows; saturation tied to control is ours.
Switch  recruit: off, membership changes only by war, secession and merger.
"""

from leyenda.base.decisions import RECRUIT_ARREST, RECRUIT_CLASH, RECRUIT_DISCIPLINE, RECRUIT_IN, RECRUIT_OUT
from leyenda.base.draws import draw, poisson
from leyenda.base.rule import rule
from leyenda.world.measures import alive, embattled, troops
from leyenda.world.names import HOME
from leyenda.world.policies import RANKS_ARRESTED, RECRUITMENT, rate


def flow(world, week, o, p, decision, mean):
    """A count of people this week, keyed by the organisation and the plaza."""
    return poisson(draw(world, world.organisations.key[o], world.plazas.key[p], week, decision), mean)


def capacity(world, par, o, p):
    """Members a plaza feeds one organisation: its share of the exposed, more where it earns well and arms for war."""
    fighting = 1.0 if embattled(world, o) else 0.0
    held = world.presences.control[o, p] + par.foothold
    return world.plazas.exposed[p] * par.fed * held * (1.0 + par.war_effort * fighting)


def four_flows(world, par, week, o, p, total):
    """One week of the four flows in one plaza."""
    presences, plazas = world.presences, world.plazas
    n = presences.members[o, p]
    share = n / total
    came = flow(world, week, o, p, RECRUIT_IN, par.recruits * n * rate(world, RECRUITMENT, p))
    left = flow(world, week, o, p, RECRUIT_OUT, par.recruits * n * n / max(1.0, capacity(world, par, o, p)))
    shielded = 1.0 - par.shield * plazas.protection[p]
    effort = rate(world, RANKS_ARRESTED, p) * world.nation.effort[HOME]
    taken = flow(world, week, o, p, RECRUIT_ARREST, par.arrests * world.nation.ranks * share * effort * shielded / 52.0)
    clashes = par.clashes * n * troops(world, week, p) * plazas.heat[p] / 52.0
    fell = flow(world, week, o, p, RECRUIT_CLASH, clashes)
    strict = par.discipline * n * (1.0 - par.orderly * plazas.protection[p]) * (1.0 + par.suspicion * plazas.heat[p])
    killed = fell + flow(world, week, o, p, RECRUIT_DISCIPLINE, strict / 52.0)
    killed, fell = min(killed, n), min(fell, n)
    taken = min(taken, n - killed)
    presences.members[o, p] = max(0, n - killed - taken + came - left)
    presences.arrested[o, p] = taken
    plazas.deaths[p] += killed
    plazas.deaths_members[p] += killed
    world.organisations.deaths[o] += killed
    world.flows.recruits += came
    world.flows.clashes += fell
    world.flows.arrests += taken


@rule()
def recruit(world, par, week):
    """See the top of the file."""
    total = 0.0
    for o in range(world.organisations.count):
        for p in range(world.plazas.count):
            total += world.presences.members[o, p] if alive(world, o) else 0
    for o in range(world.organisations.count):
        if alive(world, o):
            for p in range(world.plazas.count):
                if world.presences.members[o, p] > 0:
                    four_flows(world, par, week, o, p, total)
