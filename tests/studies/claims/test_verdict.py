"""Verdicts: each rule of decision can say yes and no."""

import pytest

from leyenda.studies.claims.claim import Text
from leyenda.studies.claims.verdict import Result, passes_ablation, passes_placebo, smallest_seen, verdict
from leyenda.studies.intervals import Estimate


def text(**more: object) -> Text:
    """A claim of an effect of at least 1 upwards."""
    said = {
        "name": "n", "statement": "s", "article": "both", "estimand": "e", "unit": "u", "direction": 1, "smallest": 1.0,
        "decision": "d", "contradicted_by": "c", "supported_says": "", "contradicted_says": "", "undecided_says": "",
    }  # fmt: skip
    return Text.model_validate({**said, **more})


def found(point: float, half: float = 0.5) -> Estimate:
    """An estimate and its interval."""
    return Estimate(point, point - half, point + half, 100)


NOTHING = Estimate(0.0, -0.1, 0.1, 100)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Result(found(2.0), NOTHING, found(2.1)), "supported"),
        (Result(found(2.0), None, None), "supported"),
        (Result(found(2.0), found(1.0), found(2.1)), "undecided"),  # stays without its mechanism
        (Result(found(2.0), NOTHING, found(0.5)), "undecided"),  # an unrelated mechanism moves it
        (Result(found(0.2), None, None), "contradicted"),  # surely smaller than worth the name
        (Result(found(-2.0), None, None), "contradicted"),
        (Result(found(0.8, 2.0), None, None), "undecided"),
        (Result(found(0.8, 0.3), None, None), "undecided"),  # above zero, but smaller than worth the name
        (Result(Estimate(float("nan"), float("nan"), float("nan"), 0), None, None), "undecided"),
        (Result(Estimate(2.0, 1.9, 2.1, 19), None, None), "undecided"),  # too few worlds to say anything
    ],
)
def test_the_rule_of_decision(result: Result, expected: str) -> None:
    assert verdict(text(), result)[0] == expected


def test_a_claim_of_less_is_judged_by_its_own_direction() -> None:
    down = text(direction=-1)
    assert verdict(down, Result(found(-2.0), None, None))[0] == "supported"
    assert verdict(down, Result(found(2.0), None, None))[0] == "contradicted"


def test_assumed_is_never_supported_but_may_be_contradicted() -> None:
    assumed = text(assumed="both stand in one equation of a rule")
    assert verdict(assumed, Result(found(2.0), NOTHING, found(2.0)))[0] == "assumed"
    assert verdict(assumed, Result(found(0.2), None, None))[0] == "contradicted"


def test_an_ablation_passes_within_a_fifth_of_the_base_effect_from_zero() -> None:
    assert passes_ablation(Result(found(2.0), Estimate(0.2, 0.0, 0.4, 9), None))
    assert not passes_ablation(Result(found(2.0), Estimate(0.2, 0.0, 0.41, 9), None))
    assert not passes_ablation(Result(found(2.0), Estimate(-0.3, -0.6, 0.0, 9), None))


def test_a_placebo_passes_if_it_leaves_half_of_the_effect_at_least() -> None:
    assert passes_placebo(Result(found(2.0), None, found(1.1)))
    assert not passes_placebo(Result(found(2.0), None, found(0.9)))


def test_what_would_have_been_seen_shrinks_with_the_interval() -> None:
    assert smallest_seen(found(0.0, 0.98)) == pytest.approx(1.4)
