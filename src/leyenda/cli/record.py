"""leyenda record: what a public file of deaths holds, and what it lacks."""

from pathlib import Path
from typing import Literal

from leyenda.cli.errors import DONE, WrongInput


def record(file: Path, /, *, kind: Literal["ucdp", "acled", "inegi", "sesnsp"] | None = None, out: Path | None = None) -> int:
    """Read a public file of deaths and say what it holds: years, states, totals by year, and what is missing.

    Parameters
    ----------
    file
        A CSV file as it was published: events of UCDP GED or ACLED, homicides of INEGI, victims of SESNSP.
    kind
        Which of these it is (recognised by its columns).
    out
        Write a FILE.csv with one row a state, time and dyad: state, year, month, deaths, dyad, source.
    """
    from rich.console import Console

    from leyenda.studies.record.loaders import load, write
    from leyenda.studies.record.loaders.summary import sentences, table

    check_out(file, out)
    loaded = load(file, kind)
    console = Console(soft_wrap=True, highlight=False, markup=False)
    for sentence in sentences(loaded):
        console.print(sentence)
    console.print(table(loaded))
    if out:
        write(loaded.rows, out)
        print(f"{len(loaded.rows):,} rows are in {out}.")
    return DONE


def check_out(file: Path, out: Path | None) -> None:
    """What is written may not be what is read, nor a folder."""
    if out is None:
        return
    if out.suffix != ".csv" or out.is_dir():
        raise WrongInput(f"{out} is {'a folder' if out.is_dir() else 'no CSV file'}; choose a name that ends in .csv.")
    if out.exists() and file.exists() and out.samefile(file):
        raise WrongInput(f"{out} is the file that is read; choose another name.")
