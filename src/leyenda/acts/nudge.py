"""Nudge: a trait or a feeling of somebody is moved."""

from dataclasses import dataclass

from leyenda.acts.act import Act, one_of
from leyenda.acts.targets import Target, find
from leyenda.base.fields import FLOAT
from leyenda.engine.plain import World
from leyenda.world.person import PERSON

# Money is left out: it moves through the ledger alone.
NUDGED = {name: field for name, field in PERSON.fields.items() if field.type == FLOAT and not field.each and "M$" not in field.unit}


@dataclass(frozen=True, kw_only=True)
class Nudge(Act):
    """Add to a trait (ambition, guile, brutality, caution, integrity) or state (ego, strain, loyalty ...), within its range.

    trait: a field of Person that is one number and no money. by: how much, in the field's unit.
    """

    trait: str
    by: float
    target: Target = "top"

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("trait", self.trait, NUDGED, f"one of {', '.join(NUDGED)}")

    def do(self, world: World, week: int) -> None:
        """Move it, as far as it goes."""
        i, field = find(world, self.target), NUDGED[self.trait]
        if i >= 0:
            column = getattr(world.people, self.trait)
            column[i] = min(field.high, max(field.low, column[i] + self.by))
