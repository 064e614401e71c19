"""What is written down: events with causes, and the weekly series, of the world, of each plaza and of each organisation."""

from leyenda.base.fields import INT, Field, Record, count, real, whole

EVENT = Record(
    "Event",
    "events",
    "something that changed somebody's position",
    {
        "count": count("events so far"),
        "week": whole("when", "week"),
        "kind": whole("what", "event kind", 0, 63),
        "who": whole("who did it", "person"),
        "whom": whole("the one acted upon", "person"),
        "organisation": whole("whose", "organisation"),
        "plaza": whole("where", "plaza"),
        "amount": real("how much, in the unit of its kind", ""),
    },
)

CAUSE = Record(
    "Cause",
    "causes",
    "a link from an event to an earlier one that helped to bring it about",
    {
        "count": count("links so far"),
        "event": whole("effect", "event"),
        "cause": whole("cause, an earlier event", "event"),
        "weight": real("contribution, in the unit of the stock that carried it", "", 0),
    },
)


SERIES = Record(
    "Series",
    "log_weeks",
    "the state of the whole world at the end of each week",
    {
        "deaths": real("killed in the conflict, members and bystanders", "persons/week", 0),
        "deaths_members": real("members killed", "persons/week", 0),
        "homicides": real("deaths and background", "persons/week", 0),
        "exports": real("product delivered", "t/week", 0),
        "price": real("what consumers pay", "M$/t = US$/g", 0),
        "revenue": real("what organisations receive", "M$/week", 0),
        "organisations": real("active organisations", "organisations", 0),
        "organisations_major": real("with at least 1 % of members or two plazas", "organisations", 0),
        "concentration": real("Herfindahl index of control", "share", 0, 1),
        "members": real("members of all organisations", "persons", 0),
        "recruits": real("recruited", "persons/week", 0),
        "clashes": real("members killed in clashes with troops", "persons/week", 0),
        "arrests": real("arrested, members and people by name", "persons/week", 0),
        "bribes": real("bribes paid", "M$/week", 0),
        "laundered": real("cash laundered", "M$/week", 0),
        "seized": real("product seized", "t/week", 0),
        "corruption": real("posts and bank insiders bought", "share", 0, 1),
        "corruption_government_home": real("posts bought", "share", 0, 1),
        "corruption_police_home": real("posts bought", "share", 0, 1),
        "corruption_military_home": real("posts bought", "share", 0, 1),
        "corruption_bank_home": real("insiders bought", "share", 0, 1),
        "corruption_government_abroad": real("posts bought", "share", 0, 1),
        "corruption_police_abroad": real("posts bought", "share", 0, 1),
        "corruption_military_abroad": real("posts bought", "share", 0, 1),
        "corruption_bank_abroad": real("insiders bought", "share", 0, 1),
        "heat_home": real("national alarm at home", "alarm", 0, 5),
        "heat_abroad": real("alarm abroad", "alarm", 0, 5),
        "enforcement": real("spent at home on organised crime", "M$/week", 0),
        "top": real("head of the strongest organisation, -1 for none", "person", -1),
        "seat_held": real("1 while one head holds the seat: for 52 weeks at least half of all exports", "", 0, 1),
        "seat_holder": real("who holds it, -1 for nobody", "person", -1),
        "patron": real("who holds or last held the seat, -1 for nobody yet", "person", -1),
        "patron_hold": real("share of those under him who do what he asks, wherever he is", "share", 0, 1),
        "top_power": real("the top's share of his organisation's strength", "share", 0, 1),
        "top_ego": real("the top's ego", "share", 0, 1),
        "top_belief_error": real("mean error of his beliefs about those he commands", "share", 0, 1),
        "protection_top": real("share of an arrest hazard his protectors take away", "share", 0, 1),
        "wars": real("open wars", "wars", 0),
        "bystanders": real("killed who had no part in it", "persons/week", 0),
        "extraditions": real("handed over abroad", "persons/week", 0),
    },
)

