"""The four published flows of membership in plain numpy: how many members groups should have, and how far chance may carry them.

Source  Prieto-Curiel, Campedelli & Hope (2023), Science 381:1312, and the code its authors published:

            dC_i/dt = rho C_i - eta C_i / sum_k C_k - theta sum_j s_ij C_i C_j - omega C_i^2

        C_i members; rho recruits a member and week; eta arrests a week in the whole country, shared by size; theta deaths a week and pair
        of members; s_ij how much i and j fight, 0 with themselves; omega who leave a week and pair of members, so that rho / omega is the
        largest size.
Ours    Differs in one form: a war kills with the root of members times members, more of the weaker (`our_war`).

A flow says, for these sizes (n,), how often something happens a week and what one such event changes: `rates` (events,), `changes`
(events, n). Weeks are whole steps; within a week stages follow one another, each from what the last one left, as rules do.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Flow = Callable[[Array], tuple[Array, Array]]
Stages = Sequence[Sequence[Flow]]


def recruitment(rho: float) -> Flow:
    """Who is there brings in others: rho C_i a week."""
    return lambda sizes: (rho * sizes, np.eye(len(sizes)))


def saturation(omega: float | Array) -> Flow:
    """Members who leave a group that is large: omega C_i^2 a week; one omega, or one of each group (n,)."""
    return lambda sizes: (omega * sizes**2, -np.eye(len(sizes)))


def arrests_shared(eta: float) -> Flow:
    """Eta arrests a week whatever there is to arrest, shared by size."""
    return lambda sizes: (eta * sizes / sizes.sum(), -np.eye(len(sizes)))


def arrests_of_each(alpha: float) -> Flow:
    """Alpha arrests a member and week."""
    return lambda sizes: (alpha * sizes, -np.eye(len(sizes)))


def published_war(theta: float, rivals: Array) -> Flow:
    """Theta s_ij C_i C_j dead of each group a week; rivals (n, n) with zeros on the diagonal."""
    return lambda sizes: (theta * sizes * (rivals @ sizes), -np.eye(len(sizes)))


def our_war(killings: float, decisive: float, i: int, j: int) -> Flow:
    """Killings times root(C_i C_j) dead a week of both, shared against the odds: of j the part C_i^d / (C_i^d + C_j^d)."""

    def flow(sizes: Array) -> tuple[Array, Array]:
        change = np.zeros((1, len(sizes)))
        change[0, j] = -(sizes[i] ** decisive) / (sizes[i] ** decisive + sizes[j] ** decisive)
        change[0, i] = -1.0 - change[0, j]
        return np.array([killings * np.sqrt(sizes[i] * sizes[j])]), change

    return flow


def drift(stage: Sequence[Flow], sizes: Array) -> Array:
    """What the flows of a stage change a week on average (n,)."""
    return np.sum([rates @ changes for rates, changes in (flow(sizes) for flow in stage)], axis=0)


def noise(stage: Sequence[Flow], sizes: Array) -> Array:
    """Covariance a week (n, n) of what they change, each event being Poisson."""
    return np.sum([(changes.T * rates) @ changes for rates, changes in (flow(sizes) for flow in stage)], axis=0)


def carried(stage: Sequence[Flow], sizes: Array) -> Array:
    """What one person more in each group now is in each group a week later (n, n), by central differences of one person."""
    steps = [(drift(stage, sizes + person) - drift(stage, sizes - person)) / 2.0 for person in np.eye(len(sizes))]
    return np.eye(len(sizes)) + np.array(steps).T


def expected(stages: Stages, start: Array, weeks: int, steps: int = 1) -> Array:
    """Sizes at the start and after each week (weeks + 1, n); steps: parts a week is cut into."""
    sizes = [np.asarray(start, float)]
    for _ in range(weeks):
        now = sizes[-1]
        for stage in list(stages) * steps:
            now = now + drift(stage, now) / steps
        sizes.append(now)
    return np.array(sizes)


def spread(stages: Stages, sizes: Array) -> Array:
    """Variance of each group's size (weeks + 1, n) along expected sizes: chance linearised around them, none at the start."""
    covariance, found = np.zeros((sizes.shape[1],) * 2), [np.zeros(sizes.shape[1])]
    for now in sizes[:-1]:
        for stage in stages:
            on = carried(stage, now)
            covariance = on @ covariance @ on.T + noise(stage, now)
            now = now + drift(stage, now)
        found.append(np.diag(covariance).copy())
    return np.array(found)
