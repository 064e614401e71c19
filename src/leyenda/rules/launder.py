"""Launder: dirty cash needs a bank.

Why     Fee and risk rise with a bank's compliance, and less is laundered; a bought insider lowers both. Banks that earn
        well slacken, fined ones tighten. What is reported becomes evidence against the head whose money it was.
Source  Reuter & Truman (2004) for prices of laundering; Masciandaro (1999) for compliance as a choice; rates are ours.
Switch  bribery: off, nobody's man sits inside. spend: off, nothing is spent as cash.
"""

from leyenda.base.decisions import BANK_FINE, BANK_REPORT
from leyenda.base.draws import NOBODY, draw, happens
from leyenda.base.events import because, emit
from leyenda.base.rule import rule
from leyenda.world.ledger import (
    BANK_PROFIT, FINE_PAID, HOUSEHOLD, LAUNDER, LAUNDERING_FEE, LAUNDERING_FEE_PERSON, WAGES, book, lose, spend_treasury,
)
from leyenda.world.authorities import serves
from leyenda.world.feelings import add_evidence
from leyenda.world.measures import alive
from leyenda.world.names import CAPO, FINE, FREE, HEAD, REPORT
from leyenda.world.policies import careful


def looks(world, par, b, o):
    """How carefully a bank looks at an organisation's money."""
    return careful(world, b) * (par.insider_sees if world.banks.client[b] == o else 1.0)


def cost(world, par, b, o):
    """What a laundered dollar costs there: the fee and the risk."""
    return world.banks.fee[b] * (0.5 + looks(world, par, b, o)) + par.risk * looks(world, par, b, o)


def too_dear(world, par, b, o):
    """Share of what could be laundered that is not worth its cost at the cheapest bank; 0 where there is none."""
    return min(1.0, par.dear * cost(world, par, b, o)) if b >= 0 and world.on.spend else 0.0


def cheapest(world, par, o):
    """The bank with room left where an organisation's money costs least, or -1."""
    banks = world.banks
    best = -1
    for b in range(banks.count):
        if banks.taken[b] < banks.capacity[b] and serves(world, b, o):
            if best < 0 or cost(world, par, b, o) < cost(world, par, best, o):
                best = b
    return best


def wash_treasury(world, par, week, o):
    """An organisation launders what it does not need at hand, at up to three banks, and spends as cash what is too dear to."""
    organisations, banks = world.organisations, world.banks
    b = cheapest(world, par, o)
    wanted = max(0.0, organisations.treasury[o] - par.reserve * organisations.revenue[o]) * par.pace
    wanted -= spend_treasury(world, week, WAGES, o, wanted * too_dear(world, par, b, o))
    for _ in range(3):
        b = cheapest(world, par, o)
        if b < 0 or wanted <= 0.0:
            return
        amount = min(wanted, banks.capacity[b] - banks.taken[b])
        fee = amount * banks.fee[b] * (0.5 + looks(world, par, b, o))
        organisations.treasury[o] -= amount
        organisations.laundered[o] += amount - fee
        banks.earned[b] += fee
        banks.taken[b] += amount
        book(world, week, LAUNDER, amount - fee)
        book(world, week, LAUNDERING_FEE, fee)
        report(world, par, week, o, b, amount)
        wanted -= amount


def wash_person(world, par, week, i):
    """A head or capo launders a part of his own, and lives on what is too dear to."""
    people, banks = world.people, world.banks
    b = cheapest(world, par, people.organisation[i])
    if b < 0:
        return
    wanted = max(0.0, people.cash[i] - par.pocket) * par.pace
    wanted -= lose(world, week, HOUSEHOLD, i, wanted * too_dear(world, par, b, people.organisation[i]))
    amount = min(wanted, banks.capacity[b] - banks.taken[b])
    fee = amount * banks.fee[b] * (0.5 + looks(world, par, b, people.organisation[i]))
    people.cash[i] -= amount
    people.laundered[i] += amount - fee
    banks.earned[b] += fee
    banks.taken[b] += amount
    book(world, week, LAUNDERING_FEE_PERSON, fee)


def report(world, par, week, o, b, amount):
    """A bank that looks may report what it took; the head's case grows."""
    banks, head = world.banks, world.organisations.head[o]
    if head < 0:
        return
    if happens(world, world.organisations.key[o], banks.key[b], week, BANK_REPORT, par.reports * looks(world, par, b, o)):
        event = emit(world, week, REPORT, banks.insider[b], head, o, banks.plaza[b], amount)
        because(world, event, banks.deal_event[b], 0.1)
        banks.reported[b] += amount
        add_evidence(world, head, event, par.report_evidence)


def supervise(world, par, week, b):
    """Fines for what went through; complacency while it earns."""
    banks = world.banks
    flow = banks.taken[b] / banks.capacity[b] if banks.capacity[b] > 0.0 else 0.0
    watch = world.nation.effort[banks.side[b]] * (1.0 + world.nation.heat[banks.side[b]])
    if flow > 0.0 and draw(world, banks.key[b], NOBODY, week, BANK_FINE) < par.fines * flow * watch / 52.0:
        fined = par.fine * banks.earned[b]
        event = emit(world, week, FINE, -1, banks.insider[b], banks.client[b], banks.plaza[b], fined)
        because(world, event, banks.deal_event[b], 1.0)
        banks.earned[b] -= fined
        banks.fined[b] += fined
        banks.client[b] = -1
        banks.price[b] = 0.0
        book(world, week, FINE_PAID, fined)
        banks.compliance[b] += (0.95 - banks.compliance[b]) * par.tightened
    goal = banks.base[b] * (1.0 - par.slackening * flow)
    banks.compliance[b] += (goal - banks.compliance[b]) * par.forgetting / 52.0
    profit = banks.earned[b] * par.profit / 52.0
    banks.earned[b] -= profit
    book(world, week, BANK_PROFIT, profit)
    banks.laundered[b] += banks.taken[b]
    world.flows.laundered += banks.taken[b]


@rule(switches=("bribery", "spend"))
def launder(world, par, week):
    """See the top of the file."""
    people = world.people
    for b in range(world.banks.count):
        world.banks.taken[b] = 0.0
    for o in range(world.organisations.count):
        if alive(world, o):
            wash_treasury(world, par, week, o)
    for i in range(people.count):
        if people.organisation[i] >= 0 and people.status[i] == FREE and (people.role[i] == HEAD or people.role[i] == CAPO):
            wash_person(world, par, week, i)
    for b in range(world.banks.count):
        supervise(world, par, week, b)
