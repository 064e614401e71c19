"""Betray: each named subordinate, about four times a year, stays, obeys by half, secedes, tries a coup, informs or leaves.

Why     Quantal response over payoffs: loyalty, grudges, fear, ties, his own strength and what he can see of the boss's,
        what others just did. Secession needs means (a plaza that earns), opportunity (strength, an absent boss), motive.
        Each option's odds are its hazard in a calm year, times what makes this man and this week different from calm.
Source  McKelvey & Palfrey (1995) for the choice; Cressey (1969), Skarbek (2014) on loyalty and fear; coefficients are
        ours, the hazards in calm years are the design's.
Switch  secession: off, nobody breaks away. grudges, ambition, fear, ties: off, they do not count.
        visible_weakness: off, a boss's defeats do not show. selection: off, the cautious do not leave sooner.
"""

from leyenda.base.decisions import BETRAY_ASKED, BETRAY_CHOICE, COUP_OUTCOME
from leyenda.base.draws import NOBODY, asked, draw
from leyenda.base.events import because, because_of, emit
from leyenda.base.portable import exp, log
from leyenda.base.rule import rule
from leyenda.world.careers import take_seat
from leyenda.world.custody import count_named, slay
from leyenda.world.feelings import add_evidence, alarm, become_known, defeat, grudge_cause, see_betrayal, wrong
from leyenda.world.ledger import REWARD, earn
from leyenda.world.measures import acts, grudge_against, runs_plaza, tie, wants
from leyenda.world.names import (
    ABROAD, ASPIRANT, CAPO, COUP, FREE, HEAD, HOME, INFORM, INFORMANT, LEAVE, RETIRED, SECEDE,
)
from leyenda.world.policies import INFORMING, rate
from leyenda.world.seats import break_away, leave_organisation

REMAIN, HALF, SECEDE_NOW, STRIKE_DOWN, TURN, WALK = range(6)
CHOICES = 6


def opportunity(world, i, boss):
    """His strength against what the boss can bring against him: visible strength, as far as people still obey."""
    people, organisations = world.people, world.organisations
    o = people.organisation[i]
    own = people.strength[i]
    others = max(0.0, people.visible[boss] - people.hold[boss] * own)
    return own / (own + 0.5 * (1.0 - 0.3 * organisations.defeat[o]) * others + 1.0)


def motive(world, par, i, boss):
    """What sets him against the boss, relative to a typical subordinate in a calm year."""
    people = world.people
    ambition = par.ambition * (wants(world, i) - 0.5)
    fear = par.fear * people.fear[i] * (0.3 + 0.7 * people.hold[boss]) if world.on.fear else 0.0
    share = max(people.accustomed[i], world.organisations.demanded[people.organisation[i]])
    burden = par.burden * (share - par.calm_tribute) if people.role[i] == CAPO and world.on.tribute else 0.0
    return (
        ambition + par.grudge * grudge_against(world, i, boss) - par.loyalty * (people.loyalty[i] - 0.6) - fear + burden
        - par.tied * tie(world, i, boss) + par.weakness * world.organisations.defeat[people.organisation[i]]
    )


def fill_odds(world, par, i, boss, odds):
    """Odds of each option against staying, at one asking of four a year."""
    people = world.people
    o, p = people.organisation[i], people.plaza[i]
    m = motive(world, par, i, boss)
    chance = opportunity(world, i, boss) - par.calm_opportunity
    lost_cover = par.calm_cover - world.organisations.cover[o] * people.hold[boss] if world.on.protection else 0.0
    odds[REMAIN] = 1.0
    odds[HALF] = par.half / 4.0 * exp(par.keenness * (m + 0.4 * chance))
    odds[SECEDE_NOW] = odds[STRIKE_DOWN] = 0.0
    far = world.plazas.road[p, world.organisations.seat[o]] / 1000.0 if world.organisations.seat[o] >= 0 else 0.0
    if runs_plaza(world, i) >= 0 and world.on.secession and world.presences.gross[o, p] > par.earns:
        pull = m + par.opportunity * chance + par.far * (far - 0.5) + par.cover * lost_cover
        odds[SECEDE_NOW] = par.secession / 4.0 * exp(par.keenness * pull)
    if people.role[boss] == HEAD and people.role[i] == CAPO and people.status[boss] == FREE:
        odds[STRIKE_DOWN] = par.coup / 4.0 * exp(par.keenness * (m + par.opportunity * chance - 0.2 * (far - 0.5)))
    proof = par.proof * (people.evidence[i] - par.calm_evidence) + par.pressed * world.nation.heat[ABROAD]
    proof += rate(world, INFORMING, p)
    odds[TURN] = par.inform / 4.0 * exp(par.keenness * (m + proof))
    ease = par.rich * (log(1.0 + people.laundered[i] + people.cash[i]) - 1.0)
    ease += par.careful * (people.caution[i] - 0.5) * world.on.selection
    odds[WALK] = par.leave / 4.0 * exp(par.keenness * (0.5 * m + ease))


