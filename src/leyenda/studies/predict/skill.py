"""Scores of the years on record: the model's CRPS over that of a null who knew the record to 2007. These years were fitted to."""

from collections.abc import Sequence
from dataclasses import dataclass

from leyenda.studies.predict.forecast import NAN, Forecast, spoken
from leyenda.studies.predict.nulls import known, persistence, trend
from leyenda.studies.predict.series import SEEN
from leyenda.studies.scores import crps

KNOWN_TO = 2007
SCORED = range(KNOWN_TO + 1, SEEN + 1)


@dataclass(frozen=True)
class Score:
    """CRPS in the unit of the series, lower is better. The nulls are single numbers, whose CRPS is their distance from the record."""

    forecast: Forecast
    model: float
    persistence: float
    trend: float

    @property
    def floor(self) -> float:
        """What worlds of the same parameters score on each other."""
        return self.forecast.floor


def scored(forecast: Forecast) -> Score:
    """A year of 2008 to 2011 with a record."""
    one, record = forecast.series, forecast.record
    values, seen = known(one), spoken(forecast.values)
    before, line = persistence(values, KNOWN_TO)[0], trend(values, KNOWN_TO, forecast.year, one)
    return Score(forecast, crps(seen, record) if len(seen) else NAN, abs(before - record), abs(line - record))


def skill(model: float, null: float) -> float:
    """1 - CRPS / CRPS of a null: 1 is perfect, 0 as good as the null, below 0 worse; NaN where there is no null or it was exact."""
    return 1.0 - model / null if null > 0 else NAN


def skills(scores: Sequence[Score]) -> tuple[float, float]:
    """Skill over persistence and over the trend, of the mean scores of some years."""
    model = sum(score.model for score in scores)
    return skill(model, sum(score.persistence for score in scores)), skill(model, sum(score.trend for score in scores))
