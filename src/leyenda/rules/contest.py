"""Contest: wars begin, hurt, move control, and end.

Why     What two organisations contest in a plaza without protection tempts both; a wrong, a weakness or a vacancy tempts
        more. Killings grow with the square root of members times members and fall with protection. Control moves only at
        war, by a contest success function. Victory and exhaustion end wars, and exhaustion keeps them from starting again.
Source  Tullock (1980), Hirshleifer (1989) for the contest; Snyder & Duran-Martinez (2009) for protection; rates are ours.
Switch  protection: off, plazas are unprotected. visible_weakness: off, defeats tempt nobody.
"""

from leyenda.base.decisions import WAR_BYSTANDERS, WAR_DEATHS, WAR_END, WAR_NAMED, WAR_ONSET, WAR_SHARE
from leyenda.base.draws import draw, happens, poisson
from leyenda.base.events import because, emit
from leyenda.base.portable import power, root
from leyenda.base.rule import rule
from leyenda.world.careers import add_war
from leyenda.world.custody import slay
from leyenda.world.feelings import alarm, defeat, wrong
from leyenda.world.measures import acts, alive, speaker
from leyenda.world.names import PEACE, WAR
from leyenda.world.policies import WAR_RATE, rate
from leyenda.world.stakes import unsettled


def stake(world, o, q, p):
    """What two organisations contest in a plaza: shared control that no protection settles, and what it earns."""
    a, b = world.presences.control[o, p], world.presences.control[q, p]
    if a < 0.01 or b < 0.01:
        return 0.0
    return 4.0 * a * b / (a + b) * world.plazas.margin[p] * world.scratch.worth[p] * unsettled(world, p)


def may_fight(world, o, q):
    """Whether two organisations could fall out: not bound by a pact, not fighting, not both local groups."""
    organisations = world.organisations
    if organisations.at_war[o, q] or (organisations.pact[o, q] and world.on.pacts):
        return False
    return not (organisations.local[o] and organisations.local[q])


def break_out(world, par, week, o, q):
    """A war may begin over what both have a stake in."""
    organisations, presences = world.organisations, world.presences
    total, place, most = 0.0, -1, 0.0
    for p in range(world.plazas.count):
        if presences.members[o, p] > 0 and presences.members[q, p] > 0:
            worth = stake(world, o, q, p)
            total += worth
            if worth > most:
                place, most = p, worth
    if place < 0:
        return
    blood = organisations.hostility[o, q] + organisations.hostility[q, o]
    weak = organisations.defeat[o] + organisations.defeat[q]
    hazard = rate(world, WAR_RATE, place) * par.onset * total * (1.0 + par.blood * blood + par.weakness * weak)
    if happens(world, organisations.key[o], organisations.key[q], week, WAR_ONSET, hazard):
        aggressor, other = (o, q) if organisations.members[o] >= organisations.members[q] else (q, o)
        event = emit(world, week, WAR, speaker(world, aggressor), speaker(world, other), aggressor, place, total)
        because(world, event, organisations.hostility_event[o, q], organisations.hostility[o, q])
        because(world, event, organisations.hostility_event[q, o], organisations.hostility[q, o])
        because(world, event, organisations.defeat_event[o], organisations.defeat[o])
        because(world, event, organisations.defeat_event[q], organisations.defeat[q])
        because(world, event, organisations.event[other], 0.1)
        add_war(world, o, q, week, event)


def kill_members(world, o, p, number):
    """Members die in a plaza; never more than there are. Returns how many."""
    number = min(number, world.presences.members[o, p])
    world.presences.members[o, p] -= number
    world.organisations.deaths[o] += number
    world.plazas.deaths_members[p] += number
    world.plazas.deaths[p] += number
    return number


def kill_bystanders(world, par, week, w, p, killed):
    """Those who had no part in it die beside those who had."""
    key = world.organisations.key
    u = draw(world, world.plazas.key[p], key[world.wars.a[w]] + key[world.wars.b[w]], week, WAR_BYSTANDERS)
    others = poisson(u, par.bystanders * killed)
    world.plazas.deaths[p] += others
    world.flows.bystanders += others
    world.wars.bystanders[w] += others


def kill_named(world, par, week, w, o, q, p, lost):
    """A capo of the losing side may be among the dead."""
    capo = world.presences.capo[o, p]
    if acts(world, capo) and lost > 0:
        if draw(world, world.people.key[capo], world.organisations.key[q], week, WAR_NAMED) < par.named * lost / 10.0:
            event = slay(world, week, capo, speaker(world, q), 1.0)
            because(world, event, world.wars.event[w], 1.0)
            wrong(world, q, o, 1.0, event)


