"""Leyenda: a simulator of organised crime and the state. Names load on first use, so importing it costs nothing."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leyenda import acts
    from leyenda.base.rule import rule
    from leyenda.engine.plain import build, step
    from leyenda.policies import Policy
    from leyenda.results.audit import audit
    from leyenda.results.files import OutputError
    from leyenda.results.folder import FolderError
    from leyenda.results.loading import load
    from leyenda.results.runs import Runs, open
    from leyenda.results.simulate import StoppedError, simulate
    from leyenda.scenario import InputError, Scenario

__version__ = "0.1.0"

HOME = {
    "FolderError": "results.folder",
    "InputError": "scenario",
    "OutputError": "results.files",
    "Policy": "policies",
    "Runs": "results.runs",
    "Scenario": "scenario",
    "StoppedError": "results.simulate",
    "acts": "",
    "audit": "results.audit",
    "build": "engine.plain",
    "load": "results.loading",
    "open": "results.runs",
    "rule": "base.rule",
    "simulate": "results.simulate",
    "step": "engine.plain",
}
__all__ = [
    "FolderError",
    "InputError",
    "OutputError",
    "Policy",
    "Runs",
    "Scenario",
    "StoppedError",
    "acts",
    "audit",
    "build",
    "load",
    "open",
    "rule",
    "simulate",
    "step",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from where it lives."""
    if name not in HOME:
        raise AttributeError(f"module 'leyenda' has no attribute {name!r}")
    value = getattr(import_module(f"leyenda.{HOME[name]}"), name) if HOME[name] else import_module(f"leyenda.{name}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *HOME])
