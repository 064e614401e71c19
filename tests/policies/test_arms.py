"""An arm is the baseline with a policy, and with nothing else."""

from typing import Any

import numpy as np
import pytest
from states import scenario

from leyenda.engine.ensemble import run_worlds
from leyenda.engine.plugins.blocks import different
from leyenda.policies import catalogue
from leyenda.scenario import InputError

WEEKS = 40


def flat(value: Any, path: str = "") -> dict[str, Any]:
    """A nested content as one level of dotted keys."""
    if not isinstance(value, dict) or not value:
        return {path: value}
    return {key: leaf for name, inner in value.items() for key, leaf in flat(inner, f"{path}.{name}".lstrip(".")).items()}


@pytest.mark.parametrize("name", catalogue())
def test_an_arm_differs_from_the_baseline_in_the_policys_keys_alone(name: str) -> None:
    baseline = scenario()
    before, content = baseline.hash, baseline.content()
    arm = baseline.with_(policies={name: {"start": 10, "intensity": 0.5}})
    assert baseline.hash == before != arm.hash and baseline.content() == content
    one, other = flat(content), flat(arm.content())
    changed = {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    says = {"policy", "start", "end", "intensity", "plazas", "institution", "side", "cost", *(f"effects.{rate}" for rate in catalogue()[name].effects)}
    assert changed == {"policies", *(f"policies.{name}.{key}" for key in says)}
    assert other[f"policies.{name}.start"] == 10 and other[f"policies.{name}.cost"] == catalogue()[name].cost


def test_a_changed_key_of_an_arm_is_the_only_change() -> None:
    arm = scenario().with_(policies={"prevention": {}})
    one, other = flat(arm.content()), flat(arm.with_({"policies.prevention.effects.recruitment": 0.5}).content())
    assert [key for key in one if one[key] != other[key]] == ["policies.prevention.effects.recruitment"]


@pytest.mark.parametrize("name", catalogue())
def test_none_of_it_changes_nothing_bit_for_bit(name: str) -> None:
    baseline = scenario().with_({"weeks": WEEKS})
    arms = [baseline, baseline.with_(policies={name: {"intensity": 0.0}})]
    bare, null = (next(run_worlds(arm, [1], 1)) for arm in arms)
    assert all(np.array_equal(bare.series[key], null.series[key]) for key in bare.series)
    assert np.array_equal(bare.ledger, null.ledger) and np.array_equal(bare.events["kind"], null.events["kind"])


def test_the_comparison_of_worlds_sees_a_policy() -> None:
    from leyenda.engine.plugins.check_rule import run

    column = different(run(scenario(), 0)[1], run(scenario().with_(policies={"prevention": {}}), 0)[1])
    assert "people.cash" in column or "presences.members" in column


def test_a_rate_no_rule_reads_is_refused() -> None:
    with pytest.raises(InputError, match="recruitmnt is a rate no rule reads; did you mean recruitment"):
        scenario().with_(policies={"prevention": {"effects": {"recruitmnt": 0.5}}})


@pytest.mark.parametrize("name", ["demand_reduction", "legal_regulation", "extradition", "anti_money_laundering_home"])
def test_what_is_one_rate_for_everywhere_holds_everywhere(name: str) -> None:
    with pytest.raises(InputError, match="one rate for everywhere"):
        scenario().with_(policies={name: {"plazas": ["Sierra"]}})
