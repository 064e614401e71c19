"""What a claim is: a statement of the two articles as an experiment whose rule of decision is fixed before the run."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from typing import Any

from pydantic import Field

from leyenda.acts import Act
from leyenda.engine.outcome import Outcome
from leyenda.scenario import InputError
from leyenda.scenario.columns import Content
from leyenda.scenario.errors import nearest, shown
from leyenda.studies.intervals import Statistic, mean

Arms = Mapping[str, tuple[Act, ...]]
Outcomes = Mapping[str, Outcome]
Measure = Callable[[Outcomes], Mapping[str, float]]


class Text(Content):
    """What a claim's TOML file says: the statement, the experiment in words, and the numbers of its rule of decision."""

    name: str
    statement: str
    article: str = Field(pattern="^(German|English|both)$")
    scenario: str = "guadalajara-1985"
    weeks: int | None = None
    week: int = Field(description="when the arms part", default=0)
    estimand: str
    unit: str
    direction: int = Field(description="sign of the claimed effect, 1 or -1", ge=-1, le=1)
    smallest: float = Field(description="smallest effect worth the name, in the unit", ge=0)
    equivalence: bool = Field(False, description="claims that nothing changes: the estimate is a size, and smallest its bound")
    decision: str
    contradicted_by: str
    ablation: tuple[str, ...] = ()
    ablation_why: str = ""
    placebo: tuple[str, ...] = ()
    assumed: str = ""
    supported_says: str
    contradicted_says: str
    undecided_says: str
    region: tuple[str, ...] = Field((), description="parameters whose low and high ends are tried")


@dataclass(frozen=True)
class Claim:
    """A claim: its text, its arms (acts by name of arm), what is measured in one world, and the statistic over worlds.

    measure: outcomes of one world by arm -> named numbers; "effect" counts, NaN where the world says nothing.
    """

    id: str
    text: Text
    arms: Arms
    measure: Measure
    statistic: Statistic = mean


def modules() -> dict[str, str]:
    """The file of each claim by its id: C13 lies in c13_hydra."""
    found = (file.name for file in files("leyenda.studies.claims").iterdir())
    names = sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml") and name[1:3].isdigit())
    return {name.partition("_")[0].upper(): name for name in names}


def load(identity: str) -> Claim:
    """A claim by its id. The file beside its text has ARMS, `measure` and perhaps `statistic`. Raises InputError for no claim."""
    there = modules()
    if identity not in there:
        close = nearest(identity, there)
        raise InputError(key=shown(identity), found="is no claim", expected="" if close else f"one of {', '.join(there)}", nearest=close)
    stem = there[identity]
    code: Any = import_module(f"leyenda.studies.claims.{stem}")
    return Claim(identity, text(stem), code.ARMS, code.measure, getattr(code, "statistic", mean))


def text(stem: str) -> Text:
    """The text of a claim."""
    content = tomllib.loads(files("leyenda.studies.claims").joinpath(f"{stem}.toml").read_text("utf-8"))
    lists = {key: tuple(value) for key, value in content.items() if isinstance(value, list)}
    return Text.model_validate(content | lists)
