"""Deals between organisations and the people in posts and banks: how one is made, and how one ends."""

from leyenda.base.events import emit
from leyenda.world.names import ABROAD, BRIBE, DROP_PROTECTION


def serves(world, b, o):
    """Whether a bank serves an organisation: one without a plaza everybody, a local one those with people there."""
    p = world.banks.plaza[b]
    return p < 0 or world.plazas.side[p] == ABROAD or world.presences.members[o, p] > 0


def make_deal(world, week, f, o, man, price):
    """An office protects an organisation from now on; the deal is with the man and his organisation."""
    offices = world.offices
    event = emit(world, week, BRIBE, man, offices.holder[f], o, offices.plaza[f], price)
    offices.client[f] = o
    offices.man[f] = man
    offices.price[f] = price
    offices.deal_event[f] = event
    offices.exposure[f] = 0.5 * offices.exposure[f]
    return event


def end_deal(world, week, f, amount):
    """An office protects its client no longer; returns the event."""
    offices = world.offices
    event = emit(world, week, DROP_PROTECTION, offices.holder[f], offices.man[f], offices.client[f], offices.plaza[f], amount)
    offices.client[f] = -1
    offices.man[f] = -1
    offices.price[f] = 0.0
    return event


def drop_clients(world, o):
    """An organisation is no more: whoever protected it is free of it, without an act of theirs."""
    offices, banks = world.offices, world.banks
    for f in range(offices.count):
        if offices.client[f] == o:
            offices.client[f] = -1
            offices.man[f] = -1
            offices.price[f] = 0.0
    for b in range(banks.count):
        if banks.client[b] == o:
            banks.client[b] = -1
            banks.price[b] = 0.0
