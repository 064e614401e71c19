"""The first chapter: how things stood in the first week."""

from typing import Any

import numpy as np

from leyenda.results.chronicle.frame import QUARTER, Frame
from leyenda.results.chronicle.scene import Group, Who
from leyenda.results.chronicle.texts import texts
from leyenda.results.chronicle.voice import Sentence

HEGEMON = 0.5


class Opening(Frame):
    """Who commanded the trade, who ran it, who was paid, and who had no part in it."""

    def sentences(self, language: str, chapter: str) -> list[Sentence]:
        """The chapter."""
        facts = self.standing() | self.capos() | self.bought() | self.others()
        return self.tell(texts(language, "opening")["part"], facts, chapter)

    def began(self, o: int) -> tuple[int, ...]:
        """The event that records an organisation in the first week."""
        return tuple(event.id for event in self.begins if event.organisation == o and event.whom < 0)

    def standing(self) -> dict[str, Any]:
        """The largest organisation and its head."""
        past, o = self.past, self.largest
        exports = past.weekly["exports"][:QUARTER].clip(0).sum(axis=0)
        share = float(exports[o] / max(1e-9, exports.sum()))
        return {
            "hegemon" if share >= HEGEMON else "scattered": self.began(o),
            "year": str(past.year(0)),
            "share": self.words.share(share),
            "org": Group(o),
            "who": Who(past.head(o, 0)),
            "plazas": self.words.number(past.of("plazas", o, 0)),
            "people": self.words.about(past.of("members", o, 0)),
        }

    def capos(self) -> dict[str, Any]:
        """Those who run plazas for the largest organisation: the ones who matter here first, then the largest."""
        scenario = self.past.scenario
        people = {row.name: i for i, row in enumerate(scenario.people)}
        plazas = {row.name: p for p, row in enumerate(scenario.plazas)}
        own = scenario.organisations
        name = own[self.largest].name if self.largest < len(own) else ""
        known = {event.who: event.id for event in self.begins}
        held = [
            (self.counts.get(people[row.capo], 0), row.members, people[row.capo], plazas[row.plaza])
            for row in scenario.presences
            if row.organisation == name and row.capo in people and people[row.capo] in known
        ]
        capos = [(i, p) for _, _, i, p in sorted(held, reverse=True) if i != self.past.head(self.largest, 0)][:3]
        if len(capos) < 2:
            return {}
        return {"capos": tuple(known[i] for i, _ in capos), "list": [(Who(i), p, "in") for i, p in capos]}

    def bought(self) -> dict[str, Any]:
        """Posts and banks that were paid for at the start; the example is one that will act, or a national one."""
        deals = [event for event in self.begins if event.whom >= 0]
        banks = [event for event in deals if event.whom in self.past.insiders]
        posts = {self.past.office(event.whom, 0): event.plaza for event in deals if event not in banks}
        if len(posts) < 2 or not banks:
            return {}
        acting = [f for f in self.offices if f in posts]
        national = [f for f, plaza in posts.items() if plaza < 0] or list(posts)
        example = acting[0] if acting else national[int(self.voice.draw("example") * len(national))]
        return {
            "bought": tuple(event.id for event in deals),
            "posts": self.words.number(len(posts)),
            "banks": self.words.banks(len(banks)),
            "example": self.voice.cast.office(example),
        }

    def others(self) -> dict[str, Any]:
        """Another organisation whose head matters here, or the next largest; and the agency."""
        past = self.past
        agency = next((f for f, office in enumerate(past.scenario.offices) if office.institution == "agency"), -1)
        agent = next((i for i, posts in past.posts.items() if (-1, agency) in posts), -1)
        members = past.weekly["members"][0]
        rest = [o for o in np.flatnonzero(members > 0) if o != self.largest]
        if agency < 0 or agent < 0 or not rest:
            return {}
        o = int(max(rest, key=lambda o: (self.counts.get(past.head(int(o), 0), 0), members[o])))
        first = tuple(event.id for event in past.lives[agent][:1])
        more = {"rival": Who(past.head(o, 0)), "agent": Who(agent), "agency": self.voice.cast.office(agency)}
        return {"others": self.began(o) + first, "other": Group(o), **more}
