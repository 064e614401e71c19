"""Loaders: a public file, whichever kind it is, as rows of one form, or one sentence on what is wrong with it."""

from importlib import import_module
from os import PathLike
from pathlib import Path

from leyenda.scenario.errors import InputError, nearest, shown
from leyenda.studies.record.loaders.kinds import KINDS
from leyenda.studies.record.loaders.sheet import opened
from leyenda.studies.record.loaders.tidy import Loaded, Row, write

__all__ = ["KINDS", "Loaded", "Row", "load", "write"]


def load(path: str | PathLike[str], kind: str | None = None) -> Loaded:
    """Deaths from a public file. kind: one of KINDS; without one it is recognised by its columns.

    Raises InputError, in one sentence, for an unknown kind and whatever is wrong with the file.
    """
    if kind is not None and kind not in KINDS:
        raise InputError(key="kind", found=f"is {shown(kind)}", expected="one of " + ", ".join(KINDS), nearest=nearest(kind, KINDS))
    sheet = opened(Path(path), kind)
    loaded: Loaded = import_module(f"{__name__}.{sheet.kind}").read(sheet)
    if not loaded.rows:
        raise InputError(sheet.file, 0, "", "has a header but no figure", "rows with figures")
    return loaded
