"""The last screen of a run: what was run, what came of it in how many worlds, what to look at and try next."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from leyenda.results.dates import YEAR
from leyenda.results.findings import CLAIMS, Findings, around
from leyenda.results.wording import amount, label, listed, read, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
BARS = "▁▂▃▄▅▆▇█"
WIDTH = 100
HEADLINES = {
    "exports": YEAR,
    "deaths": YEAR,
    "organisations_major": 1,
    "concentration": 1,
    "corruption": 100,
    "arrests": YEAR,
}
SHOWN = ("exports", "deaths", "organisations_major", "corruption", "arrests")
NONE = "\N{EN DASH}"


def yearly(runs: "Runs", name: str) -> Array:
    """Means over worlds and weeks of each whole year (of the weeks there are, if they make none)."""
    values = runs.series[name].values
    years = max(1, values.shape[1] // YEAR)
    means: Array = np.array([part.mean() for part in np.array_split(values[:, : years * YEAR], years, axis=1)])
    return means


def sparkline(values: Array) -> str:
    """Values as a row of small bars from zero to the largest."""
    top = float(values.max())
    steps = np.zeros(len(values), int) if top <= 0.0 else np.rint(values / top * (len(BARS) - 1)).astype(int)
    return "".join(BARS[step] for step in np.clip(steps, 0, len(BARS) - 1))


def headlines(runs: "Runs") -> dict[str, tuple[str, Array]]:
    """By series: what it says, and its yearly means in that unit."""
    return {name: (label("screen", name), yearly(runs, name) * factor) for name, factor in HEADLINES.items()}


def what_was_run(runs: "Runs") -> str:
    """One sentence on the run."""
    scenario = runs.scenario
    off = text("screen", "off", switches=listed(scenario.off)) if scenario.off else ""
    worlds, weeks = things(len(runs.worlds), "world"), things(runs.weeks, "week")
    return text("screen", "what", worlds=worlds, weeks=weeks, start=scenario.start, seed=runs.seed, off=off)


def numbers(found: Findings) -> Table:
    """The headline numbers in the first year, the last and those between; and around the patron's fall."""
    columns = read("en")["screen"]["columns"]
    fell = ~np.isnan(found.them.fall)
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for n, column in enumerate(columns[: None if fell.any() else 4]):
        table.add_column(column, justify="left" if n in (0, 3) else "right")
    shown = headlines(found.runs)
    for name in SHOWN:
        says, values = shown[name]
        before, after = around(found.runs, name, found.them.fall, YEAR, YEAR)
        sides = [mean(before * HEADLINES[name]), mean(after * HEADLINES[name])] if fell.any() else []
        table.add_row(says, amount(round_off(values[0])), amount(round_off(values[-1])), sparkline(values), *sides)
    return table


def round_off(value: float) -> float:
    """Three digits."""
    return float(f"{value:.3g}")


def mean(values: Array) -> str:
    """The mean of what is known, or a dash."""
    known = values[~np.isnan(values)]
    return amount(round_off(float(known.mean()))) if len(known) else NONE


def sequence_table(found: Findings) -> Table:
    """The steps before and after the fall: in how many worlds, when, and what the record says."""
    names = read("en")["screen"]["steps"]
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for n, name in enumerate(names[: None if found.record.says else -1]):
        table.add_column(name, justify="left" if n == 0 else "right")
    for name, values in rows(found).items():
        known = values[~np.isnan(values)]
        record = [found.record.says.get(name, NONE)] if found.record.says else []
        middle = [said(name, float(np.median(known))), spread(name, known)] if len(known) else [NONE, NONE]
        table.add_row(label("short_steps", name), str(len(known)), *middle, *record)
    return table


def rows(found: Findings) -> dict[str, Array]:
    """The sequence in the units of the table: calendar years, months after the red line, counts, weeks, shares."""
    start, steps = found.runs.scenario.start, found.steps
    return {
        "red_line": start + steps["red_line"] / YEAR,
        "task_force": start + steps["task_force"] / YEAR,
        "associate_arrested": (steps["associate_arrested"] - steps["red_line"]) / YEAR * 12,
        "protection_dropped": start + steps["protection_dropped"] / YEAR,
        "fall": start + steps["fall"] / YEAR,
        "successors": found.successors,
        "held_again": found.again,
        "control_kept": 100 * found.kept,
    }


def said(name: str, value: float) -> str:
    """One value of the table with its unit."""
    if name == "successors":
        return amount(value)
    if name == "associate_arrested":
        return things(round(value), "month")
    if name == "held_again":
        return things(round(value), "week")
    return f"{value:.0f} %" if name == "control_kept" else str(int(value))


def spread(name: str, values: Array) -> str:
    """Where the middle 90 % of worlds lie, without the unit."""
    if len(values) == 1:
        return NONE
    ends = [said(name, float(value)).split(" ")[0] for value in np.quantile(values, (0.05, 0.95), method="nearest")]
    return ends[0] if ends[0] == ends[1] else NONE.join(ends)


def next_commands(runs: "Runs") -> list[str]:
    """Three commands worth trying now."""
    return [
        f"leyenda chronicle {runs.folder} --world {runs.worlds[0]}",
        f"leyenda why {runs.folder} arrest --world {runs.worlds[0]}",
        f"leyenda check {runs.folder}",
    ]


def ways_on(runs: "Runs", pictures: Path | None) -> Table:
    """Where everything is, and what to try next."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(label("screen", "results"), str(runs.folder))
    if pictures:
        table.add_row(label("screen", "pictures"), str(pictures))
    for n, command in enumerate(next_commands(runs)):
        table.add_row("" if n else label("screen", "next"), command)
    return table


def sentences(found: Findings) -> list[Text]:
    """The findings, the word before each colon in bold."""
    says = []
    for sentence in found.sentences():
        lead, colon, rest = sentence.partition(": ")
        says.append(Text.assemble((lead, "bold"), colon, rest) if len(lead) < 25 and colon else Text(sentence))
    return says


def screen(runs: "Runs", pictures: Path | None) -> None:
    """Print it."""
    found = Findings(runs)
    fate, *claims = sentences(found)
    after, claims = claims[:1], claims[1:]
    parts: list[Text | Table | str] = [
        Text(what_was_run(runs)),
        fate,
        *after,
        numbers(found),
        *([""] if claims else []),
        *claims,
    ]
    if found.seated:
        parts += ["", sequence_table(found)]
    console = Console(width=min(WIDTH, Console().width))
    console.print(Panel(Group(*parts, "", ways_on(runs, pictures)), title=runs.scenario.title, title_align="left"))


def document(runs: "Runs", pictures: Path | None) -> dict[str, Any]:
    """The same for machines: what was run, where it is, the headline numbers by year, the findings and the sequence."""
    found = Findings(runs)
    return {
        "folder": str(runs.folder),
        "pictures": str(pictures) if pictures else None,
        **runs.content,
        "failed": {str(world): error for world, error in runs.failed.items()},
        "headlines": {
            name: [round(float(value), 6) for value in values] for name, (_, values) in headlines(runs).items()
        },
        "findings": dict(zip(("fate", "heirs", *CLAIMS), found.sentences(), strict=False)),
        "sequence": {
            name: [None if np.isnan(value) else round(float(value), 4) for value in values]
            for name, values in rows(found).items()
        },
    }
