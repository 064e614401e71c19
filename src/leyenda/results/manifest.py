"""run.toml: what a run is (its content, on which every byte of it depends) and what it was made on."""

import hashlib
import os
import platform
import re
import subprocess
import tomllib
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import tomli_w

import leyenda
from leyenda.engine import plugins

if TYPE_CHECKING:
    from leyenda.scenario import Scenario

NAME = "run.toml"
PACKAGE = Path(leyenda.__file__).parent
MODEL = ("base", "world", "rules", "engine")
LIBRARIES = ("numpy", "numba", "pyarrow")
KEYS = {"title": str, "scenario": str, "version": str, "model": str, "seed": int, "weeks": int, "worlds": str, "ledger": str}
SPANS = re.compile(r"\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*")


def content(scenario: "Scenario", worlds: Sequence[int], seed: int, ledger: str) -> dict[str, Any]:
    """What the bytes of a run depend on; two runs with the same content are the same run."""
    used = plugins.names()
    return {
        "title": scenario.title,
        "scenario": scenario.hash,
        "version": leyenda.__version__,
        "model": model_hash(),
        "seed": seed,
        "weeks": scenario.weeks,
        "worlds": spans(worlds),
        "ledger": ledger,
        **({"plugins": used} if used else {}),
    }


def model_hash() -> str:
    """A hash of the sources of the model and of the plug-ins in use, so that no run mixes two versions of a rule."""
    digest = hashlib.sha256()
    for folder in MODEL:
        for path in sorted((PACKAGE / folder).rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(plugins.content())
    return digest.hexdigest()[:16]


def spans(worlds: Iterable[int]) -> str:
    """World numbers in short: 0, 1, 2, 7 is 0-2,7."""
    runs = []
    for _, group in groupby(enumerate(sorted(worlds)), key=lambda pair: pair[1] - pair[0]):
        numbers = [world for _, world in group]
        runs.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ",".join(runs)


def numbers(spans: str) -> tuple[int, ...]:
    """World numbers from their short form."""
    ends = [[int(end) for end in span.split("-")] for span in spans.split(",")]
    return tuple(world for end in ends for world in range(end[0], end[-1] + 1))


def surroundings(threads: int) -> dict[str, Any]:
    """Where a run was started: nothing here changes a byte of its tables."""
    return {
        "platform": platform.platform(),
        "cpu": np.show_config(mode="dicts").get("SIMD Extensions", {}).get("found", []),  # left out where there are none
        "cores": os.cpu_count() or 1,
        "threads": threads,
        "python": platform.python_version(),
        **{library: version(library) for library in LIBRARIES},
        "git": git_state(),
    }


def git_state() -> str:
    """The commit this package is at, with -dirty if it was edited; empty outside a checkout."""
    ours = ask_git("ls-files", "__init__.py")
    return ask_git("describe", "--always", "--dirty") if ours else ""


def ask_git(*words: str) -> str:
    """What git says about the package's folder, or nothing."""
    try:
        answer = subprocess.run(
            ["git", "-C", str(PACKAGE), *words], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def write(folder: Path, content: dict[str, Any], surroundings: dict[str, Any]) -> None:
    """Write run.toml."""
    text = tomli_w.dumps({"content": content, "made": surroundings})
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")


def read(folder: Path) -> dict[str, Any]:
    """The content of a run. Raises OSError or ValueError if it is not a run folder."""
    found = tomllib.loads((folder / NAME).read_text(encoding="utf-8")).get("content")
    if not isinstance(found, dict) or any(not isinstance(found.get(key), kind) for key, kind in KEYS.items()):
        raise ValueError(f"{NAME} lacks some of {', '.join(KEYS)}")
    if not SPANS.fullmatch(found["worlds"]):
        raise ValueError(f"worlds are {found['worlds']!r}")
    return found
