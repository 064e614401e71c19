"""leyenda validate: what is run and kept, resumed without running again, refused in one sentence, and written as tables and pictures."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from pyarrow import csv

from leyenda.cli import main
from leyenda.scenario import InputError, Scenario
from leyenda.studies.validate.frozen import DRIVERS
from leyenda.studies.validate.plan import planned

WORDS = ("validate", "--facts", "8", "--worlds", "25", "--threads", "1", "--out", "here")
Ran = list[tuple[Scenario, int]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ran:
    """What the stand-in for the simulator was asked to run: worlds of noise around a rate that grows; world 3 is stopped."""
    asked: Ran = []

    def run_worlds(scenario: Scenario, worlds: Sequence[int], seed: int, threads: int) -> Iterator[Any]:
        for world in worlds:
            asked.append((scenario, world))
            chance = np.random.default_rng(world)
            shape = (scenario.weeks, len(scenario.plazas))
            deaths = chance.poisson(1.0 + 0.002 * np.arange(scenario.weeks)[:, None], shape).astype(float)
            by_plaza = {"deaths": deaths, "homicides": deaths + chance.poisson(4.0, shape)}
            yield SimpleNamespace(world=world, error="a table is full" if world == 3 else "", by_plaza=by_plaza, wars={})

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leyenda.studies.validate.run.run_worlds", run_worlds)
    return asked


def test_tables_and_pictures_are_written(ran: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(WORDS) == 0
    said = capsys.readouterr().out
    assert "0 of the 1 calibrate facts asked for hit" in said and "national.between_most" in said
    table = csv.read_csv("here/table.csv").to_pydict()
    assert table["measure"] == ["national.between_most", "national.conflict"] and table["verdict"] == ["hit", "miss"]
    assert table["worlds"] == [24, 24] and table["low"][1] < table["median"][1] < table["high"][1] and table["score"][0] == 0.0
    page = Path("here/table.md").read_text()
    assert "| 24 of 25 |" in page and "leyenda validate mexico-2006 --worlds 25 --seed 1 --facts 8" in page
    for name in ("facts", "national"):
        assert Path(f"here/{name}.svg").stat().st_size > 1000 and Path(f"here/{name}.png").read_bytes()[1:4] == b"PNG"


def test_only_as_many_weeks_are_run_as_the_facts_need(ran: Ran) -> None:
    assert main(WORDS) == 0
    assert {scenario.weeks for scenario, _ in ran} == {6 * 52}  # to 2005
    plan = planned((), (8, 60), 5, 1, (), Path("here"))
    assert {name: scenario.weeks for name, scenario in plan.scenarios.items()} == {"mexico-2006": 312, "guadalajara-1985": 780}
    assert not planned((), (43, 54), 5, 1, (), Path("here")).scenarios


def test_what_was_run_is_kept_and_an_interrupted_study_goes_on(
    ran: Ran, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from leyenda.studies.validate import run

    whole = run.listen

    def interrupted(*given: Any) -> None:
        if len(ran) == 17:
            raise KeyboardInterrupt
        whole(*given)

    with monkeypatch.context() as patch:
        patch.setattr(run, "listen", interrupted)
        assert main(WORDS) == 3
    assert "To finish: leyenda validate" in capsys.readouterr().err
    ran.clear()
    assert main((*WORDS, "--json")) == 0
    assert [world for _, world in ran] == list(range(10, 25))  # the first ten were done
    first = json.loads(capsys.readouterr().out)
    ran.clear()
    assert main((*WORDS, "--json")) == 0 and not ran
    assert json.loads(capsys.readouterr().out) == first and first["calibrate"] == 1 and len(first["statistics"]) == 2


def test_another_seed_or_half_a_file_is_run_again(ran: Ran) -> None:
    assert main(WORDS) == 0
    ran.clear()
    assert main((*WORDS, "--seed", "2")) == 0 and len(ran) == 25
    ran.clear()
    kept = sorted(Path("here/said").iterdir())
    kept[1].write_text(kept[1].read_text()[:200])
    assert main((*WORDS, "--seed", "2")) == 0 and [world for _, world in ran] == list(range(10, 20))


def test_a_frozen_driver_shows_what_remains(ran: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*WORDS, "--freeze", "deployment", "demand")) == 0
    frozen = [scenario for scenario, world in ran if world == 0][1:]
    assert {driver.deployment for driver in frozen[0].drivers} == {0.05} and {driver.demand for driver in frozen[1].drivers} == {375.6}
    assert {policy.intensity for policy in frozen[0].policies.values()} == {0.0} != {policy.intensity for policy in frozen[1].policies.values()}
    table = csv.read_csv("here/frozen.csv").to_pydict()
    assert table["driver"] == ["deployment", "demand"] * 2 and table["remains"][2:] == pytest.approx([1.0, 1.0])
    assert "100 %" in capsys.readouterr().out and "frozen" in Path("here/table.md").read_text()


def test_worlds_take_the_points_of_a_fit_in_turn(ran: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    Path("points.csv").write_text("contest.killings\n0.004\n0.008\n")
    assert main((*WORDS, "--posterior", "points.csv")) == 0
    assert "points.csv" in capsys.readouterr().out and "--posterior points.csv" in Path("here/table.md").read_text()
    points = [scenario.posterior["contest"]["killings"] for scenario, _ in ran]
    assert points == [(0.004, 0.008)] * 25 + [(0.004,)] * 25  # the second time with the same parameters in all: what chance does
    Path("points.csv").write_text("contest.killing\n0.004\n")
    assert main((*WORDS, "--posterior", "points.csv")) == 2 and "contest.killings" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("validate", "mexico-2007"), "did you mean mexico-2006"),
        (("validate", "two-plazas"), "one of mexico-2006, guadalajara-1985"),
        (("validate", "--facts", "3"), "fact 3, which there is not"),
        (("validate", "guadalajara-1985", "--facts", "1"), "are none of guadalajara-1985"),
        (("validate", "--freeze", "deploy"), 'did you mean "deployment"'),
        (("validate", "--facts", "60", "--freeze", "demand"), "finds no national shape"),
        (("validate", "--worlds", "0"), "worlds"),
        (("validate", "--facts", "one"), "facts"),
        (("validate", "--out", "file"), "file is a file"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(ran: Ran, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str) -> None:
    Path("file").write_text("")
    assert main(words) == 2
    said = capsys.readouterr().err
    assert says.lower() in said.lower() and "Traceback" not in said and not ran


def test_every_driver_can_be_frozen() -> None:
    assert set(DRIVERS) == {"deployment", "demand", "price", "enforcement", "agency", "border", "extradition", "background"}
    plan = planned(("mexico-2006",), (2,), 5, 1, DRIVERS, Path("here"))
    for driver, job in plan.frozen.items():
        assert len({getattr(row, driver) for row in job.scenario.drivers}) == 1 and job.scenario.weeks == 12 * 52
    with pytest.raises(InputError):
        planned(("mexico-2006",), (60,), 5, 1, (), Path("here"))
