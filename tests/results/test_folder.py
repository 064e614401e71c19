"""The run folder: the same bytes however it was made, whole files only, and clear refusals."""

import errno
import os
import shutil
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fakes
import pytest

import leyenda
from leyenda.engine.outcome import Outcome
from leyenda.results import files, folder, manifest
from leyenda.results.simulate import StoppedError, simulate
from leyenda.scenario import Scenario

WORLDS = 23
Contents = Callable[[Path], dict[str, bytes]]
pytestmark = pytest.mark.usefixtures("made_up")


def stop_after(monkeypatch: pytest.MonkeyPatch, worlds: int) -> None:
    """Interrupt the next simulation after some worlds."""

    def interrupted(*arguments: Any) -> Iterator[Any]:
        for number, outcome in enumerate(fakes.run_worlds(*arguments)):
            if number == worlds:
                raise KeyboardInterrupt
            yield outcome

    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", interrupted)


def test_bytes_do_not_depend_on_threads(scenario: Scenario, tmp_path: Path, contents: Contents) -> None:
    for threads in (1, 3):
        simulate(scenario, WORLDS, threads=threads, out=tmp_path / str(threads))
    one, three = contents(tmp_path / "1"), contents(tmp_path / "3")
    assert {name for name in one if one[name] != three.get(name)} == {"run.toml"}


@pytest.mark.parametrize("worlds", [0, 9, 17, 22])
def test_a_resumed_run_ends_byte_equal(
    worlds: int, scenario: Scenario, tmp_path: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "whole")
    with monkeypatch.context() as patch:
        stop_after(patch, worlds)
        with pytest.raises(KeyboardInterrupt):
            simulate(scenario, WORLDS, out=tmp_path / "run")
    (tmp_path / "run" / "parts" / ".000010-000019.unfinished").mkdir(exist_ok=True)
    assert simulate(scenario, WORLDS, out=tmp_path / "run", resume=True).complete
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


def test_finished_batches_are_not_run_again(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    shutil.rmtree(tmp_path / "run" / "parts" / "000010-000019")
    again: list[int] = []

    def noted(scenario: Scenario, worlds: Any, *rest: Any) -> Iterator[Any]:
        again.extend(worlds)
        return fakes.run_worlds(scenario, worlds, *rest)

    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", noted)
    simulate(scenario, WORLDS, out=tmp_path / "run", resume=True)
    assert again == list(range(10, 20))


def test_chosen_worlds_give_the_same_rows_as_in_a_larger_run(scenario: Scenario) -> None:
    some, every = simulate(scenario, [4, 12]), simulate(scenario, WORLDS)
    assert some.worlds.tolist() == [4, 12]
    assert some.series["deaths"].equals(every.series["deaths"].sel(world=[4, 12]))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"seed": 2}, "another seed"),
        ({"worlds": 30}, "other worlds"),
        ({"ledger": "full"}, "another ledger"),
        ({"title": "Another"}, "another scenario"),
    ],
)
def test_another_run_is_not_resumed(change: dict[str, Any], says: str, scenario: Scenario, tmp_path: Path) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    other = scenario.with_({"title": change.get("title", scenario.title)})
    same: dict[str, Any] = {"worlds": WORLDS, "out": tmp_path / "run", "resume": True}
    arguments = same | {key: value for key, value in change.items() if key != "title"}
    with pytest.raises(folder.FolderError, match=says):
        simulate(other, **arguments)


@pytest.mark.parametrize(("name", "says"), [("version", "another version"), ("model", "other rules")])
def test_another_model_is_not_resumed(
    name: str, says: str, scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    if name == "version":
        monkeypatch.setattr(leyenda, "__version__", "999")
    else:
        monkeypatch.setattr(manifest, "model_hash", lambda: "changed")
    with pytest.raises(folder.FolderError, match=says):
        simulate(scenario, WORLDS, out=tmp_path / "run", resume=True)


@pytest.mark.parametrize(
    "text",
    ["", "=", "content = 3", '[content]\ntitle = "a"', 'worlds = "x"', "worlds = 3", 'worlds = "0-99999999999"'],
)
def test_a_run_toml_that_is_none_is_a_sentence(text: str, scenario: Scenario, tmp_path: Path) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    path = tmp_path / "run" / manifest.NAME
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(text if line.startswith("worlds") else line for line in lines) if "worlds" in text else text)
    with pytest.raises(folder.FolderError, match="is not a run folder"):
        leyenda.open(tmp_path / "run")
    with pytest.raises(folder.FolderError, match="is not a run folder"):
        simulate(scenario, WORLDS, out=tmp_path / "run", resume=True)


def test_a_run_whose_parts_are_gone_is_run_again(scenario: Scenario, tmp_path: Path) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    shutil.rmtree(tmp_path / "run" / "parts")
    assert simulate(scenario, WORLDS, out=tmp_path / "run", resume=True).complete


def test_what_others_left_among_the_parts_does_not_matter(scenario: Scenario, tmp_path: Path) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    (tmp_path / "run" / "parts" / "Thumbs.db").write_text("")
    assert leyenda.open(tmp_path / "run").complete


def test_a_damaged_table_is_named_before_anything_is_run(scenario: Scenario, tmp_path: Path) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "run")
    (tmp_path / "run" / "parts" / "000010-000019" / "events.parquet").write_bytes(b"PAR1")
    (tmp_path / "run" / "parts" / "000020-000029" / "wars.parquet").unlink()
    says = ["parts/000010-000019/events.parquet cannot be read.", "parts/000020-000029/wars.parquet is missing."]
    assert list(folder.damage(tmp_path / "run")) == says
    with pytest.raises(folder.FolderError, match=r"cannot be resumed: parts/000010-000019/events\.parquet cannot be read"):
        simulate(scenario, WORLDS, out=tmp_path / "run", resume=True)


