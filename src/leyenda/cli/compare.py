"""leyenda compare: what policies change, on the same worlds, against both baselines."""

import json as json_
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from leyenda.cli.errors import DONE, NO, Unfinished, WrongInput
from leyenda.cli.numbers import Positive, Seed, Whole
from leyenda.cli.plugins import Plugins, use

if TYPE_CHECKING:
    from leyenda.studies.compare import Effect
    from leyenda.studies.compare.plan import Plan

TOGETHER = "all together"


def compare(
    scenario: str,
    /,
    *,
    policy: tuple[str, ...] = (),
    together: bool = False,
    start: Whole | None = None,
    years: tuple[Positive, ...] = (),
    output: tuple[str, ...] = (),
    worlds: Positive = 200,
    seed: Seed = 1,
    weeks: Positive | None = None,
    set_: Annotated[tuple[str, ...], Parameter(name="--set")] = (),
    off: tuple[str, ...] = (),
    posterior: Path | None = None,
    plugin: Plugins = (),
    out: Path | None = None,
    threads: Positive | None = None,
    pictures: bool = False,
    json: bool = False,
) -> int:
    """Compare policies with doing nothing, on the same worlds. What was interrupted goes on with the same command.

    Parameters
    ----------
    scenario
        A built-in scenario's name or a folder.
    policy
        POLICY[:KEY=VALUE,...], an arm of its own; may be repeated.
    together
        Also all of them at once, and what that does beyond their sum.
    start
        First week of policies that name none (a third of the way, at the beginning of a year).
    years
        Measure over this many years from the start (2 and 5, as far as they fit); may be repeated.
    output
        Show this output instead of the main ones; deaths are always shown; may be repeated.
    worlds
        How many worlds.
    seed
        Seed of all draws.
    weeks
        How many weeks to run instead of the scenario's.
    set_
        KEY=VALUE, changes one value of the scenario in every arm; may be repeated.
    off
        Switch off a mechanism in every arm; may be repeated.
    posterior
        FILE.csv with accepted points of a fit, or "record" (those that come with the model): each world takes the next, in every arm.
    plugin
        FILE.py with rules and policies of your own; may be repeated.
    out
        Folder for the results (runs/SCENARIO-compare-HASH, the hash being that of what is compared).
    threads
        Threads to use (all cores).
    pictures
        Draw the picture into the folder.
    json
        Print one JSON document instead of the tables.
    """
    from leyenda.cli.run import named_after, resolve
    from leyenda.studies.compare.outputs import MAIN, wanted
    from leyenda.studies.compare.plan import planned

    use(plugin)
    shown = wanted(output or MAIN)
    base = resolve(scenario, weeks, set_, off, (), posterior)
    plan = planned(base, arms(policy, together), worlds, seed, start, years or None, None)
    folder = out or Path("runs") / f"{named_after(scenario)}-compare-{plan.hash[:8]}"
    effect = finished(plan, threads, folder, not json)
    effect.save(folder)
    drawn = draw(effect, folder, shown) if pictures else None
    show(effect, shown, drawn, json)
    for world, error in effect.failed.items():
        print(f"World {world} was stopped: {error}", file=sys.stderr)
    return NO if effect.failed else DONE


def arms(policies: tuple[str, ...], together: bool) -> dict[str, list[Any]]:
    """An arm for each policy, and one for all of them."""
    from leyenda.cli.policies import labelled

    if not policies:
        raise WrongInput("Nothing to compare: give at least one --policy; leyenda policies lists what there is.")
    found = labelled(policies)
    if together and len(found) < 2:
        raise WrongInput("--together needs at least two policies.")
    single: dict[str, list[Any]] = {label: [{label: changes}] for label, changes in found.items()}
    return single | ({TOGETHER: [found]} if together else {})


def finished(plan: "Plan", threads: int | None, folder: Path, progress: bool) -> "Effect":
    """Run what is missing. Raises Unfinished if it was interrupted after it began."""
    from leyenda.results.files import OutputError
    from leyenda.results.folder import FolderError
    from leyenda.studies.compare.parts import PARTS
    from leyenda.studies.compare.run import carried_out

    try:
        return carried_out(plan, threads, progress, folder)
    except FolderError:
        raise
    except (KeyboardInterrupt, OutputError) as error:
        if not folder.exists():
            raise
        done = len(list(folder.glob(f"{PARTS}/[0-9]*")))
        raise Unfinished(f"{str(error) or 'Interrupted.'} {done} of {len(plan.worlds)} worlds are saved in {folder}.") from error


def draw(effect: "Effect", folder: Path, outputs: tuple[str, ...]) -> Path:
    """Draw the picture in every format."""
    from leyenda.results.pictures import FORMATS

    for ending in FORMATS:
        effect.plot(folder / "pictures" / f"compare.{ending}", outputs)
    return folder / "pictures"


def show(effect: "Effect", outputs: tuple[str, ...], pictures: Path | None, json: bool) -> None:
    """The tables, or the same as JSON."""
    from leyenda.studies.compare.screen import screen

    if json:
        places = {"folder": str(effect.folder), "pictures": str(pictures) if pictures else None}
        print(json_.dumps(places | effect.document(), indent=2))
        return
    screen(effect, outputs)
    print(f"\nAll outputs and windows: {effect.folder}/effects.md and effects.csv{f'; pictures: {pictures}' if pictures else ''}")
