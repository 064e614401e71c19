"""C02 on worlds made by hand: years lost by dose, and what violence does to his people, his rivals and the agency."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c02_violence_backfires as claim


def arm(fall: int | None = None, chance: float = 0.01, rivals: float = 100.0, effort: float = 1.0) -> object:
    """A patron with two men under him, one of them in prison; organisation 0 is his own."""
    note = handmade.note(
        status=[0, 0, 1], superior=[-1, 0, 0], organisation=[0, 0, 0], disaffection=[0.0, chance, 0.9],
        members=[500.0, rivals], control=[1.0, rivals / 100],
    )  # fmt: skip
    weeks = (claim.WEEK, *claim.SOON, *claim.LATER)
    events = [(claim.WEEK + fall, "arrest", -1, 0)] if fall else []
    return handmade.outcome(events, [(week, dict(note, effort=effort)) for week in weeks])


def test_years_lost_and_what_else_moved() -> None:
    outcomes = {f"dose_{dose}": arm() for dose in range(3)}
    outcomes |= {"dose_3": arm(fall=156), "dose_4": arm(fall=52, chance=0.03, rivals=110.0, effort=1.1)}
    outcomes |= {"fearless_0": arm(chance=0.01), "fearless_4": arm(chance=0.06)}
    said = claim.measure(outcomes)
    assert [said[name] for name in ("lost_1", "lost_2", "lost_3", "effect")] == [0.0, 0.0, 1.0, 3.0]
    assert said["betrayals"] == pytest.approx(2.0) and said["fearless"] == pytest.approx(5.0)
    assert said["members"] == 10.0 and said["control"] == pytest.approx(0.1) and said["agency"] == pytest.approx(10.0)


def test_doses_are_two_orders_each_and_no_dose_is_none() -> None:
    assert [len(claim.violence(dose)) for dose in (1, 4)] == [2, 8]
    assert {act.week for act in claim.violence(4)} == {claim.WEEK + 2 * k for k in range(4)}
    assert type(claim.violence(0)[0]).__name__ == "Nothing"


def test_nobody_under_him_says_nothing_about_betrayals() -> None:
    assert np.isnan(claim.disaffection(arm(), boss=2))
