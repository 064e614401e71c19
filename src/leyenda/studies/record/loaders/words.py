"""What files, columns and cells are called, and when two ways of writing are one word."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The words of kinds.toml."""
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Small letters without accents and marks, one blank between words: "Año " and "ano" are one."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.split(r"[\W_]+", letters.casefold())).strip()


def count(number: int, noun: str) -> str:
    """A number of things, in the plural unless it is one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
