"""Who stands where: heads, members, superiors, capos and posts fit together at any moment."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.world.names import BANKER, CAPO, CAST_OUT, DEAD, FREE, HEAD, INFORMANT, POLITICIAN, RETIRED, ROLES, STATUSES

Block = npt.NDArray[Any]


def count(block: Block, table: str) -> int:
    """Rows of a table; presences have one for each organisation."""
    return int(block["organisations" if table == "presences" else table]["count"])


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
            elif in_a_circle(above, i):
                yield f"answers to himself in the end: {who(block, i)}"


def in_a_circle(above: npt.NDArray[Any], i: int) -> bool:
    """Whether the line of superiors comes back to somebody."""
    j = above[i]
    for _ in range(len(above)):
        if j < 0 or j == i:
            break
        j = above[j]
    return bool(j == i)


def plazas_run(block: Block) -> Iterator[str]:
    """Whoever runs a plaza is a free head or capo of that organisation there; an ended organisation runs none."""
    people, ended = block["people"], block["organisations"]["ended"]
    for o, p in np.argwhere(block["presences"]["capo"][: count(block, "organisations")] >= 0):
        i = int(block["presences"]["capo"][o, p])
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
        filled = block["on"]["enter_and_exit"]  # the rule that fills posts; without it the dead keep theirs
        if i >= 0 and filled and (people["office"][i] != f or people["status"][i] != FREE or people["role"][i] not in range(POLITICIAN, BANKER)):
            yield f"post {f} is held by {who(block, i)} of post {people['office'][i]}"
        if o >= 0 and block["organisations"]["ended"][o] >= 0:
            yield f"post {f} protects organisation {o}, which has ended"
        if o < 0 and offices["price"][f] > 0:
            yield f"post {f} is paid by nobody"
    for i in range(count(block, "people")):
        f = people["office"][i]
        if f >= 0 and offices["holder"][f] != i:
            yield f"{who(block, i)} says he holds post {f}"
