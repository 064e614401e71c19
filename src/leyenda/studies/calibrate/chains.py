"""Points drawn from a likelihood over the unit cube.

Source  Ter Braak (2006), differential evolution Markov chains, here in two halves that take their steps from each other; Gelman & Rubin
        (1992) for whether the chains agree.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
STEPS = 4000  # the first half of them is forgotten
FEWEST = 100  # chains: differences of few do not span 25 dimensions
WHOLE = 10  # every so many steps a whole difference is tried, which leads from one hill to another
JITTER = 1e-4


@dataclass(frozen=True)
class Drawn:
    """The ends of chains: points (number, dimensions); apart: Gelman and Rubin's ratio of the worst parameter, 1 if the chains agree."""

    points: Values
    apart: float


def drawn(likely: Callable[[Values], Values], number: int, dimensions: int, chance: np.random.Generator) -> Drawn:
    """So many points; likely(points) is the logarithm of what they are proportional to."""
    chains = 2 * -(-max(number, FEWEST) // 2)
    at = chance.random((chains, dimensions))
    now = likely(at)
    sums, squares, counted = np.zeros_like(at), np.zeros_like(at), STEPS - STEPS // 2
    for step in range(STEPS):
        for mine, theirs in (np.split(np.arange(chains), 2), np.split(np.arange(chains), 2)[::-1]):
            at[mine], now[mine] = moved(likely, at[mine], now[mine], at[theirs], step, chance)
        if step >= STEPS // 2:
            sums += at
            squares += at**2
    means, within = sums / counted, (squares / counted - (sums / counted) ** 2).mean(axis=0)
    ratio = np.sqrt(1.0 + means.var(axis=0, ddof=1) / np.maximum(within, 1e-12))
    return Drawn(at[:number], float(ratio.max()))


def moved(
    likely: Callable[[Values], Values], at: Values, now: Values, others: Values, step: int, chance: np.random.Generator
) -> tuple[Values, Values]:
    """One step of half of the chains along differences of the other half; walls of the cube throw back."""
    first = chance.integers(len(others), size=len(at))
    second = (first + 1 + chance.integers(len(others) - 1, size=len(at))) % len(others)
    length = 1.0 if step % WHOLE == 0 else 2.38 / (2.0 * at.shape[1]) ** 0.5
    new = at + length * (others[first] - others[second]) + JITTER * chance.standard_normal(at.shape)
    new = 1.0 - np.abs(1.0 - np.abs(new) % 2.0)
    then = likely(new)
    taken = np.log(chance.random(len(at))) < then - now
    return np.where(taken[:, None], new, at), np.where(taken, then, now)
