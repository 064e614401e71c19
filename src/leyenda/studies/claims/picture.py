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

WIDTH, HEIGHT, LETTERS = 8.6, 3.6, 92
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
    """Write the picture of a claim. values: what the worlds said with everything on."""
    with house_style():
        figure = Figure(figsize=(WIDTH, HEIGHT))
        axes = figure.add_axes((0.27, 0.25, 0.68, 0.4))
        clouds(axes, values)
        intervals(axes, finding)
        words(figure, finding, command)
        return save(figure, path)


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


def words(figure: Figure, finding: Finding, command: str) -> None:
    """The answer on top, what was estimated under it, what was run at the foot."""
    text = finding.claim.text
    title = textwrap.wrap(sentences(finding), LETTERS)
    figure.text(0.02, 0.96, "\n".join(title), fontsize=10.5, fontweight="bold", color=hue("ink"), va="top", linespacing=1.2)
    under = f"{finding.claim.id} {text.name}: {finding.verdict}. {text.estimand}"
    under = "\n".join(textwrap.wrap(under, 120))
    figure.text(0.02, 0.95 - 0.062 * len(title), under, fontsize=8, color=hue("faint"), va="top")
    worlds = f"{finding.worlds} worlds of {text.scenario}, {finding.result.base.worlds} of which say something"
    says = f"{worlds}. Dots: single worlds. {command}"
    figure.text(0.02, 0.02, says, fontsize=6.5, color=hue("faint"), va="bottom")


def picture(finding: Finding, said: dict[str, Columns], command: str, folder: Path) -> Path:
    """The picture of a claim under its id."""
    return draw(finding, said[BASE], command, folder / f"{finding.claim.id.lower()}.png")
