"""Arrest: the hazard rises with the evidence over what protection is left; a raid may kill; prison, escape, extradition.

Why     A case that could be proved meets what protectors take away. From prison messages get out, fewer from abroad;
        money and bought guards open doors; agreement and pressure from abroad close them for good. A removal campaign, which
        is a policy, takes people by rank or for their connections, whatever can be proved.
Source  Becker (1968) for the hazard as a price; 13-24 % of removals were killings in the record to 2011; rates are ours.
Switch  protection: off, it takes nothing away. task_force: off, nobody is hunted. escapes, extradition: off, none.
        prison_corruption: off, guards are not for sale. free_messages_from_prison: off, walls hold back no word: messages are free.
"""

from leyenda.base.decisions import (
    ARREST_DRAW, ARREST_KILLED, CAMPAIGN_DRAW, CAMPAIGN_KILLED, PRISON_ESCAPE, PRISON_EXTRADITE, PRISON_MESSAGE,
)
from leyenda.base.draws import NOBODY, draw, happens
from leyenda.base.events import because, because_of, emit
from leyenda.base.portable import exp, log, logistic
from leyenda.base.rule import rule
from leyenda.world.custody import count_named, jail, slay
from leyenda.world.feelings import alarm, become_known
from leyenda.world.ledger import ESCAPE_PRICE, lose
from leyenda.world.measures import acts, driver, protection, runs_plaza
from leyenda.world.names import (
    ABROAD, ASPIRANT, CAPO, CAST_OUT, ESCAPE, EXTRADITION, FREE, HEAD, HOME, JAILED_ABROAD, JAILED_HOME, LIEUTENANT,
    POLITICIAN, RELEASE,
)
from leyenda.world.policies import (
    ARREST_AT_WAR, ARREST_RATE, BROKERS_REMOVED, CAPOS_REMOVED, EXTRADITION_RATE, HEADS_REMOVED, LIEUTENANTS_REMOVED,
    REMOVED_DEAD, rate,
)


def hazard(world, par, i):
    """Yearly hazard of arrest."""
    people = world.people
    proof = logistic((people.evidence[i] - par.proof) / par.spread)
    hunted = par.hunted if people.case[i] >= 0 and world.on.task_force else 1.0
    hunted *= rate(world, ARREST_RATE, people.plaza[i])
    if world.policies.count > 0 and fights(world, people.organisation[i]):
        hunted *= rate(world, ARREST_AT_WAR, people.plaza[i])
    return par.highest * hunted * proof * (1.0 - protection(world, i))


def fights(world, o):
    """Whether an organisation fights anybody."""
    for q in range(world.organisations.count):
        if o >= 0 and world.organisations.at_war[o, q]:
            return True
    return False


def connections(world, i):
    """How many people somebody is connected to: ties, and those who answer to him."""
    people, ties = world.people, world.ties
    number = 0.0
    for k in range(ties.count):
        if ties.a[k] == i or ties.b[k] == i:
            number += 1.0
    for j in range(people.count):
        if people.superior[j] == i and people.status[j] == FREE:
            number += 1.0
    return number


def campaign(world, par, i):
    """Yearly hazard of being taken by a removal campaign, by rank and by network position; 0 without one."""
    people = world.people
    p = people.plaza[i]
    if people.organisation[i] < 0 or world.organisations.local[people.organisation[i]]:
        return 0.0
    hazard = 0.0
    if people.role[i] == HEAD:
        hazard += rate(world, HEADS_REMOVED, p)
    elif people.role[i] == CAPO:
        hazard += rate(world, CAPOS_REMOVED, p)
    elif people.role[i] == LIEUTENANT:
        hazard += rate(world, LIEUTENANTS_REMOVED, p)
    brokers = rate(world, BROKERS_REMOVED, p)
    if brokers > 0.0:
        hazard += brokers * connections(world, i) / (connections(world, i) + par.connected)
    return hazard


def remove(world, par, week, i):
    """A campaign takes him: he is arrested, or killed."""
    people = world.people
    if draw(world, people.key[i], NOBODY, week, CAMPAIGN_KILLED) < rate(world, REMOVED_DEAD, people.plaza[i]):
        event = slay(world, week, i, -1, 2.0)
        count_named(world, people.organisation[i], people.plaza[i])
    else:
        event = jail(world, week, i, -1, people.evidence[i])
        world.flows.arrests += 1.0
    arrest_causes(world, event, i)


def arrest_causes(world, event, i):
    """Why now: what built the case, how he came to his position, who let go of him, the task force after him."""
    people = world.people
    because_of(world, event, people.evidence_event[i], people.evidence_part[i], 1.0)
    because(world, event, people.rank_event[i], 0.1)
    if people.case[i] >= 0:
        because(world, event, world.task_forces.event[people.case[i]], 0.5)
    o = people.organisation[i]
    offices = world.offices
    for f in range(offices.count):
        if offices.memory[f] > 0.2 and o >= 0:
            because(world, event, offices.memory_event[f], 0.2 * offices.memory[f])


