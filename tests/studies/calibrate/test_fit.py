"""The driver: what it fits to, that it goes on where it stopped, and what it writes; and a small real fit."""

import csv
from pathlib import Path

import numpy as np
import pytest
from known_worlds import TRUTH, plan, stand_in

from leyenda.engine.ensemble import run_worlds
from leyenda.scenario import InputError
from leyenda.studies.calibrate.fit import fit, planned
from leyenda.studies.calibrate.fitted import AGREE, Fitted, Posterior
from leyenda.studies.calibrate.priors import priors
from leyenda.studies.calibrate.simulate import HANDFUL, Simulator
from leyenda.studies.calibrate.waves import ACCEPTED, Wave
from leyenda.studies.validate.facts import facts
from leyenda.studies.validate.judged import says, statistics
from leyenda.studies.validate.lived import Lived


def last(folder: Path, **more: int) -> Wave:
    """The last wave of a fit."""
    return list(fit(plan(folder, **more)))[-1]


def same(one: Wave, other: Wave) -> bool:
    """Whether two fits are the same to the bit."""
    parts = ("points", "said")
    return all(getattr(one, part).tobytes() == getattr(other, part).tobytes() for part in parts) and one.simulated == other.simulated


def test_by_default_it_fits_to_what_may_be_fitted_and_to_nothing_else(tmp_path: Path) -> None:
    chosen = planned((), 40, 2, 1, 1, tmp_path).facts
    assert [fact.number for fact in chosen] == [fact.number for fact in facts() if fact.use == "calibrate"]
    assert {fact.use for fact in facts()} > {"calibrate"} and max(s.years[1] for _, s in statistics(chosen)) <= 2011


@pytest.mark.parametrize("use", ["look-only", "input", "no rule"])
def test_what_must_not_be_fitted_to_is_refused(use: str, tmp_path: Path) -> None:
    number = next(fact.number for fact in facts() if fact.use == use)
    with pytest.raises(InputError, match=f"fact {number} .*marked calibrate"):
        planned((1, number), 40, 2, 1, 1, tmp_path)


@pytest.mark.parametrize(("points", "most", "says"), [(40, 1, "at least 2"), (4, 3, "at least 20")])
def test_a_fit_that_cannot_be_is_refused(points: int, most: int, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=says):
        planned((), points, most, 1, 1, tmp_path)


def test_it_finds_what_moves_the_facts_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, steps=2000)
    asked = plan(tmp_path, points=400, most=3)
    fitted = Fitted(asked.facts, "waves", 1, list(fit(asked))[-1])
    found = fitted.posteriors
    assert [one.word for one in found] == ["pinned"] * 2 + ["not identified"] * (len(priors()) - 2)
    assert [found[k].ends[1] for k in (0, 1)] == pytest.approx(TRUTH, abs=0.06)
    assert all(0.6 < one.covers < 0.99 for one in found[2:]) and all(one.tolerated for one in fitted.statistics)
    nearness = np.argsort(np.argsort(asked.distance(fitted.last.said)))
    assert abs(np.corrcoef(nearness, np.arange(ACCEPTED))[0, 1]) < 0.3  # whoever runs the first few has not the nearest
    assert fitted.answer == f"2 of {len(priors())} parameters are pinned by 2 facts of the record"


def test_chains_that_disagree_pin_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert Posterior(priors()[0], np.full(100, 0.4), agreed=True).word == "pinned"
    stand_in(monkeypatch, steps=4)
    asked = plan(tmp_path, points=20, most=2)
    fitted = Fitted(asked.facts, "waves", 1, list(fit(asked))[-1])
    assert fitted.last.apart > AGREE
    assert {one.word for one in fitted.posteriors} == {"unsure"} and "this is no fit yet" in fitted.answer


def test_two_runs_are_the_same_to_the_bit_whatever_the_threads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch)
    one, other, seeded = last(tmp_path / "a"), last(tmp_path / "b", threads=3), last(tmp_path / "c", seed=2)
    assert same(one, other) and not same(one, seeded)


