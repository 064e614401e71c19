"""Parameters world by world: the accepted points of a fit, so that runs carry what the record leaves open."""

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.scenario.errors import Fault, InputError, nearest
from leyenda.scenario.files import read_text
from leyenda.scenario.parameters import Parameters

if TYPE_CHECKING:
    from leyenda.scenario.schema import Scenario


Points = Mapping[str, Mapping[str, tuple[float, ...]]]


def shipped(path: Path) -> Path:
    """The file of an accepted set that comes with the model, if that is its name (`record`) and no file is called so; else the path."""
    own = Path(str(files("leyenda"))) / "posteriors" / f"{path}.csv"
    return own if own.exists() and not path.exists() else path


def read_points(path: Path) -> dict[str, dict[str, tuple[float, ...]]]:
    """The points of a CSV file, by rule and name: a column a parameter, called RULE.NAME, a row a point; # begins a comment.

    path: a file, or the name of a set that comes with the model. Raises InputError for a file that cannot be read so.
    """
    path = shipped(path)
    if not path.exists():
        raise InputError(str(path), 0, "", "is missing", 'a CSV file of accepted points, or "record" for those that come with the model')
    lines = [(number, line) for number, line in enumerate(read_text(path).splitlines(), 1) if line.strip() and line[0] != "#"]
    rows = list(csv.reader(line for _, line in lines))
    if len(rows) < 2:
        raise InputError(path.name, 0, "", "holds no points", "a line of parameters such as contest.killings, and a row a point")
    for (number, _), row in zip(lines, rows, strict=True):
        if len(row) != len(rows[0]):
            raise InputError(path.name, number, "", f"has {len(row)} cells", f"{len(rows[0])}, one a parameter")
    points = [[cell(path, number, text) for text in row] for (number, _), row in zip(lines[1:], rows[1:], strict=True)]
    found: dict[str, dict[str, tuple[float, ...]]] = {}
    for key, column in zip(rows[0], zip(*points, strict=True), strict=True):
        rule, _, name = key.strip().partition(".")
        found.setdefault(rule, {})[name] = tuple(column)
    return found


def cell(path: Path, line: int, text: str) -> float:
    """A number in a file of points."""
    try:
        return float(text)
    except ValueError:
        raise InputError(path.name, line, "", f'has "{text}"', "a number") from None


def faults_of_posterior(scenario: "Scenario", parameters: Parameters) -> Iterator[Fault]:
    """Parameters that no rule has, values out of the range worth trying, columns of different lengths."""
    names = {(rule, name): parameter for rule, named in parameters.items() for name, parameter in named.items()}
    given = {(rule, name): values for rule, named in scenario.posterior.items() for name, values in named.items()}
    lengths = {len(values) for values in given.values()}
    if len(lengths) > 1 or 0 in lengths:
        yield Fault(("posterior",), f"has columns of {sorted(lengths)} values", "one value a point in each")
    for key, values in given.items():
        if key not in names:
            close = nearest(".".join(("posterior", *key)), [".".join(("posterior", *known)) for known in names])
            yield Fault(("posterior", *key), "is unknown", "" if close else "RULE.NAME of a parameter", close)
            continue
        low, high = names[key].low, names[key].high
        for value in values:
            if not low <= value <= high:
                yield Fault(("posterior", *key), f"has {value:g}", f"numbers from {low:g} to {high:g} {names[key].unit}")


def of_world(posterior: Points, world: int) -> Iterator[tuple[str, str, float]]:
    """Rule, parameter and value of one world: the point in place `world` modulo how many there are."""
    for rule, named in posterior.items():
        for name, values in named.items():
            yield rule, name, values[world % len(values)]
