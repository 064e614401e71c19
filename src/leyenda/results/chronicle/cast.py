"""Who and what is spoken of: introduced once with an apposition, later by surname, a pronoun where nobody else is meant."""

import string
from collections.abc import Callable
from typing import Any

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.roles import Role, role
from leyenda.results.chronicle.texts import Words, texts
from leyenda.results.names import fraction

PRONOUNS = {"he": ("he", "she"), "him": ("him", "her"), "his": ("his", "her"), "himself": ("himself", "herself")}
MOST_APPOSITIONS = 2
LONG_AGO = 12        # sentences after which somebody is called to mind again


class Cast:
    """What the reader has been told about people, organisations and places so far."""

    def __init__(self, past: Past, language: str, people: set[int]) -> None:
        self.past, self.words = past, Words(language)
        self.texts, self.places = texts(language, "people"), texts(language, "places")
        names = [past.names.surname(i) for i in people]
        self.double = {name for name in names if names.count(name) > 1}
        self.named: set[int] = set()
        self.described: set[int] = set()
        self.groups: set[int] = set()
        self.seen: dict[int, int] = {}
        self.told: dict[int, list[tuple[str, Event]]] = {}
        self.sentence, self.used = 0, set[str]()
        self.begin(past.events[0])

    def begin(self, event: Event, current: frozenset[int] = frozenset(), topic: int = -1) -> None:
        """A new sentence, about an event; the current events need no explanation. A topic is somebody already spoken of."""
        self.event, self.current, self.topic = event, current, topic
        self.here = {topic} - {-1}
        self.appositions, self.extra = 0, list[int]()
        self.sentence += 1

    def short(self, i: int) -> str:
        """The surname, with the given name where two share it."""
        name = self.past.names.surname(i)
        return f"{self.past.names.given(i)} {name}" if name in self.double else name

    def pronoun(self, i: int, word: str) -> str:
        """He or she, in the case and capital of the word."""
        found = PRONOUNS[word.lower()][self.past.names.woman(i)]
        return found.capitalize() if word[0].isupper() else found

    def refer(self, i: int, case: str) -> str:
        """Somebody in a case: "" nominative, o objective, s possessive, n without apposition; or a pronoun by itself."""
        if case.lower() in PRONOUNS:
            return self.pronoun(i, case)
        if i == self.topic and i in self.here and case != "n":
            return self.pronoun(i, {"": "he", "o": "him", "s": "his"}[case])
        if self.topic < 0:
            self.topic = i
        name = self.short(i) if i in self.named else self.past.names.person(i)
        apposition = self.apposition(i) if case in ("", "o") and i not in self.here else ""
        self.named.add(i)
        self.here.add(i)
        self.seen[i] = self.sentence
        return name + ("'s" if case == "s" else "") + (f", {apposition}," if apposition else "")

    def apposition(self, i: int) -> str:
        """What is said of somebody at his first mention, or when he comes back after a long time."""
        if self.appositions >= MOST_APPOSITIONS:
            return ""
        found = self.introduction(i) if i not in self.described else ""
        if not found and self.sentence - self.seen.get(i, self.sentence) > LONG_AGO:
            found = self.reminder(i)
        self.described.add(i)
        self.appositions += bool(found)
        return found

    def introduction(self, i: int) -> str:
        """Role, place, age, sometimes a tie."""
        was = role(self.past, i, self.event)
        return self.choose(self.texts["role"][was.name], self.facts(i, was), i)

    def facts(self, i: int, was: Role) -> dict[str, str]:
        """What an introduction may use."""
        facts = {"him": self.pronoun(i, "him"), "his": self.pronoun(i, "his"), "age": self.words.age(self.past.age(i, self.event.week))}
        if was.organisation >= 0:
            facts["org"] = self.group(was.organisation)
        if was.plaza >= 0:
            facts["place"] = self.plaza(was.plaza)
        if was.post >= 0:
            facts["bank" if was.name == "banker" else "office"] = (
                self.past.names.bank(was.post) if was.name == "banker" else self.office(was.post)
            )
        if was.since >= 0:
            facts["since"] = str(self.past.year(self.past.events[was.since].week))
            self.extra.append(was.since)
        return facts

    def reminder(self, i: int) -> str:
        """What was told of somebody earlier."""
        for variant, event in reversed(self.told.get(i, [])):
            part = f"{variant}_{'who' if event.who == i else 'whom'}"
            other = event.whom if event.who == i else event.who
            facts = {"year": str(self.past.year(event.week)), "his": self.pronoun(i, "his")}
            if event.plaza >= 0:
                facts["place"] = self.plaza(event.plaza)
            if event.organisation >= 0:
                facts["org"] = self.group(event.organisation)
            if other in self.named:
                facts["other"] = self.short(other)
            if part in self.texts["reminder"]:
                self.extra.append(event.id)
                return self.choose(self.texts["reminder"][part], facts, i)
        return ""

    def choose(self, phrasings: list[str], facts: dict[str, str], i: int) -> str:
        """A phrasing whose facts are known, one that was not used before if there is one."""
        fits = [text for text in phrasings if needs(text) <= facts.keys()]
        fresh = [text for text in fits if text not in self.used] or fits
        if not fresh:
            return ""
        text = fresh[int(fraction(self.past.key, i, "apposition") * len(fresh))]
        self.used.add(text)
        return text.format(**facts)

    def group(self, o: int) -> str:
        """An organisation in running text."""
        own, forms = self.past.scenario.organisations, self.places["organisation"]
        name = self.past.names.organisation(o)
        if o >= len(own):
            return name + self.origin(o)
        first = o not in self.groups
        self.groups.add(o)
        for plaza, written in self.places["plaza"].items():
            name = name.replace(plaza, written)
        if name.split()[-1].islower():
            return f"the {name}"
        if len(name.split()) > 1:
            return name
        large = sum(row.organisation == own[o].name for row in self.past.scenario.presences) > len(self.past.scenario.plazas) / 2
        return str(forms["large" if large and first else "again" if large else "plain"].format(name=name))

    def origin(self, o: int) -> str:
        """Where an organisation that comes up for the first time came from, unless that is what is being told."""
        began = int(self.past.organisations["event"][o])
        known = o in self.groups or began in self.current or self.appositions >= MOST_APPOSITIONS
        self.groups.add(o)
        if known:
            return ""
        self.appositions += 1
        self.extra.append(began)
        parent, forms = int(self.past.organisations["parent"][o]), self.places["organisation"]
        facts = {"year": str(self.past.year(self.past.events[began].week)), "place": self.plaza(self.past.events[began].plaza)}
        if parent >= 0:
            facts["parent"] = self.past.names.organisation(parent) if parent >= len(self.past.scenario.organisations) else self.group(parent)
        return f", {self.choose(forms['born' if parent >= 0 else 'founded'], facts, o)},"

    def plaza(self, p: int) -> str:
        """A plaza in running text."""
        name = self.past.names.plaza(p)
        return str(self.places["plaza"].get(name, name))

    def office(self, f: int) -> str:
        """A post in running text."""
        name = self.past.names.office(f)
        if name in self.places["office"]:
            return str(self.places["office"][name])
        for plaza, written in self.places["plaza"].items():
            name = name.replace(plaza, written)
        return f"the {name[0].lower()}{name[1:]}"


def needs(text: str) -> set[str]:
    """The facts a phrasing uses."""
    return {name.split(":")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


class Slot:
    """A person in a phrasing, written when his turn comes."""

    def __init__(self, cast: Cast, i: int) -> None:
        self.cast, self.i = cast, i

    def __format__(self, case: str) -> str:
        return self.cast.refer(self.i, case)


class Later:
    """Anything else that is written only when its turn comes."""

    def __init__(self, write: Callable[..., str], *of: Any) -> None:
        self.write, self.of = write, of

    def __format__(self, spec: str) -> str:
        return str(self.write(*self.of, spec) if spec else self.write(*self.of))
