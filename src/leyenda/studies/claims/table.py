"""The claims as one table on the terminal."""

from collections.abc import Iterable

from rich.table import Table

from leyenda.studies.claims.experiment import Finding
from leyenda.studies.claims.robust import Steadiness
from leyenda.studies.claims.words import in_order, sentences, with_interval

COLOUR = {"supported": "green", "contradicted": "red", "assumed": "yellow", "undecided": "default"}


def table(findings: Iterable[Finding]) -> Table:
    """Claim, verdict, estimate with its interval, and what its ablation leaves."""
    shown = Table("claim", "verdict", "estimate [95 %]", "without its mechanism [90 %]", box=None, header_style="bold")
    for finding in in_order(findings):
        text, result = finding.claim.text, finding.result
        verdict = f"[{COLOUR[finding.verdict]}]{finding.verdict}[/]"
        estimate = f"{with_interval(result.base)} {text.unit}"
        shown.add_row(f"{finding.claim.id} {text.name}", verdict, estimate, with_interval(result.ablation))
    return shown


def in_plain_words(findings: Iterable[Finding]) -> str:
    """What each claim's result means, and why the verdict is what it is."""
    lines = []
    for finding in in_order(findings):
        why = f"[dim]{finding.verdict.capitalize()}: {finding.because}.[/]"
        lines.append(f"[bold]{finding.claim.id}[/] {sentences(finding)} {why}")
    return "\n".join(lines)


def steady_as_table(rows: Iterable[Steadiness]) -> Table:
    """Verdicts with another seed, twice the worlds, and other parameters."""
    columns = ("claim", "verdict", "another seed", "twice the worlds", "same verdict", "opposite", "draws")
    shown = Table(*columns, box=None, header_style="bold")
    for row in rows:
        shown.add_row(row.id, row.verdict, row.other_seed, row.twice, f"{row.holds:.0%}", f"{row.opposed:.0%}", str(dict(row.draws)))
    return shown
