"""Every policy moves something it should, against one baseline on the same worlds."""

from functools import cache

import numpy as np
import pytest
from states import scenario

from leyenda.engine.ensemble import Arm, run_paired
from leyenda.policies import catalogue

WORLDS, BEGINS, WEEKS = 10, 52, 416  # sent abroad are only those who sit, and few sit before the fifth year
EXPECTED = {  # where the model's answer is large enough to be seen in so few worlds
    "prevention": ("recruits", -1), "rank_and_file_arrests": ("arrests", 1), "interdiction": ("seized", 1), "demand_reduction": ("revenue", -1),
    "legal_regulation": ("revenue", -1), "deployment": ("deaths_members", 1), "tolerated_pact": ("arrests", -1), "vetting": ("corruption", -1),
}


@cache
def means() -> dict[str, dict[str, np.ndarray]]:
    """By arm and series: its mean over the weeks since the policies began, (world,). The baseline is the arm ""."""
    baseline = scenario("guadalajara-1985").with_({"weeks": WEEKS})
    arms = {"": Arm(baseline)} | {name: Arm(baseline.with_(policies={name: {"start": BEGINS}})) for name in catalogue()}
    worlds = list(run_paired(list(arms.values()), range(WORLDS), 1, 2))
    series = worlds[0][0].series
    return {arm: {key: np.array([world[k].series[key][BEGINS:].mean() for world in worlds]) for key in series} for k, arm in enumerate(arms)}


@pytest.mark.parametrize("name", catalogue())
def test_it_moves_some_of_what_it_should(name: str) -> None:
    moved = [key for key in catalogue()[name].moves if not np.array_equal(means()[name][key], means()[""][key])]
    assert moved


@pytest.mark.parametrize("name", EXPECTED)
def test_it_moves_it_in_the_direction_meant(name: str) -> None:
    key, sign = EXPECTED[name]
    difference = means()[name][key] - means()[""][key]
    assert key in catalogue()[name].moves
    assert sign * difference.mean() > 2.0 * difference.std(ddof=1) / np.sqrt(WORLDS)
