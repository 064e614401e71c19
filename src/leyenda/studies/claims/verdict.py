"""From estimates to a verdict, by the rule every claim shares.

supported      the 95 % interval lies on the claimed side of zero, the estimate is at least the smallest effect worth the
               name, the ablation takes it away and the placebo ablation does not.
contradicted   the whole 95 % interval lies below the smallest effect worth the name, in the claimed direction.
assumed        cause and outcome share an equation: reported, never counted as supported.
undecided      everything else, and whatever fewer than 20 worlds say; with the smallest effect that would have been seen.

Where equivalence is claimed the estimate is the size of an effect and the smallest one worth the name its bound (Schuirmann 1987):
supported if the whole interval lies below the bound. The largest of several sizes is estimated too large, and too large again
in every resample, so contradicted asks for more than that the interval lies above: the estimate less all that lies between it
and the upper end (the basic bootstrap's lower end, Davison & Hinkley 1997) has to. The ablation has to go beyond the bound,
and the placebo ablation must not.
"""

from dataclasses import dataclass

from leyenda.studies.claims.claim import Text
from leyenda.studies.intervals import Estimate

SUPPORTED, CONTRADICTED, UNDECIDED, ASSUMED = "supported", "contradicted", "undecided", "assumed"
VERDICTS = (CONTRADICTED, ASSUMED, UNDECIDED, SUPPORTED)
NEAR_ZERO, SAME = 0.2, 0.5
FEWEST = 20  # worlds: with fewer an interval from resampling them is far too narrow


@dataclass(frozen=True)
class Result:
    """What came out. base: 95 % interval; ablation: 90 %; placebo: 95 %; None where a claim has none.

    bound: of an equivalence test; None where an effect is claimed.
    """

    base: Estimate
    ablation: Estimate | None
    placebo: Estimate | None
    bound: float | None = None


def passes_ablation(result: Result) -> bool:
    """Whether the ablated effect's 90 % interval lies within a fifth of the base effect from zero; for equivalence, beyond the bound."""
    if result.ablation is None:
        return True
    if result.bound is not None:
        return result.ablation.low > result.bound
    room = NEAR_ZERO * abs(result.base.point)
    return -room <= result.ablation.low and result.ablation.high <= room


def passes_placebo(result: Result) -> bool:
    """Whether an unrelated mechanism off leaves the effect: at least half and at most half as much again of it; or none, as before."""
    if result.placebo is None:
        return True
    if result.bound is not None:
        return result.placebo.high < result.bound
    return abs(result.placebo.point - result.base.point) <= SAME * abs(result.base.point)


def verdict(text: Text, result: Result) -> tuple[str, str]:
    """The verdict and the reason for it in a few words."""
    if result.base.worlds < FEWEST:
        return UNDECIDED, f"{result.base.worlds} worlds say something about it; at least {FEWEST} are needed"
    if text.equivalence:
        return equivalence(text, result)
    sign = text.direction
    point, ends = sign * result.base.point, sorted((sign * result.base.low, sign * result.base.high))
    if ends[1] < text.smallest:
        return CONTRADICTED, f"the interval lies below the smallest effect worth the name, {text.smallest:g} {text.unit}"
    if text.assumed:
        return ASSUMED, text.assumed
    if ends[0] > 0.0 and point < text.smallest:
        return UNDECIDED, f"there is an effect, but not surely of the size worth the name, {text.smallest:g} {text.unit}"
    if ends[0] <= 0.0:
        return UNDECIDED, f"an effect of {smallest_seen(result.base):.3g} {text.unit} would have been seen"
    if not passes_ablation(result):
        return UNDECIDED, "the effect is there, but stays without the mechanism that should carry it"
    if not passes_placebo(result):
        return UNDECIDED, "the effect is there, but an unrelated mechanism moves it"
    carried = "the effect is there, and goes with its mechanism" if result.ablation else "the effect is there"
    return SUPPORTED, carried


def equivalence(text: Text, result: Result) -> tuple[str, str]:
    """The verdict where it is claimed that nothing changes."""
    point, high = result.base.point, result.base.high
    if 2.0 * point - high > text.smallest:
        return CONTRADICTED, f"the interval lies beyond what would pass for no change, {text.smallest:g} {text.unit}"
    if high >= text.smallest:
        return UNDECIDED, f"the interval reaches to {high:.3g} {text.unit}, beyond what would pass for no change"
    if not passes_ablation(result):
        return UNDECIDED, "nothing changes, but nor would it without the mechanism that should keep it so"
    if not passes_placebo(result):
        return UNDECIDED, "nothing changes, but an unrelated mechanism decides it"
    return SUPPORTED, "nothing changes, and without its mechanism something would"


def smallest_seen(base: Estimate) -> float:
    """Smallest effect found with 80 % power at this precision: 2.8 standard errors."""
    return 2.8 * base.width / (2 * 1.96)
