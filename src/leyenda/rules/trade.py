"""Trade: product moves through the crossing that pays best, and the market clears abroad.

Why     An organisation moves what it can handle: its share of control of a plaza's capacity, as far as there are people at
        work. Each load takes a crossing by expected margin, net of passage, road and seizure: push down one crossing and the
        flow bulges out at another (the balloon). Suppliers fill the capacity that demand calls for. What consumers pay is
        split along the value chain; most of it never leaves their country.
Source  Reuter & Kleiman (1986), "risks and prices"; UNODC (2010) for the value chain; the softmax and the rates are ours.
Switch  market_price: off, the price is held at its base and suppliers fill a fixed share of capacity. pacts: off, every
        passage costs the full fee.
"""

from leyenda.base.portable import exp, power, root
from leyenda.base.rule import rule
from leyenda.world.ledger import (
    FREIGHT, FREIGHT_CAPO, PASSAGE, PASSAGE_ORGANISATION, RENT, RENT_CAPO, SALE, SALE_CAPO, SALE_DISTRIBUTION,
    SALE_SUPPLIERS, book, collect, earn, hand_in, lose, spend_treasury, transfer,
)
from leyenda.world.measures import acts, alive, driver, embattled
from leyenda.world.names import ABROAD, BORDER, HOME, POLICE
from leyenda.world.policies import DEMAND, PRICE, SEIZURE_RATE, rate


def staffing(world, par, o, p, at_war):
    """Share of its work an organisation gets done in a plaza: hands, a capo in charge, and peace."""
    members = world.presences.members[o, p]
    hands = members / (members + par.half_staffed * (0.2 + world.presences.control[o, p]))
    led = 1.0 if acts(world, world.presences.capo[o, p]) else par.leaderless
    return hands * led * (1.0 - par.lost_at_war * (fighting(world, o, p) if at_war else 0.0))


def fighting(world, o, p):
    """1 if an enemy stands in the same plaza."""
    for q in range(world.organisations.count):
        if world.organisations.at_war[o, q] and world.presences.members[q, p] > 0:
            return 1.0
    return 0.0


def bought_abroad(world, o):
    """Share of the border offices and police abroad that look away for an organisation."""
    offices = world.offices
    bought, posts = 0.0, 0.0
    for f in range(offices.count):
        if offices.side[f] == ABROAD and (offices.institution[f] == BORDER or offices.institution[f] == POLICE):
            posts += 1.0
            if offices.client[f] == o:
                bought += 1.0
    return bought / posts if posts > 0.0 else 0.0


def crowd(world, c):
    """What went through a crossing lately over what it can carry."""
    return world.plazas.load[c] / (world.plazas.crossing[c] * world.market.carried + 0.0001)


def seizure(world, par, o, c, abroad):
    """Share of a load seized at a crossing: border budgets, crowding and heat, less protection there and beyond."""
    plazas = world.plazas
    crowding = crowd(world, c)
    watched = par.seized * world.market.watch * (0.5 + 0.5 * min(2.0, crowding)) * (1.0 + par.heat_seizes * plazas.heat[c])
    watched *= rate(world, SEIZURE_RATE, c)
    return min(0.9, watched * (1.0 - par.local_cover * world.presences.cover[o, c]) * (1.0 - par.abroad_cover * abroad))


def toll(world, par, o, q, c):
    """Share of a load's value that another takes at a crossing: an enemy what he can, an ally less, within a federation nothing."""
    if q == o:
        return 0.0
    organisations = world.organisations
    held = world.presences.control[q, c]
    if organisations.at_war[o, q]:
        return par.enemy_fee * held
    if not organisations.pact[o, q] or not world.on.pacts:
        return par.fee * held
    return 0.0 if organisations.overlord[o] == q else 0.4 * par.fee * held


def find_holders(world):
    """Who holds a part of each crossing."""
    plazas, scratch = world.plazas, world.scratch
    for c in range(plazas.count):
        scratch.holders[c] = 0
    for q in range(world.organisations.count):
        for c in range(plazas.count):
            if plazas.crossing[c] > 0.0 and world.presences.control[q, c] > 0.0:
                scratch.holder[c, scratch.holders[c]] = q
                scratch.holders[c] += 1


def find_passage(world, par, o):
    """What all others together take for a load of an organisation through each crossing."""
    scratch = world.scratch
    for c in range(world.plazas.count):
        scratch.taken[c] = 0.0
        for k in range(scratch.holders[c]):
            scratch.taken[c] += toll(world, par, o, scratch.holder[c, k], c)


def pay_passage(world, week, par, o, c, value, capo):
    """The fee goes to whoever controls the crossing, in shares of their control; an enemy robs."""
    for k in range(world.scratch.holders[c]):
        q = world.scratch.holder[c, k]
        due = value * toll(world, par, o, q, c)
        if due > 0.0:
            if capo >= 0:
                hand_in(world, week, PASSAGE, capo, q, due)
            else:
                transfer(world, week, PASSAGE_ORGANISATION, o, q, due)


