"""leyenda claims: what two articles say about the system, as experiments that can fail."""

import json as json_
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leyenda.cli.errors import DONE, NO, Unfinished, WrongInput, unknown
from leyenda.cli.numbers import Draws, Positive, Seed

if TYPE_CHECKING:
    from leyenda.studies.claims.experiment import Finding, Plan
    from leyenda.studies.claims.robust import Steadiness
    from leyenda.studies.record_claims import RecordFinding

RECORD = Path("record")  # the accepted points that come with the model


def claims(
    *which: str,
    worlds: Positive = 200,
    points: Positive = 600,
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
    points
        For C24: how many points of the role's parameters, and as many of the fitted ones beside them.
    seed
        Seed of all draws.
    threads
        Threads to use (all cores).
    out
        Folder in which what was run is kept: an interrupted study goes on, a finished one is not run again.
    report
        Write a page with a picture a claim into this folder; regions where a claim turns are looked for too. With --robust, also its page.
    posterior
        FILE.csv with accepted points of a fit, or "record" (those that come with the model): each world takes the next.
        C23 and C24 cannot do without, and take "record" if nothing is said.
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
    recorded = with_points(names, bool(which), posterior)
    try:
        findings, records = found([name for name in names if name not in about_record()], plan), about(recorded, plan, posterior, points)
        if report:
            written(findings, records, plan, report, again(recorded, plan, posterior, points, report))
        armed = [finding.claim.id for finding in findings]
        steady = steadiness_of(armed, plan, robust, robust_worlds, report) if robust and armed else []
    except (KeyboardInterrupt, OutputError) as error:
        raise Unfinished(f"{str(error) or 'Interrupted.'} What was done is kept in {out}.") from error
    show(findings, records, steady, json)
    verdicts = [finding.verdict for finding in findings] + [finding.verdict for finding in records]
    return NO if strict and "contradicted" in verdicts else DONE


def about_record() -> list[str]:
    """The claims about the record, which are asked in their own way."""
    from leyenda.studies.record_claims import CLAIMS

    return list(CLAIMS)


def asked_for(which: tuple[str, ...]) -> list[str]:
    """The ids asked for, or all."""
    from leyenda.studies.claims import modules

    there = sorted([*modules(), *about_record()])
    for name in which:
        if name.upper() not in there:
            raise unknown("claim", name, there)
    return [name.upper() for name in which] or there


def with_points(names: list[str], asked: bool, posterior: Path | None) -> list[str]:
    """The claims about the record among these, if there are accepted points for them. Raises WrongInput if not and they were asked for."""
    from leyenda.scenario.posterior import shipped

    wanted = [name for name in names if name in about_record()]
    if not wanted or posterior or shipped(RECORD).exists():
        return wanted
    missing = "accepted points of a fit, and none come with this version; leyenda calibrate makes them, --posterior FILE.csv names them."
    if asked:
        raise WrongInput(f"For {' and '.join(wanted)} one needs {missing}")
    print(f"{' and '.join(wanted)} are left out: for them one needs {missing}", file=sys.stderr)
    return []


def found(names: list[str], plan: "Plan") -> list["Finding"]:
    """Run them, saying how far it is."""
    from leyenda.studies.claims.experiment import run_all

    findings = []
    for place, finding in enumerate(run_all(names, plan), 1):
        findings.append(finding)
        if plan.progress:
            print(f"{place} of {len(names)}: {finding.claim.id} {finding.claim.text.name}: {finding.verdict}", file=sys.stderr)
    return findings


def about(names: list[str], plan: "Plan", posterior: Path | None, points: int) -> list["RecordFinding"]:
    """Run the claims about the record."""
    from dataclasses import replace

    from leyenda.scenario.posterior import read_points
    from leyenda.studies.record_claims import run

    fitted = replace(plan, posterior=read_points(posterior or RECORD)) if names else plan
    return [run(name, fitted, points) for name in names]


def again(names: list[str], plan: "Plan", posterior: Path | None, points: int, report: Path) -> str:
    """What to type to get the page about the record again."""
    words = ["leyenda", "claims", *names, "--worlds", str(plan.worlds), "--points", str(points), "--seed", str(plan.seed)]
    return shlex.join([*words, "--posterior", str(posterior or RECORD), "--report", str(report)])


def written(findings: list["Finding"], records: list["RecordFinding"], plan: "Plan", folder: Path, command: str) -> None:
    """The pages and their pictures; a page about nothing is not written."""
    from leyenda.studies.claims.report import write
    from leyenda.studies.record_claims import page

    if findings:
        write(findings, plan, folder)
    if records:
        page.write(records, command, folder)


def steadiness_of(names: list[str], plan: "Plan", draws: int, worlds: int, report: Path | None) -> list["Steadiness"]:
    """How steady the verdicts are; a page of it if there is a report."""
    from leyenda.studies.claims.robust import steadiness
    from leyenda.studies.claims.steady import write

    rows = list(steadiness(names, plan, draws, worlds))
    if report:
        write(rows, plan, worlds, report)
    return rows


def show(findings: list["Finding"], records: list["RecordFinding"], steady: list["Steadiness"], json: bool) -> None:
    """One table, contradicted and assumed first, or one JSON document."""
    if json:
        document: dict[str, object] = {"claims": [finding.plain() for finding in findings] + [finding.plain() for finding in records]}
        print(json_.dumps(document | ({"robust": [row.plain() for row in steady]} if steady else {}), indent=2))
        return
    from rich.console import Console

    from leyenda.studies.claims.table import in_plain_words, steady_as_table, table
    from leyenda.studies.record_claims.finding import as_finding

    console, every = Console(), [*findings, *map(as_finding, records)]
    console.print(table(every))
    console.print()
    console.print(in_plain_words(every), highlight=False)
    if steady:
        console.print(steady_as_table(steady))
