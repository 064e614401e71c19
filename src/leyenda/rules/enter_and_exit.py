"""Enter and exit: age and retirement, people rising from the ranks, local groups that found themselves, officials who rotate.

Why     Plazas need lieutenants, and people with a name come from those without. Aspirants and cast-outs face the same
        options as anybody: found a group of their own, stay, or go home; anger keeps them going. Offices change hands by
        the calendar; careers rotate through posts; new officials and bankers bring the population's traits.
Source  Sullivan & Elkus (2008) on local groups; terms of office from the record; hazards are ours.
Switch  entry: off, no new people and no new groups. selection: off, traits do not decide who retires.
        withdrawal: off, a new holder keeps the deal he finds.
"""

from leyenda.base.decisions import (
    AGE_DEATH, AGE_RETIRE, FOUND_BY_NAME, FOUND_LOCAL, GIVES_UP, LOCAL_END, OFFICE_PICK, OFFICE_RETURN, RISE_ASPIRANT, RISE_LIEUTENANT,
)
from leyenda.base.draws import NOBODY, child_key, draw, happens
from leyenda.base.events import because, because_of, emit
from leyenda.base.portable import exp
from leyenda.base.rule import rule
from leyenda.world.authorities import end_deal
from leyenda.world.careers import add_organisation, add_person, hand_plaza, rise
from leyenda.world.custody import die, unseat_official
from leyenda.world.feelings import become_known
from leyenda.world.measures import acts, alive, anger, wants
from leyenda.world.names import (
    DEAD,
    AGENCY, ASPIRANT, BANKER, CAST_OUT, DIE, ENTER, FOUND, FREE, GOVERNMENT, HEAD, HOME, INVESTIGATOR, LEAVE, LIEUTENANT, OFFICER,
    OFFICE_CHANGE, POLITICIAN, PRESIDENCY, PROSECUTION, RETIRE, RETIRED,
)
from leyenda.world.seats import dissolve, leave_organisation


def grow_old(world, par, week, i):
    """Another week of age; death comes with years, retirement with caution and money."""
    people = world.people
    people.age[i] += 1.0 / 52.0
    people.experience[i] += 1.0 / 52.0 if people.status[i] == FREE else 0.0
    if people.status[i] > 2 and people.status[i] != RETIRED:
        return
    mortality = par.mortality * exp(par.ageing * (people.age[i] - 50.0))
    if happens(world, people.key[i], NOBODY, week, AGE_DEATH, mortality):
        event = emit(world, week, DIE, i, -1, people.organisation[i], people.plaza[i], people.age[i])
        die(world, week, i, event)
        return
    careful = 1.0 + 2.0 * (people.caution[i] - wants(world, i)) if world.on.selection else 1.0
    hazard = par.retirement * max(0.1, careful) * (1.0 if people.role[i] < POLITICIAN else 0.3)
    if people.status[i] == FREE and people.role[i] != HEAD and happens(world, people.key[i], NOBODY, week, AGE_RETIRE, hazard):
        event = emit(world, week, RETIRE, i, -1, people.organisation[i], people.plaza[i], people.age[i])
        unseat_official(world, i)
        leave_organisation(world, week, i, event)
        people.status[i] = RETIRED


def named_there(world, o, p, role):
    """People of a role an organisation has in a plaza."""
    people = world.people
    number = 0
    for i in range(people.count):
        if people.organisation[i] == o and people.plaza[i] == p and people.role[i] == role and people.status[i] == FREE:
            number += 1
    return number


def fill_ranks(world, par, week, o, p):
    """Lieutenants rise as the ranks grow; an aspirant waits behind them."""
    members = world.presences.members[o, p]
    if members < par.ranks:
        return
    wanted = min(3, 1 + int(members / par.per_lieutenant))
    for role in (LIEUTENANT, ASPIRANT):
        decision = RISE_LIEUTENANT if role == LIEUTENANT else RISE_ASPIRANT
        want = wanted if role == LIEUTENANT else 1
        time = happens(world, world.organisations.key[o], world.plazas.key[p], week, decision, par.rises)
        if time and named_there(world, o, p, role) < want:
            i = rise(world, week, o, p, role)
            if i >= 0:
                event = emit(world, week, ENTER, i, world.people.superior[i], o, p, 0.0)
                because(world, event, world.presences.vacated[o, p], 0.2)
                world.people.rank_event[i] = event
                become_known(world, i, par.first_name, event)


