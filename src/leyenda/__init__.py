"""Leyenda: a simulator of organised crime and the state. Names load on first use, so importing it costs nothing."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leyenda import acts
    from leyenda.base.rule import rule
    from leyenda.engine.plain import build, step
    from leyenda.engine.plugins import use_plugin
    from leyenda.engine.plugins.check_policy import check_policy
    from leyenda.engine.plugins.check_rule import check_rule
    from leyenda.policies import Policy
    from leyenda.results.audit import audit
    from leyenda.results.files import OutputError
    from leyenda.results.folder import FolderError
    from leyenda.results.loading import load
    from leyenda.results.runs import Runs, open
    from leyenda.results.simulate import StoppedError, simulate
    from leyenda.scenario import InputError, Scenario
    from leyenda.studies import claims
    from leyenda.studies.compare import compare
    from leyenda.studies.sensitivity import sensitivity

__version__ = "0.1.0"

MODULES = {"acts": "acts", "claims": "studies.claims"}
HOME = {
    "FolderError": "results.folder",
    "InputError": "scenario",
    "OutputError": "results.files",
    "Policy": "policies",
    "Runs": "results.runs",
    "Scenario": "scenario",
    "StoppedError": "results.simulate",
    "audit": "results.audit",
    "build": "engine.plain",
    "check_policy": "engine.plugins.check_policy",
    "check_rule": "engine.plugins.check_rule",
    "compare": "studies.compare",
    "load": "results.loading",
    "open": "results.runs",
    "rule": "base.rule",
    "sensitivity": "studies.sensitivity",
    "simulate": "results.simulate",
    "step": "engine.plain",
    "use_plugin": "engine.plugins",
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
    "check_policy",
    "check_rule",
    "claims",
    "compare",
    "load",
    "open",
    "rule",
    "sensitivity",
    "simulate",
    "step",
    "use_plugin",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from where it lives."""
    if name in MODULES:
        value: Any = import_module(f"leyenda.{MODULES[name]}")
    elif name in HOME:
        value = getattr(import_module(f"leyenda.{HOME[name]}"), name)
    else:
        raise AttributeError(f"module 'leyenda' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *HOME, *MODULES])
