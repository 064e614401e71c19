"""Rates that policies change, the policies in force, and the draws an experiment has overridden.

A policy never reaches into state: it multiplies or adds to a rate that a rule reads. While no policy is in force every
rate is neutral: 1 if it multiplies, 0 if it adds.
"""

from leyenda.base.fields import Record, count, flag, key, real, share, whole

TIMES, PLUS = "times", "plus"

# name, how a policy changes it, unit, meaning
RATES = (
    ("recruitment", TIMES, "ratio", "recruits who join"),
    ("ranks_arrested", TIMES, "ratio", "members without a name who are arrested"),
    ("arrest", TIMES, "ratio", "hazard of arrest of people by name"),
    ("arrest_at_war", TIMES, "ratio", "the same for those whose organisation is at war"),
    ("seizure", TIMES, "ratio", "share of a load seized at a crossing"),
    ("demand", TIMES, "ratio", "what consumers would take at the base price"),
    ("price", TIMES, "ratio", "base price"),
    ("deployment", PLUS, "share of the largest", "soldiers deployed: they undo protection and clash"),
    ("heads_removed", PLUS, "per head and year", "heads taken by a removal campaign"),
    ("capos_removed", PLUS, "per capo and year", "capos taken by it"),
    ("lieutenants_removed", PLUS, "per lieutenant and year", "lieutenants taken by it"),
    ("brokers_removed", PLUS, "per year, for the best connected", "people taken for their ties, in proportion to them"),
    ("removed_dead", PLUS, "share", "of those taken by a campaign who are killed"),
    ("vetting", PLUS, "logit", "posts at home: reluctance to take a bribe, and readiness to let a client go"),
    ("compliance_home", PLUS, "share", "care of banks at home"),
    ("compliance_abroad", PLUS, "share", "care of banks abroad"),
    ("extradition", PLUS, "share", "readiness to extradite"),
    ("informing", PLUS, "motive", "reward and safety of who informs"),
    ("violence_deterred", PLUS, "value", "what an attack costs beyond what it always did"),
    ("war", TIMES, "ratio", "hazard that a war breaks out"),
    ("peace", PLUS, "logit", "readiness for a pact"),
)
NATIONAL = ("demand", "price", "compliance_home", "compliance_abroad", "extradition")  # one rate for everywhere
NAMES = tuple(name for name, _, _, _ in RATES)
NEUTRAL = {TIMES: 1.0, PLUS: 0.0}

RATE = Record(
    "Rate",
    "rates",
    "what policies make of the rates that rules read, this week",
    {
        "local": real("in each plaza", "", 0, 1e6, "plazas", "rate_names"),
        "multiplies": flag("policies multiply it (neutral: 1) rather than add to it (neutral: 0)", "rate_names"),
        "national": real("where no plaza is meant", "", 0, 1e6, "rate_names"),
    },
)

POLICY = Record(
    "Policy",
    "policies",
    "a policy in force: what it does to which rate, where, from when to when, and who carries it out",
    {
        "count": count("policies there are"),
        "start": whole("first week", "week"),
        "end": whole("week after the last", "week"),
        "intensity": real("how much of it: 1 as described", "ratio", 0, 100),
        "institution": whole("who carries it out, or -1: nobody who can be bought", "institution", -1, 7),
        "side": whole("on which side of the border", "side", 0, 1),
        "everywhere": flag("in every plaza and where no plaza is meant"),
        "there": flag("in these plazas", "plazas"),
        "effect": real("at full intensity, on each rate", "", -1e6, 1e6, "rate_names"),
        "carried": share("part of it that was carried out last week where no plaza is meant"),
    },
)

OVERRIDE = Record(
    "Override",
    "overrides",
    "draws that an experiment has fixed: a decision forced or vetoed",
    {
        "count": count("there are"),
        "decision": whole("which decision", "decision"),
        "who": key("lineage key of who decides; 0: anybody"),
        "whom": key("lineage key of whom it is about; 0: anybody"),
        "start": whole("first week, as the decision counts weeks", "week"),
        "end": whole("week after the last", "week"),
        "draw": share("what is drawn instead"),
    },
)
