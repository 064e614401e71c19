"""leyenda scenarios, new, check and schema: what goes into a run, and whether it is sound."""

import json as json_
import shutil
from pathlib import Path

from leyenda.cli.errors import DONE, NO, WrongInput
from leyenda.cli.plugins import Plugins, use

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


def check(what: str, /, *, plugin: Plugins = (), json: bool = False) -> int:
    """Check a scenario or a plug-in, or audit a run folder.

    Parameters
    ----------
    what
        A built-in scenario's name, a scenario folder, a run folder, or a FILE.py with rules or policies (which is run).
    plugin
        FILE.py with rules or policies that the scenario names; may be repeated.
    json
        Print one JSON document.
    """
    from leyenda.results import manifest

    use(plugin)
    kind = "plug-in" if what.endswith(".py") else "run" if (Path(what) / manifest.NAME).exists() else "scenario"
    findings = {"plug-in": check_plugin, "run": audit_run, "scenario": check_scenario}[kind](what)
    if json:
        print(json_.dumps({"checked": what, "kind": kind, "findings": findings}, indent=2))
    else:
        print("\n".join(findings) or f"{what}: nothing is wrong with this {kind}.")
    return NO if findings else DONE


def audit_run(where: str) -> list[str]:
    """What an audit of a run finds; a run without a finished world cannot be audited."""
    from leyenda.results.audit import audit
    from leyenda.results.folder import damage
    from leyenda.results.runs import Runs

    folder = Path(where)
    return list(damage(folder)) or audit(Runs(folder).folder)


def check_plugin(file: str) -> list[str]:
    """What is wrong with the rules and policies in a file."""
    from leyenda.engine.plugins.check_policy import check_policy
    from leyenda.engine.plugins.check_rule import check_rule
    from leyenda.engine.plugins.plugin import read

    plugin = read(Path(file).resolve())
    found = check_rule(file) if plugin.rules else []
    return found + [finding for policy in plugin.policies for finding in check_policy(policy)]


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
