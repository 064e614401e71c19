"""From a scenario to a world: money classes, roads, keys, and a template that no run changes."""

import numpy as np
import pytest

import leyenda
from leyenda.engine import compiled
from leyenda.engine.build import expected_revenue, first, roads, template, world_key
from leyenda.scenario import Scenario, names
from leyenda.world.layout import TABLES
from leyenda.world.ledger import ACCOUNTS, INSIDE, KINDS, TRANSFERS

ENTERS, LEAVES = {"consumers", "population", "public_budget"}, {"suppliers", "distribution", "households", "state", "lawful_assets"}

PLAZA_KEY, PERSON_KEY, WORLD_KEY = 16902133866391246723, 892341335204358266, 15916886550466581944


@pytest.fixture(params=names())
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """Each built-in scenario."""
    return leyenda.load(request.param)


def test_every_transfer_runs_between_account_classes() -> None:
    inside = set(ACCOUNTS[:INSIDE])
    assert inside | ENTERS | LEAVES == set(ACCOUNTS) and len(ACCOUNTS) == len(set(ACCOUNTS))
    for name, source, sink in TRANSFERS:
        assert source in inside | ENTERS and sink in inside | LEAVES, name


def test_no_kind_of_transfer_hides_anything_and_each_has_one_name() -> None:
    assert len(set(KINDS)) == len(KINDS) and not {"other", "adjustment"} & set(KINDS)
    from leyenda.world import ledger

    numbers = {name: value for name, value in vars(ledger).items() if isinstance(value, int) and name.isupper() and name != "INSIDE"}
    assert sorted(numbers.values()) == list(range(len(KINDS)))
    for name, number in numbers.items():
        assert name.lower() in (KINDS[number], KINDS[number] + "_paid"), name


def test_roads_are_a_distance(scenario: Scenario) -> None:
    road = roads(scenario)
    assert (road == road.T).all() and (np.diag(road) == 0.0).all() and (road[~np.eye(len(road), dtype=bool)] != 0.0).all()
    for k in range(len(road)):
        by_way = road[:, k, None] + road[None, k, :]
        known = (road[:, k, None] >= 0.0) & (road[None, k, :] >= 0.0)
        assert (road[known] <= by_way[known] + 1e-6).all() and (road[known] >= 0.0).all()


def test_neighbours_are_joined_by_a_straight_road(scenario: Scenario) -> None:
    road, at = roads(scenario), {plaza.name: k for k, plaza in enumerate(scenario.plazas)}
    for a in scenario.plazas:
        for name in a.neighbours:
            b = scenario.plazas[at[name]]
            straight = np.hypot(a.x_km - b.x_km, a.y_km - b.y_km)
            assert road[at[a.name], at[name]] <= straight + 1e-6


def test_there_is_no_road_to_an_island() -> None:
    two = leyenda.load("two-plazas")
    cut = two.model_copy(update={"plazas": tuple(p.model_copy(update={"neighbours": ()}) for p in two.plazas)})
    assert roads(cut).tolist() == [[0.0, -1.0, -1.0], [-1.0, 0.0, -1.0], [-1.0, -1.0, 0.0]]


def test_keys_are_unique_within_their_kind(scenario: Scenario) -> None:
    block = template(scenario)
    for table in ("people", "plazas", "organisations", "offices", "banks"):
        keys = block[table]["key"][: block[table]["count"]]
        assert len(np.unique(keys)) == len(keys) > 0 and keys.min() > 0, table


def test_keys_are_those_of_names_not_of_rows() -> None:
    two = leyenda.load("two-plazas")
    turned = two.model_copy(update={name: getattr(two, name)[::-1] for name in ("plazas", "organisations", "people", "offices")})
    for table in ("people", "plazas", "organisations", "offices"):
        before, after = (template(s)[table]["key"] for s in (two, turned))
        assert sorted(before) == sorted(after) and (before != after).any()


def test_known_keys_stay_what_they_are() -> None:
    """A change of these changes every draw of every run ever made."""
    block = template(leyenda.load("two-plazas"))
    assert (int(block["plazas"]["key"][0]), int(block["people"]["key"][0])) == (PLAZA_KEY, PERSON_KEY)
    assert int(world_key(1, 0)) == WORLD_KEY


def test_worlds_and_seeds_have_keys_of_their_own() -> None:
    keys = {int(world_key(seed, world)) for seed in range(40) for world in range(40)}
    assert len(keys) == 1600


def test_running_a_world_leaves_the_template_alone(scenario: Scenario) -> None:
    before = template(scenario).tobytes()
    block = first(scenario, 0, 1)
    compiled.start(block)
    compiled.advance(block, 0, 30)
    assert template(scenario).tobytes() == before != block.tobytes()
    with pytest.raises(ValueError, match="read-only"):
        template(scenario)["people"]["age"][0] = 0.0


def test_a_world_starts_as_the_scenario_says(scenario: Scenario) -> None:
    block = template(scenario)
    assert block["presences"]["members"].sum() == sum(row.members for row in scenario.presences)
    assert block["presences"]["control"].sum(axis=0).max() <= 1.0 + 1e-9
    assert block["plazas"]["crossing"].sum() == pytest.approx(1.0)
    assert expected_revenue(block, scenario).sum() > 0.0


def test_every_field_says_what_it_is() -> None:
    for table, record in TABLES.items():
        for column, field in record.fields.items():
            assert field.meaning and field.low < field.high, (table, column)
