"""C05 on worlds made by hand: years of reign, members and posts lost, with and without each path."""

import handmade
import numpy as np

from leyenda.studies.claims import c05_red_line as claim

END = claim.WEEK + claim.FOUR_YEARS


def arm(fall: int | None, struck: bool, members: float, posts: int) -> object:
    """A patron who leads organisation 1, taken so many weeks after the strike."""
    events = [(claim.WEEK, "red_line", 0, 7)] if struck else []
    events += [(claim.WEEK + fall, "arrest", -1, 0)] if fall else []
    heads = np.tile([3, 0], (END, 1))
    return handmade.outcome(
        events, by_organisation={"head": heads, "members": np.full((END, 2), members)}, offices={"client": np.array([1] * posts + [0, -1])}
    )


def test_what_is_lost_by_a_strike_and_what_is_left_without_a_path() -> None:
    spared, taken = arm(None, False, 900.0, 5), arm(104, True, 700.0, 2)
    outcomes = {"spared": spared, "struck": taken, "spared_force": spared, "struck_force": arm(None, True, 1.0, 1)}
    said = claim.measure(outcomes | {"spared_withdrawal": spared, "struck_withdrawal": arm(156, True, 1.0, 1)})
    assert (said["effect"], said["without_force"], said["without_withdrawal"]) == (2.0, 0.0, 1.0)
    assert (said["members"], said["posts"], said["fallen"]) == (200.0, 3.0, 1.0)


def test_where_nobody_could_be_struck_nothing_is_said() -> None:
    quiet = arm(None, False, 1.0, 1)
    assert np.isnan(claim.measure(dict.fromkeys(claim.ARMS, quiet))["effect"])


def test_no_other_red_line_is_crossed_in_any_arm() -> None:
    assert all(claim.NEVER_ELSE in acts and claim.NEVER_ELSE.week == 0 for acts in claim.ARMS.values())
