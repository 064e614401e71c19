"""Each switch works: a rule or mechanism off, and how the main outputs move over the last five years, as ratios to all on."""

from collections.abc import Iterator, Sequence

import numpy as np

from leyenda.scenario import Scenario
from leyenda.studies.arms import arm

OUTPUTS = (
    "exports", "homicides", "deaths", "organisations", "concentration", "members", "bribes", "arrests", "corruption", "heat_abroad",
)


def late(values: np.ndarray) -> float:
    """Mean over worlds and the last five years."""
    return float(values[:, -5:].mean())


def effects(scenario: Scenario, names: Sequence[str], worlds: int, seed: int, threads: int) -> Iterator[tuple[str, dict[str, float]]]:
    """For each switch, every output with it off over the output with everything on (1: nothing moved)."""
    base = arm(scenario, range(worlds), seed, threads, names=OUTPUTS)
    for name in names:
        off = arm(scenario.with_(off=[name]), range(worlds), seed, threads, names=OUTPUTS)
        yield name, {output: late(off[output]) / max(late(base[output]), 1e-9) for output in OUTPUTS}
