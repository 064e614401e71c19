"""Veto: a kind of decision is turned down, for as long as it lasts, by fixing the draws behind it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, find, place
from leyenda.base import decisions
from leyenda.engine.plain import World
from leyenda.world.names import EVENTS

Key = np.uint64
Row = tuple[int, int, int, int, int, float]  # decision, who, whom, start, end, draw
COLUMNS = ("decision", "who", "whom", "start", "end", "draw")
ANYBODY, MISSING = 0, -1
FOREVER = 2**31


@cache
def table() -> dict[str, Any]:
    """vetoes.toml: which draws are behind an event of which kind."""
    return tomllib.loads(files("leyenda.acts").joinpath("vetoes.toml").read_text(encoding="utf-8"))


def vetoable(kind: str) -> bool:
    """Whether events of a kind are drawn for at all."""
    return kind in table()["kinds"]


@dataclass(frozen=True, kw_only=True)
class Veto(Act):
    """Events of a kind do not happen between these people (or in this plaza, for "enter" and "found"), until it ends.

    who, whom: as the event log would have them: targets, or lineage keys (np.uint64) of people who may be yet to enter;
    None: anybody. A choice among several (a head's orders, a subordinate's betrayals) is vetoed as a whole: he stays as he is.
    Raises ValueError for a kind without a draw of its own.
    """

    kind: str
    who: Target | Key | None = None
    whom: Target | Key | None = None
    plaza: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.kind not in EVENTS:
            raise ValueError(f'kind is "{self.kind}"; one of {", ".join(table()["kinds"])} was expected')
        if not vetoable(self.kind):
            raise ValueError(f'"{self.kind}" follows from the calendar or from what others did and cannot be vetoed')
        if self.kind == "bribe" and self.who is not None and self.whom is None:
            raise ValueError("a bribe is turned down by whoever would take it: whom was expected beside who")
        if self.given() and not any(self.given() & names(row) for row in table()["kinds"][self.kind]):
            raise ValueError(f'"{self.kind}" is not decided by {" and ".join(sorted(self.given()))}; leave it out or name another')

    def do(self, world: World, week: int) -> None:
        """Fix the draws. Raises ValueError if there is no room for more."""
        fixed = world.overrides
        for row in self.rows(world):
            if fixed.count >= len(fixed.decision):
                raise ValueError(f"no more than {len(fixed.decision)} draws can be fixed at a time")
            write(world, int(fixed.count), row)
            fixed.count += 1

    def undo(self, world: World, week: int) -> None:
        """Free them: all of this kind that were fixed from and to the same weeks, whoever was meant."""
        fixed = world.overrides
        over = {(decision, *self.weeks(name)) for name, decision in named(self.kind)}
        rows = [tuple(getattr(fixed, column)[k].item() for column in COLUMNS) for k in range(fixed.count)]
        kept = [row for row in rows if (row[0], row[3], row[4]) not in over]
        for k in range(len(rows)):
            write(world, k, kept[k] if k < len(kept) else (0,) * len(COLUMNS))
        fixed.count = len(kept)

    def given(self) -> set[str]:
        """Which of who, whom and plaza are said."""
        return {name for name in ("who", "whom", "plaza") if getattr(self, name) is not None}

    def rows(self, world: World) -> list[Row]:
        """What is fixed: a row that names nobody given, or somebody who is not there, is left out."""
        keys, found = self.keys(world), []
        for row in table()["kinds"][self.kind]:
            who, whom = keys[row["by"]], keys[row["about"]] if "about" in row else ANYBODY
            meant = not self.given() or self.given() & names(row)
            if meant and MISSING not in (who, whom):
                draw = table()["draws"].get(row["draw"], {}).get("draw", table()["never"])
                found.append((getattr(decisions, row["draw"]), who, whom, *self.weeks(row["draw"]), draw))
        return found

    def weeks(self, draw: str) -> tuple[int, int]:
        """First week, and the week after the last, as a draw counts weeks."""
        share = table()["draws"].get(draw, {}).get("weeks", 1)
        return self.week // share, FOREVER if self.until is None else (self.until - 1) // share + 1

    def keys(self, world: World) -> dict[str, int]:
        """Lineage keys of all that a row may name; 0 is anybody, -1 somebody who is not there."""
        found = {"plaza": ANYBODY if self.plaza is None else int(world.plazas.key[place(world, self.plaza)])}
        found |= keys_of(world, "who", self.who) | keys_of(world, "whom", self.whom)
        parts = found["group of who"], found["post of whom"]
        together = MISSING if MISSING in parts else sum(parts) % 2**64
        return found | {"offer": together if self.who is not None else ANYBODY}


def keys_of(world: World, name: str, target: Target | Key | None) -> dict[str, int]:
    """The key of one side of an event, of his organisation, his post and his bank."""
    words = (name, f"group of {name}", f"post of {name}", f"bank of {name}")
    if target is None:
        return dict.fromkeys(words, ANYBODY)
    i = known(world, target) if isinstance(target, np.uint64) else find(world, target)
    if i < 0:
        own = int(target) if isinstance(target, np.uint64) else MISSING
        return dict.fromkeys(words, MISSING) | {name: own}
    people, banks = world.people, world.banks
    bank = next((b for b in range(banks.count) if banks.insider[b] == i), -1)
    rows = ((people, i), (world.organisations, people.organisation[i]), (world.offices, people.office[i]), (banks, bank))
    return {word: int(of.key[row]) if row >= 0 else MISSING for word, (of, row) in zip(words, rows, strict=True)}


def known(world: World, key: Key) -> int:
    """Who has a lineage key, or -1."""
    return next(iter(np.flatnonzero(world.people.key[: world.people.count] == key).tolist()), -1)


def names(row: dict[str, str]) -> set[str]:
    """Which of who, whom and plaza a row of the table is about."""
    words = (row["by"], row.get("about", ""))
    return {"who", "whom"} if "offer" in words else {word.rsplit(" ", 1)[-1] for word in words if word}


def named(kind: str) -> list[tuple[str, int]]:
    """The draws behind a kind, by name and number."""
    return [(row["draw"], getattr(decisions, row["draw"])) for row in table()["kinds"][kind]]


def write(world: World, k: int, row: tuple[float, ...]) -> None:
    """One row of the fixed draws."""
    for column, value in zip(COLUMNS, row, strict=True):
        getattr(world.overrides, column)[k] = value
