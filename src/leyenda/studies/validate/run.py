"""Running what is asked, ten worlds at a time: what they said is kept, so that an interrupted study goes on."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leyenda.engine.ensemble import run_worlds
from leyenda.engine.outcome import Outcome
from leyenda.results.manifest import PACKAGE, model_hash
from leyenda.results.progress import shown
from leyenda.results.simulate import announce
from leyenda.scenario import Scenario
from leyenda.studies.claims.store import Said, keep, kept
from leyenda.studies.validate.cases import CASES
from leyenda.studies.validate.judged import Values
from leyenda.studies.validate.lived import Lived
from leyenda.studies.validate.measures import measure

Point = tuple[str, tuple[int, int]]
BATCH = 10
POINTS = "points"
SAYING = ("lived.py", "people.py", "population.csv", "cases.py", "measures/*.py")  # what worlds say depends on no other file of this folder


def label(point: Point) -> str:
    """What a point is kept under, such as "national.total 2000-2003"."""
    name, (first, last) = point
    return f"{name} {first}-{last}"


@dataclass(frozen=True)
class Job:
    """The worlds of a scenario and what each is asked: measures over years, and cases."""

    name: str
    scenario: Scenario
    points: tuple[Point, ...]
    cases: tuple[str, ...]
    worlds: int
    seed: int

    @property
    def batches(self) -> list[range]:
        """The worlds, ten by ten."""
        return [range(first, min(first + BATCH, self.worlds)) for first in range(0, self.worlds, BATCH)]

    def identity(self, batch: range) -> str:
        """A hash of all that the values depend on."""
        asked = f"{sorted(map(label, self.points))} {sorted(self.cases)}"
        digest = hashlib.sha256(f"{model_hash()} {self.scenario.hash} {self.seed} {batch} {asked}".encode())
        for pattern in SAYING:
            for path in sorted((PACKAGE / "studies" / "validate").glob(pattern)):
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()[:24]

    def called(self, batch: range) -> str:
        """What the file of a batch is called."""
        return f"{self.name}.{batch.start:06d}"


@dataclass(frozen=True)
class Answers:
    """What the worlds of a job said: one value a world, by point and by case; NaN where a world says nothing."""

    points: Mapping[str, Values]
    cases: Mapping[str, Mapping[str, Values]]

    def table(self, points: Sequence[Point]) -> Values:
        """Some points side by side; shape (worlds, points)."""
        return np.array([self.points[label(point)] for point in points]).T


def answers(job: Job, folder: Path, threads: int, progress: bool) -> Answers:
    """What the worlds of a job say: as kept, or else made and kept. Raises OutputError."""
    identities = {batch: job.identity(batch) for batch in job.batches}
    found = {batch: said for batch in job.batches if (said := kept(folder, job.called(batch), identities[batch])) is not None}
    missing = [batch for batch in job.batches if batch not in found]
    if missing and progress:
        announce(job.scenario)
    left = {batch: len(batch) for batch in missing}
    for batch, outcome in shown(outcomes(job, missing, threads), sum(left.values()), progress and bool(missing), job.name):
        said = found.setdefault(batch, silence(job, batch))
        if not outcome.error:
            listen(job, said, Lived(job.scenario, outcome), outcome.world - batch.start, batch)
        left[batch] -= 1
        if not left[batch]:
            keep(folder, job.called(batch), identities[batch], said)
    return joined(job, [found[batch] for batch in job.batches])


def outcomes(job: Job, batches: Iterable[range], threads: int) -> Iterator[tuple[range, Outcome]]:
    """Every world of these batches, batch by batch."""
    for batch in batches:
        for outcome in run_worlds(job.scenario, batch, job.seed, threads):
            yield batch, outcome


def silence(job: Job, batch: range) -> Said:
    """A batch that has said nothing yet; a world that a full table stops says nothing at all."""
    return {POINTS: {label(point): nothing(batch) for point in job.points}, **{name: {} for name in job.cases}}


def nothing(batch: range) -> Values:
    """NaN for each world."""
    return np.full(len(batch), np.nan)


def listen(job: Job, said: Said, lived: Lived, row: int, batch: range) -> None:
    """Write down what one world says."""
    for point in job.points:
        name, years = point
        said[POINTS][label(point)][row] = measure(name)(lived, years)
    for name in job.cases:
        for case, value in CASES[name][0](lived).items():
            said[name].setdefault(case, nothing(batch))[row] = value


def joined(job: Job, parts: Sequence[Said]) -> Answers:
    """All batches as one, in the order of the worlds."""
    points = {label(point): np.concatenate([part[POINTS][label(point)] for part in parts]) for point in job.points}
    cases = {name: together([part[name] for part in parts], job.batches) for name in job.cases}
    return Answers(points, cases)


def together(parts: Sequence[Mapping[str, Values]], batches: Sequence[range]) -> dict[str, Values]:
    """A case in all batches; a batch in which every world was stopped says nothing of it."""
    names = list(dict.fromkeys(case for part in parts for case in part))
    return {case: np.concatenate([part.get(case, nothing(batch)) for part, batch in zip(parts, batches, strict=True)]) for case in names}
