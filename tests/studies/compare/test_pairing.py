"""The experiment itself: what changes nothing differs by nothing, and nothing depends on threads, order or interruption."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from comparisons import ARMS, START, WORLDS

import leyenda
from leyenda.engine import ensemble
from leyenda.results.folder import FolderError
from leyenda.scenario import Scenario
from leyenda.studies.compare import Effect, compare
from leyenda.studies.compare.estimates import PARTS, WITHOUT

FEW = {"prevention": ["prevention"], "arrest": ARMS["arrest"]}


def numbers(effect: Effect) -> list[dict[str, Any]]:
    """All estimates in an order of their own."""
    return sorted(effect.table().to_pylist(), key=repr)


def small(two: Scenario, arms: dict[str, Any] = FEW, worlds: int = 8, **more: Any) -> Effect:
    """A short comparison."""
    return compare(two, arms, worlds, start=START, **more)


def test_it_is_a_public_name() -> None:
    assert leyenda.compare is compare


def test_nothing_at_intensity_0_differs_by_exactly_nothing(effect: Effect) -> None:
    found = [one for one in effect.estimates if one.arm == "nothing" and one.against == WITHOUT]
    assert found and all((one.effect, one.low, one.high, one.differ) == (0.0, 0.0, 0.0, 0) for one in found)
    order, values = effect.plan.order, effect.measured.values
    assert (values[:, order.index("nothing")] == values[:, 0]).all()


def test_something_differs_and_only_after_the_start(effect: Effect) -> None:
    assert effect.get("prevention", 2, "recruits").percent < -5 and effect.get("prevention", 2, "recruits").sign == -1
    assert effect.get("arrest", 1, "arrests").effect > 0.5
    values, before = effect.measured.values, effect.measured.before
    assert (values[..., :before] == values[:, :1, :, :before]).all()


def test_prevention_and_vetting_move_what_they_should_and_are_shown_together(effect: Effect) -> None:
    assert effect.get("both", 2, "recruits").sign == -1
    assert abs(effect.get("both", 2, "recruits", PARTS).percent) < 5
    assert {one.arm for one in effect.estimates if one.against == PARTS} == {"both"}
    assert {one.arm for one in effect.estimates if one.place == "targets"} == {"here"}


def test_the_baseline_is_untouched_by_any_arm(two: Scenario, effect: Effect) -> None:
    assert effect.plan.scenario.hash == two.hash and effect.plan.content()["scenario"] == two.hash
    alone = small(two, {"arrest": ARMS["arrest"]}, WORLDS)
    assert (alone.measured.values[:, 0] == effect.measured.values[:, 0]).all()
    assert numbers(alone) == [row for row in numbers(effect) if row["arm"] == "arrest" and row["years"] == 2]


def test_threads_and_the_order_of_arms_do_not_matter(two: Scenario) -> None:
    one = small(two)
    two_threads = small(two, dict(reversed(FEW.items())), threads=2)
    assert numbers(one) == numbers(two_threads) and one.plan.hash == two_threads.plan.hash
    assert [arm.name for arm in two_threads.plan.arms] == ["arrest", "prevention"]


def interrupted(after: int) -> Any:
    """An engine that is stopped after some worlds."""
    whole = ensemble.run_paired

    def run(arms: Any, worlds: Any, *rest: Any) -> Iterator[Any]:
        yield from whole(arms, worlds[:after], *rest)
        raise KeyboardInterrupt

    return run


def test_what_was_interrupted_goes_on_and_ends_equal(two: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, folder = small(two, out=tmp_path / "whole"), tmp_path / "parts"
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(ensemble, "run_paired", interrupted(3))
        small(two, out=folder)
    assert len(list(folder.glob("parts/*.parquet"))) == 3
    (folder / "parts" / ".000003.parquet.unfinished").write_bytes(b"half")
    resumed = small(two, out=folder)
    assert numbers(resumed) == numbers(whole) == numbers(small(two))
    files = {path.name: path.read_bytes() for path in (tmp_path / "whole" / "parts").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (folder / "parts").glob("[0-9]*")}
    monkeypatch.setattr(ensemble, "run_paired", lambda *given: iter(()))
    assert numbers(small(two, out=folder, years=(1, 2)))[-1]["years"] == 2  # other windows need no other worlds


@pytest.mark.parametrize(
    ("change", "says"),
    [({"seed": 2}, "another seed"), ({"worlds": 3}, "other worlds"), ({"arms": {"arrest": ARMS["arrest"]}}, "other arms"), ({"start": 70}, "another first week")],
)
def test_a_folder_takes_no_other_comparison(change: dict[str, Any], says: str, two: Scenario, tmp_path: Path) -> None:
    given = {"arms": {"prevention": ["prevention"]}, "worlds": 2, "start": START, "out": tmp_path / "here"}
    compare(two, **given)
    with pytest.raises(FolderError, match=says):
        compare(two, **(given | change))


def test_a_folder_with_something_else_or_damage_is_refused(two: Scenario, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FolderError, match="holds no comparison"):
        small(two, out=tmp_path)
    small(two, worlds=2, out=tmp_path / "here")
    (tmp_path / "here" / "parts" / "000001.parquet").write_bytes(b"")
    with pytest.raises(FolderError, match=r"000001\.parquet cannot be read; delete it"):
        small(two, worlds=2, out=tmp_path / "here")


def test_stopped_worlds_are_left_out_of_all_arms(two: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ensemble.run_paired

    def one_stops(*given: Any) -> Iterator[Any]:
        for outcomes in whole(*given):
            if outcomes[0].world == 1:
                object.__setattr__(outcomes[1], "error", "the table of events is full")
            yield outcomes

    monkeypatch.setattr(ensemble, "run_paired", one_stops)
    for _ in range(2):  # as it was run, and as it was kept
        found = small(two, worlds=3, out=tmp_path / "here")
        assert found.worlds == (0, 2) and found.failed == {1: "the table of events is full"}
    with pytest.raises(leyenda.StoppedError, match="table of events"):
        small(two, worlds=[1])


def test_from_week_0_on_there_is_no_year_before(two: Scenario) -> None:
    found = compare(two, {"mine": [{"prevention": {"start": 0}}]}, 2)
    assert {one.against for one in found.estimates} == {WITHOUT} and "Against the year before" not in str(found)


def test_one_world_has_an_effect_but_no_interval(two: Scenario) -> None:
    found = small(two, worlds=[5])
    assert np.isnan(found.get("prevention", 2, "recruits").low) and found.get("prevention", 2, "recruits").effect < 0
    assert "[" not in str(found).split("Mean difference")[0].replace("[95 %]", "")
