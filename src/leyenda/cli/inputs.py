"""leyenda scenarios, new, check and schema: what goes into a run, and whether it is sound."""

import json as json_
import shutil
from pathlib import Path

from leyenda.cli.errors import DONE, NO, WrongInput

TEMPLATE = "two-plazas"


def scenarios() -> int:
    """List the built-in scenarios."""
    from rich.console import Console
    from rich.table import Table

    from leyenda.results.loading import load
    from leyenda.scenario import names

    table = Table("name", "years", "what it is", box=None, header_style="bold")
    for name in names():
        scenario = load(name)
        last = scenario.start + (scenario.weeks - 1) // 52
        table.add_row(name, f"{scenario.start}-{last}", scenario.summary)
    Console().print(table)
    return DONE


def new(name: Path, /) -> int:
    """Start a scenario of your own as a copy of the smallest one.

    Parameters
    ----------
    name
        The folder to make.
    """
    from leyenda.results.files import appearing
    from leyenda.results.folder import check_name
    from leyenda.scenario.loading import folder_of, names

    check_name(name)
    if str(name) in names():
        raise WrongInput(f"{name} is a built-in scenario, which would always be taken for yours; choose another name.")
    with appearing(name) as folder:
        shutil.copytree(folder_of(TEMPLATE), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    print(f"{name} is a copy of {TEMPLATE}. Edit it, then: leyenda check {name} and leyenda run {name}")
    return DONE


def check(what: str, /, *, json: bool = False) -> int:
    """Check a scenario, or audit a run folder.

    Parameters
    ----------
    what
        A built-in scenario's name, a scenario folder or a run folder.
    json
        Print one JSON document.
    """
    from leyenda.results import manifest

    is_run = (Path(what) / manifest.NAME).exists()
    findings = audit_run(Path(what)) if is_run else check_scenario(what)
    if json:
        print(json_.dumps({"checked": what, "kind": "run" if is_run else "scenario", "findings": findings}, indent=2))
    else:
        print("\n".join(findings) or f"{what}: nothing is wrong with this {'run' if is_run else 'scenario'}.")
    return NO if findings else DONE


def audit_run(folder: Path) -> list[str]:
    """What an audit of a run finds; a run without a finished world cannot be audited."""
    from leyenda.results.audit import audit
    from leyenda.results.folder import damage
    from leyenda.results.runs import Runs

    return list(damage(folder)) or audit(Runs(folder).folder)


def check_scenario(where: str) -> list[str]:
    """Nothing, or an error that names file, line and key."""
    from leyenda.results.loading import load

    load(where)
    return []


def schema() -> int:
    """Print the JSON Schema of scenario.toml, for editors."""
    from leyenda.rules import switches
    from leyenda.scenario import json_schema

    print(json_.dumps(json_schema(switches()), indent=2))
    return DONE
