"""Pictures hold whatever worlds say: something, nothing at all, or one world alone; and titles say the numbers."""

from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure

from leyenda.results.pictures.style import house_style
from leyenda.studies.validate import record
from leyenda.studies.validate.cases import BINS, RANKS
from leyenda.studies.validate.pictures.family import draw
from leyenda.studies.validate.pictures.overview import draw as overview
from leyenda.studies.validate.plan import planned
from leyenda.studies.validate.result import Validation
from leyenda.studies.validate.run import Answers, Job, label

FAMILIES = {"national", "states", "growth", "organisations", "membership", "removals", "money", "sequence"}


def answers(job: Job, silent: bool) -> Answers:
    """Worlds that say random things, or nothing."""
    chance = np.random.default_rng(1)
    names = {
        "growth": [f"{edge / 10:g}" for edge in BINS[:-1]], "ranks": [str(rank) for rank in range(1, RANKS + 1)],
        "splits": [str(month) for month in range(-13, 13)], "operations": list(record.cases("operations")),
    }  # fmt: skip

    def column() -> np.ndarray:
        return np.full(job.worlds, np.nan) if silent else chance.random(job.worlds)

    cases = {} if silent else {name: {case: column() for case in names[name]} for name in job.cases}
    return Answers({label(point): column() for point in job.points}, cases)


def validation(worlds: int, silent: bool = False, facts: tuple[int, ...] = ()) -> Validation:
    """A validation that nobody ran."""
    plan = planned((), facts, worlds, 1, (), Path("nowhere"))
    return Validation(plan, {name: answers(job, silent) for name, job in plan.jobs.items()}, {}, {})


def words(figure: Figure) -> str:
    """Everything that is written on a picture."""
    return "\n".join(text.get_text() for text in figure.texts)


@pytest.mark.parametrize(("worlds", "silent"), [(12, False), (1, False), (2, True)])
def test_every_family_has_its_picture(worlds: int, silent: bool) -> None:
    found = validation(worlds, silent)
    with house_style():
        drawn = draw(found)
        page = overview(found)
    assert set(drawn) == FAMILIES and all(figure.axes for figure in drawn.values())
    assert f"--worlds {worlds} --seed 1" in words(drawn["national"])
    assert ("in the median world" in words(drawn["national"])) != silent
    assert f"{found.score[0]} of 22 facts" in words(page) and len(page.axes[0].texts) == 63 + len({one.fact.number for one in found.judged})


def test_a_picture_shows_what_was_asked_for() -> None:
    found = validation(3, facts=(39, 16))
    with house_style():
        drawn = draw(found)
    assert set(drawn) == {"growth", "removals"}
    titles = [axes.get_title(loc="left") for axes in drawn["removals"].axes]
    assert "After a joint operation, relative to the rest" in titles
    assert ("Homicides around a split, mean month before = 1" in titles) == (found.plan.scenarios["mexico-2006"].weeks >= 12 * 52)


def test_panels_by_year_hold_record_and_targets() -> None:
    with house_style():
        axes = draw(validation(5, facts=(2, 4, 5, 6)))["national"].axes[1]
    low, high = axes.get_ylim()
    assert low == 0.0 and high > 15273 and axes.get_xlim() == (1999.6, 2011.4)
    lines = {tuple(line.get_ydata()) for line in axes.get_lines()}
    assert (2826.0, 6837.0, 9614.0, 15273.0) in lines
