"""The benchmarks compare like with like: every twin gives the same numbers, and what cannot run is skipped with a reason."""

import ctypes
import shutil
from importlib.util import find_spec

import pytest

from leyenda.results.loading import load
from leyenda.studies import bench
from leyenda.studies.bench import against_c, against_mesa, commands
from leyenda.studies.bench.rows import Row, SkippedError, taking_turns
from leyenda.studies.bench.small_world import DTYPE, build, live, source
from leyenda.studies.bench.twin import PREFIX, Twin

needs_c = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler (cc) here")


@needs_c
def test_small_model_in_c_leaves_the_same_bytes_behind(tmp_path):
    twin = Twin(source(), DTYPE)
    twin.weeks("live")
    call = getattr(twin.compile(tmp_path), PREFIX + "live")
    ours, theirs = build(200, 7), build(200, 7)
    live(ours, 0, 300)
    call(ctypes.c_void_p(theirs.ctypes.data), *map(ctypes.c_int64, (1, 0, 300)))
    assert ours["people"]["betrayals"].sum() > 0
    assert ours.tobytes() == theirs.tobytes()


@needs_c
def test_rules_in_c_leave_the_same_bytes_behind():
    rows = list(against_c.rows("two-plazas", number=4, week=60, weeks=30, repetitions=1))
    assert len(rows) == 4  # three rules and the week; each has compared bytes, or it would have raised
    assert all("same bytes after 120 weeks" in row.note for row in rows)


def test_the_whole_week_changes_something_for_the_two_to_agree_on():
    worlds = against_c.middle_of_run(load("two-plazas"), 2, 60)
    after = against_c.copied(worlds)
    against_c.by_numba(worlds.dtype, "advance")(after, 60, 90)
    assert after.tobytes() != worlds.tobytes()


@pytest.mark.skipif(find_spec("mesa") is None, reason="Mesa is not installed")
def test_mesa_makes_the_same_choices():
    (row,) = against_mesa.rows(people=60, weeks=80, repetitions=1)
    assert "same choices" in row.note


def test_a_twin_that_differs_is_found(monkeypatch):
    worlds = build(20, 1).reshape(1)
    assert not against_c.same(lambda w, a, b: live(w[0], a, b), lambda w, a, b: live(w[0], a, b - 1), worlds, 0, 30)


def test_without_a_compiler_the_table_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SkippedError, match="no C compiler"):
        Twin(source(), DTYPE).compile(tmp_path)


def test_without_mesa_the_table_says_so(monkeypatch):
    monkeypatch.setattr(against_mesa, "find_spec", lambda name: None)
    with pytest.raises(SkippedError, match="pip install mesa"):
        next(against_mesa.rows())


def test_bench_prints_a_row_for_what_it_skips(monkeypatch, capsys):
    def cannot():
        raise SkippedError("there is one core here")
        yield

    monkeypatch.setattr(bench, "TABLES", {"Threads": "threads:rows"})
    monkeypatch.setattr(bench, "rows_of", lambda place: cannot)
    bench.main()
    printed = capsys.readouterr().out
    assert "skipped" in printed and "one core" in printed


def test_every_table_can_be_found():
    assert all(callable(bench.rows_of(place)) for place in bench.TABLES.values())


def test_a_row_shows_median_and_range():
    assert Row("speed", (1.0, 3.0, 2.0), "at least 1", "note").cells == ("speed", "2", "1 to 3", "at least 1", "note")
    assert Row("time", (1.5,), "", "", " s").cells == ("time", "1.5 s", "", "", "")


def test_each_side_goes_first_in_turn():
    order = []
    taking_turns(lambda: order.append("a") or 1.0, lambda: order.append("b") or 2.0, 2)
    assert order == ["a", "b", "a", "b", "b", "a"]


def test_a_command_that_fails_is_skipped():
    with pytest.raises(SkippedError, match="no-such-scenario"):
        commands.child(("check", "no-such-scenario"))
