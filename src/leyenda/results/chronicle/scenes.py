"""Scenes: an event with what belongs to it, and the facts a sentence about it may use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.roles import Role, role, seat
from leyenda.results.chronicle.texts import Words

SOON = 30
FEW = 20
LARGE = 100
ABOVE = {"kill": ("coup", "purge", "red_line"), "marry": ("pact",), "hand_over": ("drop_protection",), "split": ("succeed",)}
PART_OF = {"mistake": None, "pass_over": ("promote",), "peace": ("war",)}
THEMES = {
    "secede": "breakaway", "split": "breakaway", "arrest": "law", "kill": "law", "escape": "law", "extradition": "law",
    "release": "law", "inform": "law", "task_force": "law", "red_line": "line", "drop_protection": "protection",
    "hand_over": "protection", "bribe": "protection", "office_change": "protection", "report": "money", "fine": "money",
    "war": "war", "peace": "war", "attack": "war", "pact": "union", "betray_pact": "union", "merge": "union",
    "expand": "union", "purge": "order", "cast_out": "order", "punish": "order", "promote": "order", "order": "order",
    "coup": "coup", "succeed": "succession", "die": "succession", "found": "newcomers", "dissolve": "breakaway",
    "retire": "succession", "leave": "order",
}  # fmt: skip


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
        return THEMES.get(self.main.kind, "quiet")


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
    parts = [part for part in rest if principal(past, part).id == event.id and part.kind not in ("mistake", "split")]
    return (event, *sorted(parts, key=lambda part: part.id))


class Scenes:
    """Makes scenes of the events of one past."""

    def __init__(self, past: Past, language: str) -> None:
        self.past, self.words = past, Words(language)
        self.makers: dict[str, Callable[[Event], tuple[str, dict[str, Any]] | None]] = {
            "secede": self.secede, "succeed": self.succeed, "coup": self.coup, "arrest": self.arrest, "kill": self.kill,
            "red_line": self.red_line, "drop_protection": self.drop, "hand_over": self.drop, "bribe": self.bribe,
            "report": self.bank, "fine": self.bank, "pact": self.pact, "betray_pact": self.pact, "merge": self.merge,
            "war": self.war, "peace": self.peace, "attack": self.pact, "promote": self.promote, "die": self.die,
            "retire": self.leave, "leave": self.leave, "found": self.found, "dissolve": self.dissolve,
            "inform": self.inform, "task_force": self.hunt, "order": self.tribute, "office_change": self.post,
            "escape": self.escape, "extradition": self.prisoner, "release": self.prisoner,
            "expand": self.plain, "purge": self.plain, "cast_out": self.plain, "punish": self.plain,
        }  # fmt: skip

    def scene(self, event: Event) -> Scene | None:
        """How an event can be told; None if it cannot, or is not worth a sentence of its own."""
        maker = self.makers.get(event.kind)
        made = maker(event) if maker else None
        if made is None:
            return None
        variant, more = made
        return Scene(variant, belonging(self.past, event), {**self.common(event), **more})

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
        return [found for effect in self.past.effects.get(event.id, ()) if (found := self.past.events[effect]).kind == kind]

    def size(self, o: int, week: int) -> str:
        """Members of an organisation in round numbers."""
        return self.words.about(self.past.of("members", o, week))

    def plain(self, event: Event) -> tuple[str, dict[str, Any]]:
        """Told by its kind alone."""
        return event.kind, {}

    def secede(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A plaza leaves."""
        members = self.past.of("members", event.organisation, event.week)
        if event.amount < FEW or event.id not in self.past.born:
            return None
        more: dict[str, Any] = {"people": self.words.about(event.amount), "new": Group(self.past.born[event.id])}
        if members > event.amount and event.amount > 0.07 * members:
            more["share"] = self.words.share(event.amount / members)
        return "secede", more

    def succeed(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A seat is filled; some do not follow."""
        o = event.organisation
        if self.past.of("members", o, event.week) < LARGE:
            return None
        splits = self.effects(event, "split")
        more = {
            "size": self.size(o, event.week),
            "plazas": self.words.number(self.past.of("plazas", o, event.week)),
            "age": self.words.age(self.past.age(event.who, event.week)),
        }
        if splits:
            more["list"] = [(Who(split.who), split.plaza) for split in splits[:3]]  # type: ignore[assignment]
        return ("succeed_split" if splits else "succeed"), more

    def coup(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A blow from inside; it succeeds if the head dies of it."""
        won = any(kill.whom == event.whom for kill in self.effects(event, "kill"))
        o = event.organisation
        age = self.words.age(self.past.age(event.who, event.week))
        return ("coup_won" if won else "coup_lost"), {"size": self.size(o, event.week), "age": age}

    def arrest(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A head or a capo is taken."""
        was = self.was(event.whom, event)
        if was.name not in ("head", "capo"):
            return None
        o = was.organisation
        more: dict[str, Any] = {"age": self.words.age(self.past.age(event.whom, event.week))}
        if was.name == "head":
            later = min(self.past.weeks, event.week + SOON)
            more["size"] = self.size(o, event.week)
            more["still"] = "" if self.past.head(o, later) == event.whom else None
        elif was.plaza >= 0:
            more["place"] = was.plaza
        return f"arrest_{was.name}", more

    def kill(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Somebody dies in a raid or in a war."""
        was = self.was(event.whom, event)
        if was.name not in ("head", "capo"):
            return None
        variant = "kill_raid" if event.amount == 2.0 else "kill_war"
        return variant, {"age": self.words.age(self.past.age(event.whom, event.week))}

    def red_line(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """An official is attacked."""
        dead = any(kill.whom == event.whom for kill in self.effects(event, "kill"))
        return ("red_line_dead" if dead else "red_line_alive"), {}

    def office(self, i: int, event: Event) -> dict[str, Any]:
        """The post somebody held, as a fact."""
        post = self.past.office(i, event.week)
        return {"office": ("office", post)} if post >= 0 else {}

    def drop(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A protector lets go, on his own, unpaid, or because he is new."""
        office = self.office(event.who, event)
        bought = [deal for deal in self.effects(event, "bribe") if deal.week == event.week]
        if not office or bought or event.organisation < 0:
            return None
        if event.kind == "hand_over":
            return "hand_over", office
        new = [cause for _, cause in self.past.causes.get(event.id, ()) if self.past.events[cause].kind == "office_change"]
        if new and self.past.events[new[0]].week == event.week:
            return "drop_new", office
        return ("drop_protection" if event.amount > 0.0 else "drop_unpaid"), office

    def bribe(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A post or a bank's insider is bought, perhaps from another."""
        if event.whom in self.past.insiders:
            return "bribe_bank", {"bank": self.past.insiders[event.whom]}
        office = self.office(event.whom, event)
        if not office:
            return None
        lost = [self.past.events[cause] for _, cause in self.past.causes.get(event.id, ())]
        old = [drop for drop in lost if drop.kind == "drop_protection" and drop.organisation != event.organisation]
        if old and old[0].organisation >= 0:
            return "outbid", {**office, "loser": Group(old[0].organisation)}
        abroad = self.past.scenario.offices[office["office"][1]].side == "abroad"
        return ("bribe_abroad" if abroad else "bribe"), office

    def bank(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A bank reports or pays."""
        banker = event.who if event.kind == "report" else event.whom
        if banker not in self.past.insiders:
            return None
        return event.kind, {"bank": self.past.insiders[banker]}

    def pact(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Two organisations of some size agree, fall out or clash."""
        other = self.past.led(event.whom, event.week)
        sizes = [self.past.of("members", o, event.week) for o in (event.organisation, other)]
        if other < 0 or min(sizes) < LARGE:
            return None
        married = event.kind == "pact" and self.effects(event, "marry")
        return ("pact_marry" if married else event.kind), {}

    def merge(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """One organisation goes into another."""
        other = self.past.led(event.whom, event.week)
        if event.amount < LARGE / 2 or other < 0:
            return None
        led = event.who >= 0 and self.past.head(event.organisation, event.week) == event.who
        return ("merge" if led else "merge_remnant"), {"place": seat(self.past, event), "people": self.words.about(event.amount)}

    def war(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A war, with what it cost."""
        war = self.past.wars.get(event.id)
        if war is None:
            return None
        other = war.b if war.a == event.organisation else war.a
        more: dict[str, Any] = {"other": Group(other), "length": self.words.span(max(1, war.weeks))}
        if war.bystanders >= 5 and war.dead >= 3 * FEW / 2:
            more |= {"dead": self.words.about(war.dead), "bystanders": self.words.about(war.bystanders)}
        elif war.dead > 1:
            more["few"] = self.words.about(war.dead)
        return "war", more

    def peace(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A war between two that both still exist ends."""
        return self.pact(event)

    def promote(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Somebody gets a plaza, perhaps over the head of another."""
        over = self.effects(event, "pass_over")
        return ("promote_over", {"loser": Who(over[0].whom)}) if over else ("promote", {})

    def die(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A natural death that leaves a place empty."""
        was = self.was(event.who, event)
        age = self.words.age(self.past.age(event.who, event.week))
        if was.name in ("head", "capo"):
            return f"die_{was.name}", {"age": age}
        return ("die_official", self.office(event.who, event)) if was.post >= 0 and was.name != "banker" else None

    def leave(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A capo goes."""
        return (event.kind, {}) if self.was(event.who, event).name == "capo" else None

    def found(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Somebody with a past begins again."""
        past = [earlier for earlier in self.past.lives[event.who] if earlier.id < event.id and earlier.kind != "enter"]
        named = event.who < len(self.past.scenario.people)
        return ("found", {}) if past or named else None

    def dissolve(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """An organisation of some size ends."""
        return ("dissolve", {}) if event.amount >= LARGE else None

    def inform(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Somebody talks about a head or a capo."""
        return ("inform", {}) if self.was(event.whom, event).name in ("head", "capo") else None

    def hunt(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A case of its own."""
        return ("task_force", {}) if event.who >= 0 else None

    def tribute(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """The share that is demanded changes."""
        if event.whom >= 0:
            return None
        earlier = [e for e in self.past.events[: event.id] if e.kind == "order" and e.organisation == event.organisation and e.whom < 0]
        down = bool(earlier) and earlier[-1].amount > event.amount
        return ("tribute_down" if down else "tribute_up"), {}

    def post(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """A post changes hands, and that costs somebody his protection."""
        office = self.office(event.who, event)
        return ("office_change", office) if office and self.effects(event, "drop_protection") else None

    def escape(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Somebody of rank is out of prison."""
        return ("escape", {"whom": Who(event.who)}) if self.ranked(event.who, event) else None

    def prisoner(self, event: Event) -> tuple[str, dict[str, Any]] | None:
        """Somebody of rank is sent abroad or released."""
        return (event.kind, {}) if self.ranked(event.whom, event) else None

    def ranked(self, i: int, event: Event) -> bool:
        """Whether somebody was a head or a capo when he was arrested."""
        arrests = [e for e in self.past.lives[i] if e.kind == "arrest" and e.whom == i and e.id < event.id]
        return bool(arrests) and self.was(i, arrests[-1]).name in ("head", "capo")
