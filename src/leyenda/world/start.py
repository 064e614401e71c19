"""The first moment of a world: what is not known of people is drawn, and the starting position is written down as events."""

from leyenda.base.events import emit, remember
from leyenda.world.careers import fill_traits
from leyenda.world.measures import bought_budget
from leyenda.world.names import BEGIN, POLITICIAN


def begin_people(world):
    """Traits of those not described; what is known of somebody began before the first week."""
    people, organisations = world.people, world.organisations
    for i in range(people.count):
        fill_traits(world, i)
        o = people.organisation[i]
        if people.role[i] < POLITICIAN:
            event = organisations.event[o] if o >= 0 else emit(world, 0, BEGIN, i, -1, -1, people.plaza[i], 0.0)
            people.rank_event[i] = event
            remember(people.notoriety_event[i], people.notoriety_part[i], event, people.notoriety[i] + 0.01)
            remember(people.evidence_event[i], people.evidence_part[i], event, people.evidence[i])


def begin(world):
    """Every organisation, deal and person who stands alone in the starting position becomes an event of week 0."""
    organisations, offices, banks = world.organisations, world.offices, world.banks
    world.nation.ranks = 0.0
    for p in range(world.plazas.count):
        world.nation.people[world.plazas.side[p]] += world.plazas.population[p]
    for o in range(organisations.count):
        head = organisations.head[o]
        world.nation.ranks += organisations.members[o]
        organisations.event[o] = emit(world, 0, BEGIN, head, -1, o, organisations.seat[o], organisations.members[o])
    for f in range(offices.count):
        if offices.client[f] >= 0:
            offices.deal_event[f] = emit(
                world, 0, BEGIN, offices.man[f], offices.holder[f], offices.client[f], offices.plaza[f], offices.price[f]
            )
    for b in range(banks.count):
        if banks.client[b] >= 0:
            head = organisations.head[banks.client[b]]
            banks.deal_event[b] = emit(world, 0, BEGIN, head, banks.insider[b], banks.client[b], banks.plaza[b], banks.price[b])
    for side in range(2):
        world.nation.effort[side] *= 1.0 - world.par.measures.lost * bought_budget(world, side)
    begin_people(world)
