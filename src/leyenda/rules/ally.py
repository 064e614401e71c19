"""Ally: offers of pact, federation, merger and marriage between organisations, and their breach.

Why     Pacts spare both sides a war; they need ties, a common enemy or calm, and no bad blood. On top of a pact the smaller
        may come under the larger one's protection for a share of its income: they split what that is worth. It may also
        join for good if the tribute is bearable (fusion is the inverse of secession). A federation is a stack of such
        deals. What was agreed is breached when the gain outgrows what binds, or what is paid outgrows what it is worth.
Source  Gambetta (1993) on protection and alliances; Nash (1950) for the split; Rios (2013) on violence; the logits are ours.
Switch  pacts: off, no pacts or terms are made (and old ones do not bind). merger: off, nobody joins. ties: off, no marriages.
"""

from leyenda.base.decisions import ALLY_ASKED, ALLY_BREACH, ALLY_JOIN, ALLY_MARRY, ALLY_OFFER, ALLY_TERMS
from leyenda.base.draws import asked, draw
from leyenda.base.events import because, emit
from leyenda.base.portable import logistic
from leyenda.base.rule import rule
from leyenda.world.careers import befriend, unbind
from leyenda.world.feelings import wrong
from leyenda.world.measures import acts, alive, felt_ego, grudge_against, tie, wants
from leyenda.world.names import BETRAY_PACT, FEDERATE, KIN, MARRY, MERGE, PACT
from leyenda.world.policies import PEACE_RATE, rate
from leyenda.world.seats import absorb


def meet(world, o, q):
    """Where two organisations meet: the largest plaza both are in, or next door to each other; -1 if nowhere."""
    plazas, presences = world.plazas, world.presences
    found = -1
    for p in range(plazas.count):
        if presences.members[o, p] > 0:
            for r in range(plazas.count):
                if presences.members[q, r] > 0 and (p == r or plazas.near[p, r]):
                    found = p
    return found


def common_enemies(world, o, q):
    """How many fight both."""
    at_war = world.organisations.at_war
    number = 0.0
    for r in range(world.organisations.count):
        if at_war[o, r] and at_war[q, r]:
            number += 1.0
    return number


def offer_pact(world, par, week, o, q, p):
    """A pact, if both heads want it."""
    people, organisations = world.people, world.organisations
    a, b = organisations.head[o], organisations.head[q]
    blood = organisations.hostility[o, q] + organisations.hostility[q, o]
    leaning = (
        par.pact + par.tied * tie(world, a, b) + par.enemy * common_enemies(world, o, q) - par.blood * blood
        - par.grudge * (grudge_against(world, a, b) + grudge_against(world, b, a))
        + par.wary * (people.caution[a] + people.caution[b] - 1.0) + rate(world, PEACE_RATE, p)
    )
    if draw(world, organisations.key[o], organisations.key[q], week, ALLY_OFFER) < logistic(leaning):
        event = emit(world, week, PACT, a, b, o, p, 0.0)
        organisations.pact[o, q] = organisations.pact[q, o] = 1
        organisations.pact_event[o, q] = organisations.pact_event[q, o] = event
        if world.on.ties and draw(world, people.key[a], people.key[b], week, ALLY_MARRY) < par.marriage:
            because(world, emit(world, week, MARRY, a, b, o, p, 0.0), event, 1.0)
            befriend(world, a, b, KIN, 0.6)


def larger_by(world, o, q):
    """How much larger another organisation is: its share of the members of both."""
    members = world.organisations.members
    return members[q] / (members[q] + members[o] + 1.0)


def shelter(world, par, o, q):
    """Share of its income that protection by a larger organisation is worth to a smaller: its cover, and peace with it."""
    cover = world.organisations.cover
    own = 0.0 if world.organisations.overlord[o] == q else cover[o]
    return par.shelter * max(0.0, world.par.measures.sheltered * cover[q] - own) + par.peace * max(0.0, larger_by(world, o, q) - 0.5)


