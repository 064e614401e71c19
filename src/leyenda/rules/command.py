"""Command: from what he believes, a head raises or lowers tribute, appoints, punishes, purges, casts out, expands, attacks,
makes peace, or strikes at an official: the red line.

Why     He weighs his options by what he was told, bold by ego and strain, restrained by caution and believed risk, and
        chooses by quantal response. Each choice has a value under belief and one under the true state; an act worse than
        the best alternative by a margin beyond what he knowingly gave up is a mistake, and is logged as one.
Source  McKelvey & Palfrey (1995) for the choice; Wintrobe (1998) for repression and loyalty; coefficients are ours.
Switch  red_line: off, nobody strikes at officials. mistakes: off, heads see the true values. ambition: off, all want the
        same. ego_in_judged_risk: off, ego does not shrink the risk. envy: off, who is passed over does not mind.
        ties: off, kin are not spared. selection: off, guile does not get anybody appointed.
"""

from leyenda.base.decisions import COMMAND_ASKED, COMMAND_CHOICE, STRIKE_TARGET
from leyenda.base.draws import NOBODY, asked, draw
from leyenda.base.events import because, emit
from leyenda.base.portable import exp
from leyenda.base.rule import rule
from leyenda.world.measures import acts, alive, commands, felt_ego, tie, wants
from leyenda.world.names import ABROAD, AGENCY, FREE, HOME, JAILED_ABROAD, MISTAKE, POLICE, PROSECUTION
from leyenda.world.policies import VIOLENCE_DETERRED, rate
from leyenda.world.stakes import to_take
from leyenda.world.orders import appoint, attack, cast_out, expand, make_peace, punish, purge, reward, set_tribute, strike

STAY, RAISE, LOWER, PUNISH_HIM, PURGE_HIM, CAST_HIM_OUT, MOVE_IN, HIT, SETTLE, STRIKE, REWARD_HIM = range(11)
OPTIONS = 11


def judged_risk(world, i, truly):
    """His risk of arrest: true, or as he believes it, shrunk by a large ego and stretched by a small one."""
    if truly:
        return world.people.risk[i]
    swollen = felt_ego(world, i) - 0.5 if world.on.ego_in_judged_risk else 0.0
    return min(1.0, max(0.0, world.people.believed_risk[i] * (1.0 - 1.2 * swollen)))


def disloyalty(world, i, truly):
    """A subordinate's chance to betray: true, or as reported."""
    return world.people.disaffection[i] if truly else world.people.reported[i]


def suspect(world, head):
    """The subordinate reported as most disloyal, or -1."""
    people = world.people
    worst = -1
    for i in range(people.count):
        if people.superior[i] == head and people.status[i] == FREE and people.organisation[i] == people.organisation[head]:
            if worst < 0 or people.reported[i] > people.reported[worst]:
                worst = i
    return worst


def best_earner(world, head):
    """The subordinate who has paid most tribute lately, or -1."""
    people = world.people
    best = -1
    for i in range(people.count):
        if people.superior[i] == head and people.status[i] == FREE and people.contribution[i] > 0.0:
            if best < 0 or people.contribution[i] > people.contribution[best]:
                best = i
    return best


def mean_disloyalty(world, head, truly):
    """Average chance to betray among those who answer to him."""
    people = world.people
    total, number = 0.0, 0.0
    for i in range(people.count):
        if people.superior[i] == head and people.status[i] == FREE:
            total += disloyalty(world, i, truly)
            number += 1.0
    return total / number if number > 0.0 else 0.0


def opening(world, par, o):
    """The plaza next door with most to take, by what it is worth, or -1."""
    plazas, presences = world.plazas, world.presences
    best, most = -1, 0.25
    for p in range(plazas.count):
        if plazas.side[p] != HOME or presences.members[o, p] > 0:
            continue
        next_door = 0
        for q in range(plazas.count):
            if plazas.near[q, p] and presences.members[o, q] > 60:
                next_door = 1
        gain = to_take(world, o, p, par.contested) * plazas.margin[p] * world.scratch.worth[p] if next_door else 0.0
        if gain > most:
            best, most = p, gain
    return best