BY_PLAZA = Record(
    "ByPlaza",
    "log_weeks",
    "each plaza at the end of each week",
    {
        "deaths": real("killed in the conflict", "persons/week", 0, 1e9, "plazas"),
        "homicides": real("all homicides", "persons/week", 0, 1e9, "plazas"),
        "exports": real("product delivered through it", "t/week", 0, 1e9, "plazas"),
        "members": real("members", "persons", 0, 1e9, "plazas"),
        "organisations": real("organisations present", "organisations", 0, 1e9, "plazas"),
        "concentration": real("Herfindahl index of control", "share", 0, 1, "plazas"),
        "protection": real("protection level", "share", 0, 1, "plazas"),
        "heat": real("alarm", "alarm", 0, 5, "plazas"),
    },
)

BY_ORGANISATION = Record(
    "ByOrganisation",
    "log_weeks",
    "each organisation at the end of each week; members -1 while it does not exist",
    {
        "members": real("members", "persons", -1, 1e9, "organisations"),
        "deaths": real("members killed", "persons/week", 0, 1e9, "organisations"),
        "plazas": real("plazas it is present in", "plazas", 0, 1e9, "organisations"),
        "head": real("who leads it", "person", -1, 1e9, "organisations"),
        "exports": real("product delivered", "t/week", 0, 1e9, "organisations"),
    },
)

FLOWS = Record(
    "Flows",
    "flows",
    "sums over the current week, emptied at its start",
    {
        "opened": whole("week they are of", "week"),
        "revenue": real("what organisations received", "M$", 0),
        "bribes": real("bribes paid", "M$", 0),
        "laundered": real("cash laundered", "M$", 0),
        "seized": real("product seized", "t", 0),
        "recruits": real("recruited", "persons", 0),
        "clashes": real("members killed in clashes with troops", "persons", 0),
        "arrests": real("arrested", "persons", 0),
        "extraditions": real("handed over abroad", "persons", 0),
        "exports": real("delivered", "t", 0),
        "bystanders": real("killed who had no part in it", "persons", 0),
    },
)

SEAT = Record(
    "Seat",
    "seat",
    "bookkeeping for the definition of the seat; no rule reads it",
    {
        "holder": whole("head who holds it", "person"),
        "patron": whole("the first who held it", "person"),
        "holder_organisation": whole("organisation of the holder", "organisation"),
        "organisation": whole("organisation he led", "organisation"),
        "fallen": whole("week his tenure ended by arrest, killing or coup", "week"),
        "needed": real("export share that now makes a patron", "share", 0, 1),
        "history": real("export share of the patron over the last year", "share", 0, 1, 52),
    },
)

SCRATCH = Record(
    "Scratch",
    "scratch",
    "room for a rule to think in; nothing in it outlives the thought",
    {
        "targets": whole("whom a head could act on", "", -1, 1e18, 7),
        "belief": real("value of each of his options as he believes it", "", -100, 100, 11),
        "truth": real("value of each of his options in truth", "", -100, 100, 11),
        "odds": real("odds of each of a subordinate's options", "", 0, 1e18, 6),
        "span": whole("how many of a list belong to each person or organisation", "persons", 0, 1e18, "people"),
        "first": whole("first of those on each list", "person", -1, 1e18, "people"),
        "alone": Field(INT, "first of those who belong to nobody", "person", -1, scalar=True),
        "next": whole("who follows each on his list", "person", -1, 1e18, "people"),
        "pull": real("weight of each crossing for a load", "", 0, 1e308, "plazas"),
        "worth": real("how much each plaza is fought for, relative to the average one", "ratio", 0, 1e308, "plazas"),
        "taken": real("what others together take of a load at each crossing", "share", 0, 1000, "plazas"),
        "holders": whole("organisations that hold a part of each crossing", "", 0, 1e18, "plazas"),
        "holder": whole("which ones, in their order", "organisation", -1, 1e18, "plazas", "organisations"),
    },
)
