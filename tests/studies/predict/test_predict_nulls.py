"""Nulls of a known record, and nothing of the record after 2011 even if its file held something."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from foretold import named, plan, prediction

from leyenda.studies.predict.nulls import known, persistence, trend
from leyenda.studies.validate import record
from leyenda.studies.validate.facts import for_fitting

RATE, SHARE, TOTAL = named("rate"), named("conflict_share"), named("homicides")
LINE = {year: 3.0 * (year - 2000) for year in range(2000, 2012)}


@pytest.fixture
def later_rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A record to which somebody added years that are held out; the figures are made up."""
    rows = record.rows
    added = [{"year": str(year), "series": "rate", "value": "777", "low": "", "high": "", "source": ""} for year in (2012, 2023)]
    monkeypatch.setattr(record, "rows", lambda name: rows(name) + added)
    record.series.cache_clear()
    yield
    record.series.cache_clear()


def test_a_later_row_of_the_record_is_passed_over(later_rows: None, tmp_path: Path) -> None:
    assert record.series("rate")[-1].value == 777.0
    assert max(known(RATE)) == 2011 and 777.0 not in known(RATE).values()
    found = prediction(plan(tmp_path, 3))
    assert all(math.isnan(one.record) for one in found.forecasts["rate"] if one.year > 2011)
    assert {one.persistence for one in found.forecasts["rate"] if one.year > 2011} == {23.52}
    assert max(score.forecast.year for score in found.scores) == 2011


def test_no_fact_that_may_be_fitted_reaches_past_2011() -> None:
    assert max(statistic.years[1] for fact in for_fitting() for statistic in fact.statistics) <= 2011


def test_the_number_of_homicides_is_the_rate_times_the_people() -> None:
    found = known(TOTAL)
    assert found[2007] == pytest.approx(8867, rel=0.001) and found[2011] == pytest.approx(27213, rel=0.001)


def test_persistence_is_the_last_value_known() -> None:
    assert persistence(LINE, 2011) == (33.0, 2011) and persistence(LINE, 2007) == (21.0, 2007)
    assert persistence(known(named("conflict")), 2011) == (15273.0, 2010)
    assert math.isnan(persistence({2009: 1.0}, 2007)[0])


def test_the_trend_of_a_line_is_the_line() -> None:
    assert trend(LINE, 2011, 2023, RATE) == pytest.approx(69.0)
    bent = {year: value if year >= 2007 else 1000.0 for year, value in LINE.items()}
    assert trend(bent, 2011, 2023, RATE) == pytest.approx(69.0)  # what lies before the five years is not looked at
    assert trend({2007: 0.0, 2008: 4.0, 2009: 2.0}, 2011, 2010, RATE) == pytest.approx(4.0)
    assert math.isnan(trend({2006: 5.0, 2010: 1.0, 2011: 2.0}, 2011, 2012, RATE))


def test_a_trend_stays_within_what_is_possible() -> None:
    steep = {year: 0.2 * (year - 2006) for year in range(2007, 2012)}
    assert trend(steep, 2011, 2023, SHARE) == 1.0 and trend(steep, 2011, 2023, RATE) == pytest.approx(3.4)
    falling = {year: 10.0 - 2.0 * (year - 2007) for year in range(2007, 2012)}
    assert trend(falling, 2011, 2023, RATE) == 0.0


def test_where_the_record_has_none_the_models_own_medians_stand(tmp_path: Path) -> None:
    found = prediction(plan(tmp_path, 3))
    last = found.forecasts["members"][-1]
    assert last.based_on == "model 2011" and found.forecasts["conflict"][-1].based_on == "record 2010"
    assert last.persistence == found.forecasts["members"][11].median != found.forecasts["members"][-1].median
    medians = {one.year: one.median for one in found.forecasts["members"]}
    assert last.trend == pytest.approx(trend(medians, 2011, 2023, named("members")))
    assert np.isnan(found.forecasts["organisations"][-1].trend)  # two values on record make no line
