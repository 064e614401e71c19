"""Links: which cause of an event is named, in which words, and how the two clauses are joined."""

import string
from collections.abc import Callable
from typing import Any

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.scene import Scene, Who
from leyenda.results.chronicle.scenes import Scenes
from leyenda.results.chronicle.texts import fields, plot_settings, texts

STATE = "~"  # marks a clause that cannot be dated
PART = 0.15  # least part of an event's causes that is worth naming
RECENT = 2  # a cause told so few sentences ago, and no longer ago than AT_ONCE weeks, needs only a word
AT_ONCE = 13
OLD, WRONGED, STRANGER = 0.3, 0.3, 0.25  # what speaks for naming a cause, and against it
WRONGS = ("pass_over", "cast_out", "purge", "punish", "betray_pact", "hand_over")
MARKS = (":", ";")
SECOND = (", and ", ", but ", *MARKS)  # where a main clause goes on to a second statement
OFFICES = ("drop_protection", "hand_over", "bribe", "office_change")
SAME_KIND = ("tribute_up", "arrest_head")  # variants of telling an event that are causes of their own kind


class Links:
    """Finds and words causes, no phrasing twice. `draw` gives a number in [0, 1) for a choice."""

    def __init__(self, past: Past, scenes: Scenes, language: str, draw: Callable[..., float]) -> None:
        self.past, self.scenes, self.draw = past, scenes, draw
        self.causes, self.frames = texts(language, "causes"), texts(language, "frames")
        self.used: dict[str, int] = {}
        self.told: dict[int, int] = {}
        self.turn = 0

    def cause(self, scene: Scene, known: set[int]) -> Event | None:
        """The cause to name: heavy, not part of the scene, preferably an old wrong, and about people who are known."""
        own = {event.id for event in scene.events}
        found = [
            (weight, self.past.events[cause])
            for event in scene.events
            for weight, cause in self.past.causes.get(event.id, ())
            if cause not in own
        ]
        total = sum(weight for weight, _ in found)
        able = [
            (weight / total + self.merit(event, known), -event.id, event)
            for weight, event in found
            if weight >= PART * total and close(scene.main, event) and self.clauses(event)[0]
        ]
        best = max(able, default=None, key=lambda one: one[:2])
        return best[2] if best and best[0] > 0.0 else None

    def merit(self, event: Event, known: set[int]) -> float:
        """What speaks for naming a cause: an old wrong, or something already told; strangers speak against it."""
        old = event.id in self.told and self.turn - self.told[event.id] > RECENT
        strangers = len({event.who, event.whom} - {-1} - known)
        return OLD * old + WRONGED * (event.kind in WRONGS) - STRANGER * max(0, strangers - 1)

    def clauses(self, event: Event) -> tuple[list[str], dict[str, Any]]:
        """Unused ways to name an event as a cause, and its facts."""
        kind, scene = event.kind, self.scenes.scene(event)
        facts = dict(scene.facts if scene else self.scenes.common(event))
        if kind == "bribe" and "bank" in facts:
            kind = "bribe_bank"
        if scene is not None and scene.variant in SAME_KIND:
            kind = scene.variant
        if kind in OFFICES:
            facts |= self.scenes.office(event.whom if kind == "bribe" else event.who, event)
        if kind == "escape":
            facts["whom_or_who"] = Who(event.who)
        known = facts.keys() | ({"house", "post"} if "office" in facts else set())
        phrasings = self.causes.get(kind, {}).get("again" if event.id in self.told else "full", [])
        return [text for text in phrasings if fields(text) <= known and text not in self.used], facts

    def fresh(self, scene: Scene, cause: Event) -> bool:
        """Whether a cause was told just now, of something that had just happened."""
        recent = cause.id in self.told and self.turn - self.told[cause.id] <= RECENT
        return recent and scene.main.week - cause.week <= AT_ONCE

    def near(self, main: str) -> str:
        """A light connection to what was just told, or none; no second colon."""
        phrasings: list[str] = [text for text in self.frames["near"]["texts"] if ":" not in text or ":" not in main]
        text = phrasings[int(self.draw("near", self.turn) * len(phrasings))]
        if text in self.used:
            return "{main}"
        if text != "{main}":
            self.used[text] = 1
        return text

    def frame(self, scene: Scene, cause: Event, clauses: list[str], main: str) -> tuple[str, str] | None:
        """A way to join that suits the time between and who is in which clause, and a clause for it; None for none."""
        gap = scene.main.week - cause.week
        shared = {scene.main.who, scene.main.whom} & {cause.who, cause.whom} - {-1}
        dated = [text for text in clauses if not text.startswith(STATE)]
        fits = [
            link
            for link in self.frames["link"]
            if link.get("from", 0) <= gap <= link.get("to", gap)
            and self.used.get(link["text"], 0) < link.get("most", 1)
            and not (link.get("apart", False) and shared)
            and (dated or not link.get("dated", False))
            and smooth(link, main)
        ]
        if not fits:
            return None
        link = fits[int(self.draw("frame", self.turn) * len(fits))]
        able = dated if link.get("dated", False) else clauses
        clause = able[int(self.draw("clause", self.turn) * len(able))]
        self.used[link["text"]] = self.used.get(link["text"], 0) + 1
        self.used[clause] = 1
        return link["text"], clause.removeprefix(STATE)


def smooth(link: dict[str, Any], main: str) -> bool:
    """Whether a frame suits a main clause: no second colon, and no clause that hangs on half a sentence."""
    said = "".join(before for before, *_ in string.Formatter().parse(main))
    halved = SECOND if link.get("timed", False) else MARKS if link.get("hangs", False) else ()
    again = any(mark in said and mark in link["text"] for mark in MARKS)
    return not again and not any(mark in said for mark in halved)


def close(event: Event, cause: Event) -> bool:
    """Whether a reader sees the connection: they share a person, or an organisation and the cause is about it."""
    fits: dict[str, list[str]] = plot_settings()["fits"]
    if event.kind not in fits.get(cause.kind, (event.kind,)):
        return False
    if (event.kind, event.who, event.whom) == (cause.kind, cause.who, cause.whom):
        return False
    if cause.kind in ("task_force", "inform"):
        return cause.whom in (event.who, event.whom) or (cause.who >= 0 and cause.who == event.whom)
    if {event.who, event.whom} & {cause.who, cause.whom} - {-1}:
        return True
    return cause.organisation >= 0 and cause.organisation == event.organisation and cause.kind != "red_line"
