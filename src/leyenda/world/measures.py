"""Words used by several rules, each one formula: strength, hold, protection, followers, ties."""

from leyenda.base.portable import log
from leyenda.world.names import CAPO, FREE, GOVERNMENT, HEAD, HOME, JAILED_ABROAD, LIEUTENANT, POLICE, PRESIDENCY
from leyenda.world.policies import DEPLOYMENT, apply_policies, rate
from leyenda.world.stakes import find_worth


def driver(world, column, week):
    """A yearly driver this week: straight lines between the middles of the listed years."""
    last = world.drivers.count - 1
    at = week / 52.0 - 0.5
    year = int(max(0.0, at))
    if year >= last:
        return column[last]
    part = max(0.0, at) - year
    return column[year] + part * (column[year + 1] - column[year])


def troops(world, week, p):
    """Soldiers deployed in a plaza, as a share of the largest deployment."""
    return min(1.0, driver(world, world.drivers.deployment, week) + rate(world, DEPLOYMENT, p))


def acts(world, i):
    """Whether somebody is there to decide: a living, free person."""
    return i >= 0 and world.people.status[i] == FREE


def commands(world, i):
    """Whether a head can still give orders: free, or in a prison from which messages get out."""
    if i < 0:
        return False
    people = world.people
    return people.status[i] == FREE or (people.status[i] <= JAILED_ABROAD and people.reached[i] == 1)


def speaker(world, o):
    """Who acts for an organisation: its head if he is free, else nobody by name."""
    head = world.organisations.head[o]
    return head if acts(world, head) else -1


def alive(world, o):
    """Whether an organisation exists."""
    return o >= 0 and world.organisations.ended[o] < 0


def list_by(world, belongs):
    """Lists of the free, in their order, by whom or what they belong to: first, next and span in scratch."""
    people, scratch = world.people, world.scratch
    scratch.alone = -1
    for k in range(max(people.count, world.organisations.count)):
        scratch.first[k] = -1
        scratch.span[k] = 0
    for back in range(people.count):
        i = people.count - 1 - back
        b = belongs[i]
        if people.status[i] != FREE:
            continue
        if b < 0:
            scratch.next[i] = scratch.alone
            scratch.alone = i
        else:
            scratch.next[i] = scratch.first[b]
            scratch.first[b] = i
            scratch.span[b] += 1


def embattled(world, o):
    """Whether an organisation is at war with anybody."""
    for q in range(world.organisations.count):
        if world.organisations.at_war[o, q]:
            return True
    return False


def felt_ego(world, i):
    """The ego that decides: a neutral one with hubris off."""
    return world.people.ego[i] if world.on.hubris else world.par.hubris.neutral


def wants(world, i):
    """Ambition that counts: everybody's alike with ambition off."""
    return world.people.ambition[i] if world.on.ambition else 0.5


def anger(world, i):
    """His worst grudge against anybody."""
    worst = 0.0
    for k in range(len(world.people.grudge[i])):
        worst = max(worst, world.people.grudge[i, k])
    return worst


def grudge_against(world, i, j):
    """How much i resents j."""
    total = 0.0
    for k in range(len(world.people.grudge_to[i])):
        if world.people.grudge_to[i, k] == j:
            total += world.people.grudge[i, k]
    return total


def tie(world, i, j):
    """The strongest tie between two people; 0 with ties off."""
    if not world.on.ties or i < 0 or j < 0:
        return 0.0
    ties = world.ties
    best = 0.0
    for k in range(ties.count):
        if (ties.a[k] == i and ties.b[k] == j) or (ties.a[k] == j and ties.b[k] == i):
            best = max(best, ties.strength[k])
    return best


def runs_plaza(world, i):
    """The plaza a capo or head runs, or -1."""
    people = world.people
    o, p = people.organisation[i], people.plaza[i]
    if o < 0 or p < 0 or (people.role[i] != CAPO and people.role[i] != HEAD):
        return -1
    return p if world.presences.capo[o, p] == i else -1


def following(world, i):
    """Members who would follow him: his plaza's for a capo, a squad for a lieutenant, all that obeys for a head."""
    people, common = world.people, world.par.measures
    o, p = people.organisation[i], people.plaza[i]
    if o < 0 or p < 0:
        return 0.0
    own = 0.0 + world.presences.members[o, p]
    if people.role[i] == HEAD:
        return own + people.hold[i] * (world.organisations.members[o] - own)
    if people.role[i] == CAPO:
        return own
    return own * (common.squad if people.role[i] == LIEUTENANT else 0.3 * common.squad)


def strength(world, i):
    """Strength of a person: members who follow him, raised by guile and money."""
    people, common = world.people, world.par.measures
    money = log(1.0 + people.cash[i] + people.laundered[i])
    return following(world, i) * (0.6 + 0.8 * people.guile[i]) * (1.0 + common.money * money)


def weight_of(world, f):
    """Weight of a post among those of its plaza, or among the national ones."""
    common, kind = world.par.measures, world.offices.institution[f]
    if world.offices.plaza[f] < 0:
        return common.presidency if kind == PRESIDENCY else 1.0
    return common.police if kind == POLICE else (common.government if kind == GOVERNMENT else common.military)


def add_cover(world):
    """Who is protected where: weights of the posts each organisation holds, over all posts of the plaza, or of the nation."""
    offices, presences, organisations = world.offices, world.presences, world.organisations
    for o in range(organisations.count):
        organisations.cover[o] = 0.0
        for p in range(world.plazas.count):
            presences.cover[o, p] = 0.0
    for f in range(offices.count):
        o, p = offices.client[f], offices.plaza[f]
        if o >= 0 and offices.side[f] == HOME and world.on.protection:
            part = weight_of(world, f) / total_weight(world, f)
            if p >= 0:
                presences.cover[o, p] += part
            else:
                organisations.cover[o] += part
    for o in range(organisations.count):
        above = organisations.overlord[o]
        if above >= 0 and world.on.pacts:
            organisations.cover[o] = max(organisations.cover[o], world.par.measures.sheltered * organisations.cover[above])


