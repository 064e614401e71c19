"""Tribute: the head takes his share, and taking more than people are used to makes enemies.

Why     A capo keeps his margin less what is demanded; the excess over what he is accustomed to becomes a grudge. What
        is asked and what is done is counted: it is how a head's hold is measured. From prison a demand arrives only if
        a message does.
Source  Kahneman, Knetsch & Thaler (1986) for the reference point; the form and the rates are ours.
Switch  grudges: off, the money moves and nobody minds.
"""

from leyenda.base.decisions import APPOINT
from leyenda.base.draws import draw
from leyenda.base.rule import rule
from leyenda.world.feelings import resent
from leyenda.world.ledger import TRIBUTE, hand_in
from leyenda.world.measures import acts, commands
from leyenda.world.names import CAPO, DEAD


def pays(world, par, week, i, head):
    """Share of the tribute a capo pays: all, half, or nothing if no demand reaches him or he ignores an absent head."""
    people = world.people
    if people.status[head] == DEAD or not commands(world, head):
        return 0.0
    if not acts(world, head) and draw(world, people.key[i], people.key[head], week, APPOINT) > people.loyalty[i]:
        return 0.0
    return 0.5 if people.obeys_half[i] else 1.0


@rule(switches=("grudges",))
def tribute(world, par, week):
    """See the top of the file."""
    people, organisations = world.people, world.organisations
    for i in range(people.count):
        o = people.organisation[i]
        people.due[i] = people.paid[i] = 0.0
        if o < 0 or people.role[i] != CAPO or not acts(world, i) or organisations.head[o] < 0:
            continue
        head = organisations.head[o]
        share = organisations.demanded[o]
        part = pays(world, par, week, i, head)
        people.due[i] = share * people.margin[i]
        people.paid[i] = hand_in(world, week, TRIBUTE, i, o, part * people.due[i])
        people.asked[head] += 1.0
        people.obeyed[head] += part
        excess = min(2.0, max(0.0, share / max(0.02, people.accustomed[i]) - 1.0))
        resent(world, i, head, par.grudge_per_excess * excess / 52.0, people.rank_event[head])
        people.accustomed[i] += par.accustoming * (share - people.accustomed[i]) / 52.0
