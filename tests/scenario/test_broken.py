"""Every broken scenario in tests/broken is refused with one sentence that says what is wrong and where."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leyenda.scenario import InputError, Scenario
from leyenda.scenario.loading import BUILT_IN

FILES = sorted((Path(__file__).parents[1] / "broken").glob("*.toml"))
CASES = [case for file in FILES for case in tomllib.loads(file.read_text("utf-8"))["case"]]


def break_it(folder: Path, case: dict[str, Any]) -> None:
    """Do to the copied scenario what the case says."""
    path = folder / case["file"]
    if "find" in case:
        text = path.read_text("utf-8")
        assert text.count(case["find"]) == 1, "the case must change exactly one place"
        path.write_text(text.replace(case["find"], case["replace"]), "utf-8")
    elif "append" in case:
        path.write_text(path.read_text("utf-8") + case["append"], "utf-8")
    elif "remove" in case or "folder" in case:
        path.unlink()
        if "folder" in case:
            path.mkdir()
    else:
        path.write_bytes(new_content(case))


def new_content(case: dict[str, Any]) -> bytes:
    """What the case writes into its file."""
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "nested" in case:
        return b"a = " + b"[" * int(case["nested"])
    return str(case.get("text", "a" * case.get("letters", 0))).encode()


def is_one_sentence(message: str) -> bool:
    """Whether a message is one short line that ends like a sentence."""
    return "\n" not in message and message.isprintable() and len(message) < 700 and message[-1] in ".?"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_refused_with_one_sentence(case: dict[str, Any], tmp_path: Path, read: Callable[[Path], Scenario]) -> None:
    folder = tmp_path / "scenario"
    shutil.copytree(BUILT_IN / "two-plazas", folder)
    break_it(folder, case)
    with pytest.raises(InputError) as error:
        read(folder)
    message = str(error.value)
    assert is_one_sentence(message) and "Traceback" not in message
    for words in case["words"]:
        assert words in message, message


def test_cases_have_different_names() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names) >= 120
