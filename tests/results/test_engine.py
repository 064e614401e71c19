"""The real engine, for two years of the smallest world: its tables are sound, and threads change nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

import leyenda
from leyenda.scenario import Scenario

Contents = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def short() -> Scenario:
    """Two years of two plazas."""
    return leyenda.load("two-plazas").with_({"weeks": 104})


def test_the_auditor_finds_nothing(short: Scenario) -> None:
    assert leyenda.audit(leyenda.simulate(short, 40).folder) == []


def test_threads_change_no_byte(short: Scenario, tmp_path: Path, contents: Contents) -> None:
    for threads in (1, 2, 5):
        leyenda.simulate(short, 25, threads=threads, out=tmp_path / str(threads))
    one = contents(tmp_path / "1" / "parts")
    assert one == contents(tmp_path / "2" / "parts") == contents(tmp_path / "5" / "parts")


def test_writing_down_more_changes_nothing_else(short: Scenario, tmp_path: Path, contents: Contents) -> None:
    for ledger in ("brief", "full"):
        leyenda.simulate(short, 25, ledger=ledger, out=tmp_path / ledger)
    brief, full = (contents(tmp_path / ledger / "parts") for ledger in ("brief", "full"))
    differs = {Path(name).name for name in brief if brief[name] != full[name]}
    assert differs == {"ledger.parquet", "balances.parquet"}
