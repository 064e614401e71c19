"""The page on how steady the verdicts are: another seed, twice the worlds, parameters nobody knows drawn anew."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import leyenda
from leyenda.results.files import OutputError, reason
from leyenda.studies.claims.claim import load
from leyenda.studies.claims.experiment import Plan
from leyenda.studies.claims.robust import SPREAD, Steadiness

PAGE = "robust.md"
VERDICTS = ("supported", "contradicted", "undecided", "assumed")


def write(rows: Sequence[Steadiness], plan: Plan, worlds: int, folder: Path) -> Path:
    """Write robust.md into a folder; returns the page. Raises OutputError if it cannot. worlds: how many a draw."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PAGE).write_text("\n".join([*head(rows, plan, worlds), *map(line, rows), *tail(rows)]) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return folder / PAGE


def head(rows: Sequence[Steadiness], plan: Plan, worlds: int) -> Iterator[str]:
    """Title, how it was made, and the table's first lines."""
    draws = max(row.draws.total() for row in rows)
    command = f"leyenda claims --worlds {plan.worlds} --seed {plan.seed} --robust {draws} --robust-worlds {worlds} --report docs/claims"
    yield "# How steady the verdicts are\n"
    yield f"Made by `{command}`, leyenda {leyenda.__version__}.\n"
    yield f"Each claim again with seed {plan.seed + 1}, with {2 * plan.worlds} worlds, and with {draws} draws of every parameter,"
    yield f"uniform within {SPREAD:.0%} of its value and within its plausible range, {worlds} worlds each. So few worlds leave many a draw"
    yield "undecided: a draw counts against a verdict only where it says the opposite.\n"
    yield "| claim | verdict | another seed | twice the worlds | same verdict | opposite verdict | draws |\n|---|---|---|---|---|---|---|"


def line(row: Steadiness) -> str:
    """One claim."""
    told = ", ".join(f"{row.draws[verdict]} {verdict}" for verdict in VERDICTS if row.draws[verdict])
    cells = (f"{row.id} {load(row.id).text.name}", row.verdict, row.other_seed, row.twice, f"{row.holds:.0%}", f"{row.opposed:.0%}", told)
    return f"| {' | '.join(cells)} |"


def tail(rows: Sequence[Steadiness]) -> Iterator[str]:
    """What it comes to."""
    seed = sum(row.verdict == row.other_seed for row in rows)
    twice = sum(row.verdict == row.twice for row in rows)
    never = sum(row.opposed == 0.0 for row in rows)
    yield f"\nOf {len(rows)} verdicts {seed} are the same with another seed and {twice} with twice the worlds."
    yield f"{never} meet no opposite in any draw."
