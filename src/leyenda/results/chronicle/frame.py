"""What the first chapter and the last share: parts that are told where their condition holds."""

from typing import Any

from leyenda.results.chronicle.cast import MOST_APPOSITIONS
from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.scene import Scene
from leyenda.results.chronicle.voice import Sentence, Voice

QUARTER, YEAR = 13, 52


class Frame:
    """One end of a chronicle that is about these scenes."""

    def __init__(self, past: Past, voice: Voice, scenes: list[Scene]) -> None:
        self.past, self.voice, self.words = past, voice, voice.words
        self.begins = [event for event in past.events if event.kind == "begin"]
        self.largest = int(past.weekly["members"][0].argmax())
        people = [i for scene in scenes for i in (scene.main.who, scene.main.whom) if i >= 0]
        self.counts = {i: people.count(i) for i in people}
        self.offices = [scene.facts["office"][1] for scene in scenes if "office" in scene.facts]

    def tell(self, parts: list[dict[str, Any]], facts: dict[str, Any], chapter: str) -> list[Sentence]:
        """One sentence of each part whose condition is among the facts; its value there is the events behind it."""
        found = []
        for part in sorted(parts, key=lambda part: (part["turn"], self.voice.draw("turn", part["when"][:6]))):
            if part["when"] not in facts:
                continue
            self.voice.links.turn += 1
            events: tuple[int, ...] = facts[part["when"]]
            values = self.voice.slots({name: value for name, value in facts.items() if not isinstance(value, tuple)}, 0)
            text = self.voice.choose(part["when"], part["texts"], values)
            if text is not None:
                self.voice.cast.begin(self.past.events[max(events, default=0)])
                self.voice.cast.most = 0
                found.append(self.voice.sentence(text.format_map(values), list(events), chapter))
        self.voice.cast.most = MOST_APPOSITIONS
        return found
