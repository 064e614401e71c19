"""Nobody real: no name in a scenario, none that is invented, none in a story."""

import csv
import re
from importlib.resources import files

import pytest

from leyenda.results.names import TEXTS, blocked, blocklist, invented, normal
from leyenda.world.names import ABROAD, HOME

CANARY = "Canario Inventado Prueba"
NAMED = ("people", "organisations", "banks", "offices")


def windows(text: str, widths: tuple[int, ...] = (2, 3)) -> set[str]:
    """All runs of so many words."""
    words = normal(text).split()
    return {" ".join(words[at : at + width]) for width in widths for at in range(len(words) - width + 1)}


def test_the_list_is_sorted_hashes_and_long_enough() -> None:
    lines = (TEXTS / "blocked.txt").read_text(encoding="ascii").split()
    assert lines == sorted(set(lines)) and len(lines) > 400
    assert all(re.fullmatch("[0-9a-f]{64}", line) for line in lines)
    assert set(lines) == blocklist()


@pytest.mark.parametrize("written", [CANARY, CANARY.upper(), "canario  inventado-prueba", "Canarío Inventádo Prueba"])
def test_the_list_works(written: str) -> None:
    assert blocked(written)
    assert not blocked(written + " Nadie")


def test_no_scenario_names_anybody_real() -> None:
    found = [
        path for folder in (files("leyenda") / "scenarios").iterdir() if folder.is_dir() for path in folder.iterdir()
    ]
    tables = [path for path in found if path.name.removesuffix(".csv") in NAMED]
    assert tables
    for table in tables:
        lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        for row in csv.DictReader(lines):
            words = row["name"].split()
            tries = {row["name"], " ".join(words[:2]), f"{words[0]} {words[-1]}", *windows(row["name"])}
            assert not [name for name in tries if blocked(name)], row["name"]


def test_no_invented_name_is_anybody_real() -> None:
    for key in range(20_000):
        first, last, _ = invented(key * 2_654_435_761 % 2**64, ABROAD if key % 5 == 0 else HOME, 1980 + key % 40)
        for name in (f"{first} {last}", f"{first} {last.split()[0]}", f"{first} {last.split()[-1]}"):
            if name != f"{first} {last.split()[-1]}" or " " not in last:
                assert not blocked(name), name


def test_a_blocked_name_gives_way_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    before = invented(7, HOME, 1980)
    monkeypatch.setattr("leyenda.results.names.blocked", lambda name: name.startswith(before[0]))
    after = invented(7, HOME, 1980)
    assert after[0] != before[0]
