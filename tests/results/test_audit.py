"""The auditor finds nothing in sound tables and something in each kind of broken ones."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from leyenda.results.audit import audit
from leyenda.results.runs import Runs

Change = Callable[[np.ndarray], None]


def test_sound_tables_have_no_findings(runs: Runs) -> None:
    assert audit(runs.folder) == []


def put(at: int, value: float) -> Change:
    """Set one value of a column."""

    def change(values: np.ndarray) -> None:
        values[at] = value

    return change


@pytest.mark.parametrize(
    ("table", "column", "change", "says"),
    [
        ("balances", "amount", put(40, 5.0), "does not close"),
        ("ledger", "amount", put(40, 99.0), "does not close"),
        ("ledger", "amount", put(40, -1.0), "zero or less"),
        ("ledger", "week", put(40, 400), "weeks without a balance"),
        ("series", "deaths", put(10, 0.0), "deaths are fewer than members and bystanders"),
        ("series", "homicides", put(10, 0.0), "homicides are fewer than deaths"),
        ("by_plaza", "week", put(-1, 400), "by_plaza has weeks that the series has not"),
        ("series", "recruits", put(10, -1.0), "series.recruits is -1"),
        ("series", "recruits", put(10, np.nan), "series.recruits is nan"),
        ("series", "corruption_bank_home", put(10, 1.5), "outside 0 to 1"),
        ("by_plaza", "concentration", put(10, 1.5), "outside 0 to 1"),
        ("by_plaza", "deaths", put(10, 50.0), "by_plaza.deaths does not add up"),
        ("by_organisation", "members", put(10, 5000.0), "by_organisation.members does not add up"),
        ("events", "week", put(1, 50), "not in the order"),
        ("events", "id", put(1, 3), "do not count up"),
        ("causes", "cause", put(0, 4), "not earlier"),
        ("causes", "cause", put(0, 77), "do not exist"),
        ("causes", "cause", put(0, 0), "1 of 40 causes share nothing"),
        ("causes", "weight", put(0, 0.0), "weigh nothing"),
        ("causes", "weight", put(0, np.nan), "weigh nothing"),
        ("events", "who", put(3, 2), "die twice"),
    ],
)
def test_broken_tables_are_found(
    table: str, column: str, change: Change, says: str, runs: Runs, tmp_path: Path
) -> None:
    runs.save(tmp_path / "run")
    path = min((tmp_path / "run").glob(f"parts/*/{table}.parquet"))
    found = pq.read_table(path)
    values = found[column].to_numpy().copy()
    change(values)
    pq.write_table(found.set_column(found.column_names.index(column), column, pa.array(values)), path)
    if says == "die twice":
        rename_kind(path, 3, "die")
    findings = audit(tmp_path / "run")
    assert any(says in finding for finding in findings), findings


def test_money_has_no_kind_to_hide_in(runs: Runs, tmp_path: Path) -> None:
    runs.save(tmp_path / "run")
    rename_kind(min((tmp_path / "run").glob("parts/*/ledger.parquet")), 0, "adjustment")
    assert "Worlds 000000-000009: the ledger has a kind called adjustment." in audit(tmp_path / "run")


def test_a_column_that_is_not_there_is_found(runs: Runs, tmp_path: Path) -> None:
    runs.save(tmp_path / "run")
    path = min((tmp_path / "run").glob("parts/*/causes.parquet"))
    pq.write_table(pq.read_table(path).drop_columns(["event"]), path)
    assert "Worlds 000000-000009: causes has no column event." in audit(tmp_path / "run")


def rename_kind(path: Path, at: int, kind: str) -> None:
    """Turn one row into another kind."""
    found = pq.read_table(path)
    kinds = found["kind"].to_pylist()
    kinds[at] = kind
    pq.write_table(found.set_column(found.column_names.index("kind"), "kind", pa.array(kinds)), path)


@pytest.mark.parametrize(("kind", "wrong"), [("die", True), ("retire", True), ("extradition", True), ("escape", False)])
def test_nobody_acts_after_he_is_gone(kind: str, wrong: bool, runs: Runs, tmp_path: Path) -> None:
    runs.save(tmp_path / "run")
    path = min((tmp_path / "run").glob("parts/*/events.parquet"))
    for at, what in ((3, kind), (4, "order")):
        rename_kind(path, at, what)
    found = pq.read_table(path)
    who = found["who"].to_numpy().copy()
    who[3:5] = 0
    pq.write_table(found.set_column(found.column_names.index("who"), "who", pa.array(who)), path)
    assert any("who are gone" in finding for finding in audit(tmp_path / "run")) == wrong


def test_arrests_out_of_nowhere_are_found(runs: Runs, tmp_path: Path) -> None:
    runs.save(tmp_path / "run")
    for path in (tmp_path / "run").glob("parts/*/causes.parquet"):
        found = pq.read_table(path)
        pq.write_table(found.filter(pc.not_equal(found["event"], 4)), path)
    assert "23 of 46 arrest events have no cause." in audit(tmp_path / "run")
