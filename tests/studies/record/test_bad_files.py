"""Whatever is wrong with a file is one sentence that says where and what was expected."""

import gzip
import io
import random
import zipfile
from pathlib import Path

import pytest
from given_files import ACLED, BY_KIND, INEGI_LONG, INEGI_WIDE, SESNSP, UCDP, put

from leyenda.scenario import InputError
from leyenda.studies.record.loaders import load


def refusal(path: Path, kind: str | None = None) -> str:
    """The one sentence on what is wrong."""
    with pytest.raises(InputError) as caught:
        load(path, kind)
    sentence = str(caught.value)
    assert "\n" not in sentence and len(sentence) < 400
    return sentence


WRONG = {
    "negative": (UCDP.replace(",1,3\n", ",1,-3\n"), "given.csv, line 2: column 'best' is '-3'; expected a count, which is never under 0"),
    "fraction": (UCDP.replace(",1,3\n", ",1,3.5\n"), "column 'best' is '3.5'; expected a whole number of persons; rates"),
    "word": (UCDP.replace(",1,3\n", ",1,three\n"), "column 'best' is 'three'; expected a whole number"),
    "too many": (UCDP.replace(",1,3\n", ",1,3000000\n"), "expected at most 100,000 deaths in one cell"),
    "endless": (UCDP.replace(",1,3\n", f",1,{'9' * 5000}\n"), "column 'best' is '9999"),
    "no deaths": (UCDP.replace(",1,3\n", ",1,\n"), "column 'best' is blank; expected a whole number"),
    "violence": (UCDP.replace("2004,2", "2004,4"), "column 'type_of_violence' is '4'; expected 1, 2 or 3"),
    "year": (UCDP.replace("1,2004", "1,204"), "column 'year' is '204'; expected a year from 1900 to 2100"),
    "after": (UCDP.replace("2004-03-02", "2005-03-02"), "expected a day not after the event's year, 2004"),
    "day": (ACLED.replace("05 March", "35 March"), "column 'event_date' is '35 March 2003'; expected a day such as"),
    "month": (INEGI_LONG.replace("enero", "enerro"), "column 'Mes' is 'enerro'; expected a month"),
    "month 13": (INEGI_LONG.replace("1991,2", "1991,13"), "column 'Mes' is '13'; expected a month"),
    "rates": (INEGI_WIDE.replace("6,1,2", "6,1.25,2"), "rates and averages cannot be read"),
    "state": (INEGI_WIDE.replace("México", "Mejicó"), "names 'Mejicó', which is no state; did you mean Estado de Mexico?"),
    "twice": (INEGI_LONG + "Veracruz,1991,1,8\n", "line 6: Veracruz in month 1 of 1991 stands there already in line 2; expected one row"),
    "year twice": (INEGI_WIDE.replace('"1993"', '"1991"'), "in 1991 stands there already"),
    "row twice": (SESNSP + SESNSP.splitlines()[1] + "\n", "line 6: the row stands there already in line 2"),
    "nothing counted": (SESNSP.replace("doloso", "culposo").replace("o,Feminicidio", "o,Otro"), "has no victim that is counted"),
    "elsewhere": (UCDP.replace("Mexico", "Farland"), "given.csv: has no event in Mexico; its countries are 'Farland'."),
    "cut off": (UCDP[:-12], "line 6: has 9 cells; expected 11, as the header has"),
    "too wide": (UCDP.replace(",1,3\n", ",1,3,4\n"), "line 2: has 12 cells; expected 11"),
    "open quote": (UCDP.replace("Red Cell,Blue", '"Red Cell,Blue', 1), "is not valid CSV"),
    "header alone": (UCDP.splitlines()[0], "has no event in Mexico"),
    "no figures": ("entidad,ano,homicidios\nJalisco,1990,\n", "has a header but no figure"),
    "empty": ("", "given.csv: is empty; expected a header and rows"),
    "blank": ("\n\n ,,\n", "is empty"),
    "other": ("name,colour\nx,red\n", "the header is of no kind that is known: 'name, colour'; expected one of ucdp (UCDP GED), acled"),
    "prose": ("It was a dark night.\n", "is of no kind that is known"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, case: str) -> None:
    text, expected = WRONG[case]
    assert expected in refusal(put(tmp_path, text))


@pytest.mark.parametrize(
    ("kind", "column", "instead", "expected"),
    [
        ("ucdp", "best", "bests", "line 1: column best is missing; expected the columns of UCDP GED files; did you mean 'bests'?"),
        ("ucdp", "adm_1", "province", "column adm_1 is missing; expected the columns of UCDP GED files."),
        ("acled", "fatalities", "fatalitys", "fatalities is missing; expected the columns of ACLED files; did you mean 'fatalitys'?"),
        ("sesnsp", "Subtipo de delito", "Subtipo del delito", "column subtipo_de_delito is missing; expected the columns of SESNSP"),
    ],
)
@pytest.mark.parametrize("said", [True, False])
def test_a_missing_column_gets_the_nearest(tmp_path: Path, kind: str, column: str, instead: str, expected: str, said: bool) -> None:
    assert expected in refusal(put(tmp_path, BY_KIND[kind].replace(column, instead)), kind if said else None)


def test_a_file_of_another_kind_than_said_lacks_its_columns(tmp_path: Path) -> None:
    assert "expected the columns of ACLED files" in refusal(put(tmp_path, UCDP), "acled")
    assert refusal(put(tmp_path, UCDP), "ucpd") == "kind is 'ucpd'; expected one of ucdp, acled, inegi, sesnsp; did you mean ucdp?"


def packed() -> bytes:
    """A workbook's beginning: a ZIP archive."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("sheet.xml", UCDP)
    return memory.getvalue()


NO_TEXT = {"zip": packed(), "gzip": gzip.compress(UCDP.encode() * 9), "utf-16": UCDP.encode("utf-16"), "bytes": bytes(range(256)) * 9}


@pytest.mark.parametrize("content", NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    assert "is no text; expected a CSV file" in refusal(put(tmp_path, content))


def test_what_is_no_file(tmp_path: Path) -> None:
    assert "is a folder; expected a file" in refusal(tmp_path)
    assert "is missing; expected a file" in refusal(tmp_path / "none.csv")
    assert "is no file of text; expected a file" in refusal(Path("/dev/null"))


SPLINTERS = [b"", b'"', b",", b"\n", b"\r", b"\xff", b"-", b"9" * 30, b"\xc3", b"1e9", b";"]


@pytest.mark.parametrize("kind", BY_KIND)
def test_damaged_files_are_read_or_refused_and_never_break(tmp_path: Path, kind: str) -> None:
    chance = random.Random(7)
    read = 0
    for _ in range(150):
        damaged = bytearray(BY_KIND[kind].encode())
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(damaged))
            damaged[place : place + chance.randint(0, 4)] = chance.choice(SPLINTERS)
        try:
            read += sum(row.deaths >= 0 for row in load(put(tmp_path, bytes(damaged))).rows) > 0
        except InputError as error:
            assert "\n" not in str(error) and len(str(error)) < 500
    assert 0 < read < 150
