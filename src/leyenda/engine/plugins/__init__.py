"""Plug-ins: rules and policies from a user's own files, in use until the process ends.

Why     Whoever doubts a rule, or misses one, should be able to try his own beside the model's without editing the model.
        A plug-in is code the user chose to run: it runs with his rights, and nothing here guards him against it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from leyenda import rules
from leyenda.engine.plugins.findings import findings, numbers_of_decisions
from leyenda.engine.plugins.plugin import Plugin, content_of, read
from leyenda.policies import add, catalogue, drop, flaws
from leyenda.scenario import parameters
from leyenda.scenario.errors import InputError, nearest

USED: dict[Path, Plugin] = {}


def use_plugin(path: str | PathLike[str]) -> Plugin:
    """The rules and policies in a file join the model; a scenario loaded from now on knows them.

    A rule stands in the week after the one it names, or last; its numbers stand in the TOML beside the file and become
    rules.NAME.PARAMETER of a scenario. A file that was edited takes the place of what it was.
    Raises InputError, whose text is one sentence, for a file that cannot be used.
    """
    where = Path(path).resolve()
    used = USED.get(where)
    if used and used.text == content_of(where) and used.numbers == (content_of(where.with_suffix(".toml")) if used.rules else ""):
        return used
    plugin = read(where)
    if used:
        stop_using(used)
    for fault in faults(plugin):
        raise fault
    join(plugin)
    return plugin


def faults(plugin: Plugin) -> Iterator[InputError]:
    """All that keeps it from being used: what its text says, then how it fits to the rules and policies in use."""
    yield from findings(plugin)
    week = list(rules.SCHEDULE)
    for rule in plugin.rules:
        if rule.after and rule.after not in week:
            close = nearest(rule.after, week)
            yield plugin.error(f"puts {rule.name} after {rule.after}, which is no rule", None, "" if close else "one of the model's", close)
        week.append(rule.name)
    for other in USED.values():
        for name in sorted(set(plugin.defines) & set(other.defines)):
            yield plugin.error(f"defines {name}, a name that {other.path.name} has already", plugin.defines[name], "another name")
        for number in sorted(numbers_of_decisions(plugin) & numbers_of_decisions(other)):
            yield plugin.error(f"draws for decision {number}, and so does {other.path.name}", None, "another number")
    for policy in plugin.policies:
        if policy.name in catalogue():
            yield plugin.error(f"names a policy {policy.name}, and there is one", None, "another name")
        yield from (plugin.error(f"has the policy {policy.name!r} that {says}") for says in flaws(policy))


def join(plugin: Plugin) -> None:
    """It is in use."""
    USED[plugin.path] = plugin
    for rule in plugin.rules:
        rules.ADDED[rule.name] = plugin.module
        parameters.ADDED[rule.name] = plugin.parameters[rule.name]
    for policy in plugin.policies:
        add(policy)


def stop_using(plugin: Plugin) -> None:
    """It is no longer in use."""
    del USED[plugin.path]
    for rule in plugin.rules:
        del rules.ADDED[rule.name], parameters.ADDED[rule.name]
    for policy in plugin.policies:
        drop(policy)


@contextmanager
def none_used() -> Iterator[None]:
    """For a while no plug-in is in use, or only those that are taken into use meanwhile."""
    before = list(USED.values())
    for plugin in before:
        stop_using(plugin)
    try:
        yield
    finally:
        for plugin in list(USED.values()):
            stop_using(plugin)
        for plugin in before:
            join(plugin)


def content() -> bytes:
    """What a run depends on beyond the model: the text of every rule in use, and its numbers."""
    return "\0".join(part for plugin in with_rules() for part in (plugin.path.name, plugin.text, plugin.numbers)).encode()


def names() -> list[str]:
    """The files whose rules are in use."""
    return [plugin.path.name for plugin in with_rules()]


def with_rules() -> list[Plugin]:
    """The plug-ins in use that add rules; policies alone stand in the scenario."""
    return [plugin for plugin in USED.values() if plugin.rules]
