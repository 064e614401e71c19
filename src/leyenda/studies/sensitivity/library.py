"""SALib (Iwanaga, Usher & Herman 2022; Herman & Usher 2017), which is installed with the extra `study`."""

from importlib import import_module
from typing import Any

from leyenda.scenario import InputError


def salib(module: str) -> Any:
    """A module of SALib, such as "sample.morris". Raises InputError if it is not installed."""
    try:
        return import_module(f"SALib.{module}")
    except ImportError:
        raise InputError(key="SALib", found='is not installed, and sensitivity needs it: pip install "leyenda[study]"') from None


def problem(count: int) -> dict[str, Any]:
    """What SALib asks to know: so many parameters, each from 0 to 1 (a `Factor` says what that stands for)."""
    return {"num_vars": count, "names": [str(number) for number in range(count)], "bounds": [[0.0, 1.0]] * count}
