"""Loading, changing, writing and reading back a scenario."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from leyenda.scenario import InputError, Parameters, Scenario, built_in, dump, json_schema, load, names, parse, to_toml
from leyenda.world.layout import SIZES

Read = Callable[[str | Path], Scenario]
Rules = tuple[tuple[str, ...], Parameters]


@pytest.mark.parametrize("name", names())
def test_built_in_scenarios_load_and_come_back_equal(name: str, tmp_path: Path, read: Read) -> None:
    scenario = read(name)
    dump(scenario, tmp_path / "copy")
    again = read(tmp_path / "copy")
    assert again == scenario and again.hash == scenario.hash and hash(again) == hash(scenario)
    assert to_toml(again) == to_toml(scenario)


def test_the_default_scenario_is_the_federation_on_the_eve(read: Read) -> None:
    s = read("guadalajara-1985")
    federation = s.organisations[0]
    home = [p for p in s.plazas if p.side == "home"]
    shares = {p.name: p for p in s.plazas}
    weighed = [(p.organisation, p.control * shares[p.plaza].production_share) for p in s.presences]
    commanded = sum(w for o, w in weighed if o == federation.name) / sum(w for _, w in weighed)
    assert (s.start, s.weeks, len(home), len(s.plazas) - len(home)) == (1980, 780, 11, 3)
    assert 0.75 < commanded < 0.85
    assert 8500 < sum(p.members for p in s.presences) < 9500
    assert {d.year for d in s.drivers} >= set(range(1980, 1995))
    assert sorted((t.office, t.year) for t in s.terms if t.alternation and t.office.startswith("Governor")) == [
        ("Governor of Baja California", 1989),
        ("Governor of Chihuahua", 1992),
    ]


def test_police_bribes_are_in_the_order_of_the_record(read: Read) -> None:
    s = read("guadalajara-1985")
    yearly = 52 * sum(o.price for o in s.offices if o.institution == "police")
    revenue = 0.15 * s.drivers[0].demand * s.drivers[0].price
    assert 0.04 < yearly / revenue < 0.18


def test_resolved_rules_hold_every_default(plazas: Scenario) -> None:
    assert plazas.rules == {"tribute": {"accustoming": 1.0}}
    assert "[rules.tribute]\naccustoming = 1.0" in to_toml(plazas)


def test_a_changed_copy_differs_in_the_changed_keys_alone(plazas: Scenario) -> None:
    changed = plazas.with_({"weeks": 52, "rules.tribute.accustoming": 1.5, "plazas.Sierra.heat": 0.7}, off=["hubris"])
    assert changed.weeks == 52 and changed.rules["tribute"]["accustoming"] == 1.5 and changed.off == ("hubris",)
    assert changed.plazas[0].heat == 0.7 and changed.hash != plazas.hash
    back = changed.with_({"weeks": 520, "rules.tribute.accustoming": 1, "plazas.Sierra.heat": 0.1}, on=["hubris"])
    assert back == plazas and back.hash == plazas.hash
    assert plazas.with_() == plazas


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"rules.tribut.accustoming": 1.5},
            "rules.tribut.accustoming is unknown; did you mean rules.tribute.accustoming?",
        ),
        ({"week": 5}, "week is unknown; did you mean weeks?"),
        ({"weeks": 0}, "weeks is 0; expected a whole number from 1 to 3120 weeks"),
        ({"weeks": "52"}, "weeks is '52'"),
        ({"weeks.x": 1}, "weeks.x is unknown; did you mean weeks?"),
        ({"rules.tribute.accustoming": 9}, "rules.tribute.accustoming is 9; expected a number from 0.1 to 4"),
        ({"plazas.Siera.heat": 0.1}, "plazas.Siera.heat is unknown; did you mean plazas.Sierra.heat?"),
        ({"rules.tribute.accustoming": float("nan")}, "rules.tribute.accustoming is nan; expected a finite number"),
        ({"plazas": ()}, "plazas is a whole table; expected a key such as plazas.NAME.COLUMN"),
        ({"plazas.Sierra": {"heat": 0.2}}, "plazas.Sierra is a whole row; expected a key such as plazas.NAME.COLUMN"),
        ({"drivers": ()}, "drivers is a whole table; expected a key such as drivers.YEAR.COLUMN"),
        ({"presences": ()}, "presences is a whole table; expected a change of its file instead"),
        ({"plazas.Sierra.heat": 9.0}, "plazas.Sierra.heat is 9.0"),
        ({"drivers.1982.price": 0}, "drivers.1982.price is 0"),
        ({"off": 3}, "off is 3; expected names"),
        ({"off": "grudges"}, "off is 'grudges'; expected names"),
        ({"start": 1900}, "start is 1900, but drivers.csv lists 1980 to 1990"),
        ({"presences.Sierra House.members": 3}, "presences has rows without names"),
        ({"": 1}, "a key without letters is unknown"),
    ],
)
def test_a_wrong_change_is_refused(plazas: Scenario, changes: dict[str, object], words: str) -> None:
    with pytest.raises(InputError) as error:
        plazas.with_(changes)
    assert words in str(error.value)


def test_a_wrong_switch_is_refused(plazas: Scenario) -> None:
    with pytest.raises(InputError, match="off names 'hubriss', which is no switch; did you mean hubris"):
        plazas.with_(off=["hubriss"])
    with pytest.raises(InputError, match="on names 'hubriss', which is no switch; did you mean hubris"):
        plazas.with_(on=["hubriss"])
    with pytest.raises(InputError, match="both off and on"):
        plazas.with_(off=["hubris"], on=["hubris"])


def test_frozen_to_the_bottom(plazas: Scenario) -> None:
    with pytest.raises(ValidationError):
        plazas.weeks = 3
    with pytest.raises(ValidationError):
        plazas.plazas[0].heat = 1.0
    with pytest.raises(TypeError):
        plazas.rules["tribute"]["accustoming"] = 2.0


def test_travels_to_a_worker(plazas: Scenario) -> None:
    copy = pickle.loads(pickle.dumps(plazas))
    assert copy == plazas and copy.with_({"weeks": 3}).weeks == 3
    error = pickle.loads(pickle.dumps(InputError("a.csv", 3, "b", "is 1", "2", "c")))
    assert str(error) == "a.csv, line 3: b is 1; expected 2; did you mean c?"


@pytest.mark.parametrize("where", ["guadalajara", "no/such/folder", "a\0b", "x" * 5000, "", __file__])
def test_a_scenario_that_is_not_there(where: str, read: Read) -> None:
    with pytest.raises(InputError) as error:
        read(where)
    assert str(error.value).isprintable() and len(str(error.value)) < 300


def test_a_parameter_file_that_is_wrong() -> None:
    for content in ("[a", "a = 1", "[a]\nvalue = 2", 'a = {value=3,low=0,high=1,unit="",meaning="m",source="s"}'):
        with pytest.raises(InputError, match=r"tribute\.toml"):
            parse(content, "tribute.toml")
    assert isinstance(built_in(), dict)


def test_optional_tables_may_be_absent(tmp_path: Path, plazas: Scenario, rules: Rules) -> None:
    dump(plazas, tmp_path)
    (tmp_path / "wars.csv").unlink()
    (tmp_path / "pacts.csv").unlink()
    assert load(tmp_path, *rules).pacts == ()


def test_the_schema_lists_what_an_editor_completes(rules: Rules) -> None:
    schema = json_schema(*rules)
    assert schema["properties"]["off"]["items"]["enum"] == list(rules[0])
    assert schema["properties"]["rules"]["properties"]["tribute"]["properties"]["accustoming"]["maximum"] == 4.0
    assert schema["properties"]["size"]["enum"] == list(SIZES) and "plazas" not in schema["properties"]
    assert schema["properties"]["weeks"]["unit"] == "weeks"


def test_an_error_names_the_very_line(tmp_path: Path, read: Read, plazas: Scenario) -> None:
    dump(plazas, tmp_path)
    table = tmp_path / "people.csv"
    lines = table.read_text("utf-8").split("\n")
    row = next(n for n, line in enumerate(lines) if line.startswith("Gumaro"))
    lines[row] = lines[row].replace(",22.0,", ",old,")
    table.write_text("\n".join(["", *lines]), "utf-8")
    with pytest.raises(InputError, match=f"people.csv, line {row + 2}: age is 'old'"):
        read(tmp_path)
