"""The few acts the engine's own studies need: arrest one lieutenant, arrest a head, raise a plaza's bribe price, spare a man."""

from leyenda.engine.ensemble import Act
from leyenda.engine.plain import World
from leyenda.world.custody import jail
from leyenda.world.names import FREE, HEAD, LIEUTENANT


def arrest_lieutenant(week: int, organisation: int = 0) -> Act:
    """Arrest the longest-known free lieutenant of an organisation."""

    def do(world: World, now: int) -> None:
        people = world.people
        for i in range(people.count):
            if people.role[i] == LIEUTENANT and people.organisation[i] == organisation and people.status[i] == FREE:
                jail(world, now, i, -1, 0.0)
                return

    return Act(week, do)


def arrest_head(week: int, organisation: int = 0) -> Act:
    """Arrest the head of an organisation."""

    def do(world: World, now: int) -> None:
        head = world.organisations.head[organisation]
        if head >= 0 and world.people.status[head] == FREE and world.people.role[head] == HEAD:
            jail(world, now, head, -1, 0.0)

    return Act(week, do)


def raise_price(week: int, plaza: int, by: float) -> Act:
    """Raise what the holders of a plaza's posts ask, and are paid, by a share."""

    def do(world: World, now: int) -> None:
        here = world.offices.plaza == plaza
        world.offices.worth[here] *= 1.0 + by
        world.offices.price[here] *= 1.0 + by

    return Act(week, do)


def spare(person: int) -> Act:
    """From the first week on nobody arrests him."""

    def do(world: World, now: int) -> None:
        world.people.spared[person] = 1

    return Act(0, do)


def nothing(week: int) -> Act:
    """An act that changes nothing."""
    return Act(week, lambda world, now: None)
