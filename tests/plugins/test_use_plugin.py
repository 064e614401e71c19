"""A plug-in in use is a part of the model: its place in the week, its numbers, its switches, its policies, its hash."""

from pathlib import Path

import numpy as np
import pytest
from texts import EXAMPLES, NUMBER, RULE, TOP, Write

import leyenda
from leyenda import rules
from leyenda.engine import build, compiled, plain
from leyenda.engine.plugins import none_used, stop_using
from leyenda.engine.source import generate
from leyenda.policies import catalogue
from leyenda.results.manifest import model_hash
from leyenda.scenario import InputError

TWO = TOP + """
@ly.rule(after="trade")
def first(world, par, week):
    world.flows.seized += par.rate

@ly.rule(after="trade")
def second(world, par, week):
    world.flows.seized *= par.rate
"""


def test_its_rule_stands_after_the_one_it_names(write: Write) -> None:
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    leyenda.use_plugin(write())
    week = rules.schedule()
    assert week[week.index("recruit") + 1] == "desertion" and week[-1] == "fatigue"
    assert [name for name in week if name in rules.SCHEDULE] == list(rules.SCHEDULE)
    assert {"desertion", "courted", "fatigue"} == set(rules.switches()) - without()


def without() -> set[str]:
    """The model's own switches."""
    with none_used():
        return set(rules.switches())


def test_two_rules_of_a_file_stand_in_its_order_each_with_numbers_of_its_own(write: Write) -> None:
    leyenda.use_plugin(write(TWO, f"[first]\nrate = {NUMBER}[second]\nrate = {NUMBER}"))
    assert rules.schedule()[:3] == ("trade", "first", "second")
    assert leyenda.load("two-plazas").rules["second"] == {"rate": 0.5}
    assert len(set(map(rules.module, ("first", "second")))) == 1


def test_its_numbers_and_switches_are_those_of_a_scenario() -> None:
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    scenario = leyenda.load("two-plazas").with_({"rules.desertion.joining": 0.1}, off=["courted"])
    assert scenario.rules["desertion"] == {"largest": 50000.0, "leaving": 0.16, "joining": 0.1}
    with pytest.raises(InputError, match=r"from 0 to 0\.2 share"):
        scenario.with_({"rules.desertion.joining": 0.5})


def test_its_policies_join_the_catalogue() -> None:
    leyenda.use_plugin(EXAMPLES / "my_policy.py")
    assert catalogue()["rotation"].effects == {"vetting": 0.5}
    assert leyenda.load("two-plazas").with_(policies={"rotation": {}}).policies["rotation"].cost == 40.0


def members(off: tuple[str, ...] = ()) -> int:
    """Members after a year in plain Python, with more soldiers about than there were."""
    scenario = leyenda.load("two-plazas").with_(off=off, policies={"deployment": {"effects": {"deployment": 0.8}, "institution": ""}})
    world = leyenda.step(leyenda.build(scenario), 52)
    return int(world.presences.members.sum())


def test_the_rule_acts_while_it_is_on_and_in_use() -> None:
    before = members()
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    assert members() > before == members(("desertion",)) == members(("courted",))


def test_the_same_file_again_is_the_same_plug_in_and_an_edited_one_takes_its_place(write: Write) -> None:
    path = write()
    first = leyenda.use_plugin(path)
    assert leyenda.use_plugin(str(path)) is first
    write(RULE.replace("fatigue(", "weariness("))
    leyenda.use_plugin(path)
    assert rules.schedule()[-1] == "weariness" and "fatigue" not in rules.schedule()


def test_the_hash_of_the_model_holds_rules_and_numbers_but_not_policies(write: Write) -> None:
    bare = model_hash()
    leyenda.use_plugin(EXAMPLES / "my_policy.py")
    assert model_hash() == bare
    plugin = leyenda.use_plugin(write())
    used = model_hash()
    leyenda.use_plugin(write(numbers=f"rate = {NUMBER.replace('0.5', '0.4')}"))
    assert len({bare, used, model_hash()}) == 3
    stop_using(leyenda.use_plugin(plugin.path))
    assert model_hash() == bare


