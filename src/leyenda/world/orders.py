"""What a head's orders do: appoint, punish, purge, cast out, expand, attack, make peace, strike."""

from leyenda.base.decisions import ATTACK_DEATHS, STRIKE_OUTCOME
from leyenda.base.draws import draw, poisson
from leyenda.base.events import because, because_of, emit
from leyenda.base.portable import root
from leyenda.world.careers import hand_plaza
from leyenda.world.custody import count_named, slay
from leyenda.world.feelings import alarm, become_known, grudge_cause, resent, witness, wrong
from leyenda.world.ledger import HEAD_SHARE, give
from leyenda.world.measures import acts, tie
from leyenda.world.names import (
    ABROAD, AGENCY, ASPIRANT, ATTACK, CAST_OUT, CAST_OUT_EVENT, EXPAND, HOME, LIEUTENANT, ORDER, PASS_OVER, PEACE,
    PROMOTE, PUNISH, PURGE, RED_LINE, REWARD_EVENT,
)
from leyenda.world.seats import leave_organisation
from leyenda.world.stakes import unsettled


def set_tribute(world, week, o, change):
    """The head demands more or less."""
    organisations = world.organisations
    head = organisations.head[o]
    organisations.demanded[o] = min(0.6, max(0.02, organisations.demanded[o] + change))
    event = emit(world, week, ORDER, head, -1, o, -1, organisations.demanded[o])
    because(world, event, organisations.defeat_event[o], organisations.defeat[o])
    return event


def suspect_causes(world, event, head, i):
    """Why a subordinate is dealt with: the betrayal his head lived through, and his own grudge."""
    because(world, event, world.people.seen_betrayal[head], world.people.suspicion[head])
    because(world, event, grudge_cause(world, i, head), 0.3)


def punish(world, week, o, i):
    """A subordinate is punished before the others."""
    people, c = world.people, world.par.command
    head = world.organisations.head[o]
    event = emit(world, week, PUNISH, head, i, o, people.plaza[i], people.reported[i])
    suspect_causes(world, event, head, i)
    resent(world, i, head, c.punished, event)
    if world.on.fear:
        people.fear[i] = min(1.0, people.fear[i] + 0.3)
    witness(world, i, head, event, c.punished, 0.1)
    return event


def purge(world, week, o, i):
    """A subordinate is killed by his own side."""
    people, c = world.people, world.par.command
    head, p = world.organisations.head[o], people.plaza[i]
    event = emit(world, week, PURGE, head, i, o, p, people.reported[i])
    suspect_causes(world, event, head, i)
    witness(world, i, head, event, 1.0, 0.25)
    killed = slay(world, week, i, head, 1.0)
    because(world, killed, event, 1.0)
    count_named(world, o, p)
    alarm(world, p, world.plazas.side[p], c.alarm, killed)
    people.fortunes[head] += 0.3
    return event


def cast_out(world, week, o, i):
    """A subordinate loses everything but his life; from now on he stands alone, and remembers."""
    people, c = world.people, world.par.command
    head = world.organisations.head[o]
    event = emit(world, week, CAST_OUT_EVENT, head, i, o, people.plaza[i], people.reported[i])
    suspect_causes(world, event, head, i)
    resent(world, i, head, 1.2, event)
    witness(world, i, head, event, 0.3 * c.punished, 0.05)
    leave_organisation(world, week, i, event)
    people.role[i] = CAST_OUT
    return event


def expand(world, week, o, p):
    """An organisation moves into a plaza: people from next door take a foothold."""
    presences, organisations, plazas = world.presences, world.organisations, world.plazas
    source, most = -1, 20
    for q in range(plazas.count):
        if plazas.near[q, p] and presences.members[o, q] > most:
            source, most = q, presences.members[o, q]
    if source < 0:
        return -1
    head = organisations.head[o]
    moved = int(0.12 * most) + 5
    event = emit(world, week, EXPAND, head, -1, o, p, moved)
    presences.members[o, source] -= moved
    presences.members[o, p] += moved
    take_foothold(world, o, p)
    if presences.capo[o, p] < 0:
        presences.vacant[o, p] = week
    for q in range(organisations.count):
        if q != o and presences.control[q, p] > 0.2:
            wrong(world, o, q, 0.4, event)
    world.people.fortunes[head] += 0.3
    return event


