"""What the record says about a scenario's sequence, if there is a record."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from leyenda.results.dates import YEAR
from leyenda.results.wording import read

if TYPE_CHECKING:
    from leyenda.scenario import Scenario


@dataclass(frozen=True)
class History:
    """Spans of dated steps in weeks from the start, the least number of successors, and both in words."""

    spans: dict[str, tuple[float, float]] = field(default_factory=dict)
    successors: int | None = None
    says: dict[str, str] = field(default_factory=dict)
    dated: dict[str, str] = field(default_factory=dict)


def week_of(start: int, day: str) -> float:
    """A date as a week of a run that starts in the year `start`; years have 52 weeks."""
    at = date.fromisoformat(day)
    return (at.year - start) * YEAR + (at - date(at.year, 1, 1)).days / 365.25 * YEAR


def history(scenario: "Scenario") -> History:
    """The record of a scenario, empty if it has none."""
    for found in read("records")["record"]:
        if found["title"] == scenario.title:
            spans = {
                name: (week_of(scenario.start, first), week_of(scenario.start, last))
                for name, (first, last) in found["dates"].items()
            }
            dated = {
                name: date.fromisoformat(first).strftime("%b %Y" if first == last else "%Y")
                for name, (first, last) in found["dates"].items()
            }
            return History(spans, found["successors"], found["says"], dated)
    return History()
