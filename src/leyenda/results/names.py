"""Names: the scenario's own, and for everybody else an invented one that follows from his lineage key alone.

Why     A person is the same in every picture, table and story of a world, and in a world that differs in one act. Real
        people are kept out by a list of hashes: a generator that hits one takes its next draw.
"""

import csv
import hashlib
import re
import tomllib
import unicodedata
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from leyenda.world.names import HOME

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

TEXTS = files("leyenda.results") / "texts"
YEAR = 52
ANY = "any"


@cache
def settings() -> dict[str, Any]:
    """Shares, years and patterns of names.toml."""
    return tomllib.loads((TEXTS / "names.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A list of names as rows; lines that begin with # are comments."""
    lines = (TEXTS / name).read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def given(sex: str, side: str, period: str) -> tuple[str, ...]:
    """Given names of a sex on a side of the border in a period."""
    return tuple(
        row["name"]
        for row in rows("given.csv")
        if row["sex"] == sex and row["side"] == side and row["period"] in (period, ANY)
    )


@cache
def surnames(side: str) -> tuple[str, ...]:
    """Surnames on a side of the border."""
    return tuple(row["surname"] for row in rows("surnames.csv") if row["side"] == side)


@cache
def sexes() -> dict[str, str]:
    """The sex of every given name that has only one."""
    found: dict[str, set[str]] = {}
    for row in rows("given.csv"):
        found.setdefault(row["name"], set()).add(row["sex"])
    return {name: sex.pop() for name, sex in found.items() if len(sex) == 1}


@cache
def blocklist() -> frozenset[str]:
    """Hashes of the names of real people."""
    return frozenset((TEXTS / "blocked.txt").read_text(encoding="ascii").split())


def normal(name: str) -> str:
    """A name in lower case, without accents, hyphens or points."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return " ".join(re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c))))


def blocked(name: str) -> bool:
    """Whether a name is one of a real person's."""
    return hashlib.sha256(normal(name).encode()).hexdigest() in blocklist()


def fraction(*of: object) -> float:
    """A number in [0, 1) that follows from what it is of."""
    digest = hashlib.blake2b(":".join(map(str, of)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2.0**64


def pick(choices: tuple[str, ...], *of: object) -> str:
    """One of several, by a keyed hash."""
    return choices[int(fraction(*of) * len(choices))]


def invented(key: int, side: int, year: int) -> tuple[str, str, str]:
    """Given name, surnames and sex of a person with this lineage key who enters in this year."""
    about = settings()["people"]
    new = year >= about["new_from"]
    sex = "f" if fraction(key, "sex") < about["women_new" if new else "women"] else "m"
    place = "home" if side == HOME else "abroad"
    hispanic = side == HOME or fraction(key, "origin") < about["hispanic_abroad"]
    family = surnames("home" if hispanic else "abroad")
    attempt = 0
    while True:
        first = pick(given(sex, place, "new" if new else "old"), key, "given", attempt)
        father, mother = pick(family, key, "father", attempt), pick(family, key, "mother", attempt)
        attempt += 1
        if father != mother and not blocked(f"{first} {father}") and not blocked(f"{first} {father} {mother}"):
            return first, f"{father} {mother}" if side == HOME else father, sex


class Names:
    """What everybody and everything in one world is called."""

    def __init__(self, runs: "Runs", world: int) -> None:
        self.scenario = runs.scenario
        self.people = runs.table("people", world).to_pydict()
        self.organisations = runs.table("organisations", world).to_pydict()
        self.events = runs.table("events", world).to_pydict()
        self.known: dict[int, tuple[str, str, str]] = {}

    def parts(self, i: int) -> tuple[str, str, str]:
        """Given name, surnames, sex (m or f)."""
        if i not in self.known:
            self.known[i] = self.named(i) if i < len(self.scenario.people) else self.unnamed(i)
        return self.known[i]

    def named(self, i: int) -> tuple[str, str, str]:
        """Somebody the scenario names: the last two words of three are his surnames at home, the last abroad."""
        name = self.scenario.people[i].name
        words = name.split()
        abroad = any(office.holder == name and office.side == "abroad" for office in self.scenario.offices)
        count = 2 if len(words) > 2 and not abroad and self.value("side", i, HOME) == HOME else 1
        first = " ".join(words[:-count]) or words[0]
        sex = sexes().get(words[0], "f" if words[0].endswith("a") else "m")
        return first, " ".join(words[-count:]), sex

    def unnamed(self, i: int) -> tuple[str, str, str]:
        """Somebody the scenario does not name."""
        year = self.scenario.start + int(self.value("entered", i, 0)) // YEAR
        return invented(int(self.people["key"][i]), int(self.value("side", i, HOME)), year)

    def value(self, column: str, i: int, default: float) -> float:
        """A number of a person's, or a default where a run does not hold it."""
        return float(self.people[column][i]) if column in self.people else default

    def person(self, i: int) -> str:
        """The full name."""
        if 0 <= i < len(self.scenario.people):
            return self.scenario.people[i].name
        first, last, _ = self.parts(i)
        return f"{first} {last}"

    def given(self, i: int) -> str:
        """The given name."""
        return self.parts(i)[0]

    def surname(self, i: int) -> str:
        """The first surname, by which somebody is known once introduced."""
        return self.parts(i)[1].split()[0]

    def woman(self, i: int) -> bool:
        """Whether the person is a woman."""
        return self.parts(i)[2] == "f"

    def plaza(self, p: int) -> str:
        """A plaza as the scenario calls it."""
        return self.scenario.plazas[p].name

    def office(self, f: int) -> str:
        """A post as the scenario calls it."""
        return self.scenario.offices[f].name

    def bank(self, b: int) -> str:
        """A bank as the scenario calls it."""
        return self.scenario.banks[b].name

    def organisation(self, o: int) -> str:
        """An organisation: the scenario's name, or one after whoever began it and where; unique in its world."""
        own = self.scenario.organisations
        return own[o].name if o < len(own) else self.groups.get(o, "")

    @cached_property
    def groups(self) -> dict[int, str]:
        """Names of organisations that the scenario does not name."""
        found: dict[int, str] = {}
        for o in range(len(self.scenario.organisations), len(self.organisations["key"])):
            found[o] = next(name for name in self.candidates(o) if name not in found.values())
        return found

    def candidates(self, o: int) -> list[str]:
        """Names an organisation could have, best first."""
        about = settings()["organisations"]
        patterns, seat = about["patterns"], self.organisations.get("seat", {o: 0})[o]
        founder, plaza = self.founder(o), self.plaza(max(0, seat))
        if founder < 0:
            names = [about["nameless"].format(plaza=plaza)]
        else:
            turn = int(fraction(self.organisations["key"][o], "group") * len(patterns))
            names = [
                pattern.format(surname=self.surname(founder), plaza=plaza)
                for pattern in patterns[turn:] + patterns[:turn]
            ]
        rest = names[0].removeprefix("the ")
        return names + [again.format(rest=rest) for again in about["again"]] + [f"{names[0]} ({o})"]

    def founder(self, o: int) -> int:
        """Who began an organisation, or who leads it where that is not written down; -1 if nobody is known."""
        event = self.organisations["event"][o] if "event" in self.organisations else -1
        return int(self.events["who"][event] if event >= 0 else self.organisations["head"][o])
