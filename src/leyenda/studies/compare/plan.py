"""What is compared with what: everything on which a number of a comparison depends."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import leyenda
from leyenda.results import manifest
from leyenda.results.dates import YEAR
from leyenda.results.simulate import MOST, check
from leyenda.scenario import InputError, Scenario
from leyenda.studies.compare.arms import BASELINE, Choice, Item, choices

WINDOWS = (2, 5)


@dataclass(frozen=True)
class Plan:
    """A comparison. start: first week in which any arm may differ; years are counted from it. windows: in years."""

    scenario: Scenario
    arms: tuple[Choice, ...]
    worlds: tuple[int, ...]
    seed: int
    start: int
    windows: tuple[int, ...]

    @property
    def order(self) -> tuple[str, ...]:
        """The arms as they are run and kept: the baseline, then the others by name, in whatever order they were given."""
        return (BASELINE, *sorted(arm.name for arm in self.arms))

    def content(self) -> dict[str, Any]:
        """What the reduced results depend on; two comparisons with the same content are the same."""
        arms = {arm.name: {"scenario": arm.scenario.hash, "acts": [repr(act) for act in arm.acts]} for arm in self.arms}
        return {
            "title": self.scenario.title,
            "scenario": self.scenario.hash,
            "version": leyenda.__version__,
            "model": manifest.model_hash(),
            "seed": self.seed,
            "weeks": self.scenario.weeks,
            "start": self.start,
            "worlds": manifest.spans(self.worlds),
            "arms": dict(sorted(arms.items())),
        }

    @property
    def hash(self) -> str:
        """SHA-256 of the content."""
        return hashlib.sha256(json.dumps(self.content(), sort_keys=True).encode()).hexdigest()


def third(weeks: int) -> int:
    """Where policies begin unless somebody says otherwise: a third of the way, at the beginning of a year."""
    return weeks // 3 // YEAR * YEAR


def planned(
    scenario: Scenario,
    arms: Mapping[str, Sequence[Item]],
    worlds: int | Sequence[int],
    seed: int,
    start: int | None,
    years: int | Sequence[int] | None,
    weeks: int | None,
) -> Plan:
    """A comparison from what was asked for, checked. Raises InputError."""
    base = scenario if weeks is None else scenario.with_({"weeks": weeks})
    wanted = tuple(range(worlds)) if isinstance(worlds, int) else tuple(sorted(set(worlds)))
    check("worlds", worlds, bool(wanted) and 0 <= wanted[0] <= wanted[-1] < MOST, f"1 to {MOST}, or a list of numbers from 0 to {MOST - 1}")
    check("seed", seed, 0 <= seed < 2**63, "a whole number from 0 to 2^63 - 1")
    chosen = choices(base, arms, third(base.weeks) if start is None else start)
    begins = min(arm.begins for arm in chosen)
    return Plan(base, chosen, wanted, seed, begins, windows(years, (base.weeks - begins) // YEAR, begins))


def windows(years: int | Sequence[int] | None, most: int, begins: int) -> tuple[int, ...]:
    """Over how many years from the start effects are taken: as asked, or two and five as far as there are so many."""
    if most < 1:
        raise InputError(key="arms", found=f"begin in week {begins}, less than a year before the end", expected="a whole year to measure")
    if years is None:
        return tuple(window for window in WINDOWS if window <= most) or (most,)
    asked = (years,) if isinstance(years, int) else tuple(years)
    well = bool(asked) and all(isinstance(window, int) and 1 <= window <= most for window in asked)
    check("years", years, well, f"whole years from 1 to {most}, which is how many follow week {begins}")
    return tuple(sorted(set(asked)))
