"""What came out of a study: an index of every parameter with its interval, beside what chance alone would show."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from leyenda.studies.compare.effect import column
from leyenda.studies.sensitivity.indices import Index
from leyenda.studies.sensitivity.plan import Plan

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ABOVE, NEAR, BELOW, NOTHING = ("above", "near", "below", "nothing")


@dataclass(frozen=True)
class Sensitivity:
    """Which parameters matter for an output. `print(found)` shows the first of them.

    plan: what was asked; indices: by name, the leading one first (morris: mu_star, sigma, mu, in the output's unit for a whole range;
    sobol: total, first, shares of the variance), arrays in the order of plan.factors; mean and sd: of the output over the points;
    spread: sd between worlds of the same parameters; floor: what the leading index would be by chance alone; blocks: trajectories or
    samples that count; silent: how many of the answers of single worlds are missing.
    """

    plan: Plan
    indices: Mapping[str, Index]
    mean: float
    sd: float
    spread: float
    floor: float
    blocks: int
    silent: int

    @property
    def leading(self) -> Index:
        """The index parameters are ranked by: mu_star, or total."""
        return next(iter(self.indices.values()))

    @property
    def order(self) -> list[int]:
        """Places of the parameters, the one that matters most first."""
        return [int(place) for place in np.argsort(-self.leading.point, kind="stable")]

    def standing(self, place: int) -> str:
        """Where a parameter stands: "above" the floor with its whole interval, "near" it, "below" it, or it moved "nothing"."""
        point, low, high = (float(values[place]) for values in (self.leading.point, self.leading.low, self.leading.high))
        if point == high == 0.0:
            return NOTHING
        return BELOW if point <= self.floor else ABOVE if low > self.floor else NEAR

    def table(self) -> pa.Table:
        """One row a parameter, the one that matters most first: its range, every index with its interval, floor and standing."""
        rows = [self.row(place) for place in self.order]
        return pa.table({name: column([row[name] for row in rows]) for name in rows[0]})

    def row(self, place: int) -> dict[str, Any]:
        """One parameter."""
        factor, ends = self.plan.factors[place], ("point", "low", "high")
        named = {f"{name}{'' if end == 'point' else f'_{end}'}": (index, end) for name, index in self.indices.items() for end in ends}
        about = {key: getattr(factor.about, key) for key in ("low", "high", "unit", "meaning")}
        found = {name: float(getattr(index, end)[place]) for name, (index, end) in named.items()}
        stands = {"floor": self.floor, "standing": self.standing(place)}
        return {"parameter": factor.key, "value": factor.value, **about, "scale": factor.scale, **found, **stands}

    def document(self) -> dict[str, Any]:
        """The same for machines."""
        over = {name: getattr(self, name) for name in ("mean", "sd", "spread", "floor", "blocks", "silent")}
        return {**self.plan.content(), **over, "table": self.table().to_pylist()}

    def plot(self, path: str | PathLike[str] | None = None) -> "Figure":
        """The picture, written to `path` (png, svg, pdf) if given. Raises OutputError."""
        from leyenda.studies.sensitivity.picture import plot

        return plot(self, Path(path) if path else None)

    def save(self, folder: str | PathLike[str]) -> list[Path]:
        """Write table.csv, sensitivity.svg, sensitivity.png and sensitivity.toml (what was asked). Raises OutputError."""
        from leyenda.studies.sensitivity.save import save

        return save(self, Path(folder))

    def __str__(self) -> str:
        from leyenda.studies.sensitivity.screen import as_text

        return as_text(self)
