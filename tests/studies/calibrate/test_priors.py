"""What may be fitted lies where its rule allows it, and a place in the unit cube means one value."""

import numpy as np
import pytest

import leyenda
from leyenda.scenario import declared
from leyenda.studies.calibrate.fit import needed
from leyenda.studies.calibrate.priors import Prior, priors
from leyenda.studies.calibrate.simulate import Simulator
from leyenda.studies.validate.facts import for_fitting


@pytest.mark.parametrize("prior", priors(), ids=lambda prior: prior.parameter)
def test_a_prior_lies_within_the_range_of_its_rule(prior: Prior) -> None:
    rule, name = prior.parameter.split(".")
    about = declared()[rule][name]
    assert about.low <= prior.low < prior.high <= about.high
    assert prior.source and (prior.low > 0.0 or not prior.log)


def test_no_parameter_has_two_priors() -> None:
    assert len({prior.parameter for prior in priors()}) == len(priors())


def test_scenarios_take_both_ends_of_every_prior() -> None:
    simulator = Simulator((), {}, {}, 1, 1)
    for name in {fact.scenario for fact in for_fitting()}:
        for place in (0.0, 1.0):
            changed = leyenda.load(name).with_(simulator.changes(np.full(len(priors()), place)))
            for prior in priors():
                rule, own = prior.parameter.split(".")
                assert changed.rules[rule][own] == pytest.approx(prior.low if place == 0.0 else prior.high, rel=1e-12)


def test_places_are_shares_of_the_scale_of_the_prior() -> None:
    assert Prior("a.b", 0.01, 1.0, "", log=True).at(0.5) == pytest.approx(0.1)
    assert Prior("a.b", -3.0, 1.0, "").at(0.25) == pytest.approx(-2.0)
    assert Prior("a.b", 0.1, 0.3, "", log=True).at(1.0) == 0.3  # not 0.30000000000000004


def test_scenarios_are_as_long_as_their_facts_need() -> None:
    facts = for_fitting()
    assert needed("mexico-2006", facts).weeks == 624
    whole = leyenda.load("guadalajara-1985")
    assert needed("guadalajara-1985", facts).hash == whole.hash
    early = [fact for fact in facts if fact.number == 8]
    assert needed("mexico-2006", early).weeks == 6 * 52  # to 2005
