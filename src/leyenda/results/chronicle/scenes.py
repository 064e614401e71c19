"""Scenes: every event that is worth a sentence, with the way to tell it."""

from collections.abc import Callable

from leyenda.results.chronicle.crime import Crime
from leyenda.results.chronicle.facts import Made
from leyenda.results.chronicle.past import Event, Past
from leyenda.results.chronicle.scene import Scene, belonging
from leyenda.results.chronicle.state import State


class Scenes(Crime, State):
    """Makes scenes of the events of one past."""

    def __init__(self, past: Past, language: str) -> None:
        super().__init__(past, language)
        self.makers: dict[str, Callable[[Event], Made]] = {
            "secede": self.secede, "succeed": self.succeed, "coup": self.coup, "arrest": self.arrest, "kill": self.kill,
            "red_line": self.red_line, "drop_protection": self.drop, "hand_over": self.drop, "bribe": self.bribe,
            "report": self.bank, "fine": self.bank, "pact": self.pact, "betray_pact": self.pact, "merge": self.merge, "federate": self.pact,
            "war": self.war, "peace": self.peace, "attack": self.pact, "promote": self.promote, "die": self.die,
            "retire": self.leave, "leave": self.leave, "found": self.found, "dissolve": self.dissolve,
            "inform": self.inform, "task_force": self.hunt, "order": self.tribute,
            "escape": self.escape, "extradition": self.prisoner, "release": self.prisoner,
            "expand": self.plain, "purge": self.plain, "cast_out": self.plain, "punish": self.plain,
        }  # fmt: skip

    def scene(self, event: Event) -> Scene | None:
        """How an event can be told; None if it cannot, or is not worth a sentence of its own."""
        maker = self.makers.get(event.kind)
        made = maker(event) if maker else None
        if made is None:
            return None
        variant, more = made
        facts = {name: value for name, value in {**self.common(event), **more}.items() if value is not None}
        return Scene(variant, belonging(self.past, event), facts)