def found(world, par, week, p, i):
    """A local group: somebody with a name, a few dozen people, one plaza."""
    key = child_key(world.people.key[i], world.plazas.key[p], world.people.children[i])
    world.people.children[i] += 1
    event = emit(world, week, FOUND, i, -1, -1, p, par.first_members)
    people = world.people
    if people.rank_event[i] >= 0:
        because(world, event, people.rank_event[i], 0.3)
    because(world, event, people.fall_event[i], 1.0)
    for k in range(len(people.grudge[i])):
        because(world, event, people.grudge_event[i, k], people.grudge[i, k])
    o = add_organisation(world, week, key, i, -1, p, 1, event)
    if o < 0:
        return
    world.events.organisation[event] = o
    people.organisation[i] = o
    people.role[i] = HEAD
    people.superior[i] = -1
    people.plaza[i] = p
    people.rank_event[i] = event
    become_known(world, i, 2.0 * par.first_name, event)
    world.presences.members[o, p] = int(par.first_members * (0.6 + 0.8 * people.guile[i]))
    held = 0.0
    for q in range(world.organisations.count):
        held += world.presences.control[q, p]
    world.presences.control[o, p] = 0.3 * max(0.0, 1.0 - held)
    hand_plaza(world, o, p, i)


def room(world, p):
    """Space for a newcomer: control nobody holds, without protection."""
    held = 0.0
    for q in range(world.organisations.count):
        held += world.presences.control[q, p]
    return max(0.0, 1.0 - held) * (1.0 - 0.7 * world.plazas.protection[p])


def found_groups(world, par, week):
    """Unknown newcomers, and people with a name but no organisation, found groups where there is room."""
    plazas, people = world.plazas, world.people
    for p in range(plazas.count):
        if plazas.side[p] != HOME:
            continue
        hazard = par.local_groups * plazas.exposed[p] / 100000.0 * (0.1 + room(world, p)) * plazas.margin[p]
        if happens(world, plazas.key[p], NOBODY, week, FOUND_LOCAL, hazard):
            key = child_key(plazas.key[p], plazas.key[p], week)
            i = add_person(world, week, key, HEAD, HOME, -1, p, -1)
            if i >= 0:
                found(world, par, week, p, i)
    for i in range(people.count):
        if people.status[i] == FREE and people.organisation[i] < 0 and stands_alone(people.role[i]) and people.plaza[i] >= 0:
            drive = people.guile[i] * wants(world, i) * (0.3 + room(world, people.plaza[i]))
            driven = 1.0 + anger(world, i)
            if happens(world, people.key[i], NOBODY, week, FOUND_BY_NAME, par.comes_back * drive * driven):
                found(world, par, week, people.plaza[i], i)
            elif happens(world, people.key[i], NOBODY, week, GIVES_UP, par.gives_up / driven):
                give_up(world, week, i)


def give_up(world, week, i):
    """Who has stood alone for long enough goes home."""
    people = world.people
    event = emit(world, week, LEAVE, i, -1, -1, people.plaza[i], 0.0)
    because(world, event, people.rank_event[i], 0.3)
    because(world, event, people.fall_event[i], 1.0)
    people.status[i] = RETIRED


def end_groups(world, par, week):
    """Local groups live about three years; one that grew large is local no more."""
    organisations = world.organisations
    for o in range(organisations.count):
        if alive(world, o) and organisations.local[o]:
            if organisations.members[o] > par.outgrown:
                organisations.local[o] = 0
            elif happens(world, organisations.key[o], NOBODY, week, LOCAL_END, par.local_ends):
                dissolve(world, week, o, organisations.event[o])


def stands_alone(role):
    """Aspirants and cast-outs face the same options."""
    return role == CAST_OUT or role == ASPIRANT


def role_of(institution):
    """Who holds posts of an institution: politicians, investigators or officers."""
    if institution == GOVERNMENT or institution == PRESIDENCY:
        return POLITICIAN
    if institution == AGENCY or institution == PROSECUTION:
        return INVESTIGATOR
    return OFFICER


def in_reach(world, i, f):
    """A career stays on its side of the border, and where a road leads."""
    p, q = world.people.plaza[i], world.offices.plaza[f]
    return world.people.side[i] == world.offices.side[f] and (p < 0 or q < 0 or world.plazas.road[p, q] >= 0.0)


