"""How steady a verdict is, and the page that says so."""

from collections import Counter
from pathlib import Path

from leyenda.studies.claims.experiment import Plan
from leyenda.studies.claims.robust import Steadiness
from leyenda.studies.claims.steady import write

ROWS = [
    Steadiness("C13", "supported", "supported", "undecided", Counter(supported=6, undecided=3, contradicted=1)),
    Steadiness("C17", "assumed", "assumed", "assumed", Counter(assumed=9, contradicted=1)),
    Steadiness("C22", "contradicted", "supported", "contradicted", Counter(contradicted=10)),
]


def test_only_the_opposite_verdict_counts_against_one() -> None:
    assert [(row.holds, row.opposed) for row in ROWS] == [(0.6, 0.1), (0.9, 0.0), (1.0, 0.0)]


def test_the_page_counts_what_stays_the_same(tmp_path: Path) -> None:
    page = write(ROWS, Plan(200, 7), 30, tmp_path).read_text(encoding="utf-8")
    assert "| C13 hydra | supported | supported | undecided | 60% | 10% | 6 supported, 1 contradicted, 3 undecided |" in page
    assert "Of 3 verdicts 2 are the same with another seed and 2 with twice the worlds.\n2 meet no opposite in any draw." in page
    assert "--seed 7 --robust 10 --robust-worlds 30" in page
