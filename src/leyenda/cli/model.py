"""leyenda rules, records and cite: the model itself, read from its own sources."""

import inspect
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from leyenda.cli.errors import DONE, NO, unknown
from leyenda.cli.plugins import Plugins, use

PACKAGE = Path(__file__).parents[1]
CITATION = "CITATION.cff"


def rules(rule: str | None = None, /, *, plugin: Plugins = ()) -> int:
    """List what happens each week, rule by rule, with sources, switches and parameters.

    Parameters
    ----------
    rule
        Only this rule.
    plugin
        FILE.py with rules of your own; may be repeated.
    """
    from leyenda.rules import SHARED_PARAMETERS, module, schedule

    use(plugin)
    if rule is not None and rule not in schedule():
        raise unknown("rule", rule, schedule())
    for number, name in enumerate(schedule(), 1):
        if rule in (None, name):
            print(f"{number}. {inspect.cleandoc(module(name).__doc__ or name)}")
            print_parameters(name)
    if rule is None:
        print("Parameters that several rules share")
        print_parameters(SHARED_PARAMETERS)
    return DONE


def print_parameters(rule: str) -> None:
    """A rule's parameters with default, range, meaning and source."""
    from leyenda.scenario import declared

    for name, p in declared().get(rule, {}).items():
        print(f"        rules.{rule}.{name} = {p.value:g} {p.unit} ({p.low:g} to {p.high:g})")
        print(f"            {p.meaning}. {p.source}")
    print()


def records() -> int:
    """List what exists: tables and their fields, with units and ranges."""
    from rich.console import Console
    from rich.table import Table

    from leyenda.world.layout import TABLES

    for name, record in TABLES.items():
        table = Table("field", "unit", "range", "meaning", box=None, header_style="bold", title_justify="left")
        table.title = f"{record.name} ({name}): {record.meaning}"
        for field, about in record.fields.items():
            table.add_row(field, about.unit, span(about), about.meaning)
        Console().print(table, "")
    return DONE


def span(field: Any) -> str:
    """A field's range in words."""
    low, high = field.low, field.high
    if high > 1e8:
        return "any" if low < -1e8 else f"from {low:g}"
    return f"{low:g} to {high:g}"


def cite() -> int:
    """Print how to cite Leyenda."""
    ours = PACKAGE.parents[1] / CITATION
    found = ours.read_text(encoding="utf-8") if ours.is_file() else distribution("leyenda").read_text(f"licenses/{CITATION}")
    if found is None:
        print(f"This installation lacks its {CITATION}.", file=sys.stderr)
        return NO
    print(found, end="")
    return DONE
