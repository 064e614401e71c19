"""What came out: every series in every year beside its nulls, scores of the years on record, and the states."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from leyenda.results.simulate import check, cores
from leyenda.studies.predict import nulls
from leyenda.studies.predict.forecast import Forecast, quantiles, spoken
from leyenda.studies.predict.plan import Plan
from leyenda.studies.predict.series import SEEN, YEARS, Series, series
from leyenda.studies.predict.skill import SCORED, Score, scored
from leyenda.studies.predict.states import RATES, label
from leyenda.studies.validate.run import Answers, answers
from leyenda.studies.validate.run import label as asked


@dataclass(frozen=True)
class Prediction:
    """A plan and what its worlds said; alike: worlds of the same parameters."""

    plan: Plan
    answers: Answers
    alike: Answers

    @cached_property
    def forecasts(self) -> Mapping[str, list[Forecast]]:
        """By series, its years in order."""
        return {one.name: [self.forecast(one, year) for year in YEARS] for one in series()}

    def forecast(self, one: Series, year: int) -> Forecast:
        """A series in a year; the nulls only where the year was not seen."""
        values, alike = (said.points[asked(one.point(year))] for said in (self.answers, self.alike))
        if year <= SEEN:
            return Forecast(one, year, values, alike, nulls.known(one).get(year, nulls.NAN))
        base, source = self.base(one)
        last, since = nulls.persistence(base, SEEN)
        return Forecast(one, year, values, alike, nulls.NAN, last, nulls.trend(base, SEEN, year, one), f"{source} {since}")

    def base(self, one: Series) -> tuple[nulls.Known, str]:
        """What nulls of a series go on from: the record to 2011, or the model's own medians where there is none; and which of the two."""
        found = nulls.known(one)
        return (found, "record") if found else (self.medians(one), "model")

    def medians(self, one: Series) -> dict[int, float]:
        """The median world to 2011."""
        return {year: quantiles(self.answers.points[asked(one.point(year))], (0.5,))[0] for year in YEARS if year <= SEEN}

    @cached_property
    def scores(self) -> list[Score]:
        """Scores of 2008-2011, where the record has the year."""
        years = [forecast for all_years in self.forecasts.values() for forecast in all_years if forecast.year in SCORED]
        return [scored(forecast) for forecast in years if forecast.record == forecast.record]

    @property
    def spoke(self) -> int:
        """Worlds that reached their end."""
        return len(spoken(self.answers.points[asked(self.plan.job.points[0])]))

    def states(self, year: int) -> list[tuple[str, tuple[float, ...]]]:
        """States with the median and the 90 % interval of their rate, highest median first."""
        said = self.answers.cases[RATES]
        found = [(state, quantiles(said.get(label(state, year), np.empty(0)), (0.5, 0.05, 0.95))) for state in self.names]
        return sorted(found, key=lambda row: (-row[1][0], row[0]))

    @property
    def names(self) -> list[str]:
        """The states."""
        return [plaza.name for plaza in self.plan.scenario.plazas if plaza.side == "home"]


def carried_out(plan: Plan, threads: int | None, progress: bool) -> Prediction:
    """Run what is missing of a plan. Raises OutputError if what was run cannot be kept."""
    count = cores() if threads is None else threads
    check("threads", count, count >= 1, "at least 1")
    kept = plan.folder / "said"
    return Prediction(plan, answers(plan.job, kept, count, progress), answers(plan.alike, kept, count, progress))
