"""The first chapter and the last: how things stood, and what was left."""

from typing import TYPE_CHECKING, Any

import numpy as np

from leyenda.results.chronicle.scenes import Group, Who
from leyenda.results.chronicle.texts import texts
from leyenda.results.chronicle.voice import Sentence, Voice
from leyenda.world.names import DEAD, FREE, INFORMANT, JAILED_ABROAD, JAILED_HOME, RETIRED

if TYPE_CHECKING:
    from leyenda.results.chronicle.past import Past

HEGEMON = 0.4
QUARTER, YEAR = 13, 52
MOVED = 0.04
FATES = {
    JAILED_HOME: "in prison", JAILED_ABROAD: "in a prison across the border", RETIRED: "out of the trade, with what had been saved",
    INFORMANT: "in the keeping of the state as a witness",
}  # fmt: skip


class Frame:
    """Opening and ending of one chronicle."""

    def __init__(self, past: "Past", voice: Voice, language: str) -> None:
        self.past, self.voice, self.words = past, voice, voice.words
        self.opening_texts, self.ending_texts = texts(language, "opening")["part"], texts(language, "ending")["part"]
        self.begins = [event for event in past.events if event.kind == "begin"]
        members = past.weekly["members"][0]
        self.largest = int(members.argmax())
        top = int(past.series["patron"][0]) if "patron" in past.series else -1
        self.patron = top if top >= 0 else past.head(self.largest, 0)

    def opening(self, chapter: str) -> list[Sentence]:
        """How things stood in the first week."""
        facts = self.standing() | self.capos() | self.bought() | self.others()
        return self.parts(self.opening_texts, facts, chapter)

    def parts(self, parts: list[dict[str, Any]], facts: dict[str, Any], chapter: str) -> list[Sentence]:
        """One sentence of each part whose condition is among the facts; its value is the events behind it."""
        found = []
        for part in parts:
            if part["when"] not in facts:
                continue
            self.voice.turn += 1
            values = self.voice.slots({k: v for k, v in facts.items() if not isinstance(v, tuple)}, 0)
            text = self.voice.choose(part["when"], part["texts"], values)
            if text is not None:
                self.voice.cast.begin(self.past.events[max(facts[part["when"]], default=0)])
                found.append(self.voice.sentence(text.format_map(values), list(facts[part["when"]]), chapter))
        return found

    def standing(self) -> dict[str, Any]:
        """The largest organisation and its head."""
        past, o = self.past, self.largest
        exports = past.weekly["exports"][:QUARTER].clip(0).sum(axis=0)
        share = exports[o] / max(1e-9, exports.sum())
        ids = tuple(event.id for event in self.begins if event.organisation == o and event.whom < 0)
        return {
            "hegemon" if share >= HEGEMON else "scattered": ids, "year": str(past.year(0)), "share": self.words.share(share),
            "org": Group(o), "who": Who(past.head(o, 0)), "plazas": self.words.number(past.of("plazas", o, 0)),
            "people": self.words.about(past.of("members", o, 0)),
        }  # fmt: skip

    def capos(self) -> dict[str, Any]:
        """Those who run the largest plazas under the largest organisation's head, if they are in the record of the start."""
        people = {row.name: i for i, row in enumerate(self.past.scenario.people)}
        plazas = {row.name: p for p, row in enumerate(self.past.scenario.plazas)}
        own = self.past.scenario.organisations
        name = own[self.largest].name if self.largest < len(own) else ""
        rows = [row for row in self.past.scenario.presences if row.organisation == name and row.capo in people]
        known = {event.who: event.id for event in self.begins}
        ranked = sorted(rows, key=lambda row: -row.members)
        capos = [(people[row.capo or ""], plazas[row.plaza]) for row in ranked if people[row.capo or ""] in known]
        capos = [(i, p) for i, p in capos if i != self.past.head(self.largest, 0)][:3]
        if len(capos) < 2:
            return {}
        return {"capos": tuple(known[i] for i, _ in capos), "list": [(Who(i), p) for i, p in capos]}

    def bought(self) -> dict[str, Any]:
        """Posts and banks that were paid for at the start."""
        deals = [event for event in self.begins if event.whom >= 0]
        banks = [event for event in deals if event.whom in self.past.insiders]
        posts = [event for event in deals if event not in banks]
        national = [event for event in posts if event.plaza < 0] or posts
        if not posts or not banks:
            return {}
        example = self.past.office(national[0].whom, 0)
        return {
            "bought": tuple(event.id for event in deals), "posts": self.words.number(len(posts)),
            "banks": self.words.number(len(banks)), "example": self.voice.cast.office(example),
        }  # fmt: skip

    def others(self) -> dict[str, Any]:
        """The next largest organisation, and the agency."""
        past = self.past
        agency = next((f for f, office in enumerate(past.scenario.offices) if office.institution == "agency"), -1)
        agent = next((i for i, posts in past.posts.items() if (-1, agency) in posts), -1)
        order = np.argsort(-past.weekly["members"][0])
        if agency < 0 or agent < 0 or len(order) < 2 or past.weekly["members"][0][order[1]] < 0:
            return {}
        o = int(order[1])
        ids = tuple(event.id for event in self.begins if event.organisation == o and event.whom < 0)
        first = tuple(event.id for event in past.lives[agent][:1])
        return {"others": ids + first, "other": Group(o), "rival": Who(past.head(o, 0)), "agent": Who(agent), "agency": self.voice.cast.office(agency)}

    def ending(self, chapter: str) -> list[Sentence]:
        """What the world looked like after."""
        facts = self.fate() | self.top() | self.change()
        return self.parts(self.ending_texts, facts, chapter)

    def fate(self) -> dict[str, Any]:
        """What became of whoever stood at the top."""
        i, past = self.patron, self.past
        if i < 0:
            return {}
        lives = past.lives[i]
        status, led = int(past.people["status"][i]), past.led(i, past.weeks)
        facts = {"patron": Who(i), "he": self.voice.cast.pronoun(i, "he"), "him": self.voice.cast.pronoun(i, "him")}
        facts |= {"year": str(past.year(past.weeks - 1)), "span": self.words.span(past.weeks)}
        if status == DEAD:
            return facts | {"dead_patron": (lives[-1].id,), "length": self.words.span(past.weeks - lives[-1].week)}
        if status == FREE and led == self.largest:
            return facts | {"reigns": (lives[0].id,), "org": Group(led)}
        fate = "at the head of a smaller house" if led >= 0 else FATES.get(status, "without people and without a plaza")
        return facts | {"fell": (lives[-1].id,), "fate": fate}

    def top(self) -> dict[str, Any]:
        """Who is strongest at the end, if it is somebody else."""
        members = self.past.weekly["members"][-1]
        o = int(members.argmax())
        i = self.past.head(o, self.past.weeks)
        if i < 0 or i == self.patron:
            return {}
        return {"new_top": (self.past.lives[i][-1].id,), "top": Who(i), "org": Group(o)}

    def change(self) -> dict[str, Any]:
        """The end against the start."""
        first, last = self.ends("exports", YEAR)
        before, after = self.ends("organisations", QUARTER)
        bought, sold = self.ends("corruption", QUARTER)
        series = self.past.series
        dead, bystanders = float(series["deaths"].sum()), float(series["bystanders"].sum())
        facts: dict[str, Any] = {
            "start": str(self.past.year(0)), "ratio": self.words.times(last / max(1e-9, first)),
            "before": self.words.number(before), "after": self.words.number(after),
            "before_share": self.words.share(bought), "after_share": self.words.share(sold),
            "exports_up" if last > 1.2 * first else "exports_down" if last < 0.8 * first else "exports_flat": (),
        }  # fmt: skip
        words = facts["before_share"] != facts["after_share"]
        more = "corruption_up" if sold > bought + MOVED and words else "corruption_down" if sold < bought - MOVED and words else "corruption_flat"
        many = "more_organisations" if round(after) > round(before) else "fewer_organisations" if round(after) < round(before) else "same_organisations"
        facts |= {more: (), many: ()}
        if bystanders >= 10:
            rounded = self.words.about(bystanders)
            facts |= {"dead": (), "Bystanders": rounded[0].upper() + rounded[1:], "bystanders": rounded}
        worse = last > first and sold >= bought - MOVED and after > before
        better = sold < bought - MOVED and last < 1.2 * first
        return facts | {"closing_worse" if worse else "closing_better" if better else "closing_same": ()}

    def ends(self, name: str, weeks: int) -> tuple[float, float]:
        """Mean of a series over its first weeks and over its last."""
        series = self.past.series[name]
        return float(series[:weeks].mean()), float(series[-weeks:].mean())
