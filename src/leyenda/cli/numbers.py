"""Numbers as they are typed on the command line."""

from collections.abc import Sequence
from typing import Annotated, Any

from cyclopts import Parameter, Token
from cyclopts.validators import Number


def whole(kind: Any, tokens: Sequence[Token]) -> int:
    """A whole number; one with a fraction is refused, not rounded."""
    try:
        return int(tokens[0].value)
    except ValueError:
        raise ValueError("A whole number is needed.") from None


Whole = Annotated[int, Parameter(converter=whole)]
Positive = Annotated[int, Parameter(converter=whole, validator=Number(gte=1))]
Draws = Annotated[int, Parameter(converter=whole, validator=Number(gte=0, lte=10_000))]
Seed = Annotated[int, Parameter(converter=whole, validator=Number(gte=0, lt=2**63))]
