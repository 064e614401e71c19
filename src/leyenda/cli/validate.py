"""leyenda validate: the model beside the record, fact by fact."""

import json as json_
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from leyenda.cli.errors import DONE, Unfinished, WrongInput, unknown
from leyenda.cli.numbers import Positive, Seed, Whole

if TYPE_CHECKING:
    from leyenda.studies.validate.plan import Plan
    from leyenda.studies.validate.result import Validation


def validate(
    *scenarios: str,
    worlds: Positive = 100,
    seed: Seed = 1,
    threads: Positive | None = None,
    facts: Annotated[tuple[Whole, ...], Parameter(consume_multiple=True)] = (),
    freeze: Annotated[tuple[str, ...], Parameter(consume_multiple=True)] = (),
    posterior: Path | None = None,
    out: Path = Path("validation"),
    json: bool = False,
) -> int:
    """Put the model beside the record: each fact with its target, hit or missed. What was interrupted goes on with the same command.

    Parameters
    ----------
    scenarios
        Scenarios that have a record, such as mexico-2006 (all).
    worlds
        How many worlds of each.
    seed
        Seed of all draws.
    threads
        Threads to use (all cores).
    facts
        Numbers of facts; several may follow (all). Only as many weeks are run as they need.
    freeze
        Drivers to hold at their first value, one after the other, to see what remains of each national shape; several may follow.
    posterior
        FILE.csv with accepted points of a fit, or "record" (those that come with the model): each world takes the next.
    out
        Folder for the table, the pictures and what the worlds said: an interrupted study goes on, a finished one is not run again.
    json
        Print one JSON document instead of the table.
    """
    from leyenda.studies.validate.frozen import DRIVERS
    from leyenda.studies.validate.plan import planned

    for driver in freeze:
        if driver not in DRIVERS:
            raise unknown("driver", driver, DRIVERS)
    if out.exists() and not out.is_dir():
        raise WrongInput(f"{out} is a file; choose a folder.")
    plan = planned(scenarios, facts, worlds, seed, freeze, out, posterior)
    show(finished(plan, threads, not json), json)
    return DONE


def finished(plan: "Plan", threads: int | None, progress: bool) -> "Validation":
    """Run what is missing, write tables and pictures. Raises Unfinished if it was interrupted."""
    from leyenda.results.files import OutputError
    from leyenda.studies.validate.pictures import draw_all
    from leyenda.studies.validate.result import carried_out
    from leyenda.studies.validate.save import save

    try:
        found = carried_out(plan, threads, progress)
        save(found, plan.folder)
        draw_all(found, plan.folder)
    except (KeyboardInterrupt, OutputError) as error:
        raise Unfinished(f"{str(error) or 'Interrupted.'} What was run is kept in {plan.folder}.") from error
    return found


def show(found: "Validation", json: bool) -> None:
    """The table, or the same as JSON."""
    if json:
        from leyenda.studies.validate.save import document

        print(json_.dumps({"folder": str(found.plan.folder), **document(found)}, indent=2))
        return
    from leyenda.studies.validate.screen import screen

    screen(found)
    print(f"\nTables: {found.plan.folder}/table.md and table.csv; pictures: {found.plan.folder}/*.svg and *.png")
