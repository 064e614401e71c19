"""How people and organisations come into being, and how people get and lose a position."""

from leyenda.base.decisions import BORN_AGE, BORN_TRAIT
from leyenda.base.draws import NOBODY, child_key, draw, normal
from leyenda.world.names import BANKER, CAPO, FREE, HEAD, POLITICIAN

UNKNOWN = float("nan")
FULL_PEOPLE, FULL_ORGANISATIONS, FULL_WARS, FULL_TIES, FULL_TASK_FORCES = 3, 4, 5, 6, 7


def group(role):
    """Which population a role is drawn from: criminals, officials or bankers."""
    return 2 if role == BANKER else (1 if role >= POLITICIAN else 0)


def trait(world, i, number):
    """A trait of a new person: normal around his population's mean, kept between 0.02 and 0.98."""
    people, population = world.people, world.population
    g = group(people.role[i])
    shock = normal(draw(world, people.key[i], NOBODY, number, BORN_TRAIT))
    return min(0.98, max(0.02, population.mean[g, number] + population.spread[g, number] * shock))


def fill_traits(world, i):
    """The traits of a new person that are not known (NaN) are drawn from his population."""
    people = world.people
    if people.ambition[i] != people.ambition[i]:
        people.ambition[i] = trait(world, i, 0)
    if people.guile[i] != people.guile[i]:
        people.guile[i] = trait(world, i, 1)
    if people.brutality[i] != people.brutality[i]:
        people.brutality[i] = trait(world, i, 2)
    if people.caution[i] != people.caution[i]:
        people.caution[i] = trait(world, i, 3)
    if people.integrity[i] != people.integrity[i]:
        people.integrity[i] = trait(world, i, 4)
    if people.ego[i] != people.ego[i]:
        people.ego[i] = trait(world, i, 5)
    if people.age[i] != people.age[i]:
        g = group(people.role[i])
        shock = normal(draw(world, people.key[i], NOBODY, 0, BORN_AGE))
        people.age[i] = min(75.0, max(16.0, world.population.age[g] + world.population.age_spread[g] * shock))


def clear_memory(people, i):
    """Nobody resents, remembers or has proof of anything yet."""
    for k in range(len(people.grudge[i])):
        people.grudge_to[i, k] = -1
        people.grudge_event[i, k] = -1
    for k in range(len(people.evidence_event[i])):
        people.evidence_event[i, k] = -1
        people.notoriety_event[i, k] = -1
    people.jailed[i] = people.case[i] = people.office[i] = people.deed[i] = -1
    people.rank_event[i] = people.fall_event[i] = people.seen_betrayal[i] = -1
    people.loyalty[i] = 0.6
    people.hold[i] = 1.0
    people.suspicion[i] = 0.05


def add_person(world, week, key, role, side, o, p, superior):
    """A new person by name; returns his number, or -1 if the table is full, which stops the world."""
    people = world.people
    i = people.count
    if i >= len(people.role):
        world.error = FULL_PEOPLE
        return -1
    people.count = i + 1
    people.key[i] = key
    people.role[i] = role
    people.status[i] = FREE
    people.side[i] = side
    people.organisation[i] = o
    people.plaza[i] = p
    people.superior[i] = superior
    people.entered[i] = week
    people.ambition[i] = people.guile[i] = people.brutality[i] = people.caution[i] = UNKNOWN
    people.integrity[i] = people.ego[i] = people.age[i] = UNKNOWN
    fill_traits(world, i)
    clear_memory(people, i)
    if o >= 0:
        people.accustomed[i] = world.organisations.demanded[o]
    return i


def rise(world, week, o, p, role):
    """Somebody of the ranks in one plaza gets a name; his key is his plaza's, his organisation's and his number there."""
    presences = world.presences
    number = presences.births[o, p]
    presences.births[o, p] = number + 1
    key = child_key(world.organisations.key[o], world.plazas.key[p], number)
    capo = presences.capo[o, p]
    superior = capo if capo >= 0 else world.organisations.head[o]
    return add_person(world, week, key, role, world.plazas.side[p], o, p, superior)


