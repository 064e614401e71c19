"""What the worlds of a run have in common, as sentences with counts: counts over these worlds, no verdicts.

The definitions are those of results.sequence. A count of what follows within some years is over the worlds whose run
goes on for as long after the first event; a world that ends sooner is in neither number.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.record import History, history
from leyenda.results.wording import label, listed, of, range_of, read, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
CLAIMS = ("C05", "C06", "C12", "C13", "C15")
HALF = 0.5
LEAST_SUCCESSORS = 4  # where no record says another number


@dataclass
class Findings:
    """The sequence of every world, computed once, and the sentences made of it."""

    runs: "Runs"

    @cached_property
    def them(self) -> sequence.Patrons:
        """The patrons."""
        return sequence.patrons(self.runs)

    @cached_property
    def seated(self) -> int:
        """Worlds in which somebody held the seat."""
        return int((self.them.who >= 0).sum())

    @cached_property
    def steps(self) -> dict[str, Array]:
        """Weeks of the dated steps."""
        return sequence.steps(self.runs, self.them)

    @cached_property
    def successors(self) -> Array:
        """Successors two years after the fall."""
        return sequence.successors(self.runs, self.them)

    @cached_property
    def again(self) -> Array:
        """Weeks until the seat is held again."""
        return sequence.held_again(self.runs, self.them)

    @cached_property
    def kept(self) -> Array:
        """Control from prison a year after the arrest."""
        return sequence.control_kept(self.runs, self.them)

    @cached_property
    def record(self) -> History:
        """What the record says."""
        return history(self.runs.scenario)

    def sentences(self) -> list[str]:
        """The patron's fate, who came after, and the claims, one sentence or two each."""
        if not self.seated:
            return [text("findings", "fate_nobody", worlds=of(0, len(self.them.who), "worlds"))]
        return [
            fate(self),
            heirs(self),
            red_line(self),
            associates(self),
            prison(self),
            new_heads(self),
            branches(self),
        ]


def followed(found: Findings, start: Array, weeks: int) -> Array:
    """Worlds in which something began early enough to be followed for some weeks."""
    return sequence.observed(found.runs, start + weeks)


def within(later: Array, start: Array, weeks: int) -> Array:
    """Whether something came within some weeks of its start."""
    soon: Array = np.nan_to_num(later - start, nan=np.inf) <= weeks
    return soon


def ways(found: Findings, section: str, key: str, last: str) -> str:
    """How tenures ended, the most frequent way first: "arrested in 158 and killed in 22"."""
    hows = np.where(found.them.how == "", "none", found.them.how)[found.them.who >= 0]
    counts = {name: int((hows == name).sum()) for name in read("en")[section]}
    some = sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])
    return listed([text("findings", key, how=label(section, name), count=counts[name]) for name in some], last)


def fate(found: Findings) -> str:
    """In how many worlds he fell, and how."""
    worlds, fell = len(found.them.who), int((~np.isnan(found.them.fall)).sum())
    if worlds == 1:
        return f"{fate_of_one(found.runs, found.them)}."
    rest = text("findings", "fate_others" if fell else "fate_all", ways=ways(found, "kept", "other_way", "or"))
    others = rest if fell < found.seated else ""
    unheld = (
        text("findings", "fate_unheld", worlds=of(worlds - found.seated, worlds, "worlds"))
        if found.seated < worlds
        else ""
    )
    falls = ways(found, "ends", "way", "and")
    return text(
        "findings",
        "fate" if fell else "fate_no_fall",
        fell=of(fell, found.seated, "worlds"),
        ways=falls,
        others=others,
        nobody=unheld,
    )


