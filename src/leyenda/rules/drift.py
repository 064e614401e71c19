"""Drift: people move towards the company they keep, officials towards the bribes they take, and back with oversight.

Why     Criminals come to resemble those they work with; who takes finds taking easier; who was wronged learns. Nobody
        drifts by a constant: every change has a dose that somebody gave.
Source  Sutherland (1947), differential association; Festinger (1957) on justifying what one does; rates are ours.
Switch  learning: off, experience teaches no guile. drift: off, traits stay as they are.
"""

from leyenda.base.rule import rule
from leyenda.world.measures import anger, list_by
from leyenda.world.names import FREE, POLITICIAN


def company(world, i):
    """Mean brutality of the people of his organisation in his plaza, himself included."""
    people = world.people
    total, number = people.brutality[i], 1.0
    j = world.scratch.first[people.organisation[i]] if people.organisation[i] >= 0 else world.scratch.alone
    while j >= 0:
        if j != i and people.plaza[j] == people.plaza[i] and people.role[j] < POLITICIAN:
            total += people.brutality[j]
            number += 1.0
        j = world.scratch.next[j]
    return total / number


def drift_official(world, par, i):
    """Bribes wear integrity down; oversight and clean years bring some of it back."""
    people = world.people
    people.taken[i] *= 1.0 - 1.0 / 104.0
    dose = people.taken[i] / (people.taken[i] + par.dose)
    people.integrity[i] -= par.bought * dose * people.integrity[i] / 52.0
    people.integrity[i] += par.oversight * (1.0 - dose) * world.nation.effort[people.side[i]] * (par.decent - people.integrity[i]) / 52.0
    people.integrity[i] = min(0.99, max(0.01, people.integrity[i]))


def drift_criminal(world, par, i):
    """Brutality follows the company; guile grows with years, faster for those who were wronged."""
    people = world.people
    people.brutality[i] += par.peers * (company(world, i) - people.brutality[i]) / 52.0
    people.integrity[i] -= par.coarsened * people.brutality[i] * people.integrity[i] / 52.0
    if world.on.learning:
        people.guile[i] += par.learning * (1.0 + par.stung * anger(world, i)) * (1.0 - people.guile[i]) / 52.0


@rule(switches=("learning",))
def drift(world, par, week):
    """See the top of the file."""
    people = world.people
    if week % 4 == 0:
        list_by(world, people.organisation)
    for i in range(people.count):
        if people.status[i] != FREE:
            continue
        if people.role[i] >= POLITICIAN:
            drift_official(world, par, i)
        elif week % 4 == 0:
            drift_criminal(world, par, i)
