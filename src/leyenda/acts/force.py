"""Force: somebody takes a decision now, by the rule's own function, whatever he would have drawn."""

from dataclasses import dataclass

from leyenda.acts.act import Act, one_of
from leyenda.acts.posts import NATIONAL, Office, check, posts
from leyenda.acts.targets import Target, find, group
from leyenda.engine.plain import World
from leyenda.rules.betray import SECEDE_NOW, STRIKE_DOWN, TURN, WALK, act
from leyenda.rules.protect_or_drop import let_go
from leyenda.world.measures import acts, runs_plaza
from leyenda.world.names import ASPIRANT, CAPO, HEAD

BETRAYALS = {"secede": SECEDE_NOW, "coup": STRIKE_DOWN, "inform": TURN, "leave": WALK}
DROP = "drop_protection"


@dataclass(frozen=True, kw_only=True)
class Force(Act):
    """Make a subordinate secede, try a coup, inform or leave, or protectors drop their client; nothing if he cannot.

    kind: "secede", "coup", "inform", "leave": who does it. "drop_protection": by the posts `office` (a number, an institution
    at home, or "national": all national ones at home) that protect the organisation of who.
    """

    kind: str
    who: Target
    office: Office = NATIONAL

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("kind", self.kind, (*BETRAYALS, DROP), f"one of {', '.join((*BETRAYALS, DROP))}")
        check(self.office)

    def do(self, world: World, week: int) -> None:
        """Let it happen."""
        if self.kind == DROP:
            o = group(world, self.who)
            for f in posts(world, self.office):
                if o >= 0 and world.offices.client[f] == o:
                    let_go(world, world.par.protect_or_drop, week, f)
            return
        i = find(world, self.who)
        if can(world, i, self.kind):
            act(world, world.par.betray, week, i, world.people.superior[i], BETRAYALS[self.kind])


def can(world: World, i: int, kind: str) -> bool:
    """Whether somebody is in a position to: as the rule has it, but for what he wants and dares."""
    people = world.people
    if not acts(world, i) or people.superior[i] < 0 or people.organisation[i] < 0 or people.role[i] > ASPIRANT:
        return False
    boss = people.superior[i]
    if kind == "secede":
        return bool(runs_plaza(world, i) >= 0)
    return kind != "coup" or bool(people.role[i] == CAPO and people.role[boss] == HEAD and acts(world, boss))
