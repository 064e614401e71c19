"""Money: revenue, bribes, laundering. Million US$ of 2020."""

from leyenda.studies.validate.lived import YEAR, Lived
from leyenda.studies.validate.measures.membership import members
from leyenda.world.ledger import KINDS

Years = tuple[int, int]


def _booked(lived: Lived, years: Years, *kinds: str) -> float:
    """What was booked under these kinds a year."""
    rows = lived.span(years)
    amounts = lived.outcome.ledger[rows.start * YEAR : rows.stop * YEAR]
    return float(sum(amounts[:, KINDS.index(kind)].sum() for kind in kinds) / (rows.stop - rows.start))


def exports(lived: Lived, years: Years) -> float:
    """What organisations earn from exports a year."""
    return _booked(lived, years, "sale", "sale_capo")


def per_member(lived: Lived, years: Years) -> float:
    """Export revenue per member and year, US$."""
    return 1e6 * exports(lived, years) / max(1.0, members(lived, years))


def bribes(lived: Lived, years: Years) -> float:
    """Bribes over export revenue."""
    return float(lived.series("bribes")[lived.span(years)].mean()) / max(1.0, exports(lived, years))


def organisations_share(lived: Lived, years: Years) -> float:
    """Organisations' part of what consumers pay."""
    whole = _booked(lived, years, "sale", "sale_capo", "sale_suppliers", "sale_distribution")
    return exports(lived, years) / whole if whole > 0 else float("nan")
