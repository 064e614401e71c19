"""What is asked: everything on which a number of the answer depends."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import leyenda
from leyenda.results import manifest
from leyenda.results.simulate import MOST, check
from leyenda.scenario import InputError, Scenario
from leyenda.studies.compare import reduce
from leyenda.studies.compare.outputs import Output
from leyenda.studies.sensitivity import design, outputs
from leyenda.studies.sensitivity.factors import Factor, Values, factors
from leyenda.studies.sensitivity.outputs import Window, output, window

FEWEST = {design.MORRIS: 2, design.SOBOL: 8}


@dataclass(frozen=True)
class Plan:
    """A study. size: how many trajectories (morris) or samples (sobol); worlds: how many each point is run on."""

    scenario: Scenario
    output: Output
    window: Window
    method: str
    factors: tuple[Factor, ...]
    size: int
    worlds: int
    seed: int

    @cached_property
    def points(self) -> Values:
        """Where the model is tried: (point, parameter), in shares of the ranges."""
        return design.points(self.method, len(self.factors), self.size, self.seed)

    @property
    def block(self) -> int:
        """How many points belong together."""
        return design.block(self.method, len(self.factors))

    @cached_property
    def basis(self) -> str:
        """A hash of all that what is kept of a point depends on, but for the point itself; the output is none of it."""
        digest = hashlib.sha256(f"{manifest.model_hash()} {self.scenario.hash} {self.worlds} {self.seed}".encode())
        for module in (reduce, outputs):
            digest.update(Path(str(module.__file__)).read_bytes())
        return digest.hexdigest()

    def content(self) -> dict[str, Any]:
        """What the answer depends on; two studies with the same content are the same."""
        return {
            "title": self.scenario.title,
            "scenario": self.scenario.hash,
            "version": leyenda.__version__,
            "model": manifest.model_hash(),
            "weeks": self.scenario.weeks,
            "output": self.output.name,
            "unit": self.output.unit,
            "from": self.window.first,
            "to": self.window.last,
            "method": self.method,
            SIZES[self.method]: self.size,
            "parameters": [factor.key for factor in self.factors],
            "worlds": self.worlds,
            "seed": self.seed,
        }


SIZES = {design.MORRIS: "trajectories", design.SOBOL: "samples"}


def planned(
    scenario: Scenario,
    name: str,
    method: str,
    parameters: Sequence[str] | None,
    size: int,
    worlds: int,
    seed: int,
    years: tuple[int | None, int | None],
) -> Plan:
    """A study from what was asked for, checked. years: first and last calendar year, None for those of the scenario. Raises InputError."""
    check("method", method, method in design.METHODS, " or ".join(design.METHODS))
    check("worlds", worlds, 2 <= worlds <= MOST, "at least 2: one world does not show what is chance")
    check("seed", seed, 0 <= seed < 2**63, "a whole number from 0 to 2^63 - 1")
    check_size(method, size)
    if method == design.SOBOL and parameters is None:
        raise InputError(key="parameters", found="are not chosen, which sobol needs", expected="the few that morris puts on top")
    return Plan(scenario, output(name), window(scenario, *years), method, factors(scenario, parameters), size, worlds, seed)


def check_size(method: str, size: int) -> None:
    """Refuse a design that cannot be. A Sobol sequence is only balanced in powers of two."""
    least = FEWEST[method]
    expected = f"at least {least}" if method == design.MORRIS else f"a power of two from {least} on, such as 64"
    check(SIZES[method], size, size >= least and (method == design.MORRIS or size & (size - 1) == 0), expected)
