"""Office, bank, task force and nation: the state and the banks, on both sides of the border."""

from leyenda.base.fields import Record, count, key, real, share, whole

OFFICE = Record(
    "Office",
    "offices",
    "a post: government, police, military on both sides; prosecution, intelligence, presidency at home; border and agency abroad",
    {
        "count": count("posts there are"),
        "key": key("lineage key"),
        "institution": whole("which institution", "institution", 0, 7),
        "side": whole("side of the border", "side", 0, 1),
        "plaza": whole("where, or -1: national", "plaza"),
        "holder": whole("who holds it", "person"),
        "holders": whole("how many have held it", "persons", 0),
        "client": whole("organisation it protects", "organisation"),
        "man": whole("man the deal was made with", "person"),
        "deal_event": whole("event that made the deal", "event", -1),
        "price": real("what is paid for it", "M$/week", 0),
        "worth": real("what its holder asks of a small client", "M$/week", 0),
        "offered": real("what the next-best client would pay", "M$/week", 0),
        "exposure": real("how much protecting his client shows", "exposure", 0, 10),
        "memory": real("what protection cost lately", "cost", 0, 5),
        "memory_event": whole("the event that taught it", "event", -1),
        "budget": real("what it spends on organised crime", "M$/year", 0),
    },
)

BANK = Record(
    "Bank",
    "banks",
    "a bank or cash house on one side of the border",
    {
        "count": count("banks there are"),
        "key": key("lineage key"),
        "side": whole("side of the border", "side", 0, 1),
        "plaza": whole("where, or -1: everywhere", "plaza"),
        "compliance": share("how carefully it looks"),
        "base": share("compliance it returns to"),
        "capacity": real("cash it can take", "M$/week", 0),
        "fee": share("what it keeps at full compliance"),
        "insider": whole("banker who decides", "person"),
        "holders": whole("how many have", "persons", 0),
        "client": whole("organisation whose man sits inside", "organisation"),
        "deal_event": whole("event that made him theirs", "event", -1),
        "price": real("what he is paid", "M$/week", 0),
        "taken": real("cash taken this week", "M$/week", 0),
        "laundered": real("all it ever took", "M$", 0),
        "reported": real("all it ever reported", "M$", 0),
        "fined": real("all it was ever fined", "M$", 0),
        "earned": real("fees kept", "M$", 0),
    },
)

TASK_FORCE = Record(
    "TaskForce",
    "task_forces",
    "a dedicated investigation",
    {
        "count": count("there have been"),
        "sponsor": whole("office behind it", "office"),
        "lead": whole("investigator who leads it", "person"),
        "opened": whole("first week", "week"),
        "closed": whole("last week", "week"),
        "organisation": whole("organisation it is after", "organisation"),
        "target": whole("man it is after", "person"),
        "fixation": share("how personal it has become for its lead"),
        "budget": real("effort relative to an ordinary case", "ratio", 0),
        "event": whole("event that opened it", "event", -1),
        "cause": whole("deed it was opened for", "event", -1),
    },
)

NATION = Record(
    "Nation",
    "nation",
    "what a whole side of the border feels and spends; index 0 home, 1 abroad",
    {
        "heat": real("national alarm", "alarm", 0, 5, 2),
        "heat_event": whole("events behind the alarm", "event", -1, 1e18, 2, 3),
        "heat_part": real("their contributions", "alarm", 0, 1e9, 2, 3),
        "effort": real("effort against organised crime relative to the start", "ratio", 0, 1e6, 2),
        "budget": real("what is budgeted for it", "M$/year", 0, 1e9, 2),
        "people": real("living on that side", "persons", 0, 1e12, 2),
        "ranks": real("members of all organisations at the start", "persons", 0, 1e9),
    },
)
