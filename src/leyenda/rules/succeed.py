"""Succeed: an empty or ignored seat is claimed; claimants contest; losers accept, break away or fight; remnants end.

Why     Whoever others see as strongest takes the seat, helped by ties to the last head and ambition. Those who lost accept
        by how much weaker they are and what they resent. A seat whose holder sits in prison and is no longer obeyed is as
        good as empty. Small remnants dissolve or are absorbed.
Source  Calderon et al. (2015), Phillips (2015) on what follows the loss of leaders; the forms are ours.
Switch  succession: off, the strongest takes an empty seat unopposed. secession: off, losers do not break away there either.
"""

from leyenda.base.decisions import CLAIM_ANSWER, CLAIM_STRENGTH, JOIN_AFTER, SUCCEED_ASKED
from leyenda.base.draws import asked, draw, normal
from leyenda.base.events import because, emit
from leyenda.base.portable import exp, logistic
from leyenda.base.rule import rule
from leyenda.world.careers import add_war, take_seat
from leyenda.world.feelings import become_known, defeat, grudge_cause, resent, see_betrayal, wrong
from leyenda.world.measures import acts, alive, grudge_against, speaker, tie, wants
from leyenda.world.names import CAPO, CAST_OUT, FREE, JAILED_ABROAD, LIEUTENANT, MERGE, SPLIT, SUCCEED, WAR
from leyenda.world.seats import absorb, break_away, dissolve


def vacant(world, par, o):
    """Whether a seat is there for the taking: nobody in it, or somebody nobody obeys."""
    people, head = world.people, world.organisations.head[o]
    if head < 0 or people.organisation[head] != o:
        return True
    if people.status[head] == FREE:
        return False
    ignored = people.hold[head] < par.ignored or people.asked[head] <= world.par.measures.unasked
    return people.status[head] > JAILED_ABROAD or ignored


def claim(world, par, week, i, old):
    """What others give for his claim: visible strength, closeness to the last head, will; and chance."""
    people = world.people
    u = draw(world, people.key[i], world.organisations.key[people.organisation[i]], week, CLAIM_STRENGTH)
    rank = 1.0 if people.role[i] == CAPO else par.lower_rank
    return rank * (people.visible[i] + 1.0) * (0.5 + wants(world, i)) * (1.0 + tie(world, i, old)) * exp(par.chance * normal(u))


def heir(world, par, week, o, old):
    """The claimant who prevails, or -1 if there is nobody."""
    people = world.people
    best, most = -1, 0.0
    for i in range(people.count):
        if people.organisation[i] == o and i != old and acts(world, i) and people.role[i] <= LIEUTENANT:
            strength = claim(world, par, week, i, old)
            if strength > most:
                best, most = i, strength
    return best


def unseat(world, o, old):
    """The last head, wherever he is, leads no longer."""
    people = world.people
    if old >= 0 and people.organisation[old] == o:
        people.organisation[old] = -1
        people.role[old] = CAST_OUT
        people.hold[old] = people.asked[old] = people.obeyed[old] = 0.0


def fill_seat(world, par, week, o):
    """Somebody takes the seat, and the others answer."""
    people, organisations = world.people, world.organisations
    old = organisations.head[o]
    i = heir(world, par, week, o, old)
    if i < 0:
        return
    event = emit(world, week, SUCCEED, i, old, o, people.plaza[i], people.visible[i])
    because(world, event, people.fall_event[old] if old >= 0 else -1, 1.0)
    because(world, event, organisations.defeat_event[o], 0.5)
    unseat(world, o, old)
    take_seat(world, o, i, event)
    become_known(world, i, 0.2, event)
    if world.on.succession:
        answer(world, par, week, o, i, event)


def answer(world, par, week, o, winner, event):
    """Each capo accepts the new head or breaks away; a few fight him for it."""
    people = world.people
    for j in range(people.count):
        if people.organisation[j] != o or j == winner or people.role[j] != CAPO or not acts(world, j):
            continue
        ratio = people.visible[j] / (people.visible[j] + people.visible[winner] + 1.0)
        leaning = (
            par.breaks + par.rivalry * (ratio - 0.3) + par.ambition * (wants(world, j) - 0.5)
            + par.grudge * grudge_against(world, j, winner)
            - par.tied * tie(world, j, winner)
        )
        if draw(world, people.key[j], people.key[winner], week, CLAIM_ANSWER) < logistic(leaning) and world.on.secession:
            split(world, par, week, o, j, winner, event)
        else:
            resent(world, j, winner, par.sore * ratio, event)


def split(world, par, week, o, j, winner, event):
    """A loser breaks away with his plaza, and the two may be at war from the first day."""
    people, organisations = world.people, world.organisations
    p = people.plaza[j]
    if world.presences.capo[o, p] != j or world.presences.members[o, p] < 10:
        return
    gone = emit(world, week, SPLIT, j, winner, o, p, world.presences.members[o, p])
    because(world, gone, event, 1.0)
    because(world, gone, grudge_cause(world, j, winner), grudge_against(world, j, winner))
    q = break_away(world, week, j, gone)
    if q < 0:
        return
    become_known(world, j, 0.15, gone)
    see_betrayal(world, o, gone, 0.1)
    defeat(world, o, 0.15, gone)
    wrong(world, q, o, par.wronged, gone)
    if draw(world, people.key[j], people.key[winner], week, JOIN_AFTER) < par.fights:
        war = emit(world, week, WAR, winner, j, o, p, 1.0)
        because(world, war, gone, 1.0)
        add_war(world, o, q, week, war)
        organisations.hostility[o, q] += 1.0


def strongest_near(world, o):
    """The strongest other organisation where a remnant still has people, or -1."""
    presences = world.presences
    best, most = -1, 0
    for p in range(world.plazas.count):
        if presences.members[o, p] > 0:
            for q in range(world.organisations.count):
                if q != o and presences.members[q, p] > most and not world.organisations.at_war[o, q]:
                    best, most = q, presences.members[q, p]
    return best


def end_remnant(world, week, o):
    """What is too small to last joins the strongest on the spot, or falls apart."""
    organisations = world.organisations
    q = strongest_near(world, o)
    if q < 0 or organisations.members[o] == 0:
        dissolve(world, week, o, organisations.event[o])
        return
    event = emit(world, week, MERGE, speaker(world, o), speaker(world, q), o, organisations.seat[q], organisations.members[o])
    because(world, event, organisations.defeat_event[o], 1.0)
    because(world, event, organisations.event[o], 0.2)
    absorb(world, week, o, q)


@rule(switches=("succession", "secession"))
def succeed(world, par, week):
    """See the top of the file."""
    organisations = world.organisations
    for o in range(organisations.count):
        if not alive(world, o):
            continue
        if vacant(world, par, o):
            if organisations.empty[o] < 0:
                organisations.empty[o] = week
            if week - organisations.empty[o] >= par.mourning or asked(world, organisations.key[o], week, SUCCEED_ASKED, 6):
                fill_seat(world, par, week, o)
        else:
            organisations.empty[o] = -1
        if alive(world, o) and organisations.members[o] < par.remnant and week - organisations.founded[o] > 8:
            end_remnant(world, week, o)
        elif alive(world, o) and vacant(world, par, o) and week - organisations.empty[o] > par.headless:
            end_remnant(world, week, o)