def take_foothold(world, o, p):
    """Who moves in takes half of the control nobody holds, and from others, allies apart, as much as nothing settles."""
    presences, organisations = world.presences, world.organisations
    free = 1.0
    for q in range(organisations.count):
        free -= presences.control[q, p]
    presences.control[o, p] += max(0.0, free) * 0.5
    for q in range(organisations.count):
        if q != o and not (organisations.pact[o, q] and world.on.pacts):
            moved = world.par.command.foothold * presences.control[q, p] * unsettled(world, p)
            presences.control[q, p] -= moved
            presences.control[o, p] += moved


def attack(world, week, o, q, p):
    """An attack in a plaza: dead on the other side, a wrong it remembers, and alarm."""
    presences, organisations, c = world.presences, world.organisations, world.par.command
    head = organisations.head[o]
    event = emit(world, week, ATTACK, head, organisations.head[q], o, p, 0.0)
    because(world, event, organisations.hostility_event[o, q], organisations.hostility[o, q])
    because(world, event, world.people.rank_event[head], 0.1)
    u = draw(world, organisations.key[o], organisations.key[q], week, ATTACK_DEATHS)
    dead = min(poisson(u, c.attack_deaths), presences.members[q, p])
    presences.members[q, p] -= dead
    organisations.deaths[q] += dead
    world.plazas.deaths[p] += dead
    world.plazas.deaths_members[p] += dead
    world.events.amount[event] = dead
    wrong(world, o, q, 1.0, event)
    alarm(world, p, world.plazas.side[p], c.alarm * (1.0 + root(1.0 * dead)), event)
    world.people.fortunes[head] += 0.3
    return event


def make_peace(world, week, o, q):
    """Two heads end a war."""
    organisations, wars = world.organisations, world.wars
    w = organisations.war[o, q]
    event = emit(world, week, PEACE, organisations.head[o], organisations.head[q], o, organisations.seat[o], 0.0)
    because(world, event, wars.event[w], 1.0)
    wars.ended[w] = week
    organisations.at_war[o, q] = organisations.at_war[q, o] = 0
    organisations.war[o, q] = organisations.war[q, o] = -1
    organisations.hostility[o, q] *= 0.5
    organisations.hostility[q, o] *= 0.5
    return event


def perpetrator(world, o, head, other):
    """Who would do it for him: the most loyal and hardest of those who answer to him, or -1."""
    people = world.people
    best, most = -1, 0.0
    for i in range(people.count):
        if people.organisation[i] == o and people.superior[i] == head and acts(world, i) and i != other:
            fit = people.loyalty[i] + people.brutality[i] + tie(world, i, head)
            if fit > most:
                best, most = i, fit
    return best


def send(world, week, o, head, i):
    """The head gives the order; returns its event, or -1 if there is nobody to give it to."""
    return emit(world, week, ORDER, head, i, o, world.people.plaza[i], 1.0) if i >= 0 else -1


def strike(world, week, o, f):
    """The red line: the holder of a post that stands in the way is attacked by two of the head's men, and may die."""
    people, offices, organisations, c = world.people, world.offices, world.organisations, world.par.command
    head, victim = organisations.head[o], offices.holder[f]
    p = offices.plaza[f] if offices.plaza[f] >= 0 else organisations.seat[o]
    first = perpetrator(world, o, head, -1)
    second = perpetrator(world, o, head, first)
    orders = send(world, week, o, head, first), send(world, week, o, head, second)
    event = emit(world, week, RED_LINE, head, victim, o, p, 1.0 if offices.institution[f] == AGENCY else 0.0)
    because(world, event, orders[0], 1.0)
    because(world, event, orders[1], 1.0)
    red_line_causes(world, event, o, head)
    for i in (head, first, second):
        if i >= 0:
            people.deed[i] = event
    if draw(world, people.key[head], people.key[victim], week, STRIKE_OUTCOME) < c.deadly:
        killed = slay(world, week, victim, head, 1.0)
        because(world, killed, event, 1.0)
        world.plazas.deaths[p] += 1
        world.flows.bystanders += 1.0
    alarm_both_sides(world, p, offices.side[f], event)
    people.fortunes[head] += 0.5
    return event


