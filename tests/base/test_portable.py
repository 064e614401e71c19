"""Portable arithmetic: within 2 ulp of the C library, monotone, the same compiled and plain, and tame at the edges."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from numba import njit

from leyenda.base.portable import exp, log, logistic, power, root

settings = hypothesis_settings(max_examples=600, derandomize=True, deadline=None, database=None)
reals = st.floats(-700.0, 700.0)
positive = st.floats(1e-300, 1e300)


def ulps(found: float, true: float) -> float:
    """How many units in the last place apart."""
    return abs(found - true) / math.ulp(true)


@settings
@given(reals)
@example(0.0)
@example(-0.0)
@example(math.log(2.0) / 2.0)
def test_exp(x: float) -> None:
    assert ulps(exp(x), math.exp(x)) <= 2.0


@settings
@given(positive)
@example(1.0)
@example(math.nextafter(1.0, 0.0))
@example(math.nextafter(1.0, 2.0))
def test_log(x: float) -> None:
    true = math.log(x)
    assert log(x) == 0.0 if true == 0.0 else ulps(log(x), true) <= 2.0


@settings
@given(reals)
def test_logistic(x: float) -> None:
    true = 1.0 / (1.0 + math.exp(-x)) if x >= 0.0 else math.exp(x) / (1.0 + math.exp(x))
    assert ulps(logistic(x), true) <= 2.0
    assert 0.0 <= logistic(x) <= 1.0


@settings
@given(st.floats(1e-6, 1e6), st.floats(-4.0, 4.0))
def test_power_loses_no_more_than_its_exponent_costs(x: float, a: float) -> None:
    true = x**a
    assert ulps(power(x, a), true) <= 2.0 + 2.0 * abs(a * math.log(x))


@settings
@given(reals, reals)
def test_exp_and_logistic_are_monotone(x: float, y: float) -> None:
    low, high = min(x, y), max(x, y)
    assert exp(low) <= exp(high) and logistic(low) <= logistic(high)


@settings
@given(positive, positive)
def test_log_and_root_are_monotone(x: float, y: float) -> None:
    low, high = min(x, y), max(x, y)
    assert log(low) <= log(high) and root(low) <= root(high)


@pytest.mark.parametrize("x", [0.0, 1.0, -3.5, 12.25])
def test_neighbouring_numbers_keep_their_order(x: float) -> None:
    near = [x]
    for _ in range(300):
        near.append(math.nextafter(near[-1], math.inf))
    assert all(np.diff([exp(y) for y in near]) >= 0.0)
    assert all(np.diff([log(y + 20.0) for y in near]) >= 0.0)


@pytest.mark.parametrize(
    ("found", "true"),
    [
        (exp(1e308), exp(709.0)), (exp(-1e308), 0.0), (exp(math.inf), exp(709.0)), (exp(-math.inf), 0.0), (log(0.0), -745.0), (log(-1.0), -745.0),
        (power(0.0, 0.5), 0.0), (power(-2.0, 0.5), 0.0), (power(3.0, 0.0), 1.0), (root(-1.0), 0.0), (logistic(1e9), 1.0), (logistic(-1e9), 0.0),
    ],
)
def test_edges(found: float, true: float) -> None:
    assert found == true


def test_compiled_bits_are_the_plain_ones() -> None:
    """The two modes must agree to the last bit; the rest of the module is compared by running whole worlds."""
    compiled = njit(error_model="numpy")(exp)
    assert all(compiled(x) == exp(x) for x in np.linspace(-710.0, 710.0, 20001))
