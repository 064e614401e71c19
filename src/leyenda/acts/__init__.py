"""Single interventions for experiments: what is done to one world in one week, the same world without it beside it."""

from leyenda.acts.act import Act
from leyenda.acts.birth import Birth
from leyenda.acts.block import Block
from leyenda.acts.buy import Buy
from leyenda.acts.cast_out import CastOut
from leyenda.acts.erase import Erase
from leyenda.acts.fixate import Fixate
from leyenda.acts.force import Force
from leyenda.acts.free import Free
from leyenda.acts.give import Give
from leyenda.acts.margin import Margin
from leyenda.acts.nothing import Nothing
from leyenda.acts.nudge import Nudge
from leyenda.acts.order import Order
from leyenda.acts.price import Price
from leyenda.acts.remove import Remove
from leyenda.acts.reveal import Reveal
from leyenda.acts.spare import Spare
from leyenda.acts.swap import Swap
from leyenda.acts.veto import Veto

__all__ = [
    "Act",
    "Birth",
    "Block",
    "Buy",
    "CastOut",
    "Erase",
    "Fixate",
    "Force",
    "Free",
    "Give",
    "Margin",
    "Nothing",
    "Nudge",
    "Order",
    "Price",
    "Remove",
    "Reveal",
    "Spare",
    "Swap",
    "Veto",
]
