"""The arms behind the findings: every policy is among them, all begin in the same week, and a row says what its estimates say."""

import leyenda
from leyenda.policies import catalogue
from leyenda.studies.compare import compare
from leyenda.studies.compare.arms import choices
from leyenda.studies.compare.estimates import WITHOUT
from leyenda.studies.interventions import OUTPUTS, WEEK, YEARS, policies, removals, rows


def test_every_policy_stands_alone_and_all_arms_begin_in_one_week() -> None:
    scenario = leyenda.load("guadalajara-1985")
    arms = {**removals(), **policies()}
    assert set(catalogue()) < set(arms)
    assert {choice.begins for choice in choices(scenario, arms, WEEK)} == {WEEK}


def test_a_row_has_every_output_and_nothing_is_bold_that_is_not_clear() -> None:
    scenario = leyenda.load("two-plazas").with_({"weeks": WEEK + 52 * YEARS})
    nothing = {"prevention": {"intensity": 0.0}}
    effect = compare(scenario, {"nothing": [nothing], "vetting": ["vetting"]}, 6, start=WEEK, years=YEARS)
    header, line, none, some = rows(effect, WITHOUT)
    assert header.count("|") == line.count("|") == none.count("|") == len(OUTPUTS) + 2
    assert "**" not in none and none.count("+0.0 [+0.0, +0.0]") >= len(OUTPUTS) - 1
    assert some.startswith("| vetting |")
