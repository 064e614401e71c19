"""Record: what the week leaves in the series. No rule reads any of it."""

from leyenda.world.measures import acts, alive, protection
from leyenda.world.names import ABROAD, DEAD, FREE, GOVERNMENT, HOME, MILITARY, POLICE, PRESIDENCY


def bought(world, institution, side):
    """Share of an institution's posts on a side that somebody has bought; the presidency counts as government."""
    offices = world.offices
    total, taken = 0.0, 0.0
    for f in range(offices.count):
        kind = GOVERNMENT if offices.institution[f] == PRESIDENCY else offices.institution[f]
        if kind == institution and offices.side[f] == side:
            total += 1.0
            if offices.client[f] >= 0:
                taken += 1.0
    return taken / total if total > 0.0 else 0.0


def banks_bought(world, side):
    """Share of banks on a side whose insider is somebody's man."""
    banks = world.banks
    total, taken = 0.0, 0.0
    for b in range(banks.count):
        if banks.side[b] == side:
            total += 1.0
            if banks.client[b] >= 0:
                taken += 1.0
    return taken / total if total > 0.0 else 0.0


def record_corruption(world, k):
    """Shares of posts and insiders bought, by institution and side, and over all."""
    series, offices, banks = world.series, world.offices, world.banks
    series.corruption_government_home[k] = bought(world, GOVERNMENT, HOME)
    series.corruption_police_home[k] = bought(world, POLICE, HOME)
    series.corruption_military_home[k] = bought(world, MILITARY, HOME)
    series.corruption_bank_home[k] = banks_bought(world, HOME)
    series.corruption_government_abroad[k] = bought(world, GOVERNMENT, ABROAD)
    series.corruption_police_abroad[k] = bought(world, POLICE, ABROAD)
    series.corruption_military_abroad[k] = bought(world, MILITARY, ABROAD)
    series.corruption_bank_abroad[k] = banks_bought(world, ABROAD)
    taken = 0.0
    for f in range(offices.count):
        taken += 1.0 if offices.client[f] >= 0 else 0.0
    for b in range(banks.count):
        taken += 1.0 if banks.client[b] >= 0 else 0.0
    series.corruption[k] = taken / max(1.0, 0.0 + offices.count + banks.count)


def spread(world, o):
    """Plazas an organisation has people in."""
    number = 0
    for p in range(world.plazas.count):
        if world.presences.members[o, p] > 0:
            number += 1
    return number


def record_organisations(world, k):
    """Members, deaths, plazas and head of each organisation; how many there are; who is strongest."""
    organisations, by, series = world.organisations, world.by_organisation, world.series
    total, number, major, best = 0, 0, 0, -1
    for o in range(organisations.count):
        organisations.members[o] = 0
        for p in range(world.plazas.count):
            organisations.members[o] += world.presences.members[o, p]
        if alive(world, o):
            total += organisations.members[o]
    for o in range(len(organisations.head)):
        by.members[k, o] = -1.0
        by.deaths[k, o] = by.plazas[k, o] = by.exports[k, o] = 0.0
        by.head[k, o] = -1.0
        if o < organisations.count and alive(world, o):
            by.members[k, o] = organisations.members[o]
            by.deaths[k, o] = organisations.deaths[o]
            by.plazas[k, o] = spread(world, o)
            by.head[k, o] = organisations.head[o]
            by.exports[k, o] = organisations.exports[o]
            number += 1
            if organisations.members[o] >= 0.01 * total or by.plazas[k, o] >= 2.0:
                major += 1
            if best < 0 or organisations.members[o] > organisations.members[best]:
                best = o
    series.members[k] = total
    series.organisations[k] = number
    series.organisations_major[k] = major
    record_top(world, k, best)


def record_top(world, k, o):
    """The head of the strongest organisation: his power, ego, beliefs and protection."""
    series, people = world.series, world.people
    top = world.organisations.head[o] if o >= 0 else -1
    series.top[k] = top
    series.top_power[k] = people.power[top] if top >= 0 else 0.0
    series.top_ego[k] = people.ego[top] if top >= 0 else 0.0
    series.protection_top[k] = protection(world, top) if top >= 0 else 0.0
    error, number = 0.0, 0.0
    for i in range(people.count):
        if top >= 0 and people.superior[i] == top and people.status[i] == FREE:
            error += abs(people.reported[i] - people.disaffection[i])
            number += 1.0
    series.top_belief_error[k] = error / number if number > 0.0 else 0.0


def record_plazas(world, k):
    """Each plaza, and the concentration of control over all of them weighed by what there is to control."""
    plazas, by, series = world.plazas, world.by_plaza, world.series
    for p in range(plazas.count):
        held, squares, members, number = 0.0, 0.0, 0, 0
        for o in range(world.organisations.count):
            c = world.presences.control[o, p]
            held += c
            squares += c * c
            members += world.presences.members[o, p]
            number += 1 if world.presences.members[o, p] > 0 else 0
        by.concentration[k, p] = squares / (held * held) if held > 0.0 else 0.0
        by.deaths[k, p] = plazas.deaths[p]
        plazas.homicides[p] += plazas.deaths[p]
        by.homicides[k, p] = plazas.homicides[p]
        by.exports[k, p] = plazas.exports[p]
        by.members[k, p] = members
        by.organisations[k, p] = number
        by.protection[k, p] = plazas.protection[p]
        by.heat[k, p] = plazas.heat[p]
        series.deaths[k] += plazas.deaths[p]
        series.deaths_members[k] += plazas.deaths_members[p]
        series.homicides[k] += plazas.homicides[p]
    record_concentration(world, k)


