"""Which points are tried, in shares of each range: trajectories after Morris, or rows after Saltelli. Both come in blocks.

Source  Morris (1991), Technometrics 33(2); Saltelli et al. (2010), Computer Physics Communications 181(2), on scrambled Sobol
        sequences (Owen 2020). A larger design with the same seed begins with the smaller one, so points already run serve again.
"""

import numpy as np
import numpy.typing as npt

from leyenda.studies.sensitivity.library import problem, salib

Values = npt.NDArray[np.float64]
MORRIS, SOBOL = METHODS = ("morris", "sobol")
LEVELS = 4
STEP = LEVELS / (2 * (LEVELS - 1))  # how much of its range a parameter moves in a trajectory: two thirds
AROUND = {MORRIS: 1, SOBOL: 2}  # points of a block beside one for each parameter


def points(method: str, count: int, size: int, seed: int) -> Values:
    """The design for `count` parameters and `size` blocks: (point, parameter), from 0 to 1. Raises InputError without SALib."""
    module = salib(f"sample.{method}")
    if method == MORRIS:
        return np.asarray(module.sample(problem(count), size, num_levels=LEVELS, seed=seed))
    return np.asarray(module.sample(problem(count), size, calc_second_order=False, seed=seed))


def block(method: str, count: int) -> int:
    """How many points a block has: a trajectory, or a row of A, of A with one column of B, and of B."""
    return count + AROUND[method]
