"""Organisations and presences: heads and capos belong to what they lead."""

from leyenda.scenario.checks.common import ROUNDING, Faults, twice, unless_known
from leyenda.scenario.errors import Fault
from leyenda.scenario.schema import Scenario


def organisations(s: Scenario) -> Faults:
    """Each once, with a head of its own and people in its seat."""
    people = {p.name: p for p in s.people}
    home = [p.name for p in s.plazas if p.side == "home"]
    held = {(p.organisation, p.plaza) for p in s.presences if p.members > 0}
    yield from twice("organisations", "name", [o.name for o in s.organisations])
    if not s.organisations:
        yield Fault(("organisations",), "has no rows", "at least one organisation")
    for row, o in enumerate(s.organisations):
        yield from unless_known(("organisations", row, "head"), o.head, "people", people)
        yield from unless_known(("organisations", row, "seat"), o.seat, "plazas", home)
        if (o.name, o.seat) not in held:
            yield Fault(
                ("organisations", row, "seat"),
                f"of {o.name} is {o.seat}, where presences.csv gives it no members",
                "some",
            )
        plazas = sum(p.organisation == o.name for p in s.presences)
        if o.local and plazas > 1:
            yield Fault(
                ("organisations", row, "local"), f"of {o.name} is 1, but it is present in {plazas} plazas", "one plaza"
            )


def heads(s: Scenario) -> Faults:
    """A head belongs to the organisation he leads, works in its seat, and leads nothing else."""
    people = {p.name: p for p in s.people}
    for row, o in enumerate(s.organisations):
        place = ("organisations", row, "head")
        head = people.get(o.head)
        if head is None:
            continue
        if head.organisation != o.name:
            yield Fault(
                place,
                f"is {head.name}, who belongs to {head.organisation or 'no organisation'}",
                f"somebody of {o.name}",
            )
        elif head.role != "head":
            yield Fault(place, f"is {head.name}, whose role is {head.role}", "somebody whose role is head")
        elif head.plaza != o.seat:
            yield Fault(
                place, f"is {head.name}, who works in {head.plaza or 'no plaza'}", f"somebody in its seat, {o.seat}"
            )
    yield from without_post(s, "head", {o.head for o in s.organisations}, "organisations.csv says he leads nothing")


def without_post(s: Scenario, role: str, holders: set[str | None], says: str) -> Faults:
    """People whose role no other table gives them."""
    for row, p in enumerate(s.people):
        if p.role == role and p.name not in holders:
            yield Fault(("people", row, "role"), f"of {p.name} is {role}, but {says}", "another role")


def presences(s: Scenario) -> Faults:
    """Known names, one row per organisation and plaza, control of at most 1 in a plaza."""
    plazas, organisations = [p.name for p in s.plazas], [o.name for o in s.organisations]
    yield from twice("presences", "plaza", [(p.organisation, p.plaza) for p in s.presences])
    control = dict.fromkeys(plazas, 0.0)
    for row, p in enumerate(s.presences):
        yield from unless_known(("presences", row, "organisation"), p.organisation, "organisations", organisations)
        yield from unless_known(("presences", row, "plaza"), p.plaza, "plazas", plazas)
        control[p.plaza] = control.get(p.plaza, 0.0) + p.control
        if control[p.plaza] > 1 + ROUNDING:
            yield Fault(("presences", row, "control"), f"in {p.plaza} sums to {control[p.plaza]:.6g}", "at most 1")


def capos(s: Scenario) -> Faults:
    """Whoever runs a presence is a capo of that organisation in that plaza, or its head in his seat."""
    people = {p.name: p for p in s.people}
    for row, presence in enumerate(s.presences):
        place = ("presences", row, "capo")
        yield from unless_known(place, presence.capo, "people", people)
        capo = people.get(presence.capo or "")
        if capo is None:
            continue
        if capo.organisation != presence.organisation:
            whose = capo.organisation or "no organisation"
            yield Fault(place, f"is {capo.name}, who belongs to {whose}", f"somebody of {presence.organisation}")
        elif capo.role not in ("head", "capo") or capo.plaza != presence.plaza:
            yield Fault(
                place,
                f"is {capo.name}, {capo.role} in {capo.plaza or 'no plaza'}",
                f"a capo, or the head, in {presence.plaza}",
            )
    yield from without_post(s, "capo", {p.capo for p in s.presences}, "presences.csv gives him no plaza")
