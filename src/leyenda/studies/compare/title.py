"""The answer of a picture: what one arm changes, or what several do to the number of dead."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leyenda.results.wording import listed
from leyenda.studies.compare.estimates import WITHOUT, Estimate
from leyenda.studies.compare.outputs import OUTPUTS
from leyenda.studies.compare.say import clause, largest
from leyenda.studies.compare.words import digits, heading, names, plain, text, window

if TYPE_CHECKING:
    from leyenda.studies.compare.effect import Effect

FEW = 5


def title(effect: "Effect", years: int) -> str:
    """One sentence with its numbers; deaths are always in it."""
    arms = [arm.name for arm in effect.plan.arms]
    when = window("picture", years)
    dead = [effect.get(arm, years, "deaths", WITHOUT) for arm in arms]
    if len(arms) == 1:
        clauses = listed([clause(found, brief=True) for found in (*largest(effect, arms[0], years, 1), *dead)])
        return text("picture", "one", arm=heading(arms[0]), window=when, clauses=clauses)
    groups = by_name(dead) if len(arms) <= FEW else by_count(dead)
    return text("picture", "deaths", window=when, groups="; ".join(groups))


def by_name(dead: Sequence[Estimate]) -> list[str]:
    """Each arm that notably moves the number of dead with its effect, and those that do not."""
    clear = sorted((one for one in dead if one.notable), key=lambda one: one.percent)
    unclear = [one.arm for one in dead if not one.notable]
    said = listed([text("picture", "each", change=digits(one.percent), arm=plain(one.arm)) for one in clear])
    return [*([said] if clear else []), *([text("picture", "unclear", arms=names(unclear))] if unclear else [])]


def by_count(dead: Sequence[Estimate]) -> list[str]:
    """How many arms lower the number of dead, how many raise it, and which does so most."""
    words = OUTPUTS["deaths"]
    said = []
    for sign, way in ((-1, words.down), (1, words.up)):
        found = [one for one in dead if one.notable and one.sign == sign]
        if found:
            most = max(found, key=lambda one: abs(one.percent))
            change = digits(most.percent)
            said.append(text("picture", "count", way=way, count=len(found), of=len(dead), most=plain(most.arm), change=change))
    left = sum(not one.notable for one in dead)
    return [*said, *([text("picture", "count_unclear", count=left)] if left else [])]
