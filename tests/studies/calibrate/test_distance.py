"""How far from the record: units of tolerance, bounds that are kept, silence, and a cap."""

import numpy as np
import pytest

from leyenda.studies.calibrate.distance import FAR, SILENT, distances, scaled, table, weights
from leyenda.studies.validate.facts import Statistic, for_fitting
from leyenda.studies.validate.judged import statistics


def target(**more: float) -> Statistic:
    """A statistic with this record."""
    return Statistic(measure="national.rate", years=(2000, 2003), unit="u", reason="r", **more)


@pytest.mark.parametrize(
    ("statistic", "value", "apart"),
    [
        (target(value=10.0, factor=1.5), 15.0, 1.0),
        (target(value=10.0, factor=1.5), 10.0 / 1.5**2, -2.0),
        (target(value=0.3, within=0.1), 0.25, -0.5),
        (target(at_least=4.0), 2.0, -1.0),
        (target(at_least=4.0), 9.0, 0.0),
        (target(at_most=200.0), 300.0, 1.0),
        (target(at_most=200.0), 0.0, 0.0),
    ],
)
def test_units_of_tolerance(statistic: Statistic, value: float, apart: float) -> None:
    assert scaled(statistic, np.array([value]))[0] == pytest.approx(apart)


def test_nothing_said_is_told_from_nothing_happened() -> None:
    found = scaled(target(value=10.0, factor=1.5), np.array([np.nan, 0.0]))
    assert np.isnan(found[0]) and np.isfinite(found[1]) and found[1] < -FAR


def test_the_record_itself_is_at_no_distance_and_the_edge_of_every_tolerance_at_one() -> None:
    facts = for_fitting()
    record = np.array([[statistic.record for _, statistic in statistics(facts)]])
    assert distances(table(facts, record), weights(facts)) == pytest.approx([0.0])
    edge = np.array([[min(statistic.zone, key=np.isinf) for _, statistic in statistics(facts)]])
    bounds = np.array([statistic.value is None for _, statistic in statistics(facts)])
    assert np.abs(table(facts, edge)[0][~bounds]) == pytest.approx(1.0)


def test_one_hopeless_statistic_does_not_decide() -> None:
    weight = np.full(4, 0.25)
    apart = np.array([[0.0, 0.0, 0.0, 1e6], [0.0, 0.0, 0.0, np.nan], [1e6] * 4, [np.nan] * 4])
    assert distances(apart, weight) == pytest.approx([FAR / 2, SILENT / 2, FAR, SILENT])


def test_every_fact_counts_alike() -> None:
    facts = for_fitting()
    weight = weights(facts)
    numbers = np.array([fact.number for fact, _ in statistics(facts)])
    assert weight.sum() == pytest.approx(1.0)
    assert [weight[numbers == fact.number].sum() for fact in facts] == pytest.approx([1 / len(facts)] * len(facts))