def waiting(world, par, week, f, role):
    """Somebody between posts of the same kind and side, by lot; -1 for none."""
    people, offices = world.people, world.offices
    best, most = -1, par.rotates
    for i in range(people.count):
        if people.role[i] == role and people.status[i] == FREE and people.office[i] < 0 and in_reach(world, i, f):
            u = draw(world, people.key[i], offices.key[f], week, OFFICE_PICK)
            if u > most:
                best, most = i, u
    return best


def fill_office(world, par, week, f, cause):
    """A post gets a holder: somebody between posts, or somebody new. The old deal was with another man."""
    people, offices = world.people, world.offices
    role = role_of(offices.institution[f])
    old = offices.holder[f]
    i = waiting(world, par, week, f, role)
    if i == old:
        i = -1
    if i < 0:
        offices.holders[f] += 1
        i = add_person(world, week, child_key(offices.key[f], NOBODY, offices.holders[f]), role, offices.side[f], -1, offices.plaza[f], -1)
        if i < 0:
            return -1
    if old >= 0:
        people.office[old] = -1
    offices.holder[f] = i
    people.office[i] = f
    people.plaza[i] = offices.plaza[f]
    event = emit(world, week, OFFICE_CHANGE, i, old, offices.client[f], offices.plaza[f], f)
    because(world, event, cause, 1.0)
    offices.exposure[f] *= 0.3
    return event


def renegotiate(world, par, week, f, event):
    """A new holder keeps the deal only if he would make it; he starts without the old one's memory by half."""
    offices, people = world.offices, world.people
    offices.memory[f] *= 0.5
    if offices.client[f] < 0:
        return
    i = offices.holder[f]
    clean = people.integrity[i] + 0.3 * world.nation.heat[offices.side[f]]
    if world.on.withdrawal and draw(world, people.key[i], offices.key[f], week, OFFICE_RETURN) < clean:
        o = offices.client[f]
        lost = end_deal(world, week, f, 1.0)
        because(world, lost, event, 1.0)
        nation = world.nation
        side = offices.side[f]
        because_of(world, lost, nation.heat_event[side], nation.heat_part[side], 0.5)
        world.organisations.defeat_event[o] = lost


def rotate(world, par, week):
    """The calendar of office, and posts whose holder is gone."""
    offices, terms, plazas = world.offices, world.terms, world.plazas
    for t in range(terms.count):
        if terms.week[t] == week:
            f = terms.office[t]
            event = fill_office(world, par, week, f, -1)
            renegotiate(world, par, week, f, event)
            if terms.alternation[t] and offices.plaza[f] >= 0:
                plazas.continuity[offices.plaza[f]] *= par.alternation
    for f in range(offices.count):
        if not acts(world, offices.holder[f]):
            old = offices.holder[f]
            cause = world.people.fall_event[old] if old >= 0 else -1
            event = fill_office(world, par, week, f, cause)
            renegotiate(world, par, week, f, event)


def replace_bankers(world, par, week):
    """A bank whose insider is gone gets a new one."""
    banks, people = world.banks, world.people
    for b in range(banks.count):
        i = banks.insider[b]
        if not acts(world, i):
            banks.holders[b] += 1
            key = child_key(banks.key[b], NOBODY, banks.holders[b])
            banks.insider[b] = add_person(world, week, key, BANKER, banks.side[b], -1, banks.plaza[b], -1)
            banks.client[b] = -1
            banks.price[b] = 0.0
            event = emit(world, week, ENTER, banks.insider[b], -1, -1, banks.plaza[b], 0.0)
            because(world, event, people.fall_event[i] if i >= 0 else -1, 1.0)


@rule(switches=("entry", "selection", "withdrawal"))
def enter_and_exit(world, par, week):
    """See the top of the file."""
    for i in range(world.people.count):
        if world.people.status[i] != DEAD:
            grow_old(world, par, week, i)
    rotate(world, par, week)
    replace_bankers(world, par, week)
    end_groups(world, par, week)
    if world.on.entry:
        found_groups(world, par, week)
        for o in range(world.organisations.count):
            if alive(world, o):
                for p in range(world.plazas.count):
                    fill_ranks(world, par, week, o, p)
