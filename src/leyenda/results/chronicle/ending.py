"""The last chapter: what the world looked like after."""

from typing import Any

from leyenda.results.chronicle.frame import QUARTER, YEAR, Frame
from leyenda.results.chronicle.past import Past
from leyenda.results.chronicle.scene import Group, Scene, Who
from leyenda.results.chronicle.texts import texts
from leyenda.results.chronicle.voice import Sentence, Voice
from leyenda.world.names import BANKER, FREE, POLITICIAN, STATUSES

MOVED = 0.04
GROWN, SHRUNK = 1.2, 0.8
FEWEST_DEAD, FEWEST_BYSTANDERS = 10, 4
CAPO = 1


class Ending(Frame):
    """What became of the people, and the end against the start."""

    def __init__(self, past: Past, voice: Voice, scenes: list[Scene], language: str) -> None:
        super().__init__(past, voice, scenes)
        self.last = texts(language, "ending")
        top = int(past.series["patron"][0]) if "patron" in past.series else -1
        self.patron = top if top >= 0 else past.head(self.largest, 0)

    def sentences(self, chapter: str) -> list[Sentence]:
        """The chapter."""
        facts = self.fate() | self.top() | self.change() | self.closing() | self.tolls() | self.uncharged()
        return self.tell(self.last["part"], facts | self.fates(), chapter)

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
        death = past.death(i)
        if death:
            return facts | {"dead_patron": (death.id,), "length": self.words.span(past.weeks - death.week)}
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
        """The end against the start: exports, organisations, corruption."""
        grown = self.growth()
        before, after = (round(float(self.past.series["organisations"][at])) for at in (0, -1))
        shares = self.shares()
        small = {"small": ""} if 2 * self.past.series["organisations_major"][-1] < after else {}
        return small | {
            "start": str(self.past.year(0)),
            "ratio": self.words.times(grown),
            "before": self.words.number(before),
            "after": self.words.number(after),
            "before_share": self.words.share(shares[0]),
            "after_share": self.words.share(shares[1]),
            "exports_" + direction(grown, SHRUNK, GROWN, ("down", "flat", "up")): (),
            "corruption_" + direction(self.bought(), -MOVED, MOVED, ("down", "flat", "up")): (),
            direction(after - before, -1, 1, ("fewer", "same", "more")) + "_organisations": (),
        }

    def closing(self) -> dict[str, Any]:
        """Whether there was more of it at the end than at the start, less, or the same."""
        grown, moved = self.growth(), self.bought()
        organisations = self.past.series["organisations"]
        worse = grown > 1.0 and moved >= -MOVED and organisations[-1] > organisations[0]
        better = moved < -MOVED and grown < GROWN
        return {"closing_" + ("worse" if worse else "better" if better else "same"): ()}

    def growth(self) -> float:
        """Exports of the last year as a multiple of those of the first."""
        first, last = self.ends("exports", YEAR)
        return last / max(1e-9, first)

    def shares(self) -> tuple[float, float]:
        """Share of posts and banks bought, in the first quarter and in the last."""
        return self.ends("corruption", QUARTER)

    def bought(self) -> float:
        """How far that share has moved; no distance that words cannot tell."""
        before, after = self.shares()
        return after - before if self.words.share(before) != self.words.share(after) else 0.0

    def tolls(self) -> dict[str, Any]:
        """The dead, and those of them who had no part in it: bystanders without the officials counted among them."""
        dead, others = (float(self.past.series[name].sum()) for name in ("deaths", "bystanders"))
        bystanders = others - officials_killed(self.past)
        if dead < FEWEST_DEAD:
            return {}
        if bystanders < FEWEST_BYSTANDERS:
            return {"toll_members": (), "dead": self.words.about(dead)}
        return {"toll": (), "dead": self.words.about(dead), "bystanders": self.words.about(bystanders)}

    def ends(self, name: str, weeks: int) -> tuple[float, float]:
        """Mean of a series over its first weeks and over its last."""
        series = self.past.series[name]
        return float(series[:weeks].mean()), float(series[-weeks:].mean())


def direction(value: float, low: float, high: float, words: tuple[str, str, str]) -> str:
    """Which of three words holds: at or below low, between, at or above high."""
    return words[0] if value <= low else words[2] if value >= high else words[1]


def officials_killed(past: Past) -> int:
    """Officials killed on a head's orders; the series counts them as bystanders."""
    return sum(event.kind == "kill" and past.people["role"][event.whom] >= POLITICIAN for event in past.events)
