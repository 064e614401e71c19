"""What an act of an experiment is: something done to a world at the start of a week, and perhaps undone later."""

from dataclasses import dataclass

from leyenda.engine.ensemble import Act as Step
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Act:
    """Base of all acts. week: when it is done; until: week in which it is undone (None: never), where it can be undone."""

    week: int
    until: int | None = None

    def do(self, world: World, week: int) -> None:
        """Do it."""
        raise NotImplementedError

    def undo(self, world: World, week: int) -> None:
        """Take it back."""
        raise NotImplementedError

    def steps(self) -> tuple[Step, ...]:
        """The act as the engine takes it."""
        begun = Step(self.week, self.do)
        return (begun,) if self.until is None else (begun, Step(self.until, self.undo))
