"""Our four flows are the published ones: with everything else off, members follow the equations as closely as chance allows.

Tolerance: the mean over worlds may lie as far from the reference as Poisson noise carries it, with one false alarm in a thousand for all
comparisons of a test together, and what curvature adds (saturation costs omega times the variance more than of the mean size).
"""

from statistics import NormalDist

import numpy as np
import pytest
from flow_worlds import alone, at_war, grown
from four_flows import (
    Array,
    Stages,
    arrests_of_each,
    arrests_shared,
    drift,
    expected,
    our_war,
    published_war,
    recruitment,
    saturation,
    spread,
)  # fmt: skip

FALSE_ALARM = 1e-3
WORLDS, YEARS, YEARS_OF_WAR = 100, 10, 4
STOCK, GROUPS = 115_000, 150  # published: members in 2012 and how many groups; like all figures of this file looked at, never fitted to
ZIPF = 1.0 / np.arange(1, GROUPS + 1) / np.sum(1.0 / np.arange(1, GROUPS + 1))
SIZES = np.round(STOCK * ZIPF[:10])  # the ten largest, by the published rank-size law
RHO = 0.0025  # per member and week: published 13 % a year
ETA = 110.0 * SIZES.sum() / STOCK  # persons/week: the ten's part of the published 110
OMEGA = 3.2e-8  # per member squared and week: ours, see test_the_published_flows_hang_together
ARRESTS, SHIELD = 0.02, 0.7  # our defaults; plazas are fully protected
ALPHA = ARRESTS * (1.0 - SHIELD) / 52.0  # arrests a week per member at the start, at an effort of 1
FEW = np.array([36000.0, 24000.0, 16000.0])  # three at war; ours
ROOM = np.array([80000.0, 56000.0, 36000.0])  # the largest each of them could be; ours
KILLINGS, CALMED, DECISIVE = 0.017, 1.9, 1.7
RECRUIT = {"recruits": RHO, "arrests": ARRESTS, "shield": SHIELD}
CONTEST = {"killings": KILLINGS, "calmed": CALMED, "decisive": DECISIVE}
DEADLY = KILLINGS * np.exp(-CALMED)  # persons/week per geometric-mean member, under full protection


def distance(seen: Array, stages: Stages, omega: float) -> float:
    """How far means of worlds (worlds, years + 1, n) lie from a reference: the largest of all, 1 being what chance allows."""
    weeks = 52 * (seen.shape[1] - 1)
    sizes = expected(stages, seen[0, 0], weeks)
    variance = spread(stages, sizes)
    z = NormalDist().inv_cdf(1.0 - FALSE_ALARM / (2.0 * seen[:, 1:].size / len(seen)))
    allowed = z * np.sqrt(variance / len(seen)) + omega * np.cumsum(variance, axis=0)
    return float(np.max((np.abs(seen.mean(axis=0) - sizes[::52]) / np.maximum(allowed[::52], 1e-9))[1:]))


def published(rho: float = RHO, omega: float = OMEGA, eta: float = ETA) -> Stages:
    """The published flows without war."""
    return [[recruitment(rho), saturation(omega), arrests_shared(eta)]]


@pytest.fixture(scope="module")
def peaceful() -> Array:
    """Ten organisations, each alone; the state makes the published number of arrests."""
    return grown(alone(SIZES, RHO / OMEGA, 52 * YEARS, RECRUIT), WORLDS, ETA / (ALPHA * SIZES.sum()))


@pytest.fixture(scope="module")
def warlike() -> Array:
    """Three organisations in one plaza, all at war."""
    return grown(at_war(FEW, ROOM, 52 * YEARS_OF_WAR, RECRUIT, CONTEST), WORLDS)


def test_without_war_they_are_the_published_equations(peaceful: Array) -> None:
    """The state makes so many arrests a week whatever there is to arrest, shared by size."""
    assert distance(peaceful, published(), OMEGA) < 1.0
    assert peaceful[:, -1].sum(axis=1).mean() > 1.8 * SIZES.sum()  # they did go somewhere


def test_arrests_are_not_so_many_a_member(peaceful: Array) -> None:
    """As many at the start; of what grows they would be more and more."""
    each: Stages = [[recruitment(RHO), saturation(OMEGA), arrests_of_each(ETA / SIZES.sum())]]
    assert distance(peaceful, each, OMEGA) > 1.5
    assert expected(each, SIZES, 520)[-1].sum() < peaceful[:, -1].sum(axis=1).mean()


