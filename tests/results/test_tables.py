"""Columns, types and the two resolutions of the ledger."""

import fakes
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leyenda.results import tables


def test_integers_are_32_bits_keys_64_and_flags_true_or_false() -> None:
    people = tables.TABLES["people"](fakes.outcome(3), True)
    types = {field.name: field.type for field in people.schema}
    assert types["world"] == types["id"] == types["role"] == pa.int32()
    assert types["key"] == pa.uint64()
    assert types["age"] == pa.float64()
    assert types["obeys_half"] == pa.bool_()


def test_keys_keep_all_their_bits() -> None:
    outcome = fakes.outcome(3)
    assert tables.TABLES["people"](outcome, True)["key"].to_pylist() == outcome.people["key"].tolist()


def test_event_kinds_are_words() -> None:
    assert tables.events(fakes.outcome(0), True)["kind"].to_pylist() == ["begin", "order", "kill", "arrest", "arrest"]


def test_organisations_are_listed_only_while_they_exist() -> None:
    found = tables.by_organisation(fakes.outcome(0, weeks=30), True)
    assert set(found["organisation"].to_pylist()) == {0, 1}
    assert found.num_rows == 60


def test_the_yearly_ledger_sums_the_weekly_one() -> None:
    outcome = fakes.outcome(0, weeks=120)
    weekly, yearly = tables.ledger(outcome, True), tables.ledger(outcome, False)
    assert set(yearly["week"].to_pylist()) == {51, 103, 119}
    for kind in ("sale", "tribute"):
        first = pc.and_(pc.equal(weekly["kind"], kind), pc.less(weekly["week"], 52))
        want = pc.sum(weekly.filter(first)["amount"]).as_py()
        got = yearly.filter(pc.and_(pc.equal(yearly["kind"], kind), pc.equal(yearly["week"], 51)))["amount"][0].as_py()
        assert np.isclose(got, want)


def test_a_run_shorter_than_a_year_has_one_closing() -> None:
    assert tables.closing_weeks(30, False).tolist() == [29]
    assert tables.closing_weeks(52, False).tolist() == [51]
    assert tables.closing_weeks(104, False).tolist() == [51, 103]


def test_the_ledger_lists_only_what_moved() -> None:
    outcome = fakes.outcome(0)
    assert tables.ledger(outcome, True).num_rows == np.count_nonzero(outcome.ledger)


def test_balances_begin_with_the_opening_one() -> None:
    found = tables.balances(fakes.outcome(0, weeks=60), False)
    assert sorted(set(found["week"].to_pylist())) == [-1, 51, 59]
    assert found["amount"][:4].to_pylist() == [1000.0] * 4
