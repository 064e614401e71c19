"""C09 on worlds made by hand: arrests that sight would spare, and how far beliefs are off by rank and span."""

import handmade
import numpy as np
import pytest

from leyenda.studies.claims import c09_overview_lost as claim
from leyenda.world.names import CAPO, HEAD, LIEUTENANT

WEEKS = range(claim.WEEK, claim.WEEK + claim.TWO_YEARS + 1)


def arm(rate: float) -> object:
    """A head over two capos; one of them over one lieutenant, the other's only man is in prison."""
    notes = handmade.steady(WEEKS, [0, 0, 0, 0, 1], [-1, 0, 0, 1, 2], risk=[rate, 0.0, 0.0, 0.0, 0.0])
    more = {"role": [HEAD, CAPO, CAPO, LIEUTENANT, LIEUTENANT], "disaffection": [0.0, 0.1, 0.3, 0.5, 0.9], "reported": [0.0, 0.0, 0.0, 0.4, 0.0]}
    return handmade.outcome(notes=[(week, note | handmade.note(**more)) for week, note in notes])


def test_arrests_spared_by_sight_and_errors_by_rank_and_span() -> None:
    said = claim.measure({"as_is": arm(0.3), "seeing": arm(0.1)})
    assert said["effect"] == pytest.approx(0.4) and said["as_is"] == pytest.approx(0.6)
    assert said["error_head"] == pytest.approx(0.2) and said["error_capo"] == pytest.approx(0.1)
    assert said["error_by_ten"] == pytest.approx(1.0)  # 0.2 at two under him, 0.1 at one


def test_bosses_with_the_same_span_say_nothing_about_it() -> None:
    note = handmade.note(status=[0, 0], superior=[-1, 0], role=[HEAD, CAPO], disaffection=[0.0, 0.2], reported=[0.0, 0.1])
    found = claim.off(note)
    assert found["error_head"] == pytest.approx(0.1) and np.isnan(found["error_by_ten"]) and np.isnan(found["error_capo"])
