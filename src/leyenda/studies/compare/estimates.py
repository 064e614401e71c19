"""What an arm changes, in numbers: differences within pairs, against both baselines, with all that has to be said beside a mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from leyenda.studies.compare.bootstrap import Values, interval
from leyenda.studies.compare.outputs import OUTPUTS

WITHOUT, YEAR_BEFORE, PARTS = "without", "year before", "its parts"
FEWEST = 6  # worlds that must differ: if all of fewer went one way, that would still happen by chance in 1 of 16 cases
NOTABLE = 1.0  # %


@dataclass(frozen=True)
class Estimate:
    """One effect on one output.

    arm; years: over how many from the start; output, unit: per year for flows, a mean over the years for states;
    place: "all", or for policies of some plazas "targets", "neighbours" (next door to a target), "elsewhere";
    against: "without" (the same worlds and years without it), "year before" (the same worlds in the year before the start),
    or, for a bundle, "its parts" (what it does beyond the sum of what its parts do alone);
    reference: mean of what it is compared with (of the worlds without it, for "its parts").
    effect, low, high: mean difference within pairs and its 95 % interval over worlds, in the unit.
    median, lower_quartile, upper_quartile: of the differences. opposite: share of worlds whose difference has the other sign
    than the mean; differ: how many worlds differ at all. percent, percent_low, percent_high: the effect in % of the reference.
    cost: M$ over these years (0 for acts); per_100: effect per 100 M$ (for states: per 100 M$ a year).
    Not-a-number where there is nothing to divide by, or one world and so no interval.
    """

    arm: str
    years: int
    output: str
    unit: str
    place: str
    against: str
    reference: float
    effect: float
    low: float
    high: float
    median: float
    lower_quartile: float
    upper_quartile: float
    opposite: float
    differ: int
    percent: float
    percent_low: float
    percent_high: float
    cost: float
    per_100: float

    @property
    def sign(self) -> int:
        """1 or -1 for a clear change: both intervals lie on one side of none, and enough worlds differ. Otherwise 0."""
        if self.differ < FEWEST or self.percent_low <= 0.0 <= self.percent_high:
            return 0
        return int(self.low > 0.0) - int(self.high < 0.0)

    @property
    def notable(self) -> bool:
        """Whether it is clear and worth naming: pairs can show changes too small to matter."""
        return self.sign != 0 and not abs(self.percent) < NOTABLE

    @property
    def worse(self) -> bool:
        """Whether it notably went the wrong way, for outputs that have one."""
        return self.notable and self.sign > 0 and OUTPUTS[self.output].good == "less"


@dataclass(frozen=True)
class Question:
    """What a block of estimates is about; labels: (output, place) of each column."""

    arm: str
    years: int
    against: str
    labels: Sequence[tuple[str, str]]
    cost: float


def estimates(about: Question, difference: Values, reference: Values) -> Iterator[Estimate]:
    """An estimate for each column of (world, column) differences and of what they are differences from."""
    mean, low, high = interval(difference, np.ones_like(difference))
    share, share_low, share_high = interval(difference, reference)
    quarters = np.quantile(difference, (0.25, 0.5, 0.75), axis=0)
    opposite = (np.sign(difference) == -np.sign(mean)).mean(axis=0) * (mean != 0.0)
    per_100 = mean * 100.0 * about.years / about.cost if about.cost > 0.0 else np.full_like(mean, np.nan)
    numbers = {
        "reference": reference.mean(axis=0), "effect": mean, "low": low, "high": high,
        "median": quarters[1], "lower_quartile": quarters[0], "upper_quartile": quarters[2], "opposite": opposite,
        "percent": 100 * share, "percent_low": 100 * share_low, "percent_high": 100 * share_high, "per_100": per_100,
    }  # fmt: skip
    differ = (difference != 0.0).sum(axis=0)
    for k, (output, place) in enumerate(about.labels):
        what: dict[str, Any] = {"output": output, "unit": OUTPUTS[output].unit, "place": place, "differ": int(differ[k])}
        what |= {name: float(column[k]) for name, column in numbers.items()}
        yield Estimate(arm=about.arm, years=about.years, against=about.against, cost=about.cost, **what)
