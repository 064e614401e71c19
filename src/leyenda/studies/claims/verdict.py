"""From estimates to a verdict, by the rule every claim shares.

supported      the 95 % interval lies on the claimed side of zero, the estimate is at least the smallest effect worth the
               name, the ablation takes it away and the placebo ablation does not.
contradicted   the whole 95 % interval lies below the smallest effect worth the name, in the claimed direction.
assumed        cause and outcome share an equation: reported, never counted as supported.
undecided      everything else; with the smallest effect that would have been seen.
"""

import math
from dataclasses import dataclass

from leyenda.studies.claims.claim import Text
from leyenda.studies.intervals import Estimate

SUPPORTED, CONTRADICTED, UNDECIDED, ASSUMED = "supported", "contradicted", "undecided", "assumed"
VERDICTS = (CONTRADICTED, ASSUMED, UNDECIDED, SUPPORTED)
NEAR_ZERO, SAME = 0.2, 0.5


@dataclass(frozen=True)
class Result:
    """What came out. base: 95 % interval; ablation: 90 %; placebo: 95 %; None where a claim has none."""

    base: Estimate
    ablation: Estimate | None
    placebo: Estimate | None


def passes_ablation(result: Result) -> bool:
    """Whether the ablated effect's 90 % interval lies within a fifth of the base effect from zero."""
    if result.ablation is None:
        return True
    room = NEAR_ZERO * abs(result.base.point)
    return -room <= result.ablation.low and result.ablation.high <= room


def passes_placebo(result: Result) -> bool:
    """Whether an unrelated mechanism off leaves the effect: at least half and at most half as much again of it."""
    if result.placebo is None:
        return True
    return abs(result.placebo.point - result.base.point) <= SAME * abs(result.base.point)


def verdict(text: Text, result: Result) -> tuple[str, str]:
    """The verdict and the reason for it in a few words."""
    sign = text.direction
    point, ends = sign * result.base.point, sorted((sign * result.base.low, sign * result.base.high))
    if not math.isfinite(point):
        return UNDECIDED, "no world says anything about it"
    if ends[1] < text.smallest:
        return CONTRADICTED, f"the interval lies below the smallest effect worth the name, {text.smallest:g} {text.unit}"
    if text.assumed:
        return ASSUMED, text.assumed
    if ends[0] <= 0.0 or point < text.smallest:
        return UNDECIDED, f"an effect of {smallest_seen(result.base):.3g} {text.unit} would have been seen"
    if not passes_ablation(result):
        return UNDECIDED, "the effect is there, but stays without the mechanism that should carry it"
    if not passes_placebo(result):
        return UNDECIDED, "the effect is there, but an unrelated mechanism moves it"
    return SUPPORTED, "the effect is there, and goes with its mechanism"


def smallest_seen(base: Estimate) -> float:
    """Smallest effect found with 80 % power at this precision: 2.8 standard errors."""
    return 2.8 * base.width / (2 * 1.96)
