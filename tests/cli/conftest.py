"""Commands run inside the tests, in an empty folder, with an engine that makes its outcomes up."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from leyenda.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "results"))
import fakes


@dataclass
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture
def leyenda(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command line and catch what it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", fakes.run_worlds)

    def command(*words: str) -> Answer:
        code = main(words)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return command


@pytest.fixture
def done(leyenda: Command) -> Command:
    """The same, after a short run."""
    assert leyenda("run", "two-plazas", "--worlds", "12", "--weeks", "120").code == 0
    return leyenda