def bought_budget(world, side):
    """Share of what posts on a side spend on organised crime that lies in bought hands; 0 with protection off."""
    offices = world.offices
    total, taken = 0.0, 0.0
    for f in range(offices.count):
        if offices.side[f] == side:
            total += offices.budget[f]
            if offices.client[f] >= 0 and world.on.protection:
                taken += offices.budget[f]
    return taken / total if total > 0.0 else 0.0


def total_weight(world, f):
    """Weight of all posts in the same place and on the same side."""
    offices = world.offices
    total = 0.0
    for g in range(offices.count):
        if offices.plaza[g] == offices.plaza[f] and offices.side[g] == offices.side[f]:
            total += weight_of(world, g)
    return total


def protection(world, i):
    """Share of an arrest hazard that protectors take away; 0 with protection off."""
    people, common = world.people, world.par.measures
    o = people.organisation[i]
    if o < 0 or not world.on.protection:
        return 0.0
    local = world.presences.cover[o, people.plaza[i]] if people.plaza[i] >= 0 else 0.0
    rank = 1.0 if people.role[i] == HEAD else common.others
    return 1.0 - (1.0 - common.local * local) * (1.0 - common.national * rank * world.organisations.cover[o])


def add_people(world):
    """Strength, hold and power of everybody who acts; what others see of it lags by a month."""
    people, common = world.people, world.par.measures
    kept = 1.0 - 1.0 / 13.0
    for i in range(people.count):
        people.asked[i] *= kept
        people.obeyed[i] *= kept
        if people.organisation[i] >= 0:
            if people.asked[i] > common.unasked:
                people.hold[i] = min(1.0, people.obeyed[i] / people.asked[i])
            elif people.status[i] == FREE:
                people.hold[i] = 1.0
            there = people.status[i] == FREE or (people.role[i] == HEAD and people.status[i] <= JAILED_ABROAD)
            people.strength[i] = strength(world, i) if there else 0.0
            people.visible[i] += (people.strength[i] - people.visible[i]) / 4.0


def add_power(world):
    """Power: a person's strength over that of all who lead in his organisation."""
    people, organisations = world.people, world.organisations
    for o in range(organisations.count):
        organisations.strength[o] = 0.0
    for i in range(people.count):
        if people.organisation[i] >= 0:
            organisations.strength[people.organisation[i]] += people.strength[i]
    for i in range(people.count):
        o = people.organisation[i]
        people.power[i] = people.strength[i] / organisations.strength[o] if o >= 0 and people.strength[i] > 0.0 else 0.0


def relax(world):
    """Fear, suspicion, strain and grudges fade; strain follows suspicion and the danger he believes he is in."""
    people, common = world.people, world.par.measures
    for i in range(people.count):
        people.fear[i] *= 1.0 - common.fear_fades / 52.0
        fades = common.suspicion_fades / 52.0 if world.on.fear_of_betrayal else 1.0
        people.suspicion[i] += (common.suspicion - people.suspicion[i]) * fades
        goal = min(1.0, 0.6 * people.suspicion[i] + 0.5 * people.believed_risk[i])
        people.strain[i] += (goal - people.strain[i]) / 13.0
        for k in range(len(people.grudge[i])):
            people.grudge[i, k] *= (1.0 - common.grudge_fades / 52.0) * world.on.grudges


def forget(world, o):
    """Defeats show for a while; wrongs between those who are still there fade over years."""
    organisations, common = world.organisations, world.par.measures
    organisations.defeat[o] *= (1.0 - 1.0 / common.remembered) * world.on.visible_weakness
    for q in range(organisations.count if alive(world, o) else 0):
        if alive(world, q):
            organisations.hostility[o, q] *= 1.0 - common.forgives / 52.0


def calm_down(world):
    """Nobody is alarmed any more: what is left of alarm when heat is switched off in the middle of a run."""
    for p in range(world.plazas.count):
        world.plazas.heat[p] = 0.0
    for side in range(2):
        world.nation.heat[side] = 0.0


def open_week(world, week):
    """Empty what is summed up over a week, unless an act of an experiment has opened it and is counted in it already."""
    flows, plazas = world.flows, world.plazas
    if flows.opened == week:
        return
    flows.opened = week
    flows.revenue = flows.bribes = flows.laundered = flows.seized = 0.0
    flows.recruits = flows.clashes = flows.arrests = flows.extraditions = flows.exports = flows.bystanders = 0.0
    for kind in range(world.ledger.amount.shape[1]):
        world.ledger.amount[week % 52, kind] = 0.0
    for o in range(world.organisations.count):
        world.organisations.deaths[o] = 0
    for p in range(plazas.count):
        plazas.deaths[p] = plazas.deaths_members[p] = plazas.homicides[p] = 0
        plazas.exports[p] = 0.0


def survey(world, week):
    """The start of a week: empty its flows, add up members, see who is strong."""
    organisations, presences = world.organisations, world.presences
    open_week(world, week)
    for o in range(organisations.count):
        members = 0
        for p in range(world.plazas.count):
            members += presences.members[o, p]
            if presences.members[o, p] == 0:
                presences.control[o, p] = 0.0
        organisations.members[o] = members
        forget(world, o)
    relax(world)
    if not world.on.heat:
        calm_down(world)
    add_cover(world)
    apply_policies(world, week)
    find_worth(world)
    add_people(world)
    add_power(world)
