"""What a claim's worlds said, kept in a folder: a study that was interrupted goes on, one that was done is not done again."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leyenda.results.files import write_whole
from leyenda.results.manifest import PACKAGE, model_hash
from leyenda.scenario import Scenario
from leyenda.studies.claims.claim import Claim, modules
from leyenda.studies.intervals import Values

Said = dict[str, dict[str, Values]]
SHARED = ("acts", "studies/claims")
SAYING = {"verdict", "words", "table", "picture", "report", "regions", "robust", "steady", "store"}  # what is said of values changes none


def sources(claim: Claim) -> Iterable[Path]:
    """The files a claim's values depend on beside the model: its own, and what all claims share."""
    own = modules()[claim.id]
    others = SAYING | {name for name in modules().values() if name != own}
    for folder in SHARED:
        yield from (path for path in sorted((PACKAGE / folder).glob("*.py")) if path.stem not in others)


def identity(claim: Claim, scenario: Scenario, worlds: int, seed: int, wanted: Iterable[str]) -> str:
    """A hash of all that the values depend on."""
    digest = hashlib.sha256(f"{model_hash()} {scenario.hash} {worlds} {seed} {sorted(wanted)}".encode())
    for path in sources(claim):
        digest.update(path.name.encode() + path.read_bytes())
    design = claim.text.model_dump(include={"week", "ablation", "placebo"})
    digest.update(json.dumps(design, sort_keys=True).encode())
    return digest.hexdigest()[:24]


def kept(folder: Path | None, name: str, identity: str) -> Said | None:
    """What was kept under a name, if it is of this identity."""
    path = folder / f"{name}.json" if folder else None
    if path is None or not path.exists():
        return None
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["identity"] != identity:
            return None
        return {variant: {key: array(column) for key, column in columns.items()} for variant, columns in content["said"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # half a file, or somebody else's: it is made again


def array(column: list[float | None]) -> Values:
    """Numbers over worlds; null says nothing."""
    return np.array([math.nan if value is None else value for value in column], float)


def keep(folder: Path | None, name: str, identity: str, said: Mapping[str, Mapping[str, Values]]) -> None:
    """Keep what was said; the file appears whole or not at all. Raises OutputError if it cannot be written."""
    if folder is None:
        return
    content: dict[str, Any] = {"identity": identity, "said": {v: {k: plain(c) for k, c in cs.items()} for v, cs in said.items()}}
    text = json.dumps(content).encode()
    write_whole(folder / f"{name}.json", lambda file: file.write(text))


def plain(column: Values) -> list[float | None]:
    """Numbers as JSON takes them."""
    return [float(value) if math.isfinite(value) else None for value in column]
