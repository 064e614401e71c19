"""Numbers and texts of a study as they are read."""

import math
from typing import TYPE_CHECKING

from leyenda.results.wording import Texts, things
from leyenda.studies.compare.words import size
from leyenda.studies.sensitivity.design import MORRIS
from leyenda.studies.sensitivity.result import ABOVE

if TYPE_CHECKING:
    from leyenda.studies.sensitivity.indices import Index
    from leyenda.studies.sensitivity.result import Sensitivity

PERCENT = 100.0
text = Texts("leyenda.studies.sensitivity")


def factor_of(found: "Sensitivity") -> float:
    """By what an index is multiplied to be read: effects stay in the output's unit, shares of the variance are per cent."""
    return 1.0 if found.plan.method == MORRIS else PERCENT


def ends(found: "Sensitivity", index: "Index", place: int) -> dict[str, str]:
    """A parameter's index and the ends of its interval."""
    by = factor_of(found)
    return {end: size(by * float(getattr(index, end)[place])) for end in ("point", "low", "high")}


def with_interval(found: "Sensitivity", name: str, place: int) -> str:
    """The same as a number with brackets."""
    here = ends(found, found.indices[name], place)
    bare = math.isnan(float(found.indices[name].low[place]))
    return here["point"] if bare else f"{here['point']} [{here['low']}, {here['high']}]"


def asked(found: "Sensitivity") -> dict[str, object]:
    """What was asked, for sentences."""
    plan = found.plan
    count = len(plan.factors)
    parameters = text("nouns", "one" if count == 1 else "many", count=count)
    design = text("designs", plan.method, size=plan.size, parameters=parameters, points=f"{len(plan.points):,}")
    about = {"output": plan.output.says, "noun": plan.output.noun, "unit": plan.output.unit, "title": plan.scenario.title}
    years = {"from_": plan.window.first, "to": plan.window.last}
    return {**about, **years, "parameters": parameters, "design": design, "worlds": things(plan.worlds, "world"), "seed": plan.seed}


def answer(found: "Sensitivity") -> str:
    """How many parameters stand out, and which of them first."""
    clear = [place for place in found.order if found.standing(place) == ABOVE]
    if not clear:
        return text("answer", "none", **asked(found))
    first = found.plan.factors[clear[0]].key
    return text("answer", found.plan.method, clear=len(clear), first=first, **ends(found, found.leading, clear[0]), **asked(found))
