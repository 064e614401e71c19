"""Scenes in which the state and the banks act."""

from typing import Any

from leyenda.results.chronicle.facts import Facts, Made
from leyenda.results.chronicle.past import Event
from leyenda.results.chronicle.scene import Group, Who

AGENCY = 1.0  # the amount of a red line that hits the agency of the other country
MONTH = 4


class State(Facts):
    """How events with offices, banks and the law can be told: a variant of phrasing and its facts, or None."""

    def red_line(self, event: Event) -> Made:
        """An official is attacked."""
        dead = any(kill.whom == event.whom for kill in self.effects(event, "kill"))
        earlier = any(e.kind == "red_line" for e in self.past.events[: event.id])
        holds = {"later" if earlier else "first": ""} | ({"agency": ""} if event.amount == AGENCY else {})
        return ("red_line_dead" if dead else "red_line_alive"), holds | self.hunter(event)

    def hunter(self, event: Event) -> dict[str, Any]:
        """Who was set on somebody because of what he did, whether for the first time, and whether within a month."""
        hunts = [hunt for hunt in self.effects(event, "task_force") if hunt.who >= 0 and hunt.whom == event.who]
        if not hunts:
            return {}
        hunt, lives = hunts[0], self.past.lives[event.who]
        again = any(e.kind == "task_force" and e.whom == event.who and e.id < hunt.id for e in lives)
        soon = {"soon": ""} if hunt.week - event.week <= MONTH else {}
        return {"hunter": Who(hunt.who), "again" if again else "fresh": "", **soon}

    def drop(self, event: Event) -> Made:
        """A protector lets go, on his own, unpaid, or because he is new."""
        office = self.office(event.who, event)
        bought = [deal for deal in self.effects(event, "bribe") if deal.week == event.week]
        if not office or bought or event.organisation < 0:
            return None
        free = event.whom >= 0 and self.past.free(event.whom, event)
        if event.kind == "hand_over":
            return ("hand_over", office) if free else None
        if not free:
            office["whom"] = None
        new = [
            cause for _, cause in self.past.causes.get(event.id, ()) if self.past.events[cause].kind == "office_change"
        ]
        if new and self.past.events[new[0]].week == event.week:
            return "drop_new", office
        return ("drop_protection" if event.amount > 0.0 else "drop_unpaid"), office

    def bribe(self, event: Event) -> Made:
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

    def bank(self, event: Event) -> Made:
        """A bank reports or pays."""
        banker = event.who if event.kind == "report" else event.whom
        if banker not in self.past.insiders:
            return None
        return event.kind, {"bank": self.past.insiders[banker]}

    def die(self, event: Event) -> Made:
        """A natural death that leaves a place empty."""
        was = self.was(event.who, event)
        age = {"age": self.words.age(self.past.age(event.who, event.week))}
        if was.name in ("head", "capo"):
            return (f"die_{was.name}" if self.past.free(event.who, event) else "die_prison"), age
        return ("die_official", self.office(event.who, event)) if was.post >= 0 and was.name != "banker" else None

    def inform(self, event: Event) -> Made:
        """Somebody talks about a head or a capo."""
        return ("inform", {}) if self.was(event.whom, event).name in ("head", "capo") else None

    def hunt(self, event: Event) -> Made:
        """A case of its own."""
        return ("task_force", {}) if event.who >= 0 else None
