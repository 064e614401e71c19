"""A policy: what it does to which rate, who carries it out, what it costs, and where that comes from."""

from collections.abc import Mapping
from typing import Any


class Policy:
    """A policy as data. Subclass it in a file of your own, or make one from keywords.

    title: what it is called. why: how it is meant to work. source: where the idea and its evidence come from.
    institution: who carries it out ("police", "prosecution" ...), "" if nobody who could be bought; side: "home" or "abroad".
    cost: M$ of 2020 a year at intensity 1; cost_source: where that comes from.
    effects: by rate (`leyenda.world.rates`), at intensity 1: a factor for rates that multiply, an addend for the others.
    ranges: by rate, the lowest and highest effect worth trying; sources: by rate, where effect and range come from.
    moves: series it should move.
    """

    name: str = ""
    title: str = ""
    why: str = ""
    source: str = ""
    institution: str = "government"
    side: str = "home"
    cost: float = 0.0
    cost_source: str = "ours"
    effects: Mapping[str, float] = {}
    ranges: Mapping[str, tuple[float, float]] = {}
    sources: Mapping[str, str] = {}
    moves: tuple[str, ...] = ()

    def __init__(self, **given: Any) -> None:
        """Keywords replace what the class says. Raises TypeError for a keyword no policy has."""
        for key, value in given.items():
            if key not in Policy.__annotations__:
                raise TypeError(f"a policy has no {key!r}; it has {', '.join(Policy.__annotations__)}")
            setattr(self, key, value)

    def __repr__(self) -> str:
        return f"Policy({self.name!r})"
