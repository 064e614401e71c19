"""A man is taken, killed, freed or sent abroad: what becomes of him, whoever did it."""

from leyenda.base.decisions import ARREST_SENTENCE
from leyenda.base.draws import NOBODY, draw
from leyenda.base.events import emit
from leyenda.world.feelings import defeat
from leyenda.world.names import ARREST, DEAD, HEAD, JAILED_HOME, KILL
from leyenda.world.seats import settle, vacate


def unseat_official(world, i):
    """A fallen official has no post; whoever fills it finds out whose it was."""
    world.people.office[i] = -1


def jail(world, week, i, who, amount):
    """Somebody is arrested; his organisation is seen to have lost him. Returns the event."""
    people, arrest = world.people, world.par.arrest
    event = emit(world, week, ARREST, who, i, people.organisation[i], people.plaza[i], amount)
    people.status[i] = JAILED_HOME
    people.jailed[i] = week
    years = arrest.sentence * (0.5 + draw(world, people.key[i], NOBODY, week, ARREST_SENTENCE)) * (1.0 + min(2.0, people.evidence[i]))
    people.sentence[i] = int(52.0 * years)
    people.reached[i] = 1
    fall_of(world, week, i, event)
    return event


def slay(world, week, i, killer, amount):
    """Somebody is killed. Returns the event."""
    people = world.people
    event = emit(world, week, KILL, killer, i, people.organisation[i], people.plaza[i], amount)
    die(world, week, i, event)
    return event


def die(world, week, i, event):
    """Somebody is dead: his position is empty and his estate settled."""
    people = world.people
    people.status[i] = DEAD
    fall_of(world, week, i, event)
    settle(world, week, i, people.organisation[i])


def fall_of(world, week, i, event):
    """His plaza and his post are empty; a seat stays his while he lives and his people listen."""
    people, organisations = world.people, world.organisations
    o = people.organisation[i]
    unseat_official(world, i)
    vacate(world, week, i, event)
    if o >= 0:
        weight = 0.6 if people.role[i] == HEAD else 0.15
        defeat(world, o, weight, event)
        if organisations.head[o] == i:
            organisations.defeat_event[o] = event


def count_named(world, o, p):
    """Somebody by name is among the week's dead members."""
    if p >= 0:
        world.plazas.deaths[p] += 1
        world.plazas.deaths_members[p] += 1
        if o >= 0:
            world.organisations.deaths[o] += 1
