"""What an arm changes in a sentence: its largest clear effects, the dead always beside them, and what went the wrong way."""

import math
from typing import TYPE_CHECKING

import numpy as np

from leyenda.results.wording import listed
from leyenda.studies.compare.estimates import WITHOUT, YEAR_BEFORE, Estimate
from leyenda.studies.compare.outputs import MAIN, OUTPUTS
from leyenda.studies.compare.words import digits, ends, heading, plain, size, text, window

if TYPE_CHECKING:
    from leyenda.studies.compare.effect import Effect

SAME, NEAR = 1.0, 5.0
MOST = 2


def how_much(found: Estimate) -> str:
    """The size of a change without its sign: in %, or in the unit where there is nothing to be a share of."""
    return f"{size(abs(found.effect))} {found.unit}" if math.isnan(found.percent) else f"{digits(abs(found.percent), '')} %"


def clause(found: Estimate, brief: bool = False) -> str:
    """One change: "8.1 % fewer members [-10, -6.0]", "deaths unchanged [-0.2, +1.0]"; brief, without the interval."""
    output, interval = OUTPUTS[found.output], "" if brief else ends(found.percent_low, found.percent_high)
    most = max(abs(found.percent_low), abs(found.percent_high))
    if found.sign and not most <= SAME:
        way = output.up if found.sign > 0 else output.down
        return text("sentences", "moved", amount=how_much(found), way=way, noun=output.noun, interval=interval)
    how = "unchanged" if most <= SAME else "hardly" if most <= NEAR else "unclear"
    return text("sentences", how, noun=output.noun, interval=interval)


def largest(effect: "Effect", arm: str, years: int, most: int = MOST) -> list[Estimate]:
    """The largest notable changes of main outputs, but for the dead."""
    found = [effect.get(arm, years, name, WITHOUT) for name in MAIN if name != "deaths"]
    return sorted((one for one in found if one.notable), key=lambda one: -abs(np.nan_to_num(one.percent)))[:most]


def sentence(effect: "Effect", arm: str, years: int) -> str:
    """What an arm changes over some years, against both baselines."""
    if all(found.low == found.high == 0.0 for found in (effect.get(arm, years, name, WITHOUT) for name in OUTPUTS)):
        return text("sentences", "same", arm=heading(arm), window=window("picture", years))
    said = [*largest(effect, arm, years), effect.get(arm, years, "deaths", WITHOUT)]
    clauses = [*map(clause, said), *([] if len(said) > 1 else [text("sentences", "no_other")])]
    first = text("sentences", "arm", window=window("sentences", years), arm=plain(arm), clauses=listed(clauses))
    return f"{first} {since(effect, said)}".rstrip()


def since(effect: "Effect", said: list[Estimate]) -> str:
    """The same outputs against the year before; nothing where there was none."""
    found = [(one, effect.find(one.arm, one.years, one.output, YEAR_BEFORE)) for one in said]
    changes = [f"{OUTPUTS[one.output].noun} {digits(before.percent)} %" for one, before in found if before]
    return text("sentences", "before", changes=listed(changes)) if changes else ""


def warning(effect: "Effect", arm: str, years: int) -> str:
    """Which other outputs notably went the wrong way, if any."""
    said = {"deaths", *(one.output for one in largest(effect, arm, years))}
    wrong = [clause(found) for found in effect.worse(arm, years) if found.output not in said]
    return text("sentences", "worse", arm=plain(arm), clauses=listed(wrong)) if wrong else ""
