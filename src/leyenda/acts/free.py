"""Free: posts protect nobody any more, until somebody buys them again."""

from dataclasses import dataclass

from leyenda.acts.posts import OnPosts
from leyenda.base.events import because
from leyenda.engine.plain import World
from leyenda.world.authorities import end_deal


@dataclass(frozen=True, kw_only=True)
class Free(OnPosts):
    """The deals of these posts end, without a memory of what they cost and without a betrayal."""

    def do(self, world: World, week: int) -> None:
        """End them."""
        for f in self.posts(world):
            if world.offices.client[f] >= 0:
                because(world, end_deal(world, week, f, 0.0), world.offices.deal_event[f], 0.5)
