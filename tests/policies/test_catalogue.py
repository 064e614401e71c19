"""The built-in policies say what they are, where it comes from, and nothing that no rule could read."""

import tomllib
from pathlib import Path

import pytest

import leyenda
from leyenda.policies import Policy, catalogue
from leyenda.world.rates import RATES

FOLDER = Path(leyenda.__file__).parent / "policies"
FILES = sorted(FOLDER.glob("*.toml"))
UNITS = {name: unit for name, _, unit, _ in RATES}
DESIGN = {  # the list in MODEL.md
    "leader_capture", "leader_killing", "broker_capture", "rank_and_file_arrests", "prevention", "interdiction", "deployment", "vetting",
    "anti_money_laundering_home", "anti_money_laundering_abroad", "extradition", "informant_rewards", "focused_deterrence", "tolerated_pact",
    "demand_reduction", "legal_regulation",
}


def test_every_policy_of_the_design_is_there() -> None:
    assert set(catalogue()) == DESIGN == {file.stem for file in FILES}


@pytest.mark.parametrize("name", sorted(DESIGN))
def test_nothing_is_wrong_with_it(name: str) -> None:
    assert leyenda.check_policy(catalogue()[name]) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_effect_has_the_unit_of_its_rate_and_a_source(file: Path) -> None:
    table = tomllib.loads(file.read_text("utf-8"))
    for rate, effect in table["effects"].items():
        assert set(effect) == {"value", "low", "high", "unit", "source"}
        assert effect["unit"] == UNITS[rate] and effect["source"].strip(), rate
    assert "ours" in str(table)  # no effect of this catalogue is a finding taken over whole


def test_a_keyword_no_policy_has_is_refused_with_those_it_has() -> None:
    with pytest.raises(TypeError, match=r"a policy has no 'prise'; it has name, title, why, source, .*, cost, .*, moves$"):
        Policy(prise=3)
