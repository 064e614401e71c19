"""What a comparison measures: which series, in which unit by the year, and which way is better."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from leyenda.scenario import InputError
from leyenda.scenario.errors import nearest, shown
from leyenda.world.log import SERIES

A_WEEK = "/week"
PLACED = ("deaths", "exports", "members")
MAIN = ("deaths", "exports", "organisations", "members", "corruption", "bribes")


@dataclass(frozen=True)
class Output:
    """One of them. good: "less" or blank, where people may disagree; the rest are words and a hue (outputs.toml)."""

    name: str
    says: str
    noun: str
    down: str
    up: str
    good: str
    role: str

    @property
    def flow(self) -> bool:
        """Whether it is counted by the week, so that a year is a sum; a year of a state is a mean."""
        return SERIES.fields[self.name].unit.endswith(A_WEEK)

    @property
    def unit(self) -> str:
        """Its unit by the year."""
        return SERIES.fields[self.name].unit.replace(A_WEEK, "/year")


OUTPUTS = {
    name: Output(name, **words)
    for name, words in tomllib.loads(files("leyenda.studies.compare").joinpath("outputs.toml").read_text("utf-8")).items()
}


def wanted(names: Iterable[str]) -> tuple[str, ...]:
    """The outputs asked for, deaths always before them: nothing is shown without its dead. Raises InputError."""
    asked = tuple(names)
    for name in asked:
        if name not in OUTPUTS:
            close = nearest(str(name), OUTPUTS)
            raise InputError(key=shown(name), found="is no output", expected="" if close else "one of " + ", ".join(OUTPUTS), nearest=close)
    return tuple(dict.fromkeys(("deaths", *asked)))
