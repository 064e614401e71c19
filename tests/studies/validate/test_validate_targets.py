"""The targets: all facts of the record are there as it marks them, every measure exists, and what is wrong is refused."""

import math
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from pydantic import ValidationError

from leyenda.scenario import InputError, names
from leyenda.studies.validate.facts import Fact, Statistic, facts, for_fitting
from leyenda.studies.validate.measures import FAMILIES, measure
from leyenda.studies.validate.record import cases, rows, series
from leyenda.studies.validate.wanted import pictures

CALIBRATE = (1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 14, 19, 21, 28, 36, 39, 42, 45, 46, 47, 48, 60)
LOOK_ONLY = (15, 16, 18, 22, 23, 24, 26, 27, 43, 54, 55)
GOOD = {"measure": "national.rate", "years": [2000, 2003], "unit": "per 100,000", "reason": "ours", "value": 10.0, "factor": 1.2}
FACT = {"number": 1, "name": "A rate", "record": "calibrate", "use": "calibrate", "family": "national", "source": "ours", "statistics": [GOOD]}


def test_all_facts_of_the_record_are_there_with_its_marks() -> None:
    marks = {fact.number: fact.record for fact in facts()}
    assert [fact.number for fact in facts()] == sorted((*CALIBRATE, *LOOK_ONLY))
    assert {number for number, mark in marks.items() if mark == "calibrate"} == set(CALIBRATE)


def test_what_the_model_was_given_or_has_no_rule_for_is_said_so() -> None:
    uses = {fact.number: fact.use for fact in facts()}
    assert {number for number, use in uses.items() if use == "input"} == {26, 27, 48, 55}
    assert {number for number, use in uses.items() if use == "no rule"} == {43, 54}


def test_every_measure_and_scenario_and_picture_exists() -> None:
    for fact in facts():
        assert fact.scenario in names() and fact.family in pictures()
        assert all(callable(measure(statistic.measure)) for statistic in fact.statistics)
    shown = [panel for picture in pictures().values() for panel in picture.panels]
    assert all(callable(measure(panel.measure)) for panel in shown if panel.measure)
    keys = {statistic.key for fact in facts() for statistic in fact.statistics}
    assert {key for panel in shown for key in panel.keys} | {key for picture in pictures().values() for key in picture.says} <= keys


def test_no_measure_is_left_over() -> None:
    used = {statistic.measure for fact in facts() for statistic in fact.statistics}
    helpers = {"states.gini", "national.total", "growth.jumps", "removals.splits", "removals.operations"}
    here = {
        f"{family}.{name}"
        for family, module in FAMILIES.items()
        for name, found in vars(module).items()
        if not name.startswith("_") and callable(found) and found.__module__ == module.__name__
    }
    shown = {panel.measure for picture in pictures().values() for panel in picture.panels}
    assert here - helpers <= used | shown


@pytest.mark.parametrize("name", ["national.nothing", "nothing.total", "removals._weeks", "money.members", "national", ""])
def test_an_unknown_measure_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        measure(name)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"within": 1.0}, "takes a value"),
        ({"factor": None}, "takes a value"),
        ({"at_least": 3.0}, "takes a value"),
        ({"value": None, "factor": None, "at_least": 3.0, "within": 1.0}, "takes a value"),
        ({"factor": 0.9}, "greater than 1"),
        ({"null": 3.0}, "null_is"),
        ({"trend": 3.0}, "trend"),
        ({"value": None, "factor": None, "at_most": 3.0, "null": 3.0, "null_is": "2006"}, "bound"),
        ({"years": [2003, 2000]}, "end before"),
        ({"years": [2000]}, "years"),
        ({"value": math.nan}, "finite"),
        ({"tolerance": 2.0}, "tolerance"),
    ],
)
def test_flaws_of_a_statistic_are_refused(changes: dict[str, Any], says: str) -> None:
    assert Statistic.model_validate(GOOD).record == 10.0
    with pytest.raises(ValidationError, match=says):
        Statistic.model_validate(GOOD | changes)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"record": "look-only"}, "is used as"),
        ({"use": "look-only"}, "is used as"),
        ({"use": "driver"}, "use"),
        ({"use": "input"}, "says why"),
        ({"why": "no reason"}, "says why"),
        ({"statistics": []}, "no statistics"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_flaws_of_a_fact_are_refused(changes: dict[str, Any], says: str) -> None:
    assert Fact.model_validate(FACT).statistics[0].key == "national.rate 2000-2003"
    with pytest.raises(ValidationError, match=says):
        Fact.model_validate(FACT | changes)


def test_only_facts_marked_calibrate_may_be_fitted_to() -> None:
    assert [fact.number for fact in for_fitting()] == [number for number in CALIBRATE if number != 48]
    assert [fact.number for fact in for_fitting([6, 1])] == [6, 1]
    for number in (*LOOK_ONLY, 48):
        with pytest.raises(InputError, match=f"fact {number} "):
            for_fitting([1, number])
    with pytest.raises(InputError, match="which there is not"):
        for_fitting([3])


def test_zones_are_what_is_tolerated() -> None:
    by_factor, within = Statistic.model_validate(GOOD), Statistic.model_validate(GOOD | {"factor": None, "within": 2.0})
    bound = Statistic.model_validate(GOOD | {"value": None, "factor": None, "at_most": 3.0})
    assert by_factor.zone == (10.0 / 1.2, 12.0) and within.zone == (8.0, 12.0) and bound.zone == (-math.inf, 3.0)
    assert by_factor.tolerates(12.0) and not by_factor.tolerates(8.0) and within.tolerates(8.0) and not bound.tolerates(3.1)


def test_the_record_of_the_pictures_ends_in_2011() -> None:
    found = rows("record_series.csv")
    assert {row["series"] for row in found} == {name for picture in pictures().values() for panel in picture.panels for name in panel.series}
    assert all(2000 <= int(row["year"]) <= 2011 and row["source"] for row in found)
    assert series("between")[-1].value == 4583 and series("major")[0].ends == (4.0, 7.0) and not series("nothing")
    assert sum(cases("growth").values()) == pytest.approx(1.0, abs=1e-3) and max(cases("operations").values()) == 1.22


def test_targets_agree_with_the_record_by_year() -> None:
    """Targets that are means over years of a series are those means."""
    pairs = {"national.between": "between", "states.gini_rates": "gini", "states.border": "border", "states.moran": "moran",
             "organisations.dyads": "dyads", "removals.removals": "removals", "removals.clashes": "clashes", "national.rate": "rate",
             "organisations.top_dyad": "top_dyad", "national.conflict": "conflict", "national.conflict_share": "conflict_share"}  # fmt: skip
    for fact in facts():
        for statistic in fact.statistics:
            years = range(statistic.years[0], statistic.years[1] + 1)
            found = [one.value for one in series(pairs.get(statistic.measure, "")) if one.year in years]
            if len(found) == len(years):
                assert sum(found) / len(found) == pytest.approx(statistic.record, rel=0.02), statistic.key


def test_texts_hold_every_use_and_reason() -> None:
    texts = tomllib.loads(files("leyenda.studies.validate").joinpath("texts.toml").read_text("utf-8"))
    from leyenda.studies.validate.judged import BOUND, FAR, OUTSIDE, SILENT
    from leyenda.studies.validate.rows import GROUPS

    assert set(texts["uses"]) == set(GROUPS) and set(texts["briefly"]) == {SILENT, OUTSIDE, FAR, BOUND}
