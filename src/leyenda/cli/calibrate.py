"""leyenda calibrate: parameters under which the model says what was recorded, and how sure that leaves one."""

import json as json_
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from leyenda.cli.errors import DONE, Unfinished, WrongInput
from leyenda.cli.numbers import Draws, Positive, Seed, Whole

if TYPE_CHECKING:
    from leyenda.studies.calibrate.fit import Plan
    from leyenda.studies.calibrate.fitted import Fitted
    from leyenda.studies.calibrate.recovery import Recovered
    from leyenda.studies.calibrate.waves import Wave


def calibrate(
    *,
    out: Path,
    facts: Annotated[tuple[Whole, ...], Parameter(consume_multiple=True)] = (),
    method: Literal["waves", "npe"] = "waves",
    points: Positive = 800,
    waves: Positive = 8,
    seed: Seed = 1,
    threads: Positive | None = None,
    recover: Draws = 0,
    json: bool = False,
) -> int:
    """Fit the rules' parameters to facts of the record. What was interrupted goes on with the same command.

    Parameters
    ----------
    out
        Folder for the accepted points, the table and the picture; all that was simulated is kept there.
    facts
        Numbers of the facts to fit to; several may follow (all that a fit may use).
    method
        "waves" (if not said) simulates again where the record looks likely; "npe" learns from the first wave alone (needs the extra infer).
    points
        How many points the first wave draws from the priors (800); later ones have half as many, the last 100.
    waves
        How many waves (8).
    seed
        Seed of all draws.
    threads
        Threads to use (all cores).
    recover
        Also take so many points of the first wave as if they were the record, at least 100, and look whether they are found again.
    json
        Print one JSON document instead of the tables.
    """
    from leyenda.results.files import OutputError
    from leyenda.results.simulate import cores
    from leyenda.studies.calibrate.fit import planned
    from leyenda.studies.calibrate.recovery import check_rows
    from leyenda.studies.calibrate.recovery import recover as recovered
    from leyenda.studies.calibrate.recovery_shown import save

    plan = planned(facts, points, waves, seed, threads or cores(), out, not json)
    if out.exists() and not out.is_dir():
        raise WrongInput(f"{out} is a file; choose a folder.")
    if recover:
        check_rows(plan, recover)
    try:
        fitted = carried_out(plan, method)
        found = recovered(plan, recover) if recover else []
        files = [*fitted.save(out), *(save(found, fitted.made(), out) if recover else [])]
    except (KeyboardInterrupt, OutputError) as error:
        raise Unfinished(f"{str(error) or 'Interrupted.'} What was simulated is kept in {out}.") from error
    show(fitted, found, files, json)
    return DONE


def carried_out(plan: "Plan", method: str) -> "Fitted":
    """The fit, saying after each wave how far it is."""
    from leyenda.studies.calibrate.fitted import Fitted

    if method == "npe":
        from leyenda.studies.calibrate.npe import npe

        last = npe(plan)
    else:
        last = last_wave(plan)
    return Fitted(plan.facts, method, plan.scheme.seed, last)


def last_wave(plan: "Plan") -> "Wave":
    """The last wave."""
    from leyenda.studies.calibrate.fit import fit
    from leyenda.studies.calibrate.screen import line

    since = time.monotonic()
    for number, wave in enumerate(fit(plan), 1):
        if plan.progress:
            print(line(number, wave, plan.distance(wave.said), plan.scheme, time.monotonic() - since), file=sys.stderr)
        since = time.monotonic()
    return wave


def show(fitted: "Fitted", found: list["Recovered"], files: list[Path], json: bool) -> None:
    """The tables, or one JSON document."""
    from leyenda.studies.calibrate import recovery_shown

    if json:
        more = {"recovery": recovery_shown.rows(found)} if found else {}
        print(json_.dumps({"folder": str(files[0].parent), **fitted.document(), **more}, indent=2))
        return
    from rich.console import Console

    from leyenda.studies.calibrate.screen import screen

    console = Console()
    screen(fitted, console)
    if found:
        console.print(f"\n{recovery_shown.answer(found)}.", style="bold", highlight=False)
        console.print(recovery_shown.table(found))
        console.print(recovery_shown.reads(found), style="dim", highlight=False)
    print(f"\nWritten: {', '.join(map(str, files))}")
