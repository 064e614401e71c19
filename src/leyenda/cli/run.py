"""leyenda run: simulate, save, show."""

import json as json_
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from leyenda.cli.errors import DONE, NO, Unfinished, WrongInput
from leyenda.cli.numbers import Positive, Seed
from leyenda.cli.plugins import Plugins, use
from leyenda.cli.policies import labelled
from leyenda.cli.typed import typed

if TYPE_CHECKING:
    from leyenda.results.runs import Runs
    from leyenda.scenario import Scenario

WORLDS = 200


def run(
    scenario: str,
    /,
    *,
    worlds: Positive | None = None,
    seed: Seed = 1,
    weeks: Positive | None = None,
    set_: Annotated[tuple[str, ...], Parameter(name="--set")] = (),
    off: tuple[str, ...] = (),
    policy: tuple[str, ...] = (),
    posterior: Path | None = None,
    plugin: Plugins = (),
    out: Path | None = None,
    threads: Positive | None = None,
    resume: bool = False,
    pictures: bool = False,
    ledger: Literal["brief", "full"] = "brief",
    json: bool = False,
) -> int:
    """Simulate many worlds of a scenario and save what happened.

    Parameters
    ----------
    scenario
        A built-in scenario's name or a folder.
    worlds
        How many worlds (200, or as many as the run that is resumed).
    seed
        Seed of all draws.
    weeks
        How many weeks to run instead of the scenario's.
    set_
        KEY=VALUE, changes one value of the scenario; may be repeated.
    off
        Switch off a mechanism; may be repeated.
    policy
        POLICY[:KEY=VALUE,...], a policy to apply; may be repeated. Keys: start, end, intensity, plazas, cost, effects.RATE.
    posterior
        FILE.csv with accepted points of a fit, or "record" (those that come with the model): each world takes the next.
    plugin
        FILE.py with rules or policies of your own, which is run; may be repeated.
    out
        Folder for the results (runs/SCENARIO-SEED).
    threads
        Threads to use (all cores).
    resume
        Finish the run that was interrupted in this folder.
    pictures
        Draw pictures into the folder.
    ledger
        "full" keeps every week of the ledger for every world, "brief" for the first ten.
    json
        Print one JSON document instead of the summary.
    """
    use(plugin)
    changed = resolve(scenario, weeks, set_, off, policy, posterior)
    folder = out or Path("runs") / f"{named_after(scenario)}-{seed}"
    count = worlds or begun(folder, resume) or WORLDS
    runs = carried_out(changed, count, seed, threads, ledger, folder, resume, not json)
    drawn = draw(runs) if pictures else None
    show(runs, drawn, json)
    for world, error in runs.failed.items():
        print(f"World {world} was stopped: {error}", file=sys.stderr)
    return NO if runs.failed else DONE


def named_after(scenario: str) -> str:
    """What a folder of results is called after a scenario: its name, or its folder's, in what every system takes."""
    return re.sub(r"[^\w.-]+", "-", Path(scenario).resolve().name)


def resolve(
    where: str,
    weeks: int | None,
    settings: tuple[str, ...],
    off: tuple[str, ...],
    policies: tuple[str, ...],
    points: Path | None = None,
) -> "Scenario":
    """The scenario with all that the command line changes in it."""
    from leyenda.results.loading import load
    from leyenda.scenario.posterior import read_points

    changes = dict(setting(text) for text in settings)
    if points is not None:
        changes["posterior"] = read_points(points)
    if weeks is not None:
        changes["weeks"] = weeks
    return load(where).with_(changes, off=off, policies=labelled(policies))


def setting(text: str) -> tuple[str, Any]:
    """A KEY=VALUE pair; the value is read as TOML, or else taken as text."""
    key, equals, value = text.partition("=")
    if not equals:
        raise WrongInput(f'--set takes KEY=VALUE, for instance weeks=520; "{text}" has no "=".')
    return key.strip(), typed(value)


def begun(folder: Path, resume: bool) -> int | None:
    """How many worlds the run that is to be finished has, if there is one."""
    from leyenda.results import manifest
    from leyenda.results.folder import read_content

    if not resume or not (folder / manifest.NAME).exists():
        return None
    return len(manifest.numbers(read_content(folder)["worlds"]))


def carried_out(
    scenario: "Scenario",
    worlds: int,
    seed: int,
    threads: int | None,
    ledger: Literal["brief", "full"],
    folder: Path,
    resume: bool,
    progress: bool,
) -> "Runs":
    """Simulate into the folder. Raises Unfinished if it was interrupted after it began."""
    from leyenda.results.files import OutputError
    from leyenda.results.folder import FolderError, missing
    from leyenda.results.simulate import simulate

    try:
        return simulate(scenario, worlds, seed, threads, progress, ledger, out=folder, resume=resume)
    except FolderError:
        raise
    except (KeyboardInterrupt, OutputError) as error:
        if not folder.exists():
            raise
        done = worlds - len(missing(folder, range(worlds)))
        raise Unfinished(f"{str(error) or 'Interrupted.'} {done} of {worlds} worlds are saved in {folder}.", ("--resume",)) from error


def draw(runs: "Runs") -> Path:
    """Draw the pictures."""
    from leyenda.results.pictures import draw_all

    folder = runs.folder / "pictures"
    draw_all(runs, folder)
    return folder


def show(runs: "Runs", pictures: Path | None, json: bool) -> None:
    """The last screen, or the same as JSON."""
    from leyenda.results.screen import document, screen

    if json:
        print(json_.dumps(document(runs, pictures), indent=2))
    else:
        screen(runs, pictures)
