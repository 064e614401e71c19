"""Policies in scenario.toml: written and read back, completed by an editor, frozen like everything else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leyenda.policies import catalogue
from leyenda.scenario import InputError, Parameters, Scenario, dump, json_schema, load
from leyenda.world.rates import NAMES

Read = Callable[[str | Path], Scenario]
Rules = tuple[tuple[str, ...], Parameters]
IN_FORCE = {
    "prevention": {"start": 52, "end": 104, "intensity": 0.5, "plazas": ["Sierra"]},
    "prevention-2": {"policy": "prevention", "effects": {"recruitment": 0.5, "war": 0.9}},
    "vetting": {},
}


def test_they_come_back_equal(plazas: Scenario, tmp_path: Path, read: Read) -> None:
    scenario = plazas.with_(policies=IN_FORCE)
    dump(scenario, tmp_path / "copy")
    again = read(tmp_path / "copy")
    assert again == scenario and again.hash == scenario.hash != plazas.hash
    assert list(again.policies) == list(IN_FORCE) and again.policies["prevention"].plazas == ("Sierra",)


def test_a_table_says_only_what_differs(plazas: Scenario, tmp_path: Path, read: Read) -> None:
    dump(plazas, tmp_path)
    text = (tmp_path / "scenario.toml").read_text("utf-8")
    (tmp_path / "scenario.toml").write_text(text + "\n[policies.vetting]\nstart = 8\n[policies.vetting.effects]\nvetting = 2.0\n", "utf-8")
    found, usual = read(tmp_path).policies["vetting"], catalogue()["vetting"]
    assert (found.start, found.intensity, found.effects) == (8, 1.0, {"vetting": 2.0})
    assert (found.institution, found.side, found.cost) == (usual.institution, usual.side, usual.cost)


def test_what_says_everything_itself_need_not_be_in_the_catalogue(plazas: Scenario) -> None:
    whole = {"institution": "", "side": "home", "cost": 2.0, "effects": {"recruitment": 0.9}}
    assert plazas.with_(policies={"mine": whole}).policies["mine"].policy == "mine"
    with pytest.raises(InputError, match="is 'mine', which is no policy"):
        plazas.with_(policies={"mine": {key: value for key, value in whole.items() if key != "cost"}})


def test_they_are_frozen_and_no_callers_mapping_is_changed(plazas: Scenario) -> None:
    given = {"prevention": {"start": 5}}
    scenario = plazas.with_({"policies.prevention.start": 9}, policies=given)
    assert scenario.policies["prevention"].start == 9 and given == {"prevention": {"start": 5}}
    with pytest.raises(TypeError):
        scenario.policies["prevention"].effects["recruitment"] = 0.0
    with pytest.raises(TypeError):
        scenario.policies["other"] = scenario.policies["prevention"]


def test_there_is_room_for_sixteen(plazas: Scenario) -> None:
    many = {f"p{number}": {"policy": "prevention"} for number in range(17)}
    assert len(plazas.with_(policies=dict(list(many.items())[:16])).policies) == 16
    with pytest.raises(InputError, match="has 17 policies; expected at most 16"):
        plazas.with_(policies=many)


def test_an_editor_knows_the_catalogue_and_the_rates(rules: Rules) -> None:
    policy = json_schema(*rules)["properties"]["policies"]["additionalProperties"]
    assert policy["additionalProperties"] is False and "required" not in policy
    assert set(policy["properties"]["policy"]["examples"]) == set(catalogue())
    assert set(policy["properties"]["effects"]["properties"]) == set(NAMES)
    assert policy["properties"]["effects"]["properties"]["recruitment"]["minimum"] == 0


def test_a_list_of_policies_is_no_table_of_them(plazas: Scenario, tmp_path: Path, rules: Rules) -> None:
    dump(plazas, tmp_path)
    text = (tmp_path / "scenario.toml").read_text("utf-8")
    (tmp_path / "scenario.toml").write_text('policies = ["prevention"]\n' + text.replace("[policies]\n", ""), "utf-8")
    with pytest.raises(InputError, match=r"scenario.toml, line 1: policies is not a table; expected a table a policy"):
        load(tmp_path, *rules)
