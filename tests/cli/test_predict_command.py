"""leyenda predict: real worlds to the end of 2023, the same bytes anywhere, resumed without running again, refused in one sentence."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pyarrow import csv

from leyenda.cli import main
from leyenda.studies.validate import run

WORDS = ("predict", "--posterior", "points.csv", "--worlds", "3", "--threads", "1", "--out")
FILES = ("prediction.csv", "skill.csv", "states.csv", "worlds.csv", "prediction.md", "pictures/prediction.png", "pictures/prediction.svg")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three real worlds, predicted once for all tests."""
    place = tmp_path_factory.mktemp("predict")
    (place / "points.csv").write_text("contest.killings,contest.onset\n0.004,0.2\n0.01,0.3\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert main((*WORDS, "here")) == 0
    return place


@pytest.fixture
def ran(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The worlds that are run again."""
    asked: list[int] = []
    whole = run.run_worlds

    def counted(scenario: Any, worlds: Any, seed: int, threads: int) -> Any:
        asked.extend(worlds)
        return whole(scenario, worlds, seed, threads)

    monkeypatch.chdir(folder)
    monkeypatch.setattr(run, "run_worlds", counted)
    return asked


def test_real_worlds_reach_the_end_of_2023(folder: Path) -> None:
    table = csv.read_csv(folder / "here/prediction.csv").to_pydict()
    assert set(table["year"]) == set(range(2000, 2024)) and np.isfinite(table["median"]).all()
    assert all(low <= middle <= high for low, middle, high in zip(table["low90"], table["median"], table["high90"], strict=True))
    homicides = [value for name, value in zip(table["series"], table["median"], strict=True) if name == "homicides"]
    assert min(homicides) > 1000.0 and "stopped before the end" not in (folder / "here/prediction.md").read_text()
    states = csv.read_csv(folder / "here/states.csv").to_pydict()
    worst = [value for name, value in zip(table["series"], table["high90"], strict=True) if name == "worst"]
    assert len(set(states["state"])) == 32 and 0.0 < max(states["median"]) <= max(worst)


def test_the_picture_is_small_enough_for_a_page(folder: Path) -> None:
    picture = (folder / "here/pictures/prediction.png").read_bytes()
    assert picture[1:4] == b"PNG" and len(picture) > 20_000
    assert "](pictures/prediction.png)" in (folder / "here/prediction.md").read_text()


def test_the_same_seed_is_the_same_bytes_in_any_folder_on_any_threads(ran: list[int]) -> None:
    assert main((*WORDS[:-2], "2", "--out", "there")) == 0
    assert ran == [0, 1, 2] * 2  # the second time at the first point alone
    for name in FILES:
        assert Path("here", name).read_bytes() == Path("there", name).read_bytes(), name


def test_what_was_run_is_not_run_again_and_another_seed_is(ran: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*WORDS, "here", "--json")) == 0 and not ran
    found = json.loads(capsys.readouterr().out)
    assert found["worlds"] == found["spoke"] == 3 and found["points"] == 2 and len(found["model"]) == 16
    assert {row["series"] for row in found["skill"]} >= {"rate", "between"} and max(row["year"] for row in found["skill"]) == 2011
    later = [row for row in found["prediction"] if row["year"] > 2011]
    assert {row["record"] for row in later} == {None} and {row["years"] for row in later} == {"not seen"}
    assert main((*WORDS, "other", "--seed", "2")) == 0 and len(ran) == 6
    assert Path("other/worlds.csv").read_bytes() != Path("here/worlds.csv").read_bytes()


def test_an_interruption_says_how_to_go_on(ran: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "listen", interrupted)
    assert main((*WORDS, "new")) == 3
    assert "To finish: leyenda predict --posterior points.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--out", "points.csv"), "points.csv is a file"),
        (("--out", "new", "--posterior", "nowhere.csv"), "nowhere.csv: is missing"),
        (("--out", "new", "--posterior", "wrong.csv"), "contest.killings"),
        (("--out", "new", "--worlds", "0"), "worlds"),
        ((), "out"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    ran: list[int], capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    Path("wrong.csv").write_text("contest.killing\n0.004\n")
    assert main(("predict", "--posterior", "points.csv", *words) if "--posterior" not in words else ("predict", *words)) == 2
    said = capsys.readouterr().err
    assert says in said and "Traceback" not in said and not ran