def prepare(world, par, i, boss, odds):
    """His odds, and from them his chance to turn on the boss within a year, which is what reports are about."""
    fill_odds(world, par, i, boss, odds)
    total = 0.0
    for k in range(CHOICES):
        total += odds[k]
    bad = (odds[SECEDE_NOW] + odds[STRIKE_DOWN] + odds[TURN]) / total
    once = 1.0 - bad
    world.people.disaffection[i] = 1.0 - once * once * once * once
    return total


def betrayal_causes(world, event, i, boss):
    """What brought it about: the grudge, the fall and rise of bosses, what others just did, visible defeats."""
    people, organisations = world.people, world.organisations
    o = people.organisation[i]
    because(world, event, grudge_cause(world, i, boss), grudge_against(world, i, boss))
    because(world, event, people.seen_betrayal[i], 0.3)
    because(world, event, organisations.defeat_event[o], organisations.defeat[o])
    because(world, event, people.rank_event[i], 0.1)
    because(world, event, people.rank_event[boss], 0.1)
    because(world, event, people.fall_event[boss], 0.5)


def secede(world, par, week, i, boss):
    """A capo takes his plaza out of the organisation."""
    people = world.people
    o, p = people.organisation[i], people.plaza[i]
    event = emit(world, week, SECEDE, i, boss, o, p, world.presences.members[o, p])
    betrayal_causes(world, event, i, boss)
    see_betrayal(world, o, event, par.seen)
    defeat(world, o, par.weakened, event)
    people.fortunes[boss] -= 0.5
    q = break_away(world, week, i, event)
    wrong(world, q, o, par.wronged, event)
    become_known(world, i, 0.15, event)


def coup(world, par, week, i, boss):
    """A capo goes for the seat; the stronger survives."""
    people = world.people
    o, p = people.organisation[i], people.plaza[i]
    event = emit(world, week, COUP, i, boss, o, p, people.visible[i])
    betrayal_causes(world, event, i, boss)
    see_betrayal(world, o, event, par.seen)
    chance = 0.25 + 0.5 * opportunity(world, i, boss)
    won = draw(world, people.key[i], people.key[boss], week, COUP_OUTCOME) < chance
    loser = boss if won else i
    p = people.plaza[loser]
    killed = slay(world, week, loser, i if won else boss, 1.0)
    because(world, killed, event, 1.0)
    count_named(world, o, p)
    alarm(world, p, HOME, 0.3, killed)
    if won:
        take_seat(world, o, i, event)
    become_known(world, i if won else boss, 0.15, event)


def inform(world, par, week, i, boss):
    """He talks to the other side; what he knows is evidence against the boss."""
    people = world.people
    o = people.organisation[i]
    event = emit(world, week, INFORM, i, boss, o, people.plaza[i], par.told)
    betrayal_causes(world, event, i, boss)
    because_of(world, event, people.evidence_event[i], people.evidence_part[i], 0.5)
    add_evidence(world, boss, event, par.told)
    earn(world, week, REWARD, i, par.reward)
    leave_organisation(world, week, i, event)
    people.status[i] = INFORMANT
    see_betrayal(world, o, event, 0.5 * par.seen)


def leave(world, week, i, boss):
    """He goes, and lives on what he has."""
    people = world.people
    event = emit(world, week, LEAVE, i, boss, people.organisation[i], people.plaza[i], 0.0)
    betrayal_causes(world, event, i, boss)
    leave_organisation(world, week, i, event)
    people.status[i] = RETIRED


def act(world, par, week, i, boss, choice):
    """Carry out what he chose."""
    world.people.obeys_half[i] = 1 if choice == HALF else 0
    if choice == SECEDE_NOW:
        secede(world, par, week, i, boss)
    elif choice == STRIKE_DOWN:
        coup(world, par, week, i, boss)
    elif choice == TURN:
        inform(world, par, week, i, boss)
    elif choice == WALK:
        leave(world, week, i, boss)


def attach(world, par, i):
    """Loyalty moves with pay and recognition; grudges and ties count for themselves."""
    people = world.people
    goal = par.attached + 0.15 * people.recognition[i]
    goal += 0.05 * log(1.0 + people.cash[i] + people.laundered[i])
    people.loyalty[i] += (min(1.0, max(0.0, goal)) - people.loyalty[i]) * 2.0 / 52.0
    people.recognition[i] *= 1.0 - 1.0 / 104.0


@rule(switches=("secession", "grudges", "ambition", "fear", "ties", "visible_weakness", "selection"))
def betray(world, par, week):
    """See the top of the file."""
    people, odds = world.people, world.scratch.odds
    for i in range(people.count):
        boss = people.superior[i]
        if not acts(world, i) or boss < 0 or people.organisation[i] < 0 or people.role[i] > ASPIRANT:
            continue
        attach(world, par, i)
        total = prepare(world, par, i, boss, odds)
        if not asked(world, people.key[i], week, BETRAY_ASKED, 13):
            continue
        left = draw(world, people.key[i], NOBODY, week, BETRAY_CHOICE) * total
        for k in range(CHOICES):
            left -= odds[k]
            if left < 0.0:
                act(world, par, week, i, boss, k)
                break
