"""Protect or drop: each protector weighs what protection pays against what it costs him, and may let go.

Why     It pays what the client pays above what the next-best client would; it costs what exposure makes it cost, more to
        the cautious, and less when the man the deal was made with is gone. Memory of a costly client lasts for years. A
        plaza is protected as far as one organisation holds its posts and office continues; troops from outside undo some of it.
Source  Snyder & Duran-Martinez (2009) for state-sponsored protection; McKelvey & Palfrey (1995) for the choice; rates ours.
Switch  withdrawal: off, nobody drops. hand_over: off, who drops does not also betray. memory: off, nothing is learned.
        protection: off, posts protect no plaza.
"""

from leyenda.base.decisions import DROP, DROP_ASKED, HAND_OVER_DRAW
from leyenda.base.draws import NOBODY, asked, draw
from leyenda.base.events import because, because_of, emit
from leyenda.base.portable import exp, logistic
from leyenda.base.rule import rule
from leyenda.world.authorities import end_deal
from leyenda.world.feelings import add_evidence, defeat
from leyenda.world.measures import acts, troops
from leyenda.world.names import ABROAD, HAND_OVER, HOME
from leyenda.world.policies import vetted


def alarm_at(world, f):
    """The heat a protector feels: his plaza's, and his side's."""
    p = world.offices.plaza[f]
    local = world.plazas.heat[p] if p >= 0 else 0.0
    nation = world.nation.heat[world.offices.side[f]]
    abroad = world.nation.heat[ABROAD] if p < 0 else 0.3 * world.nation.heat[ABROAD]
    return local + nation + abroad


def shows(world, par, f):
    """Exposure follows the client's notoriety in the heat of the day, with a memory of its own."""
    offices, people = world.offices, world.people
    man = offices.man[f]
    goal = people.notoriety[man] * alarm_at(world, f) if offices.client[f] >= 0 and acts(world, man) else 0.0
    offices.exposure[f] += (goal - offices.exposure[f]) / par.exposure_weeks
    offices.memory[f] *= exp(-1.0 / (52.0 * par.memory_years)) * world.on.memory


def gain(world, par, f):
    """What protection pays, against the next-best client, in units of what such a post asks."""
    offices = world.offices
    man = offices.man[f]
    here = 1.0 if acts(world, man) else par.absent
    national = par.national_gain if offices.plaza[f] < 0 else 0.0
    rest = max(0.2, 1.0 - par.resale * min(1.0, offices.offered[f] / max(offices.price[f], 0.0001)))
    return (par.gain + national) * here * rest


def drop_causes(world, event, f, man, o):
    """Why a protector let go: the heat he felt, the client's name, the fall of the man he dealt with."""
    people, plazas, nation = world.people, world.plazas, world.nation
    p, side = world.offices.plaza[f], world.offices.side[f]
    if p >= 0:
        because_of(world, event, plazas.heat_event[p], plazas.heat_part[p], 1.0)
    because_of(world, event, nation.heat_event[side], nation.heat_part[side], 1.0)
    because_of(world, event, nation.heat_event[ABROAD], nation.heat_part[ABROAD], 0.5)
    because_of(world, event, people.notoriety_event[man], people.notoriety_part[man], 1.0)
    if not acts(world, man):
        because(world, event, people.fall_event[man], 1.0)
    because(world, event, world.organisations.defeat_event[o], world.organisations.defeat[o])


def let_go(world, par, week, f):
    """A protector drops his client, remembers what it cost, and may hand him over."""
    offices, people, organisations = world.offices, world.people, world.organisations
    o, man, holder = offices.client[f], offices.man[f], offices.holder[f]
    event = end_deal(world, week, f, offices.exposure[f])
    drop_causes(world, event, f, man, o)
    if world.on.memory:
        offices.memory[f] = min(5.0, offices.memory[f] + par.lesson * (0.3 + offices.exposure[f]))
        offices.memory_event[f] = event
    defeat(world, o, par.seen * (2.0 if offices.plaza[f] < 0 else 1.0), event)
    if organisations.head[o] >= 0:
        people.fortunes[organisations.head[o]] -= 0.2
    chance = par.hands_over * min(1.0, offices.exposure[f]) if world.on.hand_over and acts(world, man) else 0.0
    if draw(world, people.key[holder], people.key[man], week, HAND_OVER_DRAW) < chance:
        given = emit(world, week, HAND_OVER, holder, man, o, offices.plaza[f], par.handed)
        because(world, given, event, 1.0)
        add_evidence(world, man, given, par.handed)


def protect_plaza(world, par, week, p):
    """Protection of a plaza: the best-held share of its posts, times continuity in office, less what troops undo."""
    plazas = world.plazas
    best = 0.0
    if world.on.protection and plazas.side[p] == HOME:
        for o in range(world.organisations.count):
            if world.presences.members[o, p] > 0:
                held = 1.0 - (1.0 - world.presences.cover[o, p]) * (1.0 - par.from_above * world.organisations.cover[o])
                best = max(best, held)
    plazas.continuity[p] += (1.0 - plazas.continuity[p]) * par.continuity_returns / 52.0
    undone = par.deployed * troops(world, week, p)
    plazas.protection[p] += (best * plazas.continuity[p] * (1.0 - undone) - plazas.protection[p]) * par.speed / 52.0


@rule(switches=("withdrawal", "hand_over", "memory", "protection"))
def protect_or_drop(world, par, week):
    """See the top of the file."""
    offices, people = world.offices, world.people
    for f in range(offices.count):
        shows(world, par, f)
        i = offices.holder[f]
        if offices.client[f] < 0 or not acts(world, i) or not world.on.withdrawal:
            continue
        if asked(world, offices.key[f], week, DROP_ASKED, 9):
            cost = par.cost * offices.exposure[f] * (0.5 + people.caution[i])
            leaning = par.keenness * (cost - gain(world, par, f)) + par.often + vetted(world, f)
            if draw(world, people.key[i], NOBODY, week, DROP) < logistic(leaning):
                let_go(world, par, week, f)
    for p in range(world.plazas.count):
        protect_plaza(world, par, week, p)
