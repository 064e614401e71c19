"""How time grows with size: the fit finds a known exponent, and each sweep changes one thing and nothing else."""

import numpy as np
import pytest

from leyenda.studies.bench import scaling
from leyenda.world.layout import SIZES


def test_the_exponent_of_a_power_is_found_and_its_error_is_that_of_least_squares() -> None:
    sizes, noise = (16, 32, 64, 128), np.array([[0.02, -0.01], [-0.03, 0.01], [0.01, 0.02], [0.0, -0.02]])
    times = 0.3 * np.array(sizes)[:, None] ** 0.9 * np.exp(noise)
    slope, error = scaling.exponent(sizes, times)
    x = np.repeat(np.log(sizes), 2)
    design = np.column_stack([x, np.ones(8)])
    best, left, _, _ = np.linalg.lstsq(design, np.log(times).ravel(), rcond=None)
    assert slope == pytest.approx(best[0]) and abs(slope - 0.9) < 0.02
    assert error == pytest.approx(np.sqrt(left[0] / 6 * np.linalg.inv(design.T @ design)[0, 0]))


def test_the_last_doubling_is_told_apart_from_the_line() -> None:
    sizes = (16, 32, 64, 128)
    row = scaling.summary("plazas", sizes, np.array([[1.0], [1.0], [1.0], [2.0]]))
    assert row.ratios[0] == pytest.approx(0.3) and "1.00 from 64 to 128" in row.note and "64: 1.000, 128: 2.000" in row.note


@pytest.mark.parametrize("grows", scaling.SIZES)
def test_one_thing_grows_and_the_tables_stay(grows: str) -> None:
    sizes = scaling.SIZES[grows]
    assert len(sizes) == 4 and scaling.TABLES in SIZES
    counted = []
    for size in (sizes[0], sizes[-1]):
        s = scaling.scenario(grows, size, 1)
        people = len(s.people) + sum(row.lieutenants + row.aspirants for row in s.crowd)
        counted.append({"plazas": sum(p.side == "home" for p in s.plazas), "organisations": len(s.organisations), "people": people, "size": s.size})
    assert [row[grows] for row in counted] == [sizes[0], sizes[-1]]
    assert all(counted[0][name] == counted[1][name] for name in counted[0] if name != grows)


def test_a_sweep_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scaling, "TABLES", "standard")
    monkeypatch.setattr(scaling, "MIDDLE", {"plazas": 4, "organisations": 3, "people": 30})
    monkeypatch.setattr(scaling, "SIZES", {"plazas": (2, 6, 12)})
    monkeypatch.setattr(scaling, "SCHEDULE", ("drift", "trade"))
    exponent, *rules = scaling.rows(seeds=(1, 2), worlds=2, repetitions=2)
    assert exponent.what == "exponent in plazas" and len(exponent.ratios) == 2 and 0.0 < min(exponent.ratios) < max(exponent.ratios) < 2.0
    assert {row.what for row in rules} == {"rule drift", "rule trade"} and all(0.0 < row.ratios[0] < 1.0 for row in rules)
    assert sum(row.ratios[0] for row in rules) == pytest.approx(1.0)