def sell(world, week, par, o, p, c, tonnes, seized):
    """Deliver through a crossing: consumers pay, the chain is split, the capo or the treasury takes the organisation's part."""
    plazas, market, flows = world.plazas, world.market, world.flows
    delivered = tonnes * (1.0 - seized)
    flows.seized += tonnes * seized
    flows.exports += delivered
    plazas.exports[c] += delivered
    world.presences.exports[o, p] += delivered
    paid = delivered * market.price
    book(world, week, SALE_SUPPLIERS, paid * par.suppliers)
    book(world, week, SALE_DISTRIBUTION, paid * (1.0 - par.suppliers - par.organisations))
    income = paid * par.organisations
    cost = tonnes * par.freight * plazas.road[p, c] / 1000.0
    capo = world.presences.capo[o, p]
    if acts(world, capo):
        earn(world, week, SALE_CAPO, capo, income)
        lose(world, week, FREIGHT_CAPO, capo, cost)
        pay_passage(world, week, par, o, c, income, capo)
    else:
        collect(world, week, SALE, o, income)
        spend_treasury(world, week, FREIGHT, o, cost)
        pay_passage(world, week, par, o, c, income, -1)
    world.presences.gross[o, p] += income
    flows.revenue += income


def margin(world, par, o, p, c, abroad):
    """Expected margin of a tonne from p through c, M$."""
    value = world.market.price * par.organisations
    kept = value * (1.0 - seizure(world, par, o, c, abroad)) * (1.0 - min(0.95, world.scratch.taken[c]))
    crowded = min(2.0, max(0.0, crowd(world, c) - 1.0))
    return kept - par.freight * world.plazas.road[p, c] / 1000.0 - par.crowding * value * crowded


def move(world, week, par, o, p, tonnes, abroad):
    """Spread what an organisation moves from a plaza over the crossings it can reach by road."""
    plazas, pull = world.plazas, world.scratch.pull
    total = 0.0
    for c in range(plazas.count):
        pull[c] = 0.0
        if plazas.crossing[c] > 0.0 and plazas.road[p, c] >= 0.0:
            pull[c] = plazas.crossing[c] * exp(par.keenness * margin(world, par, o, p, c, abroad))
            total += pull[c]
    if total <= 0.0:
        return
    for c in range(plazas.count):
        part = pull[c] / total
        if part > 0.001:
            sell(world, week, par, o, p, c, tonnes * part, seizure(world, par, o, c, abroad))


def local_rents(world, week, par, o, p):
    """Extortion, fuel and retail pay where control is held."""
    rent = world.plazas.rents[p] * world.plazas.rent_level[p] / 52.0 * world.presences.control[o, p]
    capo = world.presences.capo[o, p]
    if acts(world, capo):
        earn(world, week, RENT_CAPO, capo, rent)
    else:
        collect(world, week, RENT, o, rent)
    world.presences.gross[o, p] += rent
    world.flows.revenue += rent


def clear_market(world, week, par, capacity):
    """The price clears what was delivered over the last month; suppliers fill the capacity that demand calls for."""
    market, drivers = world.market, world.drivers
    market.base_price = driver(world, drivers.price, week) * rate(world, PRICE, -1)
    market.demand = driver(world, drivers.demand, week) / 52.0 * rate(world, DEMAND, -1)
    market.delivered += (world.flows.exports - market.delivered) / 4.0
    market.price = market.base_price
    market.use = par.fixed_use
    if world.on.market_price:
        scarce = market.demand / max(market.delivered, 0.01 * market.demand)
        market.price = market.base_price * min(par.price_cap, power(scarce, 1.0 / par.elasticity))
        wanted = market.demand * power(market.price / market.base_price, par.supply)
        market.use = min(1.0, wanted / max(capacity, 0.001))


def rents_grow(world, par, p):
    """Local rents grow where somebody holds the plaza and shrink where nobody does."""
    held = 0.0
    for o in range(world.organisations.count):
        held = max(held, world.presences.control[o, p])
    goal = 1.0 + par.rent_growth * (2.0 * held - 1.0)
    world.plazas.rent_level[p] += (goal - world.plazas.rent_level[p]) * par.rent_speed / 52.0


@rule(switches=("market_price", "pacts"))
def trade(world, par, week):
    """See the top of the file."""
    plazas, organisations, presences = world.plazas, world.organisations, world.presences
    scale = driver(world, world.drivers.demand, week) / 52.0 * par.slack
    world.market.watch = root(driver(world, world.drivers.border, week) / max(0.001, world.drivers.border[0]))
    world.market.carried = driver(world, world.drivers.demand, week) / 52.0 * par.crossing_slack
    capacity = 0.0
    find_holders(world)
    for o in range(organisations.count):
        if alive(world, o):
            at_war, abroad = embattled(world, o), bought_abroad(world, o)
            find_passage(world, par, o)
            for p in range(plazas.count):
                presences.exports[o, p] = presences.gross[o, p] = 0.0
                if presences.members[o, p] > 0 and plazas.side[p] == HOME:
                    share = presences.control[o, p] * staffing(world, par, o, p, at_war) * (1.0 - organisations.local[o])
                    can = scale * plazas.production[p] * plazas.margin[p] * share
                    capacity += can
                    if can > 0.0:
                        move(world, week, par, o, p, can * world.market.use, abroad)
                    local_rents(world, week, par, o, p)
            export_total(world, o)
    for p in range(plazas.count):
        plazas.load[p] += (plazas.exports[p] - plazas.load[p]) / 4.0
        rents_grow(world, par, p)
    clear_market(world, week, par, capacity)


def export_total(world, o):
    """An organisation's deliveries and income, remembered over a quarter."""
    organisations, presences = world.organisations, world.presences
    exports, gross = 0.0, 0.0
    for p in range(world.plazas.count):
        exports += presences.exports[o, p]
        gross += presences.gross[o, p]
    organisations.exports[o] = exports
    organisations.revenue[o] += (gross - organisations.revenue[o]) / 13.0
    organisations.revenue_year[o] += (organisations.revenue[o] - organisations.revenue_year[o]) / 52.0
