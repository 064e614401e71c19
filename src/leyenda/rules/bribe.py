"""Bribe: organisations buy posts and bank insiders, by value for price, under a budget.

Why     A post is worth what it keeps from being lost. Its holder accepts or not: the offer against what he asks, his
        integrity, colleagues who already took, the threat behind the offer, and how exposed the client is. Prices rise
        with the client's wealth (hold-up).
Source  Dal Bo, Dal Bo & Di Tella (2006), plata o plomo; Andvig & Moene (1990) for contagion; logit and rates are ours.
Switch  bribery: off, nobody accepts. hold_up: off, the price does not rise with wealth. fear: off, threats do not count.
        memory: off, what protection cost before does not count. withdrawal: off, nobody leaves a client for a better one.
"""

from leyenda.base.decisions import BRIBE_ACCEPT, BRIBE_ASKED, INSIDER_ACCEPT
from leyenda.base.draws import asked, draw
from leyenda.base.events import because, emit
from leyenda.base.portable import log, logistic
from leyenda.base.rule import rule
from leyenda.world.authorities import end_deal, make_deal, serves
from leyenda.world.ledger import BRIBE_CAPO, BRIBE_INSIDER, BRIBE_PAID, book, give
from leyenda.world.measures import acts, alive
from leyenda.world.names import ABROAD, BRIBE
from leyenda.world.policies import careful, vetted


def reach(world, par, f, o):
    """Income of an organisation that a post can keep safe, M$ a week."""
    offices, organisations = world.offices, world.organisations
    p = offices.plaza[f]
    if offices.side[f] == ABROAD:
        return organisations.revenue[o] * (par.abroad if organisations.exports[o] > 0.0 else 0.0)
    if p >= 0:
        return world.presences.gross[o, p] if world.presences.members[o, p] > 0 else 0.0
    return organisations.revenue[o] if organisations.exports[o] > 0.0 else 0.0


def wealth(world, par, o):
    """How rich a client looks to who sells protection: logarithm of his revenue (hold_up off: nobody looks)."""
    return log(1.0 + world.organisations.revenue[o] / par.rich) if world.on.hold_up else 0.0


def asking(world, par, f, rich):
    """What a post's holder asks: more from a rich client, more after it cost him dearly."""
    return world.offices.worth[f] * (1.0 + par.hold_up * rich) * (1.0 + world.offices.memory[f])


def contacts(world, f):
    """Share of the posts in the same place that have already taken."""
    offices = world.offices
    took, posts = 0.0, 0.0
    for g in range(offices.count):
        if g != f and offices.side[g] == offices.side[f] and offices.plaza[g] == offices.plaza[f]:
            posts += 1.0
            if offices.client[g] >= 0:
                took += 1.0
    return took / posts if posts > 0.0 else 0.0


def threat(world, f, o):
    """The gun beside the money: brutality of the head, where he has people."""
    head, p = world.organisations.head[o], world.offices.plaza[f]
    if not world.on.fear or head < 0 or world.offices.side[f] == ABROAD:
        return 0.0
    there = 0.4 if p < 0 else world.presences.control[o, p]
    return world.people.brutality[head] * there


def bound(world, par, week, f, o):
    """Whether a deal with somebody else is too young to be broken for a better offer."""
    deal, client = world.offices.deal_event[f], world.offices.client[f]
    return client >= 0 and client != o and deal >= 0 and week - world.events.week[deal] < par.binding


