"""Small made-up files as the publishers lay them out; no figure in them is real."""

from pathlib import Path

UCDP = """id,year,type_of_violence,side_a,side_b,dyad_name,adm_1,country,date_start,date_prec,best
1,2004,2,Red Cell,Blue Cell,Red Cell - Blue Cell,Michoacán state,Mexico,2004-03-02 00:00:00.000,1,3
2,2004,2,Red Cell,Blue Cell,Red Cell - Blue Cell,Michoacan state,Mexico,2004-03-30 00:00:00.000,2,4
3,2006,3,Red Cell,Civilians,Red Cell - Civilians,México state,Mexico,2006-01-01 00:00:00.000,5,2
4,2006,2,Red Cell,Blue Cell,,,Mexico,2006-02-01 00:00:00.000,1,1
5,2006,2,Far Cell,Blue Cell,Far Cell - Blue Cell,Far Province,Farland,2006-02-01 00:00:00.000,1,50
"""
ACLED = """event_id_cnty,event_date,event_type,actor1,actor2,admin1,country,fatalities
FAR1,05 March 2003,Battles,Red Cell,Blue Cell,Nuevo León,Mexico,2
FAR1,05 March 2003,Battles,Blue Cell,Red Cell,Nuevo León,Mexico,2
FAR2,2003-04-01,Violence against civilians,Red Cell,,Mexico City,Mexico,1
"""
INEGI_LONG = """Entidad,Año,Mes,Homicidios
Veracruz de Ignacio de la Llave,1991,enero,4
Veracruz de Ignacio de la Llave,1991,2,5
Distrito Federal,1991,Enero,"1,003"
20,1991,1,7
"""
INEGI_WIDE = """Defunciones por homicidio

"Entidad de ocurrencia","Total","1990","1991","1993"
Total,40,12,13,15
Querétaro Arteaga,6,1,2,3
México,29,10,10,9
Coahuila de Zaragoza,1,1,0,N/D
No especificado,1,0,0,1
Extranjero,3,0,1,2
Fuente: made up.
"""
MONTHS = "Enero,Febrero,Marzo,Abril,Mayo,Junio,Julio,Agosto,Septiembre,Octubre,Noviembre,Diciembre"
SESNSP = f"""Año,Clave_Ent,Entidad,Tipo de delito,Subtipo de delito,Modalidad,Sexo,Rango de edad,{MONTHS}
2001,31,Yucatán,Homicidio,Homicidio doloso,Con arma,Hombre,Adultos,1,2,3,4,5,6,7,8,9,10,,
2001,31,Yucatán,Homicidio,Homicidio doloso,Con arma,Mujer,Adultos,1,0,0,0,0,0,0,0,0,0,,
2001,31,Yucatán,Feminicidio,Feminicidio,Con arma,Mujer,Adultos,0,1,0,0,0,0,0,0,0,0,,
2001,31,Yucatán,Homicidio,Homicidio culposo,Otro,Mujer,Adultos,99,99,99,99,99,99,99,99,99,99,,
"""
BY_KIND = {"ucdp": UCDP, "acled": ACLED, "inegi": INEGI_WIDE, "sesnsp": SESNSP}


def put(folder: Path, text: str | bytes, encoding: str = "utf-8") -> Path:
    """The text as a file."""
    path = folder / "given.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path
