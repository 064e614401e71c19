"""Tribute: the head takes his share, and taking more than people are used to makes enemies.

Why     A capo keeps his margin less what is demanded; the excess over what he is accustomed to becomes a grudge. What
        is asked and what is done, of everybody directly under the head, is counted: it is how his hold is measured. From
        prison a demand arrives only if a message does. An organisation that joined a federation on terms pays those.
Source  Kahneman, Knetsch & Thaler (1986) for the reference point; the form and the rates are ours.
Switch  grudges: off, the money moves and nobody minds. pacts: off, terms do not bind.
"""

from leyenda.base.decisions import OBEY_ABSENT
from leyenda.base.draws import draw
from leyenda.base.rule import rule
from leyenda.world.feelings import resent
from leyenda.world.ledger import TERMS_PAID, TRIBUTE, hand_in, transfer
from leyenda.world.measures import acts, alive, commands
from leyenda.world.names import CAPO, DEAD


def obeys(world, week, i, head):
    """Share of what the head asks that is done: all, half, or nothing if no word reaches him or he ignores an absent head."""
    people = world.people
    if people.status[head] == DEAD or not commands(world, head):
        return 0.0
    if not acts(world, head) and draw(world, people.key[i], people.key[head], week, OBEY_ABSENT) > people.loyalty[i]:
        return 0.0
    return 0.5 if people.obeys_half[i] else 1.0


@rule(switches=("grudges", "pacts"))
def tribute(world, par, week):
    """See the top of the file."""
    people, organisations = world.people, world.organisations
    for i in range(people.count):
        o = people.organisation[i]
        people.due[i] = people.paid[i] = 0.0
        if o < 0 or people.superior[i] < 0 or not acts(world, i) or organisations.head[o] != people.superior[i]:
            continue
        head = people.superior[i]
        part = obeys(world, week, i, head)
        people.asked[head] += 1.0
        people.obeyed[head] += part
        if people.role[i] == CAPO:
            pay_share(world, par, week, i, o, part)
    for o in range(organisations.count):
        if alive(world, o) and organisations.overlord[o] >= 0 and world.on.pacts:
            transfer(world, week, TERMS_PAID, o, organisations.overlord[o], organisations.terms[o] * organisations.revenue[o])


def pay_share(world, par, week, i, o, part):
    """A capo pays what he pays of the share demanded, and minds what exceeds the accustomed."""
    people, share, head = world.people, world.organisations.demanded[o], world.people.superior[i]
    people.due[i] = share * people.margin[i]
    people.paid[i] = hand_in(world, week, TRIBUTE, i, o, part * people.due[i])
    people.contribution[i] += (people.paid[i] - people.contribution[i]) / 13.0
    excess = min(2.0, max(0.0, share / max(0.02, people.accustomed[i]) - 1.0))
    resent(world, i, head, par.grudge_per_excess * excess / 52.0, people.rank_event[head])
    people.accustomed[i] += par.accustoming * (share - people.accustomed[i]) / 52.0
