"""What the record leaves open of parameters: those of the role, and beside them those that are fitted."""

import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from leyenda.results.progress import shown
from leyenda.scenario import built_in
from leyenda.studies.calibrate import chains, emulator
from leyenda.studies.calibrate.chains import drawn
from leyenda.studies.calibrate.emulator import learned
from leyenda.studies.calibrate.fit import Plan as Fit
from leyenda.studies.calibrate.priors import Prior, priors
from leyenda.studies.calibrate.simulate import Simulator
from leyenda.studies.claims.store import keep, kept
from leyenda.studies.intervals import Estimate, Values, estimate

ROLE = ("command", "hubris", "tell")  # rules
DRAWS = 400
INSIDE = (0.05, 0.95)
METHOD = (chains.__file__, emulator.__file__, __file__)  # what is left open depends on
Accepted = Mapping[str, Mapping[str, Sequence[float]]]


@dataclass(frozen=True)
class Left:
    """What a record leaves open. ends: 5 % and 95 % quantiles of each parameter, as places from 0 to 1; shape (parameters, 2).

    apart: how far the chains are apart (1: not). own: what the emulator does not know of an average, over the variance of worlds.
    """

    parameters: tuple[Prior, ...]
    ends: Values
    apart: float
    own: float

    @property
    def widths(self) -> Values:
        """Width of each interval over that of its prior."""
        return np.asarray((self.ends[:, 1] - self.ends[:, 0]) / (INSIDE[1] - INSIDE[0]), float)

    @property
    def median(self) -> Estimate:
        """Median over the parameters."""
        return estimate({"effect": self.widths}, lambda values: float(np.median(values["effect"])))


def range_of(rule: str, name: str) -> Prior:
    """A parameter over the range its rule declares."""
    parameter = built_in()[rule][name]
    return Prior(f"{rule}.{name}", parameter.low, parameter.high, parameter.source)


def role() -> tuple[Prior, ...]:
    """The parameters of the role."""
    return tuple(range_of(rule, name) for rule in ROLE for name in built_in()[rule])


def others(accepted: Accepted, number: int) -> tuple[tuple[Prior, ...], Values]:
    """All that accepted points say of other rules, and their places for so many points, in turn; shape (number, parameters)."""
    found = {range_of(rule, name): column for rule in accepted if rule not in ROLE for name, column in accepted[rule].items()}
    columns = [[(value - one.low) / ((one.high - one.low) or 1.0) for value in column] for one, column in found.items()]
    return tuple(found), np.array([[column[k % len(column)] for column in columns] for k in range(number)]).reshape(number, -1)


def of_role(fit: Fit, accepted: Accepted) -> Left:
    """The role's parameters, drawn with accepted points for all others. Raises OutputError."""
    own, points = role(), replace(fit.scheme, dimensions=len(role())).first()
    more, places = others(accepted, len(points))
    simulator = replace(fit.simulator, parameters=own + more, folder=fit.folder / "C24-role")
    said = heard(fit, simulator, np.hstack([points, places]), "C24 role")
    return left(fit, "C24-role", points, said, range(len(own)), own)


def of_fitted(fit: Fit) -> Left:
    """The fitted parameters that are not the role's, from an ordinary first wave, with idle ones beside them. Raises OutputError."""
    points = fit.scheme.first()
    said = heard(fit, replace(fit.simulator, folder=fit.folder / "C24-fitted"), points, "C24 fitted")
    chosen = [k for k, prior in enumerate(priors()) if prior.parameter.partition(".")[0] not in ROLE]
    idle = fit.scheme.chance(2).random((len(points), max(0, len(role()) - points.shape[1])))
    return left(fit, "C24-fitted", np.hstack([points, idle]), said, chosen, tuple(priors()[k] for k in chosen))


def heard(fit: Fit, simulator: Simulator, points: Values, what: str) -> Values:
    """What the worlds of points say, in units of tolerance, with a bar."""
    said = np.array(list(shown(simulator.many(points, 0), len(points), fit.progress, what)))
    return fit.apart(said)


def left(fit: Fit, name: str, points: Values, said: Values, chosen: Sequence[int], parameters: tuple[Prior, ...]) -> Left:
    """What the record leaves open of some columns of points: as kept, or else worked out and kept. Raises OutputError."""
    key = hashlib.sha256(points.tobytes() + said.tobytes() + b"".join(Path(file).read_bytes() for file in METHOD)).hexdigest()[:24]
    found = kept(fit.folder, name, key)
    if found is None:
        found = {name: worked_out(fit, points, said)}
        keep(fit.folder, name, key, found)
    low, high, apart, own = (found[name][column] for column in ("low", "high", "apart", "own"))
    return Left(parameters, np.array([low, high]).T[list(chosen)], float(apart[0]), float(own[0]))


def worked_out(fit: Fit, points: Values, said: Values) -> dict[str, Values]:
    """The posterior of every column of points: ends, how far the chains are apart, and what the emulator does not know."""
    if fit.progress:
        print("Drawing from what was learned: about half a minute.", file=sys.stderr)
    said_on_average, record = learned(points, said, len(points)), np.zeros(said.shape[1])
    found = drawn(lambda at: said_on_average.likely(at, record), DRAWS, points.shape[1], fit.scheme.chance(1))
    low, high = np.quantile(found.points, INSIDE, axis=0)
    return {"low": low, "high": high, "apart": np.array([found.apart]), "own": np.array([said_on_average.own])}
