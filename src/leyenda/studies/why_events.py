"""The same event in other worlds: what it is, what becomes of it there, and how it is vetoed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.acts import Veto
from leyenda.acts.veto import vetoable
from leyenda.world.names import EVENTS

Block = npt.NDArray[Any]
SPAN = 13  # weeks that a veto lasts, and that an event may be early or late and still be the same
SAME, OTHERWISE, NEVER = "same", "otherwise", "never"


@dataclass(frozen=True)
class Event:
    """An event in terms that hold in other worlds: what, and the lineage keys of its people and organisation (0: nobody)."""

    number: int
    week: int
    kind: int
    parties: tuple[int, int]
    place: tuple[int, int]

    @property
    def same(self) -> tuple[int, ...]:
        """What another event must share to be the same: people, or else organisation and plaza."""
        return self.parties if any(self.parties) else self.place


def said(block: Block, number: int) -> Event:
    """An event of a world."""
    log = block["events"]
    week, kind, who, whom, o, plaza = (int(log[name][number]) for name in ("week", "kind", "who", "whom", "organisation", "plaza"))
    parties = key(block, "people", who), key(block, "people", whom)
    return Event(number, week, kind, parties, (key(block, "organisations", o), plaza))


def key(block: Block, table: str, row: int) -> int:
    """A lineage key; 0 for nobody."""
    return int(block[table]["key"][row]) if row >= 0 else 0


def alike(block: Block, event: Event, since: int) -> Iterator[Event]:
    """Events of the same kind in another world, from a week on."""
    log = block["events"]
    rows = (log["kind"] == event.kind) & (log["week"] >= since) & (np.arange(len(log["kind"])) < log["count"])
    yield from (said(block, number) for number in np.flatnonzero(rows).tolist())


def happens(block: Block, event: Event, first: int, last: int) -> bool:
    """Whether the same happens in another world in these weeks (last not included)."""
    return any(other.same == event.same and other.week < last for other in alike(block, event, first))


def became(block: Block, event: Event, since: int) -> str:
    """What became of an event in another world, from a week on: SAME, OTHERWISE or NEVER."""
    if happens(block, event, max(since, event.week - SPAN), event.week + SPAN + 1):
        return SAME
    main = 1 if event.parties[1] else 0  # whom it befell, or else who did it
    again = any(other.same == event.same or event.same[main] == other.same[main] != 0 for other in alike(block, event, since))
    return OTHERWISE if again else NEVER


def veto_on(event: Event) -> Veto | None:
    """The veto on an event for a quarter from its week; None if it is not drawn for, or nobody is known who could be kept from it."""
    kind = EVENTS[event.kind]
    if not vetoable(kind):
        return None
    who, whom = (np.uint64(party) if party else None for party in event.parties)
    plaza = event.place[1] if event.place[1] >= 0 else None
    try:
        return Veto(week=event.week, until=event.week + SPAN, kind=kind, who=who, whom=whom, plaza=plaza)
    except ValueError:
        return None
