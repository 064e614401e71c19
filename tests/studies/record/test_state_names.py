"""Names of states, however a file writes them."""

import pytest

from leyenda.scenario import InputError
from leyenda.scenario.files import read_table
from leyenda.scenario.loading import folder_of
from leyenda.studies.record.loaders.states import NATION, NOWHERE, place, states

AT = ("given.csv", 3)


def test_states_are_the_plazas_of_the_scenario() -> None:
    plazas, _ = read_table(folder_of("mexico-2006"), "plazas")
    assert sorted(states()) == sorted(row["name"] for row in plazas if row["side"] == "home")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("México", "Estado de Mexico"), ("Estado de México", "Estado de Mexico"), ("MEXICO", "Estado de Mexico"),
        ("Mexico state", "Estado de Mexico"),
        ("Veracruz de Ignacio de la Llave", "Veracruz"), ("Distrito Federal", "Ciudad de Mexico"), ("Ciudad de México", "Ciudad de Mexico"),
        ("Michoacán de Ocampo", "Michoacan"), ("Coahuila de Zaragoza", "Coahuila"), ("Baja California Sur state", "Baja California Sur"),
        ("Estado Libre y Soberano de Querétaro", "Queretaro"), ("  san   luis potosí ", "San Luis Potosi"), ("Q. Roo", "Quintana Roo"),
        ("09", "Ciudad de Mexico"), ("9", "Ciudad de Mexico"), ("32", "Zacatecas"),
        ("09 Distrito Federal", "Ciudad de Mexico"), ("State of Jalisco", "Jalisco"),
        ("", NOWHERE), ("No especificado", NOWHERE), ("99", NOWHERE), ("Estados Unidos Mexicanos", NATION), ("Total", NATION),
    ],
)  # fmt: skip
def test_a_state_by_any_name(written: str, meant: str) -> None:
    assert place(written, AT, "Entidad") == meant


NEARLY = {"Guanajuatoo": "Guanajuato", "Veracrus": "Veracruz", "Districto Federal": "Ciudad de Mexico"}


@pytest.mark.parametrize(("written", "meant"), NEARLY.items())
def test_a_wrong_name_gets_the_nearest(written: str, meant: str) -> None:
    with pytest.raises(InputError, match=f"given.csv, line 3: column 'Entidad' names '{written}', which is no state; did you mean {meant}"):
        place(written, AT, "Entidad")


@pytest.mark.parametrize("written", ["Atlantis", "33", "00x", "½", "12 13", "x" * 5000])
def test_a_name_like_none_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="which is no state; expected one of the 32 states"):
        place(written, AT, "Entidad")
