"""Every number of an estimate from made-up worlds whose answer is known."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from leyenda.scenario import Scenario
from leyenda.studies.compare.costs import added
from leyenda.studies.compare.effect import Effect
from leyenda.studies.compare.estimates import FEWEST, PARTS, YEAR_BEFORE
from leyenda.studies.compare.outputs import OUTPUTS
from leyenda.studies.compare.places import groups
from leyenda.studies.compare.plan import planned
from leyenda.studies.compare.reduce import rows

WORLDS = 10
ARMS = {"a": [{"prevention": {"intensity": 0.5}}], "b": [{"vetting": {"plazas": ["Ribera"]}}]}
Make = Callable[[dict[str, Any]], Effect]


@pytest.fixture
def made(two: Scenario) -> Make:
    """An effect from numbers: by arm, what is added to every row and year of each world from the start on."""

    def make(more: dict[str, Any], arms: dict[str, Any] = ARMS, base: float = 100.0) -> Effect:
        plan = planned(two, arms, WORLDS, 1, 60, (1, 2), None)
        values = np.full((WORLDS, len(plan.order), len(rows(two)), 4), base)
        values[..., 0] = 80.0
        for arm, change in more.items():
            values[:, plan.order.index(arm), :, 1:] += np.asarray(change)[:, None, None] if np.ndim(change) else change
        return Effect(plan, dict(enumerate(values)), {}, None)

    return make


def test_a_difference_is_taken_within_pairs_against_both_baselines(made: Make) -> None:
    found = made({"a": np.arange(10.0) - 12.0})
    one, before = found.get("a", 2, "deaths"), found.get("a", 2, "deaths", YEAR_BEFORE)
    assert (one.reference, one.effect, one.percent, one.opposite, one.differ) == (100.0, -7.5, pytest.approx(-7.5), 0.0, 10)
    assert (one.median, one.lower_quartile, one.upper_quartile) == (-7.5, -9.75, -5.25)
    assert one.low < -7.5 < one.high < 0 and one.sign == -1 and one.notable and not one.worse
    assert (before.reference, before.effect, before.percent) == (80.0, 12.5, pytest.approx(15.625))
    assert before.sign == 1  # the two baselines may differ in sign


def test_the_share_of_worlds_with_the_other_sign(made: Make) -> None:
    found = made({"a": np.array([-1.0, -1.0, 0.0] + [5.0] * 7)}).get("a", 1, "members")
    assert (found.effect, found.opposite, found.differ) == (3.3, 0.2, 9)


def test_a_change_in_few_worlds_is_not_clear_however_large(made: Make) -> None:
    few, enough = (made({"a": np.array([9.0] * n + [0.0] * (10 - n))}).get("a", 1, "deaths") for n in (FEWEST - 1, FEWEST))
    assert few.low > 0.0 and few.sign == 0 and enough.sign == 1 and enough.worse


def test_a_change_too_small_to_matter_is_clear_but_not_notable(made: Make) -> None:
    found = made({"a": 0.5}).get("a", 1, "deaths")
    assert found.sign == 1 and not found.notable and not found.worse


def test_only_outputs_with_a_wrong_way_can_go_it(made: Make) -> None:
    wrong = {one.output for one in made({"a": 10.0}).worse("a", 1)}
    assert wrong == {name for name, output in OUTPUTS.items() if output.good == "less"}


def test_cost_counts_intensity_and_the_weeks_in_force(made: Make, two: Scenario) -> None:
    found = made({"a": -7.5}).get("a", 2, "deaths")
    assert found.cost == pytest.approx(400 * 0.5 * 2)
    assert found.per_100 == pytest.approx(-7.5 * 2 / 4)
    half = two.with_(policies={"prevention": {"start": 0, "end": 86}})
    assert added(half, two, 60, 2) == pytest.approx(400 * 0.5)
    assert added(half.with_(policies={"vetting": {"start": 60}}), half, 60, 1) == pytest.approx(150)


def test_without_anything_to_divide_by_there_is_no_share(made: Make) -> None:
    found = made({"a": 3.0}, base=0.0).get("a", 1, "bystanders")
    assert np.isnan(found.percent) and found.effect == 3.0 and found.sign == 1


@pytest.mark.parametrize(("both", "beyond"), [(3.0, 0.0), (5.0, 2.0)])
def test_an_interaction_is_what_the_bundle_does_beyond_its_parts(both: float, beyond: float, made: Make) -> None:
    found = made({"a": 1.0, "b": 2.0, "ab": both}, {**ARMS, "ab": [*ARMS["b"], *ARMS["a"]]})
    one = found.get("ab", 2, "exports", PARTS)
    assert (one.effect, one.low, one.high, one.percent) == (beyond, beyond, beyond, pytest.approx(beyond))
    assert found.find("a", 2, "exports", PARTS) is None


def test_displacement_in_space_is_by_distance_from_the_targets(made: Make, two: Scenario) -> None:
    found = made({"b": 2.0})
    assert found.get("b", 1, "members", place="targets").effect == 2.0
    assert found.get("b", 1, "members", place="neighbours").effect == 4.0
    assert found.find("b", 1, "members", place="elsewhere") is None and found.find("a", 1, "members", place="targets") is None
    assert groups(two, ("Ribera",)) == {"targets": ("Ribera",), "neighbours": ("Northern Market", "Sierra")}
    assert groups(two, ()) == {}


def test_the_table_has_a_row_an_estimate_and_null_for_no_number(made: Make) -> None:
    found = made({"a": 1.0})
    table = found.table()
    assert table.num_rows == len(found.estimates) and table.column_names[:6] == ["arm", "years", "output", "unit", "place", "against"]
    few = found.table(["members"])
    assert set(few["output"].to_pylist()) == {"deaths", "members"}
    beyond = made({}, {**ARMS, "ab": [*ARMS["b"], *ARMS["a"]]}).table()
    assert {row["per_100"] for row in beyond.to_pylist() if row["against"] == PARTS} == {None}
