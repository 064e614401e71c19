"""Tie, market, drivers and terms: what binds people, what consumers pay, and what history hands in from outside."""

from leyenda.base.fields import Record, count, flag, real, share, single, whole

TIE = Record(
    "Tie",
    "ties",
    "kin, compadrazgo, partnership or patronage between two people",
    {
        "count": count("ties there are"),
        "a": whole("one", "person"),
        "b": whole("the other", "person"),
        "kind": whole("kind of tie", "tie", 0, 3),
        "strength": share("how much it binds"),
    },
)

MARKET = Record(
    "Market",
    "market",
    "consumers abroad",
    {
        "demand": single("what consumers would take at the base price", "t/week", 0),
        "base_price": single("price at which they would take it", "M$/t", 0),
        "price": single("what they pay", "M$/t", 0),
        "delivered": single("deliveries, averaged over a month", "t/week", 0),
        "carried": single("product that all crossings together can carry", "t/week", 0),
        "watch": single("how closely crossings are watched: root of border budgets over those of the start", "ratio", 0),
        "use": single("share of capacity that suppliers fill", "share", 0, 1),
    },
)

DRIVER = Record(
    "Driver",
    "years",
    "what changes from outside, by year, each relative to nothing in the model",
    {
        "count": count("years listed"),
        "demand": real("consumption abroad supplied through the country, at the base price", "t/year", 0),
        "price": real("base price", "M$/t", 0),
        "agency": real("budget of the agency abroad", "M$/year", 0),
        "border": real("budget at the border", "M$/year", 0),
        "enforcement": real("budget at home", "M$/year", 0),
        "deployment": share("soldiers deployed, share of the largest deployment"),
        "extradition": share("readiness to extradite"),
        "background": real("homicides outside the conflict relative to the first year", "ratio", 0),
    },
)

TERM = Record(
    "Term",
    "terms",
    "the calendar of office: when a post changes hands by law",
    {
        "count": count("changes listed"),
        "office": whole("post", "office"),
        "week": whole("week of the change", "week"),
        "alternation": flag("another party takes over"),
    },
)

POPULATION = Record(
    "Population",
    "population",
    "whom new people are drawn from: row 0 criminals, 1 officials, 2 bankers",
    {
        "mean": real("mean of ambition, guile, brutality, caution, integrity, ego", "share", 0, 1, 3, 6),
        "spread": real("standard deviation of each", "share", 0, 0.5, 3, 6),
        "age": real("mean age", "years", 15, 100, 3),
        "age_spread": real("its standard deviation", "years", 0, 40, 3),
    },
)
