"""Where in the files a part of a scenario's content stands, so that an error can name file and line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leyenda.scenario.errors import Fault, InputError, Place

SETTINGS = "scenario.toml"
HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(#.*)?$")
KEY = re.compile(r"\s*([A-Za-z0-9_.\"' -]+?)\s*=")


def bare(path: str) -> str:
    """A dotted path without quotes and blanks."""
    return ".".join(part.strip().strip("\"'") for part in path.split("."))


def toml_lines(text: str) -> dict[str, int]:
    """The line each key and table of a TOML text stands on, by dotted path; of keys within inline tables, none."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := HEADER.match(line[:300]):
            table = bare(header[1])
            lines.setdefault(table, number)
        elif key := KEY.match(line[:300]):
            lines.setdefault(f"{table}.{bare(key[1])}" if table else bare(key[1]), number)
    return lines


@dataclass(frozen=True)
class Places:
    """Lines of the settings by dotted path, and of each table's rows; without files, an error names the key alone.

    names: what rows are called in a key, where they have names.
    """

    files: bool = False
    settings: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def error(self, fault: Fault) -> InputError:
        """The fault as an error that says where it stands."""
        file, line, key = self.find(fault.place)
        return InputError(file, line, key, fault.found, fault.expected, fault.nearest)

    def find(self, place: Place) -> tuple[str, int, str]:
        """File, line and key of a place; line 0 if it is about the whole file."""
        dotted = ".".join(map(str, self.by_name(place)))
        if not self.files:
            return "", 0, dotted
        if place and place[0] in self.rows:
            return self.find_row(str(place[0]), place[1:])
        line = next((self.settings[p] for p in prefixes(dotted) if p in self.settings), 0)
        return SETTINGS, line, dotted

    def by_name(self, place: Place) -> Place:
        """The place with its row's name for the row's number."""
        if len(place) > 1 and place[0] in self.names and isinstance(place[1], int):
            return (place[0], self.names[str(place[0])][place[1]], *place[2:])
        return place

    def find_row(self, table: str, rest: Place) -> tuple[str, int, str]:
        """File, line and column of a place in a table."""
        line = self.rows[table][rest[0]] if rest and isinstance(rest[0], int) else 0
        return f"{table}.csv", line, str(rest[1]) if len(rest) > 1 else ""


def prefixes(dotted: str) -> list[str]:
    """a.b.c, a.b, a."""
    parts = dotted.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
