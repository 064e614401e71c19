"""What somebody was at a moment: head, capo, holder of a post; pieced together from the events before it."""

from dataclasses import dataclass, replace

from leyenda.results.chronicle.past import Event, Past

OUT = ("cast_out", "dissolve")
SEATS = ("succeed", "secede", "split", "found", "coup")
OFFICIALS = {"government": "governor", "presidency": "president", "police": "officer", "military": "officer"}


@dataclass(frozen=True)
class Role:
    """What somebody was, of which organisation, where, and since which event (-1: since before the first)."""

    name: str
    organisation: int = -1
    plaza: int = -1
    post: int = -1
    since: int = -1


def role(past: Past, i: int, event: Event) -> Role:
    """What somebody was just before an event."""
    post = past.office(i, event.week)
    if post >= 0:
        return official(past, post)
    if i in past.insiders:
        return Role("banker", post=past.insiders[i])
    led = past.led(i, event.week)
    if led >= 0:
        return Role("head", led, int(past.organisations["seat"][led]), since=rise(past, i, event))
    return below(past, i, event)


def rise(past: Past, i: int, event: Event) -> int:
    """The latest event by which somebody became head before another; -1 if he was from the start."""
    found = [
        earlier.id for earlier in past.lives[i] if earlier.id < event.id and earlier.kind in SEATS and earlier.who == i
    ]
    return found[-1] if found else -1


def official(past: Past, post: int) -> Role:
    """The holder of a post."""
    office = past.scenario.offices[post]
    name = OFFICIALS.get(office.institution, "investigator" if office.institution == "agency" else "official")
    if name == "governor" and not office.name.startswith("Governor"):
        name = "official"
    return Role(name, plaza=index(past, office.plaza), post=post)


def index(past: Past, plaza: str | None) -> int:
    """The number of a plaza by its name; -1 for none."""
    return next((p for p, row in enumerate(past.scenario.plazas) if row.name == plaza), -1)


def below(past: Past, i: int, event: Event) -> Role:
    """Somebody who leads nothing: a capo, one of the ranks, one who stands alone, or who once led."""
    rank = start(past, i)
    if rank.name == "head":
        rank = replace(rank, name="former")
    for earlier in past.lives[i]:
        if earlier.id >= event.id:
            break
        if earlier.kind == "promote" and earlier.whom == i:
            rank = Role("capo", earlier.organisation, earlier.plaza, since=earlier.id)
        elif earlier.kind in OUT and i in (earlier.whom, earlier.who if earlier.kind == "dissolve" else -1):
            rank = Role("cast_out", plaza=earlier.plaza, since=earlier.id)
        elif earlier.kind == "merge" and earlier.who == i and past.head(earlier.organisation, earlier.week) == i:
            rank = Role("capo", past.led(earlier.whom, earlier.week), seat(past, earlier), since=earlier.id)
        elif earlier.kind in SEATS and earlier.who == i:
            rank = Role("former", past.born.get(earlier.id, earlier.organisation), earlier.plaza, since=earlier.id)
        elif earlier.kind == "enter" and earlier.who == i:
            rank = Role("lieutenant", earlier.organisation, earlier.plaza, since=earlier.id)
    return rank


def seat(past: Past, event: Event) -> int:
    """The plaza from which an event's organisation was led."""
    return int(past.organisations["seat"][event.organisation]) if event.organisation >= 0 else event.plaza


def start(past: Past, i: int) -> Role:
    """What somebody was in the first week."""
    scenario = past.scenario
    organisations = {row.name: o for o, row in enumerate(scenario.organisations)}
    if i < len(scenario.people):
        row = scenario.people[i]
        return Role(row.role, organisations.get(row.organisation or "", -1), index(past, row.plaza))
    if int(past.names.value("entered", i, 0)) > 0:
        return Role("outsider", plaza=int(past.names.value("plaza", i, -1)))
    drawn = [
        Role(name, organisations[row.organisation], index(past, row.plaza))
        for row in scenario.crowd
        for name, number in (("lieutenant", row.lieutenants), ("aspirant", row.aspirants))
        for _ in range(number)
    ]
    number = i - len(scenario.people)
    return drawn[number] if number < len(drawn) else Role("outsider")
