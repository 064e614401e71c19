"""leyenda claims C23 C24: in one table and one document with the others, with a page of their own, and left out where they must be."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from leyenda.cli import main
from leyenda.results.files import OutputError
from leyenda.studies.calibrate import chains
from leyenda.studies.calibrate.simulate import Simulator
from leyenda.studies.validate import run

WORDS = ("--points", "40", "--worlds", "3", "--threads", "1", "--posterior", "points.csv")


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of one's own with accepted points."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    Path("points.csv").write_text("contest.ends,command.expand\n0.2,-1.0\n0.3,-1.2\n")


@pytest.fixture
def stop() -> list[int]:
    """Points before which somebody presses Ctrl-C."""
    return []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, stop: list[int]) -> list[int]:
    """Points and worlds that the stand-ins ran; -1 stands for a world of C23, none of which reaches its end."""
    monkeypatch.setattr(chains, "STEPS", 20)
    done: list[int] = []

    def point(simulator: Simulator, point: Any, number: int) -> Any:
        if number in stop:
            raise KeyboardInterrupt
        done.append(number)
        return np.random.default_rng(number).normal(5.0, 1.0, sum(len(fact.statistics) for fact in simulator.facts))

    def worlds(job: run.Job, batches: Any, threads: int) -> Any:
        for batch in batches:
            for world in batch:
                done.append(-1)
                yield batch, type("Stopped", (), {"error": 1, "world": world})

    monkeypatch.setattr(Simulator, "one", point)
    monkeypatch.setattr(run, "outcomes", worlds)
    return done


def test_they_stand_in_the_same_table_and_have_a_page(asked: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("claims", "c23", "C24", *WORDS, "--report", "page")) == 0
    shown = capsys.readouterr().out
    assert "C23 towards-the-present" in shown and "C24 unknown-man" in shown and "undecided" in shown
    page = Path("page/record.md").read_text()
    assert "## C23 towards-the-present" in page and "| command." in page and "--posterior points.csv --report page" in page
    assert {path.name for path in Path("page").iterdir()} == {"record.md", "c23.png", "c24.png"}  # no page about claims nobody asked for
    before = len(asked)
    assert main(("claims", "C24", *WORDS)) == 0 and len(asked) == before == 80 + 3


def test_json_is_one_document_with_the_keys_of_the_others(asked: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("claims", "C23", "C24", *WORDS, "--json")) == 0
    shown, told = capsys.readouterr()
    one, other = json.loads(shown, parse_constant=pytest.fail)["claims"]
    assert one["id"] == "C23" and one["estimate"] is None and other["interval"][0] <= other["estimate"] <= other["interval"][1] and not told
    assert {"verdict", "because", "unit", "worlds", "ablation", "placebo", "parts"} <= set(one) == set(other)
    assert other["worlds"] == 2 * 40 * 4 and len(other["parts"]) > 60


def test_interrupted_it_goes_on(asked: list[int], stop: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    stop.append(60)
    words = ("claims", "C24", *(("90" if word == "40" else word) for word in WORDS))
    assert main(words) == 3 and asked == list(range(60))
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("Interrupted. What was done is kept in claims. To finish: leyenda claims C24 --points 90")
    stop.clear()
    assert main(words) == 0 and asked[60:] == [*range(40, 90), *range(90)]


def test_without_a_fit_they_say_so_or_are_left_out(
    asked: list[int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leyenda.scenario.posterior.shipped", lambda path: path)
    assert main(("claims", "C23", "--worlds", "3")) == 2
    assert capsys.readouterr().err.startswith("For C23 one needs accepted points of a fit, and none come with this version;")
    monkeypatch.setattr("leyenda.studies.claims.modules", dict)
    assert main(("claims", "--worlds", "3", "--json")) == 0
    shown, told = capsys.readouterr()
    assert json.loads(shown) == {"claims": []} and told.startswith("C23 and C24 are left out") and len(told.splitlines()) == 1 and not asked


def test_the_set_that_comes_with_the_model_is_taken(asked: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    Path("points.csv").rename("record")
    assert main(("claims", "C23", "--worlds", "3", "--threads", "1", "--report", "page")) == 0
    assert asked == [-1] * 3 and "--posterior record" in Path("page/record.md").read_text()


def test_robust_leaves_them_out(asked: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("claims", "C23", *WORDS, "--robust", "2", "--report", "page", "--json")) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"claims"} and asked == [-1] * 3 and not Path("page/robust.md").exists()


@pytest.mark.parametrize(
    ("content", "says"), [("contest.endz\n0.2\n", "contest.ends"), ("contest.ends\n99\n", "has 99"), ("nothing\n", "holds no points")]
)
@pytest.mark.parametrize("claim", ["C23", "C24"])
def test_points_that_cannot_be(claim: str, content: str, says: str, asked: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    Path("points.csv").write_text(content)
    assert main(("claims", claim, *WORDS)) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert says in said[-1] and len(said) == 1 and not asked


def test_few_points_and_full_disks_are_told_in_a_sentence(
    asked: list[int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(("claims", "C24", "--points", "5", "--posterior", "points.csv")) == 2
    assert "at least 20" in capsys.readouterr().err

    def full(*_: object) -> None:
        raise OutputError("No space left for claims.")

    monkeypatch.setattr("leyenda.studies.record_claims.left_open.keep", full)
    assert main(("claims", "C24", *WORDS)) == 3 and "No space left" in capsys.readouterr().err


@pytest.mark.slow
def test_small_real_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """Two worlds from 1980 on, and twice twenty points."""
    words = ["20" if word == "40" else "2" if word == "3" else word for word in WORDS]
    assert main(("claims", "C23", "C24", *words, "--json")) == 0
    one, other = json.loads(capsys.readouterr().out)["claims"]
    assert sum(part["CRPS"] is None for part in one["parts"]) == 2 and 0.0 < one["estimate"] < 1.0  # it has no joint operations
    assert 0.0 < other["estimate"] < 1.2 and other["also"]["role"] > 50
