"""Order: a head gives an order now, carried out as if he had chosen it."""

from collections.abc import Callable
from dataclasses import dataclass

from leyenda.acts.act import Act, one_of
from leyenda.acts.posts import posts
from leyenda.acts.targets import Target, find, group
from leyenda.base.events import emit
from leyenda.engine.plain import World
from leyenda.rules.command import best_earner, nuisance, opening, prey, suspect
from leyenda.world import orders
from leyenda.world.feelings import resent
from leyenda.world.measures import acts
from leyenda.world.names import ABROAD, PASS_OVER


@dataclass(frozen=True, kw_only=True)
class Order(Act):
    """The head meant by `by` orders something `times` times, as often as there is anything to do; nothing if he heads nothing.

    kind: "attack" (whom: somebody of the other side), "purge", "punish", "cast_out", "reward" or "pass_over" (whom: one of
    his people), "tribute" (amount: change of the share demanded), "expand", or "red_line" (at the agency's nearest post in
    a plaza, else at the post most in the way). whom None: as the rule command would choose.
    """

    kind: str
    by: Target = "top"
    whom: Target | None = None
    amount: float = 0.1
    times: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("kind", self.kind, ORDERS, f"one of {', '.join(ORDERS)}")
        if self.times < 0:
            raise ValueError(f"times is {self.times}; a number from 0 on was expected")

    def do(self, world: World, week: int) -> None:
        """Give it."""
        head, o = find(world, self.by), group(world, self.by)
        for _ in range(self.times):
            if o >= 0 and acts(world, head) and world.organisations.head[o] == head:
                ORDERS[self.kind](self, world, week, o)


def on_subordinate(carry_out: Callable[..., object], usual: Callable[[World, int], int]) -> Callable[[Order, World, int, int], None]:
    """An order about one of the head's own people: the one meant, or the usual one."""

    def give(order: Order, world: World, week: int, o: int) -> None:
        head = world.organisations.head[o]
        i = usual(world, head) if order.whom is None else find(world, order.whom)
        if acts(world, i) and world.people.organisation[i] == o and i != head:
            carry_out(world, week, o, i)

    return give


def tribute(order: Order, world: World, week: int, o: int) -> None:
    """More or less is demanded."""
    orders.set_tribute(world, week, o, order.amount)


def expand(order: Order, world: World, week: int, o: int) -> None:
    """He moves into the plaza next door with most to take."""
    p = opening(world, world.par.command, o)
    if p >= 0:
        orders.expand(world, week, o, p)


def attack(order: Order, world: World, week: int, o: int) -> None:
    """He attacks another organisation where it is weakest against him."""
    q, p = prey(world, o)
    if order.whom is not None:
        q = group(world, order.whom)
        p = weakest(world, o, q) if q >= 0 else -1
    if p >= 0 and q != o:
        orders.attack(world, week, o, q, p)


def weakest(world: World, o: int, q: int) -> int:
    """The plaza with people of both in which the other has fewest for each of one's own, or -1."""
    mine, theirs = world.presences.members[o], world.presences.members[q]
    both = [p for p in range(world.plazas.count) if mine[p] > 0 and theirs[p] > 0]
    return min(both, key=lambda p: theirs[p] / mine[p], default=-1)


def red_line(order: Order, world: World, week: int, o: int) -> None:
    """He strikes at an official."""
    f = agency_near(world, o)
    f = f if f >= 0 else nuisance(world, week, o)
    if f >= 0:
        orders.strike(world, week, o, f)


def agency_near(world: World, o: int) -> int:
    """The agency's post in the plaza nearest by road to the seat, or -1."""
    plaza, seat = world.offices.plaza, world.organisations.seat[o]
    far = world.plazas.road[seat]
    near = [f for f in posts(world, "agency", ABROAD) if plaza[f] >= 0 and seat >= 0 and far[plaza[f]] >= 0.0]
    return min(near, key=lambda f: far[plaza[f]], default=-1)


def pass_over(world: World, week: int, o: int, i: int) -> None:
    """Another is named for the next plaza that falls vacant: he minds, as the rule has it, and nobody's position changes.

    Without a vacancy to fill the slight can be given in any week of any world, and nothing else differs.
    """
    par, p, head = world.par.command, world.people.plaza[i], world.organisations.head[o]
    other = orders.candidate(world, par, o, p, head, i)
    event = emit(world, week, PASS_OVER, head, i, o, p, 0.0)
    if world.on.envy:
        resent(world, i, head, par.passed_over, event)
        resent(world, i, other, 0.5 * par.passed_over, event)


def next_in_line(world: World, head: int) -> int:
    """Whom the head would appoint where he runs things himself, or -1."""
    o, p = world.people.organisation[head], world.people.plaza[head]
    return int(orders.candidate(world, world.par.command, o, p, head, -1))


ORDERS: dict[str, Callable[[Order, World, int, int], None]] = {
    "attack": attack,
    "purge": on_subordinate(orders.purge, suspect),
    "punish": on_subordinate(orders.punish, suspect),
    "cast_out": on_subordinate(orders.cast_out, suspect),
    "reward": on_subordinate(orders.reward, best_earner),
    "pass_over": on_subordinate(pass_over, next_in_line),
    "tribute": tribute,
    "expand": expand,
    "red_line": red_line,
}