def prey(world, o):
    """The weakest organisation that can be reached where both are, or -1; and where."""
    organisations, presences = world.organisations, world.presences
    best, place, least = -1, -1, 1.2
    for q in range(organisations.count):
        if q == o or not alive(world, q) or (organisations.pact[o, q] and world.on.pacts):
            continue
        for p in range(world.plazas.count):
            if presences.members[o, p] > 0 and presences.members[q, p] > 0:
                ratio = presences.members[q, p] / (1.0 * presences.members[o, p]) - 0.5 * organisations.hostility[o, q]
                if ratio < least:
                    best, place, least = q, p, ratio
    return best, place


def tired_enemy(world, o):
    """The enemy with the longest war, or -1."""
    organisations, wars = world.organisations, world.wars
    oldest = -1
    for q in range(organisations.count):
        if organisations.at_war[o, q] and (oldest < 0 or wars.began[organisations.war[o, q]] < wars.began[organisations.war[o, oldest]]):
            oldest = q
    return oldest


def in_the_way(world, o, f):
    """How much a post is in an organisation's way: the agency's men on the spot most, its director far away least."""
    kind, p = world.offices.institution[f], world.offices.plaza[f]
    near = 1.0 if p >= 0 and world.presences.members[o, p] > 0 else 0.0
    if kind == AGENCY:
        return 2.0 * near if p >= 0 else 0.2
    if kind == PROSECUTION:
        return 0.6
    return 0.6 * near if kind == POLICE and world.offices.side[f] == HOME else 0.0


def nuisance(world, week, o):
    """The post that troubles him most and cannot be bought by him: the agency's, a prosecutor's, a clean policeman's; or -1."""
    offices = world.offices
    best, most = -1, 0.0
    for f in range(offices.count):
        if offices.client[f] == o or not acts(world, offices.holder[f]):
            continue
        weight = in_the_way(world, o, f) * world.nation.effort[offices.side[f]]
        weight *= 0.8 + 0.4 * draw(world, offices.key[f], world.organisations.key[o], week, STRIKE_TARGET)
        if weight > most:
            best, most = f, weight
    return best


def fill_values(world, par, o, head, targets, truly, values):
    """The value of each option, under belief or under the truth; -99 if there is nothing to do."""
    people, organisations = world.people, world.organisations
    ego, risk = felt_ego(world, head), judged_risk(world, head, truly)
    mean, bold = mean_disloyalty(world, head, truly), felt_ego(world, head) + 0.5 * people.strain[head] - people.caution[head]
    need = 1.0 if organisations.treasury[o] < 4.0 * organisations.revenue[o] else 0.0
    for k in range(OPTIONS):
        values[k] = -99.0
    values[STAY] = 0.0
    greed = par.greed * (wants(world, head) - 0.5) + par.need * need - par.resistance * mean
    values[RAISE] = par.raise_tribute + greed - 2.0 * organisations.demanded[o]
    values[LOWER] = par.lower_tribute - greed + organisations.demanded[o]
    i = targets[0]
    if i >= 0:
        bad = disloyalty(world, i, truly)
        spared = par.spared * tie(world, head, i)
        values[PUNISH_HIM] = par.punish + par.threat * bad + 0.5 * people.brutality[head] - spared
        hard = people.brutality[head] + people.strain[head] - 0.5 * people.caution[head]
        values[PURGE_HIM] = par.purge + 1.4 * par.threat * bad + hard - 1.5 * spared
        values[CAST_HIM_OUT] = par.cast_out + 1.2 * par.threat * bad - 0.5 * people.brutality[head] - spared
    if targets[6] >= 0:
        unthanked = 1.0 - people.recognition[targets[6]]
        values[REWARD_HIM] = par.reward + unthanked + par.resistance * disloyalty(world, targets[6], truly) - 0.5 * wants(world, head)
    if targets[1] >= 0:
        values[MOVE_IN] = par.expand + wants(world, head) + 0.5 * bold - risk
    if targets[2] >= 0:
        values[HIT] = par.attack + 0.5 * organisations.hostility[o, targets[2]] + people.brutality[head] + bold - 2.0 * risk
        values[HIT] -= rate(world, VIOLENCE_DETERRED, targets[3])
    if targets[4] >= 0:
        values[SETTLE] = par.peace + people.caution[head] - 0.5 * ego - 0.3 * organisations.hostility[o, targets[4]]
    case = people.evidence[head] if truly else people.believed_case[head]
    if targets[5] >= 0 and world.on.red_line and case > par.pressed:
        pressure = min(2.0, case) + 0.5 * organisations.defeat[o]
        daring = par.untouchable * ego + 1.5 * people.brutality[head] - 2.0 * people.caution[head]
        fear = par.deterred * risk + par.lesson * (world.nation.heat[ABROAD] + world.nation.heat[HOME])
        values[STRIKE] = par.strike + daring - fear + par.hunted * pressure


