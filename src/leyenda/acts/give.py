"""Give: somebody gets one more plaza, without a shot."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, group, place
from leyenda.base.events import because, emit
from leyenda.engine.plain import World
from leyenda.world.careers import hand_plaza
from leyenda.world.measures import acts, alive, speaker
from leyenda.world.names import CAPO, EXPAND, FREE, HEAD, LIEUTENANT, MERGE
from leyenda.world.seats import absorb, follow


@dataclass(frozen=True, kw_only=True)
class Give(Act):
    """Members and control of the strongest other holder of a plaza go over to somebody's organisation, and its capo with them.

    The capo answers to the new head; where that one had a capo already, to him. A head stays with his organisation, unless
    the plaza was all it had: then the whole joins. plaza None: the largest that the organisation does not hold.
    """

    plaza: int | None = None
    to: Target = "patron"

    def do(self, world: World, week: int) -> None:
        """Hand it over, if there is anything to hand over."""
        o = group(world, self.to)
        if o < 0 or world.organisations.head[o] < 0:
            return
        p = largest(world, o) if self.plaza is None else place(world, self.plaza)
        q = other_holder(world, o, p) if p >= 0 else -1
        if q < 0:
            return
        if world.presences.members[q].sum() == world.presences.members[q, p]:
            join(world, week, q, o, p)
        else:
            hand_over(world, week, q, o, p)


def other_holder(world: World, o: int, p: int) -> int:
    """Who controls most of a plaza but for one organisation, or -1."""
    presences = world.presences
    there = [q for q in range(world.organisations.count) if q != o and alive(world, q) and presences.members[q, p] > 0]
    return max(there, key=lambda q: presences.control[q, p], default=-1)


def largest(world: World, o: int) -> int:
    """The plaza with most people exposed to recruitment in which another controls more than the organisation does; or -1."""
    control = world.presences.control
    others = {p: other_holder(world, o, p) for p in range(world.plazas.count)}
    lost = [p for p, q in others.items() if q >= 0 and control[q, p] > control[o, p]]
    return max(lost, key=lambda p: world.plazas.exposed[p], default=-1)


def join(world: World, week: int, q: int, o: int, p: int) -> None:
    """An organisation with nothing else joins as a whole."""
    head = world.organisations.head[q]
    event = emit(world, week, MERGE, speaker(world, q), speaker(world, o), q, p, world.presences.members[q, p])
    because(world, event, world.organisations.event[q], 0.2)
    absorb(world, week, q, o)
    if head >= 0:
        world.people.rank_event[head] = event


def hand_over(world: World, week: int, q: int, o: int, p: int) -> None:
    """One plaza of several changes hands."""
    presences, head = world.presences, world.organisations.head[o]
    capo, own = presences.capo[q, p], presences.capo[o, p]
    event = emit(world, week, EXPAND, head, capo, o, p, presences.members[q, p])
    follow(world, q, p, o, 1.0)
    presences.capo[q, p] = presences.vacant[q, p] = -1
    retreat(world, q, p)
    change_sides(world, q, o, p, own if own >= 0 else head, event)
    if own < 0 and acts(world, capo) and world.people.organisation[capo] == o:
        hand_plaza(world, o, p, capo)
        world.people.rank_event[capo] = event


def change_sides(world: World, q: int, o: int, p: int, superior: int, event: int) -> None:
    """The free people on the spot go over; whoever answered to them elsewhere answers to his own head."""
    people, head = world.people, world.organisations.head[q]
    for j in range(people.count):
        if people.organisation[j] == q and people.plaza[j] == p and people.status[j] == FREE and people.role[j] != HEAD:
            people.organisation[j], people.superior[j] = o, superior
            people.role[j] = LIEUTENANT if people.role[j] == CAPO else people.role[j]
            people.rank_event[j] = event
    for j in range(people.count):
        if people.organisation[j] == q and people.superior[j] >= 0 and people.organisation[people.superior[j]] != q:
            people.superior[j] = head if head != j else -1


def retreat(world: World, q: int, p: int) -> None:
    """A head who sat there sits where he has most people left."""
    organisations, members = world.organisations, world.presences.members[q]
    if organisations.seat[q] == p:
        organisations.seat[q] = int(members.argmax())
    head = organisations.head[q]
    if acts(world, head) and world.people.plaza[head] == p:
        world.people.plaza[head] = int(members.argmax())
