"""What files of events share: one country, no event twice, and names of places that no list of states has."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from leyenda.scenario.errors import InputError, shown
from leyenda.studies.record.loaders.cells import whole, wrong
from leyenda.studies.record.loaders.sheet import Record, Sheet
from leyenda.studies.record.loaders.states import NATION, NOWHERE, known, likely
from leyenda.studies.record.loaders.words import count, plain, words

SHOWN = 5


@dataclass
class Events:
    """The events of a file that are the country's, and what was noticed on the way."""

    sheet: Sheet
    read: int = 0
    elsewhere: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    nowhere: list[int] = field(default_factory=list)
    strange: Counter[str] = field(default_factory=Counter)

    def home(self) -> Iterator[Record]:
        """Events of the country, each once. Raises InputError if there is none."""
        ids = set()
        for line, cells in self.sheet.rows:
            country, number = self.sheet.cell(cells, "country"), self.sheet.cell(cells, "id")
            if plain(country) not in words()["country"]:
                self.elsewhere[country] += 1
            elif number and number in ids:
                self.repeated += 1
            else:
                ids.add(number)
                self.read += 1
                yield line, cells
        if not self.read:
            there = f"; its countries are {listed(self.elsewhere)}" if self.elsewhere else ""
            raise InputError(self.sheet.file, 0, "", f"has no event in Mexico{there}")

    def deaths(self, cells: list[str], line: int) -> int:
        """The dead of an event, which has to say how many."""
        cell, at, title = self.sheet.cell(cells, "deaths"), (self.sheet.file, line), self.sheet.title("deaths")
        number = whole(cell, at, title)
        if number is None:
            raise wrong(at, title, cell, "a whole number")
        return number

    def state(self, cells: list[str], deaths: int) -> str:
        """The state an event happened in. A name nobody knows is noted, and the event kept: it happened somewhere."""
        name = self.sheet.cell(cells, "state")
        found = known(name)
        if not found:
            self.strange[name] += 1
        if found in ("", NATION, NOWHERE):
            self.nowhere.append(deaths)
            return NOWHERE
        return found

    def notes(self) -> list[str]:
        """What was noticed, a sentence each."""
        said = []
        if self.elsewhere:
            said.append(f"Left out: {count(self.elsewhere.total(), 'event')} in other countries.")
        if self.repeated:
            said.append(f"Left out: {count(self.repeated, 'row')} whose event was there already, by its id.")
        if self.nowhere:
            said.append(f"Without a state: {count(len(self.nowhere), 'event')} with {count(sum(self.nowhere), 'death')}.")
        for name, times in self.strange.most_common(SHOWN):
            meant = f"; perhaps {likely(name)}" if likely(name) else ""
            said.append(f"Among them {count(times, 'event')} in {shown(name)}, which is no state{meant}.")
        return said


def listed(names: Counter[str]) -> str:
    """The commonest of some names."""
    most = [shown(name) for name, _ in names.most_common(SHOWN)]
    return ", ".join(most) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


def between(a: str, b: str) -> str | None:
    """Who against whom; None if only one side is named."""
    return f"{a} - {b}" if a and b else None
