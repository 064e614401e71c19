"""Keyed draws: every random number is a pure function of who decides what, about whom, in which week of which world.

Why     Two runs that differ in one act share every draw that the act did not touch (common random numbers).
Source  The mixing function is splitmix64's finaliser (Steele, Lea & Flood 2014); the keying is ours.
"""

import numpy as np

from leyenda.base.portable import exp, log, root

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
WHOM_STEP = np.uint64(0xD6E8FEB86659FD93)
WEEK_STEP = np.uint64(0xA24BAED4963EE407)
DECISION_STEP = np.uint64(0x9FB21C651E98DF25)
S30, S27, S31, S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
NOBODY = np.uint64(0)
UNIT = 1.0 / 9007199254740992.0
BELOW_ONE = 1.0 - UNIT
MANY = 500.0


def mix(z):
    """Scramble a 64-bit key."""
    z = (z ^ (z >> S30)) * FIRST
    z = (z ^ (z >> S27)) * SECOND
    return z ^ (z >> S31)


def child_key(parent, where, number):
    """The key of the number-th child of a parent at a place: a lineage, never a slot."""
    return mix(mix(parent + GOLDEN) + where * WHOM_STEP + np.uint64(number) * WEEK_STEP)


def overridden(world, who, whom, week, decision, u):
    """The draw, unless an experiment has fixed it: u otherwise."""
    fixed = world.overrides
    for k in range(fixed.count):
        meant = (fixed.who[k] == who or fixed.who[k] == NOBODY) and (fixed.whom[k] == whom or fixed.whom[k] == NOBODY)
        if fixed.decision[k] == decision and meant and fixed.start[k] <= week < fixed.end[k]:
            return fixed.draw[k]
    return u


def draw(world, who, whom, week, decision):
    """A number in (0, 1), uniform, for this decision of `who` about `whom` in this week of this world."""
    z = mix(world.key + who * GOLDEN)
    z = mix(z + whom * WHOM_STEP)
    z = mix(z + np.uint64(week) * WEEK_STEP + np.uint64(decision) * DECISION_STEP)
    u = min(BELOW_ONE, (np.float64(z >> S11) + 0.5) * UNIT)
    return overridden(world, who, whom, week, decision, u) if world.overrides.count > 0 else u


def happens(world, who, whom, week, decision, yearly):
    """Whether something with this yearly hazard happens this week: with chance 1 - exp(-r / 52), which is below r / 52."""
    u = draw(world, who, whom, week, decision)
    return u * 52.0 < yearly and u < 1.0 - exp(-yearly / 52.0)


def asked(world, who, week, decision, every):
    """Whether somebody asked once in `every` weeks is asked in this one: at a phase of his own."""
    phase = int(draw(world, who, NOBODY, 0, decision) * every)
    return week % every == phase


def poisson(u, mean):
    """Poisson count by inverse transform: monotone in the draw, and in the mean up to MANY, so paired worlds stay close.

    Beyond MANY it is the normal approximation, which does not join on exactly.
    """
    if mean <= 0.0:
        return 0
    if mean > MANY:
        return max(0, int(mean + root(mean) * normal(u) + 0.5))
    p = exp(-mean)
    total = p
    k = 0
    while total < u and k < 2000:
        k += 1
        p = p * mean / k
        total += p
    return k


def tail(r):
    """Acklam's rational approximation in the tails of the normal distribution."""
    top = ((((-7.784894002430293e-03 * r - 3.223964580411365e-01) * r - 2.400758277161838) * r - 2.549732539343734) * r
           + 4.374664141464968) * r + 2.938163982698783
    bottom = (((7.784695709041462e-03 * r + 3.224671290700398e-01) * r + 2.445134137142996) * r
              + 3.754408661907416) * r + 1.0
    return top / bottom


def normal(u):
    """Standard normal from a uniform draw, by inverse transform (Acklam 2003, relative error 1e-9)."""
    if u < 0.02425:
        return tail(root(-2.0 * log(u)))
    if u > 0.97575:
        return -tail(root(-2.0 * log(1.0 - u)))
    q = u - 0.5
    r = q * q
    top = (((((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r
             + 1.383577518672690e02) * r - 3.066479806614716e01) * r + 2.506628277459239) * q
    bottom = ((((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r
               + 6.680131188771972e01) * r - 1.328068155288572e01) * r + 1.0
    return top / bottom
