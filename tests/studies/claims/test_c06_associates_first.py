"""C06 on worlds made by hand: protection that lowers all hazards alike moves no ratio, and who is soon gone does not move it."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c06_associates_first as claim

WEEKS = range(claim.WEEK, claim.WEEK + claim.TWO_YEARS + 1)


def arm(rates: list[float], gone: int | None = None) -> object:
    """A patron and two associates with these hazards of arrest; the first of them did the deed and may soon be gone."""
    notes = handmade.steady(WEEKS, [0, 0, 0], [-1, 0, 0], risk=rates)
    for week, note in notes:
        note["deed"] = np.array([5, 5, -1])
        if gone is not None and week >= claim.WEEK + gone:
            note["status"][1] = 1
    return handmade.outcome(notes=notes)


def outcomes(bought: object, freed: object) -> dict[str, object]:
    """The same whether protection reaches associates by half or wholly."""
    return {"bought": bought, "freed": freed, "bought_as_set": bought, "freed_as_set": freed}


def test_the_same_factor_for_all_moves_no_ratio() -> None:
    said = claim.measure(outcomes(arm([0.1, 0.4, 0.02]), arm([0.2, 0.8, 0.04])))
    assert said["effect"] == pytest.approx(0.0) and said["patron_freed"] == pytest.approx(0.4)
    assert said["associates_bought"] == pytest.approx(0.42) and said["those_who_did_bought"] == pytest.approx(0.8)


def test_what_spares_the_patron_alone_does() -> None:
    said = claim.measure(outcomes(arm([0.1, 0.4, 0.02]), arm([0.2, 0.4, 0.02])))
    assert said["effect"] == said["as_set"] == pytest.approx(np.log(2.0)) == said["doers"]


def test_that_those_who_did_it_are_sooner_gone_without_protection_moves_no_ratio() -> None:
    said = claim.measure(outcomes(arm([0.1, 0.4, 0.02]), arm([0.2, 0.8, 0.04], gone=4)))
    assert said["effect"] == pytest.approx(0.0)