def look_around(world, par, week, o, head, targets):
    """Whom and what he could act on."""
    targets[0] = suspect(world, head)
    targets[1] = opening(world, par, o)
    targets[2], targets[3] = prey(world, o)
    targets[4] = tired_enemy(world, o)
    targets[5] = nuisance(world, week, o)
    targets[6] = best_earner(world, head)


def choose(world, par, week, head, values):
    """Quantal response over the options."""
    total = 0.0
    for k in range(OPTIONS):
        total += exp(par.keenness * values[k]) if values[k] > -90.0 else 0.0
    left = draw(world, world.people.key[head], NOBODY, week, COMMAND_CHOICE) * total
    for k in range(OPTIONS):
        if values[k] > -90.0:
            left -= exp(par.keenness * values[k])
            if left < 0.0:
                return k
    return STAY


def carry_out(world, par, week, o, option, targets):
    """What the chosen option does; returns its event."""
    if option == RAISE:
        return set_tribute(world, week, o, par.step)
    if option == LOWER:
        return set_tribute(world, week, o, -par.step)
    if option == PUNISH_HIM:
        return punish(world, week, o, targets[0])
    if option == PURGE_HIM:
        return purge(world, week, o, targets[0])
    if option == CAST_HIM_OUT:
        return cast_out(world, week, o, targets[0])
    if option == MOVE_IN:
        return expand(world, week, o, targets[1])
    if option == HIT:
        return attack(world, week, o, targets[2], targets[3])
    if option == SETTLE:
        return make_peace(world, week, o, targets[4])
    if option == STRIKE:
        return strike(world, week, o, targets[5])
    if option == REWARD_HIM:
        return reward(world, week, o, targets[6])
    return -1


def judge(world, par, week, o, head, option, event, belief, truth):
    """An act whose true value is below the best alternative's by a margin more than he believed was a mistake."""
    best, hoped = truth[0], belief[0]
    for k in range(OPTIONS):
        best, hoped = max(best, truth[k]), max(hoped, belief[k])
    if event >= 0 and (best - truth[option]) - (hoped - belief[option]) > par.margin:
        wrongly = emit(world, week, MISTAKE, head, world.events.whom[event], o, world.events.plaza[event], best - truth[option])
        because(world, wrongly, event, 1.0)


def fill_vacancies(world, par, week, o):
    """Plazas without a capo get one; the head's own he runs himself."""
    presences = world.presences
    for p in range(world.plazas.count):
        if presences.members[o, p] > 0 and not acts(world, presences.capo[o, p]) and world.plazas.side[p] == HOME:
            if presences.vacant[o, p] < 0 or week - presences.vacant[o, p] >= par.vacancy_weeks:
                appoint(world, par, week, o, p)


def decide(world, par, week, o, head):
    """One head considers his options and acts."""
    targets, belief, truth = world.scratch.targets, world.scratch.belief, world.scratch.truth
    look_around(world, par, week, o, head, targets)
    fill_values(world, par, o, head, targets, not world.on.mistakes, belief)
    fill_values(world, par, o, head, targets, True, truth)
    option = choose(world, par, week, head, belief)
    judge(world, par, week, o, head, option, carry_out(world, par, week, o, option, targets), belief, truth)


@rule(switches=("red_line", "mistakes", "ambition", "ego_in_judged_risk", "envy", "ties", "selection"))
def command(world, par, week):
    """See the top of the file."""
    organisations, people = world.organisations, world.people
    for o in range(organisations.count):
        head = organisations.head[o]
        if not alive(world, o) or not commands(world, head) or people.status[head] == JAILED_ABROAD:
            continue
        fill_vacancies(world, par, week, o)
        if acts(world, head) and not organisations.local[o] and asked(world, people.key[head], week, COMMAND_ASKED, 9):
            decide(world, par, week, o, head)
