"""The first chapter and the last: how things stood, and what was left."""

from typing import Any

import numpy as np

from leyenda.results.chronicle.cast import MOST_APPOSITIONS
from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.scene import Group, Scene, Who
from leyenda.results.chronicle.texts import texts
from leyenda.results.chronicle.voice import Sentence, Voice
from leyenda.world.names import BANKER, DEAD, FREE, POLITICIAN, STATUSES

HEGEMON = 0.4
QUARTER, YEAR = 13, 52
MOVED = 0.04
GROWN, SHRUNK = 1.2, 0.8
FEWEST_DEAD, FEWEST_BYSTANDERS = 10, 4
CAPO = 1


class Frame:
    """Opening and ending of one chronicle, which is about these scenes."""

    def __init__(self, past: Past, voice: Voice, language: str, scenes: list[Scene]) -> None:
        self.past, self.voice, self.words = past, voice, voice.words
        self.opening_texts, self.last = texts(language, "opening")["part"], texts(language, "ending")
        self.begins = [event for event in past.events if event.kind == "begin"]
        self.largest = int(past.weekly["members"][0].argmax())
        top = int(past.series["patron"][0]) if "patron" in past.series else -1
        self.patron = top if top >= 0 else past.head(self.largest, 0)
        people = [i for scene in scenes for i in (scene.main.who, scene.main.whom) if i >= 0]
        self.counts = {i: people.count(i) for i in people}
        self.offices = [scene.facts["office"][1] for scene in scenes if "office" in scene.facts]

    def parts(self, parts: list[dict[str, Any]], facts: dict[str, Any], chapter: str) -> list[Sentence]:
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

    def opening(self, chapter: str) -> list[Sentence]:
        """How things stood in the first week."""
        facts = self.standing() | self.capos() | self.bought() | self.others()
        return self.parts(self.opening_texts, facts, chapter)

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

    def ending(self, chapter: str) -> list[Sentence]:
        """What the world looked like after."""
        facts = self.fate() | self.top() | self.change() | self.tolls() | self.uncharged()
        return self.parts(self.last["part"], facts | self.fates(), chapter)

    def fate(self) -> dict[str, Any]:
        """What became of whoever stood at the top."""
        i, past = self.patron, self.past
        if i < 0 or not past.lives[i]:
            return {}
        lives, status, led = past.lives[i], int(past.people["status"][i]), past.led(i, past.weeks)
        pronouns = {word: self.voice.cast.pronoun(i, word) for word in ("he", "him")}
        facts = {
            "patron": Who(i),
            "year": str(past.year(past.weeks - 1)),
            "span": self.words.span(past.weeks),
            **pronouns,
        }
        if status == DEAD:
            return facts | {"dead_patron": (lives[-1].id,), "length": self.words.span(past.weeks - lives[-1].week)}
        if status == FREE and led == self.largest:
            return facts | {"reigns": (lives[0].id,), "org": Group(led)}
        fate = self.last["fate"]["other" if led >= 0 and status == FREE else STATUSES[status]]
        return facts | {"fell": (lives[-1].id,), "fate": fate}

    def top(self) -> dict[str, Any]:
        """Who is strongest at the end, if it is somebody else."""
        o = int(self.past.weekly["members"][-1].argmax())
        i = self.past.head(o, self.past.weeks)
        if i < 0 or i == self.patron or not self.past.lives[i]:
            return {}
        return {"new_top": (self.past.lives[i][-1].id,), "top": Who(i), "org": Group(o)}

    def fates(self) -> dict[str, Any]:
        """What became of three others of whom most was told."""
        past = self.past
        top = past.head(int(past.weekly["members"][-1].argmax()), past.weeks)
        others = [i for i in self.counts if i not in (self.patron, top) and past.people["role"][i] < POLITICIAN]
        others = [i for i in others if i in self.voice.cast.named and self.counts[i] > 1]
        chosen = sorted(others, key=lambda i: (-self.counts[i], i))[:3]
        if not chosen:
            return {}
        listed = self.words.joined(self.grouped(chosen))
        return {
            "ends": tuple(past.lives[i][-1].id for i in chosen),
            "fates": listed,
            "year": str(past.year(past.weeks - 1)),
        }

    def grouped(self, people: list[int]) -> list[str]:
        """What people were at the end, those of the same fate together."""
        by_fate: dict[str, list[int]] = {}
        for i in people:
            by_fate.setdefault(self.end(i), []).append(i)
        found = []
        for fate, of in by_fate.items():
            names = [self.voice.cast.short(i) for i in of]
            if fate == "head":
                orgs = [self.voice.cast.plain(self.past.led(i, self.past.weeks)) for i in of]
                found += [self.last["end"]["head"].format(name=n, org=o) for n, o in zip(names, orgs, strict=True)]
            elif len(of) > 1:
                found.append(self.last["ends"][fate].format(names=self.words.joined(names)))
            else:
                found.append(self.last["end"][fate].format(name=names[0]))
        return found

    def end(self, i: int) -> str:
        """What somebody was at the end, in a word."""
        status = int(self.past.people["status"][i])
        if status != FREE:
            return STATUSES[status]
        if self.past.led(i, self.past.weeks) >= 0:
            return "head"
        return "capo" if self.past.people["role"][i] == CAPO else "free"

    def uncharged(self) -> dict[str, Any]:
        """Whether nobody who held a bought post at the start was ever arrested or killed."""
        holders = {e.whom for e in self.begins if e.whom >= 0 and self.past.people["role"][e.whom] != BANKER}
        fell = any(e.kind in ("arrest", "kill") and e.whom in holders for e in self.past.events)
        return {} if fell or not holders else {"uncharged": tuple(e.id for e in self.begins if e.whom in holders)}

    def change(self) -> dict[str, Any]:
        """The end against the start: exports, organisations, corruption, and whether it is more of the same."""
        first, last = self.ends("exports", YEAR)
        before, after = self.ends("organisations", QUARTER)
        bought, sold = self.ends("corruption", QUARTER)
        shares = self.words.share(bought), self.words.share(sold)
        moved = sold - bought if shares[0] != shares[1] else 0.0
        worse = last > first and sold >= bought - MOVED and after > before
        better = moved < -MOVED and last < GROWN * first
        return {
            "start": str(self.past.year(0)),
            "ratio": self.words.times(last / max(1e-9, first)),
            "before": self.words.number(before),
            "after": self.words.number(after),
            "before_share": shares[0],
            "after_share": shares[1],
            "exports_" + direction(last / max(1e-9, first), SHRUNK, GROWN, ("down", "flat", "up")): (),
            "corruption_" + direction(moved, -MOVED, MOVED, ("down", "flat", "up")): (),
            direction(round(after) - round(before), -1, 1, ("fewer", "same", "more")) + "_organisations": (),
            "closing_" + ("worse" if worse else "better" if better else "same"): (),
        }

    def tolls(self) -> dict[str, Any]:
        """The dead, and those of them who had no part in it."""
        dead, bystanders = (float(self.past.series[name].sum()) for name in ("deaths", "bystanders"))
        if dead < FEWEST_DEAD:
            return {}
        if bystanders < FEWEST_BYSTANDERS:
            return {"toll_members": (), "dead": self.words.about(dead)}
        rounded = self.words.about(bystanders)
        return {"toll": (), "dead": self.words.about(dead), "bystanders": rounded}

    def ends(self, name: str, weeks: int) -> tuple[float, float]:
        """Mean of a series over its first weeks and over its last."""
        series = self.past.series[name]
        return float(series[:weeks].mean()), float(series[-weeks:].mean())


def direction(value: float, low: float, high: float, words: tuple[str, str, str]) -> str:
    """Which of three words holds: at or below low, between, at or above high."""
    return words[0] if value <= low else words[2] if value >= high else words[1]
