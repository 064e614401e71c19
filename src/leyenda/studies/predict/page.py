"""The page: what was run, in words, what was known, every series year by year, the states, and the skill where there is a record."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leyenda.results.wording import things
from leyenda.scenario.rows import Driver
from leyenda.studies.predict.forecast import Forecast
from leyenda.studies.predict.rows import about
from leyenda.studies.predict.series import SEEN, UNSEEN
from leyenda.studies.predict.skill import SCORED, Score, skills
from leyenda.studies.predict.summary import summary
from leyenda.studies.predict.words import command, ends, points, span, text, years
from leyenda.studies.validate.frozen import DRIVERS
from leyenda.studies.validate.save import table
from leyenda.studies.validate.words import figure, share

if TYPE_CHECKING:
    from leyenda.studies.predict.result import Prediction

PICTURE = "pictures/prediction.png"
SHOWN = (2015, 2019, 2023)  # years in which states are ranked
HIGHEST = 8


def page(found: "Prediction") -> Iterator[str]:
    """The lines of prediction.md."""
    yield f"# {text('page', 'title', **years())}\n"
    yield made(found) + "\n"
    yield text("page", "rule", **years()) + "\n"
    yield f"![{text('page', 'picture', **years())}]({PICTURE})\n"
    yield f"## {text('page', 'words')}\n"
    yield from summary(found)
    yield from known(found)
    yield f"## {text('page', 'states')}\n"
    yield from states(found)
    yield f"## {text('page', 'skill', first=SCORED[0], last=SCORED[-1])}\n"
    yield from skill(found)
    yield f"## {text('page', 'series')}\n"
    for forecasts in found.forecasts.values():
        yield from section(forecasts)
    yield f"## {text('page', 'reads')}\n"
    yield from [f"- {line.format(**years())}" for line in text.all["read"]["facts"]]


def made(found: "Prediction") -> str:
    """What was run, of which version."""
    plan, own = found.plan, about(found)
    stopped = text("page", "stopped", count=things(plan.worlds - found.spoke, "world")) if found.spoke < plan.worlds else ""
    said = {key: own[key] for key in ("version", "model", "content", "seed", "posterior")}
    runs = {"worlds": things(plan.worlds, "world"), "alike": things(plan.alike.worlds, "world"), "points": points(plan)}
    notes = {"fitted": fitted(own["fitted_with"], own["model"]), "stopped": stopped}
    return text("page", "made", command=command(plan), scenario=plan.scenario.title, **runs, **notes, **said, **years())


def fitted(points: str, model: str) -> str:
    """Whether the points were fitted with the model that ran; nothing if their file does not say."""
    return "" if not points else text("page", "fitted_same" if points == model else "fitted_other", model=points)


def known(found: "Prediction") -> Iterator[str]:
    """What was given and what was not, with the drivers in some years."""
    yield f"## {text('page', 'known')}\n"
    yield from [f"- {line.format(**years())}" for line in text.all["known"]["facts"]]
    yield f"\n### {text('page', 'outside')}\n"
    shown = [row for row in found.plan.scenario.drivers if row.year in (SEEN, *SHOWN)]
    rows = [[meaning(name), unit(name), *(figure(getattr(row, name)) for row in shown)] for name in DRIVERS]
    yield from table([*text.all["known"]["driver_columns"], *(str(row.year) for row in shown)], rows)
    yield f"\n{text('known', 'outside_reads')}\n"


def meaning(driver: str) -> str:
    """What a driver is."""
    return Driver.model_fields[driver].description or driver


def unit(driver: str) -> str:
    """Its unit."""
    extra = Driver.model_fields[driver].json_schema_extra
    return str(extra["unit"]) if isinstance(extra, dict) else ""


def states(found: "Prediction") -> Iterator[str]:
    """The states with the highest median rates, a column a year."""
    ranked = [[cell(*row) for row in found.states(year)[:HIGHEST]] for year in SHOWN]
    rows = [[str(rank), *cells] for rank, cells in enumerate(zip(*ranked, strict=True), 1)]
    yield from table([text("page", "rank"), *map(str, SHOWN)], rows)
    yield f"\n{text('page', 'states_reads')}\n"


def cell(state: str, numbers: Sequence[float]) -> str:
    """A state with its rate."""
    middle, low, high = map(figure, numbers)
    return text("page", "state_cell", state=state, middle=middle, low=low, high=high)


def skill(found: "Prediction") -> Iterator[str]:
    """Means over the years on record, series by series."""
    names = dict.fromkeys(score.forecast.series.name for score in found.scores)
    rows = [skill_row([score for score in found.scores if score.forecast.series.name == name]) for name in names]
    yield from table(text.all["page"]["skill_columns"], rows)
    yield "\n" + text("page", "skill_reads", unseen=f"{UNSEEN[0]}-{UNSEEN[-1]}") + "\n"


def skill_row(scores: Sequence[Score]) -> list[str]:
    """One series."""
    first, last = scores[0].forecast.year, scores[-1].forecast.year
    columns = zip(*((one.model, one.persistence, one.trend, one.floor) for one in scores), strict=True)
    model, before, line, floor = (figure(sum(column) / len(scores)) for column in columns)
    when = str(first) if first == last else span(first, last)
    return [scores[0].forecast.series.title, when, model, before, line, *map(figure, skills(scores)), floor]


def section(forecasts: Sequence[Forecast]) -> Iterator[str]:
    """One series: what its nulls go on from, and a row a year."""
    last = forecasts[-1]
    source, _, year = last.based_on.partition(" ")
    line = text("page", f"{source}_line" if last.trend == last.trend else "no_line")
    yield f"### {last.series.title}\n"
    yield text("page", "based_on", unit=last.series.unit.capitalize(), since=text("page", f"{source}_since", year=year), line=line) + "\n"
    yield from table(text.all["page"]["columns"], [row(one) for one in forecasts])
    yield ""


def row(one: Forecast) -> list[str]:
    """A year."""
    when = text("page", "seen_year" if one.fitted else "unseen_year")
    median, low50, high50, low90, high90 = one.quantiles
    said = [figure(one.record), figure(median), ends(low50, high50), ends(low90, high90), figure(one.persistence), figure(one.trend)]
    return [str(one.year), when, *said, figure(one.noise), figure(one.floor), share(one.chance)]