def record_concentration(world, k):
    """Herfindahl index of control over all plazas, each weighed by what there is to control."""
    squares, held = 0.0, 0.0
    for o in range(world.organisations.count):
        share = 0.0
        for p in range(world.plazas.count):
            share += world.presences.control[o, p] * world.plazas.production[p]
        squares += share * share
        held += share
    world.series.concentration[k] = squares / (held * held) if held > 0.0 else 0.0


def record_flows(world, k):
    """What moved this week."""
    series, flows, market, nation = world.series, world.flows, world.market, world.nation
    series.exports[k] = flows.exports
    series.price[k] = market.price
    series.revenue[k] = flows.revenue
    series.recruits[k] = flows.recruits
    series.clashes[k] = flows.clashes
    series.arrests[k] = flows.arrests
    series.bribes[k] = flows.bribes
    series.laundered[k] = flows.laundered
    series.seized[k] = flows.seized
    series.bystanders[k] = flows.bystanders
    series.extraditions[k] = flows.extraditions
    series.heat_home[k] = nation.heat[HOME]
    series.heat_abroad[k] = nation.heat[ABROAD]
    series.enforcement[k] = nation.effort[HOME] * world.drivers.enforcement[0] / 52.0
    open_wars = 0
    for w in range(world.wars.count):
        open_wars += 1 if world.wars.ended[w] < 0 else 0
    series.wars[k] = open_wars


def record_balances(world, k):
    """What each account class holds, summed from the records' own fields."""
    balance = world.ledger.balance
    for a in range(4):
        balance[k, a] = 0.0
    for o in range(world.organisations.count):
        balance[k, 0] += world.organisations.treasury[o]
        balance[k, 1] += world.organisations.laundered[o]
    for i in range(world.people.count):
        balance[k, 2] += world.people.cash[i] + world.people.laundered[i] + world.people.fronted[i]
    for b in range(world.banks.count):
        balance[k, 3] += world.banks.earned[b]


def share_of(world, o, exports):
    """Share of this week's exports that an organisation's head commands: its own and those of who joined it on terms."""
    organisations = world.organisations
    commanded = organisations.exports[o]
    for q in range(organisations.count):
        if organisations.overlord[q] == o and world.on.pacts:
            commanded += organisations.exports[q]
    return commanded / exports if exports > 0.0 else 0.0


def note_fall(world, week):
    """The patron's tenure ends: from now on the seat needs half the share he commanded a year before."""
    seat, people = world.seat, world.people
    i = seat.patron
    if i < 0 or seat.fallen >= 0:
        return
    head = world.organisations.head[seat.organisation]
    if people.status[i] != FREE or head != i:
        seat.fallen = week
        seat.needed = 0.5 * seat.history[week % 52]
        seat.holder = -1


def record_seat(world, week, k):
    """Who holds the seat, by the definition of the claims."""
    seat, organisations, series = world.seat, world.organisations, world.series
    note_fall(world, week)
    exports = world.flows.exports
    seat.holder = -1
    for o in range(organisations.count):
        head = organisations.head[o]
        if not alive(world, o) or not acts(world, head):
            organisations.held[o] = 0
            continue
        share = share_of(world, o, exports)
        organisations.share[o] += (share - organisations.share[o]) / 13.0
        organisations.held[o] = organisations.held[o] + 1 if share >= 0.5 else 0
        never = seat.patron < 0 or seat.fallen < 0
        if (never and organisations.held[o] >= 52) or (not never and share >= seat.needed):
            if seat.holder < 0 or share > share_of(world, seat.holder_organisation, exports):
                seat.holder = head
                seat.holder_organisation = o
    if seat.holder >= 0 and seat.patron < 0:
        seat.patron = seat.holder
        seat.organisation = seat.holder_organisation
        for past in range(52):
            seat.history[past] = share_of(world, seat.organisation, exports)
    if seat.patron >= 0 and seat.fallen < 0:
        seat.history[week % 52] = share_of(world, seat.organisation, exports)
    series.seat_held[k] = 1.0 if seat.holder >= 0 else 0.0
    series.seat_holder[k] = seat.holder
    series.patron[k] = seat.patron
    series.patron_hold[k] = world.people.hold[seat.patron] if seat.patron >= 0 and world.people.status[seat.patron] != DEAD else 0.0


def record(world, week):
    """Write the week down."""
    k = week % 52
    world.series.deaths[k] = world.series.deaths_members[k] = world.series.homicides[k] = 0.0
    record_corruption(world, k)
    record_organisations(world, k)
    record_plazas(world, k)
    record_flows(world, k)
    record_balances(world, k)
    record_seat(world, week, k)
