"""What came out of a comparison: a table of estimates, sentences, a page in Markdown and a picture."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from leyenda.studies.compare.bootstrap import Values
from leyenda.studies.compare.estimates import WITHOUT, Estimate
from leyenda.studies.compare.measure import Measured
from leyenda.studies.compare.outputs import MAIN, wanted
from leyenda.studies.compare.plan import Plan
from leyenda.studies.compare.reduce import ALL

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Effect:
    """Effects of all arms of a comparison.

    plan: what was compared; worlds: the numbers of those that reached their end in every arm; failed: what stopped the
    others, by number; folder: where the yearly numbers are kept, if anywhere. `print(effect)` shows the main effects.
    """

    def __init__(self, plan: Plan, values: Mapping[int, Values], failed: Mapping[int, str], folder: Path | None) -> None:
        self.plan = plan
        self.worlds = tuple(sorted(values))
        self.failed = dict(failed)
        self.folder = folder
        self.measured = Measured(plan, np.array([values[world] for world in self.worlds]))

    @cached_property
    def estimates(self) -> tuple[Estimate, ...]:
        """Every estimate: arm by arm, window by window."""
        return tuple(self.measured.estimates())

    @cached_property
    def by_key(self) -> dict[tuple[str, int, str, str, str], Estimate]:
        """Estimates by arm, years, output, against and place."""
        return {(one.arm, one.years, one.output, one.against, one.place): one for one in self.estimates}

    def find(self, arm: str, years: int, output: str, against: str = WITHOUT, place: str = ALL) -> Estimate | None:
        """One estimate, or None if there is no such."""
        return self.by_key.get((arm, years, output, against, place))

    def get(self, arm: str, years: int, output: str, against: str = WITHOUT, place: str = ALL) -> Estimate:
        """One estimate. Raises KeyError if there is no such."""
        return self.by_key[arm, years, output, against, place]

    def worse(self, arm: str, years: int) -> list[Estimate]:
        """Outputs that an arm clearly moved the wrong way: displacement to other outcomes."""
        chosen = (one for one in self.estimates if (one.arm, one.years, one.against, one.place) == (arm, years, WITHOUT, ALL))
        return [one for one in chosen if one.worse]

    def table(self, outputs: Iterable[str] | None = None) -> pa.Table:
        """One row an estimate, its columns the fields of `Estimate`; null where there is no number.

        outputs: only these, deaths always with them. `.to_pylist()` gives a list of dicts, `.to_pandas()` a data frame.
        Raises InputError for an output there is not.
        """
        chosen = None if outputs is None else wanted(outputs)
        rows = [asdict(one) for one in self.estimates if chosen is None or one.output in chosen]
        return pa.table({field.name: column([row[field.name] for row in rows]) for field in fields(Estimate)})

    def markdown(self, outputs: Iterable[str] = MAIN) -> str:
        """A page for a report: sentences, tables of every window with both baselines, interactions, displacement."""
        from leyenda.studies.compare.markdown import page

        return page(self, wanted(outputs))

    def plot(self, path: str | PathLike[str] | None = None, outputs: Iterable[str] = MAIN) -> "Figure":
        """The picture: a panel an output, arms as rows, over the longest window; written to `path` (png, svg, pdf) if given."""
        from leyenda.studies.compare.picture import plot

        return plot(self, wanted(outputs), Path(path) if path else None)

    def save(self, folder: str | PathLike[str]) -> list[Path]:
        """Write effects.csv (the table) and effects.md (the page) into a folder. Raises OutputError."""
        from leyenda.studies.compare.save import save

        return save(self, Path(folder))

    def document(self) -> dict[str, Any]:
        """The same for machines: what was compared, sentences by arm and window, and all estimates."""
        from leyenda.studies.compare.say import sentence

        plan = self.plan
        return {
            **plan.content(),
            "windows": list(plan.windows),
            "failed": {str(world): error for world, error in self.failed.items()},
            "sentences": {arm.name: {str(years): sentence(self, arm.name, years) for years in plan.windows} for arm in plan.arms},
            "effects": self.table().to_pylist(),
        }

    def __str__(self) -> str:
        from leyenda.studies.compare.screen import as_text

        return as_text(self, MAIN)


def column(values: list[Any]) -> pa.Array:
    """A column, numbers that are none as null."""
    return pa.array(values, from_pandas=True)
