"""Element 4: the eleven design concepts."""

from collections.abc import Iterator
from types import ModuleType

from leyenda.base.fields import Record
from leyenda.engine.source import SHARED
from leyenda.results.odd import reading
from leyenda.results.odd.markdown import code, codes, table
from leyenda.results.odd.texts import part
from leyenda.rules import module, schedule
from leyenda.world.log import BY_ORGANISATION, BY_PLAZA, SERIES
from leyenda.world.names import EVENTS

CONCEPTS = (
    "basic principles", "emergence", "adaptation", "objectives", "learning", "prediction",
    "sensing", "interaction", "stochasticity", "collectives", "observation",
)


def concepts() -> Iterator[str]:
    """The concepts in their order, with tables where the model can say it itself."""
    yield from ("## 4 Design concepts", "")
    for place, name in enumerate(CONCEPTS, 1):
        yield from (f"### 4.{place} {name.capitalize()}", "", part(name.replace(" ", "_")))
        if name == "stochasticity":
            yield from table(("where", "decisions drawn by chance"), chances())
        if name == "observation":
            yield from observed()


def compiled() -> Iterator[tuple[str, ModuleType]]:
    """The rules and what they share, by name."""
    yield from ((name, module(name)) for name in schedule())
    yield from ((shared.__name__.rpartition(".")[2], shared) for shared in SHARED)


def chances() -> Iterator[tuple[str, str]]:
    """Which decisions each rule draws for."""
    for name, where in compiled():
        drawn = dict.fromkeys(decision for step in reading.steps(where) for decision in step.draws)
        if drawn:
            yield code(name), codes(drawn)


def observed() -> Iterator[str]:
    """Series, and kinds of events with the functions that write them."""
    records = (("world", SERIES), ("plaza", BY_PLAZA), ("organisation", BY_ORGANISATION))
    yield from table(("series of each", "name", "unit", "meaning"), (row for each, record in records for row in series(each, record)))
    yield from table(("kind of event", "written by"), events())


def series(each: str, record: Record) -> Iterator[tuple[str, ...]]:
    """The series of one table."""
    yield from ((each, code(name), field.unit, field.meaning) for name, field in record.fields.items())


def events() -> Iterator[tuple[str, str]]:
    """Which functions write each kind of event."""
    for kind in EVENTS:
        yield code(kind), codes(step.name for _, where in compiled() for step in reading.steps(where) if kind in step.events)
