"""A file of comma-separated values as it comes: UTF-8 or Latin-1, commas, semicolons or tabs, perhaps with a title above the header."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from leyenda.scenario.errors import InputError, shown
from leyenda.studies.record.loaders.kinds import KINDS, columns, recognised, refused

DELIMITERS = ",;\t|"
ABOVE = 40  # records among which the header is looked for
CHUNK = 1 << 20
Record = tuple[int, list[str]]


@dataclass(frozen=True)
class Sheet:
    """A file whose kind is known: its titles, where the columns of its kind stand, and its rows with the line each ends on."""

    file: str
    kind: str
    titles: list[str]
    columns: dict[str, int]
    rows: Iterator[Record]

    def cell(self, cells: list[str], key: str) -> str:
        """The cell of a column of the kind, "" if the file has no such column."""
        return cells[self.columns[key]] if key in self.columns else ""

    def title(self, key: str) -> str:
        """What the file calls a column."""
        return self.titles[self.columns[key]]


def opened(path: Path, kind: str | None = None) -> Sheet:
    """A file ready to be read. Raises InputError if it is no text, or no file of this kind (of any kind if none is said)."""
    among, encoding = (kind,) if kind else KINDS, encoding_of(path)
    heads = [(mark, head(path, encoding, mark)) for mark in DELIMITERS]
    for mark, lines in heads:
        for line, titles in lines:
            if found := recognised(titles, among):
                return Sheet(path.name, found, titles, columns(found, titles), rows(path, encoding, mark, line, len(titles)))
    first = next(records(path, encoding, DELIMITERS[0]), None)  # raises what is wrong with the CSV, if that is what is wrong
    if first is None:
        raise InputError(path.name, 0, "", "is empty", "a header and rows")
    raise refused(path.name, *max((record for _, lines in heads for record in lines), key=lambda record: len(record[1])), among)


def head(path: Path, encoding: str, delimiter: str) -> list[Record]:
    """The first records as far as they can be read with this delimiter."""
    found = []
    try:
        for record in islice(records(path, encoding, delimiter), ABOVE):
            found.append(record)
    except InputError:  # quotes that do not fit: another delimiter may, and if none does it is said then
        pass
    return found


def encoding_of(path: Path) -> str:
    """UTF-8 if all of the file is, else Latin-1, in which any byte is a letter; a NUL is in neither."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    if not path.is_file():
        found = "is a folder" if path.is_dir() else "is no file of text" if path.exists() else "is missing"
        raise InputError(key=shown(str(path)), found=found, expected="a file")
    try:
        for chunk in chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        for _ in chunks(path):
            pass
        return "latin-1"
    return "utf-8-sig"


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, if it is one of text."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk:
                raise InputError(path.name, 0, "", "is no text", "a CSV file: unpack it, or save the sheet as CSV in UTF-8")
            yield chunk


def records(path: Path, encoding: str, delimiter: str) -> Iterator[Record]:
    """Records that are not blank, their cells without blanks around them, and the line each ends on."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                if any(stripped := [cell.strip() for cell in cells]):
                    yield reader.line_num, stripped
        except csv.Error as error:
            raise InputError(path.name, reader.line_num, "", f"is not valid CSV ({error})") from None


def rows(path: Path, encoding: str, delimiter: str, header: int, width: int) -> Iterator[Record]:
    """Records below the header. One with a single cell in a wider file is a note, such as "Source: ..."."""
    for line, cells in records(path, encoding, delimiter):
        if line <= header or (width > 2 and sum(map(bool, cells)) == 1):
            continue
        if len(cells) < width or any(cells[width:]):
            raise InputError(path.name, line, "", f"has {len(cells)} cells", f"{width}, as the header has")
        yield line, cells
