"""--policy, as run and compare take it, and leyenda policies, which lists what there is."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from leyenda.cli.errors import DONE, WrongInput, unknown
from leyenda.cli.plugins import Plugins, use
from leyenda.cli.typed import typed

if TYPE_CHECKING:
    from leyenda.policies import Policy

KEYS = ("start", "end", "intensity", "plazas", "cost", "effects.RATE")


def parse(text: str) -> tuple[str, dict[str, Any]]:
    """POLICY[:KEY=VALUE,...] as the policy's name and what differs from the catalogue.

    Values are read as TOML; plazas are names with ; between them. Raises WrongInput for a policy or key there is not.
    """
    from leyenda.policies import catalogue

    name, _, rest = text.partition(":")
    if name not in catalogue():
        raise unknown("policy", name, catalogue())
    changes: dict[str, Any] = {}
    for part in rest.split(",") if rest else ():
        put(changes, name, part)
    return name, changes


def put(changes: dict[str, Any], policy: str, part: str) -> None:
    """One KEY=VALUE joins the changes."""
    key, equals, value = (piece.strip() for piece in part.partition("="))
    if not equals:
        raise WrongInput(f'--policy takes POLICY:KEY=VALUE,..., for instance {policy}:start=52; "{part}" has no "=".')
    kind, _, rate = key.partition(".")
    if key not in KEYS[:-1] and not (kind == "effects" and rate):
        raise unknown("key of a policy", key, KEYS)
    into = changes.setdefault("effects", {}) if rate else changes
    if (rate or key) in into:
        raise WrongInput(f"--policy {policy} says {key} twice.")
    into[rate or key] = [plaza.strip() for plaza in value.split(";")] if key == "plazas" else typed(value)


def labelled(texts: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Several policies by label: the name, and for the same policy again NAME-2, NAME-3."""
    found: dict[str, dict[str, Any]] = {}
    for name, changes in map(parse, texts):
        number = sum(other["policy"] == name for other in found.values())
        found[f"{name}-{number + 1}" if number else name] = {"policy": name, **changes}
    return found


def policies(policy: str | None = None, /, *, plugin: Plugins = ()) -> int:
    """List what could be done about it: policies with their effects, costs and sources.

    Parameters
    ----------
    policy
        Only this policy, in full.
    plugin
        FILE.py with policies of your own; may be repeated.
    """
    from leyenda.policies import catalogue

    use(plugin)
    if policy is not None:
        if policy not in catalogue():
            raise unknown("policy", policy, catalogue())
        print("\n".join(in_full(catalogue()[policy])))
        return DONE
    from rich.console import Console
    from rich.table import Column, Table

    table = Table(Column("name", no_wrap=True), "what it is", "by whom", "M$ a year", box=None, header_style="bold")
    for name, one in catalogue().items():
        table.add_row(name, one.title, carried_by(one), f"{one.cost:g}")
    Console().print(table)
    return DONE


def carried_by(policy: "Policy") -> str:
    """Who carries a policy out."""
    return f"{policy.institution} {policy.side}" if policy.institution else "nobody who can be bought"


def in_full(policy: "Policy") -> Iterator[str]:
    """Everything a policy says, line by line."""
    from leyenda.world.rates import PLUS, RATES

    about = {name: (how, unit, meaning) for name, how, unit, meaning in RATES}
    yield from (policy.title, "", f"Why     {policy.why}", f"Source  {policy.source}", f"By      {carried_by(policy)}")
    yield from (f"Cost    {policy.cost:g} M$ a year at intensity 1: {policy.cost_source}", f"Moves   {', '.join(policy.moves)}", "")
    for rate, value in policy.effects.items():
        how, unit, meaning = about[rate]
        low, high = policy.ranges.get(rate, (value, value))
        does = f"+{value:g} {unit}" if how == PLUS else f"x {value:g}"
        yield f"        effects.{rate} {does} ({low:g} to {high:g})"
        yield f"            {meaning}. {policy.sources.get(rate, '')}"
