"""A scenario made from numbers: sound at every size, the same on every machine, a country in one piece, and worlds that live."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

import leyenda
from leyenda.scenario import InputError, Scenario, dump, names
from leyenda.scenario.random_federation import LIMITS, Numbers, read

PLACES = [("Plaza 1", -415.5, -397.1, 1032299.0), ("Plaza 2", -397.9, -474.0, 2433738.0)]
PRESENCES = [
    ("Organisation 1", "Plaza 2", 1073, 0.9), ("Organisation 1", "Plaza 1", 402, 0.514), ("Organisation 1", "Plaza 3", 346, 0.3324),
]


def made(**numbers: int) -> Scenario:
    """The scenario of some numbers."""
    return leyenda.load("random-federation:" + ",".join(f"{key}={value}" for key, value in numbers.items()))


def at_home(s: Scenario) -> list:
    """Plazas at home."""
    return [plaza for plaza in s.plazas if plaza.side == "home"]


def people(s: Scenario) -> int:
    """Criminals who decide for themselves."""
    return len(s.people) + sum(row.lieutenants + row.aspirants for row in s.crowd)


@pytest.mark.parametrize(
    ("plazas", "organisations", "number"),
    [(1, 1, 1), (1, 30, 30), (2, 1, 1300), (3, 5, 40), (13, 8, 100), (40, 20, 400), (60, 1, 1), (30, 90, 90), (128, 128, 2000)],
)
def test_any_numbers_within_the_limits_make_a_sound_scenario(plazas: int, organisations: int, number: int) -> None:
    for seed in (0, 7):
        s = made(plazas=plazas, organisations=organisations, people=number, seed=seed)
        assert (len(at_home(s)), len(s.plazas) - len(at_home(s)), len(s.organisations), people(s)) == (plazas, 3, organisations, number)
        assert any(not o.local for o in s.organisations) and sum(o.client is not None for o in s.offices) < len(s.offices)
        assert all(p.capo for p in s.presences)


def test_the_longest_of_the_largest_fits() -> None:
    s = made(**{key: high for key, (_, high) in LIMITS.items()})
    assert s.size == "vast" and s.drivers[-1].year - s.start == 59


def test_the_name_alone_stands_for_the_default() -> None:
    s = leyenda.load("random-federation")
    assert "random-federation" in names()
    assert (len(at_home(s)), len(s.organisations), people(s), s.weeks, s.size) == (12, 6, 120, 520, "standard")
    assert s.summary.endswith(Numbers().name) and leyenda.load(Numbers().name) == s


def test_the_summary_says_how_to_get_it_again() -> None:
    s = made(plazas=5, organisations=2, seed=4)
    assert leyenda.load(s.summary.split()[-1]).hash == s.hash


def test_it_comes_back_equal_from_a_folder(tmp_path: Path) -> None:
    s = made(plazas=20, organisations=9, people=150)
    dump(s, tmp_path / "copy")
    assert leyenda.load(tmp_path / "copy") == s


def test_the_default_is_the_same_on_every_machine() -> None:
    content = leyenda.load("random-federation").content()
    assert [(p["name"], p["x_km"], p["y_km"], p["population"]) for p in content["plazas"][:2]] == PLACES
    assert [(p["organisation"], p["plaza"], p["members"], p["control"]) for p in content["presences"][:3]] == PRESENCES


def test_one_more_plaza_leaves_the_others_where_they_were() -> None:
    few, more = made(plazas=10), made(plazas=11)
    where = [[(p.x_km, p.y_km, p.population, p.rents) for p in at_home(s)] for s in (few, more)]
    assert where[0] == where[1][:10]
    assert where[0] != [(p.x_km, p.y_km, p.population, p.rents) for p in at_home(made(plazas=10, seed=2))]


def test_more_organisations_and_people_change_nothing_of_the_country() -> None:
    assert made(plazas=20).plazas == made(plazas=20, organisations=15, people=300).plazas


def crosses(a: tuple, b: tuple, c: tuple, d: tuple) -> bool:
    """Whether the line from a to b crosses that from c to d."""
    def left(p: tuple, q: tuple, r: tuple) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return left(a, c, d) != left(b, c, d) and left(a, b, c) != left(a, b, d)


@pytest.mark.parametrize("seed", range(5))
def test_the_country_is_in_one_piece_and_no_roads_cross(seed: int) -> None:
    home = {p.name: p for p in at_home(made(plazas=40, seed=seed))}
    lines = {tuple(sorted((a, b))) for a, plaza in home.items() for b in plaza.neighbours if b in home}
    reached, new = set(), {"Plaza 1"}
    while new:
        reached |= new
        new = {b for a in new for b in home[a].neighbours if b in home} - reached
    assert reached == set(home) and 39 <= len(lines) < 3 * 40
    at = {name: (p.x_km, p.y_km) for name, p in home.items()}
    assert not any(crosses(*(at[name] for name in (*one, *two))) for one, two in combinations(lines, 2) if not set(one) & set(two))


def test_organisations_hold_adjacent_plazas_and_all_plazas_are_held() -> None:
    s = made(plazas=40, organisations=12, people=200)
    near = {p.name: set(p.neighbours) for p in s.plazas}
    for o in s.organisations:
        held = [p.plaza for p in s.presences if p.organisation == o.name]
        assert held[0] == o.seat and all(near[plaza] & set(held[:k]) for k, plaza in enumerate(held) if k)
    there = Counter(p.plaza for p in s.presences)
    assert len(there) == 40 and 1 < len(s.presences) / 40 < 2


def test_money_is_in_proportion() -> None:
    for s in (made(plazas=3, organisations=2, people=30), made(plazas=40, organisations=20, people=400)):
        spent, members = s.drivers[0].demand * s.drivers[0].price, sum(p.members for p in s.presences)
        assert 0.9 < spent / members < 1.3
        police = 52 * sum(o.price for o in s.offices if o.institution == "police")
        assert 0.03 < police / (0.15 * spent) < 0.18  # as guadalajara-1985: part of what organisations earn
        assert 0.5 < sum(o.budget for o in s.offices if o.side == "home") / s.drivers[0].enforcement < 1.5


def test_tables_are_the_smallest_that_fit() -> None:
    assert [made(plazas=n, organisations=n // 2).size for n in (13, 14, 37, 38)] == ["standard", "large", "large", "vast"]
    assert made(weeks=3120).size != "standard"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("plaza=3", "random-federation: 'plaza' is unknown; did you mean plazas?"),
        ("x=3", "random-federation: 'x' is unknown; expected one of plazas, organisations, people, seed, weeks."),
        ("plazas=0", "random-federation: plazas is '0'; expected a whole number from 1 to 128."),
        ("plazas=1e2", "plazas is '1e2'; expected a whole number from 1 to 128."),
        ("plazas=²", "plazas is '²'"),
        ("seed=-1", "seed is '-1'; expected a whole number from 0"),
        ("weeks=" + "9" * 5000, "weeks is '9999"),
        ("plazas=", "plazas is ''"),
        ("plazas", "'plazas' has no number; expected NAME=NUMBER with one of plazas, organisations"),
        ("", "'' has no number"),
        ("plazas=3,plazas=4", "plazas is given twice"),
        ("organisations=20,people=19", "people is 19; expected at least 20, a head for each organisation."),
    ],
)
def test_wrong_numbers_are_refused_in_one_sentence(given: str, words: str) -> None:
    with pytest.raises(InputError) as error:
        leyenda.load(f"random-federation:{given}")
    assert words in str(error.value) and "\n" not in str(error.value) and len(str(error.value)) < 200


def test_a_misspelt_name_is_understood() -> None:
    with pytest.raises(InputError, match=r"did you mean random-federation\?"):
        leyenda.load("random-federaton:plazas=3")


def test_blanks_around_numbers_do_no_harm() -> None:
    assert read("random-federation: plazas = 3 , seed=2") == Numbers(plazas=3, seed=2)


def test_it_lives() -> None:
    s = made(seed=3, weeks=260)
    runs = leyenda.simulate(s, worlds=4, seed=1, threads=1)
    assert not runs.failed
    exports = runs.series["exports"].values
    assert exports[:, -52:].mean() > 0.5 * exports[:, :52].mean() > 0.0
    assert (runs.series["organisations"].values[:, -1] > 3).all() and runs.series["deaths"].values.sum() > 0
    assert np.isfinite(exports).all()