@pytest.mark.parametrize("wrong", [{"rho": 1.01 * RHO}, {"omega": 1.05 * OMEGA}, {"eta": 1.2 * ETA}])
def test_a_rate_that_is_a_little_wrong_is_seen(peaceful: Array, wrong: dict[str, float]) -> None:
    assert distance(peaceful, published(**wrong), OMEGA) > 1.0


def test_worlds_differ_by_poisson_noise_and_no_more(peaceful: Array) -> None:
    """Variance over worlds, pooled over organisations (which hardly touch each other), against that of the flows."""
    variance = spread(published(), expected(published(), SIZES, 52 * YEARS))[52::52]
    ratio = (peaceful[:, 1:].var(axis=0, ddof=1) / variance).mean(axis=1)
    freedom = len(SIZES) * (WORLDS - 1)
    assert np.abs(ratio - 1.0).max() < NormalDist().inv_cdf(1.0 - FALSE_ALARM / (2 * YEARS)) * np.sqrt(2.0 / freedom)


def test_our_war_kills_with_the_root(warlike: Array) -> None:
    peace = [recruitment(RHO), saturation(RHO / ROOM), arrests_shared(ALPHA * FEW.sum())]
    ours = [*([our_war(DEADLY, DECISIVE, i, j)] for i, j in ((0, 1), (0, 2), (1, 2))), peace]
    assert distance(warlike, ours, RHO / ROOM.min()) < 1.0
    assert distance(warlike, [peace], RHO / ROOM.min()) > 10.0  # the war is not a trifle


def test_equals_lose_equally() -> None:
    """Two small groups of one size: a dead or two a week, and neither side's more often."""
    equals, room = np.array([300.0, 300.0]), np.array([600.0, 600.0])
    ours = [[our_war(DEADLY, DECISIVE, 0, 1)], [recruitment(RHO), saturation(RHO / room), arrests_shared(ALPHA * equals.sum())]]
    assert distance(grown(at_war(equals, room, 52 * YEARS_OF_WAR, RECRUIT, CONTEST), 4 * WORLDS), ours, RHO / room.min()) < 1.0


def test_the_published_war_is_another(warlike: Array) -> None:
    """Theirs kills with members times members, as many of both: as deadly at the start, it spares whom ours wears down."""
    peace = [recruitment(RHO), saturation(RHO / ROOM), arrests_shared(ALPHA * FEW.sum())]
    pairs = DEADLY / (2.0 * np.sqrt(np.outer(FEW, FEW))) * (1.0 - np.eye(3))
    theirs: Stages = [[published_war(1.0, pairs)], peace]
    ours = [our_war(DEADLY, DECISIVE, i, j) for i, j in ((0, 1), (0, 2), (1, 2))]
    assert drift(theirs[0], FEW).sum() == pytest.approx(drift(ours, FEW).sum())
    assert drift(theirs[0], 2 * FEW).sum() == pytest.approx(2.0 * drift(ours, 2 * FEW).sum())
    assert distance(warlike, theirs, RHO / ROOM.min()) > 10.0


def test_whole_weeks_are_fine_enough() -> None:
    weekly, often = expected(published(), SIZES, 520), expected(published(), SIZES, 520, steps=50)
    assert np.abs(weekly / often - 1.0).max() < 0.002


def test_the_published_flows_hang_together() -> None:
    """Rates that give the published flows in the middle of the decade lead from the published stock of 2012 to that of 2022."""
    middle, large = 145_000.0, np.sum(ZIPF**2)
    omega = (360.0 - 110.0 - 100.0 - 60_000 / 520) / (large * middle**2)  # who left: recruits less arrests, deaths and growth
    theta = 100.0 / ((1.0 - large) * middle**2)  # everybody fights everybody alike: ours
    rivals = np.ones((GROUPS, GROUPS)) - np.eye(GROUPS)
    flows = [recruitment(360.0 / middle), saturation(omega), arrests_shared(110.0), published_war(theta, rivals)]
    sizes = expected([flows], STOCK * ZIPF, 520)
    assert 160_000 < sizes[-1].sum() < 185_000
    assert 350.0 < 360.0 / middle * sizes.sum(axis=1).mean() < 370.0
    assert omega == pytest.approx(OMEGA, rel=0.05)
