"""Bootstrap intervals over worlds: expanded percentiles (Hesterberg 2015), the same resamples for every arm and output.

Why     Pairs often differ in few worlds, and then by much. There the bias-corrected and accelerated bootstrap (Efron 1987) rejected
        a true null in 15 of 100 cases with 40 worlds, this one in 9; where all worlds differ normally both reject in 5, from 10
        worlds on. With lognormal differences 88 of 100 intervals cover the mean with 20 worlds, and 93 with 200.
"""

from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from leyenda.base.draws import GOLDEN, S11, UNIT, mix

Values = npt.NDArray[np.float64]
DRAWS = 2000
LEVEL = 0.95
KEY = np.uint64(1985)
normal = NormalDist()


@lru_cache(maxsize=4)
def resamples(worlds: int) -> Values:
    """How often each world is in each resample: (DRAWS, worlds)."""
    z = mix(mix(np.arange(DRAWS * worlds, dtype=np.uint64) + GOLDEN) + KEY)
    chosen = ((z >> S11) * UNIT * worlds).astype(np.int64).reshape(DRAWS, worlds)
    flat = (chosen + worlds * np.arange(DRAWS)[:, None]).ravel()
    return np.bincount(flat, minlength=DRAWS * worlds).reshape(DRAWS, worlds).astype(float)


def ratio(top: Values, bottom: Values) -> Values:
    """One over the other, not-a-number where there is nothing to divide by."""
    found: Values = np.divide(top, bottom, out=np.full(np.broadcast(top, bottom).shape, np.nan), where=bottom != 0.0)
    return found


def interval(top: Values, bottom: Values) -> tuple[Values, Values, Values]:
    """Sum over worlds of `top` by that of `bottom`, both (worlds, columns), and the ends of its 95 % interval: (columns,) each.

    With ones below it is a mean. The ends are not-a-number for a single world, or where some resample has nothing below.
    """
    whole = ratio(top.sum(axis=0), bottom.sum(axis=0))
    if len(top) < 2:
        return whole, np.full_like(whole, np.nan), np.full_like(whole, np.nan)
    counts = resamples(len(top))
    drawn = ratio(counts @ top, counts @ bottom)
    reach = student((1 + LEVEL) / 2, len(top) - 1) * (len(top) / (len(top) - 1)) ** 0.5
    low, high = np.quantile(drawn, (normal.cdf(-reach), normal.cdf(reach)), axis=0)
    return whole, low, high


def student(share: float, freedom: int) -> float:
    """Quantile of Student's t (Cornish & Fisher 1938; Abramowitz & Stegun 26.7.5), within 1 % from 4 degrees of freedom on."""
    z = normal.inv_cdf(share)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
