"""C03 on worlds made by hand: areas under the curve, who counts as turning when, and who began a loss."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c03_allies_turn as claim

HOLDER = 9


def ring(week: int, who: list[int], truth: list[float], seen: list[float]) -> tuple[int, dict[str, object]]:
    """A note of those under the man on the seat."""
    counts = {"insiders": len(who), "rivals": 2, "state": 10}
    return week, {"holder": HOLDER, "who": np.array(who), "truth": np.array(truth), "seen": np.array(seen), **counts}


def test_pairs_in_the_right_order_and_ties_by_half() -> None:
    assert claim.concordant(np.array([3.0, 1.0]), np.array([0.0, 1.0, 2.0])) == 3 + 1.5
    assert claim.concordant(np.array([]), np.array([1.0])) == 0.0


def test_turning_four_to_seven_weeks_later_counts_and_sooner_is_not_judged() -> None:
    events = [(102, "inform", 1, HOLDER), (104, "secede", 2, HOLDER), (107, "coup", 3, HOLDER), (108, "secede", 4, HOLDER), (105, "secede", 5, 8)]
    found = claim.judged(handmade.outcome(events, [ring(100, [1, 2, 3, 4, 5], [0.1, 0.2, 0.3, 0.4, 0.5], [0.0] * 5)]))
    assert found.tolist() == [[1.0, 0.2, 0.0], [1.0, 0.3, 0.0], [0.0, 0.4, 0.0], [0.0, 0.5, 0.0]]


def test_the_gap_is_what_the_truth_orders_better_than_belief() -> None:
    watched = handmade.outcome([(105, "secede", 1, HOLDER)], [ring(100, [1, 2, 3], [0.5, 0.1, 0.2], [0.1, 0.1, 0.2])])
    said = claim.measure({"watched": watched})
    assert (said["truth"], said["seen"], said["effect"], said["pairs"]) == (1.0, 0.25, 0.75, 2.0)
    calm = claim.measure({"watched": handmade.outcome([], [ring(100, [1], [0.5], [0.1])])})
    assert np.isnan(calm["effect"]) and calm["pairs"] == 0.0


def test_worlds_weigh_as_much_as_they_have_pairs() -> None:
    values = {"effect": np.array([0.4, 0.1, np.nan]), "pairs": np.array([1.0, 3.0, 0.0])}
    assert claim.statistic(values) == pytest.approx(0.175)
    assert np.isnan(claim.statistic({"effect": np.array([np.nan]), "pairs": np.array([0.0])}))


@pytest.mark.parametrize(
    ("fall", "behind", "begun"),
    [
        (("kill", 1.0), ("coup", 1.0), "insiders"),
        (("kill", 1.0), ("war", 1.0), "rivals"),
        (("kill", 2.0), ("task_force", 0.5), "state"),
        (("arrest", 0.9), ("inform", 1.0), "insiders"),
        (("arrest", 0.9), ("inform", 0.4), "state"),
    ],
)
def test_who_began_a_loss(fall: tuple[str, float], behind: tuple[str, float], begun: str) -> None:
    events = [(90, behind[0], 1, HOLDER), (95, "task_force", 2, HOLDER), (101, fall[0], 3, HOLDER, fall[1])]
    causes = {"event": np.array([2, 2]), "cause": np.array([0, 1]), "weight": np.array([behind[1], 0.5])}
    watched = handmade.outcome(events, [ring(100, [1], [0.0], [0.0])], causes=causes)
    assert claim.begun(watched, 2) == begun
    rates = claim.losses(watched)
    exposed = {"insiders": 1, "rivals": 2, "state": 10}
    assert rates[begun] == pytest.approx(100 / (exposed[begun] * 4 / 52)) and sum(rates.values()) == rates[begun]
