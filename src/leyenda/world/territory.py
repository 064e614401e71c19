"""Plaza and presence: where it happens, and who holds it."""

from leyenda.base.fields import Record, count, key, real, share, whole

PLAZA = Record(
    "Plaza",
    "plazas",
    "a territory: a Mexican state, or a market region abroad",
    {
        "count": count("plazas there are"),
        "key": key("lineage key"),
        "side": whole("side of the border", "side", 0, 1),
        "x": real("position east", "km"),
        "y": real("position north", "km"),
        "population": real("people living there", "persons", 0),
        "exposed": real("people exposed to recruitment", "persons", 0),
        "production": share("part of the product that the country can grow, land or store"),
        "crossing": share("part of the product that all crossings can carry"),
        "road": real("distance by road, under 0: none", "km", -1, 1e9, "plazas"),
        "near": whole("1 if neighbours", "", 0, 1, "plazas"),
        "rents": real("local rents under full control: extortion, fuel, retail", "M$/year", 0),
        "rent_level": real("local rents relative to the start: they grow where control is held", "ratio", 0),
        "margin": real("multiplies what the plaza earns; 1 unless an experiment changes it", "ratio", 0),
        "protection": share("protection by its bought posts and continuity in office"),
        "continuity": share("continuity in office: falls at alternation, returns over years"),
        "heat": real("public and official alarm here", "alarm", 0, 5),
        "heat_event": whole("events behind the alarm", "event", -1, 1e18, 3),
        "heat_part": real("their contributions", "alarm", 0, 1e9, 3),
        "background": real("homicides that have nothing to do with organisations", "per year", 0),
        "background_level": real("their level relative to the trend", "log", -3, 3),
        "load": real("product through its crossing, averaged over a month", "t/week", 0),
        "exports": real("product delivered through it this week", "t/week", 0),
        "deaths": whole("killed in the conflict this week, bystanders included", "persons/week", 0),
        "deaths_members": whole("of which members", "persons/week", 0),
        "homicides": whole("all homicides this week", "persons/week", 0),
    },
)

PRESENCE = Record(
    "Presence",
    "organisations",
    "an organisation's people in one plaza",
    {
        "members": whole("members", "persons", 0, 1e9, "plazas"),
        "capo": whole("who runs it", "person", -1, 1e18, "plazas"),
        "control": share("share of control of the plaza", "plazas"),
        "vacant": whole("week since which it has had no capo", "week", -1, 1e18, "plazas"),
        "vacated": whole("event that left it without one", "event", -1, 1e18, "plazas"),
        "exports": real("product delivered from here last week", "t/week", 0, 1e9, "plazas"),
        "gross": real("income of last week", "M$/week", 0, 1e9, "plazas"),
        "cover": share("weight of the plaza's posts that protected it at the start of the week", "plazas"),
        "births": whole("people who rose by name here", "persons", 0, 1e18, "plazas"),
        "arrested": whole("members arrested this week", "persons/week", 0, 1e9, "plazas"),
    },
)
