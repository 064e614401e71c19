"""What an act of an experiment is: something done to a world at the start of a week, and perhaps undone later."""

from collections.abc import Container
from dataclasses import dataclass

from leyenda.acts.targets import check
from leyenda.engine.ensemble import Act as Step
from leyenda.engine.plain import World

TARGETS = ("target", "who", "whom", "by", "to", "a", "b")


def one_of(key: str, value: object, valid: Container[object], expected: str) -> None:
    """Raise ValueError unless an argument is one of those that can be."""
    if value not in valid:
        raise ValueError(f'{key} is "{value}"; {expected} was expected')


@dataclass(frozen=True, kw_only=True)
class Act:
    """Base of all acts. week: when it is done; until: week in which it is undone (None: never), where it can be undone.

    Raises ValueError for a week that cannot be, an end of what has none, or a word that means nobody.
    """

    week: int
    until: int | None = None

    def __post_init__(self) -> None:
        name = type(self).__name__
        if self.week < 0:
            raise ValueError(f"{name} is done in week {self.week}; a week from 0 on was expected")
        if self.until is not None and type(self).undo is Act.undo:
            raise ValueError(f"{name} is done once and cannot be undone; leave out until")
        if self.until is not None and self.until <= self.week:
            raise ValueError(f"{name} ends in week {self.until}; a week after {self.week} was expected")
        for field in TARGETS:
            check(getattr(self, field, None))

    def do(self, world: World, week: int) -> None:
        """Do it: by itself an act does nothing."""

    def undo(self, world: World, week: int) -> None:
        """Take it back; an act that cannot be taken back leaves this as it is."""

    def steps(self) -> tuple[Step, ...]:
        """The act as the engine takes it."""
        begun = Step(self.week, self.do)
        return (begun,) if self.until is None else (begun, Step(self.until, self.undo))
