"""Public files, whichever kind they are, become rows of one form."""

from pathlib import Path

import pytest
from given_files import ACLED, BY_KIND, INEGI_LONG, INEGI_WIDE, SESNSP, UCDP, put

from leyenda.studies.record.loaders import Loaded, Row, load
from leyenda.studies.record.loaders.summary import sentences


def said(loaded: Loaded) -> str:
    """The summary as one text."""
    return "\n".join(sentences(loaded))


def test_ucdp_adds_up_months_and_keeps_who_and_which_kind(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, UCDP))
    assert loaded.rows == (
        Row("Estado de Mexico", 2006, None, 2, "Red Cell - Civilians", "UCDP GED, one-sided"),  # its day is known to the year alone
        Row("Michoacan", 2004, 3, 7, "Red Cell - Blue Cell", "UCDP GED, non-state"),
        Row(None, 2006, 2, 1, "Red Cell - Blue Cell", "UCDP GED, non-state"),
    )
    text = said(loaded)
    assert "4 events, 10 deaths" in text and "Years: 2004 to 2006; none for 2005." in text
    assert "Left out: 1 event in other countries." in text and "Without a state: 1 event with 1 death." in text


def test_a_place_that_is_no_state_keeps_its_dead_and_is_said(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, UCDP.replace("Michoacan state", "Mihoacan state")))
    assert sum(row.deaths for row in loaded.rows) == 10 and sum(row.deaths for row in loaded.rows if row.state is None) == 5
    assert "Among them 1 event in 'Mihoacan state', which is no state; perhaps Michoacan." in said(loaded)


def test_acled_counts_an_event_once(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, ACLED))
    assert loaded.rows == (
        Row("Ciudad de Mexico", 2003, 4, 1, None, "ACLED"),
        Row("Nuevo Leon", 2003, 3, 2, "Red Cell - Blue Cell", "ACLED"),
    )
    assert "Left out: 1 row whose event was there already" in said(loaded) and "Battles 2; Violence against civilians 1" in said(loaded)


def test_inegi_by_month(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, INEGI_LONG))
    assert [(row.state, row.month, row.deaths) for row in loaded.rows] == [
        ("Ciudad de Mexico", 1, 1003), ("Oaxaca", 1, 7), ("Veracruz", 1, 4), ("Veracruz", 2, 5),
    ]  # fmt: skip
    assert "Not all months: Ciudad de Mexico 1991 (1 of 12 months)" in said(loaded)


def test_inegi_by_columns_of_years_below_a_title(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, INEGI_WIDE, "latin-1"))
    assert {(row.state, row.year): row.deaths for row in loaded.rows} == {
        ("Queretaro", 1990): 1, ("Queretaro", 1991): 2, ("Queretaro", 1993): 3,
        ("Estado de Mexico", 1990): 10, ("Estado de Mexico", 1991): 10, ("Estado de Mexico", 1993): 9,
        ("Coahuila", 1990): 1, ("Coahuila", 1991): 0, (None, 1990): 0, (None, 1991): 1, (None, 1993): 3,
    }  # fmt: skip
    text = said(loaded)
    assert "Years: 1990 to 1993; none for 1992." in text and "No figure: Coahuila 1993." in text and "States: 3 of 32" in text
    assert "own total" not in text


def test_a_total_that_is_not_the_sum_is_said(tmp_path: Path) -> None:
    assert "own total of 1991 is 14, but its rows add up to 13" in said(load(put(tmp_path, INEGI_WIDE.replace("40,12,13", "40,12,14"))))


def test_sesnsp_counts_intentional_homicide_and_femicide_by_month(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, SESNSP, "latin-1"))
    assert [(row.month, row.deaths) for row in loaded.rows] == [(1, 2), (2, 3), *((month, month) for month in range(3, 11))]
    assert {row.state for row in loaded.rows} == {"Yucatan"}
    assert "Not all months: Yucatan 2001 (10 of 12 months)." in said(loaded) and "investigations" not in said(loaded)


def test_investigations_are_not_victims(tmp_path: Path) -> None:
    rows = [line.split(",") for line in SESNSP.splitlines() if "Mujer" not in line]
    without = "\n".join(",".join(cells[:6] + cells[7:]) for cells in rows)
    assert "investigations opened" in said(load(put(tmp_path, without)))


@pytest.mark.parametrize("kind", BY_KIND)
@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_encodings_and_delimiters_do_not_matter(tmp_path: Path, kind: str, mark: str, encoding: str) -> None:
    plain = load(put(tmp_path, BY_KIND[kind]))
    other = load(put(tmp_path, BY_KIND[kind].replace(",", mark), encoding))
    assert plain.kind == kind and other.rows == plain.rows


def test_columns_may_stand_in_any_order_and_be_written_otherwise(tmp_path: Path) -> None:
    turned = "\n".join(",".join(reversed(line.split(","))) for line in UCDP.splitlines()).replace("type_of_violence", "Type of violence")
    assert load(put(tmp_path, turned)).rows == load(put(tmp_path, UCDP)).rows


def test_the_kind_that_was_said_is_the_kind_that_is_read(tmp_path: Path) -> None:
    both = "entidad,ano,total\nJalisco,1990,3\n"
    assert load(put(tmp_path, both), "inegi").rows[0].deaths == 3
