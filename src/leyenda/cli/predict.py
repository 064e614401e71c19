"""leyenda predict: what the fitted model says of 2012-2023, written down before anybody compares it with anything."""

import json as json_
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.cli.errors import DONE, Unfinished, WrongInput
from leyenda.cli.numbers import Positive, Seed

if TYPE_CHECKING:
    from leyenda.studies.predict.plan import Plan
    from leyenda.studies.predict.result import Prediction


def predict(
    *,
    out: Path,
    posterior: Path = Path("record"),
    worlds: Positive = 100,
    seed: Seed = 1,
    threads: Positive | None = None,
    json: bool = False,
) -> int:
    """Write down what the fitted model says of 2012-2023, beside simple nulls. What was interrupted goes on with the same command.

    Parameters
    ----------
    out
        Folder for prediction.md, its tables and its picture: an interrupted prediction goes on, a finished one is not run again.
    posterior
        FILE.csv with accepted points of a fit, or "record" (those that come with the model): each world takes the next.
    worlds
        How many worlds.
    seed
        Seed of all draws.
    threads
        Threads to use (all cores).
    json
        Print one JSON document instead of the table.
    """
    from leyenda.studies.predict.plan import planned

    if out.exists() and not out.is_dir():
        raise WrongInput(f"{out} is a file; choose a folder.")
    plan = planned(posterior, worlds, seed, out)
    show(finished(plan, threads, not json), json)
    return DONE


def finished(plan: "Plan", threads: int | None, progress: bool) -> "Prediction":
    """Run what is missing, write page, tables and picture. Raises Unfinished if it was interrupted."""
    from leyenda.results.files import OutputError
    from leyenda.studies.predict.page import PICTURE
    from leyenda.studies.predict.picture import draw_all
    from leyenda.studies.predict.result import carried_out
    from leyenda.studies.predict.save import save

    try:
        found = carried_out(plan, threads, progress)
        save(found, plan.folder)
        draw_all(found, (plan.folder / PICTURE).parent)
    except (KeyboardInterrupt, OutputError) as error:
        raise Unfinished(f"{str(error) or 'Interrupted.'} What was run is kept in {plan.folder}.") from error
    return found


def show(found: "Prediction", json: bool) -> None:
    """The table, or the same as JSON."""
    folder = found.plan.folder
    if json:
        from leyenda.studies.predict.save import document

        print(json_.dumps({"folder": str(folder), **document(found)}, indent=2))
        return
    from leyenda.studies.predict.screen import screen

    screen(found)
    print(f"\nThe page: {folder}/prediction.md; tables beside it, the picture in {folder}/pictures")
