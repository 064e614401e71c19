"""Elements 1 to 3: purpose and patterns; entities, state variables and scales; process overview and scheduling."""

import re
from collections.abc import Iterator
from inspect import getsource

from leyenda.results.odd import reading
from leyenda.results.odd.markdown import anchor, code, codes, number, table
from leyenda.results.odd.submodels import heading
from leyenda.results.odd.texts import groups, part
from leyenda.rules import info, module, schedule
from leyenda.world.layout import SIZES, TABLES
from leyenda.world.names import INSTITUTIONS, ROLES, STATUSES, TIES

ASKED = re.compile(r"\basked\(world, .+?, week, (\w+), (\d+)\)")


def purpose() -> Iterator[str]:
    """Element 1."""
    yield from ("## 1 Purpose and patterns", "", part("purpose"), "### Patterns", "", part("patterns"))


def entities() -> Iterator[str]:
    """Element 2; every field of every table is in the first appendix."""
    yield from ("## 2 Entities, state variables and scales", "", "### Entities", "", part("entities"))
    for group in groups()["group"]:
        yield from (f"**{group['title']}.** {group['says']}", "")
        yield from table(("table", "one row of it is", "fields"), map(entity, group["tables"]))
    yield from words()
    yield from ("### Scales", "", part("scales"))
    yield from rooms()


def entity(name: str) -> tuple[object, ...]:
    """One table in a line."""
    record = TABLES[name]
    return f"[{code(name)}](#{anchor(state_heading(name))})", record.meaning, len(record.fields)


def state_heading(name: str) -> str:
    """The heading of a table in the appendix."""
    return f"{TABLES[name].name} ({name})"


def words() -> Iterator[str]:
    """The words that states of people and posts are made of."""
    kinds = (("roles of people", ROLES), ("states of a person", STATUSES), ("institutions", INSTITUTIONS), ("ties", TIES))
    yield from table(("words", "there are"), ((what, codes(names)) for what, names in kinds))


def rooms() -> Iterator[str]:
    """How much room the tables have."""
    what = next(iter(SIZES.values()))
    yield from table(("room for", *SIZES), ((name.replace("_", " "), *(number(size[name]) for size in SIZES.values())) for name in what))


def process() -> Iterator[str]:
    """Element 3."""
    yield from ("## 3 Process overview and scheduling", "", part("schedule"))
    yield from table(("", "rule", "what happens", "mechanisms in it that can be switched off alone"), map(in_the_week, schedule()))
    yield from (part("asked"),)
    yield from table(("rule", "decision", "asked once in so many weeks"), times())


def in_the_week(name: str) -> tuple[object, ...]:
    """One rule in a line."""
    about = reading.said(module(name)).about.partition(": ")[2]
    inner = (switch for switch in info(name).switches if switch != name)
    return schedule().index(name) + 1, f"[{code(name)}](#{anchor(heading(name))})", about[:1].upper() + about[1:], codes(inner)


def times() -> Iterator[tuple[object, ...]]:
    """Decisions that are taken more seldom than every week."""
    for name in schedule():
        yield from ((code(name), code(decision), weeks) for decision, weeks in ASKED.findall(getsource(module(name))))
