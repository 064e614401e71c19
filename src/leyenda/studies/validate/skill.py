"""How good the model's guess is beside a simple one, and how much of a miss could be chance."""

import numpy as np

from leyenda.studies.scores import brier, crps
from leyenda.studies.validate.facts import Statistic
from leyenda.studies.validate.judged import Judged, Values

NAN = float("nan")


def score(one: Judged) -> float:
    """CRPS of the worlds that say something, in the statistic's unit; for a bound the Brier score of their share that keeps it."""
    if not len(one.seen):
        return NAN
    if one.statistic.value is not None:
        return crps(one.seen, one.statistic.value)
    return brier(float(np.mean([one.statistic.tolerates(float(value)) for value in one.seen])), True)


def null_scores(one: Judged) -> tuple[float, float]:
    """CRPS of "as before" and of "on along the line": of a single guess it is its distance from the record."""
    guesses = (one.statistic.null, one.statistic.trend)
    null, trend = (NAN if guess is None else abs(guess - one.statistic.record) for guess in guesses)
    return null, trend


def noise(statistic: Statistic, said: Values) -> float:
    """Standard deviation between worlds of the same parameters over the tolerance, on a log scale for a factor; none for a bound.

    said: what these worlds say, NaN where one says nothing. Where it nears 1, worlds alone differ by as much as the target allows.
    """
    seen = said[np.isfinite(said)]
    if statistic.value is None or len(seen) < 2:
        return NAN
    if statistic.factor is None:
        return float(seen.std(ddof=1)) / float(statistic.within or NAN)
    above = seen[seen > 0.0]
    return float(np.log(above).std(ddof=1) / np.log(statistic.factor)) if len(above) > 1 else NAN
