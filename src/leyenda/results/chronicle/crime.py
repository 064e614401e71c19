"""Scenes inside and between organisations."""

from typing import Any

from leyenda.results.chronicle.facts import FEW, LARGE, Facts, Made
from leyenda.results.chronicle.past import Event
from leyenda.results.chronicle.roles import seat
from leyenda.results.chronicle.scene import SOON, Group, Who

RAID = 2.0  # the amount of a killing by those who came to arrest


class Crime(Facts):
    """How events among those in the trade can be told: a variant of phrasing and its facts, or None."""

    def plain(self, event: Event) -> Made:
        """Told by its kind alone."""
        return event.kind, {}

    def secede(self, event: Event) -> Made:
        """A plaza leaves."""
        members = self.past.of("members", event.organisation, event.week)
        if event.amount < FEW or event.id not in self.past.born:
            return None
        more: dict[str, Any] = {"people": self.words.about(event.amount), "new": Group(self.past.born[event.id])}
        if members > event.amount and event.amount > 0.07 * members:
            more["share"] = self.words.share(event.amount / members)
        return "secede", more

    def succeed(self, event: Event) -> Made:
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
            more["list"] = [(Who(split.who), split.plaza, "with") for split in splits]  # type: ignore[assignment]
        return ("succeed_split" if splits else "succeed"), more

    def coup(self, event: Event) -> Made:
        """A blow from inside; it succeeds if the head dies of it."""
        won = any(kill.whom == event.whom for kill in self.effects(event, "kill"))
        o = event.organisation
        age = self.words.age(self.past.age(event.who, event.week))
        return ("coup_won" if won else "coup_lost"), {"size": self.size(o, event.week), "age": age}

    def arrest(self, event: Event) -> Made:
        """A head, a former head or a capo is taken."""
        was = self.was(event.whom, event)
        if was.name not in ("head", "capo", "former"):
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

    def kill(self, event: Event) -> Made:
        """Somebody dies in a raid or in a war."""
        was = self.was(event.whom, event)
        if was.name not in ("head", "capo"):
            return None
        variant = "kill_raid" if event.amount == RAID else "kill_war"
        return variant, {"age": self.words.age(self.past.age(event.whom, event.week))}

    def pact(self, event: Event) -> Made:
        """Two organisations of some size agree, fall out or clash."""
        other = self.past.led(event.whom, event.week)
        sizes = [self.past.of("members", o, event.week) for o in (event.organisation, other)]
        if other < 0 or min(sizes) < LARGE:
            return None
        married = event.kind == "pact" and self.effects(event, "marry")
        return ("pact_marry" if married else event.kind), {}

    def merge(self, event: Event) -> Made:
        """One organisation goes into another."""
        other = self.past.led(event.whom, event.week)
        if event.amount < LARGE / 2 or other < 0:
            return None
        led = self.past.head(event.organisation, event.week) == event.who and self.past.free(event.who, event)
        back = int(self.past.organisations["parent"][event.organisation]) == other
        return ("merge_back" if back and led else "merge" if led else "merge_remnant"), {
            "place": seat(self.past, event),
            "people": self.words.about(event.amount),
        }

    def war(self, event: Event) -> Made:
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

    def peace(self, event: Event) -> Made:
        """A war between two that both still exist ends."""
        return self.pact(event)

    def promote(self, event: Event) -> Made:
        """Somebody gets a plaza, perhaps over the head of another."""
        over = self.effects(event, "pass_over")
        return ("promote_over", {"loser": Who(over[0].whom)}) if over else ("promote", {})

    def leave(self, event: Event) -> Made:
        """A capo goes."""
        return (event.kind, {}) if self.was(event.who, event).name == "capo" else None

    def found(self, event: Event) -> Made:
        """Somebody with a past begins again."""
        past = [earlier for earlier in self.past.lives[event.who] if earlier.id < event.id and earlier.kind != "enter"]
        named = event.who < len(self.past.scenario.people)
        return ("found", {}) if past or named else None

    def dissolve(self, event: Event) -> Made:
        """An organisation of some size ends."""
        return ("dissolve", {}) if event.amount >= LARGE else None

    def tribute(self, event: Event) -> Made:
        """The share that is demanded changes."""
        if event.whom >= 0:
            return None
        earlier = [
            e
            for e in self.past.events[: event.id]
            if e.kind == "order" and e.organisation == event.organisation and e.whom < 0
        ]
        down = bool(earlier) and earlier[-1].amount > event.amount
        return ("tribute_down" if down else "tribute_up"), {}

    def escape(self, event: Event) -> Made:
        """Somebody of rank is out of prison."""
        return ("escape", {"whom": Who(event.who)}) if self.ranked(event.who, event) else None

    def prisoner(self, event: Event) -> Made:
        """Somebody of rank is sent abroad or released."""
        return (event.kind, {}) if self.ranked(event.whom, event) else None

    def ranked(self, i: int, event: Event) -> bool:
        """Whether somebody was a head, a former head or a capo when he was arrested."""
        arrests = [e for e in self.past.lives[i] if e.kind == "arrest" and e.whom == i and e.id < event.id]
        return bool(arrests) and self.was(i, arrests[-1]).name in ("head", "capo", "former")
