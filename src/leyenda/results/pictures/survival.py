"""How long something lasts when not every end was seen (Kaplan & Meier 1958), with a 95 % band (Greenwood 1926)."""

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
Z = 1.96
WIDEST = 50.0


@dataclass(frozen=True)
class Survival:
    """Share that still stands from each time on, and the ends of the band."""

    time: Array
    share: Array
    low: Array
    high: Array


def survival(lasted: Array, ended: Array) -> Survival:
    """The curve, from how long each case was followed and whether its end was seen then."""
    times = np.unique(lasted[ended])
    at_risk = np.array([(lasted >= time).sum() for time in times], dtype=float)
    ends = np.array([(ended & (lasted == time)).sum() for time in times], dtype=float)
    share = np.cumprod(1.0 - ends / np.maximum(at_risk, 1.0))
    left = np.maximum(at_risk - ends, 1e-9)
    spread = np.sqrt(np.cumsum(ends / (np.maximum(at_risk, 1.0) * left)))
    inside = (share > 0.0) & (share < 1.0)
    safe = np.where(inside, share, 0.5)
    wide = np.minimum(Z * spread / -np.log(safe), WIDEST)
    low = np.where(inside, safe ** np.exp(wide), share)
    high = np.where(inside, safe ** np.exp(-wide), share)
    start = np.ones(1)
    return Survival(np.append(0.0, times), np.append(start, share), np.append(start, low), np.append(start, high))
