"""C21: the largest of all changes over its bound; the honest commander takes nothing; equivalence is decided the other way round."""

import numpy as np
import pytest
from by_hand import first_week
from test_verdict import text

from leyenda.acts.targets import holder
from leyenda.studies.claims import c21_cannot_change_it as claim
from leyenda.studies.claims.verdict import Result, passes_ablation, passes_placebo, verdict
from leyenda.studies.intervals import Estimate, estimate
from leyenda.world.names import POLICE


def columns(worlds: int = 2, **changed: float) -> dict[str, np.ndarray]:
    """Every output is 1 in every arm but for what is changed."""
    names = [claim.column(output, arm) for output in claim.BOUNDS for arm in claim.ARMS]
    return {name: np.full(worlds, changed.get(name, 1.0)) for name in names}


def test_no_change_is_none() -> None:
    assert claim.statistic(columns()) == 0.0


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"exports_patron": 1.02}, 0.4), ({"deaths_three": 1.3}, 3.0), ({"deaths_rival": 0.8}, 2.0),
        ({"corruption_honest": 0.9}, 2.0), ({"exports_patron": 1.02, "deaths_broker": 1.06}, 0.6),
    ],
)  # fmt: skip
def test_the_largest_change_over_its_bound_counts_either_way(changed: dict[str, float], expected: float) -> None:
    assert claim.statistic(columns(**changed)) == pytest.approx(expected)


def noisy(size: float, seed: int) -> dict[str, np.ndarray]:
    """Two hundred worlds in which nothing changes, with standard errors of this many bounds."""
    chance = np.random.default_rng(seed)
    shift = {name: chance.normal(0.0, size * claim.BOUNDS[name.split("_")[0]] * 200**0.5, 200) for name in columns() if "nothing" not in name}
    values = {name: column + shift.get(name, 0.0) for name, column in columns(200).items()}
    return values | {"effect": np.zeros(200)}


def test_noise_within_half_a_bound_never_passes_for_change_and_little_noise_for_none() -> None:
    said = text(equivalence=True)
    assert [verdict(said, Result(estimate(noisy(0.15, seed), claim.statistic), None, None))[0] for seed in range(2)] == ["supported"] * 2
    assert [verdict(said, Result(estimate(noisy(0.5, seed), claim.statistic), None, None))[0] for seed in range(2)] == ["undecided"] * 2


BASE, BEYOND = Estimate(0.4, 0.2, 0.8, 100), Estimate(2.0, 1.5, 2.5, 100)


@pytest.mark.parametrize(
    ("base", "ablation", "placebo", "expected"),
    [
        (BASE, BEYOND, BASE, "supported"),
        (BASE, BASE, BASE, "undecided"),  # nothing changes without the mechanism either
        (BASE, BEYOND, BEYOND, "undecided"),  # an unrelated mechanism decides it
        (Estimate(0.8, 0.5, 1.1, 100), BEYOND, BASE, "undecided"),
        (BEYOND, BEYOND, BEYOND, "contradicted"),
        (Estimate(1.5, 1.1, 2.2, 100), BEYOND, BEYOND, "undecided"),  # as large as the largest of many small ones may look
        (Estimate(float("nan"), float("nan"), float("nan"), 0), None, None, "undecided"),
    ],
)
def test_the_rule_where_nothing_is_to_change(base: Estimate, ablation: Estimate | None, placebo: Estimate | None, expected: str) -> None:
    assert verdict(text(equivalence=True), Result(base, ablation, placebo, 1.0))[0] == expected


def test_an_ablation_of_equivalence_has_to_go_beyond_the_bound_and_a_placebo_must_not() -> None:
    assert passes_ablation(Result(BASE, BEYOND, None, 1.0)) and not passes_ablation(Result(BASE, BASE, None, 1.0))
    assert passes_placebo(Result(BASE, None, BASE, 1.0)) and not passes_placebo(Result(BASE, None, BEYOND, 1.0))


def test_the_honest_commander_is_free_of_his_client_and_will_take_no_other() -> None:
    world = first_week()
    i = holder(world, POLICE)
    f = world.people.office[i]
    assert world.offices.client[f] >= 0
    claim.Incorruptible(week=0).do(world, 0)
    assert world.offices.client[f] < 0 and world.overrides.count >= 1
