"""What comes out of a claim about the record, in the form in which the other claims are shown, and its verdict."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast

from leyenda.studies.claims.claim import Text
from leyenda.studies.claims.experiment import Finding
from leyenda.studies.claims.verdict import CONTRADICTED, SUPPORTED, UNDECIDED, Result
from leyenda.studies.intervals import Estimate
from leyenda.studies.validate.save import json_row


@dataclass(frozen=True)
class RecordClaim:
    """A claim about the record: its id and what its TOML file says. The bound of its decision stands under `smallest`."""

    id: str
    text: Text


@dataclass(frozen=True)
class RecordFinding:
    """What came out. parts: what the estimate is made of, a row each; also: other numbers that the words name."""

    claim: RecordClaim
    result: Result
    verdict: str
    because: str
    worlds: int
    also: Mapping[str, float]
    parts: tuple[Mapping[str, Any], ...]

    def plain(self) -> dict[str, Any]:
        """The same as JSON takes it, with the keys of the other claims, and the parts."""
        base, text = self.result.base, self.claim.text
        point, low, high = (value if math.isfinite(value) else None for value in (base.point, base.low, base.high))
        return {
            "id": self.claim.id, "name": text.name, "verdict": self.verdict, "because": self.because,
            "estimate": point, "interval": [low, high], "unit": text.unit,
            "worlds": self.worlds, "informative_worlds": base.worlds, "also": json_row(self.also), "ablation": None, "placebo": None,
            "parts": [json_row(part) for part in self.parts],
        }  # fmt: skip


def load(stem: str) -> RecordClaim:
    """A claim from its TOML file."""
    content = tomllib.loads(files("leyenda.studies.record_claims").joinpath(f"{stem}.toml").read_text("utf-8"))
    return RecordClaim(stem.partition("_")[0].upper(), Text.model_validate(content))


def beside_bound(found: Estimate, text: Text) -> tuple[str, str]:
    """Verdict and reason: supported if the interval lies above the bound, contradicted if below."""
    if found.low > text.smallest:
        return SUPPORTED, f"the interval lies above {text.smallest:g}"
    if found.high < text.smallest:
        return CONTRADICTED, f"the interval lies below {text.smallest:g}"
    return UNDECIDED, f"the interval does not clear {text.smallest:g}"


def as_finding(found: RecordFinding) -> Finding:
    """The same for the table and the words of all claims: they read claim (id, text), result, verdict, because, also, which both have."""
    return cast(Finding, found)
