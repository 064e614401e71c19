"""Buy: posts protect an organisation from now on, whatever their holders think of it."""

from dataclasses import dataclass

from leyenda.acts.posts import OnPosts
from leyenda.acts.targets import Target, group
from leyenda.base.events import because
from leyenda.engine.plain import World
from leyenda.rules.bribe import asking, wealth
from leyenda.world.authorities import end_deal, make_deal


@dataclass(frozen=True, kw_only=True)
class Buy(OnPosts):
    """The head of somebody's organisation buys posts at the price they ask; whoever they protected before loses them."""

    by: Target = "top"

    def do(self, world: World, week: int) -> None:
        """Make the deals."""
        o = group(world, self.by)
        if o >= 0 and world.organisations.head[o] >= 0:
            for f in self.posts(world):
                if world.offices.client[f] != o:
                    buy(world, week, f, o)


def buy(world: World, week: int, f: int, o: int) -> None:
    """One post changes sides; it is paid from this week on."""
    offices, par, lost = world.offices, world.par.bribe, -1
    price = max(asking(world, par, f, wealth(world, par, o)), 1.3 * offices.price[f])
    if offices.client[f] >= 0:
        lost = end_deal(world, week, f, 0.0)
        because(world, lost, offices.deal_event[f], 0.5)
    because(world, make_deal(world, week, f, o, world.organisations.head[o], price), lost, 1.0)
