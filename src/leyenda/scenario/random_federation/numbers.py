"""The numbers behind a name such as random-federation:plazas=40,organisations=20,people=400,seed=3,weeks=520."""

from dataclasses import dataclass, fields
from pathlib import Path

from leyenda.scenario.errors import InputError, nearest, shown

NAME = "random-federation"
LIMITS = {"plazas": (1, 128), "organisations": (1, 128), "people": (1, 2000), "seed": (0, 2**63 - 1), "weeks": (1, 3120)}


@dataclass(frozen=True)
class Numbers:
    """What the scenario is made from. People are the criminals who decide for themselves: heads, capos, lieutenants, aspirants."""

    plazas: int = 12
    organisations: int = 6
    people: int = 120
    seed: int = 1
    weeks: int = 520

    @property
    def name(self) -> str:
        """The shortest name that stands for these numbers."""
        other = ",".join(f"{field.name}={value}" for field in fields(self) if (value := getattr(self, field.name)) != field.default)
        return f"{NAME}:{other}" if other else NAME


def read(where: str | Path) -> Numbers | None:
    """The numbers a name stands for; None if it is not the name of a random federation. Raises InputError for wrong numbers."""
    name, colon, given = str(where).partition(":")
    if name != NAME:
        return None
    values: dict[str, int] = {}
    for setting in given.split(",") if colon else ():
        key, value = number(setting)
        if key in values:
            raise InputError(NAME, 0, key, "is given twice", "each number once")
        values[key] = value
    numbers = Numbers(**values)
    if numbers.people < numbers.organisations:
        expected = f"at least {numbers.organisations}, a head for each organisation"
        raise InputError(NAME, 0, "people", f"is {numbers.people}", expected)
    return numbers


def number(setting: str) -> tuple[str, int]:
    """A NAME=NUMBER pair within its limits."""
    key, equals, value = (part.strip() for part in setting.partition("="))
    names = [field.name for field in fields(Numbers)]
    if not equals:
        raise InputError(NAME, 0, shown(setting), "has no number", f"NAME=NUMBER with one of {', '.join(names)}")
    if key not in names:
        close = nearest(key, names)
        raise InputError(NAME, 0, shown(key), "is unknown", "" if close else "one of " + ", ".join(names), close)
    low, high = LIMITS[key]
    if not (value.isascii() and value.isdigit() and len(value) < 20 and low <= int(value) <= high):
        raise InputError(NAME, 0, key, f"is {shown(value)}", f"a whole number from {low} to {high}")
    return key, int(value)
