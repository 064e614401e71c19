"""The table as CSV and Markdown, and the same as one document."""

import csv
import math
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leyenda.results.files import OutputError, reason
from leyenda.studies.validate.facts import Fact, facts
from leyenda.studies.validate.rows import counted, frozen_row, frozen_values, grouped, long_row, of, ran, values, verdict
from leyenda.studies.validate.words import text

if TYPE_CHECKING:
    from leyenda.studies.validate.plan import Plan
    from leyenda.studies.validate.result import Validation


def save(found: "Validation", folder: Path) -> list[Path]:
    """Write table.csv and table.md, and frozen.csv if a driver was frozen. Raises OutputError."""
    tables = {"table.csv": [values(found, one) for one in found.judged]}
    if found.remains:
        tables["frozen.csv"] = [row for one in found.remains for row in frozen_values(one)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in tables.items():
            write(folder / name, rows)
        (folder / "table.md").write_text("\n".join(page(found)) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return [*(folder / name for name in tables), folder / "table.md"]


def write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows as CSV; what is no number stays empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else [], lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: "" if value is None else value for key, value in json_row(row).items()} for row in rows)


def page(found: "Validation") -> Iterator[str]:
    """The lines of table.md."""
    yield f"# {text('markdown', 'title')}\n"
    yield f"{ran(found)}\n"
    yield f"**{counted(found)}**\n"
    for use, own in grouped(found):
        yield f"## {heading(text('uses', use))}\n"
        yield from table(text.all["markdown"]["columns"], [row for fact in own for row in rows_of(found, fact)])
        yield ""
    yield f"{text('markdown', 'reads')}\n"
    if found.remains:
        yield f"## {text('markdown', 'frozen')}\n"
        yield from table([*text.all["markdown"]["frozen_columns"], *found.frozen], [frozen_row(one) for one in found.remains])
        yield f"\n{text('markdown', 'frozen_reads')}\n"
    yield text("markdown", "again", command=command(found.plan))


def rows_of(found: "Validation", fact: Fact) -> Iterator[list[str]]:
    """A fact, then its statistics."""
    blank = [""] * (len(text.all["markdown"]["columns"]) - 2)
    says = text("markdown", "why", name=fact.name, why=fact.why) if fact.why else fact.name
    row = [f"**{fact.number} {says}**", fact.use, *blank]
    row[9] = f"**{verdict(found, fact)}**"
    yield row
    for one in of(found, fact):
        yield ["", "", *long_row(found, one)]


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table, words on the left, numbers on the right."""
    yield f"| {' | '.join(columns)} |"
    yield "|---|" + "---|" * (len(columns) - 1)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def heading(words: str) -> str:
    """With a capital."""
    return words[:1].upper() + words[1:]


def command(plan: "Plan") -> str:
    """What to type to get the same table again."""
    whole = {fact.number for fact in facts() if fact.scenario in plan.scenarios}
    numbers = [fact.number for fact in plan.facts]
    names = [] if set(plan.scenarios) == {fact.scenario for fact in facts()} else [*plan.scenarios]
    words = ["leyenda", "validate", *names, "--worlds", str(plan.worlds), "--seed", str(plan.seed)]
    words += [] if set(numbers) == whole else ["--facts", *map(str, numbers)]
    words += ["--posterior", str(plan.posterior)] if plan.posterior else []
    return shlex.join([*words, *(["--freeze", *plan.freeze] if plan.freeze else [])])


def document(found: "Validation") -> dict[str, Any]:
    """Everything as JSON takes it."""
    hit, asked = found.score
    listed_facts = [
        {"number": fact.number, "name": fact.name, "record": fact.record, "use": fact.use, "verdict": verdict(found, fact), "why": fact.why}
        for fact in found.plan.facts
    ]
    return {
        "hit": hit, "calibrate": asked, "worlds": found.plan.worlds, "seed": found.plan.seed, "facts": listed_facts,
        "statistics": [json_row(values(found, one)) for one in found.judged],
        "frozen": [json_row(row) for one in found.remains for row in frozen_values(one)],
    }  # fmt: skip


def json_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The same with nothing where a number is none."""
    return {key: None if isinstance(value, float) and not math.isfinite(value) else value for key, value in row.items()}
