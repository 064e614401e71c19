"""Which parameters matter: known answers through a stand-in for the simulator, chance told from effect, and a small real run."""

from collections.abc import Callable, Iterator
from math import pi, sin
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import leyenda
from leyenda.scenario import InputError, Scenario
from leyenda.studies.sensitivity import sensitivity
from leyenda.studies.sensitivity.design import LEVELS
from leyenda.studies.sensitivity.factors import factors, typed
from leyenda.studies.sensitivity.indices import elementary
from leyenda.studies.sensitivity.library import problem
from leyenda.studies.sensitivity.noise import answers
from leyenda.studies.sensitivity.outputs import NAMES, window

morris = pytest.importorskip("SALib.analyze.morris")
THREE = ("rules.tribute.accustoming", "rules.ally.pact", "rules.ally.breach")
Says = Callable[[Scenario, int], float]
STATE = "organisations"


def stand_in(monkeypatch: pytest.MonkeyPatch, says: Says, ran: list[Scenario] | None = None) -> None:
    """In place of the simulator: every series of a world is what `says` makes of its scenario and number, each week."""

    def run_worlds(scenario: Scenario, worlds: range, seed: int, threads: int) -> Iterator[Any]:
        if ran is not None:
            ran.append(scenario)
        for world in worlds:
            value = says(scenario, world)
            series = {name: np.full(scenario.weeks, value) for name in NAMES}
            yield SimpleNamespace(world=world, error="" if np.isfinite(value) else "a table is full", series=series)

    monkeypatch.setattr("leyenda.engine.ensemble.run_worlds", run_worlds)


def shares(scenario: Scenario) -> list[float]:
    """Where in their ranges THREE are."""
    found = []
    for factor in factors(scenario, THREE):
        low, high = factor.about.low, factor.about.high
        found.append(np.log(factor.value / low) / np.log(high / low) if factor.ratios else (factor.value - low) / (high - low))
    order = [factor.key for factor in factors(scenario, THREE)]
    return [float(found[order.index(key)]) for key in THREE]


def asked(output: str = STATE, method: str = "morris", **more: Any) -> Any:
    """A study of THREE over a year of the smallest scenario."""
    given = {"worlds": 2, "weeks": 52, "threads": 1, "parameters": THREE} | more
    found = sensitivity(leyenda.load("two-plazas"), output, method, **given)
    places = [[factor.key for factor in found.plan.factors].index(key) for key in given["parameters"] if key in THREE]
    return found, places


def ishigami(scenario: Scenario, world: int) -> float:
    """Ishigami & Homma (1990) with a = 7, b = 0.1, and a world's own constant, which must not matter."""
    return of_angles(shares(scenario)) + 100 * world


def of_angles(share: list[float]) -> float:
    """The function itself, from shares of its ranges."""
    x, y, z = (pi * (2 * one - 1) for one in share)
    return sin(x) + 7 * sin(y) ** 2 + 0.1 * z**4 * sin(x)


def test_sobol_finds_the_indices_of_ishigami(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, ishigami)
    found, places = asked(method="sobol", samples=256)
    for name, truth in (("first", (0.3139, 0.4424, 0.0)), ("total", (0.5576, 0.4424, 0.2437))):
        index = found.indices[name]
        assert index.point[places] == pytest.approx(truth, abs=0.05)
        assert (index.low[places] < np.array(truth) + 0.02).all() and (index.high[places] > np.array(truth) - 0.02).all()
    assert found.floor < 1e-12 and found.spread == pytest.approx(100 / 2**0.5) and found.blocks == 256


def test_morris_finds_the_slopes_of_a_plane_and_sees_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, lambda scenario, world: 3 * shares(scenario)[0] - 2 * shares(scenario)[1] + 5 * world)
    found, places = asked(trajectories=4)
    for name, truth in (("mu_star", (3, 2, 0)), ("mu", (3, -2, 0)), ("sigma", (0, 0, 0))):
        index = found.indices[name]
        for values in (index.point, index.low, index.high):
            assert values[places] == pytest.approx(truth, abs=1e-9)
    assert [found.plan.factors[place].key for place in found.order] == list(THREE)
    assert [found.standing(place) for place in places] == ["above", "above", "nothing"]


def test_our_elementary_effects_are_those_of_salib(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, ishigami)
    found, _ = asked(trajectories=6)
    points = found.plan.points
    means = np.array([of_angles(list(row)) for row in points])
    effects = elementary(points, means, found.plan.block)
    theirs = morris.analyze(problem(3), points, means, num_levels=LEVELS, seed=1)
    assert np.abs(effects).mean(axis=0) == pytest.approx(np.asarray(theirs["mu_star"]))
    assert effects.std(axis=0, ddof=1) == pytest.approx(np.asarray(theirs["sigma"]))
    for index in found.indices.values():
        assert (index.low <= index.point).all() and (index.point <= index.high).all()


