"""What the numbers say in words: what rises, what falls, what is left open. Made from the worlds, whatever they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from leyenda.studies.predict.forecast import Forecast, quantiles, spoken
from leyenda.studies.predict.series import FIRST, LAST, SEEN
from leyenda.studies.predict.words import ends, span, text
from leyenda.studies.validate.judged import Values
from leyenda.studies.validate.words import figure, share

if TYPE_CHECKING:
    from leyenda.studies.predict.result import Prediction

TOGETHER = 3  # years on either side, as single years are noise
AGREEING = 0.9  # of the worlds name a direction
WIDE = 4.0  # times the low end of an interval, from which nothing is said of the size
RISES, FALLS, OPEN = "rises", "falls", "open"
DIRECTIONS = (RISES, FALLS, OPEN)


@dataclass(frozen=True)
class Change:
    """How a series ends beside where it stood, world by world."""

    years: Sequence[Forecast]

    def mean(self, last: int) -> Values:
        """Mean of the three years up to one, in each world that reached its end."""
        rows = [self.years[year - FIRST].values for year in range(last - TOGETHER + 1, last + 1)]
        return spoken(np.mean(rows, axis=0))

    @cached_property
    def above(self) -> int:
        """Worlds that end above where they stood."""
        return int(np.sum(self.mean(LAST) > self.mean(SEEN)))

    @cached_property
    def below(self) -> int:
        """Worlds that end below."""
        return int(np.sum(self.mean(LAST) < self.mean(SEEN)))

    @property
    def direction(self) -> str:
        """Rises, falls or open."""
        worlds = len(self.mean(LAST))
        if worlds and self.above >= AGREEING * worlds:
            return RISES
        return FALLS if worlds and self.below >= AGREEING * worlds else OPEN

    @property
    def interval(self) -> tuple[float, ...]:
        """Low end, median and high end of where it ends."""
        return quantiles(self.mean(LAST), (0.05, 0.5, 0.95))

    @property
    def wide(self) -> bool:
        """Whether the interval leaves the size open."""
        low, _, high = self.interval
        return bool(high >= WIDE * low)

    def line(self) -> str:
        """The sentence."""
        low, after, high = self.interval
        before, one = quantiles(self.mean(SEEN), (0.5,))[0], self.years[0].series
        stood, stands = span(SEEN - TOGETHER + 1, SEEN), span(LAST - TOGETHER + 1, LAST)
        numbers = {"before": figure(before), "after": figure(after), "low": figure(low), "high": figure(high)}
        counts = {"above": self.above, "all": len(self.mean(LAST)), "first": stood, "last": stands}
        return text("words", "line", title=one.title, unit=one.unit, **numbers, **counts)

    def wide_line(self) -> str:
        """How wide."""
        low, _, high = self.interval
        factor = text("words", "factor", factor=figure(high / low)) if low > 0.0 else ""
        title, last = self.years[0].series.title, span(LAST - TOGETHER + 1, LAST)
        return text("words", "wide_line", title=title, last=last, low=figure(low), high=figure(high), factor=factor)


def last_on_record(forecasts: Sequence[Forecast]) -> Forecast | None:
    """The last year of a series that the record has, if it has any."""
    return next((one for one in reversed(forecasts) if np.isfinite(one.record)), None)


def off(forecasts: Sequence[Forecast]) -> str:
    """Where the last recorded value lies outside the model's interval: the line; nothing where it lies inside."""
    last = last_on_record(forecasts)
    if last is None or last.ends[0] <= last.record <= last.ends[1]:
        return ""
    low, high = (figure(end) for end in last.ends)
    return text("words", "off_line", title=last.series.title, record=figure(last.record), year=last.year, low=low, high=high)


def both(last: Forecast) -> bool:
    """Whether both nulls lie in the interval of the last year."""
    low, high = last.ends
    return all(low <= null <= high for null in (last.persistence, last.trend))


def summary(found: "Prediction") -> Iterator[str]:
    """The lines, section by section."""
    changes = [Change(years) for years in found.forecasts.values()]
    stood, stands = span(SEEN - TOGETHER + 1, SEEN), span(LAST - TOGETHER + 1, LAST)
    yield text("words", "lead", first=stood, last=stands, most=share(AGREEING)) + "\n"
    for direction in DIRECTIONS:
        yield from listed(direction, [change.line() for change in changes if change.direction == direction])
    wide = [change.wide_line() for change in changes if change.wide]
    yield from listed("wide", wide, text("words", "wide_lead", factor=figure(WIDE)))
    yield from listed("off", [line for years in found.forecasts.values() if (line := off(years))], text("words", "off_lead"))
    told = [years[-1] for years in found.forecasts.values() if both(years[-1])]
    lines = [f"**{one.series.title}**: {ends(*one.ends)}" for one in told]
    yield from listed("both", lines, text("words", "both_lead", last=LAST))


def listed(key: str, lines: Sequence[str], lead: str = "") -> Iterator[str]:
    """A heading and its lines, or that there are none."""
    yield f"### {text('words', key)}\n"
    if lines and lead:
        yield lead + "\n"
    yield from [f"- {line}" for line in lines] or [text("words", "none")]
    yield ""