def red_line_causes(world, event, o, head):
    """What drove him to it: the case against him, and what he had just lost."""
    people, organisations = world.people, world.organisations
    because_of(world, event, people.evidence_event[head], people.evidence_part[head], 1.0)
    because_of(world, event, people.notoriety_event[head], people.notoriety_part[head], 0.2)
    because(world, event, organisations.defeat_event[o], organisations.defeat[o])


def alarm_both_sides(world, p, side, event):
    """A red line alarms the place; if it hit the other side's man, that side most."""
    loud = world.par.command.red_line_alarm
    alarm(world, p, HOME, loud * (0.5 if side == ABROAD else 1.0), event)
    if side == ABROAD:
        alarm(world, -1, ABROAD, loud * 0.66, event)


def reward(world, week, o, i):
    """A subordinate who brought in much is given something, before the others."""
    people, organisations, c = world.people, world.organisations, world.par.command
    head = organisations.head[o]
    paid = give(world, week, HEAD_SHARE, o, i, c.rewarded * organisations.revenue[o])
    event = emit(world, week, REWARD_EVENT, head, i, o, people.plaza[i], paid)
    because(world, event, people.rank_event[i], 0.3)
    people.recognition[i] = min(1.0, people.recognition[i] + 0.3)
    return event


def fitness(world, par, i, head):
    """How fit somebody looks for a plaza: strength of his own, what he brought in, and how close he is to the head."""
    people = world.people
    proven = 0.5 * people.experience[i] / (people.experience[i] + 5.0) + 0.3 * people.loyalty[i]
    return people.guile[i] * world.on.selection + proven + par.nepotism * tie(world, i, head)


def candidate(world, par, o, p, head, skip):
    """The fittest free person of an organisation for a plaza, people on the spot first; -1 if there is none."""
    people = world.people
    best, most = -1, -9.0
    for i in range(people.count):
        if people.organisation[i] == o and i != skip and acts(world, i) and (people.role[i] == LIEUTENANT or people.role[i] == ASPIRANT):
            fit = fitness(world, par, i, head) + (0.6 if people.plaza[i] == p else 0.0) - (0.4 if people.role[i] == ASPIRANT else 0.0)
            if fit > most:
                best, most = i, fit
    return best


def appoint(world, par, week, o, p):
    """Somebody gets a vacant plaza; the next-fittest on the spot is passed over, and minds (envy off: he does not)."""
    people, organisations = world.people, world.organisations
    head = organisations.head[o]
    i = candidate(world, par, o, p, head, -1)
    if i < 0:
        return
    passed = candidate(world, par, o, p, head, i)
    event = emit(world, week, PROMOTE, head, i, o, p, people.power[i])
    because(world, event, world.presences.vacated[o, p], 1.0)
    hand_plaza(world, o, p, i)
    people.rank_event[i] = event
    people.loyalty[i] = min(1.0, people.loyalty[i] + 0.15)
    people.recognition[i] = min(1.0, people.recognition[i] + 0.5)
    become_known(world, i, 0.1, event)
    if passed >= 0 and people.plaza[passed] == p and people.role[passed] == LIEUTENANT:
        over = emit(world, week, PASS_OVER, head, passed, o, p, 0.0)
        because(world, over, event, 1.0)
        if world.on.envy:
            resent(world, passed, head, par.passed_over, over)
            resent(world, passed, i, 0.5 * par.passed_over, over)
