"""A prediction as numbers, row by row: for the tables and for JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import leyenda
from leyenda.results.manifest import model_hash
from leyenda.studies.predict.forecast import Forecast
from leyenda.studies.predict.series import UNSEEN
from leyenda.studies.predict.skill import Score, skills
from leyenda.studies.predict.words import text

if TYPE_CHECKING:
    from leyenda.studies.predict.result import Prediction

NUMBERS = ("median", "low50", "high50", "low90", "high90")
Row = dict[str, Any]


def forecast_row(one: Forecast) -> Row:
    """A series in a year."""
    known = text("page", "seen_year" if one.fitted else "unseen_year")
    nulls = {"persistence": one.persistence, "trend": one.trend, "noise": one.noise}
    more = {"floor": one.floor, "chance": one.chance, "record": one.record, "years": known}
    said = {"series": one.series.name, "year": one.year, **dict(zip(NUMBERS, one.quantiles, strict=True))}
    return {**said, **nulls, **more, "nulls_from": one.based_on, "unit": one.series.unit}


def score_row(score: Score) -> Row:
    """A year that was scored."""
    over = dict(zip(("skill_persistence", "skill_trend"), skills([score]), strict=True))
    own = {"series": score.forecast.series.name, "year": score.forecast.year, "record": score.forecast.record}
    return {**own, "model": score.model, "persistence": score.persistence, "trend": score.trend, **over, "floor": score.floor}


def state_rows(found: "Prediction") -> Iterator[Row]:
    """Every state in every predicted year."""
    for year in UNSEEN:
        for state, (median, low, high) in sorted(found.states(year)):
            yield {"state": state, "year": year, "median": median, "low90": low, "high90": high}


def world_rows(found: "Prediction") -> Iterator[Row]:
    """Every series in every predicted year, world by world."""
    for years in found.forecasts.values():
        for one in years[-len(UNSEEN) :]:
            worlds = {f"world{n}": float(value) for n, value in enumerate(one.values)}
            yield {"series": one.series.name, "year": one.year, **worlds}


def tables(found: "Prediction") -> dict[str, list[Row]]:
    """All tables by the names of their files."""
    return {
        "prediction.csv": [forecast_row(one) for years in found.forecasts.values() for one in years],
        "skill.csv": [score_row(score) for score in found.scores],
        "states.csv": list(state_rows(found)),
        "worlds.csv": list(world_rows(found)),
    }


def about(found: "Prediction") -> Row:
    """What it was made of."""
    plan = found.plan
    made = {"version": leyenda.__version__, "model": model_hash(), "content": plan.scenario.hash[:16], "seed": plan.seed}
    return {
        **made,
        "worlds": plan.worlds,
        "spoke": found.spoke,
        "points": plan.points,
        "posterior": str(plan.posterior),
        "fitted_with": plan.fitted_with,
    }
