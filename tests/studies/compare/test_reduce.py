"""Years are counted from the start, both ways; flows are summed and states averaged; nothing of a stopped world is used."""

import numpy as np
import pytest

from leyenda.engine.ensemble import run_worlds
from leyenda.scenario import Scenario
from leyenda.studies.compare.outputs import OUTPUTS, PLACED, wanted
from leyenda.studies.compare.reduce import reduced, rows, table, yearly, years_before


def test_years_begin_at_the_start_both_ways() -> None:
    weekly = np.arange(170.0)
    assert yearly(weekly, 60, flow=False).tolist() == [8 + 25.5, 60 + 25.5, 112 + 25.5]
    assert yearly(weekly, 60, flow=True)[1] == weekly[60:112].sum()
    assert years_before(60) == 1 and years_before(51) == 0


def test_flows_are_what_is_counted_by_the_week() -> None:
    flows = {name for name, output in OUTPUTS.items() if output.flow}
    assert {"deaths", "exports", "bribes", "enforcement"} <= flows and not flows & {"members", "price", "corruption", "seat_held"}
    assert (OUTPUTS["bribes"].unit, OUTPUTS["members"].unit) == ("M$/year", "persons")


def test_a_world_becomes_its_rows(two: Scenario) -> None:
    outcome = next(iter(run_worlds(two, [3], 1)))
    found, labels = table(outcome, 60), rows(two)
    assert found.shape == (len(labels), 4)
    for name in PLACED:
        placed = [found[k] for k, (output, place) in enumerate(labels) if output == name and place != "all"]
        assert np.allclose(np.sum(placed, axis=0), found[labels.index((name, "all"))])
    assert found[labels.index(("deaths", "all"))][1] == pytest.approx(outcome.series["deaths"][60:112].sum())


def test_nothing_is_shown_without_its_dead() -> None:
    assert wanted(["members"]) == ("deaths", "members") and wanted(["exports", "deaths"]) == ("deaths", "exports")


def test_a_stopped_arm_stops_the_world(two: Scenario) -> None:
    outcome = next(iter(run_worlds(two, [3], 1)))
    stopped = type(outcome)(**{**vars(outcome), "error": "the table of events is full"})
    found = reduced([outcome, stopped], 60)
    assert (found.world, found.error, found.values.size) == (3, "the table of events is full", 0)
