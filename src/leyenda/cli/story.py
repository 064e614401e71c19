"""leyenda chronicle and leyenda why: what happened in one world, and because of what."""

import json as json_
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.cli.errors import DONE, WrongInput, unknown
from leyenda.cli.numbers import Positive, Whole

if TYPE_CHECKING:
    from leyenda.results.runs import Runs
    from leyenda.results.why import History


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


def why(
    run: Path, event: str, /, *, world: Whole | None = None, test: bool = False, futures: Positive = 100, json: bool = False
) -> int:
    """Show what caused an event, and what caused that.

    Parameters
    ----------
    run
        A run folder.
    event
        An event's id, or a kind such as "arrest" for the first of its kind.
    world
        Which world (the first).
    test
        Veto each cause in a replay of the world and in fresh futures, and show whether the event happens without it.
    futures
        How many fresh futures a test looks at, with each cause and without.
    json
        Print one JSON document instead of a tree.
    """
    from rich import print as rich_print

    from leyenda.results.why import History, branch

    runs = opened(run)
    number = chosen(runs, world)
    history = History(runs, number)
    asked = found(history.kinds, event)
    if test:
        return tested(runs, number, history, asked, futures, json)
    tree = history.causes(asked)
    if json:
        print(json_.dumps(tree.plain(), indent=2))
    else:
        rich_print(branch(tree))
    return DONE


def tested(runs: "Runs", world: int, history: "History", event: int, futures: int, json: bool) -> int:
    """Put the causes of an event to the test, and say what came of it."""
    from rich.console import Console

    from leyenda.results.simulate import announce, cores
    from leyenda.studies.why_test import UntestableError, put_to_test
    from leyenda.studies.why_words import answer, document, legend, table

    announce(runs.scenario)
    try:
        trial = put_to_test(runs, world, event, futures, cores(), not json)
    except UntestableError as error:
        raise WrongInput(str(error)) from None
    if json:
        print(json_.dumps(document(trial, history), indent=2))
        return DONE
    console = Console(highlight=False)
    console.print(f"[bold]{history.says(event)}[/]\n{answer(trial, history)}\n")
    console.print(table(trial, history))
    console.print(f"\n[dim]{legend(trial)}[/]")
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
