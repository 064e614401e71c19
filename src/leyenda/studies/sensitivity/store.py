"""What the worlds of each point said, a file a point: a study that was interrupted goes on, one that was done is not done again.

Why     A file holds every output of every year, so another output of the same points costs no run.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from leyenda.results.files import write_whole
from leyenda.studies.sensitivity.factors import Values

POINTS = "points"


def identity(basis: str, changes: Mapping[str, float]) -> str:
    """A hash of all that a point's values depend on. basis: that of its plan."""
    return hashlib.sha256(f"{basis} {json.dumps(dict(changes), sort_keys=True)}".encode()).hexdigest()[:24]


def path_of(folder: Path, name: str) -> Path:
    """Where a point is kept."""
    return folder / POINTS / f"{name}.npy"


def kept(folder: Path | None, name: str, shape: tuple[int, ...]) -> Values | None:
    """What was kept of a point, in this shape: (output, world, year); None if nothing was, or what is there is something else."""
    if folder is None or not path_of(folder, name).exists():
        return None
    try:
        found: Values = np.load(path_of(folder, name), allow_pickle=False)
        return found if found.shape == shape else None
    except (OSError, ValueError, EOFError):
        return None  # half a file, or somebody else's: it is made again


def keep(folder: Path | None, name: str, values: Values) -> None:
    """Keep a point; its file appears whole or not at all. Raises OutputError if it cannot be written."""
    if folder is None:
        return
    write_whole(path_of(folder, name), lambda file: np.save(file, values, allow_pickle=False))
