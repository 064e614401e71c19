"""leyenda chronicle and leyenda why: what happened in one world, and because of what."""

import json as json_
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.cli.errors import DONE, WrongInput, unknown
from leyenda.cli.numbers import Whole

if TYPE_CHECKING:
    from leyenda.results.runs import Runs


def chronicle(run: Path, /, *, world: Whole | None = None) -> int:
    """Tell one world as a dated story.

    Parameters
    ----------
    run
        A run folder.
    world
        Which world (the first).
    """
    runs = opened(run)
    from leyenda.results.chronicle import tell

    print(tell(runs, chosen(runs, world)))
    return DONE


def why(run: Path, event: str, /, *, world: Whole | None = None, json: bool = False) -> int:
    """Show what caused an event, and what caused that.

    Parameters
    ----------
    run
        A run folder.
    event
        An event's id, or a kind such as "arrest" for the first of its kind.
    world
        Which world (the first).
    json
        Print one JSON document instead of a tree.
    """
    from rich import print as rich_print

    from leyenda.results.why import History, branch

    runs = opened(run)
    history = History(runs, chosen(runs, world))
    tree = history.causes(found(history.kinds, event))
    if json:
        print(json_.dumps(tree.plain(), indent=2))
    else:
        rich_print(branch(tree))
    return DONE


def opened(run: Path) -> "Runs":
    """The results in a run folder whose tables can all be read."""
    from leyenda.results.folder import damage
    from leyenda.results.runs import Runs

    for found in damage(run):
        raise WrongInput(f"{run} is damaged: {found}")
    return Runs(run)


def chosen(runs: "Runs", world: int | None) -> int:
    """The world asked for, or the first."""
    worlds = runs.worlds.tolist()
    if not worlds:
        raise WrongInput(f"{runs.folder} holds no world that reached its end.")
    if world is not None and world not in worlds:
        raise WrongInput(f"{runs.folder} has no world {world}; it has {runs.content['worlds']}.")
    return worlds[0] if world is None else world


def found(kinds: list[str], event: str) -> int:
    """The id of an event by its number or as the first of its kind."""
    from leyenda.world.names import EVENTS

    if event.isdecimal():
        if int(event) >= len(kinds):
            raise WrongInput(f"This world has no event {event}; the last is {len(kinds) - 1}.")
        return int(event)
    if event not in EVENTS:
        raise unknown("kind of event", event, EVENTS)
    if event not in kinds:
        raise WrongInput(f'There is no "{event}" in this world.')
    return kinds.index(event)
