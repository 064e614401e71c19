"""check_policy says in a sentence each what is wrong with a policy of a user's own."""

from typing import Any

import pytest

import leyenda
from leyenda.engine import ensemble
from leyenda.engine.plugins import check_policy as checker
from leyenda.policies import Policy

GOOD: dict[str, Any] = {
    "name": "curfew", "title": "Curfew", "why": "Nobody is about.", "source": "ours", "institution": "", "cost": 3.0,
    "effects": {"recruitment": 0.8}, "ranges": {"recruitment": (0.5, 0.9)}, "moves": ("recruits",),
}


def test_nothing_is_wrong_with_a_good_one_be_it_made_or_a_class() -> None:
    assert leyenda.check_policy(Policy(**GOOD)) == []
    assert leyenda.check_policy(type("Curfew", (Policy,), GOOD)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": ""}, "The policy has a name that is not made of letters"),
        ({"name": "night curfew"}, "not made of letters"),
        ({"title": " "}, "curfew has no title."),
        ({"why": ""}, "has no why"),
        ({"source": None}, "has no source"),
        ({"cost_source": ""}, "has no cost_source"),
        ({"institution": "church"}, "'church', which is none of government"),
        ({"side": "both"}, "neither home nor abroad"),
        ({"cost": -1.0}, "costs -1.0"),
        ({"cost": float("nan")}, "costs nan"),
        ({"moves": ()}, "does not list the series"),
        ({"moves": ("recruit",)}, "should move 'recruit', which is no series"),
        ({"effects": {}}, "does not say its effects"),
        ({"effects": [1]}, "does not say its effects"),
        ({"effects": {"recruit": 0.8}}, "changes 'recruit', a rate no rule reads"),
        ({"effects": {"recruitment": -0.5}}, "by -0.5, which is no number from 0"),
        ({"effects": {"recruitment": "half"}}, "by 'half'"),
        ({"effects": {"recruitment": 1.0}}, "which changes nothing"),
        ({"ranges": {}}, "has no range for recruitment"),
        ({"ranges": {"recruitment": (0.9, 0.5)}}, "has no range for recruitment"),
        ({"ranges": {"recruitment": (0.1, 0.5)}}, "outside of its own range"),
        ({"ranges": {"recruitment": (0.5, 0.9), "war": (0.5, 1.0)}}, "a range for war, on which it has no effect"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(change: dict[str, Any], says: str) -> None:
    found = leyenda.check_policy(Policy(**GOOD | change))
    assert any(says in sentence for sentence in found), found
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in found)


def test_an_effect_at_intensity_0_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = checker.in_full
    monkeypatch.setattr(checker, "in_full", lambda policy, **changes: honest(policy, **changes | {"intensity": 1.0}))
    assert "at intensity 0" in leyenda.check_policy(Policy(**GOOD))[0]


def test_deeply_a_policy_has_to_move_what_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert leyenda.check_policy(Policy(**GOOD), deeply=True) == []
    monkeypatch.setattr(checker, "run_paired", lambda arms, *rest: ensemble.run_paired([arms[0], arms[0]], *rest))
    assert leyenda.check_policy(Policy(**GOOD), deeply=True) == ["curfew moves none of recruits."]