def accepts(world, par, week, f, o, offer):
    """Whether the holder takes it; who has said no does not change his mind within half a year."""
    offices, people = world.offices, world.people
    i = offices.holder[f]
    if not world.on.bribery:
        return False
    cost = offices.memory[f] if world.on.memory else 0.0
    if offices.client[f] >= 0 and offices.client[f] != o:
        cost += par.faithful + par.threat * threat(world, f, offices.client[f])
    if offices.side[f] == ABROAD:
        cost += par.wary_abroad
    leaning = (
        par.accept + par.keenness * log(offer / offices.worth[f]) + par.threat * threat(world, f, o)
        + par.contagion * contacts(world, f) - par.integrity * people.integrity[i] - par.exposed * offices.exposure[f]
        - cost - vetted(world, f)
    )
    return draw(world, people.key[i], world.organisations.key[o] + offices.key[f], week // 26, BRIBE_ACCEPT) < logistic(leaning)


def best_post(world, par, week, o, budget):
    """The post with the best value for its price among those who would take it, or -1; and the offer."""
    offices = world.offices
    best, best_ratio, offer = -1, par.worthwhile, 0.0
    rich = wealth(world, par, o)
    for f in range(offices.count):
        mine = offices.client[f] == o and acts(world, offices.man[f])
        if mine or not acts(world, offices.holder[f]) or bound(world, par, week, f, o):
            continue
        price = asking(world, par, f, rich)
        if offices.client[f] >= 0 and offices.client[f] != o:
            if not world.on.withdrawal:
                continue
            price = max(price, 1.3 * offices.price[f])
            if not world.organisations.pact[o, offices.client[f]]:
                offices.offered[f] = max(offices.offered[f], min(budget, par.saved * reach(world, par, f, o)))
        if price > budget:
            continue
        ratio = par.saved * reach(world, par, f, o) / price
        if ratio > best_ratio and accepts(world, par, week, f, o, price):
            best, best_ratio, offer = f, ratio, price
    return best, offer


def offer_post(world, par, week, o, budget):
    """The best post in reach is bought; an earlier client is dropped for a better one. Returns what it costs a week."""
    f, offer = best_post(world, par, week, o, budget)
    if f < 0:
        return 0.0
    offices = world.offices
    lost = -1
    if offices.client[f] >= 0 and offices.client[f] != o:
        deal = offices.deal_event[f]
        lost = end_deal(world, week, f, 0.0)
        because(world, lost, deal, 0.5)
    event = make_deal(world, week, f, o, world.organisations.head[o], offer)
    because(world, event, lost, 1.0)
    return offer


def offer_insider(world, par, week, o, budget):
    """A bank's insider is bought like a post."""
    banks, people, organisations = world.banks, world.people, world.organisations
    for b in range(banks.count):
        i = banks.insider[b]
        price = par.insider * organisations.revenue[o]
        open_to = banks.client[b] < 0 and acts(world, i) and serves(world, b, o) and world.on.bribery
        if not open_to or price > budget:
            continue
        leaning = par.accept + par.insider_eager - par.integrity * people.integrity[i] - par.compliance * careful(world, b)
        if draw(world, people.key[i], organisations.key[o], week // 26, INSIDER_ACCEPT) < logistic(leaning):
            banks.client[b] = o
            banks.price[b] = price
            banks.deal_event[b] = emit(world, week, BRIBE, organisations.head[o], i, o, banks.plaza[b], price)
            return


def pay_holder(world, week, f, o):
    """A plaza's posts are paid by whoever runs it for the client, the others by his treasury; returns what was paid."""
    offices, people = world.offices, world.people
    holder, p = offices.holder[f], offices.plaza[f]
    capo = world.presences.capo[o, p] if p >= 0 else -1
    if not acts(world, capo) or people.cash[capo] < offices.price[f]:
        return give(world, week, BRIBE_PAID, o, holder, offices.price[f])
    people.cash[capo] -= offices.price[f]
    people.cash[holder] += offices.price[f]
    book(world, week, BRIBE_CAPO, offices.price[f])
    return offices.price[f]


def ask_anew(world, par, week, f, o):
    """Once a year a holder asks what he would ask of such a client today, and takes no less than before."""
    offices = world.offices
    deal = offices.deal_event[f]
    if deal >= 0 and week > world.events.week[deal] and (week - world.events.week[deal]) % 52 == 0:
        offices.price[f] = max(offices.price[f], asking(world, par, f, wealth(world, par, o)))


def pay_posts(world, par, week):
    """What was promised is paid; a client who cannot pay loses his man."""
    offices, banks, people = world.offices, world.banks, world.people
    for f in range(offices.count):
        o = offices.client[f]
        offices.offered[f] *= 1.0 - 1.0 / 26.0
        if o >= 0 and acts(world, offices.holder[f]):
            ask_anew(world, par, week, f, o)
            paid = pay_holder(world, week, f, o)
            people.taken[offices.holder[f]] += paid
            world.flows.bribes += paid
            world.organisations.bribes[o] += paid / 13.0
            if paid < 0.5 * offices.price[f]:
                deal = offices.deal_event[f]
                lost = end_deal(world, week, f, -1.0)
                because(world, lost, deal, 0.5)
                because(world, lost, world.organisations.defeat_event[o], 1.0)
    for b in range(banks.count):
        o = banks.client[b]
        if o >= 0 and acts(world, banks.insider[b]):
            paid = give(world, week, BRIBE_INSIDER, o, banks.insider[b], banks.price[b])
            people.taken[banks.insider[b]] += paid
            world.flows.bribes += paid
            world.organisations.bribes[o] += paid / 13.0
            if paid < 0.5 * banks.price[b]:
                banks.client[b] = -1
                banks.price[b] = 0.0


@rule(switches=("bribery", "hold_up", "withdrawal"))
def bribe(world, par, week):
    """See the top of the file."""
    organisations = world.organisations
    for o in range(organisations.count):
        organisations.bribes[o] *= 1.0 - 1.0 / 13.0
    pay_posts(world, par, week)
    for o in range(organisations.count):
        if alive(world, o) and acts(world, organisations.head[o]) and asked(world, organisations.key[o], week, BRIBE_ASKED, 3):
            budget = par.budget * organisations.revenue[o] - organisations.bribes[o]
            if budget > 0.0:
                budget -= offer_post(world, par, week, o, budget)
                offer_insider(world, par, week, o, budget)
