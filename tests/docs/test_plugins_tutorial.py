"""The tutorial on plug-ins: what it shows is what the examples say, and what it tells to type works."""

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leyenda.cli import main
from leyenda.engine.plugins import none_used

sys.path.insert(0, str(Path(__file__).parents[1] / "results"))
import fakes

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
BLOCK = re.compile(r"^```(\w+)( run)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall((ROOT / "docs" / "plugins.md").read_text("utf-8"))
COMMANDS = [line for kind, _, text in BLOCKS if kind == "sh" for line in text.splitlines()]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with copies of the examples, no plug-in in use."""
    for example in EXAMPLES.glob("my_*.*"):
        shutil.copy(example, tmp_path)
    monkeypatch.chdir(tmp_path)
    with none_used():
        yield


def test_what_it_shows_stands_in_the_examples() -> None:
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("my_*.*"))]
    shown = [text for kind, run, text in BLOCKS if kind in ("python", "toml") and not run]
    assert len(shown) == 4 and len(COMMANDS) >= 9 and all(any(text in whole for whole in texts) for text in shown)


def type_(command: str) -> int:
    """A line of the tutorial, typed."""
    words = shlex.split(command)
    assert words[0] == "leyenda"
    with none_used():
        return main(words[1:])


@pytest.mark.parametrize("command", COMMANDS)
def test_what_it_tells_to_type_works(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", fakes.run_worlds)
    assert type_(command) == 0, capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_what_it_tells_to_type_works_compiled(command: str) -> None:
    assert type_(command) == 0


def test_its_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = (text for _, run, text in BLOCKS if run)
    exec(compile(text, "docs/plugins.md", "exec"), {})
    assert int(capsys.readouterr().out) > 0
