"""Offices, banks and the calendar: every institution is there, one post a person, deals with those who exist."""

from leyenda.scenario.checks.common import Faults, twice, unless_known
from leyenda.scenario.errors import Fault, Place
from leyenda.scenario.rows import Bank, Office
from leyenda.scenario.schema import Scenario

SIDES_OF = {
    "government": ("home", "abroad"),
    "police": ("home", "abroad"),
    "military": ("home", "abroad"),
    "prosecution": ("home",),
    "intelligence": ("home",),
    "presidency": ("home",),
    "border": ("abroad",),
    "agency": ("abroad",),
}
OFFICIALS = ("politician", "officer", "investigator")


def institutions(s: Scenario) -> Faults:
    """Each institution stands on its sides of the border, and only there."""
    for institution, sides in SIDES_OF.items():
        for side in sides:
            if not any(o.institution == institution and o.side == side for o in s.offices):
                yield Fault(("offices",), f"has no {institution} whose side is {side}", "at least one")
    for row, o in enumerate(s.offices):
        if o.side not in SIDES_OF[o.institution]:
            yield Fault(
                ("offices", row, "side"),
                f"of {o.name} is {o.side}",
                f"home for a {o.institution}" if o.side == "abroad" else "abroad",
            )
    for side in ("home", "abroad"):
        if all(b.side != side for b in s.banks):
            yield Fault(("banks",), f"has no bank whose side is {side}", "at least one")


def offices(s: Scenario) -> Faults:
    """Known names, a holder who is an official and holds nothing else."""
    people = {p.name: p for p in s.people}
    yield from twice("offices", "name", [o.name for o in s.offices])
    holders = [o.holder for o in s.offices]
    for row, o in enumerate(s.offices):
        place = ("offices", row, "holder")
        yield from unless_known(place, o.holder, "people", people)
        if o.holder in people and people[o.holder].role not in OFFICIALS:
            yield Fault(
                place, f"is {o.holder}, whose role is {people[o.holder].role}", "one of " + ", ".join(OFFICIALS)
            )
        if o.holder is not None and o.holder in holders[:row]:
            yield Fault(place, f"is {o.holder}, who holds another post already", "one post a person")
        yield from where(("offices", row, "plaza"), o, s)
        yield from deal(("offices", row), o, s)


def banks(s: Scenario) -> Faults:
    """Known names."""
    yield from twice("banks", "name", [b.name for b in s.banks])
    for row, b in enumerate(s.banks):
        yield from where(("banks", row, "plaza"), b, s)
        yield from deal(("banks", row), b, s)


def where(place: Place, post: Office | Bank, s: Scenario) -> Faults:
    """A post's plaza exists and lies on its side."""
    sides = {p.name: p.side for p in s.plazas}
    yield from unless_known(place, post.plaza, "plazas", sides)
    resident = getattr(post, "institution", "") == "agency"  # the agency keeps offices on the other side of the border
    if post.plaza in sides and sides[post.plaza] != post.side and not resident:
        yield Fault(
            place, f"of {post.name} is {post.plaza}, which lies {at(sides[post.plaza])}", f"one {at(post.side)}"
        )


def at(side: str) -> str:
    """A side as an adverb."""
    return "at home" if side == "home" else side


def deal(place: Place, post: Office | Bank, s: Scenario) -> Faults:
    """A price is paid by a client and by nobody else; the man the deal is with is his."""
    yield from unless_known((*place, "client"), post.client, "organisations", [o.name for o in s.organisations])
    if (post.client is None) != (post.price == 0):
        who = post.client or "nobody"
        yield Fault(
            (*place, "price"),
            f"of {post.name} is {post.price:g}, paid by {who}",
            "0 without a client and more with one",
        )
    man = post.man if isinstance(post, Office) else None
    if man is not None:
        people = {p.name: p for p in s.people}
        yield from unless_known((*place, "man"), man, "people", people)
        if man in people and (post.client is None or people[man].organisation != post.client):
            whose = people[man].organisation or "no organisation"
            yield Fault(
                (*place, "man"), f"is {man}, who belongs to {whose}", f"somebody of {post.client or 'a client'}"
            )


def terms(s: Scenario) -> Faults:
    """Known posts, each change once."""
    names = [o.name for o in s.offices]
    for row, t in enumerate(s.terms):
        yield from unless_known(("terms", row, "office"), t.office, "offices", names)
    yield from twice("terms", "week", [(t.office, t.year, t.week) for t in s.terms])
