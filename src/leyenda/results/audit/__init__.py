"""An audit of a run from its saved tables alone; nothing here is shared with the model it audits."""

from collections.abc import Callable, Iterator
from pathlib import Path

from leyenda.results.audit.money import ledger_closes
from leyenda.results.audit.numbers import in_range, sums_agree
from leyenda.results.audit.part import DamagedError, Part
from leyenda.results.audit.story import Uncaused, causes_connect, events_in_order, gone_do_nothing

CHECKS: tuple[Callable[[Part], Iterator[str]], ...] = (
    ledger_closes,
    in_range,
    sums_agree,
    events_in_order,
    causes_connect,
    gone_do_nothing,
)


def audit(folder: Path) -> list[str]:
    """What is wrong with the tables in a run folder, one sentence each; empty if nothing is."""
    findings, uncaused = [], Uncaused()
    for path in sorted(folder.glob("parts/[0-9]*")):
        part = Part(path)
        if part.has("series"):
            findings += [f"Worlds {path.name}: {finding}" for finding in findings_of(part, uncaused)]
    return findings + list(uncaused.findings())


def findings_of(part: Part, uncaused: Uncaused) -> Iterator[str]:
    """What is wrong with one batch, up to a table that cannot be audited at all."""
    try:
        for check in CHECKS:
            yield from check(part)
        uncaused.add(part)
    except DamagedError as error:
        yield str(error)
