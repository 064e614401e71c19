"""The facts of an event that any sentence may use."""

from typing import Any

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.roles import Role, role
from leyenda.results.chronicle.scene import Group, Who
from leyenda.results.chronicle.texts import Words

Made = tuple[str, dict[str, Any]] | None  # a fact that is None is taken away
FEW, LARGE = 20, 100


class Facts:
    """Looks facts up in one past, and puts quantities into the words of a language."""

    def __init__(self, past: Past, language: str) -> None:
        self.past, self.words = past, Words(language)

    def common(self, event: Event) -> dict[str, Any]:
        """Facts that most events have."""
        facts: dict[str, Any] = {}
        if event.who >= 0:
            facts["who"] = Who(event.who)
        if event.whom >= 0:
            facts["whom"] = Who(event.whom)
        if event.organisation >= 0:
            facts["org"] = Group(event.organisation)
        if event.plaza >= 0:
            facts["place"] = event.plaza
        other = self.past.led(event.whom, event.week)
        if other >= 0 and other != event.organisation:
            facts["other"] = Group(other)
        return facts

    def was(self, i: int, event: Event) -> Role:
        """What somebody was before an event."""
        return role(self.past, i, event)

    def effects(self, event: Event, kind: str) -> list[Event]:
        """What an event led to, of one kind."""
        return [
            found for effect in self.past.effects.get(event.id, ()) if (found := self.past.events[effect]).kind == kind
        ]

    def size(self, o: int, week: int) -> str:
        """Members of an organisation in round numbers."""
        return self.words.about(self.past.of("members", o, week))

    def office(self, i: int, event: Event) -> dict[str, Any]:
        """The post somebody held, as a fact."""
        post = self.past.office(i, event.week)
        return {"office": ("office", post)} if post >= 0 else {}
