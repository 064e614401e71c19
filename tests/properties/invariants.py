"""What must hold of a world's block at any moment, whatever the scenario; each check yields a sentence per violation."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.base.fields import KEY
from leyenda.world.layout import TABLES
from leyenda.world.names import (
    BANKER, CAPO, CAST_OUT, DEAD, FREE, HEAD, INFORMANT, JAILED_ABROAD, JAILED_HOME, POLITICIAN, RETIRED, ROLES, STATUSES,
)

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


def count(block: Block, table: str) -> int:
    """Rows of a table; presences have one for each organisation."""
    return int(block["organisations" if table == "presences" else table]["count"])


def ranges(block: Block) -> Iterator[str]:
    """Every field lies in its declared range, and is a number."""
    for table, record in TABLES.items():
        for column, field in record.fields.items():
            if field.type != KEY:
                values = filled(block, table, column)
                bad = ~((values >= field.low) & (values <= field.high))
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


def heads(block: Block) -> Iterator[str]:
    """A head of a living organisation belongs to it and has the role; nobody heads two; who has the role heads one."""
    people, organisations = block["people"], block["organisations"]
    leads: dict[int, int] = {}
    for o in range(count(block, "organisations")):
        i = int(organisations["head"][o])
        if organisations["ended"][o] >= 0 and i >= 0:
            yield f"organisation {o} has ended and person {i} heads it"
        if organisations["ended"][o] < 0 and i >= 0:
            if people["organisation"][i] != o or people["role"][i] != HEAD:
                yield f"head {i} of organisation {o} is {who(block, i)}"
            if i in leads:
                yield f"person {i} heads {leads[i]} and {o}"
            leads[i] = o
    for i in range(count(block, "people")):
        if people["role"][i] == HEAD and people["status"][i] == FREE and i not in leads:
            yield f"nobody is led by {who(block, i)}"


def who(block: Block, i: int) -> str:
    """A person in words."""
    people = block["people"]
    status, role = STATUSES[people["status"][i]], ROLES[people["role"][i]]
    return f"person {i}, a {status} {role} of organisation {people['organisation'][i]} in plaza {people['plaza'][i]}"


def members(block: Block) -> Iterator[str]:
    """Whoever belongs somewhere belongs to something alive; officials and the cast out belong nowhere, free capos somewhere."""
    people, ended = block["people"], block["organisations"]["ended"]
    for i in range(count(block, "people")):
        o, role = people["organisation"][i], people["role"][i]
        if o >= 0 and ended[o] >= 0 and people["status"][i] != DEAD:
            yield f"organisation {o} has ended and has {who(block, i)}"
        if o >= 0 and (role >= POLITICIAN or role == CAST_OUT or people["status"][i] in (RETIRED, INFORMANT)):
            yield f"an organisation has {who(block, i)}"
        if o < 0 and people["status"][i] == FREE and role <= CAPO:
            yield f"stands alone: {who(block, i)}"


def superiors(block: Block) -> Iterator[str]:
    """Whom a free person answers to is of his organisation, and not himself; the line of superiors ends."""
    people = block["people"]
    above = people["superior"]
    for i in range(count(block, "people")):
        j = above[i]
        if j >= 0 and people["status"][i] == FREE:
            if j == i or people["organisation"][j] != people["organisation"][i]:
                yield f"{who(block, i)} answers to {who(block, j)}"
            elif above[j] == i:
                yield f"{who(block, i)} and {who(block, j)} answer to each other"


def plazas_run(block: Block) -> Iterator[str]:
    """Whoever runs a plaza is a free head or capo of that organisation there; an ended organisation runs none."""
    people, ended = block["people"], block["organisations"]["ended"]
    for o, p in np.argwhere(block["presences"]["capo"][: count(block, "organisations")] >= 0):
        i = int(block["presences"]["capo"][o, p])
        if p >= count(block, "plazas"):
            continue
        if ended[o] >= 0:
            yield f"organisation {o} has ended and person {i} runs its plaza {p}"
        elif people["status"][i] != FREE or people["organisation"][i] != o or people["plaza"][i] != p or people["role"][i] > CAPO:
            yield f"plaza {p} of organisation {o} is run by {who(block, i)}"


def capos(block: Block) -> Iterator[str]:
    """A free capo runs a plaza."""
    people, runs = block["people"], block["presences"]["capo"]
    for i in range(count(block, "people")):
        o, p = people["organisation"][i], people["plaza"][i]
        if people["role"][i] == CAPO and people["status"][i] == FREE and (o < 0 or p < 0 or runs[o, p] != i):
            yield f"runs nothing, with a margin of {people['margin'][i]:.3g}: {who(block, i)}"


def posts(block: Block) -> Iterator[str]:
    """One holder a post and one post a holder, who is alive; a client exists, a price has a client."""
    people, offices = block["people"], block["offices"]
    n = count(block, "offices")
    held = offices["holder"][:n][offices["holder"][:n] >= 0]
    if len(np.unique(held)) < len(held):
        yield "somebody holds two posts"
    for f in range(n):
        i, o = offices["holder"][f], offices["client"][f]
        if i >= 0 and (people["office"][i] != f or people["status"][i] != FREE or people["role"][i] not in range(POLITICIAN, BANKER)):
            yield f"post {f} is held by {who(block, i)} of post {people['office'][i]}"
        if o >= 0 and block["organisations"]["ended"][o] >= 0:
            yield f"post {f} protects organisation {o}, which has ended"
        if o < 0 and offices["price"][f] > 0:
            yield f"post {f} is paid by nobody"
    for i in range(count(block, "people")):
        f = people["office"][i]
        if f >= 0 and offices["holder"][f] != i:
            yield f"{who(block, i)} says he holds post {f}"


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
