"""Values as they are typed on the command line."""

import tomllib
from typing import Any


def typed(value: str) -> Any:
    """A value read as TOML, or else taken as text."""
    try:
        found = tomllib.loads(f"value = {value}")
    except (ValueError, RecursionError):  # no TOML, a number with thousands of digits, brackets without end
        found = {}
    return found["value"] if list(found) == ["value"] else value
