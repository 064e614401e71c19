"""Plug-ins written for one test, and out of use after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from texts import NUMBER, RULE, Write

from leyenda.engine.plugins import none_used


@pytest.fixture(autouse=True)
def unused() -> Iterator[None]:
    """No plug-in is in use before a test, or after it."""
    with none_used():
        yield


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a plug-in, by default one that does little, with its numbers beside it."""

    def written(text: str = RULE, numbers: str | None = f"rate = {NUMBER}", name: str = "fatigue") -> Path:
        path = tmp_path / f"{name}.py"
        path.write_text(text, "utf-8")
        if numbers is not None:
            path.with_suffix(".toml").write_text(numbers, "utf-8")
        return path

    return written
