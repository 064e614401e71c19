"""A claim in one picture: the effect, what is left of it without its mechanism, and what an unrelated one leaves."""

import textwrap
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.pictures.style import calm, house_style, hue, save
from leyenda.studies.claims.experiment import BASE, Columns, Finding
from leyenda.studies.claims.words import sentences, with_interval
from leyenda.studies.intervals import Estimate

WIDTH, LETTERS, SMALL_LETTERS = 8.6, 92, 125  # inches, and letters in a line of the title and under it
LINE, SMALL_LINE, FOOT = 0.185, 0.15, 0.85  # inches: a line of the title, one under it, and what stands below the axes
DOTS = 120  # many pictures on one page
SHOWN = 0.02  # of single worlds are cut off on either side, or one would flatten the rest


def rows(finding: Finding) -> list[tuple[str, Estimate, str]]:
    """What is drawn, from the top: label, estimate, hue."""
    result, text = finding.result, finding.claim.text
    found = [("as it is", result.base, hue("federation"))]
    if result.ablation:
        found.append((f"without {listed(text.ablation)}", result.ablation, hue("state")))
    if result.placebo:
        found.append((f"without {listed(text.placebo)} (placebo)", result.placebo, hue("faint")))
    return found


def listed(switches: tuple[str, ...]) -> str:
    """Switches in words."""
    return " and ".join(switch.replace("_", " ") for switch in switches)


def draw(finding: Finding, values: Columns, command: str, path: Path) -> Path:
    """Write the picture of a claim, as high as its words need. values: what the worlds said with everything on."""
    says = f"{finding.claim.id} {finding.claim.text.name}: {finding.verdict}. {finding.because.capitalize()}"
    title, under = textwrap.wrap(sentences(finding), LETTERS), textwrap.wrap(says, SMALL_LETTERS)
    head, body = 0.25 + LINE * len(title) + SMALL_LINE * len(under), 0.5 * len(rows(finding))
    height = head + body + FOOT
    with house_style():
        figure = Figure(figsize=(WIDTH, height))
        top = 1 - 0.12 / height
        figure.text(0.02, top, "\n".join(title), fontsize=10.5, fontweight="bold", linespacing=1.2, color=hue("ink"), va="top")
        below = 1 - (0.16 + LINE * len(title)) / height
        figure.text(0.02, below, "\n".join(under), fontsize=8, color=hue("faint"), va="top")
        figure.text(0.02, 0.1 / height, ran(finding, command), fontsize=6.5, color=hue("faint"), va="bottom")
        axes = figure.add_axes((0.27, FOOT / height, 0.68, body / height))
        clouds(axes, values)
        intervals(axes, finding)
        return save(figure, path, DOTS)


def ran(finding: Finding, command: str) -> str:
    """What was run, for the foot."""
    worlds = f"{finding.worlds} worlds of {finding.claim.text.scenario}, {finding.result.base.worlds} of which say something"
    return f"{worlds}. Dots: single worlds. {command}"


def clouds(axes: Axes, values: Columns) -> None:
    """Single worlds, thinly, behind the estimate."""
    effect = values["effect"][np.isfinite(values["effect"])]
    if len(effect) > 1:
        low, high = np.quantile(effect, [SHOWN, 1 - SHOWN])
        inside = effect[(effect >= low) & (effect <= high)]
        place = (np.arange(len(inside)) * 0.618034 % 1.0 - 0.5) * 0.5
        axes.scatter(inside, place, s=5, color=hue("others"), linewidths=0, zorder=1)


def intervals(axes: Axes, finding: Finding) -> None:
    """Points with their intervals, zero, and the smallest effect worth the name."""
    text, shown = finding.claim.text, rows(finding)
    for place, (_, found, colour) in enumerate(shown):
        axes.plot([found.low, found.high], [place, place], color=colour, linewidth=2.5, solid_capstyle="butt", zorder=3)
        axes.plot([found.point], [place], "o", color=colour, markersize=6, zorder=4)
    axes.axvline(0.0, color=hue("ink"), linewidth=0.8)
    axes.axvline(text.direction * text.smallest, color=hue("ink"), linewidth=0.8, linestyle=(0, (3, 3)))
    axes.set_yticks(range(len(shown)), [f"{label}\n{with_interval(found)}" for label, found, _ in shown])
    axes.set_ylim(len(shown) - 0.5, -0.5)
    axes.set_xlabel(f"{text.unit}; dashed: smallest effect worth the name", fontsize=8)
    calm(axes)
    axes.grid(axis="x", color=hue("grid"), linewidth=0.7)


def picture(finding: Finding, said: dict[str, Columns], command: str, folder: Path) -> Path:
    """The picture of a claim under its id."""
    return draw(finding, said[BASE], command, folder / f"{finding.claim.id.lower()}.png")
