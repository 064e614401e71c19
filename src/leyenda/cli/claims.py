"""leyenda claims: what two articles say about the system, as experiments that can fail."""

import json as json_
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.cli.errors import DONE, NO, Unfinished, WrongInput, unknown
from leyenda.cli.numbers import Draws, Positive, Seed

if TYPE_CHECKING:
    from leyenda.studies.claims.experiment import Finding, Plan
    from leyenda.studies.claims.robust import Steadiness


def claims(
    *which: str,
    worlds: Positive = 200,
    seed: Seed = 1,
    threads: Positive | None = None,
    out: Path = Path("claims"),
    report: Path | None = None,
    posterior: Path | None = None,
    robust: Draws = 0,
    robust_worlds: Positive = 30,
    strict: bool = False,
    json: bool = False,
) -> int:
    """Put the system's claims to the test: estimand, interval, verdict, and what its ablation leaves.

    Parameters
    ----------
    which
        Claims by their id, such as C13 (all).
    worlds
        How many worlds each.
    seed
        Seed of all draws.
    threads
        Threads to use (all cores).
    out
        Folder in which what was run is kept: an interrupted study goes on, a finished one is not run again.
    report
        Write a page with a picture a claim into this folder; regions where a claim turns are looked for too. With --robust, also its page.
    posterior
        FILE.csv with accepted points of a fit: each world takes the next for its parameters.
    robust
        Also run each claim with another seed, with twice the worlds, and with this many draws of all parameters.
    robust_worlds
        How many worlds for each of these draws.
    strict
        Exit with 1 if a claim is contradicted.
    json
        Print one JSON document instead of the table.
    """
    from leyenda.results.files import OutputError
    from leyenda.scenario.posterior import read_points
    from leyenda.studies.claims.experiment import Plan

    names, plan = asked_for(which), Plan(worlds, seed, threads, out, not json, read_points(posterior) if posterior else {})
    for folder in filter(None, (out, report)):
        if folder.exists() and not folder.is_dir():
            raise WrongInput(f"{folder} is a file; choose a folder.")
    try:
        findings = found(names, plan)
        if report:
            written(findings, plan, report)
        steady = steadiness_of(names, plan, robust, robust_worlds, report) if robust else []
    except (KeyboardInterrupt, OutputError) as error:
        raise Unfinished(f"{str(error) or 'Interrupted.'} What was done is kept in {out}.") from error
    show(findings, steady, json)
    return NO if strict and any(finding.verdict == "contradicted" for finding in findings) else DONE


def asked_for(which: tuple[str, ...]) -> list[str]:
    """The ids asked for, or all."""
    from leyenda.studies.claims import modules

    there = list(modules())
    for name in which:
        if name.upper() not in there:
            raise unknown("claim", name, there)
    return [name.upper() for name in which] or there


def found(names: list[str], plan: "Plan") -> list["Finding"]:
    """Run them, saying how far it is."""
    from leyenda.studies.claims.experiment import run_all

    findings = []
    for place, finding in enumerate(run_all(names, plan), 1):
        findings.append(finding)
        if plan.progress:
            print(f"{place} of {len(names)}: {finding.claim.id} {finding.claim.text.name}: {finding.verdict}", file=sys.stderr)
    return findings


def written(findings: list["Finding"], plan: "Plan", folder: Path) -> None:
    """The page and its pictures."""
    from leyenda.studies.claims.report import write

    write(findings, plan, folder)


def steadiness_of(names: list[str], plan: "Plan", draws: int, worlds: int, report: Path | None) -> list["Steadiness"]:
    """How steady the verdicts are; a page of it if there is a report."""
    from leyenda.studies.claims.robust import steadiness
    from leyenda.studies.claims.steady import write

    rows = list(steadiness(names, plan, draws, worlds))
    if report:
        write(rows, plan, worlds, report)
    return rows


def show(findings: list["Finding"], steady: list["Steadiness"], json: bool) -> None:
    """One table, contradicted and assumed first, or one JSON document."""
    if json:
        document: dict[str, object] = {"claims": [finding.plain() for finding in findings]}
        print(json_.dumps(document | ({"robust": [row.plain() for row in steady]} if steady else {}), indent=2))
        return
    from rich.console import Console

    from leyenda.studies.claims.table import in_plain_words, steady_as_table, table

    console = Console()
    console.print(table(findings))
    console.print()
    console.print(in_plain_words(findings), highlight=False)
    if steady:
        console.print(steady_as_table(steady))