@pytest.mark.parametrize("name", [".", "/", "x" * 300, "\udcff"])
def test_a_name_no_folder_can_have_is_a_sentence(
    name: str, scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(folder.FolderError, match=r"\.$"):
        simulate(scenario, WORLDS, out=name)
    assert list(tmp_path.iterdir()) == []


def test_without_simd_extensions_a_run_is_described_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest.np, "show_config", lambda mode: {})
    assert manifest.surroundings(1)["cpu"] == []


@pytest.mark.parametrize("resume", [False, True])
def test_somebody_elses_folder_is_left_alone(resume: bool, scenario: Scenario, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(folder.FolderError, match="not empty; it is not a run folder"):
        simulate(scenario, WORLDS, out=tmp_path, resume=resume)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_empty_folder_is_filled(scenario: Scenario, tmp_path: Path) -> None:
    assert simulate(scenario, WORLDS, out=tmp_path).complete


def test_a_file_in_place_of_a_folder(scenario: Scenario, tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("")
    for out in (tmp_path / "runs", tmp_path / "runs" / "mine"):
        with pytest.raises(folder.FolderError, match=r"^[^\n]*runs[^\n]*\.$"):
            simulate(scenario, WORLDS, out=out)


@pytest.mark.parametrize(("number", "says"), [(errno.ENOSPC, "No space left"), (errno.EACCES, "No permission")])
def test_a_failing_disk_loses_nothing_already_written(
    number: int, says: str, scenario: Scenario, tmp_path: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulate(scenario, WORLDS, out=tmp_path / "whole")
    with monkeypatch.context() as patch:
        fail_writing(patch, "000010-000019", number)
        with pytest.raises(files.OutputError, match=says):
            simulate(scenario, WORLDS, threads=11, out=tmp_path / "run")
    kept = contents(tmp_path / "run")
    whole = contents(tmp_path / "whole")
    assert any("000000-000009" in name for name in kept) and not any("unfinished" in name for name in kept)
    assert all(whole[name] == data for name, data in kept.items() if name != "run.toml")
    assert simulate(scenario, WORLDS, out=tmp_path / "run", resume=True).complete


def fail_writing(patch: pytest.MonkeyPatch, batch: str, number: int) -> None:
    """Let the disk fail half-way through a batch."""
    real = files.sync

    def sync(path: Path) -> None:
        if batch in str(path) and path.name == "events.parquet":
            raise OSError(number, os.strerror(number))
        real(path)

    patch.setattr(files, "sync", sync)


def test_a_stopped_world_is_reported_and_left_out(scenario: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    def some_stop(scenario: Scenario, worlds: Any, *rest: Any) -> Iterator[Any]:
        for world in worlds:
            yield fakes.outcome(
                world, scenario.weeks, "the table of events is full" if world == 7 else "", len(scenario.plazas)
            )

    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", some_stop)
    runs = simulate(scenario, 12)
    assert runs.failed == {7: "the table of events is full"}
    assert 7 not in runs.worlds and 7 not in runs.events["world"].to_pylist()
    assert runs.series["deaths"].shape == (11, scenario.weeks)


def test_a_run_in_which_every_world_stops_says_why(scenario: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "leyenda.engine.ensemble.run_worlds", lambda *rest: iter([fakes.outcome(0, 120, "the table of events is full")])
    )
    with pytest.raises(StoppedError, match="the table of events is full"):
        simulate(scenario, 1)


@pytest.mark.parametrize(
    "wrong",
    [{"worlds": 0}, {"worlds": 10**12}, {"worlds": []}, {"worlds": [-1]}, {"seed": -1}, {"threads": 0}, {"ledger": "ful"}],
)
def test_an_impossible_argument_is_a_sentence(wrong: dict[str, Any], scenario: Scenario, tmp_path: Path) -> None:
    arguments: dict[str, Any] = {"worlds": 3, "out": tmp_path / "run"} | wrong
    with pytest.raises(leyenda.InputError, match=f"{next(iter(wrong))} is .*; expected "):
        simulate(scenario, **arguments)
    assert not (tmp_path / "run").exists()


def test_memory_holds_only_the_batches_under_way(scenario: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[weakref.ref[Outcome]] = []
    alive = []

    def counted(scenario: Scenario, worlds: Any, *rest: Any) -> Iterator[Outcome]:
        for world in worlds:
            outcome = fakes.outcome(world, scenario.weeks, plazas=len(scenario.plazas))
            given.append(weakref.ref(outcome))
            alive.append(sum(one() is not None for one in given))
            yield outcome

    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", counted)
    simulate(scenario, 60)
    assert max(alive) <= 12


SMALL_DISK = """
import sys
sys.path.insert(0, {folder!r})
import resource, fakes, leyenda.engine.ensemble as engine
from leyenda.cli import main
engine.run_worlds = fakes.run_worlds
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
sys.exit(main(["run", "two-plazas", "--worlds", "12", "--weeks", "120", "--out", "run", "--json"]))
"""


def test_a_disk_that_fills_up_is_one_sentence_and_exit_3(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    script = SMALL_DISK.format(folder=str(Path(__file__).parent))
    answer = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True)
    assert answer.returncode == 3, answer.stderr
    assert answer.stderr.startswith("No space left for run/parts/0000")
    assert "0 of 12 worlds are saved in run. To finish: leyenda run" in answer.stderr
    assert list((tmp_path / "run" / "parts").iterdir()) == []
