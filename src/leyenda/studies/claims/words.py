"""Claims in words: the two plain sentences for a verdict, numbers with their interval, and the table of all."""

from collections.abc import Iterable

from leyenda.studies.claims.experiment import Finding
from leyenda.studies.claims.verdict import ASSUMED, CONTRADICTED, SUPPORTED, VERDICTS
from leyenda.studies.intervals import Estimate


def number(value: float) -> str:
    """A number in three digits."""
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def with_interval(found: Estimate | None) -> str:
    """An estimate and its interval."""
    return "-" if found is None else f"{number(found.point)} [{number(found.low)}, {number(found.high)}]"


def sentences(finding: Finding) -> str:
    """What came out, in plain words; a text may use estimate, low, high, size and the means of all else that was measured."""
    text = finding.claim.text
    says = {SUPPORTED: text.supported_says, ASSUMED: text.supported_says, CONTRADICTED: text.contradicted_says}
    base = finding.result.base
    numbers = {"estimate": base.point, "low": base.low, "high": base.high, "size": abs(base.point), **finding.also}
    return says.get(finding.verdict, text.undecided_says).format(**numbers)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Contradicted and assumed first."""
    return sorted(findings, key=lambda finding: (VERDICTS.index(finding.verdict), finding.claim.id))
