"""Nothing: an act that changes nothing, for placebo arms."""

from dataclasses import dataclass

from leyenda.acts.act import Act


@dataclass(frozen=True, kw_only=True)
class Nothing(Act):
    """Do nothing in a week."""