def test_an_interrupted_fit_goes_on_to_the_same_bits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    every = stand_in(monkeypatch)
    whole = last(tmp_path / "whole")
    with monkeypatch.context() as patch:
        before = stand_in(patch, stop_at=150)
        with pytest.raises(KeyboardInterrupt):
            last(tmp_path / "here")
    after = stand_in(monkeypatch)
    assert same(last(tmp_path / "here"), whole)
    assert sorted(every) == list(range(280)) and before == list(range(150))
    assert after == list(range(120, 280))  # three handfuls of the first wave are kept, none of the second was whole
    again = stand_in(monkeypatch)
    assert same(last(tmp_path / "here"), whole) and not again


def test_what_is_kept_serves_only_the_same_question(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch)
    whole = last(tmp_path, most=2)
    asked = stand_in(monkeypatch)
    assert not same(last(tmp_path, most=2, seed=2), whole) and len(asked) == 220
    assert same(last(tmp_path, most=2), whole) and len(asked) == 440
    files = sorted(tmp_path.glob("points-*.npz"))
    assert len(files) == 120 / HANDFUL + 3
    files[1].write_bytes(files[1].read_bytes()[:300])
    files[2].write_bytes(b"not ours")
    assert same(last(tmp_path, most=2), whole) and asked[440:] == list(range(40, 120))


def test_more_facts_or_another_length_are_another_question(tmp_path: Path) -> None:
    one, more = (planned(numbers, 40, 2, 1, 1, tmp_path).simulator for numbers in ((1,), (1, 2)))
    again = planned((1,), 400, 9, 1, 4, tmp_path / "other").simulator
    assert one.identity != more.identity and one.identity == again.identity


def test_the_files_say_what_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch)
    asked = plan(tmp_path)
    fitted = Fitted(asked.facts, "waves", 1, list(fit(asked))[-1])
    accepted, table, picture = fitted.save(tmp_path)
    said, rows = read(accepted)
    assert said["facts"] == "1 2" and said["simulated"] == "280" and said["seed"] == "1" and {"version", "model"} <= set(said)
    assert list(rows[0]) == [prior.parameter for prior in priors()] and len(rows) == ACCEPTED
    assert all(prior.low <= float(row[prior.parameter]) <= prior.high for row in rows for prior in priors())
    assert all(float(x) == y for row, ours in zip(rows, fitted.values, strict=True) for x, y in zip(row.values(), ours, strict=True))
    _, facts_said = read(table)
    assert [row["measure"] for row in facts_said] == [statistic.measure for _, statistic in statistics(asked.facts)]
    assert all(float(row["low"]) <= float(row["median"]) <= float(row["high"]) for row in facts_said)
    assert picture.read_bytes()[1:4] == b"PNG"


def read(path: Path) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Comments and rows of a file."""
    lines = path.read_text().splitlines()
    comments = dict(line[2:].split(": ", 1) for line in lines if line.startswith("#"))
    return comments, list(csv.DictReader(line for line in lines if not line.startswith("#")))


def test_a_small_real_fit(tmp_path: Path) -> None:
    """Twenty points on the real model: each says what its own worlds say."""
    asked = planned((2, 60), 20, 2, 1, 2, tmp_path)
    wave = next(fit(asked))
    points, said = wave.points, wave.said
    assert np.array_equal(points, asked.scheme.first()) and said.shape == (20, 5) and len(np.unique(said[:, 0])) > 10
    simulator: Simulator = asked.simulator
    scenario = simulator.scenarios["mexico-2006"].with_(simulator.changes(points[3]))
    (outcome,) = run_worlds(scenario, [3], 1, 1)
    here = statistics([fact for fact in asked.facts if fact.number == 2])
    assert np.array_equal(says(scenario, Lived(scenario, outcome), here), said[3, :2])
