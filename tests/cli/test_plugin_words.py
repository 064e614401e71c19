"""--plugin on the command line: used, remembered in the run, refused in a sentence."""

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leyenda.engine.plugins import none_used

EXAMPLES = Path(__file__).parents[2] / "examples"
RULE, POLICY = str(EXAMPLES / "my_rule.py"), str(EXAMPLES / "my_policy.py")
RUN = ["run", "two-plazas", "--worlds", "2", "--weeks", "60"]
Run = Callable[..., Any]


@pytest.fixture
def typed(leyenda: Run) -> Iterator[Run]:
    """Run a command line as a process of its own would: with no plug-in in use from before."""

    def command(*words: str) -> Any:
        with none_used():
            return leyenda(*words)

    yield command


def test_a_run_remembers_the_rules_it_was_made_with(typed: Run) -> None:
    words = [*RUN, "--plugin", RULE, "--plugin", POLICY, "--policy", "rotation", "--off", "courted", "--set", "rules.desertion.joining=0.1"]
    assert typed(*words).code == 0
    folder = Path("runs/two-plazas-1")
    assert tomllib.loads((folder / "run.toml").read_text("utf-8"))["content"]["plugins"] == ["my_rule.py"]
    assert tomllib.loads((folder / "scenario/scenario.toml").read_text("utf-8"))["rules"]["desertion"]["joining"] == 0.1
    assert typed(*words, "--resume").code == 0
    answer = typed(*RUN, "--resume")
    assert answer.code == 2 and "cannot be resumed" in answer.err
    assert typed("why", str(folder), "arrest").code == 0
    assert typed("check", str(folder)).code == 0


def test_without_it_its_words_are_unknown(typed: Run) -> None:
    assert typed(*RUN, "--policy", "rotation").code == 2
    assert typed(*RUN, "--off", "courted").code == 2
    assert typed(*RUN, "--set", "rules.desertion.joining=0.1").code == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "my.py: is not in "),
        ("def (", "my.py, line 1: is not valid Python"),
        ("x = 1", "my.py: holds no rule and no policy"),
        ("import leyenda as ly\n@ly.rule()\ndef mine(world, par, week):\n    pass\n", "my.toml: is not in "),
        ("1 / 0", "my.py, line 1: cannot be run (ZeroDivisionError"),
    ],
)
@pytest.mark.parametrize("words", [[*RUN, "--plugin", "my.py"], ["rules", "--plugin", "my.py"], ["policies", "--plugin", "my.py"], ["check", "my.py"]])
def test_a_file_that_cannot_be_used_is_one_sentence(words: list[str], content: str | None, says: str, typed: Run) -> None:
    if content is not None:
        Path("my.py").write_text(content, "utf-8")
    answer = typed(*words)
    assert answer.code == 2 and says in answer.err and answer.err.count("\n") == 1 and answer.out == ""


def test_rules_and_policies_of_it_are_listed(typed: Run) -> None:
    assert "13. Desertion:" in typed("rules", "--plugin", RULE).out
    assert "rules.desertion.joining = 0.05 share" in typed("rules", "desertion", "--plugin", RULE).out
    assert "Abbink" in typed("policies", "rotation", "--plugin", POLICY).out


def test_a_plug_in_is_checked(typed: Run) -> None:
    assert "nothing is wrong with this plug-in" in typed("check", POLICY).out
    Path("my.py").write_text(Path(POLICY).read_text("utf-8").replace('why = "', 'why = ""  # "'), "utf-8")
    answer = typed("check", "my.py", "--json")
    assert answer.code == 1 and json.loads(answer.out)["findings"] == ["rotation has no why."]


def test_a_scenario_that_names_it_is_checked_with_it(typed: Run) -> None:
    assert typed("new", "mine").code == 0
    with Path("mine/scenario.toml").open("a", encoding="utf-8") as file:
        file.write("\n[rules.desertion]\njoining = 0.1\n\n[policies.rotation]\nstart = 52\n")
    assert typed("check", "mine").code == 2
    assert typed("check", "mine", "--plugin", RULE, "--plugin", POLICY).code == 0
