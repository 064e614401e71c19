"""Run every arm on the same worlds, reduce each world at once, and hand back the effect."""

from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from leyenda.results.progress import shown
from leyenda.results.simulate import StoppedError, announce, check, cores
from leyenda.scenario import Scenario
from leyenda.studies.compare.arms import Item
from leyenda.studies.compare.effect import Effect
from leyenda.studies.compare.parts import keep, open_folder, read
from leyenda.studies.compare.plan import Plan, planned
from leyenda.studies.compare.reduce import Reduced, reduced


def compare(
    scenario: Scenario,
    arms: Mapping[str, Sequence[Item]],
    worlds: int | Sequence[int] = 200,
    seed: int = 1,
    *,
    start: int | None = None,
    years: int | Sequence[int] | None = None,
    weeks: int | None = None,
    threads: int | None = None,
    progress: bool = False,
    out: str | PathLike[str] | None = None,
) -> Effect:
    """What acts and policies change, on common random numbers, against both baselines.

    arms: by name, a list of acts (`leyenda.acts`) and policies: a policy's name, or {label: what differs from the catalogue}.
    start: first week of policies that name none (a third of the way, at the beginning of a year). All effects are measured
    from the first week in which any arm may differ. years: over how many years from then (2 and 5, as far as they fit).
    worlds: how many, or which. weeks: instead of the scenario's. threads: all cores if not given.
    out: a folder for the yearly results of each world; a comparison that was stopped goes on where it was.
    Raises InputError for an argument that cannot be, FolderError if `out` holds anything else, OutputError if writing
    fails, StoppedError if in no world all arms reach their end.
    """
    plan = planned(scenario, arms, worlds, seed, start, years, weeks)
    return carried_out(plan, threads, progress, Path(out) if out else None)


def carried_out(plan: Plan, threads: int | None, progress: bool, folder: Path | None) -> Effect:
    """Run what is missing of a comparison."""
    count = cores() if threads is None else threads
    check("threads", count, count >= 1, "at least 1")
    if folder:
        open_folder(folder, plan, count)
    found = read(folder, plan) if folder else {}
    todo = [world for world in plan.worlds if world not in found]
    if todo and progress:
        announce(plan.scenario)
    for _ in shown(into(found, plan, todo, count, folder), len(todo), progress and bool(todo)):
        pass
    whole = {world: found[world].values for world in plan.worlds if not found[world].error}
    failed = {world: found[world].error for world in plan.worlds if found[world].error}
    if not whole:
        raise StoppedError(f"No world reached its end in all arms: {next(iter(failed.values()))}")
    return Effect(plan, whole, failed, folder)


def into(found: dict[int, Reduced], plan: Plan, todo: Sequence[int], threads: int, folder: Path | None) -> Iterator[int]:
    """Run worlds, keeping each as it comes; yields its number."""
    from leyenda.engine.ensemble import Arm, run_paired

    by_name = {arm.name: arm.arm() for arm in plan.arms}
    arms = [by_name.get(name, Arm(plan.scenario)) for name in plan.order]
    for outcomes in run_paired(arms, todo, plan.seed, threads):
        world = reduced(outcomes, plan.start)
        found[world.world] = world
        if folder:
            keep(folder, plan, world)
        yield world.world