def offer_terms(world, par, week, o, q, p):
    """Terms of federation between allies: the smaller pays half of what the larger one's protection is worth to it."""
    people, organisations = world.people, world.organisations
    a, b = organisations.head[o], organisations.head[q]
    if organisations.members[o] >= organisations.members[q] or organisations.overlord[o] >= 0 or organisations.overlord[q] >= 0:
        return
    worth = shelter(world, par, o, q)
    leaning = (
        par.federation + par.worth * 0.5 * worth + par.tied * tie(world, a, b) - par.grudge * grudge_against(world, a, b)
        - par.proud * (wants(world, a) - 0.5)
    )
    if draw(world, organisations.key[o], organisations.key[q], week, ALLY_TERMS) < logistic(leaning):
        event = emit(world, week, FEDERATE, a, b, o, p, 0.5 * worth)
        because(world, event, organisations.pact_event[o, q], 1.0)
        because(world, event, people.rank_event[b], 0.1)
        organisations.overlord[o], organisations.terms[o], organisations.terms_event[o] = q, 0.5 * worth, event
        for r in range(organisations.count):
            if organisations.overlord[r] == o:
                organisations.overlord[r] = -1


def breach_pact(world, par, week, o, q, p):
    """A head breaks a pact when what could be had outgrows what binds."""
    people, organisations = world.people, world.organisations
    a, b = organisations.head[o], organisations.head[q]
    stronger = larger_by(world, q, o)
    burden = organisations.terms[o] - shelter(world, par, o, q) if organisations.overlord[o] == q else 0.0
    leaning = (
        par.breach + par.stronger * (stronger - 0.5) + par.boldness * (felt_ego(world, a) - 0.5) + par.grudge * grudge_against(world, a, b)
        - par.tied * tie(world, a, b) + par.worth * burden
    )
    if draw(world, organisations.key[o], organisations.key[q], week, ALLY_BREACH) < logistic(leaning):
        event = emit(world, week, BETRAY_PACT, a, b, o, p, stronger)
        because(world, event, organisations.pact_event[o, q], 1.0)
        because(world, event, people.rank_event[a], 0.3)
        if organisations.overlord[o] == q:
            because(world, event, organisations.terms_event[o], 1.0)
        unbind(world, o, q)
        wrong(world, o, q, par.wronged, event)


def join(world, par, week, o, q, p):
    """A one-plaza organisation joins a larger one: its head becomes a capo."""
    people, organisations = world.people, world.organisations
    a, b = organisations.head[o], organisations.head[q]
    if organisations.members[o] > 0.5 * organisations.members[q] or organisations.local[o]:
        return
    leaning = par.keenness * (
        par.join + par.cover * organisations.cover[q] + 0.6 * (larger_by(world, o, q) - 0.5)
        - 1.5 * (organisations.demanded[q] - organisations.demanded[o]) - 0.5 * grudge_against(world, a, b) - par.pride * wants(world, a)
        - 0.3 * organisations.hostility[o, q] + 0.3 * tie(world, a, b)
    )
    if draw(world, organisations.key[o], organisations.key[q], week, ALLY_JOIN) < logistic(leaning):
        event = emit(world, week, MERGE, a, b, o, p, organisations.members[o])
        because(world, event, organisations.pact_event[o, q], 1.0)
        because(world, event, organisations.defeat_event[o], organisations.defeat[o])
        absorb(world, week, o, q)
        people.rank_event[a] = event


@rule(switches=("pacts", "merger", "ties"))
def ally(world, par, week):
    """See the top of the file."""
    organisations = world.organisations
    for o in range(organisations.count):
        if not alive(world, o) or not acts(world, organisations.head[o]) or organisations.local[o]:
            continue
        if not asked(world, organisations.key[o], week, ALLY_ASKED, 13):
            continue
        for q in range(organisations.count):
            if q == o or not alive(world, o) or not alive(world, q) or not acts(world, organisations.head[q]) or organisations.local[q]:
                continue
            p = meet(world, o, q)
            if p < 0 or organisations.at_war[o, q]:
                continue
            if organisations.pact[o, q]:
                breach_pact(world, par, week, o, q, p)
                if organisations.pact[o, q] and world.on.pacts:
                    offer_terms(world, par, week, o, q, p)
            elif world.on.pacts:
                offer_pact(world, par, week, o, q, p)
            if world.on.merger:
                join(world, par, week, o, q, p)
