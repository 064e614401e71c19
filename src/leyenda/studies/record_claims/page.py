"""The page of the claims about the record: each with its sentence, verdict, picture, rule of decision, and what it is made of."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import leyenda
from leyenda.results.files import OutputError, reason
from leyenda.studies.claims.words import number, sentences, with_interval
from leyenda.studies.record_claims.finding import RecordFinding, as_finding
from leyenda.studies.record_claims.pictures import draw

PAGE = "record.md"
MOST = 10  # parameters of the role in the table: those the record says most of
TABLES = {
    "C23": "Every statistic that persistence says something of. Both scores are CRPS in its unit, lower is better",
    "C24": f"The {MOST} parameters of the role the record says most of, with the 90 % interval it leaves, then the {MOST} fitted ones",
}


def write(findings: Sequence[RecordFinding], command: str, folder: Path) -> Path:
    """Write record.md and a picture a claim into a folder; returns the page. command: what made it. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lines = [*head(command), *(line for finding in findings for line in section(finding, command, folder))]
        (folder / PAGE).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return folder / PAGE


def head(command: str) -> Iterator[str]:
    """Title, and how it was made."""
    yield "# The claims about the record\n"
    yield f"Made by `{command}`, leyenda {leyenda.__version__}. The claims about what an act changes: [README.md](README.md).\n"
    yield "They have no arms and no ablation: what counts is how near the model comes to the record, and what the record leaves open of it."


def section(finding: RecordFinding, command: str, folder: Path) -> Iterator[str]:
    """One claim."""
    claim, text = finding.claim, finding.claim.text
    picture = draw(finding, command, folder)
    yield f"\n## {claim.id} {text.name}\n"
    yield f"> {text.statement} (after the {text.article} article)\n"
    estimate, meaning = f"{with_interval(finding.result.base)} {text.unit}", sentences(as_finding(finding))
    yield f"**{finding.verdict.capitalize()}**: {estimate}; {finding.because}. {meaning}\n"
    yield f"![{claim.id}: {text.name}]({picture.name})\n"
    yield f"- **Experiment**: {text.estimand} (`{text.scenario}`)."
    yield f"- **Rule of decision, fixed before the run**: {text.decision}."
    yield f"- **Would contradict it**: {text.contradicted_by}. No region of parameters was searched for where it does.\n"
    yield f"{TABLES[claim.id]}.\n"
    yield from table(chosen(finding))


def chosen(finding: RecordFinding) -> list[Mapping[str, Any]]:
    """The parts that are listed: all, or of each kind of parameter the first."""
    if finding.claim.id == "C23":
        return list(finding.parts)
    return [part for of in ("role", "fitted") for part in [part for part in finding.parts if part["of"] == of][:MOST]]


def table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Rows as a table."""
    yield f"| {' | '.join(rows[0])} |\n|{'---|' * len(rows[0])}"
    for row in rows:
        yield f"| {' | '.join(map(cell, row.values()))} |"


def cell(value: Any) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number(value) if math.isfinite(value) else "-"
    return str(value)
