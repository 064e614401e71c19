"""leyenda sensitivity: which parameters matter for an output."""

import json as json_
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from leyenda.cli.errors import DONE, Unfinished, WrongInput
from leyenda.cli.numbers import Positive, Seed, Whole
from leyenda.cli.plugins import Plugins, use

if TYPE_CHECKING:
    from leyenda.studies.sensitivity import Sensitivity
    from leyenda.studies.sensitivity.plan import Plan


def sensitivity(
    scenario: str,
    /,
    *,
    output: str,
    out: Path,
    method: Literal["morris", "sobol"] = "morris",
    parameters: Annotated[tuple[str, ...], Parameter(consume_multiple=True)] = (),
    from_: Annotated[Whole | None, Parameter(name="--from")] = None,
    to: Whole | None = None,
    trajectories: Positive | None = None,
    samples: Positive | None = None,
    worlds: Positive | None = None,
    seed: Seed = 1,
    weeks: Positive | None = None,
    set_: Annotated[tuple[str, ...], Parameter(name="--set")] = (),
    off: tuple[str, ...] = (),
    plugin: Plugins = (),
    threads: Positive | None = None,
    json: bool = False,
) -> int:
    """Find the parameters of the rules that matter for an output. What was interrupted goes on with the same command.

    Parameters
    ----------
    scenario
        A built-in scenario's name or a folder.
    output
        A weekly series, such as deaths, homicides, exports or organisations.
    out
        Folder for the table and the picture; every point that was run is kept there.
    method
        "morris" screens many parameters, "sobol" divides the variance among a few.
    parameters
        RULE.NAME, or RULE for all of a rule; several may follow (all, which only morris takes).
    from_
        First calendar year that counts (the scenario's first).
    to
        Last calendar year that counts (the scenario's last).
    trajectories
        How many trajectories (10); morris only.
    samples
        How many samples (64), a power of two; sobol only.
    worlds
        How many worlds each point is run on, the same for all (8).
    seed
        Seed of all draws.
    weeks
        How many weeks to run instead of the scenario's.
    set_
        KEY=VALUE, changes one value of the scenario at every point; may be repeated.
    off
        Switch off a mechanism at every point; may be repeated.
    plugin
        FILE.py with rules of your own; may be repeated.
    threads
        Threads to use (all cores).
    json
        Print one JSON document instead of the table.
    """
    from leyenda.cli.run import resolve
    from leyenda.studies.sensitivity.plan import planned
    from leyenda.studies.sensitivity.run import WORLDS

    use(plugin)
    base = resolve(scenario, weeks, set_, off, ())
    size = size_of(method, trajectories, samples)
    plan = planned(base, output, method, parameters or None, size, worlds or WORLDS, seed, (from_, to))
    found = finished(plan, threads, out, not json)
    found.save(out)
    show(found, out, json)
    return DONE


def size_of(method: str, trajectories: int | None, samples: int | None) -> int:
    """How large the design is; the size of the other method is refused."""
    from leyenda.studies.sensitivity.run import SAMPLES, TRAJECTORIES

    if method == "morris" and samples is not None:
        raise WrongInput("--samples goes with --method sobol; morris takes --trajectories.")
    if method == "sobol" and trajectories is not None:
        raise WrongInput("--trajectories goes with --method morris; sobol takes --samples.")
    return trajectories or TRAJECTORIES if method == "morris" else samples or SAMPLES


def finished(plan: "Plan", threads: int | None, folder: Path, progress: bool) -> "Sensitivity":
    """Run what is missing. Raises Unfinished if it was interrupted."""
    from leyenda.results.files import OutputError
    from leyenda.studies.sensitivity.evaluate import already
    from leyenda.studies.sensitivity.run import carried_out

    if folder.exists() and not folder.is_dir():
        raise WrongInput(f"{folder} is a file; choose a folder.")
    total = len(plan.points)  # without SALib it ends here
    try:
        return carried_out(plan, threads, progress, folder)
    except (KeyboardInterrupt, OutputError) as error:
        raise Unfinished(f"{str(error) or 'Interrupted.'} {already(plan, folder)} of {total} points are kept in {folder}.") from error


def show(found: "Sensitivity", folder: Path, json: bool) -> None:
    """The table, or the same as JSON."""
    if json:
        print(json_.dumps({"folder": str(folder), **found.document()}, indent=2))
        return
    from leyenda.studies.sensitivity.screen import screen

    screen(found)
    print(f"\nAll parameters: {folder}/table.csv; picture: {folder}/sensitivity.svg and .png")
