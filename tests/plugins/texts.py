"""Plug-ins as text: one that is right, and the example."""

from collections.abc import Callable
from pathlib import Path

Write = Callable[..., Path]
EXAMPLES = Path(__file__).parents[2] / "examples"
TOP = '"""Fatigue: work wears out.\n\nWhy     It does.\nSource  ours\nSwitch  fatigue: off, it does not.\n"""\nimport leyenda as ly\n'
NUMBER = '{ value = 0.5, low = 0.0, high = 1.0, unit = "share", meaning = "how much", source = "ours" }\n'
RULE = TOP + "\n@ly.rule()\ndef fatigue(world, par, week):\n    for o in range(world.organisations.count):\n        world.organisations.defeat[o] *= par.rate\n"
