"""The country of 1975 without a patron: families, drivers and a calendar for forty years, and worlds that live."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import leyenda
from leyenda.results.runs import Runs
from leyenda.scenario import Scenario
from leyenda.scenario.schema import MAY_BE_ABSENT, TABLES

Read = Callable[[str | Path], Scenario]
NAME = "scattered-clans"


@pytest.fixture(scope="module")
def clans() -> Scenario:
    """The scenario with the rules' own parameters."""
    return leyenda.load(NAME)


def commanded(s: Scenario) -> dict[str, float]:
    """Share of the exports that each organisation would move at the start, by control of what there is to control."""
    shares = {p.name: p.production_share for p in s.plazas}
    local = {o.name for o in s.organisations if o.local}
    moved = [(p.organisation, p.control * shares[p.plaza]) for p in s.presences if p.organisation not in local]
    whole = sum(weight for _, weight in moved)
    return {o.name: sum(weight for name, weight in moved if name == o.name) / whole for o in s.organisations}


def test_the_same_country_five_years_earlier(read: Read) -> None:
    s, later = read(NAME), read("guadalajara-1985")
    assert s.start == 1975 and s.weeks == 1040
    assert [(p.name, p.neighbours, p.x_km, p.y_km) for p in s.plazas] == [(p.name, p.neighbours, p.x_km, p.y_km) for p in later.plazas]
    assert [(p.production_share, p.crossing_share, p.exposed_share) for p in s.plazas] == [
        (p.production_share, p.crossing_share, p.exposed_share) for p in later.plazas
    ]
    assert all(p.population < q.population for p, q in zip(s.plazas, later.plazas, strict=True))
    assert [(o.name, o.institution, o.side) for o in s.offices] == [(o.name, o.institution, o.side) for o in later.offices]
    assert [b.name for b in s.banks] == [b.name for b in later.banks]


def test_nobody_is_patron_at_the_start(clans: Scenario) -> None:
    assert max(commanded(clans).values()) < 0.25
    assert all(o.held == 0 for o in clans.organisations)
    assert 12 <= sum(not o.local for o in clans.organisations) <= 18


def test_families_are_small_and_local(clans: Scenario, read: Read) -> None:
    members = {o.name: [p for p in clans.presences if p.organisation == o.name] for o in clans.organisations}
    federation = sum(p.members for p in read("guadalajara-1985").presences if p.organisation == "Guadalajara")
    for rows in members.values():
        assert 1 <= len(rows) <= 2 and 100 <= sum(p.members for p in rows) <= 900
    assert sum(p.members for p in clans.presences) < federation
    homes = {o.name: {p.plaza for p in members[o.name]} for o in clans.organisations}
    for post in clans.offices:
        assert post.client is None or post.plaza is None or post.plaza in homes[post.client], post.name
    assert len({post.client for post in clans.offices if post.plaza is None and post.client}) <= 1


def test_the_start_favours_nobody(clans: Scenario) -> None:
    for person in clans.people:
        traits = (person.ambition, person.guile, person.brutality, person.caution)
        assert person.role == "investigator" or traits == (None, None, None, None), person.name


@pytest.mark.parametrize("table", [name for name in TABLES if name not in MAY_BE_ABSENT])
def test_every_figure_has_a_source(table: str, clans: Scenario) -> None:
    for row in getattr(clans, table):
        assert re.search("ours|recalled|stored|drivers.csv|presidential term|president's pleasure|^demand: ", row.source)


def test_each_year_says_how_its_demand_was_reached(clans: Scenario) -> None:
    for d in clans.drivers:
        total, *terms = (float(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", d.source.split("(")[0]))
        own, cocaine, share, heroin, its, marijuana, share_too = terms
        assert total == pytest.approx(d.demand * d.price / 1000, rel=0.01), d.year
        assert total == pytest.approx(own * cocaine * share + heroin * its + marijuana * share_too, rel=0.05), d.year


def test_forty_years_are_covered(clans: Scenario, read: Read) -> None:
    later = read("guadalajara-1985")
    assert [d.year for d in clans.drivers] == list(range(1975, 2016))
    assert clans.drivers[0].demand < later.drivers[0].demand
    theirs = {d.year: d for d in clans.drivers}
    for d in later.drivers:
        assert (theirs[d.year].demand, theirs[d.year].price, theirs[d.year].agency) == (d.demand, d.price, d.agency)
    calendar = {(t.office, t.year, t.week): t.alternation for t in clans.terms}
    assert all(calendar[t.office, t.year, t.week] == t.alternation for t in later.terms)
    assert {t.year for t in clans.terms} == set(range(1975, 2015))
    assert clans.with_({"weeks": 2080}).weeks == 2080


def test_budgets_and_bribes_are_those_of_the_first_year(clans: Scenario) -> None:
    home = sum(o.budget for o in clans.offices if o.side == "home")
    border = sum(o.budget for o in clans.offices if o.institution == "border")
    first = clans.drivers[0]
    assert home == pytest.approx(first.enforcement, rel=0.01)
    assert border == pytest.approx(first.border, rel=0.01)
    yearly = 52 * sum(o.price for o in clans.offices if o.institution == "police")
    assert 0.04 < yearly / (0.13 * first.demand * first.price) < 0.18


@pytest.fixture(scope="module")
def folder(clans: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first year of two worlds, saved."""
    out = tmp_path_factory.mktemp("clans") / "run"
    leyenda.simulate(clans.with_({"weeks": 52}), worlds=2, seed=1, threads=1, out=out)
    return out


@pytest.fixture(scope="module")
def year(folder: Path) -> Runs:
    """The same, opened."""
    return leyenda.open(folder)


def test_a_year_is_valid_and_audited(folder: Path, year: Runs) -> None:
    assert len(year.worlds) == 2 and year.weeks == 52
    assert leyenda.audit(folder) == []


def test_the_first_year_lives(year: Runs, clans: Scenario) -> None:
    delivered = year.series["exports"].values.sum(axis=1)
    assert ((delivered > 0.6 * clans.drivers[0].demand) & (delivered < 1.1 * clans.drivers[0].demand)).all()
    assert (year.series["organisations"].values[:, -1] >= 12).all()
    assert (year.series["patron"].values == -1).all()
    members = sum(p.members for p in clans.presences)
    assert np.all(np.abs(year.series["members"].values[:, -1] / members - 1) < 0.25)
