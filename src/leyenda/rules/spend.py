"""Spend: money has uses, so that budgets bind; and a fallen man's money runs through many fingers.

Why     Wages, arms, households and lawful assets take what comes in; what a jailed man owns is defaulted on by front-men
        and eaten by prison. Without uses money piles up and nothing ever binds.
Source  Levitt & Venkatesh (2000) for wages of the ranks; rates are ours.
Switch  spend: off, nothing is spent but bribes; without wages there is no margin either, and so no tribute.
"""

from leyenda.base.rule import rule
from leyenda.world.ledger import (
    ARMS, ASSETS, ASSETS_PERSON, FRONT_DEFAULT, HEAD_SHARE, HOUSEHOLD, PRISON, SALARY, SALARY_SHARE, WAGES, WAGES_CAPO, book,
    earn, give, lose, spend_treasury,
)
from leyenda.world.measures import acts, alive, list_by
from leyenda.world.names import ASPIRANT, BANKER, CAPO, DEAD, HEAD, JAILED_ABROAD, JAILED_HOME, LIEUTENANT


def pay_ranks(world, par, week, o, p):
    """Wages of a plaza, out of its capo's pocket while there is one; what is left is his margin."""
    members = world.presences.members[o, p]
    wages = members * par.wage / 52.0 + par.rank_share * world.presences.gross[o, p]
    capo = world.presences.capo[o, p]
    if acts(world, capo):
        paid = lose(world, week, WAGES_CAPO, capo, wages)
        world.people.margin[capo] = max(0.0, world.presences.gross[o, p] - paid)
    else:
        spend_treasury(world, week, WAGES, o, wages)


def pay_treasury(world, par, week, o):
    """Arms in war, the head's and lieutenants' shares, and lawful assets."""
    organisations, people = world.organisations, world.people
    for q in range(organisations.count):
        if organisations.at_war[o, q]:
            spend_treasury(world, week, ARMS, o, par.arms * organisations.members[o] / 52.0)
    head = organisations.head[o]
    if acts(world, head):
        give(world, week, HEAD_SHARE, o, head, par.head_share * organisations.revenue[o])
    bought = organisations.laundered[o] * par.assets / 52.0
    organisations.laundered[o] -= bought
    book(world, week, ASSETS, bought)
    i = world.scratch.first[o]
    while i >= 0:
        if people.role[i] == LIEUTENANT or people.role[i] == ASPIRANT:
            give(world, week, SALARY_SHARE, o, i, par.lieutenant / 52.0 * (1.0 if people.role[i] == LIEUTENANT else 0.4))
        i = world.scratch.next[i]


def pay_household(world, par, week, i):
    """What a free person lives on, hides with front-men and puts into lawful assets."""
    people = world.people
    if people.office[i] >= 0 or people.role[i] == BANKER:
        earn(world, week, SALARY, i, par.salary / 52.0)
    lose(world, week, HOUSEHOLD, i, people.cash[i] * par.household / 52.0)
    if people.role[i] == HEAD or people.role[i] == CAPO:
        hidden = max(0.0, people.cash[i] - par.pocket) * par.fronting / 52.0
        people.cash[i] -= hidden
        people.fronted[i] += hidden


def buy_assets(world, par, week, i):
    """Clean money goes into lawful assets, wherever its owner is."""
    bought = world.people.laundered[i] * par.assets / 52.0
    world.people.laundered[i] -= bought
    book(world, week, ASSETS_PERSON, bought)


def pay_prison(world, par, week, i):
    """Prison eats money, and front-men forget whose it is."""
    people = world.people
    lose(world, week, PRISON, i, par.prison / 52.0)
    gone = people.fronted[i] * par.front_default / 52.0
    people.fronted[i] -= gone
    book(world, week, FRONT_DEFAULT, gone)


@rule()
def spend(world, par, week):
    """See the top of the file."""
    people = world.people
    list_by(world, people.organisation)
    for o in range(world.organisations.count):
        if alive(world, o):
            for p in range(world.plazas.count):
                if world.presences.members[o, p] > 0:
                    pay_ranks(world, par, week, o, p)
            pay_treasury(world, par, week, o)
    for i in range(people.count):
        if people.status[i] == DEAD:
            continue
        buy_assets(world, par, week, i)
        if people.status[i] == JAILED_HOME or people.status[i] == JAILED_ABROAD:
            pay_prison(world, par, week, i)
        else:
            pay_household(world, par, week, i)
