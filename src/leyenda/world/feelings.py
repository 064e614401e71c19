"""Grudges, fear, suspicion and notoriety: what deeds leave behind in people."""

from leyenda.base.events import remember
from leyenda.world.measures import tie
from leyenda.world.names import DEAD, FREE


def resent(world, i, j, amount, event):
    """i resents j more, because of an event; the smallest grudge makes room. Nothing with grudges off."""
    if not world.on.grudges or i < 0 or j < 0 or i == j or amount <= 0.0:
        return
    people = world.people
    slot = 0
    for k in range(len(people.grudge[i])):
        if people.grudge_to[i, k] == j:
            slot = k
            break
        if people.grudge[i, k] < people.grudge[i, slot]:
            slot = k
    if people.grudge_to[i, slot] != j:
        people.grudge_to[i, slot] = j
        people.grudge[i, slot] = 0.0
        people.grudge_event[i, slot] = -1
    people.grudge[i, slot] = min(2.0, people.grudge[i, slot] + amount)
    if event >= 0:
        people.grudge_event[i, slot] = event


def grudge_cause(world, i, j):
    """The event behind i's grudge against j, or -1."""
    people = world.people
    for k in range(len(people.grudge[i])):
        if people.grudge_to[i, k] == j:
            return people.grudge_event[i, k]
    return -1


def witness(world, victim, culprit, event, grudge, fear):
    """Comrades of a victim see it: his kin and friends resent the culprit, all of them fear him (fear off: nobody does)."""
    people = world.people
    for i in range(people.count):
        if people.status[i] == FREE and people.organisation[i] == people.organisation[victim] and i != victim and i != culprit:
            near = 1.0 if people.superior[i] == people.superior[victim] and people.plaza[i] == people.plaza[victim] else 0.3
            resent(world, i, culprit, grudge * max(near * world.par.measures.witness, tie(world, i, victim)), event)
            if world.on.fear:
                people.fear[i] = min(1.0, people.fear[i] + fear * near)


def become_known(world, i, amount, event):
    """A deed makes somebody notorious."""
    people = world.people
    grown = amount * (1.0 - people.notoriety[i])
    people.notoriety[i] += grown
    remember(people.notoriety_event[i], people.notoriety_part[i], event, grown)


def add_evidence(world, i, event, amount):
    """A case grows, and remembers what made it grow (case_building off: it does not)."""
    people = world.people
    if world.on.case_building:
        people.evidence[i] = min(4.0, people.evidence[i] + amount)
        remember(people.evidence_event[i], people.evidence_part[i], event, amount)


def see_betrayal(world, o, event, amount):
    """Everybody in an organisation has lived through a betrayal: the prior of treason rises (fear_of_betrayal off: it does not)."""
    people = world.people
    for i in range(people.count):
        if people.organisation[i] == o and people.status[i] != DEAD:
            people.seen_betrayal[i] = event
            if world.on.fear_of_betrayal:
                people.suspicion[i] += amount * (1.0 - people.suspicion[i])


def defeat(world, o, amount, event):
    """Others see that an organisation has lost something (visible_weakness off: they do not)."""
    organisations = world.organisations
    organisations.defeat_event[o] = event
    if world.on.visible_weakness:
        organisations.defeat[o] += amount * (1.0 - organisations.defeat[o])


def wrong(world, o, p, amount, event):
    """Organisation p remembers what o did to it."""
    if o < 0 or p < 0 or o == p:
        return
    organisations = world.organisations
    organisations.hostility[p, o] = min(10.0, organisations.hostility[p, o] + amount)
    organisations.hostility_event[p, o] = event


def alarm(world, p, side, amount, event):
    """Something visible feeds the heat of a plaza, and of its side's nation by how many of its people live there."""
    if not world.on.heat:
        return
    plazas, nation = world.plazas, world.nation
    if p >= 0:
        plazas.heat[p] = min(5.0, plazas.heat[p] + amount)
        remember(plazas.heat_event[p], plazas.heat_part[p], event, amount)
    if world.on.national_heat:
        felt = min(1.0, world.par.heat.national * plazas.population[p] / nation.people[side]) if p >= 0 else 1.0
        nation.heat[side] = min(5.0, nation.heat[side] + amount * felt)
        remember(nation.heat_event[side], nation.heat_part[side], event, amount * felt)
