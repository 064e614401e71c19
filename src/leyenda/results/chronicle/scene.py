"""A scene: an event with what belongs to it, and the facts a sentence about it may use."""

from dataclasses import dataclass, field
from typing import Any

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.texts import plot_settings

SOON = 30
ABOVE = {
    "kill": ("coup", "purge", "red_line"),
    "marry": ("pact",),
    "hand_over": ("drop_protection",),
    "split": ("succeed",),
    "task_force": ("red_line",),
}
PART_OF = {"mistake": None, "pass_over": ("promote",), "peace": ("war",)}


@dataclass(frozen=True)
class Who:
    """Somebody in a sentence."""

    i: int


@dataclass(frozen=True)
class Group:
    """An organisation in a sentence."""

    o: int


@dataclass(frozen=True)
class Scene:
    """What one sentence can be about: a way to tell it, the events it covers (the main one first) and its facts."""

    variant: str
    events: tuple[Event, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def main(self) -> Event:
        """The event it is about."""
        return self.events[0]

    @property
    def theme(self) -> str:
        """What kind of chapter it belongs to."""
        themes: dict[str, list[str]] = plot_settings()["themes"]
        return next((theme for theme, kinds in themes.items() if self.main.kind in kinds), "quiet")


def principal(past: Past, event: Event) -> Event:
    """The event whose telling includes this one; itself for most."""
    above = ABOVE.get(event.kind) or PART_OF.get(event.kind, ())
    for _, cause in past.causes.get(event.id, ()):
        found = past.events[cause]
        if (event.kind == "mistake" or found.kind in (above or ())) and found.week >= event.week - (
            past.weeks if event.kind == "peace" else SOON
        ):
            return found
    return event


def belonging(past: Past, event: Event) -> tuple[Event, ...]:
    """An event and those that its telling includes."""
    rest = [past.events[effect] for effect in past.effects.get(event.id, ())]
    parts = [part for part in rest if principal(past, part).id == event.id and part.kind != "mistake"]
    return (event, *sorted(parts, key=lambda part: part.id))
