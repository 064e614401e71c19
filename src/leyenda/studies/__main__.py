"""Run the studies that the README quotes and write them down: python -m leyenda.studies [--quick] [--findings] FOLDER."""

import argparse
import platform
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import leyenda
from leyenda import rules
from leyenda.results.record import history as recorded
from leyenda.results.simulate import cores, simulate
from leyenda.scenario import Scenario
from leyenda.studies.history import Row, sequence_table
from leyenda.studies.interventions import tables
from leyenda.studies.lives import lives
from leyenda.studies.pairs import savings
from leyenda.studies.switches import OUTPUTS, effects

SEED = 1


def read(name: str) -> str:
    """The note above a table."""
    notes = tomllib.loads(files("leyenda.studies").joinpath("notes.toml").read_text("utf-8"))
    return f"{notes[name]['says'].strip()}\n"


def number(value: float | None) -> str:
    """A number as it is read; a dash for none."""
    if value is None or value != value:
        return "-"
    return "exact" if value == float("inf") else f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"


def history_line(row: Row, start: int) -> str:
    """One row of the sequence, years as calendar years."""
    shift = start if row.unit == "year" else 0.0
    low, middle, high = (f"{value + shift:.1f}" if shift else number(value) for value in row.interval)
    better = "-" if row.model is None or row.null is None else "model" if row.model < row.null else "null"
    seen = int((row.values == row.values).sum())
    width = number(row.interval[2] - row.interval[0])
    return (
        f"| {row.name} | {row.unit} | {seen} of {len(row.values)} | {middle} | {low} to {high} | {width} | {row.says} "
        f"| {number(row.model)} | {number(row.null)} | {better} |"
    )


def history_part(scenario: Scenario, worlds: int) -> Iterator[str]:
    """The sequence beside the record."""
    runs = simulate(scenario, worlds, SEED, progress=True)
    record = recorded(scenario)
    line = record.spans["red_line"][0]
    # Of a step that is only known by its year, the middle of what is left of that year after the red line.
    weeks = {name: (max(first, line) + last) / 2 for name, (first, last) in record.spans.items()}
    weeks["successors"] = float(record.successors or 0)
    yield f"## The sequence beside the record ({worlds} worlds of `guadalajara-1985`, seed {SEED})\n"
    yield read("history")
    yield "| step | unit | worlds | median | 90 % interval | width | record | score | null's score | better |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for row in sequence_table(runs, weeks, record.says):
        yield history_line(row, scenario.start)


def lives_part(scenario: Scenario, worlds: int) -> Iterator[str]:
    """Without red line, task force and the patron's arrest."""
    life = lives(scenario, worlds, SEED, cores())
    yield f"\n## It lives ({worlds} worlds; red line, task force and the patron's arrest vetoed)\n"
    yield f"- exports of the last year over a quarter of the first: {100 * life.trades:.1f} % of worlds"
    yield f"- concentration never above 0.9 in the last five years: {100 * life.stays_divided:.1f} %"
    yield f"- both: {100 * life.both:.1f} % (goal: at least 95 %)"
    yield f"- the founding organisation holds half of the exports at week 260: {100 * life.holds_half:.1f} % (goal: at least 50 %)"


def switches_part(scenario: Scenario, worlds: int) -> Iterator[str]:
    """Every switch off, one at a time."""
    yield f"\n## Each switch off: outputs of the last five years over those with everything on ({worlds} worlds each)\n"
    yield read("switches")
    yield "| switch | " + " | ".join(name.replace("_", " ") for name in OUTPUTS) + " |"
    yield "|---" * (len(OUTPUTS) + 1) + "|"
    for name, moved in effects(scenario, rules.switches(), worlds, SEED, cores()):
        yield f"| {name} | " + " | ".join(f"{moved[output]:.2f}" for output in OUTPUTS) + " |"


def pairs_part(scenario: Scenario, worlds: int) -> Iterator[str]:
    """How many times fewer worlds a paired difference needs."""
    yield f"\n## Common random numbers: unpaired over paired variance by year after the act ({worlds} worlds)\n"
    yield "| act | outcome | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n" + "|---" * 10 + "|"
    for act, outcome, ratio in savings(scenario, worlds, SEED, cores()):
        yield f"| {act} | {outcome} | " + " | ".join(number(float(value)) for value in ratio[:8]) + " |"


def findings_part(scenario: Scenario, worlds: int) -> Iterator[str]:
    """What removing people changes and what else does."""
    yield "\nEffects in % of the baseline with 95 % intervals over worlds; bold: clear and at least 1 %. Everything begins in week 260."
    yield from tables(scenario, worlds, cores())


PAGES = {
    "studies": (
        "Studies", "python -m leyenda.studies docs", ((history_part, 200), (lives_part, 200), (pairs_part, 200), (switches_part, 60)),
    ),
    "findings-tables": ("Tables of the findings", "python -m leyenda.studies docs --findings", ((findings_part, 200),)),
}


def main() -> None:
    """Write a page of studies into FOLDER, section by section as they finish."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="a tenth of the worlds")
    parser.add_argument("--findings", action="store_true", help="the tables of the findings instead of the studies of the model")
    given = parser.parse_args()
    name = "findings-tables" if given.findings else "studies"
    title, command, parts = PAGES[name]
    scenario = leyenda.load("guadalajara-1985")
    given.folder.mkdir(parents=True, exist_ok=True)
    with (given.folder / f"{name}.md").open("w", encoding="utf-8") as file:
        print(f"# {title}\n\nMade by `{command}`.\n", file=file)
        print(f"leyenda {leyenda.__version__}, {date.today()}, Python {platform.python_version()}.\n", file=file)
        for part, worlds in parts:
            for line in part(scenario, max(4, worlds // (10 if given.quick else 1))):
                print(line, file=file, flush=True)
                print(line, flush=True)


if __name__ == "__main__":
    main()
