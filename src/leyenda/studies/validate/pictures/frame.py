"""What all pictures of a validation share: their foot, and how they are read."""

import textwrap
from typing import TYPE_CHECKING

from leyenda.results.pictures.fan import how_to_read
from leyenda.results.pictures.style import size
from leyenda.results.wording import things
from leyenda.studies.validate.save import command
from leyenda.studies.validate.words import figure, text

if TYPE_CHECKING:
    from leyenda.scenario import Scenario
    from leyenda.studies.validate.plan import Plan

MINUS = "\N{MINUS SIGN}"


def foot(plan: "Plan", scenarios: list["Scenario"]) -> str:
    """How many worlds of what, which seed, and what to type to get it again."""
    titles = "” and “".join(scenario.title for scenario in scenarios)
    says = text("pictures", "foot", worlds=things(plan.worlds, "world"), title=titles, seed=plan.seed, command=command(plan))
    return "\n".join(textwrap.wrap(textwrap.shorten(says, 2 * int(size("foot_letters")), placeholder=" ..."), int(size("foot_letters"))))


def how(plan: "Plan", kinds: set[str]) -> str:
    """What line, bands, dots and boxes are."""
    return text("pictures", "note_strip") if kinds == {"strip"} else text("pictures", "note", fan=how_to_read(plan.worlds))


def tick(value: float, place: float | None = None) -> str:
    """A number at a scale, with a minus sign where it is below zero."""
    return figure(value).replace("-", MINUS)


def spelled(words: str) -> str:
    """Words in which a dollar is a dollar, not the beginning of a formula."""
    return words.replace("$", r"\$")
