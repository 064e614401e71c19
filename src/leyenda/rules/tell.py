"""Tell: subordinates tell the boss what they choose to, and he believes what he is told, weighed by his attention.

Why     Bad news is punished and flattery pays, so candour falls with fear and rises with loyalty and ties. Attention is
        finite and split over those he commands. Betrayals he lived through raise his prior of treason: the sleepless
        patron. No term contains power, rank or years.
Source  Wintrobe (1998), Prendergast (1993), Egorov & Sonin (2011) on dictators and their advisers; quantal response
        (McKelvey & Palfrey 1995); the forms are ours.
Switch  candour: off, everybody tells all he knows. fear_of_betrayal: off, the prior of treason stays low.
        fear: off, fear does not silence.
"""

from leyenda.base.portable import logistic
from leyenda.base.rule import rule
from leyenda.world.measures import acts, list_by, tie
from leyenda.world.names import DEAD, POLITICIAN


def candour(world, par, i, boss):
    """Chance that somebody says what he knows."""
    if not world.on.candour:
        return 1.0
    people = world.people
    fear = people.fear[i] if world.on.fear else 0.0
    gain = par.candid + par.loyal * people.loyalty[i] + par.tied * tie(world, i, boss) - par.afraid * fear
    return logistic(par.keenness * (gain - par.flattery * people.brutality[boss]))


def hear(people, b, heard, flattered):
    """What he makes of his own danger: as much as he is told, through those under him and those he pays."""
    people.believed_risk[b] += (heard * people.risk[b] + (1.0 - heard) * flattered - people.believed_risk[b]) / 8.0
    people.believed_case[b] += (heard * people.evidence[b] - people.believed_case[b]) / 8.0


@rule(switches=("candour", "fear_of_betrayal", "fear"))
def tell(world, par, week):
    """See the top of the file."""
    people, scratch = world.people, world.scratch
    list_by(world, people.superior)
    for b in range(people.count):
        if people.status[b] == DEAD or people.role[b] >= POLITICIAN or people.organisation[b] < 0:
            continue
        span = scratch.span[b]
        if span == 0 or not acts(world, b):
            hear(people, b, 1.0, 0.0)
            continue
        attention = par.attention / (span + par.attention) if world.on.candour and not people.sighted[b] else 1.0
        heard, i = 0.0, scratch.first[b]
        while i >= 0:
            honest = 1.0 if people.sighted[b] else candour(world, par, i, b)
            told = honest * people.disaffection[i] + (1.0 - honest) * par.flattered
            prior = people.suspicion[b] * par.prior
            believed = attention * told + (1.0 - attention) * prior
            people.reported[i] += (believed - people.reported[i]) * (0.3 + attention) / 4.0
            heard += honest / span
            i = scratch.next[i]
        hear(people, b, heard, par.flattered)
