"""What is wrong with a plug-in's text is one sentence with its line, before anything of it is in use."""

import pytest
from texts import EXAMPLES, NUMBER, RULE, TOP, Write

import leyenda
from leyenda import rules
from leyenda.engine.plugins import USED
from leyenda.engine.plugins.findings import of_the_model
from leyenda.policies import catalogue
from leyenda.scenario import InputError

RATE = f"rate = {NUMBER}"
CHANCE = "from leyenda.base.draws import NOBODY, draw\nfrom leyenda.base.decisions import BETRAY_CHOICE\nMINE = {number}\n"
POLICY = TOP + "class Curfew(ly.Policy):\n    name = 'curfew'\n    title = why = source = 'ours'\n    effects = {'war': 0.5}\n    ranges = {'war': (0.1, 0.9)}\n    moves = ('wars',)\n"


def body(line: str, before: str = "") -> str:
    """A rule that does this."""
    return f"{TOP}{before}\n@ly.rule()\ndef fatigue(world, par, week):\n    x = par.rate\n    {line}\n"


def drawing(decision: str, number: str = "1000") -> str:
    """A rule that draws for this decision."""
    return body(f"x = draw(world, world.organisations.key[0], NOBODY, week, {decision})", CHANCE.format(number=number))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def f(:\n", "fatigue.py, line 1: is not valid Python"),
        ("import nowhere\n", "fatigue.py, line 1: cannot be run (ModuleNotFoundError: No module named 'nowhere')"),
        ("x = 1\n\n\ny = 1 / 0\n", "line 4: cannot be run (ZeroDivisionError"),
        ("x = 1\n", "holds no rule and no policy; expected a function under @ly.rule()"),
        (TOP + "def fatigue(world, par, week):\n    pass\n", "holds no rule and no policy"),
        (RULE.replace("(world, par, week)", "(world, par)"), "line 10: has the rule fatigue(world, par); expected fatigue(world, par, week)"),
        (RULE + "\ndef much(world, more=3):\n    return more\n", "has much with arguments that may be left out; expected plain arguments"),
        (RULE.replace("fatigue(", "trade("), "defines trade, a name that leyenda.rules.trade has already; expected another name"),
        (RULE.replace("fatigue(", "hazard("), "defines hazard, a name that leyenda.rules.arrest has already"),
        (RULE.replace("fatigue(", "grudges("), "defines grudges, a name that the list of switches has already"),
        (RULE.replace("fatigue(", "advance("), "defines advance, a name that the compiled step has already"),
        (RULE + "\nHOME = 3\n", "line 14: defines HOME, a name that leyenda.world.names has already"),
        (RULE + "\nRATES = [1, 2]\n", "line 14: has 'RATES = [1, 2]' outside of a function"),
        (RULE + "\nRATE: float = 1.0\n", "outside of a function; expected functions and numbers such as NAME = 0.5 alone"),
        (RULE + "\nif True:\n    pass\n", "outside of a function"),
        (RULE.replace("ly.rule()", 'ly.rule(after="trad")'), "puts fatigue after trad, which is no rule; did you mean trade?"),
        (RULE.replace("ly.rule()", 'ly.rule(switches=("sleep",))'), "declares the switch sleep and never reads world.on.sleep"),
        (body("x *= world.on.grudgs"), "line 12: reads world.on.grudgs, which no rule declares"),
        (body("x *= par.rat"), "line 12: reads par.rat, which fatigue.toml lacks; did you mean rate?"),
        (body("x = x ** 2"), "line 12: uses **; take power or root from leyenda.base.portable"),
        (body("x **= 2"), "uses **"),
        (body("x = np.exp(x)", "import numpy as np\n"), "line 13: uses numpy, math, random or time"),
        (body("x = random.random()", "import random\n"), "uses numpy, math, random or time"),
        (body("x = world.people.cash.sum()"), "calls a method; loop over the column instead"),
        (body("x = sum(world.people.cash)"), "gathers a whole column at once"),
        (body("x = [1, 2]"), "uses a list, set, dict"),
        (body("for cash in world.people.cash: x += cash"), "loops over something else than range(...)"),
        (body("x = mix(world.key)", "from leyenda.base.draws import mix\n"), "takes chance past draw(world, who, whom, week, DECISION)"),
        (body("x = lambda: 1"), "uses a list, set, dict, comprehension"),
        (body("print(x)"), "uses print, which is not known in a compiled rule; expected a name of its own or one of the model's"),
        (body("x = alive(world, 0)"), "uses alive, which is not known in a compiled rule; expected from leyenda.world.measures import alive"),
        (body("x = there(world, 0)", "from leyenda.world.measures import alive as there\n"), "uses there, which is not known"),
        (drawing("BETRAY_CHOICE"), "draws for BETRAY_CHOICE, a decision of the model's own; expected one of its own, such as MY_DECISION = 1000"),
        (drawing("1000"), "draws for 1000; expected a named decision"),
        (drawing("MINE", "12"), "draws for decision 12, which may be the model's; expected a number from 1000 on"),
        (POLICY.replace("'curfew'", "'vetting'"), "names a policy vetting, and there is one; expected another name"),
        (POLICY.replace("{'war': 0.5}", "{'wars': 0.5}"), "has the policy 'curfew' that changes 'wars', a rate no rule reads"),
        (POLICY + "    def __init__(self):\n        1 / 0\n", "Curfew cannot be made (ZeroDivisionError"),
    ],
)  # fmt: skip
def test_it_is_refused_with_a_sentence(text: str, says: str, write: Write) -> None:
    path = write(text, RATE)
    week, policies = rules.schedule(), list(catalogue())
    with pytest.raises(InputError) as error:
        leyenda.use_plugin(path)
    assert says in str(error.value), str(error.value)
    assert str(error.value).startswith("fatigue.py") and str(error.value).isprintable()
    assert not USED and rules.schedule() == week and list(catalogue()) == policies


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (None, "fatigue.toml: is not in "),
        ("rate = ", "fatigue.toml: is not valid TOML"),
        ("rate = 3", "fatigue.toml: rate is 3"),
        (f"rate = {NUMBER.replace('0.5', '5.0')}", "fatigue.toml: rate.value is 5.0; expected from 0.0 to 1.0"),
        (f"rate = {NUMBER.replace('high = 1.0', 'high = inf')}", "fatigue.toml: rate.high is inf"),
        (f"{RATE}more = {NUMBER}", "fatigue.toml: more is a number that no function reads as par.more"),
    ],
)
def test_its_numbers_are_refused_with_a_sentence(numbers: str | None, says: str, write: Write) -> None:
    path = write(numbers=numbers)
    with pytest.raises(InputError) as error:
        leyenda.use_plugin(path)
    assert says in str(error.value) and not USED


