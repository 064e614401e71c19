"""Single interventions for experiments: what is done to one world in one week, the same world without it beside it."""

from leyenda.acts.act import Act
from leyenda.acts.block import Block
from leyenda.acts.remove import Remove
from leyenda.acts.spare import Spare

__all__ = ["Act", "Block", "Remove", "Spare"]
