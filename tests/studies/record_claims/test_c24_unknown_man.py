"""C24: which parameters are drawn how, what is left open of them, and the verdict."""

from pathlib import Path

import numpy as np
import pytest

from leyenda.scenario import built_in
from leyenda.studies.calibrate import chains
from leyenda.studies.calibrate.fit import Plan, planned
from leyenda.studies.calibrate.priors import Prior, priors
from leyenda.studies.calibrate.simulate import Simulator
from leyenda.studies.record_claims import left_open
from leyenda.studies.record_claims.c24_unknown_man import judge
from leyenda.studies.record_claims.left_open import Left, left, of_fitted, of_role, others, role

POINTS = 30
ACCEPTED = {"contest": {"ends": (0.2, 0.3, 0.4)}, "command": {"expand": (-1.0, -1.1, -1.2)}}


def fit(folder: Path, points: int = POINTS) -> Plan:
    """A fit's plan."""
    return planned((1, 2), points, 2, 1, 1, folder)


def open_by(widths: list[float], **more: float) -> Left:
    """Parameters of which so much is left open."""
    ends = np.array([[0.05, 0.05 + 0.9 * width] for width in widths])
    return Left(tuple(Prior(f"rule.p{k}", 0.0, 2.0, "ours") for k in range(len(widths))), ends, more.get("apart", 1.0), more.get("own", 0.1))


def test_the_role_is_all_parameters_of_three_rules_over_their_declared_ranges() -> None:
    declared = {f"{rule}.{name}": (p.low, p.high) for rule in ("command", "hubris", "tell") for name, p in built_in()[rule].items()}
    assert {one.parameter: (one.low, one.high) for one in role()} == declared and not any(one.log for one in role())


def test_all_others_come_from_accepted_points_in_turn_and_none_of_the_role_does() -> None:
    found, places = others(ACCEPTED, 7)
    assert [one.parameter for one in found] == ["contest.ends"]
    assert [found[0].at(place) for place in places[:, 0]] == pytest.approx([0.2, 0.3, 0.4, 0.2, 0.3, 0.4, 0.2])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, float]]:
    """What the stand-in for the simulator is asked; it says that nothing depends on anything."""
    monkeypatch.setattr(chains, "STEPS", 20)
    points: list[dict[str, float]] = []

    def one(simulator: Simulator, point: np.ndarray, number: int) -> np.ndarray:
        points.append(simulator.changes(point))
        return np.random.default_rng([number]).normal(5.0, 1.0, 5)

    monkeypatch.setattr(Simulator, "one", one)
    return points


def test_each_point_has_the_role_and_the_rest_and_is_asked_once(tmp_path: Path, asked: list[dict[str, float]]) -> None:
    one = of_role(fit(tmp_path), ACCEPTED)
    assert set(asked[0]) == {f"rules.{prior.parameter}" for prior in role()} | {"rules.contest.ends"} and len(asked) == POINTS
    keenness = sorted(point["rules.command.keenness"] for point in asked)
    assert np.histogram(keenness, 10, (1.5, 4.0))[0].tolist() == [3] * 10  # a Latin hypercube
    assert [point["rules.contest.ends"] for point in asked[:4]] == pytest.approx([0.2, 0.3, 0.4, 0.2])
    again = of_role(fit(tmp_path), ACCEPTED)
    assert len(asked) == POINTS and np.array_equal(one.ends, again.ends) and len(one.ends) == len(role())
    of_role(fit(tmp_path), {"contest": {"ends": (0.25,)}})
    assert len(asked) == 2 * POINTS  # other accepted points are another question


def test_what_is_fitted_is_an_ordinary_first_wave_without_the_role(tmp_path: Path, asked: list[dict[str, float]]) -> None:
    found = of_fitted(fit(tmp_path))
    assert set(asked[0]) == {f"rules.{prior.parameter}" for prior in priors()}
    assert [one.parameter for one in found.parameters] == [p.parameter for p in priors() if p.parameter.split(".")[0] not in left_open.ROLE]
    assert len(found.ends) == len(found.parameters) < len(priors())


def test_chains_are_not_drawn_again(tmp_path: Path, asked: list[dict[str, float]], monkeypatch: pytest.MonkeyPatch) -> None:
    one = of_fitted(fit(tmp_path))
    monkeypatch.setattr(left_open, "drawn", None)
    assert np.array_equal(of_fitted(fit(tmp_path)).ends, one.ends)


def test_what_moves_the_record_is_pinned_and_what_does_not_is_left_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chains, "STEPS", 400)
    chance = np.random.default_rng(2)
    points = chance.random((500, 8))
    said = chance.standard_normal((500, 6))
    said[:, 0] += 12.0 * (points[:, 3] - 0.3)
    parameters = tuple(Prior(f"rule.p{k}", 0.0, 1.0, "ours") for k in range(8))
    found = left(fit(tmp_path), "made", points, said, range(8), parameters)
    assert found.widths[3] < 0.4 and found.ends[3].mean() == pytest.approx(0.3, abs=0.06)
    assert np.delete(found.widths, 3).min() > 0.85 and found.own < 0.2


def test_verdicts() -> None:
    low, high = open_by([0.3] * 20), open_by([0.97] * 50)
    assert judge(high, low, 600, 4800).verdict == "supported"
    assert judge(low, low, 600, 4800).verdict == "contradicted"
    assert judge(open_by([0.5] * 10 + [1.0] * 10), low, 600, 4800).verdict == "undecided"


def test_a_method_that_sees_nothing_supports_nothing() -> None:
    blind = judge(open_by([0.97] * 50), open_by([0.98] * 20), 600, 4800)
    assert blind.verdict == "undecided" and "sees no more" in blind.because


@pytest.mark.parametrize(("how", "why"), [({"apart": 1.5}, "chains"), ({"own": 0.9}, "by heart")])
@pytest.mark.parametrize("place", [0, 1])
def test_a_method_that_failed_decides_nothing(how: dict[str, float], why: str, place: int) -> None:
    both = [[0.97] * 50, [0.3] * 20]
    found = judge(*(open_by(widths, **(how if k == place else {})) for k, widths in enumerate(both)), 600, 4800)
    assert found.verdict == "undecided" and why in found.because


def test_the_parameters_the_record_says_most_of_come_first() -> None:
    found = judge(open_by([0.9, 0.2, 1.0]), open_by([0.5]), 600, 4800)
    assert [part["parameter"] for part in found.parts if part["of"] == "role"] == ["rule.p1", "rule.p0", "rule.p2"]
    assert found.parts[0]["low"] == pytest.approx(0.1) and found.parts[0]["left open"] == pytest.approx(0.2)
    assert found.plain()["also"]["fitted"] == pytest.approx(0.5) and found.worlds == 4800
