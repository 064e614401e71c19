"""The command that repeats a run, for the foot of every picture."""

import shlex
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leyenda.results.runs import Runs
    from leyenda.scenario import Scenario


def command(runs: "Runs") -> str:
    """What to type to get the same worlds again: a built-in scenario with its changes, or the saved scenario."""
    words = [
        "leyenda",
        "run",
        *scenario_words(runs.scenario),
        *(word for file in runs.content.get("plugins", ()) for word in ("--plugin", file)),
        "--worlds",
        str(len(runs.asked)),
        "--seed",
        str(runs.seed),
    ]
    if runs.asked != tuple(range(len(runs.asked))):
        words = [*words[:-4], *words[-2:], f"(worlds {runs.content['worlds']})"]
        return " ".join(words)
    return shlex.join(words)


def scenario_words(scenario: "Scenario") -> list[str]:
    """The scenario's name and what was changed in it; the saved folder if it is no built-in one."""
    from leyenda.results.loading import load
    from leyenda.scenario import InputError, names

    for name in names():
        built_in = load(name)
        changes = differences(built_in, scenario)
        off = [switch for switch in scenario.off if switch not in built_in.off]
        try:
            same = built_in.with_(changes, off=off).hash == scenario.hash
        except InputError:
            same = False
        if same:
            settings = [word for key, value in changes.items() for word in ("--set", f"{key}={value}")]
            return [name, *settings, *(word for switch in off for word in ("--off", switch))]
    return ["RUN/scenario"]


def differences(before: "Scenario", after: "Scenario") -> dict[str, Any]:
    """Length and rule parameters that differ."""
    changes: dict[str, Any] = {} if before.weeks == after.weeks else {"weeks": after.weeks}
    for rule, values in after.rules.items():
        known = before.rules.get(rule, {})
        changes |= {f"rules.{rule}.{name}": value for name, value in values.items() if known.get(name) != value}
    return changes
