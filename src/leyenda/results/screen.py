"""The last screen of a run: what was run, what changed, where the pictures are, what to try next."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table

from leyenda.results.dates import YEAR

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

BARS = "▁▂▃▄▅▆▇█"
HEADLINES = {
    "exports": ("product delivered, t a year", YEAR),
    "deaths": ("killed in the conflict, a year", YEAR),
    "organisations_major": ("organisations that matter", 1),
    "concentration": ("concentration of control", 1),
    "corruption": ("posts and banks bought, %", 100),
    "arrests": ("arrests a year", YEAR),
}


def yearly(runs: "Runs", name: str) -> np.ndarray:
    """Means over worlds and weeks of each whole year (of the weeks there are, if they make none)."""
    values = runs.series[name].values
    years = max(1, values.shape[1] // YEAR)
    means: np.ndarray = np.array([part.mean() for part in np.array_split(values[:, : years * YEAR], years, axis=1)])
    return means


def sparkline(values: np.ndarray) -> str:
    """Values as a row of small bars from zero to the largest."""
    top = float(values.max())
    steps = np.zeros(len(values), int) if top <= 0.0 else np.rint(values / top * (len(BARS) - 1)).astype(int)
    return "".join(BARS[step] for step in np.clip(steps, 0, len(BARS) - 1))


def amount(value: float) -> str:
    """A number in as many digits as anybody reads."""
    return f"{value:,.0f}" if value >= 20 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def headlines(runs: "Runs") -> dict[str, tuple[str, np.ndarray]]:
    """By series: what it says, and its yearly means in that unit."""
    return {name: (says, yearly(runs, name) * factor) for name, (says, factor) in HEADLINES.items()}


def what_was_run(runs: "Runs") -> str:
    """One sentence on the run."""
    scenario = runs.scenario
    off = f", without {', '.join(scenario.off)}" if scenario.off else ""
    return f"{len(runs.worlds)} worlds, {runs.weeks} weeks from January {scenario.start}, seed {runs.seed}{off}."


def numbers(runs: "Runs") -> Table:
    """The headline numbers in the first year and the last, and the years between as bars."""
    table = Table("mean over worlds", "first year", "last year", "year by year", box=None, header_style="bold")
    for says, values in headlines(runs).values():
        table.add_row(says, amount(values[0]), amount(values[-1]), sparkline(values))
    return table


def next_commands(runs: "Runs", pictures: Path | None) -> list[str]:
    """Three commands worth trying now."""
    return [
        f"leyenda chronicle {runs.folder} --world {runs.worlds[0]}",
        f"leyenda why {runs.folder} arrest --world {runs.worlds[0]}",
        f"leyenda check {runs.folder}",
    ]


def screen(runs: "Runs", pictures: Path | None) -> None:
    """Print it."""
    lines = [f"Results    {runs.folder}"]
    if pictures:
        lines.append(f"Pictures   {pictures}")
    lines += [
        "Next       " + next_commands(runs, pictures)[0],
        *(f"           {line}" for line in next_commands(runs, pictures)[1:]),
    ]
    Console().print(
        Panel(Group(what_was_run(runs), "", numbers(runs), "", *lines), title=runs.scenario.title, title_align="left")
    )


def document(runs: "Runs", pictures: Path | None) -> dict[str, Any]:
    """The same for machines: what was run, where it is, and the headline numbers by year."""
    return {
        "folder": str(runs.folder),
        "pictures": str(pictures) if pictures else None,
        **runs.content,
        "failed": {str(world): error for world, error in runs.failed.items()},
        "headlines": {
            name: [round(float(value), 6) for value in values] for name, (_, values) in headlines(runs).items()
        },
    }
