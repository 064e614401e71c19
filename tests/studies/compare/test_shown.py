"""What a reader gets: a screen of 100 columns, a page, a picture on which nothing is cut off, and deaths on all of them."""

import json
from pathlib import Path

import pytest
from comparisons import START
from matplotlib.backends.backend_agg import FigureCanvasAgg
from rich.console import Console

from leyenda.scenario import InputError, Scenario
from leyenda.studies.compare import Effect, compare
from leyenda.studies.compare.command import command
from leyenda.studies.compare.picture import limits
from leyenda.studies.compare.say import clause, sentence, warning
from leyenda.studies.compare.screen import screen
from leyenda.studies.compare.title import title
from leyenda.studies.compare.words import digits


@pytest.mark.parametrize("width", [80, 100])
def test_the_screen_fits(width: int, effect: Effect, capsys: pytest.CaptureFixture[str]) -> None:
    screen(effect, ("deaths", "members"), Console(width=width))
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= width and "…" not in shown
    assert ("100 M$" in shown) == (width == 100)
    assert "24 worlds" in shown and "26 February 1981" in " ".join(shown.split())
    for arm in effect.plan.arms:
        assert f"first 2 years, {arm.name}: " in " ".join(shown.split()) or "changed nothing at all" in shown
    assert "beyond the sum of prevention and vetting" in shown and "Here by place" in shown


def test_a_sentence_says_the_number_the_dead_and_the_other_baseline(effect: Effect) -> None:
    says = sentence(effect, "arrest", 2)
    dead, before = effect.get("arrest", 2, "deaths"), effect.get("arrest", 2, "deaths", "year before")
    assert clause(dead) in says and f"deaths {digits(before.percent)} %." in says
    assert sentence(effect, "nothing", 1) == "Nothing changed nothing at all in the first year."
    assert all("deaths" in sentence(effect, arm.name, years) for arm in effect.plan.arms if arm.name != "nothing" for years in (1, 2))


def test_what_went_the_wrong_way_is_said_once(effect: Effect) -> None:
    for arm in effect.plan.arms:
        said = warning(effect, arm.name, 2)
        wrong = [clause(one) for one in effect.worse(arm.name, 2)]
        assert all((one in said) != (one in sentence(effect, arm.name, 2)) for one in wrong)


def test_the_page_has_every_arm_window_and_baseline(effect: Effect, tmp_path: Path) -> None:
    table, page = effect.save(tmp_path / "here")
    text = page.read_text()
    assert text.count("| killed in the conflict |") == 2 * len(effect.plan.arms) + 2
    assert text.count("\n### Years 1-2:") == text.count("\n### Year 1:") == len(effect.plan.arms)
    assert all(len(line.split("|")) == 10 for line in text.splitlines() if line.startswith("| members") and "(" in line)
    assert table.read_text().count("\n") == len(effect.estimates) + 1


def test_the_document_is_json(effect: Effect) -> None:
    found = json.loads(json.dumps(effect.document(), allow_nan=False))
    assert len(found["effects"]) == len(effect.estimates) and found["windows"] == [1, 2]


def test_unknown_outputs_are_a_sentence(effect: Effect) -> None:
    for use in (effect.table, effect.markdown, lambda names: effect.plot(None, names)):
        with pytest.raises(InputError, match="did you mean members"):
            use(["membres"])


def test_the_picture_has_the_same_bytes_each_time(effect: Effect, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.svg" for n in range(2)]
    for path in paths:
        effect.plot(path)
    assert paths[0].read_bytes() == paths[1].read_bytes() and paths[0].stat().st_size > 5000


@pytest.mark.parametrize("arms", [1, 2, 6, 16])
def test_nothing_is_cut_off(arms: int, two: Scenario, tmp_path: Path) -> None:
    found = compare(two, {f"prevention_of_recruitment_{n}": [{"prevention": {"intensity": 1.0 + n / 2}}] for n in range(arms)}, 3, start=START)
    figure = found.plot()
    box = figure.get_tightbbox(FigureCanvasAgg(figure).get_renderer())
    width, height = figure.get_size_inches()
    assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height


def test_its_title_says_the_answer(effect: Effect, two: Scenario) -> None:
    assert title(effect, 2).startswith("Deaths in the first 2 years: ")
    one = compare(two, {"prevention": [{"prevention": {"intensity": 3.0}}]}, 12, start=START)
    assert title(one, 2).startswith("Prevention in the first 2 years: ") and "fewer members" in title(one, 2) and "deaths" in title(one, 2)


def test_the_scale_keeps_effects_readable(effect: Effect) -> None:
    near, far = effect.get("arrest", 2, "members"), effect.get("prevention", 2, "recruits", "year before")
    low, high = limits([near], [far])
    assert low < near.percent_low and near.percent_high < high < 20


def test_the_command_repeats_it(effect: Effect, two: Scenario) -> None:
    arms = {"prevention": ["prevention"], "vetting": [{"vetting": {"intensity": 0.5, "plazas": ["Ribera"]}}]}
    bundle = {**arms, "all": ["prevention", *arms["vetting"]]}
    plan = compare(two, bundle, 2, start=START).plan
    typed = "leyenda compare two-plazas --set weeks=220 --policy prevention --policy vetting:intensity=0.5,plazas=Ribera --together"
    assert command(plan) == f"{typed} --start {START} --worlds 2 --seed 1"
    assert "--years 1" in command(compare(two, arms, 2, start=START, years=1).plan)
    assert command(effect.plan).startswith("leyenda.compare(two-plazas") and "Remove(week=60" in command(effect.plan)
