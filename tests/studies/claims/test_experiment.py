"""Running claims: arms are paired, an act that does nothing has no effect, and what was kept is not run again."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from leyenda.acts import Spare
from leyenda.studies.claims import claim, load, modules, store
from leyenda.studies.claims import experiment as running
from leyenda.studies.claims.regions import says, tries
from leyenda.studies.claims.robust import drawn

WORLDS = 4
PLAN = running.Plan(WORLDS, 1, 2)


@pytest.fixture(scope="module")
def hydra() -> claim.Claim:
    return load("C13")


@pytest.fixture(scope="module")
def said(hydra: claim.Claim) -> dict[str, running.Columns]:
    return running.said(hydra, PLAN)


def test_every_claim_has_a_file_a_text_and_arms() -> None:
    for identity, stem in modules().items():
        one = load(identity)
        assert stem.startswith(identity.lower()) and one.text.name == stem.partition("_")[2].replace("_", "-")
        assert one.arms and one.text.smallest >= 0.0 and one.text.direction in (-1, 1)
        assert not one.text.ablation or one.text.ablation_why


def test_arms_without_a_difference_differ_by_exactly_nothing(hydra: claim.Claim) -> None:
    same = replace(hydra, arms={"removed": (Spare(target="patron", week=260),), "spared": (Spare(target="patron", week=260),)})
    values = running.said(same, PLAN, wanted=("base",))["base"]
    assert (values["effect"][np.isfinite(values["effect"])] == 0.0).all()


def test_the_order_of_arms_does_not_matter(hydra: claim.Claim, said: dict[str, running.Columns]) -> None:
    turned = replace(hydra, arms=dict(reversed(hydra.arms.items())))
    assert np.array_equal(running.said(turned, PLAN, wanted=("base",))["base"]["effect"], said["base"]["effect"], equal_nan=True)


def test_one_thread_and_two_say_the_same(hydra: claim.Claim, said: dict[str, running.Columns]) -> None:
    alone = running.said(hydra, replace(PLAN, threads=1), wanted=("base",))
    assert np.array_equal(alone["base"]["effect"], said["base"]["effect"], equal_nan=True)


def test_an_act_has_an_effect_and_its_ablation_takes_it_away(said: dict[str, running.Columns]) -> None:
    assert np.nanmean(said["base"]["effect"]) > 5 * abs(np.nanmean(said["ablation"]["effect"]))


def test_what_was_kept_is_read_back_and_what_changed_is_not(hydra: claim.Claim, said: dict[str, running.Columns], tmp_path: Path) -> None:
    store.keep(tmp_path, "C13", "this", said)
    back = store.kept(tmp_path, "C13", "this")
    assert back is not None and np.array_equal(back["base"]["effect"], said["base"]["effect"], equal_nan=True)
    assert store.kept(tmp_path, "C13", "that") is None
    (tmp_path / "C13.json").write_text("{half", encoding="utf-8")
    assert store.kept(tmp_path, "C13", "this") is None
    names = {store.identity(hydra, running.scenario_of(hydra, change), n, 1, ("base",)) for change in (None, {"rules.betray.secession": 0.02}) for n in (4, 5)}
    assert len(names) == 4


def test_a_finished_claim_is_not_run_again(hydra: claim.Claim, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = replace(PLAN, folder=tmp_path)
    first = running.said(hydra, plan, wanted=("base",))
    monkeypatch.setattr(running, "run_paired", lambda *_: 1 / 0)
    assert np.array_equal(running.said(hydra, plan, wanted=("base",))["base"]["effect"], first["base"]["effect"], equal_nan=True)


def test_a_region_is_looked_for_at_both_ends(hydra: claim.Claim) -> None:
    one = replace(hydra, text=hydra.text.model_copy(update={"region": ("betray.secession",)}))
    found = list(tries(one, PLAN, WORLDS))
    assert [at.parameter for at in found] == ["betray.secession"] * 2 and found[0].value < found[1].value
    yes, no = replace(found[0], contradicts=True), replace(found[0], contradicts=False)
    assert says([yes, no], "supported").startswith("Contradicted with betray.secession")
    assert says([no], "supported").startswith("No region found")
    assert says([yes, no], "contradicted").startswith("No longer contradicted with betray.secession")
    assert says([yes], "contradicted").startswith("Contradicted at both ends of betray.secession")


def test_parameters_are_drawn_within_their_ranges_and_the_same_each_time() -> None:
    one, other = drawn(0), drawn(1)
    assert one == drawn(0) and one != other
    running.scenario_of(load("C13"), one)  # every value is accepted
