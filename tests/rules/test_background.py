"""Background: the level each plaza has, its trend and noise, and nothing to do with organisations."""

import numpy as np
import pytest
from small import HOUSE, RIBERA, SIERRA, fresh, step


def homicides(space: object, weeks: int) -> np.ndarray:
    """Homicides by week and plaza."""
    counted = []
    for week in range(weeks):
        space.plazas.homicides[:] = 0
        counted.append(step(space, "background", [week]).plazas.homicides[:2].copy())
    return np.array(counted)


def test_each_plaza_has_its_level() -> None:
    space = fresh()
    space.drivers.background[:], space.par.background.noise = 1.0, 0.0
    yearly = homicides(space, 520).sum(axis=0) / 10.0
    expected = space.plazas.background[:2]
    assert (np.abs(yearly - expected) < 4.0 * np.sqrt(expected / 10.0)).all()


def test_without_noise_it_is_a_poisson_process() -> None:
    space = fresh()
    space.drivers.background[:], space.par.background.noise = 1.0, 0.0
    counted = homicides(space, 2000)[:, SIERRA]
    assert counted.var() / counted.mean() == pytest.approx(1.0, abs=4.0 * np.sqrt(2.0 / 2000))


def test_the_trend_comes_from_outside() -> None:
    low, high = fresh(), fresh()
    low.drivers.background[:], high.drivers.background[:] = 0.5, 2.0
    assert homicides(high, 260).sum() / homicides(low, 260).sum() == pytest.approx(4.0, rel=0.15)


def test_the_level_wanders_and_returns() -> None:
    levels = []
    for world in range(60):
        space = step(fresh(world=world), "background", range(200))
        levels += space.plazas.background_level[:2].tolist()
    par = fresh().par.background
    theory = par.noise * np.sqrt(par.noise_weeks / 2.0)
    assert np.std(levels) == pytest.approx(theory, rel=0.25) and abs(np.mean(levels)) < 4.0 * theory / np.sqrt(120)


def test_it_has_nothing_to_do_with_organisations() -> None:
    many, none = fresh(), fresh()
    none.presences.members[:], none.presences.control[:] = 0, 0.0
    none.organisations.ended[HOUSE] = 0
    assert (homicides(many, 52) == homicides(none, 52)).all()
    assert (homicides(many, 10)[:, RIBERA] > 0).any()


def test_some_killings_follow_those_of_the_conflict() -> None:
    space = fresh()
    space.plazas.background[:], space.plazas.deaths[:], space.par.background.spill = 0.0, 0, 0.3
    space.plazas.deaths[SIERRA] = 40
    counted = homicides(space, 500)
    assert counted[:, SIERRA].mean() == pytest.approx(12.0, rel=0.06) and counted[:, RIBERA].sum() == 0