def test_several_rules_need_a_table_each(write: Write) -> None:
    path = write(RULE + RULE.split("ly\n", 1)[1].replace("fatigue(", "weariness("), f"[fatigue]\n{RATE}")
    with pytest.raises(InputError, match=r"fatigue.toml: weariness is missing; expected a table a number, such as \[weariness.NAME\]"):
        leyenda.use_plugin(path)


def test_two_plug_ins_may_not_share_a_name_or_a_decision(write: Write) -> None:
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    with pytest.raises(InputError, match=r"other.py, line 10: defines holder, a name that my_rule.py has already"):
        leyenda.use_plugin(write(RULE.replace("fatigue(", "holder("), name="other"))
    with pytest.raises(InputError, match=r"draws for decision 1000, and so does my_rule.py"):
        leyenda.use_plugin(write(drawing("MINE").replace("BETRAY_CHOICE", "BETRAY_ASKED"), name="third"))
    assert len(USED) == 1


@pytest.mark.parametrize(("name", "says"), [("nowhere.py", "nowhere.py: is not in"), ("", "cannot be read"), ("fatigue.toml", "is no Python file")])
def test_a_file_that_is_none_is_a_sentence(name: str, says: str, write: Write) -> None:
    with pytest.raises(InputError, match=says):
        leyenda.use_plugin(write().parent / name)


def test_the_names_of_the_model_are_those_of_its_files() -> None:
    assert of_the_model()["draw"] == "leyenda.base.draws" and of_the_model()["BETRAY_CHOICE"] == "leyenda.base.decisions"
    assert len(of_the_model()) > 600
