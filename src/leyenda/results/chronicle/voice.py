"""The voice: writes the sentences of one chronicle in order, no phrasing twice."""

import string
from dataclasses import dataclass
from typing import Any

from leyenda.results.chronicle.cast import MOST_APPOSITIONS, Cast, Later, Slot
from leyenda.results.chronicle.link import Links
from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.scene import Group, Scene, Who
from leyenda.results.chronicle.scenes import Scenes
from leyenda.results.chronicle.texts import fields, texts, tidy
from leyenda.results.chronicle.when import Calendar
from leyenda.results.names import fraction

LINKED = 0.8  # share of sentences that name a cause, where there is one
TAILED = 0.45  # share of scenes with a second sentence
MOST_LISTED = 4  # people or posts in one list
MISTAKEN = 0.6  # share of mistakes that are called so
MISTAKES = 3  # sentences on belief and truth in one chronicle


@dataclass(frozen=True)
class Sentence:
    """One sentence, the events behind it, and its chapter."""

    text: str
    events: tuple[int, ...]
    chapter: str


class Voice:
    """Tells scenes of one past in a language; `people` are those who may be named."""

    def __init__(self, past: Past, scenes: Scenes, language: str, people: set[int]) -> None:
        self.past, self.scenes, self.words = past, scenes, scenes.words
        self.phrasings, self.frames = texts(language, "events"), texts(language, "frames")
        self.links = Links(past, scenes, language, self.draw)
        self.cast = Cast(past, language, people)
        self.calendar = Calendar(past.scenario.start, self.words, past.key)
        self.used = self.links.used
        self.mistakes = 0

    def draw(self, *of: object) -> float:
        """A number in [0, 1) for a choice in this chronicle."""
        return fraction(self.past.key, *of)

    def choose(self, group: str, phrasings: list[str], facts: dict[str, Any]) -> str | None:
        """A phrasing that was not used yet and whose facts are known; None if there is none."""
        fits = [text for text in phrasings if fields(text) <= facts.keys() and alike(text) not in self.used]
        if not fits:
            return None
        text = fits[int(self.draw(group, self.links.turn) * len(fits))]
        self.used[alike(text)] = 1
        return text

    def slots(self, facts: dict[str, Any], week: int) -> dict[str, Any]:
        """Facts as things that write themselves when their turn comes."""
        made = {name: self.slot(name, value) for name, value in facts.items()}
        if "office" in facts:
            made |= {form: Later(self.cast.place_of, facts["office"][1], form) for form in ("house", "post")}
        return made | {"when": Later(self.calendar.say, week)}

    def slot(self, name: str, value: Any) -> Any:
        """One fact."""
        if isinstance(value, Who):
            return Slot(self.cast, value.i)
        if isinstance(value, Group):
            return Later(self.cast.group, value.o)
        if isinstance(value, list):
            return Later(self.listed, value)
        if name == "place":
            return self.cast.plaza(value)
        if name == "bank":
            return Later(self.cast.bank, value)
        return Later(self.cast.office, value[1]) if name == "office" else value

    def listed(self, items: list[Any]) -> str:
        """People with their plazas, or posts, as a list."""
        if len(items) <= MOST_LISTED:
            return self.words.joined([self.item(item) for item in items])
        named = [self.item(item) for item in items[: MOST_LISTED - 1]]
        return self.words.joined([*named, self.words.others(len(items) - len(named))])

    def item(self, item: Any) -> str:
        """One item of a list: somebody, a post, or somebody with the word before his plaza."""
        if isinstance(item, Who):
            return self.cast.refer(item.i, "n")
        if item[0] == "office":
            return self.cast.office(item[1])
        name = self.cast.refer(item[0].i, "n")
        return f"{name} {item[2]} {self.cast.plaza(item[1])}" if item[1] >= 0 else name

    def tell(self, scene: Scene, chapter: str) -> list[Sentence]:
        """The sentences of one scene; none if every way of telling it has been used."""
        facts = self.slots(scene.facts, scene.main.week)
        main = self.choose(scene.variant, self.phrasings[scene.variant]["main"], facts)
        if main is None:
            return []
        self.links.turn += 1
        cause = self.cause(scene)
        events = [event.id for event in scene.events]
        about = frozenset(value.o for value in scene.facts.values() if isinstance(value, Group))
        self.cast.begin(scene.main, frozenset(events), about)
        text = self.joined(main, facts, cause, scene)
        found = [self.sentence(text, events + ([cause.id] if cause else []), chapter)]
        self.remember(scene)
        return found + self.tail(scene, facts, chapter)

    def cause(self, scene: Scene) -> Event | None:
        """The cause to name, if one is to be named here."""
        wanted = self.draw("linked", self.links.turn) < LINKED
        return self.links.cause(scene, self.cast.named) if wanted else None

    def sentence(self, text: str, events: list[int], chapter: str) -> Sentence:
        """A finished sentence with all events it draws on."""
        return Sentence(tidy(text), tuple(sorted({*events, *self.cast.extra})), chapter)

    def remember(self, scene: Scene) -> None:
        """What has been told can be called to mind."""
        for event in scene.events:
            self.links.told[event.id] = self.links.turn
            for i in {event.who, event.whom} - {-1}:
                self.cast.told.setdefault(i, []).append(event)

    def joined(self, main: str, facts: dict[str, Any], cause: Event | None, scene: Scene) -> str:
        """The main clause with its cause, in one of many forms."""
        if cause is None:
            return main.format_map(facts)
        if self.links.fresh(scene, cause):
            return self.links.near(main).replace("{main}", main).format_map(facts)
        clauses, more = self.links.clauses(cause)
        made = self.links.frame(scene, cause, clauses, main)
        if made is None:
            return main.format_map(facts)
        values = self.slots(more, cause.week) | {"elapsed": self.words.span(scene.main.week - cause.week)}
        return self.write(
            made[0], {"main": (main, facts), "clause": (made[1], values), "elapsed": ("{elapsed}", values)}, cause
        )

    def write(self, frame: str, filling: dict[str, tuple[str, dict[str, Any]]], cause: Event) -> str:
        """Fill a frame in the order in which it is read, so that whoever comes first is introduced first."""
        parts, event = [], self.cast.event
        first = 1 if not frame.startswith("{main}") else MOST_APPOSITIONS
        for before, name, _, _ in string.Formatter().parse(frame):
            parts.append(before)
            if name:
                text, values = filling[name]
                self.cast.event = cause if name == "clause" else event
                self.cast.most = first if name == "clause" else MOST_APPOSITIONS
                parts.append(text.format_map(values))
        self.cast.most, self.cast.event = MOST_APPOSITIONS, event
        return "".join(parts)

    def tail(self, scene: Scene, facts: dict[str, Any], chapter: str) -> list[Sentence]:
        """A second sentence: what he believed, who hunted him, how large it was."""
        if {scene.main.who, scene.main.whom} & self.cast.aged:
            facts = {name: value for name, value in facts.items() if name != "age"}
        text, also = self.mistaken(scene, facts)
        if text is None and "hunter" in facts:
            text = self.choose("hunt", self.phrasings["red_line_hunt"]["tail"], facts)
            also = next(hunt for hunt in self.scenes.effects(scene.main, "task_force") if hunt.whom == scene.main.who)
        group = self.phrasings[scene.variant]
        if text is None and scene.main.kind == "war":
            text = self.choose("tail", group["tail"], facts) or self.choose("tail", group["tail_small"], facts)
        elif text is None and self.draw("tail", self.links.turn) < TAILED:
            text = self.choose("tail", group.get("tail", []), facts)
        if text is None:
            return []
        # People are introduced as what they were then: a hunter may have come to his post after the deed.
        self.cast.begin(also or scene.main, frozenset(event.id for event in scene.events))
        return [self.sentence(text.format_map(facts), [scene.main.id] + ([also.id] if also else []), chapter)]

    def mistaken(self, scene: Scene, facts: dict[str, Any]) -> tuple[str | None, Event | None]:
        """What he believed and what was true, where the two differed; and the event that says so."""
        wrong = [e for e in self.scenes.effects(scene.main, "mistake") if e.who == scene.main.who]
        if not wrong or self.mistakes >= MISTAKES or self.draw("mistake", self.links.turn) > MISTAKEN:
            return None, None
        self.mistakes += 1
        return self.choose("belief", self.frames["mistake"]["belief"], facts), wrong[0]


def alike(text: str) -> str:
    """A phrasing without regard to whether it is about the one who acted or the one acted upon."""
    return text.replace("{whom", "{who")
