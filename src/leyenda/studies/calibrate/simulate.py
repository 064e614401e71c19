"""What worlds at many points of the parameters say; kept by the handful, so that a fit that was interrupted goes on."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from leyenda.engine.ensemble import run_worlds, spread
from leyenda.results.files import write_whole
from leyenda.results.manifest import PACKAGE, model_hash
from leyenda.scenario import Scenario
from leyenda.studies.calibrate.priors import Prior, priors
from leyenda.studies.validate.facts import Fact
from leyenda.studies.validate.judged import says, statistics
from leyenda.studies.validate.lived import Lived

Values = npt.NDArray[np.float64]
HANDFUL = 40
SAYING = ("studies/validate/lived.py", "studies/validate/people.py", "studies/validate/population.csv", "studies/validate/measures/*.py")


@dataclass(frozen=True)
class Simulator:
    """The scenarios of some facts, as long as they need. repeats: worlds a point in each scenario, averaged.

    parameters: what the places of a point mean, one each.
    """

    facts: tuple[Fact, ...]
    scenarios: Mapping[str, Scenario]
    repeats: Mapping[str, int]
    seed: int
    threads: int
    folder: Path | None = None
    parameters: tuple[Prior, ...] = field(default_factory=priors)

    @cached_property
    def identity(self) -> str:
        """A hash of all that the values depend on, but the points: also of how a world is asked, though not of what is expected of it."""
        parts = [model_hash(), str(self.parameters), str(sorted(self.repeats.items())), str(self.seed)]
        parts += [f"{fact.scenario} {one.measure} {one.years}" for fact, one in statistics(self.facts)]
        parts += [scenario.hash for _, scenario in sorted(self.scenarios.items())]
        parts += [path.read_text("utf-8") for pattern in SAYING for path in sorted(PACKAGE.glob(pattern))]
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:24]

    def changes(self, point: Values) -> dict[str, float]:
        """What a point of the unit cube means, by key of a scenario."""
        return {f"rules.{one.parameter}": one.at(float(place)) for one, place in zip(self.parameters, point, strict=True)}

    def one(self, point: Values, number: int) -> Values:
        """What the worlds of one point say of every statistic; NaN where they say nothing."""
        found = np.full(len(statistics(self.facts)), np.nan)
        for name, scenario in self.scenarios.items():
            here = [k for k, (fact, _) in enumerate(statistics(self.facts)) if fact.scenario == name]
            found[here] = self.worlds(scenario.with_(self.changes(point)), name, number)
        return found

    def worlds(self, scenario: Scenario, name: str, number: int) -> Values:
        """Mean over the worlds of one point that say something."""
        asked = statistics([fact for fact in self.facts if fact.scenario == name])
        times = self.repeats[name]
        rows = [
            says(scenario, Lived(scenario, outcome), asked)
            for outcome in run_worlds(scenario, range(number * times, (number + 1) * times), self.seed, 1)
            if not outcome.error
        ]
        said = np.array(rows).reshape(-1, len(asked))
        seen = np.isfinite(said)
        return np.where(seen.any(axis=0), np.where(seen, said, 0.0).sum(axis=0) / np.maximum(1, seen.sum(axis=0)), np.nan)

    def many(self, points: Values, first: int) -> Iterator[Values]:
        """What the worlds of each point say, in order; `first` numbers the points through the whole fit."""
        for start in range(0, len(points), HANDFUL):
            part = points[start : start + HANDFUL]
            yield from self.handful(part, first + start)

    def handful(self, points: Values, first: int) -> Iterator[Values]:
        """The same of a few points: as kept, or else made and, when the last is done, kept."""
        path = self.folder / f"points-{first:06d}.npz" if self.folder else None
        found = kept(path, self.identity, points)
        if found is not None:
            yield from found
            return
        done: list[Values] = []
        waiting: dict[int, Values] = {}
        for k, said in self.made(points, first):
            waiting[k] = said
            while len(done) in waiting:
                done.append(waiting.pop(len(done)))
                yield done[-1]
        keep(path, self.identity, points, np.array(done))

    def made(self, points: Values, first: int) -> Iterator[tuple[int, Values]]:
        """The same on threads, in any order; the first alone, as it may have to compile, which no other thread should wait for."""

        def one(k: int) -> tuple[int, Values]:
            return k, self.one(points[k], first + k)

        yield one(0)
        yield from spread(one, range(1, len(points)), self.threads)


def kept(path: Path | None, identity: str, points: Values) -> Values | None:
    """What was kept of these very points."""
    if path is None or not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as content:
            same = str(content["identity"]) == identity and np.array_equal(content["points"], points)
            return np.array(content["said"]) if same else None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None  # half a file, or somebody else's: it is made again


def keep(path: Path | None, identity: str, points: Values, said: Values) -> None:
    """Keep them; the file appears whole or not at all. Raises OutputError if it cannot be written."""
    if path is not None:
        write_whole(path, lambda file: np.savez(file, identity=np.array(identity), points=points, said=said))
