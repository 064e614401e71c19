"""C08 on worlds made by hand: effort in percent by side and year, and protectors who let go."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c08_violence_alarms as claim


def arm(home: tuple[float, float, float], abroad: float, events: tuple[tuple[object, ...], ...]) -> object:
    """Three years of effort after the attacks."""
    spent = np.concatenate([np.ones(claim.WEEK), *(np.full(52, value) for value in home)])
    notes = [(week, abroad) for week in range(claim.WEEK + 1, claim.WEEK + 157)]
    return handmade.outcome(events, notes, series={"enforcement": spent})


def test_effort_with_attacks_over_effort_without() -> None:
    events = (*((claim.WEEK, "attack", 1, 2) for _ in range(5)), (claim.WEEK + 51, "drop_protection", 8, 1), (claim.WEEK + 52, "drop_protection", 8, 1))
    said = claim.measure({"attacks": arm((1.2, 1.1, 1.0), 2.1, events), "none": arm((1.0, 1.0, 1.0), 2.0, ())})
    assert [said[name] for name in ("effect", "second_year", "third_year", "abroad", "abroad_third_year")] == pytest.approx([20, 10, 0, 5, 5])
    assert (said["let_go"], said["made"]) == (1.0, 5.0)


def test_where_nobody_could_be_attacked_nothing_is_said() -> None:
    calm = arm((1.0, 1.0, 1.0), 1.0, ())
    assert np.isnan(claim.measure({"attacks": calm, "none": calm})["effect"])
