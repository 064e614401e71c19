"""Facts of the record and what counts as hitting them; data in targets.toml."""

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from leyenda.scenario import InputError

CALIBRATE, LOOK_ONLY, INPUT, NO_RULE = "calibrate", "look-only", "input", "no rule"
Use = Literal["calibrate", "look-only", "input", "no rule"]
Mark = Literal["calibrate", "look-only"]


class Exact(BaseModel):
    """Frozen, and no key that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Statistic(Exact):
    """One number of a fact. Either a recorded value with a tolerance, as a factor or in its unit, or a bound.

    null, trend: what somebody would have said who expected no change, or more of the same; null_is says since when.
    """

    measure: str
    years: tuple[int, int]
    unit: str
    reason: str
    value: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    factor: Annotated[float | None, Field(gt=1)] = None
    within: Annotated[float | None, Field(gt=0)] = None
    null: float | None = None
    trend: float | None = None
    null_is: str = ""

    @model_validator(mode="after")
    def one_way(self) -> "Statistic":
        """A value has one tolerance, a bound none; a null says what it is."""
        kinds = [self.value is not None, self.at_least is not None, self.at_most is not None]
        tolerances = [self.factor is not None, self.within is not None]
        if sum(kinds) != 1 or sum(tolerances) != kinds[0]:
            raise ValueError("takes a value with factor or within, or at_least, or at_most")
        if (self.null is not None) != bool(self.null_is) or (self.trend is not None and self.null is None):
            raise ValueError("takes null and null_is together, and trend only with them")
        if self.null is not None and self.value is None:
            raise ValueError("is a bound, which no null can be compared with")
        if self.years[0] > self.years[1]:
            raise ValueError("has years that end before they begin")
        return self

    @property
    def key(self) -> str:
        """What the number is, without what the record says of it: measure and years."""
        return f"{self.measure} {self.years[0]}-{self.years[1]}"

    @property
    def record(self) -> float:
        """The recorded value, or the bound."""
        return next(x for x in (self.value, self.at_least, self.at_most) if x is not None)

    @property
    def zone(self) -> tuple[float, float]:
        """What is near enough to the record, from the least to the most."""
        if self.factor is not None:
            return self.record / self.factor, self.record * self.factor
        if self.within is not None:
            return self.record - self.within, self.record + self.within
        return (self.record, math.inf) if self.at_least is not None else (-math.inf, self.record)

    def tolerates(self, median: float) -> bool:
        """Whether a median is near enough to the record."""
        low, high = self.zone
        return low <= median <= high


class Fact(Exact):
    """A fact of the record, under the number and with the mark it has in the record's own list.

    use: what becomes of it here. Where the model was given the fact, or has no rule for it, that is said instead of the mark.
    """

    number: int
    name: str
    record: Mark
    use: Use
    family: str
    source: str
    scenario: str = "mexico-2006"
    statistics: tuple[Statistic, ...] = ()
    why: str = ""

    @model_validator(mode="after")
    def marked(self) -> "Fact":
        """Nothing is used for more than the record allows, and what is not used says why."""
        if self.use in (CALIBRATE, LOOK_ONLY) and self.use != self.record:
            raise ValueError(f'is used as "{self.use}" where the record says "{self.record}"')
        if (self.use in (INPUT, NO_RULE)) != bool(self.why):
            raise ValueError('says why exactly if it is "input" or "no rule"')
        if self.use in (CALIBRATE, LOOK_ONLY) and not self.statistics:
            raise ValueError("has no statistics")
        return self


@cache
def facts() -> tuple[Fact, ...]:
    """All facts, in the order of their numbers."""
    text = files("leyenda.studies.validate").joinpath("targets.toml").read_text("utf-8")
    return tuple(Fact.model_validate(row) for row in tomllib.loads(text)["fact"])


def numbered(numbers: list[int]) -> list[Fact]:
    """The facts with these numbers. Raises InputError for one there is not."""
    known = {fact.number: fact for fact in facts()}
    for number in numbers:
        if number not in known:
            raise InputError(key="facts", found=f"names fact {number}, which there is not", expected=f"one of {', '.join(map(str, known))}")
    return [known[number] for number in dict.fromkeys(numbers)]


def for_fitting(numbers: list[int] | None = None) -> list[Fact]:
    """The facts a fit may use: these numbers, or all marked calibrate. Raises InputError for one that must not be fitted to."""
    chosen = [fact for fact in facts() if fact.use == CALIBRATE] if numbers is None else numbered(numbers)
    for fact in chosen:
        if fact.use != CALIBRATE:
            found = f'names fact {fact.number} ({fact.name}), which is marked "{fact.use}"'
            raise InputError(key="facts", found=found, expected="facts marked calibrate: the others are kept to look at")
    return chosen
