"""The whole world as one block of bytes: switches, parameters and every table, each declared once in its own file."""

from functools import cache

import numpy as np

from leyenda.base.fields import Record
from leyenda.world.authority import BANK, NATION, OFFICE, TASK_FORCE
from leyenda.world.economy import DRIVER, MARKET, POPULATION, TERM, TIE
from leyenda.world.ledger import INSIDE, KINDS, LEDGER
from leyenda.world.log import BY_ORGANISATION, BY_PLAZA, CAUSE, EVENT, FLOWS, SCRATCH, SEAT, SERIES
from leyenda.world.organisation import ORGANISATION, WAR
from leyenda.world.person import PERSON
from leyenda.world.rates import NAMES, OVERRIDE, POLICY, RATE
from leyenda.world.territory import PLAZA, PRESENCE

TABLES: dict[str, Record] = {
    "people": PERSON,
    "ties": TIE,
    "plazas": PLAZA,
    "organisations": ORGANISATION,
    "presences": PRESENCE,
    "wars": WAR,
    "offices": OFFICE,
    "banks": BANK,
    "task_forces": TASK_FORCE,
    "nation": NATION,
    "market": MARKET,
    "drivers": DRIVER,
    "terms": TERM,
    "population": POPULATION,
    "rates": RATE,
    "policies": POLICY,
    "overrides": OVERRIDE,
    "events": EVENT,
    "causes": CAUSE,
    "ledger": LEDGER,
    "series": SERIES,
    "by_plaza": BY_PLAZA,
    "by_organisation": BY_ORGANISATION,
    "flows": FLOWS,
    "seat": SEAT,
    "scratch": SCRATCH,
}

SIZES: dict[str, dict[str, int]] = {
    "standard": {
        "people": 1024, "ties": 1024, "plazas": 16, "organisations": 192, "offices": 96, "banks": 16, "wars": 256,
        "task_forces": 128, "years": 64, "terms": 256, "events": 16384, "causes": 49152,
    },
    "large": {
        "people": 4096, "ties": 4096, "plazas": 40, "organisations": 512, "offices": 256, "banks": 32, "wars": 1024,
        "task_forces": 512, "years": 64, "terms": 1024, "events": 65536, "causes": 196608,
    },
    "vast": {
        "people": 7168, "ties": 7168, "plazas": 136, "organisations": 1280, "offices": 512, "banks": 32, "wars": 2048,
        "task_forces": 1024, "years": 64, "terms": 5120, "events": 131072, "causes": 393216,
    },
}
FIXED = {"policies": 16, "overrides": 32, "rate_names": len(NAMES)}
FULL = ("", "events", "causes", "people", "organisations", "wars", "ties", "task_forces")


@cache
def world_dtype(size: str, parameters: tuple[tuple[str, tuple[str, ...]], ...], switches: tuple[str, ...]) -> np.dtype:
    """The dtype of one world: `parameters` lists each rule's names, `switches` every switch."""
    capacity = SIZES[size] | {"log_weeks": 52, "kinds": len(KINDS), "accounts": INSIDE, **FIXED}
    par = np.dtype([(rule, np.dtype([(name, "f8") for name in names])) for rule, names in parameters if names], align=True)
    on = np.dtype([(switch, "u1") for switch in switches])
    tables = [(name, record.dtype(capacity)) for name, record in TABLES.items()]
    return np.dtype([("key", "u8"), ("error", "i8"), ("par", par), *tables, ("on", on)], align=True)
