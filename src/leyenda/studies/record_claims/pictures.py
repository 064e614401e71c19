"""The two pictures: scores over persistence's, fact by fact; and what is left open of each parameter."""

import math
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.pictures.style import calm, framed, house_style, hue, save
from leyenda.studies.claims.words import sentences, with_interval
from leyenda.studies.intervals import Estimate
from leyenda.studies.record_claims.finding import RecordFinding, as_finding

DOTS = 120
NAMED = 5  # parameters of the role that are named
LEAST, MOST = 1 / 32, 32.0  # scores over persistence's; what lies beyond is drawn at the end


def draw(finding: RecordFinding, command: str, folder: Path) -> Path:
    """Write the picture of a claim under its id; returns it."""
    text = finding.claim.text
    under = f"{finding.claim.id} {text.name}: {finding.verdict}, {with_interval(finding.result.base)} {text.unit}; {finding.because}"
    with house_style():
        figure, top = framed(sentences(as_finding(finding)), under, f"{finding.worlds:,} worlds. {command}")
        axes = figure.add_axes((0.3, 0.12, 0.65, top - 0.12))
        (scores if finding.claim.id == "C23" else widths)(axes, finding)
        axes.grid(axis="x", color=hue("grid"), linewidth=0.7)
        return save(figure, folder / f"{finding.claim.id.lower()}.png", DOTS)


def scores(axes: Axes, finding: RecordFinding) -> None:
    """A dot a statistic, a row a fact; left of the line the worlds are nearer than persistence. A ring at the end: they say nothing."""
    facts = {f"{part['fact']} {part['name']}": part["fact"] for part in finding.parts}
    for place, number in enumerate(facts.values()):
        for part in (part for part in finding.parts if part["fact"] == number):
            over = part["CRPS"] / max(part["persistence"], 1e-12)
            colour = hue("federation" if part["below"] else "state")
            silent = not math.isfinite(over)
            x = MOST if silent else min(MOST, max(LEAST, over))
            axes.plot([x], [place], "o", color=colour, markersize=5, markerfacecolor="none" if silent else colour, clip_on=False, zorder=3)
    axes.axvline(1.0, color=hue("ink"), linewidth=0.8)
    axes.set_xscale("log", base=2)
    axes.set_xlim(LEAST, MOST)
    axes.set_xticks([1 / 16, 1 / 4, 1, 4, 16], ["1/16", "1/4", "as near", "4", "16"])
    axes.set_yticks(range(len(facts)), list(facts), fontsize=7.5)
    axes.set_ylim(len(facts) - 0.5, -0.5)
    says = "CRPS over that of \"as before\": a dot a statistic; left of the line the worlds are nearer; a ring: most worlds say nothing"
    axes.set_xlabel(says, fontsize=8)
    calm(axes)


def widths(axes: Axes, finding: RecordFinding) -> None:
    """A dot a parameter, and the median with its interval, of the role and of what is fitted."""
    also, base = finding.also, finding.result.base
    fitted = Estimate(also["fitted"], also["fitted_low"], also["fitted_high"], int(also["compared"]))
    for place, (of, found, colour) in enumerate((("role", base, hue("federation")), ("fitted", fitted, hue("state")))):
        own = [part for part in finding.parts if part["of"] == of]
        heights = place + (np.arange(len(own)) * 0.618034 % 1.0 - 0.5) * 0.4
        axes.scatter([part["left open"] for part in own], heights, s=14, color=hue("others"), linewidths=0, zorder=2)
        axes.plot([found.low, found.high], [place, place], color=colour, linewidth=3, solid_capstyle="butt", zorder=3)
        axes.plot([found.point], [place], "o", color=colour, markersize=7, zorder=4)
        for part, height in list(zip(own, heights, strict=True))[:NAMED]:
            axes.annotate(part["parameter"], (part["left open"], height), (0, 4), textcoords="offset points", fontsize=6.5, ha="center")
    axes.axvline(finding.claim.text.smallest, color=hue("ink"), linewidth=0.8, linestyle=(0, (3, 3)))
    axes.set_yticks([0, 1], [f"the role\n{with_interval(base)}", f"what is fitted\n{with_interval(fitted)}"])
    axes.set_ylim(1.5, -0.5)
    axes.set_xlim(left=0.0)
    axes.set_xlabel("width of the posterior's 90 % interval over the prior's: a dot a parameter; dashed: bound of the decision", fontsize=8)
    calm(axes)
