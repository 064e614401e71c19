"""The words of the model as small integers: roles, states of a person, institutions, sides of the border, kinds of events."""

HOME, ABROAD = 0, 1

HEAD, CAPO, LIEUTENANT, ASPIRANT, CAST_OUT, POLITICIAN, OFFICER, INVESTIGATOR, BANKER = range(9)
ROLES = ("head", "capo", "lieutenant", "aspirant", "cast_out", "politician", "officer", "investigator", "banker")

FREE, JAILED_HOME, JAILED_ABROAD, DEAD, RETIRED, INFORMANT = range(6)
STATUSES = ("free", "jailed_home", "jailed_abroad", "dead", "retired", "informant")

GOVERNMENT, POLICE, MILITARY, PROSECUTION, INTELLIGENCE, PRESIDENCY, BORDER, AGENCY = range(8)
INSTITUTIONS = ("government", "police", "military", "prosecution", "intelligence", "presidency", "border", "agency")

KIN, COMPADRAZGO, PARTNERSHIP, PATRONAGE = range(4)
TIES = ("kin", "compadrazgo", "partnership", "patronage")

EVENTS = (
    "begin", "red_line", "mistake", "task_force", "arrest", "kill", "escape", "extradition", "inform", "secede", "coup",
    "succeed", "split", "merge", "dissolve", "bribe", "drop_protection", "hand_over", "attack", "pact", "betray_pact",
    "purge", "cast_out", "enter", "office_change", "order", "promote", "pass_over", "leave", "retire", "die", "release",
    "found", "war", "peace", "fine", "punish", "marry", "expand", "report", "close_case", "reward",
    "federate",
)
(
    BEGIN, RED_LINE, MISTAKE, TASK_FORCE, ARREST, KILL, ESCAPE, EXTRADITION, INFORM, SECEDE, COUP,
    SUCCEED, SPLIT, MERGE, DISSOLVE, BRIBE, DROP_PROTECTION, HAND_OVER, ATTACK, PACT, BETRAY_PACT,
    PURGE, CAST_OUT_EVENT, ENTER, OFFICE_CHANGE, ORDER, PROMOTE, PASS_OVER, LEAVE, RETIRE, DIE, RELEASE,
    FOUND, WAR, PEACE, FINE, PUNISH, MARRY, EXPAND, REPORT, CLOSE_CASE, REWARD_EVENT,
    FEDERATE,
) = range(43)
