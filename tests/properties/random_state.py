"""Random posts, banks and calendars of office."""

from random import Random
from typing import Any

Row = dict[str, Any]
SOURCE = {"source": "made up"}
POSTS = (
    ("government", "home"), ("police", "home"), ("military", "home"), ("prosecution", "home"), ("intelligence", "home"),
    ("presidency", "home"), ("government", "abroad"), ("police", "abroad"), ("military", "abroad"), ("border", "abroad"), ("agency", "abroad"),
)


def state(shape: Any, content: Row, r: Random) -> Row:
    """Every institution on its sides, some twice, some bought; a bank or two on each side; a calendar of office."""
    names = {side: [p["name"] for p in content["plazas"] if p["side"] == side] for side in ("home", "abroad")}
    wanted = [*POSTS, *(r.choice(POSTS) for _ in range(shape.extra))]
    offices = tuple(
        {
            "name": f"{institution} {k}", "institution": institution, "side": side, "plaza": r.choice((None, *names[side])), "holder": None, "man": None,
            "worth": r.uniform(0.001, 0.5), "budget": r.uniform(0, 20), **bought(shape, r), **SOURCE,
        }
        for k, (institution, side) in enumerate(wanted)
    )
    banks = tuple(
        {
            "name": f"bank {k}", "side": side, "plaza": r.choice((None, *names[side])), "compliance": r.random(), "capacity": r.uniform(0, 20),
            "fee": 0.3 * r.random(), **bought(shape, r), **SOURCE,
        }
        for k, side in enumerate(("home", "abroad", *r.sample(("home", "abroad"), r.randrange(3))))
    )
    change = {(r.choice(offices)["name"], 1980 + r.randrange(3), r.randrange(1, 53)): r.randrange(2) for _ in range(2 * shape.extra)}
    terms = tuple({"office": o, "year": y, "week": w, "alternation": a, **SOURCE} for (o, y, w), a in change.items())
    return {"offices": offices, "banks": banks, "terms": terms}


def bought(shape: Any, r: Random) -> Row:
    """Who has bought a post, and for how much."""
    if r.random() < 0.5:
        return {"client": None, "price": 0.0}
    return {"client": f"O{r.randrange(shape.organisations)}", "price": r.uniform(0.001, 0.5)}
