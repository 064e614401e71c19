"""What happens to a position when its holder is gone, and to an organisation when it ends."""

from leyenda.base.draws import child_key
from leyenda.base.events import because, emit
from leyenda.world.authorities import drop_clients
from leyenda.world.careers import add_organisation, hand_plaza, take_seat, unbind
from leyenda.world.ledger import (
    DISBANDED, DISBANDED_CLEAN, FORFEITURE, FRONT_DEFAULT, INHERITANCE, INHERITANCE_FAMILY, PARTITION, book, hand_in, lose,
    spend_treasury, transfer,
)
from leyenda.world.measures import speaker
from leyenda.world.names import ASPIRANT, CAPO, CAST_OUT, DEAD, DISSOLVE, FREE, HEAD, PEACE


def vacate(world, week, i, event):
    """Somebody no longer runs his plaza or seat: his people answer to the next above."""
    people, presences, organisations = world.people, world.presences, world.organisations
    o, p = people.organisation[i], people.plaza[i]
    people.fall_event[i] = event
    if o < 0:
        return
    for j in range(people.count):
        if people.superior[j] == i and people.organisation[j] == o and people.role[i] != HEAD:
            people.superior[j] = people.superior[i]
    if p >= 0 and presences.capo[o, p] == i:
        presences.capo[o, p] = -1
        presences.vacant[o, p] = week
        presences.vacated[o, p] = event
    if organisations.head[o] == i and people.status[i] == DEAD:
        organisations.empty[o] = week


def leave_organisation(world, week, i, event):
    """Somebody stands alone from now on."""
    vacate(world, week, i, event)
    people, organisations = world.people, world.organisations
    o = people.organisation[i]
    if o >= 0 and organisations.head[o] == i:
        organisations.empty[o] = week
        organisations.head[o] = -1
        for j in range(people.count):
            if people.superior[j] == i:
                people.superior[j] = -1
    people.organisation[i] = -1
    people.superior[i] = -1


def settle(world, week, i, keeper):
    """The estate of a man who is gone: front-men default, the state takes its part, the rest goes to his organisation and family."""
    people, spend = world.people, world.par.spend
    people.cash[i] += people.fronted[i] + people.laundered[i]
    lose(world, week, FRONT_DEFAULT, i, spend.default * people.fronted[i])
    people.fronted[i] = people.laundered[i] = 0.0
    lose(world, week, FORFEITURE, i, spend.forfeited * people.cash[i])
    if keeper >= 0:
        hand_in(world, week, INHERITANCE, i, keeper, spend.inherited * people.cash[i])
    lose(world, week, INHERITANCE_FAMILY, i, people.cash[i])


def follow(world, o, p, q, part):
    """A part of an organisation's people and control in a plaza goes over to another organisation."""
    presences = world.presences
    moved = int(presences.members[o, p] * part)
    presences.members[o, p] -= moved
    presences.members[q, p] += moved
    taken = presences.control[o, p] * part
    presences.control[o, p] -= taken
    presences.control[q, p] += taken


def follow_leader(world, i, o, q, p, event):
    """Those who answer to a man in a plaza go over with him."""
    people = world.people
    for j in range(people.count):
        if j != i and people.organisation[j] == o and people.plaza[j] == p and people.superior[j] == i:
            people.organisation[j] = q
            people.rank_event[j] = event


def break_away(world, week, i, event):
    """A man leaves with his plaza and leads a new organisation; returns it, or -1."""
    people, organisations, presences = world.people, world.organisations, world.presences
    o, p = people.organisation[i], people.plaza[i]
    key = child_key(people.key[i], world.plazas.key[p], people.children[i])
    people.children[i] += 1
    q = add_organisation(world, week, key, i, o, p, 0, event)
    if q < 0:
        return -1
    organisations.births[o] += 1
    organisations.demanded[q] = organisations.demanded[o]
    kept = world.par.betray.stay_behind
    share = presences.members[o, p] / (organisations.members[o] + 1.0) * (1.0 - kept)
    transfer(world, week, PARTITION, o, q, share * organisations.treasury[o])
    follow(world, o, p, q, 1.0 - kept)
    follow_leader(world, i, o, q, p, event)
    if presences.capo[o, p] == i:
        presences.capo[o, p] = -1
        presences.vacant[o, p] = week
        presences.vacated[o, p] = event
    people.organisation[i] = q
    people.role[i] = HEAD
    take_seat(world, q, i, event)
    organisations.members[q] = presences.members[q, p]
    return q


def end_wars(world, week, o):
    """Whatever an organisation fought is over, and its pacts are void."""
    organisations, wars = world.organisations, world.wars
    for q in range(organisations.count):
        if organisations.at_war[o, q]:
            w = organisations.war[o, q]
            event = emit(world, week, PEACE, speaker(world, q), speaker(world, o), o, -1, 0.0)
            because(world, event, wars.event[w], 1.0)
            wars.ended[w] = week
            organisations.at_war[o, q] = organisations.at_war[q, o] = 0
            organisations.war[o, q] = organisations.war[q, o] = -1
        unbind(world, o, q)


def absorb(world, week, o, q):
    """All that an organisation has goes to another; its named people stay where they are, under a new head."""
    people, organisations, presences = world.people, world.organisations, world.presences
    transfer(world, week, PARTITION, o, q, organisations.treasury[o])
    organisations.laundered[q] += organisations.laundered[o]
    organisations.laundered[o] = 0.0
    for p in range(world.plazas.count):
        if presences.members[o, p] > 0 or presences.control[o, p] > 0.0:
            follow(world, o, p, q, 1.0)
    for j in range(people.count):
        if people.organisation[j] == o and people.status[j] != DEAD:
            p = people.plaza[j]
            people.organisation[j] = q
            capo = presences.capo[q, p] if p >= 0 else -1
            if people.role[j] == HEAD:
                people.role[j] = CAPO
            if people.role[j] == CAPO and p >= 0 and capo < 0 and people.status[j] == FREE:
                hand_plaza(world, q, p, j)
            elif people.role[j] == CAPO:
                people.role[j] = 2
            local = presences.capo[q, p] if p >= 0 else -1
            people.superior[j] = local if local >= 0 and local != j else organisations.head[q]
    close_down(world, week, o)


def close_down(world, week, o):
    """An organisation is no more: wars, pacts and deals end."""
    organisations = world.organisations
    organisations.ended[o] = week
    organisations.head[o] = -1
    for p in range(world.plazas.count):
        world.presences.capo[o, p] = -1
    end_wars(world, week, o)
    drop_clients(world, o)


def dissolve(world, week, o, cause):
    """A remnant falls apart: people go home, money goes with them, the named ones stand alone."""
    people, organisations, presences = world.people, world.organisations, world.presences
    event = emit(world, week, DISSOLVE, speaker(world, o), -1, o, organisations.seat[o], organisations.members[o])
    because(world, event, cause, 1.0)
    because(world, event, organisations.defeat_event[o], 0.5)
    spend_treasury(world, week, DISBANDED, o, organisations.treasury[o])
    book(world, week, DISBANDED_CLEAN, organisations.laundered[o])
    organisations.laundered[o] = 0.0
    for p in range(world.plazas.count):
        presences.members[o, p] = 0
        presences.control[o, p] = 0.0
    for j in range(people.count):
        if people.organisation[j] == o:
            people.organisation[j] = -1
            people.superior[j] = -1
            if people.status[j] == FREE and people.role[j] < 4:
                people.role[j] = CAST_OUT if people.role[j] != ASPIRANT else ASPIRANT
    close_down(world, week, o)
    return event