@pytest.mark.parametrize(("method", "size"), [("morris", {"trajectories": 30}), ("sobol", {"samples": 64})])
def test_parameters_that_only_draw_chance_anew_show_the_floor(monkeypatch: pytest.MonkeyPatch, method: str, size: dict[str, int]) -> None:
    def noise(scenario: Scenario, world: int) -> float:
        return float(np.random.default_rng([int(scenario.hash, 16), world]).normal(10 * world, 1.0))

    stand_in(monkeypatch, noise)
    found, _ = asked(method=method, worlds=4, parameters=["tribute", "background", "recruit"], **size)
    assert found.leading.point.mean() == pytest.approx(found.floor, rel=0.2)
    assert sum(found.standing(place) == "above" for place in found.order) <= 1  # an interval of 95 % may miss


def test_an_answer_that_is_missing_does_not_shift_its_point() -> None:
    found = np.add.outer(np.array([1.0, 2.0, 3.0, 4.0]), np.array([0.0, 100.0, 1000.0]))
    whole = answers(found, 2)
    found[1, 2] = np.nan
    some = answers(found, 2)
    assert np.diff(whole.means) == pytest.approx([1, 1, 1]) and whole.chance < 1e-9 and some.silent == 1
    assert abs(some.means[1] - some.means[0]) < 3  # not the hundreds by which its worlds differ
    found[3] = np.nan
    left = answers(found, 2)
    assert list(left.whole) == [True, False] and len(left.means) == 2


def test_points_without_any_world_are_left_out_with_their_trajectory(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, lambda scenario, world: float("nan") if min(shares(scenario)) > 0.6 else 3 * shares(scenario)[0])
    found, places = asked(trajectories=12)
    assert 2 <= found.blocks < 12 and found.silent > 0 and found.indices["mu_star"].point[places[0]] == pytest.approx(3)
    assert f"{found.blocks} of 12 trajectories count" in str(found).replace("\n", " ")
    stand_in(monkeypatch, lambda scenario, world: float("nan"))
    with pytest.raises(leyenda.StoppedError, match="Only 0 of 2 trajectories"):
        asked(trajectories=2)


def test_nothing_moves_where_nothing_depends_on_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, lambda scenario, world: 7.0)
    for method in ("morris", "sobol"):
        found, _ = asked(method=method, trajectories=2, samples=8)
        assert {found.standing(place) for place in found.order} == {"nothing"} and not found.leading.point.any()


def test_flows_are_sums_by_the_year_and_states_means(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, lambda scenario, world: shares(scenario)[0])
    flow, places = asked("deaths", trajectories=2)
    state, _ = asked(STATE, trajectories=2)
    assert flow.leading.point[places[0]] == pytest.approx(52 * state.leading.point[places[0]]) and flow.plan.output.unit == "persons/year"


def test_years_are_calendar_years_both_counted() -> None:
    scenario = leyenda.load("two-plazas")
    chosen = window(scenario, scenario.start + 1, scenario.start + 2)
    assert chosen.mean(np.arange(10.0)) == 1.5 and window(scenario, None, None).last == scenario.start + 9
    for years in ((scenario.start - 1, None), (None, scenario.start + 10), (scenario.start + 2, scenario.start + 1)):
        with pytest.raises(InputError, match=r"from|to"):
            window(scenario, *years)


def test_wide_ranges_are_drawn_by_ratios_and_ends_are_exact() -> None:
    every = factors(leyenda.load("two-plazas"), None)
    assert {factor.scale for factor in every} == {"uniform", "log-uniform"}
    for factor in every:
        low, middle, high = factor.at(0.0), factor.at(0.5), factor.at(1.0)
        assert (low, high) == pytest.approx((factor.about.low, factor.about.high)) and factor.about.low <= low < middle < high <= factor.about.high
        wide = factor.about.low > 0 and factor.about.high >= 4 * factor.about.low
        assert middle == pytest.approx((low * high) ** 0.5 if wide else (low + high) / 2)


def test_what_was_chosen_is_said_as_shortly_as_it_can_be_typed() -> None:
    scenario = leyenda.load("two-plazas")
    names = ["tribute", "contest.onset"]
    assert sorted(typed(factors(scenario, names))) == sorted(names)
    assert factors(scenario, typed(factors(scenario, names))) == factors(scenario, names)
    assert typed(factors(scenario, None)) == []


def test_a_parameter_no_rule_reads_does_nothing_in_the_real_model() -> None:
    scenario = leyenda.load("two-plazas").with_({"weeks": 52})
    given = {"parameters": ["background", "trade"], "trajectories": 2, "worlds": 2, "threads": 1}
    on, off = (sensitivity(one, "homicides", **given) for one in (scenario, scenario.with_(off=["background"])))
    for found, moves in ((on, True), (off, False)):
        place = [factor.key for factor in found.plan.factors].index("rules.background.noise")
        assert bool(found.leading.point[place] > 0) is moves and (found.standing(place) != "nothing") is moves
