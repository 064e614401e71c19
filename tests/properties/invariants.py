"""What must hold of a world's block at any moment, whatever the scenario; each check yields a sentence per violation."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from positions import capos, count, heads, members, plazas_run, posts, superiors, who

from leyenda.base.fields import KEY
from leyenda.world.layout import TABLES
from leyenda.world.names import DEAD, JAILED_ABROAD, JAILED_HOME

Block = npt.NDArray[Any]
ROUNDING = 1e-9
POINTERS = {
    "people": {
        "organisation": "organisations", "superior": "people", "plaza": "plazas", "case": "task_forces", "office": "offices", "deed": "events",
        "rank_event": "events", "fall_event": "events", "seen_betrayal": "events", "grudge_to": "people", "grudge_event": "events",
        "evidence_event": "events", "notoriety_event": "events",
    },
    "ties": {"a": "people", "b": "people"},
    "plazas": {"heat_event": "events"},
    "organisations": {
        "head": "people", "parent": "organisations", "seat": "plazas", "defeat_event": "events", "pact_event": "events", "war": "wars",
        "hostility_event": "events", "event": "events",
    },
    "presences": {"capo": "people", "vacated": "events"},
    "wars": {"a": "organisations", "b": "organisations", "event": "events"},
    "offices": {"plaza": "plazas", "holder": "people", "client": "organisations", "man": "people", "deal_event": "events", "memory_event": "events"},
    "banks": {"plaza": "plazas", "insider": "people", "client": "organisations", "deal_event": "events"},
    "task_forces": {"sponsor": "offices", "lead": "people", "organisation": "organisations", "target": "people", "event": "events", "cause": "events"},
    "events": {"who": "people", "whom": "people", "organisation": "organisations", "plaza": "plazas"},
    "causes": {"event": "events", "cause": "events"},
}


def filled(block: Block, table: str, column: str) -> npt.NDArray[Any]:
    """A column as far as its table is filled."""
    values = block[table][column]
    if TABLES[table].fields[column].scalar or table not in (*POINTERS, "presences", "drivers", "terms"):
        return np.atleast_1d(values)
    return values[: count(block, table)]


def ranges(block: Block) -> Iterator[str]:
    """Every field lies in its declared range, and is a number."""
    for table, record in TABLES.items():
        for column, field in record.fields.items():
            if field.type != KEY:
                values = filled(block, table, column)
                bad = ~((values >= field.low - ROUNDING) & (values <= field.high + ROUNDING))
                if bad.any():
                    yield f"{table}.{column} is {values[bad].flat[0]}, outside {field.low} to {field.high}"


def references(block: Block) -> Iterator[str]:
    """Whoever and whatever is pointed at exists."""
    for table, columns in POINTERS.items():
        for column, to in columns.items():
            values = filled(block, table, column)
            if (values >= count(block, to)).any():
                yield f"{table}.{column} points at {values.max()} of {count(block, to)} {to}"


def control(block: Block) -> Iterator[str]:
    """Control in a plaza sums to at most 1."""
    held = block["presences"]["control"].sum(axis=0)
    if held.max() > 1.0 + ROUNDING:
        yield f"control of a plaza sums to {held.max():.12g}"


def conflicts(block: Block) -> Iterator[str]:
    """War and pact are mutual and exclude each other; an open war is between two who live, and they know of it."""
    organisations, wars = block["organisations"], block["wars"]
    for name in ("at_war", "pact", "war"):
        if (organisations[name] != organisations[name].T).any():
            yield f"{name} is not mutual"
    if (organisations["at_war"] & organisations["pact"]).any():
        yield "two are at war and have a pact"
    if np.diag(organisations["at_war"]).any() or np.diag(organisations["pact"]).any():
        yield "an organisation is at war, or has a pact, with itself"
    open_wars = [w for w in range(count(block, "wars")) if wars["ended"][w] < 0]
    for w in open_wars:
        a, b = wars["a"][w], wars["b"][w]
        if organisations["war"][a, b] != w or not organisations["at_war"][a, b]:
            yield f"war {w} is open and {a} and {b} do not know"
        if organisations["ended"][a] >= 0 or organisations["ended"][b] >= 0:
            yield f"war {w} goes on without {a} or {b}"
    if organisations["at_war"].sum() != 2 * len(open_wars):
        yield f"{organisations['at_war'].sum()} at war in {len(open_wars)} open wars"


def purses(block: Block) -> Iterator[str]:
    """The dead own nothing, an ended organisation neither, and nobody who is not in prison serves a sentence."""
    people, organisations = block["people"], block["organisations"]
    for i in range(count(block, "people")):
        if people["status"][i] == DEAD and people["cash"][i] + people["laundered"][i] + people["fronted"][i] > ROUNDING:
            yield f"owns {people['cash'][i] + people['laundered'][i] + people['fronted'][i]:g}: {who(block, i)}"
        if people["status"][i] in (JAILED_HOME, JAILED_ABROAD) and people["jailed"][i] < 0:
            yield f"was never arrested: {who(block, i)}"
    for o in range(count(block, "organisations")):
        if organisations["ended"][o] >= 0 and organisations["treasury"][o] + organisations["laundered"][o] > ROUNDING:
            yield f"organisation {o} has ended and owns {organisations['treasury'][o] + organisations['laundered'][o]:g}"
        if organisations["ended"][o] >= 0 and block["presences"]["members"][o].sum() + block["presences"]["control"][o].sum() > 0:
            yield f"organisation {o} has ended and has members or control"


CHECKS = (ranges, references, control, heads, members, superiors, plazas_run, capos, posts, conflicts, purses)


def violations(block: Block) -> list[str]:
    """Everything that is wrong with a block."""
    return [finding for check in CHECKS for finding in check(block)]
