"""C20: the patron is arrested or spared: what he loses by it, and what those lose who lived off him."""

from collections.abc import Mapping

from leyenda.acts import Remove, Spare
from leyenda.engine.outcome import Outcome
from leyenda.studies.claims.claim import Outcomes
from leyenda.studies.claims.reading import nothing, patron, ratio, total
from leyenda.studies.claims.watch import Block, Watch
from leyenda.studies.intervals import Values
from leyenda.world.ledger import KINDS
from leyenda.world.names import CAPO, FREE, HEAD

WEEK, SINCE, END, EVERY = 260, 364, 416, 4
NAMES = ("his_removed", "his_spared", "theirs_removed", "theirs_spared", "part_his", "part_theirs")
THEIRS = [KINDS.index(kind) for kind in ("bribe", "bribe_capo", "bribe_insider", "laundering_fee", "laundering_fee_person")]


def incomes(block: Block, week: int) -> dict[int, float]:
    """What each free head and capo brings home a week, M$: his plaza's margin, and a head's share of the revenue."""
    people, organisations, share = block["people"], block["organisations"], float(block["par"]["spend"]["head_share"])
    found = {}
    for i in range(int(people["count"])):
        o, role = int(people["organisation"][i]), int(people["role"][i])
        if o >= 0 and people["status"][i] == FREE and role in (HEAD, CAPO):
            led = float(organisations["revenue"][o]) if organisations["head"][o] == i else 0.0
            found[i] = float(people["margin"][i]) + share * led
    return found


LOOK = Watch(week=SINCE, until=END, every=EVERY, read=incomes)
ARMS = {"removed": (Remove(target="patron", week=WEEK), LOOK), "spared": (Spare(target="patron", week=WEEK), LOOK)}


def his(outcome: Outcome, person: int) -> float:
    """What the patron has earned in the third year, M$: one week in four is looked at."""
    return float(EVERY * sum(note.get(person, 0.0) for _, note in outcome.notes))


def theirs(outcome: Outcome) -> float:
    """What protectors and banks have earned in it, M$."""
    return float(outcome.ledger[SINCE:END, THEIRS].sum())


def measure(outcomes: Outcomes) -> Mapping[str, float]:
    """Incomes of the third year in both arms, M$, and of the spared man's arm per dollar that organisations earn."""
    spared, person = outcomes["spared"], patron(outcomes["spared"], WEEK)
    if person < 0:
        return nothing(*NAMES)
    found: dict[str, float] = {}
    for arm, one in outcomes.items():
        found |= {f"his_{arm}": his(one, person), f"theirs_{arm}": theirs(one)}
    earned = total(spared, "revenue", SINCE, END)
    left = found["his_removed"] / found["his_spared"] if found["his_spared"] else 0.0
    parts = {"part_his": found["his_spared"] / earned, "part_theirs": found["theirs_spared"] / earned}
    return {"effect": found["theirs_removed"] / found["theirs_spared"] - left, **found, **parts}


def statistic(values: Mapping[str, Values]) -> float:
    """What they keep less what he keeps: the share he loses less the share they lose."""
    return ratio(values, "theirs_removed", "theirs_spared") - ratio(values, "his_removed", "his_spared")
