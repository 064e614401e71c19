"""Texts and numbers of a prediction as they are read."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.results.wording import Texts
from leyenda.studies.predict.series import LAST, SEEN, UNSEEN
from leyenda.studies.validate.words import figure

if TYPE_CHECKING:
    from leyenda.studies.predict.plan import Plan

RECORD = Path("record")  # the accepted points that come with the model
OUT = "prediction"  # the folder that is named in the command, so that the same prediction is the same bytes in any folder
text = Texts("leyenda.studies.predict")


def ends(low: float, high: float) -> str:
    """An interval."""
    return f"{figure(low)} to {figure(high)}"


def span(first: int, last: int) -> str:
    """Years in short: 2009-11."""
    return f"{first}-{last % 100:02d}"


def years() -> dict[str, int]:
    """The years that texts name."""
    return {"seen": SEEN, "first": UNSEEN[0], "last": LAST}


def command(plan: "Plan") -> str:
    """What to type to get the same again."""
    points = [] if plan.posterior == RECORD else ["--posterior", str(plan.posterior)]
    return shlex.join(["leyenda", "predict", *points, "--worlds", str(plan.worlds), "--seed", str(plan.seed), "--out", OUT])


def points(plan: "Plan") -> str:
    """How many accepted points the worlds take in turn."""
    return text("page", "point" if plan.points == 1 else "points", count=plan.points)
