"""Which posts an act is about: by number, by institution, side and plaza, or the whole national protection."""

from dataclasses import dataclass

from leyenda.acts.act import Act, one_of
from leyenda.engine.plain import World
from leyenda.world.measures import acts
from leyenda.world.names import HOME, INSTITUTIONS

Office = int | str
NATIONAL = "national"
SIDES = ("home", "abroad")


def check(office: Office) -> None:
    """Raise ValueError for a word that is no institution."""
    if isinstance(office, str):
        one_of("office", office, (NATIONAL, *INSTITUTIONS), f'a number, "{NATIONAL}" or one of {", ".join(INSTITUTIONS)}')


def posts(world: World, office: Office, side: int = HOME, plaza: int | None = None) -> list[int]:
    """Posts with a holder who acts: one by its number, an institution's on a side (in a plaza), or "national": all at home."""
    offices = world.offices
    free = [f for f in range(offices.count) if acts(world, offices.holder[f])]
    if not isinstance(office, str):
        return [f for f in free if f == office]
    if office == NATIONAL:
        return [f for f in free if offices.side[f] == HOME and offices.plaza[f] < 0]
    kind = INSTITUTIONS.index(office)
    here = [f for f in free if offices.institution[f] == kind and offices.side[f] == side]
    return [f for f in here if plaza is None or offices.plaza[f] == plaza]


@dataclass(frozen=True, kw_only=True)
class OnPosts(Act):
    """An act on posts. office: a number, "national" or an institution; side: "home" or "abroad"; plaza: only there."""

    office: Office = NATIONAL
    side: str = "home"
    plaza: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        check(self.office)
        one_of("side", self.side, SIDES, '"home" or "abroad"')

    def posts(self, world: World) -> list[int]:
        """The posts meant, as far as somebody holds them."""
        return posts(world, self.office, SIDES.index(self.side), self.plaza)
