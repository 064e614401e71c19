"""What the schema expects, in words, and its complaints as faults."""

from typing import Any, get_args

from annotated_types import Ge, Le
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from leyenda.scenario.errors import Fault, Place, nearest, shown
from leyenda.scenario.schema import TABLES, Scenario

SAID_BY_RANGE = ("share", "year", "week", "0 or 1")


def plain(number: float) -> str:
    """A bound without needless digits."""
    return f"{number:.0f}" if number == int(number) else f"{number:g}"


def within(annotation: Any, kind: type) -> Any:
    """The first type of a kind inside an annotation, such as the model of a tuple's items."""
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    return next((found for part in get_args(annotation) if (found := within(part, kind))), None)


def describe(field: FieldInfo) -> str:
    """What a column or key takes: type, range, unit, meaning."""
    extra: Any = field.json_schema_extra or {}
    if "enum" in extra:
        return "one of " + ", ".join(extra["enum"])
    low = next((plain(float(str(m.ge))) for m in field.metadata if isinstance(m, Ge)), "")
    high = next((plain(float(str(m.le))) for m in field.metadata if isinstance(m, Le)), "")
    if not low:
        return "{} ({})".format(extra.get("unit", "a table"), field.description or "of keys")
    kind = "a whole number" if within(field.annotation, int) else "a number"
    unit = extra["unit"] if extra["unit"] not in SAID_BY_RANGE else ""
    return f"{kind} from {low} to {high} {unit} ({field.description})"


def field_at(place: Place) -> tuple[FieldInfo | None, type[BaseModel] | None]:
    """The declaration of a place, and the model whose keys it holds or stands among."""
    field, model = None, Scenario
    for step in place:
        if model is not None and step in model.model_fields:
            field = model.model_fields[str(step)]
            model = within(field.annotation, BaseModel)
    return field, model


def unknown_key(place: Place) -> Fault:
    """A key or column that nobody knows."""
    _, model = field_at(place[:-1])
    names = [n for n in (model.model_fields if model else ()) if n not in TABLES]
    close = nearest(str(place[-1]), names)
    within_rows = place[0] in TABLES
    full = close if within_rows else ".".join([*map(str, place[:-1]), close])
    return Fault(place, "is unknown", "" if close else "one of " + ", ".join(names), full if close else "")


def fault(error: ErrorDetails) -> Fault:
    """One complaint of the schema as a fault."""
    place: Place = error["loc"]
    if error["type"] == "extra_forbidden":
        return unknown_key(place)
    field, _ = field_at(place)
    number = (place[0] == "rules" and len(place) > 2) or "effects" in place[2:-1]
    expected = "a finite number" if number else describe(field) if field else ""
    if error["type"] == "missing":
        return Fault(place, "is missing", expected)
    found = error["input"]
    return Fault(place, "is blank" if found in ("", None, ()) else f"is {shown(found)}", expected)


def first_fault(error: ValidationError) -> Fault:
    """The complaint to show: an unknown key explains a missing one, so it comes first."""
    details = error.errors(include_url=False)
    return fault(next((d for d in details if d["type"] == "extra_forbidden"), details[0]))