def take(world, par, week, i):
    """A raid: he is arrested, or killed in it; the case against him is closed."""
    people = world.people
    u = draw(world, people.key[i], NOBODY, week, ARREST_KILLED)
    lead = world.task_forces.lead[people.case[i]] if people.case[i] >= 0 else -1
    lead = lead if acts(world, lead) else -1
    if u < par.killed * (0.5 + people.brutality[i]):
        event = slay(world, week, i, lead, 2.0)
        count_named(world, people.organisation[i], people.plaza[i])
    else:
        event = jail(world, week, i, lead, people.evidence[i])
        world.flows.arrests += 1.0
    arrest_causes(world, event, i)


def messages(world, par, week, i):
    """Once a month: whether word gets out. Fewer from abroad, more with money."""
    people = world.people
    if week % 4 != people.jailed[i] % 4:
        return
    chance = par.message_abroad
    if people.status[i] == JAILED_HOME:
        years = (week - people.jailed[i]) / 52.0
        money = min(1.0, (people.cash[i] + people.fronted[i]) / par.rich) if world.on.prison_corruption else 0.0
        chance = par.message_home * (0.4 + 0.6 * money) * exp(-years * par.walls)
    if not world.on.free_messages_from_prison:
        chance = 1.0
    people.reached[i] = 1 if draw(world, people.key[i], NOBODY, week, PRISON_MESSAGE) < chance else 0


def may_escape(world, par, week, i):
    """Money and bought guards open a home prison."""
    people = world.people
    p, o = people.plaza[i], people.organisation[i]
    if not world.on.escapes:
        return False
    guards = world.presences.cover[o, p] if o >= 0 and p >= 0 and world.on.prison_corruption else 0.0
    money = log(1.0 + people.cash[i] + people.fronted[i]) if world.on.prison_corruption else 0.0
    chance = par.escape * (0.2 + money) * (0.3 + guards) * people.guile[i]
    return happens(world, people.key[i], NOBODY, week, PRISON_ESCAPE, chance)


def escape(world, par, week, i):
    """He is out; everybody hears of it."""
    people = world.people
    event = emit(world, week, ESCAPE, i, -1, people.organisation[i], people.plaza[i], 0.0)
    because(world, event, people.fall_event[i], 1.0)
    lose(world, week, ESCAPE_PRICE, i, 0.2 * people.cash[i])
    people.status[i] = FREE
    people.fortunes[i] += 1.0
    become_known(world, i, 0.2, event)
    alarm(world, people.plaza[i], HOME, 0.3, event)
    come_back(world, i)


def come_back(world, i):
    """Who comes out of prison without a seat or plaza is one of his people, or stands alone."""
    people = world.people
    o = people.organisation[i]
    if o < 0:
        people.role[i] = CAST_OUT
    elif people.role[i] == CAPO and runs_plaza(world, i) < 0:
        people.role[i] = LIEUTENANT
    if o >= 0 and world.organisations.head[o] != i:
        people.superior[i] = world.organisations.head[o]


def extradite(world, par, week, i):
    """Agreement and pressure: he is sent abroad, and is gone."""
    people = world.people
    readiness = min(1.0, driver(world, world.drivers.extradition, week) + rate(world, EXTRADITION_RATE, -1))
    chance = par.extradition * readiness * (0.3 + people.notoriety[i]) * (1.0 + world.nation.heat[ABROAD])
    if not world.on.extradition or not happens(world, people.key[i], NOBODY, week, PRISON_EXTRADITE, chance):
        return
    event = emit(world, week, EXTRADITION, -1, i, people.organisation[i], people.plaza[i], 0.0)
    because(world, event, people.fall_event[i], 1.0)
    because_of(world, event, people.evidence_event[i], people.evidence_part[i], 0.3)
    people.status[i] = JAILED_ABROAD
    people.reached[i] = 0
    world.flows.extraditions += 1.0


def serve(world, par, week, i):
    """One week in prison."""
    people = world.people
    messages(world, par, week, i)
    people.sentence[i] -= 1
    if people.sentence[i] <= 0:
        event = emit(world, week, RELEASE, -1, i, people.organisation[i], people.plaza[i], 0.0)
        because(world, event, people.fall_event[i], 1.0)
        people.status[i] = FREE
        come_back(world, i)
    elif people.status[i] == JAILED_HOME:
        if may_escape(world, par, week, i):
            escape(world, par, week, i)
        else:
            extradite(world, par, week, i)


def wanted(people, i):
    """Whether somebody is of interest: a member of something, or one who stands alone."""
    return people.organisation[i] >= 0 or people.role[i] == CAST_OUT or people.role[i] == ASPIRANT


@rule(switches=("protection", "task_force", "escapes", "extradition", "free_messages_from_prison", "prison_corruption"))
def arrest(world, par, week):
    """See the top of the file."""
    people = world.people
    for i in range(people.count):
        if people.role[i] >= POLITICIAN:
            continue
        if people.status[i] == FREE and wanted(people, i):
            rate = hazard(world, par, i)
            people.risk[i] = 1.0 - exp(-rate)
            if people.spared[i]:
                continue
            if happens(world, people.key[i], NOBODY, week, ARREST_DRAW, rate):
                take(world, par, week, i)
            elif world.policies.count > 0 and happens(world, people.key[i], NOBODY, week, CAMPAIGN_DRAW, campaign(world, par, i)):
                remove(world, par, week, i)
        elif people.status[i] == JAILED_HOME or people.status[i] == JAILED_ABROAD:
            serve(world, par, week, i)
