"""History, emergent: the sequence of the patron's end beside the record, with intervals, widths and a constant-hazard null.

What did not happen within a run counts as happening at its end, for the model and for the null alike.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from leyenda.results import sequence
from leyenda.studies.scores import Values, at_least, brier, constant_hazard, crps

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

YEAR = 52.0
MONTH = YEAR / 12.0


@dataclass(frozen=True)
class Row:
    """One step of the sequence: the model's values in `unit`, the record, and the scores of model and null."""

    name: str
    unit: str
    values: Values
    recorded: float | None
    says: str
    model: float | None = None
    null: float | None = None

    @property
    def interval(self) -> tuple[float, float, float]:
        """5 %, 50 % and 95 % quantiles over the worlds in which it happened."""
        seen = self.values[~np.isnan(self.values)]
        low, middle, high = np.quantile(seen, (0.05, 0.5, 0.95)) if len(seen) else (np.nan,) * 3
        return float(low), float(middle), float(high)


def nulls() -> dict[str, Any]:
    """Rates of the constant-hazard nulls, with their sources."""
    return tomllib.loads(files("leyenda.studies").joinpath("nulls.toml").read_text("utf-8"))


def dated(name: str, unit: str, values: Values, recorded: float, says: str, horizon: Values, rate: float) -> Row:
    """A row with a date in the record: CRPS of the model and of its null, both cut at what is left of the run."""
    left = float(np.median(horizon))
    factor = {"year": 1.0, "months": 12.0, "years": 1.0}[unit]
    model = crps(np.where(np.isnan(values), horizon * factor, values), recorded)
    null = crps(constant_hazard(rate, left) * factor, recorded)
    return Row(name, unit, values, recorded, says, model, null)


def sequence_table(runs: "Runs", record: dict[str, float], says: dict[str, str]) -> list[Row]:
    """The rows of the sequence; `record` holds weeks from the start, by step, and the least number of successors."""
    them = sequence.patrons(runs)
    weeks = sequence.steps(runs, them)
    line, end, rates = weeks["red_line"], runs.weeks / YEAR, nulls()
    whole = np.full(len(line), end)
    after = {name: weeks[name] - line for name in ("task_force", "associate_arrested", "protection_dropped", "fall")}
    struck = ~np.isnan(line)
    left = ((runs.weeks - line) / YEAR)[struck]
    rows = [dated("red line", "year", line / YEAR, record["red_line"] / YEAR, says["red_line"], whole, rates["red_line"]["rate"])]
    for name, label, unit, per in (
        ("task_force", "task force after the red line", "months", MONTH),
        ("associate_arrested", "first associate arrested", "months", MONTH),
        ("fall", "patron's fall after the red line", "years", YEAR),
    ):
        recorded = (record[name] - record["red_line"]) / per
        rows.append(dated(label, unit, (after[name] / per)[struck], recorded, says[name], left, rates[name]["rate"]))
    rows.insert(3, Row("national protection dropped", "months", (after["protection_dropped"] / MONTH)[struck], None, "-"))
    return [*rows, *after_the_fall(runs, them, record, says, rates["successors"]["rate"])]


def after_the_fall(runs: "Runs", them: sequence.Patrons, record: dict[str, float], says: dict[str, str], rate: float) -> list[Row]:
    """Successors, the seat and control from prison."""
    number = sequence.successors(runs, them)
    least = int(record["successors"])
    seen = number[~np.isnan(number)]
    chance = float(np.mean(seen >= least)) if len(seen) else 0.0
    null = brier(at_least(2.0 * rate, least - 1), True)
    return [
        Row("successors after 2 years", "organisations", number, record["successors"], says["successors"], brier(chance, True), null),
        Row("weeks until the seat is held again", "weeks", sequence.held_again(runs, them), None, "-"),
        Row("control kept from prison after 1 year", "share", sequence.control_kept(runs, them), None, "-"),
    ]
