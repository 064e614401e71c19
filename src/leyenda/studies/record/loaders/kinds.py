"""The kinds of files that can be read, and which kind a header belongs to."""

import re
from collections.abc import Sequence

from leyenda.scenario.errors import InputError, nearest, shown
from leyenda.studies.record.loaders.words import plain, words

KINDS = ("ucdp", "acled", "inegi", "sesnsp")
HALF = 0.5  # of a kind's columns make it the kind that was meant


def columns(kind: str, titles: Sequence[str]) -> dict[str, int]:
    """Where the columns of a kind stand: for each the first of its names that is a title, and the first such title."""
    at = {plain(title): place for place, title in reversed(list(enumerate(titles)))}
    asked = words()[kind]["needs"] | words()[kind].get("may_have", {})
    found = {key: [at[plain(name)] for name in names if plain(name) in at] for key, names in asked.items()}
    return {key: places[0] for key, places in found.items() if places}


def year_columns(titles: Sequence[str]) -> list[tuple[int, int]]:
    """The years of a table with a column a year, and where they stand; nothing if it has none."""
    return [(int(title), place) for place, title in enumerate(titles) if re.fullmatch(r"(?:19|20)[0-9]{2}", title)]


def there(kind: str, titles: Sequence[str]) -> float:
    """Share of a kind's needed columns that are there; a table of states by years needs no others."""
    found = columns(kind, titles)
    if kind == "inegi" and "state" in found and "year" not in found and year_columns(titles):
        return 1.0
    return sum(key in found for key in words()[kind]["needs"]) / len(words()[kind]["needs"])


def recognised(titles: Sequence[str], among: Sequence[str] = KINDS) -> str:
    """The kind all of whose columns are there, the one with most columns if there are several; "" if there is none."""
    whole = [kind for kind in among if there(kind, titles) == 1.0]
    return max(whole, key=lambda kind: len(words()[kind]["needs"]), default="")


def refused(file: str, line: int, titles: Sequence[str], among: Sequence[str]) -> InputError:
    """Why a header is of none of these kinds: the first column that is missing of the likeliest, or that nothing fits."""
    likeliest = max(among, key=lambda kind: there(kind, titles))
    if len(among) > 1 and there(likeliest, titles) < HALF:
        known = ", ".join(f"{kind} ({words()[kind]['name']})" for kind in among)
        return InputError(file, line, "the header", f"is of no kind that is known: {shown(', '.join(titles))}", f"one of {known}")
    found = columns(likeliest, titles)
    names = next(names for key, names in words()[likeliest]["needs"].items() if key not in found)
    others = [title.strip() for place, title in enumerate(titles) if place not in found.values()]
    close = nearest(names[0], others)
    expected = f"the columns of {words()[likeliest]['name']} files"
    return InputError(file, line, f"column {names[0]}", "is missing", expected, shown(close) if close else "")
