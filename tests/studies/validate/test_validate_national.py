"""Measures of national totals, organisations, members and money, against what was worked out by hand."""

import numpy as np
import pytest
from tiny import STATES, booked, held, lived

from leyenda.studies.validate.lived import YEAR
from leyenda.studies.validate.measures import measure
from leyenda.studies.validate.people import population

THREE = (2000, 2002)


def says(name: str, world: object, years: tuple[int, int] = THREE) -> float:
    """What a world says."""
    return measure(name)(world, years)  # type: ignore[arg-type]


def test_totals_rates_and_the_trough() -> None:
    world = lived(3, [[10] * 4, [5] * 4, [20] * 4], [[1] * 4, [1] * 4, [16] * 4], population=1e5)
    assert says("national.total", world) == pytest.approx(4 * 35 / 3) and says("national.rate", world) == pytest.approx(35 / 3)
    assert says("national.trough", world) == 2001 and says("national.ratio", world) == pytest.approx(2.0)
    assert says("national.surge", world) == pytest.approx(4.0) and says("national.conflict", world) == pytest.approx(24.0)
    assert says("national.conflict_share", world) == pytest.approx(18 / 35) and says("national.conflict_share", world, (2002, 2002)) == pytest.approx(0.8)


def test_years_a_world_did_not_live_are_refused() -> None:
    with pytest.raises(ValueError, match="2003"):
        says("national.total", lived(3), (2000, 2003))


def test_deaths_between_pairs() -> None:
    world = lived(3, wars=[(2000, 0, 1, 30.0), (2001, 1, 0, 60.0), (2001, 2, 0, 24.0), (2002, 1, 2, 9.0), (2009, 0, 1, 999.0)])
    assert says("national.between", world) == pytest.approx((30 + 84 + 9) / 3) and says("national.between_most", world) == pytest.approx(84)
    assert says("organisations.dyads", world) == pytest.approx(2 / 3)  # 25 dead make a pair; both sides of one war are one pair
    assert says("organisations.top_dyad", world) == pytest.approx((1 + 60 / 84 + 1) / 3)
    assert says("national.between", lived(3)) == 0.0 and np.isnan(says("organisations.top_dyad", lived(3)))


def test_sizes_and_rivals() -> None:
    world = lived(3, wars=[(2002, 0, 1, 1.0), (2002, 0, 3, 1.0)], by_organisation=held(3, 60.0, 30.0, 10.0, -1.0))
    assert says("organisations.top_share", world) == pytest.approx(0.6) and says("organisations.top_ten", world) == pytest.approx(1.0)
    assert says("organisations.rivals", world) == pytest.approx(2 / 3)  # the one at war that is no more does not count
    many = lived(3, by_organisation=held(3, *[1.0] * 20), series={"organisations_major": np.r_[np.full(2 * YEAR, 4.0), np.full(YEAR, 7.0)]})
    assert says("organisations.top_ten", many) == pytest.approx(0.5) and says("organisations.major", many) == pytest.approx(5.0)


def test_crowding_compares_the_crowded_and_open_with_the_quiet_and_covered() -> None:
    tables = {
        "organisations": np.tile([1.0, 1.0, 3.0, 3.0, 0.0], (3 * YEAR, 1)),
        "protection": np.tile([0.9, 0.8, 0.2, 0.1, 0.0], (3 * YEAR, 1)),
    }
    world = lived(3, deaths=[[1, 3, 6, 10]] * 3, population=1e5, by_plaza=tables)
    assert says("organisations.crowding", world) == pytest.approx(4.0)
    tables["organisations"][:] = 3.0
    assert np.isnan(says("organisations.crowding", lived(3, deaths=[[1, 3, 6, 10]] * 3, by_plaza=tables)))


def test_members_and_their_flows_add_up() -> None:
    grown = np.repeat([1000.0, 1052.0, 1104.0], YEAR)
    world = lived(3, series={"members": grown, "arrests": np.full(3 * YEAR, 2.0), "deaths_members": np.full(3 * YEAR, 3.0)})
    assert says("membership.members", world) == pytest.approx(1052) and says("membership.arrests", world) == pytest.approx(2)
    assert says("membership.deaths", world) == pytest.approx(3) and says("membership.recruits", world) == pytest.approx(1 + 2 + 3)


def test_money_is_read_off_the_ledger() -> None:
    ledger = booked(3, sale=90.0, sale_capo=10.0, sale_suppliers=100.0, sale_distribution=600.0, bribe=5.0)
    world = lived(3, ledger=ledger, series={"members": np.full(3 * YEAR, 200.0), "bribes": np.full(3 * YEAR, 5.0 / YEAR)})
    assert says("money.exports", world) == pytest.approx(100.0) and says("money.per_member", world) == pytest.approx(5e5)
    assert says("money.bribes", world) == pytest.approx(0.05) and says("money.organisations_share", world) == pytest.approx(1 / 8)


def test_population_keeps_to_its_table() -> None:
    people = population(list(STATES), 1980, 13)
    assert people.shape == (13, 4) and (people[:10] == people[10]).all() and (people[12] != people[10]).all()
    assert people.min() > 5e5
