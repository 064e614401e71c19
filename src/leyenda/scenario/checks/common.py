"""What every check needs: names that exist, names that occur twice."""

from collections.abc import Iterable, Iterator, Sequence

from leyenda.scenario.errors import Fault, Place, nearest, shown

Faults = Iterator[Fault]
ROUNDING = 1e-6


def unless_known(place: Place, name: str | None, table: str, names: Iterable[str]) -> Faults:
    """A name that its table does not list; None names nobody and is fine."""
    names = list(names)
    if name is not None and name not in names:
        close = nearest(name, names)
        listed = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
        yield Fault(
            place, f"is {shown(name)}, which {table}.csv does not list", "" if close else f"one of {listed}", close
        )


def twice(table: str, column: str, keys: Sequence[object]) -> Faults:
    """Keys that stand in a table more than once."""
    seen = set()
    for row, key in enumerate(keys):
        if key in seen:
            words = " with ".join(map(str, key)) if isinstance(key, tuple) else str(key)
            yield Fault((table, row, column), f"lists {shown(words)} a second time", "each once")
        seen.add(key)
