"""exp, log, power and logistic from + - * / and one table: the same bits on every CPU, compiled or not.

Why     The C library's functions differ between machines by an ulp; one ulp is another world after ten years.
Source  Argument reduction as in Tang (1989), series as in Cody & Waite (1980); within 2 ulp of the C library, tested.
"""

import math

import numpy as np

TWO_TO = np.ldexp(1.0, np.arange(-1074, 1024))  # exact powers of two, from the smallest to the largest
ZERO_POWER = 1074
LN2_HIGH = 6.93147180369123816490e-01
LN2_LOW = 1.90821492927058770002e-10
INVERSE_LN2 = 1.44269504088896338700
HALF_ROOT = 0.70710678118654752440
LARGEST = 709.0
SMALLEST = -708.0


def exp(x):
    """e to the x; saturates at e**709 and at 0."""
    if x > LARGEST:
        x = LARGEST
    if x < SMALLEST:
        return 0.0
    k = int(x * INVERSE_LN2 + (0.5 if x > 0.0 else -0.5))
    high = x - k * LN2_HIGH
    low = k * LN2_LOW
    r = high - low
    t = r * r
    c = r - t * (
        1.66666666666666019037e-01
        + t
        * (
            -2.77777777770155933842e-03
            + t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))
        )
    )
    y = 1.0 - ((low - (r * c) / (2.0 - c)) - high)
    return y * TWO_TO[k + ZERO_POWER]


def binary_exponent(x):
    """The k with 2**k <= x < 2**(k+1), by bisection over the table."""
    low, high = 0, 2097
    if x >= 1.0 and x < 65536.0:
        low, high = ZERO_POWER, ZERO_POWER + 16
    while high - low > 1:
        middle = (low + high) // 2
        if TWO_TO[middle] <= x:
            low = middle
        else:
            high = middle
    return low - ZERO_POWER


def log(x):
    """Natural logarithm; of zero and less: -745, the logarithm of the smallest number there is."""
    if x < TWO_TO[52]:
        return -745.0
    k = binary_exponent(x)
    m = x / TWO_TO[k + ZERO_POWER] * 0.5
    k += 1
    if m < HALF_ROOT:
        m = m * 2.0
        k -= 1
    f = m - 1.0
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    odd = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    even = z * (
        6.666666666666735130e-01
        + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01))
    )
    half = 0.5 * f * f
    return k * LN2_HIGH - ((half - (s * (half + odd + even) + k * LN2_LOW)) - f)


def power(x, a):
    """x to the a for x >= 0; as exp(a log x) its error grows with |a log x| ulp."""
    if x <= 0.0:
        return 0.0
    return exp(a * log(x))


def logistic(x):
    """1 / (1 + e**-x)."""
    if x >= 0.0:
        return 1.0 / (1.0 + exp(-x))
    e = exp(x)
    return e / (1.0 + e)


def root(x):
    """Square root (IEEE 754 rounds it exactly everywhere)."""
    return math.sqrt(max(0.0, x))
