"""Words for pictures and the last screen: texts from data files, and counts in grammar that holds for 0, 1 and all."""

import tomllib
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

TEXTS = Path(__file__).parent / "texts_pictures"


@cache
def read(name: str) -> dict[str, Any]:
    """A TOML file of texts_pictures, by its name without ending."""
    return tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))


def text(section: str, key: str, **values: object) -> str:
    """One text with its blanks filled in."""
    found: str = read("en")[section][key]
    return found.format(**values)


class Texts:
    """The sentences of a study: the tables of its texts.toml, by section and key."""

    def __init__(self, package: str) -> None:
        self.package = package

    @cached_property
    def all(self) -> dict[str, Any]:
        """Everything in the file."""
        return tomllib.loads(files(self.package).joinpath("texts.toml").read_text("utf-8"))

    def __call__(self, section: str, key: str, **values: object) -> str:
        """One text with its blanks filled in."""
        found: str = self.all[section][key]
        return found.format(**values)


def label(section: str, key: str) -> str:
    """What something is called; its own name if the texts have none."""
    return str(read("en").get(section, {}).get(key, key.replace("_", " ")))


def of(count: int, all_of: int, noun: str = "") -> str:
    """A count in words: "none of 40 worlds", "1 of 40 worlds", "all 40 worlds", "both worlds", "the one world".

    noun: in the plural, or nothing.
    """
    plural = f" {noun}" if noun else ""
    if all_of == 1:
        return f"the one{plural.removesuffix('s')}" if count and noun else f"{count} of 1{plural}"
    if count == all_of and all_of > 0:
        return f"both{plural}" if all_of == 2 else f"all {all_of:,}{plural}"
    return f"{count:,} of {all_of:,}{plural}" if count else f"none of {all_of:,}{plural}"


def things(count: float, key: str) -> str:
    """A number and what it counts: "1 person", "2 people", "2.5 organisations"."""
    one, many = read("en")["nouns"][key]
    return f"{amount(count)} {one if amount(count) == '1' else many}"


def amount(value: float) -> str:
    """A number in as many digits as anybody reads: 12,346, 3.1, 0.12; without a fraction that is zero."""
    if value == round(value) or abs(value) >= 20:
        return f"{value:,.0f}"
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 1 else f"{value:.2g}"


def range_of(values: np.ndarray) -> str:
    """Where the middle 90 % of the values lie, from one of them to another: "1-6", or "3" where these are the same."""
    low, high = np.nanquantile(values, (0.05, 0.95), method="nearest")
    return amount(low) if amount(low) == amount(high) else f"{amount(low)}\N{EN DASH}{amount(high)}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Parts in a row: "a", "a and b", "a, b and c"."""
    return f" {last} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def moved(before: float, after: float, near: float = 0.03) -> str:
    """A change in words: "rose from 13 to 153", "fell from 5 to 2", "stayed near 5".

    near: the largest change, as a share of the larger value, that is none.
    """
    whole = max(abs(before), abs(after)) >= 20
    first, last = (f"{value:,.0f}" if whole else amount(value) for value in (before, after))
    if abs(after - before) <= near * max(abs(before), abs(after)) or first == last:
        return f"stayed near {last}"
    return f"{'rose' if after > before else 'fell'} from {first} to {last}"
