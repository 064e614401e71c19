"""How far what a world says lies from the record, in units of what each target tolerates."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from leyenda.studies.validate.facts import Fact, Statistic
from leyenda.studies.validate.judged import statistics

Values = npt.NDArray[np.float64]
FAR = 3.0  # beyond this many tolerances further does not count: one hopeless fact must not decide
SILENT = 2.0  # what a world that says nothing is charged
SHORT = 0.5  # of a bound, which has no tolerance of its own: half of it short is one unit


def scaled(statistic: Statistic, value: Values) -> Values:
    """Values in units of tolerance: logarithms for a factor; how far short of a bound."""
    if statistic.factor is not None:
        return np.asarray(np.log(np.maximum(value, 1e-3 * statistic.record) / statistic.record) / np.log(statistic.factor), float)
    if statistic.within is not None:
        return (value - statistic.record) / statistic.within
    above = (value - statistic.record) / (SHORT * abs(statistic.record))
    return np.minimum(0.0, above) if statistic.at_least is not None else np.maximum(0.0, above)


def table(facts: Sequence[Fact], said: Values) -> Values:
    """What worlds said in units of tolerance, the record at 0; shape (worlds, statistics)."""
    columns = [scaled(statistic, said[:, k]) for k, (_, statistic) in enumerate(statistics(facts))]
    return np.array(columns).T


def weights(facts: Sequence[Fact]) -> Values:
    """Weight of each statistic: every fact counts alike; sums to 1."""
    return np.array([1.0 / (len(fact.statistics) * len(facts)) for fact, _ in statistics(facts)])


def distances(apart: Values, weight: Values) -> Values:
    """Distance of each row from the origin: root of the weighted mean square, each part at most FAR."""
    capped = np.where(np.isnan(apart), SILENT, np.minimum(FAR, np.abs(apart)))
    return np.sqrt((capped**2) @ weight)
