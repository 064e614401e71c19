"""How a column or key is declared: meaning, unit and range in one line; no text passes for a number."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

REQUIRED: Any = ...
LINE = r"^[^\x00-\x1f\x7f]*$"
NAME = r"^[^#;,\"\x00-\x1f\x7f][^;,\"\x00-\x1f\x7f]*$"
SIDES = ("home", "abroad")


class Content(BaseModel):
    """Part of a scenario: cannot be changed, knows no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_strip_whitespace=True)


class FrozenDict(dict[str, Any]):
    """A mapping that cannot be changed, so that a frozen scenario is frozen to the bottom."""

    def refuse(self, *_: object, **__: object) -> Self:
        raise TypeError("a scenario cannot be changed; with_() makes a changed copy")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = refuse  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type["FrozenDict"], tuple[dict[str, Any]]]:
        return FrozenDict, (dict(self),)


def real(meaning: str, unit: str, low: float, high: float, default: Any = REQUIRED) -> Any:
    """A finite number in a range."""
    return Field(default, description=meaning, ge=low, le=high, allow_inf_nan=False, json_schema_extra={"unit": unit})


def share(meaning: str, default: Any = REQUIRED) -> Any:
    """A number from 0 to 1."""
    return real(meaning, "share", 0, 1, default)


def whole(meaning: str, unit: str, low: int, high: int, default: Any = REQUIRED) -> Any:
    """A whole number in a range."""
    return Field(default, description=meaning, ge=low, le=high, json_schema_extra={"unit": unit})


def named(meaning: str, default: Any = REQUIRED) -> Any:
    """A name: no separators, so that it can stand in any table."""
    return Field(default, description=meaning, pattern=NAME, max_length=60, json_schema_extra={"unit": "name"})


def text(meaning: str, default: Any = REQUIRED) -> Any:
    """A line of text that says something."""
    return Field(
        default, description=meaning, pattern=LINE, min_length=1, max_length=4000, json_schema_extra={"unit": "text"}
    )


def choice(meaning: str, words: tuple[str, ...]) -> Any:
    """One of a few words."""
    return Field(
        description=meaning, pattern=f"^({'|'.join(words)})$", json_schema_extra={"unit": "word", "enum": list(words)}
    )
