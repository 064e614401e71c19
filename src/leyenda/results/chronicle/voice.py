"""The voice: which phrasing is used, never twice in one chronicle, and how a sentence is joined to its cause."""

import string
from dataclasses import dataclass
from typing import Any

from leyenda.results.chronicle.cast import Cast, Later, Slot
from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.scenes import Group, Scene, Scenes, Who
from leyenda.results.chronicle.texts import texts, tidy
from leyenda.results.chronicle.when import Calendar
from leyenda.results.names import fraction

LINKED = 0.8         # share of sentences that name a cause, where there is one
TAILED = 0.45        # share of scenes with a second sentence
MISTAKES = 3         # sentences on belief and truth in one chronicle
PART = 0.15          # least part of an event's causes that is worth naming
RECENT = 2           # a cause told so few sentences ago needs only a word


@dataclass(frozen=True)
class Sentence:
    """One sentence, the events behind it, and its chapter."""

    text: str
    events: tuple[int, ...]
    chapter: str


class Voice:
    """Writes the sentences of one chronicle in order."""

    def __init__(self, past: Past, scenes: Scenes, language: str, people: set[int]) -> None:
        self.past, self.scenes, self.words = past, scenes, scenes.words
        self.phrasings, self.causes = texts(language, "events"), texts(language, "causes")
        self.frames = texts(language, "frames")
        self.cast = Cast(past, language, people)
        self.calendar = Calendar(past.scenario.start, self.words, past.key)
        self.used: dict[str, int] = {}
        self.told: dict[int, int] = {}
        self.turn, self.mistakes, self.last = 0, 0, -1

    def draw(self, *of: object) -> float:
        """A number in [0, 1) for a choice in this chronicle."""
        return fraction(self.past.key, *of)

    def choose(self, group: str, phrasings: list[str], facts: dict[str, Any]) -> str | None:
        """A phrasing that was not used yet and whose facts are known; None if there is none."""
        fits = [text for text in phrasings if fields(text) <= facts.keys() and text not in self.used]
        if not fits:
            return None
        text = fits[int(self.draw(group, self.turn) * len(fits))]
        self.used[text] = 1
        return text

    def slots(self, facts: dict[str, Any], week: int) -> dict[str, Any]:
        """Facts as things that write themselves when their turn comes."""
        made = {name: self.slot(name, value) for name, value in facts.items() if value is not None}
        return made | {"when": Later(self.calendar.say, week)}

    def slot(self, name: str, value: Any) -> Any:
        """One fact."""
        cast = self.cast
        if isinstance(value, Who):
            return Slot(cast, value.i)
        if isinstance(value, Group):
            return Later(cast.group, value.o)
        if isinstance(value, list):
            return Later(self.listed, value)
        if name == "place":
            return cast.plaza(value)
        if name == "bank":
            return self.past.names.bank(value)
        return cast.office(value[1]) if name == "office" else value

    def listed(self, items: list[Any]) -> str:
        """People with their plazas, or posts, as a list."""
        return self.words.joined([self.item(item) for item in items])

    def item(self, item: Any) -> str:
        """One item of a list."""
        if isinstance(item, Who):
            return self.cast.refer(item.i, "n")
        if item[0] == "office":
            return self.cast.office(item[1])
        name = self.cast.refer(item[0].i, "n")
        return f"{name} with {self.cast.plaza(item[1])}" if item[1] >= 0 else name

    def tell(self, scene: Scene, chapter: str) -> list[Sentence]:
        """The sentences of one scene; none if every way of telling it has been used."""
        facts = self.slots(scene.facts, scene.main.week)
        main = self.choose(scene.variant, self.phrasings[scene.variant]["main"], facts)
        if main is None:
            return []
        self.turn += 1
        cause = self.cause(scene)
        events = [event.id for event in scene.events]
        self.cast.begin(scene.main, frozenset(events))
        text = self.joined(main, facts, cause, scene)
        found = [self.sentence(text, events + ([cause.id] if cause else []), chapter)]
        self.remember(scene)
        return found + self.tail(scene, facts, chapter)

    def sentence(self, text: str, events: list[int], chapter: str) -> Sentence:
        """A finished sentence with all events it draws on."""
        return Sentence(tidy(text), tuple(sorted({*events, *self.cast.extra})), chapter)

    def remember(self, scene: Scene) -> None:
        """What has been told can be called to mind."""
        for event in scene.events:
            self.told[event.id] = self.turn
            for i in {event.who, event.whom} - {-1}:
                self.cast.told.setdefault(i, []).append((event.kind, event))
        self.last = scene.main.id

    def cause(self, scene: Scene) -> Event | None:
        """The cause to name: heavy, not part of the scene, preferably one told long ago or not at all."""
        if self.draw("linked", self.turn) > LINKED:
            return None
        own = {event.id for event in scene.events}
        found = [
            (weight, self.past.events[cause])
            for event in scene.events
            for weight, cause in self.past.causes.get(event.id, ())
            if cause not in own and event.week - self.past.events[cause].week >= 0
        ]
        total = sum(weight for weight, _ in found)
        able = [(weight, event) for weight, event in found if weight >= PART * total and self.clause(event) is not None]
        return max(able, key=lambda pair: (pair[0] / total + 0.3 * self.old(pair[1]), -pair[1].id))[1] if able else None

    def old(self, event: Event) -> bool:
        """Whether an event was told, but not just now."""
        return event.id in self.told and self.turn - self.told[event.id] > RECENT

    def clause(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A way to name an event as a cause, and its facts; nothing is used up by asking."""
        kind = event.kind
        scene = self.scenes.scene(event)
        facts = dict(scene.facts if scene else self.scenes.common(event))
        if kind == "bribe" and "bank" in facts:
            kind = "bribe_bank"
        if kind == "order" and scene is not None and scene.variant == "tribute_up":
            kind = "tribute_up"
        if kind in ("drop_protection", "hand_over", "bribe", "office_change"):
            facts |= self.scenes.office(event.whom if kind == "bribe" else event.who, event)
        if kind == "escape":
            facts["whom_or_who"] = Who(event.who)
        if kind not in self.causes:
            return None
        phrasings = self.causes[kind]["again" if event.id in self.told else "full"]
        fits = [text for text in phrasings if fields(text) <= facts.keys() and text not in self.used]
        return (fits[int(self.draw("clause", self.turn) * len(fits))], facts) if fits else None

    def joined(self, main: str, facts: dict[str, Any], cause: Event | None, scene: Scene) -> str:
        """The main clause with its cause, in one of many forms."""
        if cause is None:
            return main.format_map(facts)
        if cause.id in self.told and self.turn - self.told[cause.id] <= RECENT:
            return self.near().replace("{main}", main).format_map(facts)
        made = self.clause(cause)
        frame = self.frame(scene, cause)
        if made is None or frame is None:
            return main.format_map(facts)
        clause, more = made
        self.used[clause] = 1
        elapsed = self.words.span(scene.main.week - cause.week)
        return self.write(frame, main, facts, clause, self.slots(more, cause.week) | {"elapsed": elapsed})

    def write(self, frame: str, main: str, facts: dict[str, Any], clause: str, more: dict[str, Any]) -> str:
        """Fill a frame in the order in which it is read, so that whoever comes first is introduced first."""
        parts = []
        for before, name, _, _ in string.Formatter().parse(frame):
            filled = {"main": (main, facts), "clause": (clause, more), "elapsed": ("{elapsed}", more)}
            parts.append(before)
            if name:
                text, values = filled[name]
                parts.append(text.format_map(values))
        return "".join(parts)

    def near(self) -> str:
        """A light connection to what was just told, or none."""
        phrasings: list[str] = self.frames["near"]["texts"]
        text = phrasings[int(self.draw("near", self.turn) * len(phrasings))]
        if text in self.used:
            return "{main}"
        if text != "{main}":
            self.used[text] = 1
        return text

    def frame(self, scene: Scene, cause: Event) -> str | None:
        """A way to join that suits the time between, and who is in which clause."""
        gap = scene.main.week - cause.week
        shared = {scene.main.who, scene.main.whom} & {cause.who, cause.whom} - {-1}
        fits = [
            link["text"]
            for link in self.frames["link"]
            if link.get("from", 0) <= gap <= link.get("to", 10**6)
            and self.used.get(link["text"], 0) < link.get("most", 1)
            and not (link.get("apart", False) and shared)
        ]
        if not fits:
            return None
        text: str = fits[int(self.draw("frame", self.turn) * len(fits))]
        self.used[text] = self.used.get(text, 0) + 1
        return text

    def tail(self, scene: Scene, facts: dict[str, Any], chapter: str) -> list[Sentence]:
        """A second sentence: what he believed, or how large it was."""
        wrong = [e for e in self.scenes.effects(scene.main, "mistake") if e.who == scene.main.who]
        group = self.phrasings[scene.variant]
        text, extra = None, []
        if wrong and self.mistakes < MISTAKES and self.draw("mistake", self.turn) < 0.6:
            text, extra = self.choose("belief", self.frames["mistake"]["belief"], facts), [wrong[0].id]
            self.mistakes += 1
        elif scene.main.kind == "war":
            text = self.choose("tail", group["tail"], facts) or self.choose("tail", group["tail_small"], facts)
        elif self.draw("tail", self.turn) < TAILED:
            text = self.choose("tail", group.get("tail", []), facts)
        if text is None:
            return []
        self.cast.begin(scene.main, frozenset(event.id for event in scene.events))
        return [self.sentence(text.format_map(facts), [scene.main.id, *extra], chapter)]


def fields(text: str) -> set[str]:
    """The facts a phrasing uses."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