def fate_of_one(runs: "Runs", them: sequence.Patrons) -> str:
    """What became of the only patron there is, without a full stop."""
    how = str(them.how[0]) or "none"
    until = runs.weeks if np.isnan(them.until[0]) else them.until[0]
    time = things(round(float(until - them.since[0]) / YEAR, 1), "year")
    if how in sequence.FALLS:
        return text(
            "findings", "fate_one", how=label("ends", how), year=runs.scenario.start + int(until // YEAR), time=time
        )
    return text(
        "findings", "fate_one_kept" if how in ("none", "death") else "fate_one_left", how=label("kept", how), time=time
    )


def heirs(found: Findings) -> str:
    """How many stood in his organisation's place, and whether the seat was held again."""
    known, fell = found.successors[~np.isnan(found.successors)], ~np.isnan(found.them.fall)
    if not fell.any():
        return text("findings", "heirs_no_fall")
    if not len(known):
        return text("findings", "heirs_none") + seat(found, int(fell.sum()))
    key = "heirs" if len(known) > 1 else "heirs_one"
    middle = things(float(np.median(known)), "organisation")
    return text("findings", key, heirs=middle, range=range_of(known)) + seat(found, int(fell.sum()))


def seat(found: Findings, falls: int) -> str:
    """Whether the seat was held again, and after how long."""
    again = found.again[~np.isnan(found.again)]
    weeks = things(float(np.median(again)), "week") if len(again) else ""
    if falls == 1:
        return text("findings", "again_one" if len(again) else "again_not", weeks=weeks)
    return text("findings", "again" if len(again) else "again_none", again=of(len(again), falls, "worlds"), weeks=weeks)


def red_line(found: Findings) -> str:
    """C05: what follows a red line."""
    line = found.steps["red_line"]
    crossed = ~np.isnan(line)
    says = of(int(crossed.sum()), found.seated, "worlds")
    if not crossed.any():
        other = len(np.unique(sequence.events(found.runs, "red_line")["at"]))
        others = text("findings", "C05_others", worlds=things(other, "world")) if other else ""
        return text("findings", "C05_none", crossed=says, others=others)
    year, five = followed(found, line, YEAR), followed(found, line, 5 * YEAR)
    opened = of(int(within(found.steps["task_force"], line, YEAR)[year].sum()), int(year.sum()))
    fell = of(int(within(found.them.fall, line, 5 * YEAR)[five].sum()), int(five.sum()))
    key = "C05" if five.any() else "C05_unseen" if year.any() else "C05_late"
    return text("findings", key, crossed=says, opened=opened, fell=fell)


def associates(found: Findings) -> str:
    """C06: associates arrested while he sits protected."""
    many, first = sequence.associates_before(found.runs, found.them)
    some = ~np.isnan(first)
    before = of(int(some.sum()), found.seated, "worlds")
    if not some.any():
        return text("findings", "C06_none", before=before)
    at, week = np.flatnonzero(some), first[some].astype(int)
    series = found.runs.series
    seen = series["top"].values[at, week] == found.them.who[at]
    shield = series["protection_top"].values[at, week][seen]
    protected = of(int((shield >= HALF).sum()), int(seen.sum()))
    key = "C06" if seen.any() else "C06_unseen"
    return text(
        "findings", key, before=before, many=things(float(np.median(many[some])), "person"), protected=protected
    )


def prison(found: Findings) -> str:
    """C12: control from prison."""
    kept = found.kept[~np.isnan(found.kept)]
    if not len(kept):
        return text("findings", "C12_none")
    half, nothing = of(int((kept >= HALF).sum()), len(kept)), of(int((kept <= 0.0).sum()), len(kept))
    return text("findings", "C12", custody=things(len(kept), "world"), half=half, nothing=nothing)


def new_heads(found: Findings) -> str:
    """C13: the seat, and what is delivered, after the fall."""
    fall = found.them.fall
    year = followed(found, fall, YEAR)
    if not year.any():
        return text("findings", "C13_none")
    again = of(int((found.again[year] <= YEAR).sum()), int(year.sum()))
    before, after = around(found.runs, "exports", fall, YEAR, YEAR)
    whole = year & ~np.isnan(before)
    exports = of(int((after[whole] >= before[whole]).sum()), int(whole.sum()))
    return text("findings", "C13" if whole.any() else "C13_seat", again=again, exports=exports)


def branches(found: Findings) -> str:
    """C15: capos who break away, and successors."""
    capos = sequence.branched(found.runs, found.them)
    seen = ~np.isnan(capos)
    if not seen.any():
        return text("findings", "C15_none")
    broke, median = of(int((capos[seen] > 0).sum()), int(seen.sum())), things(float(np.median(capos[seen])), "capo")
    least = found.record.successors or LEAST_SUCCESSORS
    enough = of(int((found.successors[seen] >= least).sum()), int(seen.sum()))
    record = text("findings", "C15_record", least=least) if found.record.successors else ""
    return text("findings", "C15", broke=broke, capos=median, least=least, many=enough, record=record)


def around(runs: "Runs", name: str, week: Array, before: int, after: int) -> tuple[Array, Array]:
    """Means of a series over some weeks before and from a week, per world; NaN where the run does not hold them all."""
    total = np.cumsum(np.insert(runs.series[name].values, 0, 0.0, axis=1), axis=1)
    seen = (np.nan_to_num(week, nan=-1.0) >= before) & sequence.observed(runs, week + after - 1)
    at, world = np.where(seen, week, before).astype(int), np.arange(len(total))
    to = np.minimum(at + after, runs.weeks)
    first = (total[world, at.clip(max=runs.weeks)] - total[world, (at - before).clip(0, runs.weeks)]) / before
    then = (total[world, to] - total[world, at.clip(max=runs.weeks)]) / after
    return np.where(seen, first, np.nan), np.where(seen, then, np.nan)
