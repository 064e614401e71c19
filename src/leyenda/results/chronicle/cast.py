"""Who is spoken of: introduced once with an apposition, later by surname, by a pronoun where nobody else is meant."""

from collections.abc import Callable

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.places import Places
from leyenda.results.chronicle.roles import Role, role
from leyenda.results.chronicle.texts import Words, fields, texts
from leyenda.results.names import fraction

MOST_APPOSITIONS = 2
LONG_AGO = 12  # sentences after which somebody is called to mind again
CASES = {"him": "o", "his": "s"}
BY_CASE = {"": "he", "o": "him", "s": "his"}


class Cast(Places):
    """What the reader has been told so far, and what the present sentence has said."""

    def __init__(self, past: Past, language: str, people: set[int]) -> None:
        super().__init__(past, language)
        self.words, self.texts = Words(language), texts(language, "people")
        names = [past.names.surname(i) for i in people]
        self.double = {name for name in names if names.count(name) > 1}
        self.named, self.described, self.aged = set[int](), set[int](), set[int]()
        self.seen: dict[int, int] = {}
        self.told: dict[int, list[Event]] = {}
        self.sentence, self.most = 0, MOST_APPOSITIONS
        self.used, self.here = set[str](), set[int]()
        self.begin(past.events[0])

    def begin(self, event: Event, current: frozenset[int] = frozenset(), about: frozenset[int] = frozenset()) -> None:
        """A new sentence, about an event; the current events and the organisations it is about need no explanation."""
        self.event, self.current, self.about, self.topic = event, current, about, -1
        self.clear = next(iter(self.here)) if len(self.here) == 1 else -1
        self.here, self.banks = set[int](), set[int]()
        self.appositions, self.extra = 0, list[int]()
        self.sentence += 1

    def short(self, i: int) -> str:
        """The surname, with the given name where two share it."""
        name = self.past.names.surname(i)
        return f"{self.past.names.given(i)} {name}" if name in self.double else name

    def pronoun(self, i: int, word: str) -> str:
        """He or she, in the case and capital of the word."""
        found = str(self.words.units["pronouns"][word.lower()][self.past.names.woman(i)])
        return found.capitalize() if word[0].isupper() else found

    def refer(self, i: int, case: str) -> str:
        """Somebody in a case: "" nominative, o objective, s possessive, n without apposition; or by a pronoun."""
        if case.lower() in self.words.units["pronouns"]:
            if i in self.here or i == self.clear:
                return self.pronoun(i, case)
            case = CASES.get(case.lower(), "")
        if self.meant(i, case):
            return self.pronoun(i, BY_CASE[case])
        if self.topic < 0:
            self.topic = i
        name = self.short(i) if i in self.named else self.past.names.person(i)
        apposition = self.apposition(i) if case in ("", "o") and i not in self.here else ""
        self.named.add(i)
        self.here.add(i)
        self.seen[i] = self.sentence
        return name + ("'s" if case == "s" else "") + (f", {apposition}," if apposition else "")

    def meant(self, i: int, case: str) -> bool:
        """Whether a pronoun can only be read as the one the sentence is about."""
        alike = sum(self.past.names.woman(j) == self.past.names.woman(i) for j in self.here)
        return i == self.topic and i in self.here and case != "n" and alike <= (1 if case == "" else 2)

    def apposition(self, i: int) -> str:
        """What is said of somebody at his first mention, or when he comes back after a long time."""
        if not self.most:
            self.described.add(i)
        if self.appositions >= self.most:
            return ""
        found = self.introduction(i) if i not in self.described else ""
        if not found and self.sentence - self.seen.get(i, self.sentence) > LONG_AGO:
            found = self.reminder(i)
        self.described.add(i)
        self.appositions += bool(found)
        return found

    def introduction(self, i: int) -> str:
        """A tie to somebody known, whom he followed in a post, or role, place and age."""
        was = role(self.past, i, self.event)
        found = self.tie(i) or self.successor(i, was)
        if found:
            return found
        mine = was.name == "head" and self.past.names.surname(i) in self.past.names.organisation(was.organisation)
        return self.choose(self.texts["role"]["own" if mine else was.name], self.facts(i, was), i)

    def tie(self, i: int) -> str:
        """How somebody is bound to somebody the reader knows; "" if he is not."""
        people = {row.name: number for number, row in enumerate(self.past.scenario.people)}
        for row in self.past.scenario.ties:
            pair = (people[row.a], people[row.b])
            other = pair[1 - pair.index(i)] if i in pair else -1
            if other in self.named and other not in self.here and self.past.lives[other]:
                self.extra.append(self.past.lives[other][0].id)
                return self.choose(self.texts["kin"][row.kind], {"other": self.short(other)}, i)
        return ""

    def successor(self, i: int, was: Role) -> str:
        """Whom an official followed, if the reader knows him; "" if not."""
        before = self.past.before(i, was.post, self.event.week) if was.post >= 0 and was.name != "banker" else -1
        if before not in self.named or not self.past.lives[before]:
            return ""
        self.extra.append(self.past.lives[before][0].id)
        facts = {"other": self.short(before), "house": self.place_of(was.post, "house"), "age": self.age(i)}
        return self.choose(self.texts["role"]["successor"], facts, i)

    def age(self, i: int) -> str:
        """How old somebody was when the sentence's event happened."""
        return self.words.age(self.past.age(i, self.event.week))

    def facts(self, i: int, was: Role) -> dict[str, str]:
        """What an introduction may use."""
        facts = {"age": self.age(i), **{word: self.pronoun(i, word) for word in ("him", "his")}}
        if was.organisation >= 0:
            facts["org"] = self.plain(was.organisation)
        if was.plaza >= 0:
            facts["place"] = self.plaza(was.plaza)
        if was.post >= 0 and was.name == "banker":
            facts["bank"] = self.bank(was.post)
        elif was.post >= 0:
            facts["office"] = self.office(was.post)
        if was.since >= 0:
            facts["since"] = str(self.past.year(self.past.events[was.since].week))
            self.extra.append(was.since)
        return facts

    def reminder(self, i: int) -> str:
        """What was told of somebody earlier."""
        for event in reversed(self.told.get(i, [])):
            first = event.who == i
            part = f"{event.kind}_{'who' if first else 'whom'}"
            if part not in self.texts["reminder"]:
                continue
            self.extra.append(event.id)
            facts = {"year": str(self.past.year(event.week)), "his": self.pronoun(i, "his")}
            if event.plaza >= 0:
                facts["place"] = self.plaza(event.plaza)
            if event.organisation >= 0:
                facts["org"] = self.plain(event.organisation)
            other = event.whom if first else event.who
            if other in self.named:
                facts["other"] = self.short(other)
            return self.choose(self.texts["reminder"][part], facts, i)
        return ""

    def choose(self, phrasings: list[str], facts: dict[str, str], i: int) -> str:
        """A phrasing whose facts are known, not of the place the sentence is about; a fresh one if there is."""
        here = self.plaza(self.event.plaza) if self.event.plaza >= 0 else ""
        fits = [text for text in phrasings if fields(text) <= facts.keys()]
        fits = [text for text in fits if "{place}" not in text or facts["place"] != here] or fits
        fresh = [text for text in fits if text not in self.used] or fits
        if not fresh:
            return ""
        text = fresh[int(fraction(self.past.key, i, "apposition") * len(fresh))]
        self.used.add(text)
        if "{age}" in text:
            self.aged.add(i)
        return text.format(**facts)

    def group(self, o: int) -> str:
        """An organisation; one that nobody knows yet, with its origin."""
        return self.plain(o) + (self.origin(o) if o >= len(self.past.scenario.organisations) else "")

    def origin(self, o: int) -> str:
        """Where an organisation that comes up for the first time came from, unless that is what is being told."""
        began, parent = (int(self.past.organisations[name][o]) for name in ("event", "parent"))
        known = o in self.groups or parent in self.about or began in self.current
        self.groups.add(o)
        if known or self.appositions >= MOST_APPOSITIONS:
            return ""
        self.appositions += 1
        self.extra.append(began)
        event = self.past.events[began]
        facts = {"year": str(self.past.year(event.week)), "place": self.plaza(event.plaza)}
        if parent >= 0:
            facts["parent"] = self.plain(parent)
        return f", {self.choose(self.places['organisation']['born' if parent >= 0 else 'founded'], facts, o)},"


class Slot:
    """A person in a phrasing, written when his turn comes."""

    def __init__(self, cast: Cast, i: int) -> None:
        self.cast, self.i = cast, i

    def __format__(self, case: str) -> str:
        return self.cast.refer(self.i, case)


class Later:
    """Anything else that is written only when its turn comes."""

    def __init__(self, write: Callable[..., str], *of: object) -> None:
        self.write, self.of = write, of

    def __format__(self, spec: str) -> str:
        return str(self.write(*self.of, spec) if spec else self.write(*self.of))