def test_a_scenario_loaded_before_it_has_to_be_loaded_anew() -> None:
    scenario = leyenda.load("two-plazas")
    leyenda.build(scenario)
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    with pytest.raises(InputError, match="loaded with other rules than are now in use"):
        leyenda.build(scenario)
    new = leyenda.load("two-plazas")
    assert new.hash != scenario.hash
    with none_used(), pytest.raises(InputError, match="other rules"):
        leyenda.build(new)
    leyenda.build(new)


def test_the_compiled_step_holds_it_and_without_it_is_what_it_was() -> None:
    dtype = build.layout(leyenda.load("two-plazas"))
    bare = compiled.file_for(dtype)
    assert bare.read_text("utf-8") == generate([rules.module(name) for name in rules.SCHEDULE], rules.SCHEDULE)
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    text = compiled.file_for(build.layout(leyenda.load("two-plazas"))).read_text("utf-8")
    assert "        if world.on.desertion:\n            desertion(world, world.par.desertion, week)\n" in text
    assert "DESERTER_JOINS = np.int64(1000)" in text and "leyenda as ly" not in text
    assert sorted((*compiled.halves()[0], *compiled.halves()[1])) == sorted(("survey", *rules.schedule(), "record"))
    with none_used():
        assert compiled.file_for(dtype) == bare


def test_policies_alone_leave_the_compiled_step_as_it_is() -> None:
    dtype = build.layout(leyenda.load("two-plazas"))
    bare = compiled.file_for(dtype)
    leyenda.use_plugin(EXAMPLES / "my_policy.py")
    assert build.layout(leyenda.load("two-plazas")) is dtype and compiled.file_for(dtype) == bare


def test_what_cannot_be_compiled_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from numba.core.errors import TypingError

    def fails(*_: object) -> None:
        raise TypingError("no such thing")

    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    scenario = leyenda.load("two-plazas")
    monkeypatch.setattr(compiled, "share_work", fails)
    monkeypatch.setattr(compiled, "is_compiled", lambda _: False)
    with pytest.raises(InputError, match=r"desertion cannot be compiled \(no such thing\)"):
        compiled.ready(build.first(scenario, 0, 1), scenario.size)


@pytest.mark.slow
def test_a_world_with_it_is_the_same_compiled_and_plain() -> None:
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    scenario = leyenda.load("two-plazas")
    blocks = [build.first(scenario, 3, 1) for _ in range(2)]
    compiled.ready(blocks[0], scenario.size)
    for engine, block in zip((compiled, plain), blocks, strict=True):
        engine.start(block)
        engine.advance(block, 0, 104)
    assert blocks[0]["flows"]["recruits"] == blocks[1]["flows"]["recruits"]
    assert np.array_equal(blocks[0]["presences"]["members"], blocks[1]["presences"]["members"])


def test_a_run_of_it_can_be_read_without_it(tmp_path: Path) -> None:
    leyenda.use_plugin(EXAMPLES / "my_rule.py")
    leyenda.use_plugin(EXAMPLES / "my_policy.py")
    scenario = leyenda.load("two-plazas").with_({"weeks": 4}, off=["courted"], policies={"rotation": {}})
    leyenda.simulate(scenario, worlds=2, compiled=False, out=tmp_path / "run")
    with none_used():
        runs = leyenda.open(tmp_path / "run")
        assert runs.scenario.hash == scenario.hash and runs.content["plugins"] == ["my_rule.py"]
        assert runs.series["recruits"].shape == (2, 4)
        with pytest.raises(InputError, match=r"rules\.desertion\.largest is unknown"):
            leyenda.load(tmp_path / "run" / "scenario")
        with pytest.raises(leyenda.FolderError, match="other rules"):
            leyenda.simulate(leyenda.open(tmp_path / "run").scenario, worlds=2, compiled=False, out=tmp_path / "run", resume=True)
    assert leyenda.simulate(scenario, worlds=2, compiled=False, out=tmp_path / "run", resume=True).complete
