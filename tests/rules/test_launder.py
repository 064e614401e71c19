"""Launder: the fee rises with care and falls with a man inside; capacity binds; a fine tightens."""

import pytest
from small import HOUSE, PATRON, booked, events, fresh, step

HOME_BANK = 0


def fee(compliance: float, client: int) -> float:
    """What a dollar costs at a bank that is alone in the world."""
    space = fresh()
    space.banks.count = 1
    space.banks.compliance[HOME_BANK], space.banks.client[HOME_BANK], space.banks.capacity[HOME_BANK] = compliance, client, 1e6
    space.organisations.treasury[HOUSE] = 500.0
    step(space, "launder")
    return booked(space, "laundering_fee") / (booked(space, "laundering_fee") + booked(space, "launder"))


def test_the_fee_rises_with_care_and_falls_with_an_insider() -> None:
    assert fee(0.1, -1) < fee(0.5, -1) < fee(0.9, -1)
    assert fee(0.9, HOUSE) < 0.8 * fee(0.9, -1)


def test_no_bank_takes_more_than_it_can() -> None:
    space = fresh()
    space.organisations.treasury[:2] = 1e4
    step(space, "launder")
    assert space.banks.taken[:2] == pytest.approx(space.banks.capacity[:2])
    assert space.flows.laundered == pytest.approx(space.banks.capacity[:2].sum())


def test_a_fine_tightens_and_ends_the_deal() -> None:
    space = fresh()
    space.organisations.treasury[:2], space.par.launder.fines = 1e4, 1e9
    space.banks.earned[HOME_BANK], before = 10.0, float(space.banks.compliance[HOME_BANK])
    step(space, "launder")
    assert len(events(space, "fine")) == 2
    assert space.banks.compliance[HOME_BANK] > before + 0.3
    assert space.banks.client[HOME_BANK] == -1 and booked(space, "fine") > 0.0


def test_banks_that_earn_slacken() -> None:
    busy, idle = fresh(), fresh()
    busy.par.launder.fines = idle.par.launder.fines = 0.0
    idle.organisations.treasury[:] = idle.people.cash[:] = 0.0
    for week in range(104):
        busy.organisations.treasury[:2] = 1e4
        step(busy, "launder", [week]), step(idle, "launder", [week])
    assert busy.banks.compliance[HOME_BANK] < 0.9 * busy.banks.base[HOME_BANK]
    assert idle.banks.compliance[HOME_BANK] == pytest.approx(idle.banks.base[HOME_BANK])


def test_who_launders_nothing_is_not_reported() -> None:
    poor, rich = fresh(), fresh()
    for space in (poor, rich):
        space.par.launder.reports, space.people.cash[:] = 1e9, 0.0
    poor.organisations.treasury[:], rich.organisations.treasury[HOUSE] = 0.0, 30.0
    step(poor, "launder"), step(rich, "launder")
    assert rich.people.evidence[PATRON] > fresh().people.evidence[PATRON]
    assert events(poor, "report") == []
