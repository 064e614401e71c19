"""Nothing: an act that changes nothing, for placebo arms."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Nothing(Act):
    """Do nothing in a week."""

    def do(self, world: World, week: int) -> None:
        """Not a thing."""
