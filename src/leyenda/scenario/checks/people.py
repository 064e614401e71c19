"""People and what binds them: who belongs to whom, who answers to whom, nobody twice."""

from leyenda.scenario.checks.common import Faults, twice, unless_known
from leyenda.scenario.errors import Fault
from leyenda.scenario.rows import Person
from leyenda.scenario.schema import Scenario

MEMBERS = ("head", "capo", "lieutenant", "aspirant")


def people(s: Scenario) -> Faults:
    """Known names; members of an organisation have one, officials and bankers none."""
    names = [p.name for p in s.people]
    yield from twice("people", "name", names)
    for row, p in enumerate(s.people):
        yield from unless_known(
            ("people", row, "organisation"), p.organisation, "organisations", [o.name for o in s.organisations]
        )
        yield from unless_known(("people", row, "plaza"), p.plaza, "plazas", [q.name for q in s.plazas])
        yield from unless_known(("people", row, "superior"), p.superior, "people", names)
        if p.role in MEMBERS and (p.organisation is None or p.plaza is None):
            yield Fault(
                ("people", row, "organisation"), f"or plaza of {p.name} is blank", f"both for the role of {p.role}"
            )
        if p.role not in MEMBERS and p.organisation is not None:
            yield Fault(
                ("people", row, "organisation"), f"of {p.name} is {p.organisation}", f"a blank for the role of {p.role}"
            )


def superiors(s: Scenario) -> Faults:
    """A superior is of the same organisation, and nobody answers to himself, however indirectly."""
    people = {p.name: p for p in s.people}
    for row, p in enumerate(s.people):
        place = ("people", row, "superior")
        above = people.get(p.superior or "")
        if above is not None and above.organisation != p.organisation:
            yield Fault(
                place,
                f"of {p.name} is {above.name}, who belongs to {above.organisation or 'no organisation'}",
                "his own people",
            )
        elif p.role == "head" and p.superior is not None:
            yield Fault(place, f"of {p.name} is {p.superior}", "a blank for a head")
        elif circular(p, people):
            yield Fault(
                place, f"of {p.name} is {p.superior}, so that he answers to himself", "a line that ends at the head"
            )


def circular(person: Person, people: dict[str, Person]) -> bool:
    """Whether the line of superiors comes back to him."""
    above = people.get(person.superior or "")
    for _ in people:
        if above is None or above is person:
            break
        above = people.get(above.superior or "")
    return above is person


def crowd(s: Scenario) -> Faults:
    """The crowd stands where its organisation is present."""
    there = {(p.organisation, p.plaza) for p in s.presences}
    yield from twice("crowd", "plaza", [(c.organisation, c.plaza) for c in s.crowd])
    for row, c in enumerate(s.crowd):
        yield from unless_known(
            ("crowd", row, "organisation"), c.organisation, "organisations", [o.name for o in s.organisations]
        )
        yield from unless_known(("crowd", row, "plaza"), c.plaza, "plazas", [p.name for p in s.plazas])
        if (c.organisation, c.plaza) not in there:
            yield Fault(
                ("crowd", row, "plaza"),
                f"is {c.plaza}, where presences.csv does not put {c.organisation}",
                "one of its plazas",
            )


def relations(s: Scenario) -> Faults:
    """Ties, pacts and wars are between two who exist, once each, and nobody is at war with whom he has a pact."""
    names = [p.name for p in s.people]
    for row, t in enumerate(s.ties):
        for column, name in (("a", t.a), ("b", t.b)):
            yield from unless_known(("ties", row, column), name, "people", names)
        if t.a == t.b:
            yield Fault(("ties", row, "b"), f"ties {t.a} to himself", "somebody else")
    yield from twice("ties", "b", [(*sorted((t.a, t.b)), t.kind) for t in s.ties])
    organisations = [o.name for o in s.organisations]
    for table, pairs in (("pacts", s.pacts), ("wars", s.wars)):
        for row, pair in enumerate(pairs):
            for column, name in (("a", pair.a), ("b", pair.b)):
                yield from unless_known((table, row, column), name, "organisations", organisations)
            if pair.a == pair.b:
                yield Fault((table, row, "b"), f"pairs {pair.a} with itself", "another organisation")
        yield from twice(table, "b", [tuple(sorted((p.a, p.b))) for p in pairs])
    friends = {frozenset((p.a, p.b)) for p in s.pacts}
    for row, war in enumerate(s.wars):
        if {war.a, war.b} in friends:
            yield Fault(
                ("wars", row, "b"),
                f"has {war.a} at war with {war.b}, with whom pacts.csv gives it a pact",
                "one or the other",
            )
