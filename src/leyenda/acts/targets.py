"""Whom an act is about, in words: "top", "patron", "capo" ... or a person's number."""

from leyenda.engine.plain import World
from leyenda.world.measures import acts, alive
from leyenda.world.names import AGENCY, CAPO, LIEUTENANT, PRESIDENCY

Target = str | int
WORDS = ("top", "patron", "second", "capo", "lieutenant", "broker", "rival", "agency", "president")


def strongest(world: World, skip: int = -1) -> int:
    """The organisation with most members, but for one; -1 for none."""
    organisations = world.organisations
    living = [o for o in range(organisations.count) if alive(world, o) and o != skip]
    return max(living, key=lambda o: organisations.members[o], default=-1)


def subordinates(world: World, o: int, role: int) -> list[int]:
    """Free people of a role in an organisation, the strongest first."""
    people = world.people
    found = [i for i in range(people.count) if people.organisation[i] == o and people.role[i] == role and acts(world, i)]
    return sorted(found, key=lambda i: (-people.visible[i], i))


def connections(world: World, i: int) -> int:
    """Ties of a person, and people who answer to him."""
    ties, people = world.ties, world.people
    n = ties.count
    return int(((ties.a[:n] == i) | (ties.b[:n] == i)).sum() + (people.superior[: people.count] == i).sum())


def holder(world: World, institution: int) -> int:
    """Who holds an institution's national post, or else its first post; -1 if there is none."""
    offices = world.offices
    posts = [f for f in range(offices.count) if offices.institution[f] == institution]
    return int(offices.holder[min(posts, key=lambda f: (offices.plaza[f] >= 0, f))]) if posts else -1


def find(world: World, target: Target) -> int:
    """The person meant, or -1 if there is none this week. Raises ValueError for a word that means nobody.

    top: head of the organisation with most members. patron: who holds the seat, or else the top. second: the strongest who
    answers to the top. capo, lieutenant: the strongest of the top's. broker: the best connected of the top's people but
    for himself. rival: head of the second largest organisation. agency, president: who leads it, who is it.
    """
    if not isinstance(target, str):
        return int(target) if 0 <= target < world.people.count else -1
    check(target)
    if target in ("agency", "president"):
        return holder(world, AGENCY if target == "agency" else PRESIDENCY)
    o = strongest(world)
    head = int(world.organisations.head[o]) if o >= 0 else -1
    if target == "patron":
        return int(world.seat.holder) if world.seat.holder >= 0 else head
    if target == "rival":
        other = strongest(world, o)
        return int(world.organisations.head[other]) if other >= 0 else -1
    if target in ("capo", "lieutenant"):
        return next(iter(subordinates(world, o, CAPO if target == "capo" else LIEUTENANT)), -1)
    below = [i for role in (CAPO, LIEUTENANT) for i in subordinates(world, o, role)]
    if target == "second":
        return max(below, key=lambda i: world.people.visible[i], default=-1)
    if target == "broker":
        return max(below, key=lambda i: connections(world, i), default=-1)
    return head


def check(target: Target | None) -> None:
    """Raise ValueError for a word that means nobody."""
    if isinstance(target, str) and target not in WORDS:
        raise ValueError(f'"{target}" names nobody; one of {", ".join(WORDS)} or a number was expected')


def group(world: World, target: Target) -> int:
    """The living organisation a target belongs to, or -1."""
    i = find(world, target)
    o = int(world.people.organisation[i]) if i >= 0 else -1
    return o if alive(world, o) else -1


def place(world: World, plaza: int) -> int:
    """A plaza by its number. Raises ValueError if there is none."""
    if not 0 <= plaza < world.plazas.count:
        raise ValueError(f"there is no plaza {plaza}; a number from 0 to {world.plazas.count - 1} was expected")
    return plaza