def odds(par, a, b):
    """Share of what two sides of so many fight over that falls to the first."""
    return power(a, par.decisive) / (power(a, par.decisive) + power(b, par.decisive))


def count_dead(world, par, week, o, q, p):
    """Members of both sides whom a week of war kills in a plaza."""
    organisations, a, b = world.organisations, world.presences.members[o, p], world.presences.members[q, p]
    mean = par.killings * world.scratch.worth[p] * root(1.0 * a * b) * unsettled(world, p)
    return poisson(draw(world, organisations.key[o], organisations.key[q] + world.plazas.key[p], week, WAR_DEATHS), mean)


def bury(world, par, week, w, o, q, p, killed):
    """They fall against the odds; beside them die others, and the plaza is alarmed."""
    wars, organisations, presences = world.wars, world.organisations, world.presences
    share = odds(par, presences.members[o, p], presences.members[q, p])
    lot = draw(world, organisations.key[o], organisations.key[q] + world.plazas.key[p], week, WAR_SHARE)
    theirs = int(killed * (1.0 - share) + lot)  # a share of few dead is no whole number: the lot decides
    lost_o, lost_q = kill_members(world, o, p, theirs), kill_members(world, q, p, killed - theirs)
    wars.deaths_a[w] += lost_o
    wars.deaths_b[w] += lost_q
    kill_bystanders(world, par, week, w, p, killed)
    alarm(world, p, world.plazas.side[p], par.alarm * root(1.0 * killed), wars.event[w])
    kill_named(world, par, week, w, o, q, p, lost_o)
    kill_named(world, par, week, w, q, o, p, lost_q)


def battle(world, par, week, w, o, q, p):
    """One week of a war in one plaza: dead on both sides, and control that moves to the stronger."""
    presences = world.presences
    share = odds(par, presences.members[o, p], presences.members[q, p])
    killed = count_dead(world, par, week, o, q, p)
    if killed > 0:
        bury(world, par, week, w, o, q, p, killed)
    both = presences.control[o, p] + presences.control[q, p]
    presences.control[o, p] += par.moves * (share * both - presences.control[o, p])
    presences.control[q, p] = both - presences.control[o, p]


def fight(world, par, week, w):
    """All battles of a war this week; returns whether the two still meet anywhere."""
    o, q = world.wars.a[w], world.wars.b[w]
    met = False
    for p in range(world.plazas.count):
        if world.presences.members[o, p] > 0 and world.presences.members[q, p] > 0:
            battle(world, par, week, w, o, q, p)
            met = True
    return met


def conclude(world, par, week, w, met):
    """Victory and exhaustion end a war: nobody left to fight, too many dead, or weariness."""
    wars, organisations = world.wars, world.organisations
    o, q = wars.a[w], wars.b[w]
    dead = wars.deaths_a[w] + wars.deaths_b[w]
    tired = dead / (organisations.members[o] + organisations.members[q] + 1.0)
    years = (week - wars.began[w]) / 52.0
    hazard = par.ends + par.tires * tired + par.wears * years + (0.0 if met else par.apart)
    if not happens(world, organisations.key[o], organisations.key[q], week, WAR_END, hazard):
        return
    event = emit(world, week, PEACE, speaker(world, o), speaker(world, q), o, organisations.seat[q], dead)
    because(world, event, wars.event[w], 1.0)
    wars.ended[w] = week
    organisations.at_war[o, q] = organisations.at_war[q, o] = 0
    organisations.war[o, q] = organisations.war[q, o] = -1
    organisations.hostility[o, q] *= par.settled
    organisations.hostility[q, o] *= par.settled
    loser = o if wars.deaths_a[w] > wars.deaths_b[w] else q
    defeat(world, loser, par.lost, event)


@rule(switches=("visible_weakness", "protection"))
def contest(world, par, week):
    """See the top of the file."""
    organisations, wars = world.organisations, world.wars
    for o in range(organisations.count):
        if not alive(world, o):
            continue
        for q in range(o + 1, organisations.count):
            if alive(world, q) and may_fight(world, o, q):
                break_out(world, par, week, o, q)
    for w in range(wars.count):
        if wars.ended[w] < 0:
            conclude(world, par, week, w, fight(world, par, week, w))
