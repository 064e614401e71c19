"""What is wrong with an input, in one sentence: file, line, key, found, expected, nearest valid name."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

Place = tuple[str | int, ...]
LONGEST_SHOWN = 40


class InputError(Exception):
    """A user's input is wrong. `str()` is one sentence; no traceback is ever needed to understand it."""

    def __init__(
        self, file: str = "", line: int = 0, key: str = "", found: str = "", expected: str = "", nearest: str = ""
    ) -> None:
        super().__init__(file, line, key, found, expected, nearest)
        self.file, self.line, self.key = file, line, key
        self.found, self.expected, self.nearest = found, expected, nearest

    def __str__(self) -> str:
        where = self.file + (f", line {self.line}" if self.line else "")
        what = " ".join(part for part in (self.key, self.found) if part)
        tail = f"; expected {self.expected}" if self.expected else ""
        end = f"; did you mean {self.nearest}?" if self.nearest else "."
        return one_line((f"{where}: " if where else "") + what + tail + end)


def one_line(text: str) -> str:
    """The text on one line, what cannot be printed written as its code."""
    words = " ".join(text.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place in the scenario's content, e.g. ("plazas", 3, "heat"): table, row from 0, column."""

    place: Place
    found: str
    expected: str = ""
    nearest: str = ""


def shown(value: object) -> str:
    """A value as it may stand in a message: on one line, printable, short."""
    try:
        text = repr(value[: LONGEST_SHOWN + 1]) if isinstance(value, str) else str(value)
    except ValueError:
        return "a number with thousands of digits"
    return text if len(text) <= LONGEST_SHOWN + 2 else text[:LONGEST_SHOWN] + "..."


def nearest(word: str, names: Iterable[str]) -> str:
    """The valid name closest to a wrong one, or nothing if none is close; capitals do not count."""
    lowered = {name.lower(): name for name in names}
    close = difflib.get_close_matches(word[:200].lower(), lowered, 1, 0.6)
    return lowered[close[0]] if close else ""
