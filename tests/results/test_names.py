"""What people, organisations, plazas, posts and banks are called."""

from collections import Counter

from leyenda.results.names import Names, invented, rows
from leyenda.results.runs import Runs
from leyenda.world.names import ABROAD, HOME

DRAWN = 4000


def test_the_scenario_names_come_first(runs: Runs) -> None:
    names = Names(runs, 0)
    assert [names.person(i) for i in range(len(runs.scenario.people))][:6] == [p.name for p in runs.scenario.people][:6]
    assert names.organisation(0) == runs.scenario.organisations[0].name
    assert names.plaza(1) == runs.scenario.plazas[1].name
    assert names.office(0) == runs.scenario.offices[0].name
    assert names.bank(0) == runs.scenario.banks[0].name


def test_a_name_follows_from_the_key_alone(runs: Runs) -> None:
    assert invented(123, HOME, 1981) == invented(123, HOME, 1989)
    assert Names(runs, 2).organisation(2) == Names(runs, 2).organisation(2)


def test_organisations_are_called_after_people_and_places(runs: Runs) -> None:
    for world in runs.worlds.tolist():
        names = Names(runs, world)
        found = [names.organisation(o) for o in range(3)]
        assert len(set(found)) == 3
        assert found[2].startswith("the ")


def test_names_fit_their_side_and_rarely_meet_twice() -> None:
    home = [invented(key, HOME, 1980) for key in range(DRAWN)]
    abroad = [invented(key, ABROAD, 1980) for key in range(DRAWN)]
    assert all(len(last.split()) == 2 for _, last, _ in home)
    assert all(len(last.split()) == 1 for _, last, _ in abroad)
    assert Counter(home).most_common(1)[0][1] <= 2
    women = sum(sex == "f" for _, _, sex in home) / DRAWN
    assert 0.03 < women < 0.25


def test_newcomers_have_newer_names() -> None:
    old = {row["name"] for row in rows("given.csv") if row["period"] == "old" and row["side"] == "home"}
    new = {row["name"] for row in rows("given.csv") if row["period"] == "new" and row["side"] == "home"}
    assert not {invented(key, HOME, 1980)[0] for key in range(500)} & (new - old)
    assert not {invented(key, HOME, 2010)[0] for key in range(500)} & (old - new)


def test_the_lists_have_no_doubles() -> None:
    for name, keys, least in (("given.csv", ("name", "sex", "side"), 250), ("surnames.csv", ("surname", "side"), 500)):
        found = [tuple(row[key] for key in keys) for row in rows(name)]
        assert len(found) == len(set(found)) >= least
