"""--policy on the command line, and the catalogue as a command."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leyenda.cli.errors import WrongInput
from leyenda.cli.policies import labelled, parse
from leyenda.policies import catalogue

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("prevention", {}),
        ("prevention:", {}),
        ("prevention:start=52,end=104", {"start": 52, "end": 104}),
        ("prevention: intensity = 0.5 , cost = 3", {"intensity": 0.5, "cost": 3}),
        ("prevention:plazas=Sierra; Ribera", {"plazas": ["Sierra", "Ribera"]}),
        ("prevention:effects.recruitment=0.5,effects.war=0.9", {"effects": {"recruitment": 0.5, "war": 0.9}}),
        ("prevention:start=soon", {"start": "soon"}),
    ],
)
def test_a_policy_is_read_with_what_differs(text: str, changes: dict[str, Any]) -> None:
    assert parse(text) == ("prevention", changes)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("preventoin", 'Unknown policy "preventoin"; did you mean "prevention"?'),
        ("", "Unknown policy"),
        ("prevention:strt=5", 'Unknown key of a policy "strt"; did you mean "start"?'),
        ("prevention:institution=police", 'Unknown key of a policy "institution"; there are: start, end'),
        ("prevention:effects=3", "Unknown key of a policy"),
        ("prevention:effects.=3", "Unknown key of a policy"),
        ("prevention:start", 'for instance prevention:start=52; "start" has no "="'),
        ("prevention:start=5,", 'has no "="'),
        ("prevention:start=5,start=6", "says start twice"),
        ("prevention:effects.war=0.5,effects.war=0.6", "says effects.war twice"),
    ],
)
def test_a_wrong_policy_is_one_sentence(text: str, says: str, leyenda: Run) -> None:
    with pytest.raises(WrongInput) as error:
        parse(text)
    assert says in str(error.value)
    answer = leyenda("run", "two-plazas", "--policy", text)
    assert answer.code == 2 and answer.err == f"{error.value}\n" and answer.out == ""


def test_the_same_policy_again_has_a_number() -> None:
    assert list(labelled(["vetting", "prevention", "vetting:start=5", "vetting"])) == ["vetting", "prevention", "vetting-2", "vetting-3"]


def test_policies_reach_the_scenario(leyenda: Run) -> None:
    words = ["--policy", "prevention:start=26,intensity=0.5,plazas=Sierra", "--policy", "vetting", "--policy", "prevention:effects.recruitment=0.9"]
    assert leyenda("run", "two-plazas", "--worlds", "2", "--weeks", "60", *words).code == 0
    saved = tomllib.loads(Path("runs/two-plazas-1/scenario/scenario.toml").read_text("utf-8"))["policies"]
    assert list(saved) == ["prevention", "vetting", "prevention-2"]
    assert (saved["prevention"]["start"], saved["prevention"]["plazas"]) == (26, ["Sierra"])
    assert saved["prevention-2"]["effects"] == {"recruitment": 0.9} and saved["prevention-2"]["policy"] == "prevention"


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        ("prevention:start=soon", "policies.prevention.start is 'soon'; expected a whole number"),
        ("prevention:intensity=11", "intensity is 11"),
        ("prevention:plazas=Siera", "did you mean Sierra?"),
        ("prevention:effects.recruits=1", "did you mean recruitment?"),
        ("prevention:cost=nan", "cost is nan"),
    ],
)
def test_a_value_that_cannot_be_is_one_sentence(policy: str, says: str, leyenda: Run) -> None:
    answer = leyenda("run", "two-plazas", "--policy", policy)
    assert answer.code == 2 and says in answer.err and answer.err.count("\n") == 1


def test_the_catalogue_is_listed(leyenda: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    answer = leyenda("policies")
    assert answer.code == 0 and [name for name in catalogue() if name not in answer.out] == []


@pytest.mark.parametrize("name", catalogue())
def test_one_policy_is_shown_with_all_it_says(name: str, leyenda: Run) -> None:
    out, policy = leyenda("policies", name).out, catalogue()[name]
    said = [policy.title, policy.why, policy.source, policy.cost_source, *policy.moves, *policy.sources.values()]
    assert [text for text in said if text not in out] == []
    assert all(f"effects.{rate}" in out for rate in policy.effects)


def test_a_policy_there_is_not_cannot_be_shown(leyenda: Run) -> None:
    answer = leyenda("policies", "vettin")
    assert answer.code == 2 and "vetting" in answer.err