def add_organisation(world, week, key, head, parent, p, local, event):
    """A new organisation led by somebody from one plaza; returns its number, or -1 if the table is full."""
    organisations = world.organisations
    o = organisations.count
    if o >= len(organisations.head):
        world.error = FULL_ORGANISATIONS
        return -1
    organisations.count = o + 1
    organisations.key[o] = key
    organisations.head[o] = head
    organisations.parent[o] = parent
    organisations.founded[o] = week
    organisations.ended[o] = organisations.empty[o] = -1
    organisations.local[o] = local
    organisations.seat[o] = p
    organisations.event[o] = event
    organisations.defeat_event[o] = -1
    organisations.demanded[o] = world.par.command.tribute_start
    for q in range(len(organisations.head)):
        organisations.pact_event[o, q] = organisations.war[o, q] = organisations.hostility_event[o, q] = -1
    for k in range(world.plazas.count):
        world.presences.capo[o, k] = world.presences.vacant[o, k] = world.presences.vacated[o, k] = -1
    return o


def take_seat(world, o, i, event):
    """Somebody becomes head: whoever answered to the old one answers to him, and the grudges against the office shrink."""
    people, organisations = world.people, world.organisations
    old = organisations.head[o]
    organisations.head[o] = i
    organisations.empty[o] = -1
    organisations.held[o] = 0
    people.role[i] = HEAD
    people.superior[i] = -1
    people.rank_event[i] = event
    people.asked[i] = people.obeyed[i] = 0.0
    people.hold[i] = 1.0
    p = people.plaza[i]
    if p >= 0 and world.presences.members[o, p] > 0:
        hand_plaza(world, o, p, i)
        organisations.seat[o] = p
    for j in range(people.count):
        if people.organisation[j] == o and j != i and people.status[j] == FREE and (people.superior[j] == old or people.superior[j] < 0):
            people.superior[j] = i
            people.loyalty[j] *= 0.85


def hand_plaza(world, o, p, i):
    """Somebody runs a plaza from now on; the people there answer to him, whoever ran it becomes one of them."""
    people, presences = world.people, world.presences
    old = presences.capo[o, p]
    presences.capo[o, p] = i
    presences.vacant[o, p] = -1
    people.plaza[i] = p
    people.organisation[i] = o
    if people.role[i] != HEAD:
        people.role[i] = CAPO
        people.superior[i] = world.organisations.head[o]
    for j in range(people.count):
        if people.organisation[j] == o and people.plaza[j] == p and j != i and people.role[j] < POLITICIAN and people.role[j] != HEAD:
            people.superior[j] = i
    if old >= 0 and old != i and people.role[old] == CAPO:
        people.role[old] = 2


def befriend(world, i, j, kind, strength):
    """A new tie between two people."""
    ties = world.ties
    n = ties.count
    if n >= len(ties.a):
        world.error = FULL_TIES
        return
    ties.a[n], ties.b[n], ties.kind[n], ties.strength[n] = i, j, kind, strength
    ties.count = n + 1


def unbind(world, o, q):
    """Whatever two organisations had agreed is void."""
    organisations = world.organisations
    organisations.pact[o, q] = organisations.pact[q, o] = 0
    if organisations.overlord[o] == q:
        organisations.overlord[o] = -1
    if organisations.overlord[q] == o:
        organisations.overlord[q] = -1


def add_war(world, o, p, week, event):
    """An open conflict begins."""
    wars, organisations = world.wars, world.organisations
    w = wars.count
    if w >= len(wars.a):
        world.error = FULL_WARS
        return
    wars.count = w + 1
    wars.a[w], wars.b[w], wars.began[w], wars.ended[w], wars.event[w] = o, p, week, -1, event
    organisations.at_war[o, p] = organisations.at_war[p, o] = 1
    organisations.war[o, p] = organisations.war[p, o] = w
    unbind(world, o, p)
