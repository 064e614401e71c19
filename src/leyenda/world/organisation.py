"""Organisation and war: who stands together, and who fights whom."""

from leyenda.base.fields import Record, count, flag, key, real, share, whole

ORGANISATION = Record(
    "Organisation",
    "organisations",
    "a federation, a cartel, a splinter or a local group",
    {
        "count": count("organisations there have ever been"),
        "key": key("lineage key"),
        "head": whole("who leads it", "person"),
        "parent": whole("organisation it came out of", "organisation"),
        "founded": whole("when it began", "week", -3000),
        "ended": whole("when it ended", "week"),
        "local": flag("a local group: one plaza, no exports"),
        "seat": whole("plaza the head runs himself", "plaza"),
        "treasury": real("dirty cash", "M$", 0),
        "laundered": real("cash a bank made clean", "M$", 0),
        "demanded": share("share of a capo's margin that the head demands"),
        "members": whole("members", "persons", 0),
        "strength": real("strength of all who lead in it", "members", 0),
        "exports": real("product delivered last week", "t/week", 0),
        "share": share("share of all exports, averaged over a quarter"),
        "revenue": real("income, averaged over a quarter", "M$/week", 0),
        "revenue_year": real("income, averaged over a year", "M$/week", 0),
        "bribes": real("bribes, averaged over a quarter", "M$/week", 0),
        "defeat": share("recent losses others can see"),
        "defeat_event": whole("the latest of them", "event", -1),
        "empty": whole("week since which its seat has been empty or ignored", "week"),
        "pact": flag("a pact holds", "organisations"),
        "pact_event": whole("event that made it", "event", -1, 1e18, "organisations"),
        "at_war": flag("open war", "organisations"),
        "war": whole("that war", "war", -1, 1e18, "organisations"),
        "hostility": real("memory of what was done", "wrongs", 0, 10, "organisations"),
        "hostility_event": whole("the worst of it", "event", -1, 1e18, "organisations"),
        "deaths": whole("members killed this week", "persons/week", 0),
        "births": whole("organisations that came out of it", "organisations", 0),
        "event": whole("event that began it", "event", -1),
        "held": whole("weeks its head has commanded at least half of all exports", "weeks", 0),
    },
)

WAR = Record(
    "War",
    "wars",
    "an open conflict between two organisations",
    {
        "count": count("wars there have been"),
        "a": whole("one side", "organisation"),
        "b": whole("the other", "organisation"),
        "began": whole("first week", "week"),
        "ended": whole("last week", "week"),
        "deaths_a": whole("dead of one side", "persons", 0),
        "deaths_b": whole("dead of the other", "persons", 0),
        "bystanders": whole("dead who had no part in it", "persons", 0),
        "event": whole("event that began it", "event", -1),
    },
)
